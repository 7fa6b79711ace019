/**
 * Whether to be told of new alerts while the program runs.
 * @module
 */

import { h } from "../../dom.js";
import { preferenceSwitch } from "./preference-switch.js";

/** @param {import("../../main.js").App} app @returns {HTMLElement} */
export function watchPart(app) {
  const t = app.text.settings;
  return h("div", { class: "group" }, preferenceSwitch(app, "watch", { label: t.watch, hint: t.watchHint }));
}
