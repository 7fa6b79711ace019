/**
 * A QR code from the path that Rust worked out.
 * @module
 */

import { h } from "../dom.js";

/**
 * @param {import("../types.js").Qr} code
 * @param {string} label what it leads to, for screen readers
 * @returns {SVGSVGElement}
 */
export function qr({ size, path }, label) {
  return h(
    "svg",
    { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    h("path", { d: path, fill: "currentColor" }),
  );
}
