/**
 * Every word of the page, in its language: the other one is not fetched. A translation is one more folder of `text/`, and new words
 * in the kinds' files.
 * @module
 */

import { language } from "./language.js";

/** @typedef {import("./text/words.js").Words<typeof import("./text/en/index.js").en>} Text */

/** Where the words of each language are. @type {Record<typeof language, () => Promise<Text>>} */
const languages = {
  en: async () => (await import("./text/en/index.js")).en,
  de: async () => (await import("./text/de/index.js")).de,
};

/** There before any other module of the page is: see start.js. @type {Text} */
export let text;

/** Fetches them. */
export async function fetchText() {
  text = await languages[language]();
}
