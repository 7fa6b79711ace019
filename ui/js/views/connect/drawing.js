/**
 * Where a person finds the address and the API key: a drawing of the Console's settings page in a browser.
 * @module
 */

import { h } from "../../dom.js";
import { text } from "../../text.js";

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {number} rx @param {string} name */
const box = (x, y, width, height, rx, name) => h("rect", { class: name, x, y, width, height, rx });
/**
 * @param {number} x @param {number} y @param {string} words
 * @param {number} [width] what they must fill, whatever font the system has
 */
const write = (x, y, words, width) =>
  h(
    "text",
    { class: "draw-text", x, y, textLength: width ?? null, lengthAdjust: width ? "spacingAndGlyphs" : null },
    words,
  );
/** @param {number} x @param {number} y @param {string} number */
const badge = (x, y, number) => [
  h("circle", { class: "draw-badge", cx: x, cy: y, r: 10 }),
  h("text", { class: "draw-badge-text", x, y: y + 4.5, "text-anchor": "middle" }, number),
];
/** @param {number} x @param {number} y @param {number} width @param {number} height */
const ring = (x, y, width, height) =>
  h("rect", { class: "draw-ring", x, y, width, height, rx: 6, fill: "none", "stroke-width": 2 });

/** @returns {HTMLElement} */
export function whereDrawing() {
  const t = text.connect;
  const [canaries = "", tokens = "", alerts = "", settings = ""] = t.drawingMenu;
  const svg = h(
    "svg",
    { viewBox: "0 0 440 232", role: "img", "aria-label": t.drawing },
    h("rect", { class: "draw-fill draw-line", x: 1, y: 1, width: 438, height: 230, rx: 9, "stroke-width": 1.5 }),
    h("path", { class: "draw-soft", d: "M2 10a8 8 0 0 1 8-8h420a8 8 0 0 1 8 8v26H2z" }),
    [18, 32, 46].map((cx) => h("circle", { class: "draw-bar", cx, cy: 19, r: 4 })),
    box(66, 8, 250, 22, 6, "draw-fill draw-line"),
    box(70, 8, 118, 22, 6, "draw-wash"),
    write(78, 23, t.drawingAddress, 104),
    write(192, 23, t.drawingPage),
    ring(70, 8, 118, 22),
    badge(332, 19, "1"),
    h("path", { class: "draw-soft", d: "M2 37h104v193H11a9 9 0 0 1-9-9z" }),
    write(16, 62, canaries),
    write(16, 86, tokens),
    write(16, 110, alerts),
    box(8, 121, 92, 22, 5, "draw-wash"),
    write(16, 136, settings),
    write(126, 64, t.drawingHeading),
    box(126, 76, 200, 8, 4, "draw-soft"),
    box(126, 92, 150, 8, 4, "draw-soft"),
    box(126, 116, 292, 40, 7, "draw-fill draw-line"),
    write(138, 140, t.drawingDeploy, 106),
    box(262, 127, 112, 18, 4, "draw-wash"),
    write(270, 141, t.drawingDots, 96),
    ring(258, 124, 120, 24),
    badge(396, 136, "2"),
    box(126, 166, 292, 40, 7, "draw-fill draw-line"),
    write(138, 190, t.drawingReadOnly),
    box(262, 182, 112, 8, 4, "draw-soft"),
  );
  return h("figure", { class: "card drawing-frame" }, svg);
}

/** The drawing's two numbers, in words. @returns {HTMLElement} */
export const whereSteps = () =>
  h(
    "ol",
    { class: "steps" },
    [text.connect.stepAddress, text.connect.stepKey].map(([first, rest]) =>
      h("li", null, h("span", null, h("b", null, first ?? ""), rest)),
    ),
  );
