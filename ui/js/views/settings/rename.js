/**
 * Gives a Console another name.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { field, input } from "../../elements/field.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { asUiError } from "../../ipc.js";

/**
 * @param {import("../../main.js").App} app
 * @param {import("../../types.js").ConsoleEntry} console
 */
export async function renameConsole(app, { id, label }) {
  const t = app.text.settings;
  const name = field({ label: t.renameLabel, control: input({ value: label, maxlength: 200 }), hint: t.renameHint });
  const trouble = h("div", { class: "trouble" });
  let working = false;
  const save = async () => {
    if (working) return;
    const next = name.control.value.trim();
    name.setProblem(next ? null : t.renameMissing);
    fill(trouble);
    if (!next) {
      name.control.focus();
      return;
    }
    working = true;
    try {
      app.state.set(
        await busy(rename, () => app.call("rename_console", { operation: app.operation(), id, label: next })),
      );
      dialog.close();
      app.toast(t.renamed(next));
    } catch (thrown) {
      const error = asUiError(thrown);
      if (error.field !== null) {
        name.setProblem(error.message);
        name.control.focus();
      } else if (!isQuiet(error)) fill(trouble, errorBanner(error));
    } finally {
      working = false;
    }
  };
  const rename = button({ label: t.renameDo, kind: "primary", onclick: () => void save() });
  const form = h(
    "form",
    {
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void save();
      },
    },
    name.element,
  );
  const dialog = openDialog({
    title: t.renameTitle(label),
    body: [trouble, form],
    actions: [button({ label: t.cancel, onclick: () => dialog.close() }), rename],
  });
  name.control.focus();
  /** @type {HTMLInputElement} */ (name.control).select();
  await dialog.closed;
}
