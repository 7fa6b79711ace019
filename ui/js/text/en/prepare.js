/**
 * Words of “Prepare for deployment”.
 * @module
 */

export const prepare = {
  open: "Prepare for deployment…",
  title: "Prepare for deployment",
  clear: (/** @type {string} */ name) => `${name} carries no mark of the web. It is ready to be placed.`,
  cleared: (/** @type {string} */ name) => `The mark of the web was taken off ${name}. It is ready to be placed.`,
  why: "Windows marks files that come from the web or by mail. A marked document opens in Protected View, and there it raises no alert.",
  keepTitle: "So that it stays that way",
  keep: [
    "Copy it by File Explorer, to a share or by a USB stick. What Nestbox saves has no mark, and neither has a copy.",
    "Sent by mail or chat, or downloaded again, it gets one. Whoever receives it right-clicks it, chooses “Properties” and ticks “Unblock”. In PowerShell that is Unblock-File.",
    "In a ZIP file that came by mail, unblock the ZIP file before you take anything out of it.",
    "On a share that is reached by its IP address, Office may use Protected View all the same. Reach it by its name.",
  ],
};
