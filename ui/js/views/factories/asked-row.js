/**
 * A secret that is asked of Rust only when the person wants to see or copy it, and forgotten when it is hidden again.
 * @module
 */

import { h, setProp } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { copySecret } from "../../elements/copy-row.js";
import { text } from "../../text.js";

const hidden = "•".repeat(12);

/**
 * @param {import("../../main.js").App} app
 * @param {object} options
 * @param {string} options.label
 * @param {() => Promise<string | null>} options.ask null: it was not told, for a reason that is shown elsewhere
 * @param {boolean} [options.multiline]
 */
export function askedRow(app, { label, ask, multiline = false }) {
  const t = text.general;
  let open = false;
  const shown = h("span", { class: "value" }, hidden);
  const show = button({
    label: t.showWhat(label),
    icon: "ui-eye",
    kind: "plain",
    onlyIcon: true,
    title: t.show,
    props: { "aria-pressed": "false" },
    onclick: () => void busy(show, toggle),
  });
  const copy = button({
    label: t.copyWhat(label),
    icon: "ui-copy",
    kind: "plain",
    onlyIcon: true,
    title: t.copy,
    onclick: async () => {
      const value = await ask();
      if (value !== null) await copySecret(app, value, copy);
    },
  });
  const toggle = async () => {
    const value = open ? hidden : await ask();
    if (value === null) return;
    open = !open;
    shown.textContent = value;
    const whole = open && multiline;
    shown.classList.toggle("multiline", whole);
    element.classList.toggle("multiline", whole);
    // It may scroll, so it can be reached by the keyboard.
    shown.tabIndex = whole ? 0 : -1;
    setProp(shown, "role", whole ? "group" : null);
    setProp(shown, "aria-label", whole ? label : null);
    show.setAttribute("aria-label", open ? t.hideWhat(label) : t.showWhat(label));
    show.setAttribute("aria-pressed", String(open));
    show.title = open ? t.hide : t.show;
  };
  const element = h(
    "div",
    { class: "copy-row" },
    h("span", { class: "what" }, label),
    shown,
    h("span", { class: "buttons" }, show, copy),
  );
  return element;
}
