/**
 * A field with its label, hint and what is wrong with it.
 * @module
 */

import { h, uniqueId } from "../dom.js";
import { text } from "../text.js";
import { banner } from "./banner.js";
import { icon } from "./icon.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/**
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {Control} control
 * @property {(message: string | null, severity?: "error" | "warning") => void} setProblem null takes it away
 */

/**
 * Puts a label, a hint and a place for a problem around a control.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {Control} options.control
 * @param {string | null} [options.hint]
 * @param {boolean} [options.optional] says "(optional)" beside the label
 * @param {import("../dom.js").Child} [options.around] what stands in the control's place, when more than the control
 *   itself: it must contain the control
 * @param {import("../dom.js").Child} [options.beside] at the end of the label's line (a counter, a link)
 * @returns {Field}
 */
export function field({ label, control, hint = null, optional = false, around, beside }) {
  control.id ||= uniqueId("field");
  const hintId = `${control.id}-hint`;
  const problemId = `${control.id}-problem`;
  const labelElement = h(
    "label",
    { for: control.id },
    label,
    optional ? [" ", h("span", { class: "optional" }, text.general.optional)] : null,
  );
  const element = h(
    "div",
    { class: "field" },
    beside ? h("div", { class: "label-row" }, labelElement, beside) : labelElement,
    around ?? (control instanceof HTMLSelectElement ? selectBox(control) : control),
    hint ? h("p", { class: "hint", id: hintId }, hint) : null,
  );
  const describe = (/** @type {boolean} */ problem) => {
    const ids = [problem && problemId, hint && hintId].filter(Boolean).join(" ");
    if (ids) control.setAttribute("aria-describedby", ids);
    else control.removeAttribute("aria-describedby");
  };
  describe(false);
  return {
    element,
    control,
    setProblem(message, severity = "error") {
      element.querySelector(`#${problemId}`)?.remove();
      element.classList.toggle("wrong", message !== null && severity === "error");
      if (message !== null && severity === "error") control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
      describe(message !== null);
      if (message !== null) {
        element.append(
          h(
            "p",
            { class: severity === "error" ? "error" : "warning", id: problemId },
            icon("ui-attention"),
            h("span", null, message),
          ),
        );
      }
    },
  };
}

/**
 * A native choice with our own arrow.
 * @param {HTMLSelectElement} control
 */
export const selectBox = (control) => h("span", { class: "select-box" }, control, icon("ui-chevron-down"));

/**
 * A line to write in. It follows the direction of what is written.
 * @param {import("../dom.js").Props} [props]
 */
export const input = (props = {}) =>
  h("input", {
    type: "text",
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
    ...props,
    class: ["input", props.class],
  });

/** @param {import("../dom.js").Props} [props] */
export const textarea = (props = {}) => h("textarea", { dir: "auto", ...props, class: ["textarea", props.class] });

/**
 * @param {{ value: string, label: string }[]} options
 * @param {import("../dom.js").Props} [props] `value` chooses one
 */
export const select = (options, props = {}) =>
  h(
    "select",
    { ...props, value: null, class: ["select", props.class] },
    options.map((one) => h("option", { value: one.value, selected: one.value === props.value }, one.label)),
  );

/**
 * A tick box with its label and hint.
 * @param {{ label: string, hint?: string | null, checked?: boolean, onchange?: (checked: boolean) => void }} options
 * @returns {{ element: HTMLElement, control: HTMLInputElement }}
 */
export function tick({ label, hint = null, checked = false, onchange }) {
  const control = h("input", { type: "checkbox", class: "tick", checked });
  if (onchange) control.addEventListener("change", () => onchange(control.checked));
  const element = h(
    "label",
    { class: "choice" },
    control,
    h("span", null, label, hint ? h("span", { class: "hint" }, hint) : null),
  );
  return { element, control };
}

/**
 * All problems of a form on top of it; each leads to its field.
 * @param {{ message: string, control: HTMLElement }[]} problems
 * @returns {HTMLElement} focusable: focus it after it was put in
 */
export function problemSummary(problems) {
  const element = banner({
    tone: "danger",
    title: text.general.problems(problems.length),
    body: h(
      "ul",
      null,
      problems.map(({ message, control }) => {
        control.id ||= uniqueId("field");
        return h(
          "li",
          null,
          h(
            "a",
            {
              href: `#${control.id}`,
              onclick: (/** @type {Event} */ event) => {
                event.preventDefault();
                control.focus();
              },
            },
            message,
          ),
        );
      }),
    ),
  });
  element.tabIndex = -1;
  element.setAttribute("role", "alert");
  return element;
}
