/**
 * Short notes below one another, each with its sign.
 * @module
 */

import { h } from "../dom.js";
import { icon } from "./icon.js";

/** @typedef {[sign: string, ...words: import("../dom.js").Child[]]} Note an icon's name, and what stands beside it */

/** @param {Note[]} all */
export const noteList = (all) => h("ul", { class: "note-list" }, all.map(note));

/** @param {Note} one */
const note = ([sign, ...words]) => h("li", null, icon(sign), h("span", null, words));
