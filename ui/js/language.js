/**
 * The language of the page. Rust names it in the page's own address, so that the first word is right; to change it, the page starts anew.
 * @module
 */

/** @typedef {import("./types.js").AppState["language"]} Language */

const query = new URLSearchParams(globalThis.location?.search ?? "");

/** @type {Language} */
export const language = query.get("lang") === "de" ? "de" : "en";

/**
 * Starts the page anew in another language.
 * @param {Language} wanted
 */
export function speak(wanted) {
  if (wanted === language) return;
  query.set("lang", wanted);
  location.search = query.toString();
}
