/**
 * The way to the factories: a line in Settings, out of the way of those who never need them.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";

/** @param {import("../../main.js").App} app */
export function factoriesPart(app) {
  const t = app.text.settings;
  const show = button({ label: t.factoriesShow, onclick: () => app.go("factories", { from: "settings" }) });
  return h(
    "div",
    { class: "group" },
    h(
      "div",
      { class: "line" },
      h("p", { class: "grow" }, t.factoriesName, h("span", { class: "hint" }, t.factoriesHint)),
      h("div", { class: "buttons" }, show),
    ),
  );
}
