/**
 * Where a person is in the wizard.
 * @module
 */

import { h } from "../../dom.js";
import { icon } from "../../elements/icon.js";
import { text } from "../../text.js";

/** @typedef {"kind" | "details" | "place" | "check" | "done"} StepName */

/** @type {StepName[]} */
export const stepOrder = ["kind", "details", "place", "check", "done"];

/** @param {StepName} current @returns {HTMLElement} */
export function trail(current) {
  const t = text.create;
  const at = stepOrder.indexOf(current);
  return h(
    "ol",
    { class: "trail", "aria-label": t.steps },
    stepOrder.map((name, index) =>
      h(
        "li",
        { class: index < at && "past", "aria-current": index === at ? "step" : null },
        h("span", { class: "nr" }, index < at ? icon("ui-check") : String(index + 1)),
        h("span", { class: "name" }, t.stepNames[name]),
        index < at ? h("span", { class: "visually-hidden" }, t.stepDone) : null,
      ),
    ),
  );
}
