/**
 * What can be done with the selected rows of a sheet.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";

/**
 * @param {import("../../main.js").App} app
 * @param {object} options
 * @param {{ count: number }} options.selection
 * @param {(skip: boolean) => void} options.onskip
 * @param {() => void} options.onclear
 */
export function makeRowStrip(app, { selection, onskip, onclear }) {
  const t = app.text.many;
  const list = app.text.list;
  const count = h("b");
  const element = h(
    "div",
    { class: "action-strip", role: "group", hidden: true },
    h("p", { class: "chosen" }, count, ` ${list.selected(0).word}`),
    button({ label: t.skip, icon: "ui-close", onclick: () => onskip(true) }),
    button({ label: t.take, icon: "ui-undo", onclick: () => onskip(false) }),
    h("span", { class: "rule" }),
    button({ label: list.clearSelection, icon: "ui-close", onlyIcon: true, onclick: onclear }),
  );
  return {
    element,
    show() {
      element.hidden = selection.count === 0;
      element.setAttribute("aria-label", t.actionsFor(selection.count));
      count.textContent = list.selected(selection.count).count;
    },
  };
}
