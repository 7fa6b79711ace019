/**
 * Short messages about what has just been done, at the bottom of the window.
 * @module
 */

import { h } from "../dom.js";
import { text } from "../text.js";
import { button } from "./button.js";

/**
 * @typedef {object} ToastOptions
 * @property {(() => void) | null} [undo] adds "Undo"
 * @property {{ label: string, icon?: string, run: () => void } | null} [action] another thing to do
 * @property {import("../dom.js").Props} [props] of the message
 * @property {number} [seconds] how long it stays; 6, or 12 with something to do. It waits while pointed at or focused.
 */
/** @typedef {(message: string, options?: ToastOptions) => () => void} Toast returns the way to take it away */

/**
 * The region for toasts and the function that shows one.
 * @returns {{ element: HTMLElement, toast: Toast }}
 */
export function toasts() {
  const element = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
  /** @type {Toast} */
  const toast = (message, { undo = null, action = null, props = {}, seconds } = {}) => {
    const buttons = [undo && { label: text.general.undo, icon: "ui-undo", run: undo }, action].filter((one) => !!one);
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const remove = () => {
      clearTimeout(timer);
      one.remove();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(remove, (seconds ?? (buttons.length ? 12 : 6)) * 1000);
    };
    const one = h(
      "div",
      {
        class: "toast",
        onpointerenter: () => clearTimeout(timer),
        onpointerleave: wait,
        onfocusin: () => clearTimeout(timer),
        onfocusout: wait,
      },
      h("span", { ...props, class: "message" }, message),
      buttons.map(({ label, icon, run }) =>
        button({
          label,
          icon: icon ?? null,
          onclick: () => {
            remove();
            run();
          },
        }),
      ),
      button({ label: text.general.dismiss, icon: "ui-close", onlyIcon: true, size: "small", onclick: remove }),
    );
    while (element.childElementCount > 2) element.firstElementChild?.remove();
    element.append(one);
    wait();
    return remove;
  };
  return { element, toast };
}
