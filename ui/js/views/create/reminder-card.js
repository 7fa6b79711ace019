/**
 * The reminder of a fresh Canarytoken, to be changed in place.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { errorLine, isQuiet } from "../../errors.js";
import { reminderFields } from "./reminder-fields.js";

/**
 * @param {import("./wizard.js").Wizard} wizard
 * @param {import("../../types.js").TokenDetail} token
 * @returns {HTMLElement}
 */
export function reminderCard({ app }, token) {
  const t = app.text.create;
  let { memo, reminder } = token;
  const may = app.state.get().session?.abilities.change ?? false;
  const box = h("div", { class: "banner" });
  const edit = button({
    label: t.editReminder,
    icon: "ui-edit",
    size: "small",
    props: { "aria-label": t.editReminderOf },
    onclick: () => open(),
  });

  function show() {
    fill(
      box,
      icon("ui-place"),
      h(
        "div",
        { class: "text" },
        h("h2", { class: "title" }, t.reminderTitle),
        h("p", { class: "wrap-anywhere memo" }, memo),
      ),
      may ? edit : null,
    );
  }

  function open() {
    const fields = reminderFields({ memo, parts: reminder });
    const close = () => {
      show();
      edit.focus();
    };
    const save = button({
      label: t.saveReminder,
      onclick: async () => {
        if (fields.refuse()) return;
        try {
          const args = { operation: app.operation(), id: token.row.id, memo: fields.value() };
          ({ memo, reminder } = await busy(save, () => app.call("update_memo", args)));
          app.announce(t.reminderSaved);
          close();
        } catch (error) {
          if (!isQuiet(error)) fields.setProblem(errorLine(error));
        }
      },
    });
    const form = h(
      "div",
      { class: "text reminder-form" },
      fields.element,
      h("div", { class: "row" }, button({ label: t.cancel, kind: "plain", onclick: close }), save),
    );
    // Esc gives up the change, not the page.
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      close();
    });
    fill(box, form);
    fields.focus();
  }

  show();
  return box;
}
