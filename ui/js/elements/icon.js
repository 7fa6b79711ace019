/**
 * Icons, drawn from the one sprite (see scripts/icons).
 * @module
 */

import { h } from "../dom.js";

const sprite = "icons/sprite.svg";

/**
 * An icon. It says nothing to screen readers: a word stands beside it or on its button.
 *
 * @param {string} name its file without `.svg`: "ui-search", "kind-http"
 * @param {{ small?: boolean, class?: string }} [options]
 * @returns {SVGSVGElement}
 */
export function icon(name, { small = false, class: more = "" } = {}) {
  return h(
    "svg",
    { class: ["icon", small && "small", more], "aria-hidden": "true" },
    h("use", { href: `${sprite}#${name}` }),
  );
}

/** The app's own mark. @param {{ large?: boolean }} [options] */
export function logo({ large = false } = {}) {
  return h("img", { class: ["logo", large && "large"], src: large ? "icons/logo.svg" : "icons/logo-16.svg", alt: "" });
}
