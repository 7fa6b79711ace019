/**
 * The language of the page: that of its document. There is one document for each (see scripts/preloads), so that the first word is
 * right and the other language is never fetched; to change it, the window goes to the other document.
 * @module
 */

/** @typedef {import("./types.js").AppState["language"]} Language */

/** @type {Language} */
export const language = globalThis.document?.documentElement.lang === "de" ? "de" : "en";

/**
 * Starts the page anew in another language.
 * @param {Language} wanted
 */
export function speak(wanted) {
  if (wanted !== language) location.assign(wanted === "en" ? "index.html" : `index.${wanted}.html`);
}
