/**
 * Words that many screens share.
 * @module
 */

/**
 * A label inside a sentence: "Link" becomes "link", "API key" stays.
 * @param {string} label
 */
const inSentence = (label) =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

export const general = {
  appName: "Nestbox",
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  copiedSecret: "Copied. It will be cleared from the clipboard in a minute.",
  copiedToStay: "Copied. It stays in the clipboard until you copy something else.",
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
  copyWhat: (/** @type {string} */ what) => `Copy ${inSentence(what)}`,
  showWhat: (/** @type {string} */ what) => `Show ${inSentence(what)}`,
  hideWhat: (/** @type {string} */ what) => `Hide ${inSentence(what)}`,
  starting: "Starting…",
  pageFault: "Something on this page stopped working. Your Canarytokens are not affected.",
  saved: (/** @type {string} */ name) => `Saved ${name}`,
  savedIn: (/** @type {string} */ name, /** @type {string} */ folder) => `Saved ${name} in ${folder}`,
  showInFolder: "Show in folder",
  dragOut: "Drag it from here into a folder or a message",
};
