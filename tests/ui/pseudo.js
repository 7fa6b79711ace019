/**
 * A language that no person speaks, for tests: English, 40 % longer and in brackets. What is not in brackets was not taken from the
 * page's words, and what does not fit would not fit in another language either.
 * @module
 */

/** @param {string} words */
const longer = (words) =>
  /\p{L}/u.test(words) && !machine.test(words)
    ? `⟦${words}${"~ ".repeat(Math.ceil(words.length * 0.2)).trimEnd()}⟧`
    : words;

/** What is for machines among the words: names of kinds and drawings, and the name of the program. */
const machine = /^(ui-|kind-|doc-|qr-|http$|Nestbox$)/;

/**
 * All of the words in that language.
 * @template T
 * @param {T} words
 * @returns {T}
 */
export function pseudo(words) {
  if (typeof words === "string") return /** @type {any} */ (longer(words));
  if (typeof words === "function")
    return /** @type {any} */ ((/** @type {any[]} */ ...given) => pseudo(/** @type {any} */ (words)(...given)));
  if (Array.isArray(words)) return /** @type {any} */ (words.map((one) => pseudo(one)));
  if (words && typeof words === "object")
    return /** @type {any} */ (Object.fromEntries(Object.entries(words).map(([name, one]) => [name, pseudo(one)])));
  return words;
}

/** The module that takes the place of the page's text.js. It notes all that the fake of Rust says: that is data, not words of the page. */
export const source = `
import { en } from "/js/text/en/index.js";
import { pseudo } from "/tests/ui/pseudo.js";
const told = new Set();
const note = (value) => {
  if (typeof value === "string") for (const part of [value, ...value.split("\\n")]) told.add(part.trim());
  else if (value && typeof value === "object") Object.values(value).forEach(note);
};
const { core } = window.__TAURI__;
const { invoke } = core;
core.invoke = async (command, given) => {
  note(given);
  const answer = await invoke(command, given).catch((error) => {
    note(error);
    throw error;
  });
  note(answer);
  return answer;
};
window.told = told;
export const text = pseudo(en);
export const fetchText = async () => {};
`;
