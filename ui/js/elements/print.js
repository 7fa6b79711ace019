/**
 * Prints something by the system's own dialog: only that, on pages of its own.
 * @module
 */

import { h } from "../dom.js";

/**
 * @param {import("../dom.js").Child} content
 * @param {{ class?: string }} [how]
 */
export function print(content, { class: more } = {}) {
  const sheet = h("div", { class: ["print-sheet", more], "aria-hidden": "true" }, content);
  for (const old of document.querySelectorAll(".print-sheet")) old.remove();
  document.body.append(sheet);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
}
