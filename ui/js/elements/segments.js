/**
 * A few choices side by side, one of them chosen: radio buttons, drawn as segments.
 * @module
 */

import { h, uniqueId } from "../dom.js";
import { icon } from "./icon.js";

/**
 * @template {string | number} T
 * @param {object} options
 * @param {string} options.labelledBy the id of what names them
 * @param {{ value: T, label: string, icon?: string }[]} options.choices
 * @param {T} options.value
 * @param {(value: T) => void} options.onchange
 * @returns {{ element: HTMLElement, set: (value: T) => void, setLabel: (value: T, label: string, hidden?: boolean) => void }}
 */
export function segments({ labelledBy, choices, value, onchange }) {
  const name = uniqueId("segments");
  const radios = choices.map((choice) => ({
    choice,
    control: h("input", {
      type: "radio",
      name,
      checked: choice.value === value,
      onchange: () => onchange(choice.value),
    }),
  }));
  const names = choices.map((choice) => h("span", null, choice.label));
  const element = h(
    "div",
    { class: "segments", role: "radiogroup", "aria-labelledby": labelledBy },
    radios.map(({ choice, control }, at) =>
      h("label", null, control, choice.icon ? icon(choice.icon) : null, names[at]),
    ),
  );
  return {
    element,
    set(next) {
      for (const { choice, control } of radios) control.checked = choice.value === next;
    },
    setLabel(value, label, hidden = false) {
      const name = names[choices.findIndex((one) => one.value === value)];
      if (name && name.textContent !== label) name.textContent = label;
      if (name?.parentElement) name.parentElement.hidden = hidden;
    },
  };
}
