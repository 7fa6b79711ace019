/**
 * Signs out of everything and removes what the program keeps on this computer, after a typed confirmation.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { field, input } from "../../elements/field.js";
import { noteList } from "../../elements/note-list.js";
import { errorBanner, isQuiet } from "../../errors.js";

/** @param {import("../../main.js").App} app */
export async function removeEverything(app) {
  const t = app.text.settings;
  const word = t.removeWord;
  const typed = field({ label: t.removeType(word), control: input({ autocapitalize: "off" }) });
  const trouble = h("div", { class: "trouble" });
  let working = false;
  const send = async () => {
    if (working) return;
    const right = typed.control.value.trim().toLocaleLowerCase() === word;
    typed.setProblem(right ? null : t.removeTypeWrong(word));
    fill(trouble);
    if (!right) {
      typed.control.focus();
      return;
    }
    working = true;
    try {
      const next = await busy(remove, () => app.call("remove_everything", { operation: app.operation() }));
      app.state.set(next);
      dialog.close("done");
    } catch (error) {
      if (!isQuiet(error)) fill(trouble, errorBanner(error));
      await app.reload().catch(() => {});
    } finally {
      working = false;
    }
  };
  const remove = button({ label: t.removeDo, kind: "danger", onclick: () => void send() });
  const dialog = openDialog({
    title: t.removeTitle,
    text: t.removeWhat,
    icon: "ui-delete",
    danger: true,
    body: [
      trouble,
      noteList(t.removeList.map((one) => ["ui-close", one])),
      h("p", null, t.removeStays),
      h(
        "form",
        {
          novalidate: true,
          onsubmit: (/** @type {Event} */ event) => {
            event.preventDefault();
            void send();
          },
        },
        typed.element,
      ),
    ],
    actions: [button({ label: t.cancel, props: { autofocus: true }, onclick: () => dialog.close() }), remove],
    mayClose: () => !working,
  });
  if ((await dialog.closed) !== "done") return;
  app.toast(t.removed);
  if (!app.signal.aborted) app.go("connect");
}
