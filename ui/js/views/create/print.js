/**
 * Prints a QR code on a page of its own.
 * @module
 */

import { h } from "../../dom.js";
import { qr } from "../../elements/qr.js";

/**
 * The system's print dialog, with the code and its caption only.
 * @param {import("../../types.js").Qr} code
 * @param {{ label: string, caption: string }} words
 */
export function printSheet(code, { label, caption }) {
  const sheet = h(
    "div",
    { class: "print-sheet", "aria-hidden": "true" },
    qr(code, label),
    caption ? h("p", null, caption) : null,
  );
  for (const old of document.querySelectorAll(".print-sheet")) old.remove();
  document.body.append(sheet);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
}
