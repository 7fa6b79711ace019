/**
 * Consoles that were used before, when none is connected: the keychain was locked at start, or the person signed out of
 * the one in use. One click goes on with one.
 * @module
 */

import { h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { hostOf, switchConsole } from "../settings/switch.js";

/**
 * @param {import("../../main.js").App} app
 * @param {(error: unknown) => void} onfail
 * @returns {HTMLElement | null} nothing while a Console is connected, or without any
 */
export function knownConsoles(app, onfail) {
  const t = app.text.connect;
  const { session, consoles } = app.state.get();
  const known = consoles.filter((one) => !one.practice);
  if (session || known.length === 0) return null;
  const line = (/** @type {import("../../types.js").ConsoleEntry} */ one) => {
    const use = button({
      label: t.use,
      props: { "aria-label": t.useOf(one.label) },
      onclick: () => void busy(use, () => switchConsole(app, one, onfail, "connect")),
    });
    return h(
      "li",
      { class: "line" },
      h(
        "p",
        { class: "grow wrap-anywhere" },
        h("b", null, one.label),
        h("span", { class: "hint" }, hostOf(one.address)),
      ),
      use,
    );
  };
  return h(
    "section",
    { class: "section" },
    h("h2", { class: "h-small" }, t.known),
    h("ul", { class: "group" }, known.map(line)),
  );
}
