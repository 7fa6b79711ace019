/**
 * Small drawings, all in one hand: the nest box, its bird, and what it watches.
 * @module
 */

import { h } from "../dom.js";

/** @param {number} width @param {number} height @param {import("../dom.js").Child[]} parts */
const drawing = (width, height, ...parts) =>
  h(
    "svg",
    {
      class: "drawing",
      viewBox: `0 0 ${width} ${height}`,
      fill: "none",
      "aria-hidden": "true",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    parts,
  );

/** The bird; it stands at the place that `transform` says. @param {string | null} [transform] */
const bird = (transform = null) =>
  h(
    "g",
    { transform },
    h("path", {
      class: "nest-bird",
      d: "M77 29.5c-1.5-8.5 4-15 11-15 5 0 8.5 3.3 8.8 7.7l5.2 2.3-5.5 1.6c-1.5 5.9-6.5 9-12 8.7-3.5-.2-8.5.7-13.5-1.3 3-.3 5-1.5 6-4z",
    }),
    h("circle", { class: "nest-eye", cx: 90.5, cy: 21.5, r: 1.6 }),
  );

/** The nest box, 112 wide. @param {string | null} [transform] */
const nest = (transform = null) =>
  h(
    "g",
    { transform },
    h("ellipse", { class: "nest-ground", cx: 56, cy: 106, rx: 34, ry: 4 }),
    h("path", { class: "nest-post", d: "M56 84v22", "stroke-width": 7 }),
    h("path", { class: "nest-box", d: "M32 46v36a4 4 0 0 0 4 4h40a4 4 0 0 0 4-4V46L56 26z" }),
    h("path", { class: "nest-roof", d: "M24 51 56 23l32 28", "stroke-width": 6 }),
    h("circle", { class: "nest-hole", cx: 56, cy: 57, r: 10.5 }),
    h("path", { class: "nest-perch", d: "M56 75v3", "stroke-width": 5 }),
  );

/** A sheet of paper with lines. @param {number} x @param {number} y */
const sheet = (x, y) => [
  h("path", {
    class: "draw-fill draw-line",
    d: `M${x} ${y + 4}a4 4 0 0 1 4-4h34l14 14v50a4 4 0 0 1-4 4H${x + 4}a4 4 0 0 1-4-4z`,
    "stroke-width": 2,
  }),
  h("path", { class: "draw-line", d: `M${x + 38} ${y}v14h14`, "stroke-width": 2 }),
  h("path", {
    class: "draw-line",
    d: `M${x + 10} ${y + 26}h32M${x + 10} ${y + 38}h32M${x + 10} ${y + 50}h20`,
    "stroke-width": 4,
  }),
];

/** A window with its bar. @param {number} x @param {number} y */
const frame = (x, y) => [
  h("rect", { class: "draw-fill draw-line", x, y, width: 88, height: 64, rx: 6, "stroke-width": 2 }),
  h("path", { class: "draw-soft", d: `M${x + 1} ${y + 14}v-8a5 5 0 0 1 5-5h76a5 5 0 0 1 5 5v8z` }),
  [10, 18, 26].map((step) => h("circle", { class: "draw-bar", cx: x + step, cy: y + 7.5, r: 2.2 })),
];

/** A nest box with a bird that is about to move in. */
export const nestDrawing = () => drawing(112, 112, nest(), bird());

/** A nest box that nobody lives in. */
export const emptyNestDrawing = () => drawing(112, 112, nest());

/** A document that somebody touches, and the bird on it that sings out. */
export const decoyDrawing = () =>
  drawing(
    240,
    112,
    h("ellipse", { class: "nest-ground", cx: 112, cy: 104, rx: 64, ry: 4 }),
    h("path", {
      class: "draw-wash",
      d: "M52 40a5 5 0 0 1 5-5h24l9 9h77a5 5 0 0 1 5 5v48a5 5 0 0 1-5 5H57a5 5 0 0 1-5-5z",
    }),
    sheet(86, 22),
    h("path", {
      class: "draw-fold",
      d: "M48 62a4 4 0 0 1 4-5h120a4 4 0 0 1 4 5l-6 37a4 4 0 0 1-4 3H58a4 4 0 0 1-4-3z",
    }),
    bird("translate(42 -3)"),
    h("path", {
      class: "draw-call",
      d: "M153 13c4 2.500 6 7 5.500 11.500M160.500 7c6 4 9 11.500 8 19",
      "stroke-width": 3,
    }),
  );

/** The window of Nestbox with its key behind a lock, and the Console that watches. */
export const waysDrawing = () =>
  drawing(
    240,
    112,
    frame(6, 26),
    h("rect", { class: "draw-wash", x: 18, y: 50, width: 64, height: 28, rx: 5 }),
    h("path", { class: "draw-key", d: "M43 64h26M62 64v6M69 64v5", "stroke-width": 3 }),
    h("circle", { class: "draw-key", cx: 36, cy: 64, r: 7, "stroke-width": 3 }),
    h("path", { class: "draw-line", d: "M102 52h34M128 45l8 7-8 7M138 70h-34M112 63l-8 7 8 7", "stroke-width": 3 }),
    frame(146, 26),
    nest("translate(162 37) scale(.5)"),
  );
