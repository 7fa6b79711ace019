/**
 * Buttons.
 * @module
 */

import { h } from "../dom.js";
import { text } from "../text.js";
import { icon } from "./icon.js";

/**
 * A button. With `onlyIcon` its label is for screen readers and the tooltip.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {string | null} [options.icon]
 * @param {"" | "primary" | "danger" | "danger-quiet" | "plain"} [options.kind]
 * @param {"" | "small" | "large"} [options.size]
 * @param {boolean} [options.onlyIcon]
 * @param {string | null} [options.title] tooltip
 * @param {string} [options.class]
 * @param {"button" | "submit"} [options.type]
 * @param {((event: MouseEvent) => void) | null} [options.onclick]
 * @param {import("../dom.js").Props} [options.props] anything else for `h`
 * @returns {HTMLButtonElement}
 */
export function button({
  label,
  icon: name = null,
  kind = "",
  size = "",
  onlyIcon = false,
  title = null,
  class: more = "",
  type = "button",
  onclick = null,
  props = {},
}) {
  return h(
    "button",
    {
      type,
      class: ["button", kind, size, onlyIcon && "only-icon", more],
      title: title ?? (onlyIcon ? label : null),
      "aria-label": onlyIcon ? label : null,
      onclick: onclick
        ? (/** @type {MouseEvent} */ event) => {
            if (/** @type {HTMLElement} */ (event.currentTarget).getAttribute("aria-disabled") !== "true")
              onclick(event);
          }
        : null,
      ...props,
    },
    name ? icon(name) : null,
    onlyIcon ? null : h("span", { class: "label" }, label),
  );
}

/**
 * Not possible yet, but still reachable, so that its reason can be read.
 *
 * @param {HTMLButtonElement} element
 * @param {string | null} reason null: possible
 */
export function setNotYet(element, reason) {
  if (reason === null) element.removeAttribute("aria-disabled");
  else element.setAttribute("aria-disabled", "true");
  element.title = reason ?? "";
}

/**
 * Runs work that a button started: the button waits meanwhile and, above 100 ms, shows that it works.
 *
 * @template T
 * @param {HTMLButtonElement} element
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function busy(element, work) {
  const spinner = h("span", { class: "spinner", "aria-hidden": "true" });
  const first = element.querySelector(".icon");
  const timer = setTimeout(() => {
    if (first) first.replaceWith(spinner);
    else element.prepend(spinner);
    element.setAttribute("aria-busy", "true");
  }, 100);
  element.setAttribute("aria-disabled", "true");
  element.dataset.busy = text.general.working;
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (first) spinner.replaceWith(first);
    else spinner.remove();
    element.removeAttribute("aria-disabled");
    element.removeAttribute("aria-busy");
    delete element.dataset.busy;
  }
}
