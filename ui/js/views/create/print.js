/**
 * Prints a QR code on a page of its own.
 * @module
 */

import { h } from "../../dom.js";
import { print } from "../../elements/print.js";
import { qr } from "../../elements/qr.js";

/**
 * The system's print dialog, with the code and its caption only.
 * @param {import("../../types.js").Qr} code
 * @param {{ label: string, caption: string }} words
 */
export const printSheet = (code, { label, caption }) =>
  print([qr(code, label), caption ? h("p", null, caption) : null], { class: "code" });
