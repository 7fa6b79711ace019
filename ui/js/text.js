/**
 * Every word of the page, in its language. A translation is one more folder of `text/`, and new words in the kinds' files.
 * @module
 */

import { language } from "./language.js";
import { de } from "./text/de/index.js";
import { en } from "./text/en/index.js";

/** @type {import("./text/words.js").Words<typeof en>} */
export const text = { en, de }[language];
