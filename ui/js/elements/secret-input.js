/**
 * A line for something secret: dots, and a button that shows what was typed.
 * @module
 */

import { h } from "../dom.js";
import { text } from "../text.js";
import { icon } from "./icon.js";

/**
 * @param {object} options
 * @param {string} options.label what it is, for the button's name
 * @param {boolean} [options.large]
 * @param {import("../dom.js").Props} [options.props] anything else for the input
 * @returns {{ element: HTMLElement, control: HTMLInputElement, hide: () => void }} `element` contains `control`
 */
export function secretInput({ label, large = false, props = {} }) {
  const control = h("input", {
    type: "password",
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "off",
    ...props,
    class: ["input", large && "large"],
  });
  const word = h("span", null, text.general.show);
  const show = h(
    "button",
    { type: "button", class: "button plain small trailing", "aria-pressed": false },
    icon("ui-eye"),
    word,
  );
  const set = (/** @type {boolean} */ open) => {
    control.type = open ? "text" : "password";
    word.textContent = open ? text.general.hide : text.general.show;
    show.setAttribute("aria-pressed", String(open));
    show.setAttribute("aria-label", text.general.showWhat(label));
  };
  set(false);
  show.addEventListener("click", () => set(control.type === "password"));
  return { element: h("span", { class: "input-with" }, control, show), control, hide: () => set(false) };
}
