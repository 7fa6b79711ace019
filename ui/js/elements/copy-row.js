/**
 * A value with a button that copies it. A secret stays hidden until "Show", and can be copied without showing it.
 * @module
 */

import { h } from "../dom.js";
import { text } from "../text.js";
import { announce } from "./announce.js";
import { button } from "./button.js";
import { icon } from "./icon.js";

const hidden = "•".repeat(12);

/**
 * @param {import("../main.js").App} app
 * @param {import("../types.js").CopyValue} value
 * @returns {HTMLElement}
 */
export function copyRow(app, { label, value, secret, multiline }) {
  const shown = h("span", { class: ["value", multiline && "multiline"] }, secret ? hidden : value);
  if (multiline) {
    // It may scroll, so it can be reached by the keyboard.
    shown.tabIndex = 0;
    shown.setAttribute("role", "group");
    shown.setAttribute("aria-label", label);
  }
  if (secret) shown.setAttribute("aria-label", text.general.showWhat(label));
  const copy = button({
    label: text.general.copyWhat(label),
    icon: "ui-copy",
    kind: "plain",
    onlyIcon: true,
    title: text.general.copy,
    onclick: () => (secret ? copySecret(app, value, copy) : copyText(value, copy)),
  });
  const reveal = secret ? revealButton(label, value, shown) : null;
  return h(
    "div",
    { class: ["copy-row", multiline && "multiline"] },
    h("span", { class: "what" }, label),
    shown,
    h("span", { class: "buttons" }, reveal, copy),
  );
}

/**
 * @param {string} label
 * @param {string} value
 * @param {HTMLElement} shown
 */
function revealButton(label, value, shown) {
  let open = false;
  const reveal = button({
    label: text.general.showWhat(label),
    icon: "ui-eye",
    kind: "plain",
    onlyIcon: true,
    title: text.general.show,
    onclick: () => {
      open = !open;
      shown.textContent = open ? value : hidden;
      shown.removeAttribute("aria-label");
      const now = open ? text.general.hideWhat(label) : text.general.showWhat(label);
      reveal.setAttribute("aria-label", now);
      reveal.setAttribute("aria-pressed", String(open));
      reveal.title = open ? text.general.hide : text.general.show;
    },
  });
  reveal.setAttribute("aria-pressed", "false");
  return reveal;
}

/**
 * Copies text and says so, on the button and to screen readers.
 *
 * @param {string} value
 * @param {HTMLElement} [from] the button: its icon becomes a tick for a moment
 * @returns {Promise<boolean>} did it work?
 */
export async function copyText(value, from) {
  try {
    await navigator.clipboard.writeText(value);
  } catch {
    announce(text.general.copyFailed);
    return false;
  }
  announce(text.general.copied);
  if (from) markCopied(from);
  return true;
}

/**
 * Copies a secret through Rust, which clears it from the clipboard in a minute, and says so. Where Rust cannot, the page copies it
 * and says that it stays.
 *
 * @param {import("../main.js").App} app
 * @param {string} secret
 * @param {HTMLElement} from the button: its icon becomes a tick for a moment
 */
export async function copySecret(app, secret, from) {
  const cleared = await app.call("copy_secret", { secret }).then(
    () => true,
    () => false,
  );
  if (!cleared && !(await copyText(secret))) return;
  const said = cleared ? text.general.copiedSecret : text.general.copiedToStay;
  app.toast(said);
  // Behind a modal dialog a toast is not told.
  if (document.querySelector("dialog[open]")) announce(said);
  markCopied(from);
}

/** @param {HTMLElement} from */
function markCopied(from) {
  const sign = from.querySelector(".icon");
  if (sign && !from.dataset.copied) {
    const done = icon("ui-check");
    from.dataset.copied = "yes";
    sign.replaceWith(done);
    setTimeout(() => {
      done.replaceWith(sign);
      delete from.dataset.copied;
    }, 1600);
  } else if (!sign && !from.dataset.copied) {
    const before = from.textContent;
    from.dataset.copied = "yes";
    from.textContent = text.general.copied;
    setTimeout(() => {
      from.textContent = before;
      delete from.dataset.copied;
    }, 1600);
  }
}
