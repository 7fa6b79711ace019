/**
 * In place of a screen that makes something: the key may not create. Said there too, for whoever comes by the menu.
 * @module
 */

import { fill, h } from "../dom.js";
import { button } from "../elements/button.js";
import { errorBanner } from "../errors.js";

/**
 * @param {import("../main.js").App} app
 * @param {HTMLElement} element the screen's
 * @param {{ title: string, message: string, back: string }} words
 * @returns {HTMLElement} `element`
 */
export function refused(app, element, { title, message, back }) {
  const leave = button({ label: back, onclick: () => app.go(app.state.get().session ? "list" : "connect") });
  app.onCommand("close", () => leave.click(), app.signal);
  const error = { code: "notAllowed", message, field: null, retryable: false, reference: "", detail: null };
  const banner = errorBanner(error, { actions: [leave] });
  fill(element, h("main", null, h("div", { class: "page" }, h("h1", { class: "visually-hidden" }, title), banner)));
  return element;
}
