/**
 * The edge of the panel, by which it is made wider or narrower: with the pointer, or with the arrow keys. Its width is remembered.
 * @module
 */

import { h } from "../../dom.js";
import { rem } from "../../elements/width.js";
import { preferenceSetter } from "../../preferences.js";

/** The narrowest and the widest that can be kept, in px at a text size of 100 % (see Preferences). */
const least = 288;
const most = 720;
/** How far one press of an arrow key moves it. */
const step = 16;

/**
 * @param {import("../../main.js").App} app
 * @param {() => HTMLElement} panel
 */
export function makeEdge(app, panel) {
  const put = preferenceSetter(app);
  /** @type {number | null} */
  let width = app.state.get().preferences.panelWidth;
  const zoom = () => rem() / 16;
  const now = () => panel().getBoundingClientRect().width / zoom();
  const element = h("div", {
    class: "panel-edge",
    role: "separator",
    tabIndex: 0,
    "aria-orientation": "vertical",
    "aria-label": app.text.panel.width,
    "aria-valuemin": least,
    "aria-valuemax": most,
    title: app.text.panel.widthHint,
  });
  // Told when it is laid out: to ask before would lay it out once more.
  const observer = new ResizeObserver(() => {
    if (!panel().hidden) element.setAttribute("aria-valuenow", String(Math.round(width ?? now())));
  });
  const show = () => {
    const { style } = panel();
    if (width === null) style.removeProperty("--panel");
    else style.setProperty("--panel", `${width / 16}rem`);
    observer.observe(panel());
  };
  /** @param {number | null} wanted null: as wide as at first */
  const set = (wanted) => {
    width = wanted === null ? null : Math.round(Math.max(least, Math.min(wanted, most)));
    show();
  };
  const keep = () => {
    if (app.state.get().preferences.panelWidth !== width) void put({ panelWidth: width });
  };
  const end = (/** @type {PointerEvent} */ event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    element.releasePointerCapture(event.pointerId);
    keep();
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button === 0) element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    const { left, right } = panel().getBoundingClientRect();
    const from = getComputedStyle(panel()).direction === "rtl" ? event.clientX - left : right - event.clientX;
    set(from / zoom());
  });
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
  element.addEventListener("dblclick", () => {
    set(null);
    keep();
  });
  element.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: now() + step, ArrowRight: now() - step, Home: least, End: most }[event.key];
    if (to === undefined && event.key !== "Enter") return;
    event.preventDefault();
    set(to ?? null);
    keep();
  });
  return { element, show };
}
