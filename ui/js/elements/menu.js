/**
 * Menus that open below a button, or where something is pointed at. A popover, so that Escape and a click elsewhere close it.
 * @module
 */

import { h, uniqueId } from "../dom.js";
import { icon } from "./icon.js";

/**
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {string | null} [icon]
 * @property {boolean} [checked] one of several that is chosen: shown by a tick and told to screen readers
 * @property {string} [count] a number at its end
 * @property {string} [keys] what does the same, shown at its end
 * @property {HTMLElement | null} [hint] below its label; it may be filled later
 * @property {boolean} [keepOpen]
 * @property {() => void} run
 */

/**
 * Gives a button a menu. Its items are made each time it opens.
 *
 * @param {HTMLButtonElement} opener
 * @param {string} label for screen readers
 * @param {() => (MenuItem | "rule" | { heading: string })[] | Promise<(MenuItem | "rule" | { heading: string })[]>} items
 * @returns {HTMLElement} the menu; put it beside the button
 */
export function menu(opener, label, items) {
  const id = uniqueId("menu");
  const element = h("div", { id, class: "menu", popover: "auto", role: "menu", "aria-label": label });
  opener.setAttribute("popovertarget", id);
  opener.setAttribute("aria-haspopup", "menu");
  const build = async () => {
    const list = await items();
    element.replaceChildren(...list.map((one) => item(one, element, build)));
    place(element, opener.getBoundingClientRect());
    entries(element)[0]?.focus();
  };
  element.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") build();
    else element.replaceChildren();
  });
  element.addEventListener("keydown", (event) => move(event, element));
  return element;
}

/**
 * Opens a menu at a place of the window. It is gone when it was closed.
 *
 * @param {string} label for screen readers
 * @param {(MenuItem | "rule")[]} items
 * @param {{ left: number, top: number, bottom: number }} at what it belongs to
 */
export function openMenu(label, items, at) {
  const element = h("div", { class: "menu", popover: "auto", role: "menu", "aria-label": label });
  element.append(...items.map((one) => item(one, element, () => {})));
  element.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed") element.remove();
  });
  element.addEventListener("keydown", (event) => move(event, element));
  (document.querySelector("main") ?? document.body).append(element);
  element.showPopover();
  place(element, at);
  entries(element)[0]?.focus();
}

/**
 * @param {MenuItem | "rule" | { heading: string }} one
 * @param {HTMLElement} element
 * @param {() => void} rebuild
 */
function item(one, element, rebuild) {
  if (one === "rule") return h("hr", { role: "separator" });
  if ("heading" in one) return h("p", { class: "heading", role: "presentation" }, one.heading);
  const chosen = one.checked;
  return h(
    "button",
    {
      type: "button",
      role: chosen === undefined ? "menuitem" : "menuitemcheckbox",
      "aria-checked": chosen === undefined ? null : chosen,
      tabIndex: -1,
      onclick: () => {
        if (one.keepOpen) {
          one.run();
          rebuild();
        } else {
          element.hidePopover();
          one.run();
        }
      },
    },
    chosen === true
      ? icon("ui-check")
      : one.icon
        ? icon(one.icon)
        : chosen === false
          ? h("span", { class: "icon" })
          : null,
    h("span", { class: "label" }, one.label, one.hint),
    one.count ? h("span", { class: "quiet number" }, one.count) : null,
    one.keys ? h("span", { class: "quiet keys", "aria-hidden": "true" }, one.keys) : null,
  );
}

/** @param {HTMLElement} element */
const entries = (element) => /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[role^=menuitem]")]);

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} element
 */
function move(event, element) {
  const list = entries(element);
  const at = list.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const last = list.length - 1;
  const to = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    list[to]?.focus();
  } else if (event.key === "Tab") {
    element.hidePopover();
  } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
    const wanted = event.key.toLocaleLowerCase();
    const next = [...list.slice(at + 1), ...list.slice(0, at + 1)].find((one) =>
      one.textContent?.trim().toLocaleLowerCase().startsWith(wanted),
    );
    next?.focus();
  }
}

/**
 * Below what it belongs to, inside the window. By hand: not every web view positions by anchor yet.
 * @param {HTMLElement} element
 * @param {{ left: number, top: number, bottom: number }} box
 */
function place(element, box) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const gap = 4;
  const left = Math.max(gap, Math.min(box.left, innerWidth - width - gap));
  const below = box.bottom + gap;
  const top = below + height > innerHeight - gap && box.top - gap - height > gap ? box.top - gap - height : below;
  element.style.setProperty("left", `${left}px`);
  element.style.setProperty("top", `${top}px`);
  element.style.setProperty("max-height", `${innerHeight - top - gap}px`);
}
