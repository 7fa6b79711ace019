/**
 * Tells something to screen readers, politely.
 * @module
 */

import { h } from "../dom.js";

const region = h("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });

/** The region; main.js puts it into the page. */
export const announcer = () => region;

/** @param {string} message */
export function announce(message) {
  // Behind a modal dialog nothing is told, so the region goes along.
  const home = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  if (region.parentNode !== home) home.append(region);
  region.textContent = "";
  // A change in a later task is told even if the words are the same.
  setTimeout(() => {
    region.textContent = message;
  }, 30);
}
