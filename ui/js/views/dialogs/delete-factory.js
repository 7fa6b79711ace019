/**
 * Deletes the factory from which servers get their EC2 metadata decoys.
 * @module
 */

import { h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";

/** @typedef {import("../../main.js").App} App */

/**
 * @param {App} app
 * @param {string} hash
 * @returns {Promise<boolean>} true: it is gone
 */
export async function deleteFactory(app, hash) {
  const t = app.text.panel;
  const trouble = h("div", { class: "trouble" });
  const operation = app.operation();
  const remove = button({
    label: t.factoryDo,
    kind: "danger",
    onclick: () =>
      void busy(remove, async () => {
        try {
          await app.call("delete_factory", { operation, hash });
          dialog.close("done");
        } catch (error) {
          app.showError(error, { where: trouble });
        }
      }),
  });
  const dialog = openDialog({
    title: t.factoryTitle,
    text: t.factoryAbout,
    icon: "ui-delete",
    danger: true,
    body: trouble,
    actions: [
      button({ label: app.text.general.cancel, props: { autofocus: true }, onclick: () => dialog.close() }),
      remove,
    ],
  });
  const done = (await dialog.closed) === "done";
  if (done) app.toast(t.factoryDone);
  return done;
}
