/**
 * Whether to be told of new alerts while the program runs.
 * @module
 */

import { h } from "../../dom.js";
import { switchLine } from "../../elements/switch.js";
import { preferenceSetter } from "../../preferences.js";

/** @param {import("../../main.js").App} app @returns {HTMLElement} */
export function watchPart(app) {
  const t = app.text.settings;
  const put = preferenceSetter(app, () => {
    line.control.checked = app.state.get().preferences.watch;
  });
  const line = switchLine({
    label: t.watch,
    hint: t.watchHint,
    checked: app.state.get().preferences.watch,
    onchange: (watch) => void put({ watch }),
  });
  return h("div", { class: "group" }, line.element);
}
