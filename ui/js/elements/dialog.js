/**
 * Dialogs: the browser's own, opened as modal. Escape and the veil's Cancel close them; focus goes back by itself.
 * @module
 */

import { h, uniqueId } from "../dom.js";
import { text } from "../text.js";
import { button } from "./button.js";
import { icon } from "./icon.js";

/**
 * @typedef {object} Dialog
 * @property {HTMLDialogElement} element
 * @property {HTMLElement} inside where its content is
 * @property {HTMLElement} footer
 * @property {(value?: string) => void} close
 * @property {Promise<string>} closed the value it was closed with; "" for Escape and Cancel
 */

/**
 * The one button of a dialog that has nothing to decide.
 * @param {() => void} onclick
 * @param {"" | "primary"} [kind]
 */
export const closeButton = (onclick, kind = "") =>
  button({ label: text.general.close, kind, props: { autofocus: true }, onclick });

/**
 * Opens a dialog. It is gone from the page when it was closed.
 *
 * @param {object} options
 * @param {string} options.title
 * @param {import("../dom.js").Child} [options.text] a sentence below the title
 * @param {string | null} [options.icon]
 * @param {boolean} [options.danger] the icon's tile in red
 * @param {import("../dom.js").Child} [options.body]
 * @param {import("../dom.js").Child} [options.start] at the start of the footer
 * @param {Node[]} [options.actions] at its end. The first with `autofocus` has the focus.
 * @param {() => boolean} [options.mayClose] asked before Escape closes it
 * @param {string} [options.class]
 * @returns {Dialog}
 */
export function openDialog({
  title,
  text: about,
  icon: name = null,
  danger = false,
  body,
  start,
  actions = [],
  mayClose,
  class: more,
}) {
  const titleId = uniqueId("dialog-title");
  const aboutId = uniqueId("dialog-text");
  const heading = h(
    "div",
    { class: ["dialog-title", danger && "danger", !name && "no-icon"] },
    name ? h("span", { class: "tile" }, icon(name)) : null,
    h("div", null, h("h2", { id: titleId, tabIndex: -1 }, title), about ? h("p", { id: aboutId }, about) : null),
  );
  const inside = h("div", { class: "inside" }, heading, body);
  const footer = h("footer", null, start, h("div", { class: "push" }, actions));
  const element = h(
    "dialog",
    { class: ["dialog", more], "aria-labelledby": titleId, "aria-describedby": about ? aboutId : null },
    inside,
    footer,
  );
  const back = document.activeElement;
  element.addEventListener("cancel", (event) => {
    if (mayClose && !mayClose()) event.preventDefault();
  });
  const closed = /** @type {Promise<string>} */ (
    new Promise((resolve) => {
      element.addEventListener("close", () => {
        element.remove();
        if (back instanceof HTMLElement && back.isConnected && document.activeElement === document.body) back.focus();
        resolve(element.returnValue);
      });
    })
  );
  document.body.append(element);
  element.showModal();
  // In a small window the button that has the focus may lie below: people begin to read at the top.
  if (element.scrollTop > 0) {
    heading.querySelector("h2")?.focus({ preventScroll: true });
    element.scrollTop = 0;
  }
  return { element, inside, footer, closed, close: (value = "") => element.close(value) };
}

/**
 * Asks before something is done.
 *
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.text
 * @param {string} options.confirm the verb and the thing
 * @param {string} [options.cancel]
 * @param {boolean} [options.danger]
 * @param {string | null} [options.icon]
 * @returns {Promise<boolean>}
 */
export async function confirmDialog({
  title,
  text: about,
  confirm,
  cancel = text.general.cancel,
  danger = false,
  icon: name = null,
}) {
  const dialog = openDialog({
    title,
    text: about,
    icon: name,
    danger,
    actions: [
      button({ label: cancel, props: { autofocus: true }, onclick: () => dialog.close() }),
      button({ label: confirm, kind: danger ? "danger" : "primary", onclick: () => dialog.close("yes") }),
    ],
  });
  return (await dialog.closed) === "yes";
}
