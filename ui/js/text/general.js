/**
 * Words that many screens share.
 * @module
 */

export const general = {
  appName: "Nestbox",
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Copying did not work. Select the text and copy it by hand.",
  show: "Show",
  hide: "Hide",
  undo: "Undo",
  save: "Save",
  tryAgain: "Try again",
  settings: "Settings",
  details: "Details",
  copyDetails: "Copy details",
  consoleSays: "Your Console says",
  optional: "(optional)",
  working: "Working…",
  dismiss: "Close this message",
  problems: (/** @type {number} */ count) =>
    count === 1 ? "One thing needs another look" : `${count} things need another look`,
  copyWhat: (/** @type {string} */ what) => `Copy ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  showWhat: (/** @type {string} */ what) => `Show ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  hideWhat: (/** @type {string} */ what) => `Hide ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  starting: "Starting…",
  pageFault: "Something on this page stopped working. Your Canarytokens are not affected.",
};
