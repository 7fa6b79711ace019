/**
 * A switch: on or off at once.
 * @module
 */

import { h, uniqueId } from "../dom.js";

/**
 * A line with a label, a hint and a switch, for a `.group`.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {string | null} [options.hint]
 * @param {boolean} options.checked
 * @param {(checked: boolean) => void} options.onchange
 * @returns {{ element: HTMLElement, control: HTMLInputElement, setLabel: (label: string) => void }}
 */
export function switchLine({ label, hint = null, checked, onchange }) {
  const id = uniqueId("switch");
  const hintId = `${id}-hint`;
  const name = h("span", null, label);
  const control = h("input", {
    id,
    type: "checkbox",
    role: "switch",
    class: "switch",
    checked,
    "aria-describedby": hint ? hintId : null,
    onchange: () => onchange(control.checked),
  });
  const element = h(
    "div",
    { class: "line" },
    h("label", { class: "grow", for: id }, name, hint ? h("span", { class: "hint", id: hintId }, hint) : null),
    control,
  );
  return {
    element,
    control,
    setLabel: (next) => {
      name.textContent = next;
    },
  };
}
