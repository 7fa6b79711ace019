/**
 * Every word of the page. A translation is a new folder of `text/` (and new words in the kinds' files).
 * @module
 */

import { en } from "./text/en/index.js";

export const text = en;
