/**
 * What the program is, diagnostics, and removing everything.
 * @module
 */

import { h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { copyText } from "../../elements/copy-row.js";
import { openDialog } from "../../elements/dialog.js";
import { logo } from "../../elements/icon.js";
import { removeEverything } from "./remove.js";

/** @typedef {import("../../main.js").App} App */

/** @param {App} app @returns {HTMLElement} */
export function aboutPart(app) {
  const t = app.text.settings;
  const more = button({
    label: t.learnMore,
    icon: "ui-open-outside",
    onclick: () => void app.call("open_link", { link: { type: "about" } }).catch((error) => app.showError(error)),
  });
  const diagnostics = button({
    label: t.diagnostics,
    icon: "ui-copy",
    onclick: () =>
      void busy(diagnostics, async () => {
        try {
          showDiagnostics(app, (await app.call("get_diagnostics")).text);
        } catch (error) {
          app.showError(error);
        }
      }),
  });
  const remove = button({ label: t.removeButton, kind: "danger-quiet", onclick: () => void removeEverything(app) });
  return h(
    "div",
    { class: "group" },
    h(
      "div",
      { class: "line" },
      logo({ large: true }),
      h(
        "p",
        { class: "grow" },
        h("b", null, t.version(app.state.get().version)),
        h("span", { class: "hint" }, t.independent),
      ),
    ),
    line(t.whatAre, t.whatAreHint, more),
    line(t.trouble, t.troubleHint, diagnostics),
    line(t.remove, t.removeHint, remove),
  );
}

/** @param {string} title @param {string} hint @param {Node} action */
const line = (title, hint, action) =>
  h(
    "div",
    { class: "line" },
    h("p", { class: "grow" }, title, h("span", { class: "hint" }, hint)),
    h("div", { class: "buttons" }, action),
  );

/** @param {App} app @param {string} words */
function showDiagnostics(app, words) {
  const t = app.text.settings;
  const copy = button({
    label: t.diagnosticsCopy,
    icon: "ui-copy",
    kind: "primary",
    onclick: () => void copyText(words, copy),
  });
  const dialog = openDialog({
    title: t.diagnosticsTitle,
    text: t.diagnosticsWhat,
    class: "wide-dialog",
    body: h("pre", { class: "preview", tabIndex: 0, role: "region", "aria-label": t.diagnosticsText }, words),
    actions: [button({ label: t.close, props: { autofocus: true }, onclick: () => dialog.close() }), copy],
  });
}
