/**
 * Making a factory, handing it on, deleting it.
 * @module
 */

import { h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { closeButton, openDialog } from "../../elements/dialog.js";
import { field, input, select } from "../../elements/field.js";
import { asUiError } from "../../ipc.js";
import { askedRow } from "./asked-row.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Factory} Factory */
/** @typedef {import("../../types.js").FactorySecret} FactorySecret */

/** @param {App} app @returns {Promise<Factory | null>} the new one */
export async function newFactory(app) {
  const t = app.text.factories;
  /** @type {import("../../types.js").Flock[]} */
  let flocks;
  try {
    flocks = await app.call("list_flocks");
  } catch (error) {
    app.showError(error);
    return null;
  }
  const memo = field({ label: t.reminder, control: input({ maxlength: 10_000 }), hint: t.reminderHint });
  const flock = field({ label: t.flock, control: select(flocks.map(({ id, name }) => ({ value: id, label: name }))) });
  const trouble = h("div", { class: "trouble" });
  /** @type {Factory | null} */
  let made = null;
  const send = () =>
    busy(make, async () => {
      trouble.replaceChildren();
      flock.setProblem(null);
      memo.setProblem(memo.control.value.trim() ? null : t.reminderMissing);
      if (!memo.control.value.trim()) return memo.control.focus();
      try {
        const args = { operation: app.operation(), flock: flock.control.value, memo: memo.control.value.trim() };
        made = await app.call("create_factory", args);
        dialog.close("made");
      } catch (thrown) {
        const error = asUiError(thrown);
        const at = error.field === "memo" ? memo : error.field === "flock" ? flock : null;
        if (!at) return app.showError(error, { where: trouble });
        at.setProblem(error.message);
        at.control.focus();
      }
    });
  const make = button({ label: t.newDo, kind: "primary", onclick: () => void send() });
  memo.control.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === "Enter") make.click();
  });
  const dialog = openDialog({
    title: t.newTitle,
    text: t.newAbout,
    icon: "ui-key",
    body: [trouble, h("div", { class: "form tight" }, memo.element, flock.element)],
    actions: [button({ label: app.text.general.cancel, onclick: () => dialog.close() }), make],
    mayClose: () => make.getAttribute("aria-disabled") !== "true",
  });
  memo.control.focus();
  await dialog.closed;
  if (made) app.toast(t.made);
  return made;
}

/**
 * What a person hands on of a factory. None of it is in the page before it is asked for.
 *
 * @param {App} app
 * @param {Factory} factory
 * @returns {Promise<boolean>} true: it turned out to be gone
 */
export async function handOn(app, { id, memo, hasLink }) {
  const t = app.text.factories;
  const trouble = h("div", { class: "trouble" });
  let gone = false;
  /** @param {(secret: FactorySecret) => string | null} part */
  const ask = (part) => async () => {
    try {
      return part(await app.call("reveal_factory", { id }));
    } catch (error) {
      gone ||= asUiError(error).code === "factoryGone";
      app.showError(error, { where: trouble });
      return null;
    }
  };
  const dialog = openDialog({
    title: t.handOnTitle,
    text: [h("b", null, memo || t.noReminder), ". ", t.handOnAbout],
    icon: "ui-key",
    body: [
      trouble,
      h(
        "div",
        { class: "card" },
        hasLink ? askedRow(app, { label: t.link, ask: ask((secret) => secret.link) }) : null,
        askedRow(app, { label: t.code, ask: ask((secret) => secret.code) }),
        askedRow(app, { label: t.command, ask: ask((secret) => secret.command), multiline: true }),
      ),
      hasLink ? null : h("p", { class: "quiet" }, t.noLink),
    ],
    actions: [closeButton(() => dialog.close())],
  });
  await dialog.closed;
  return gone;
}

/**
 * @param {App} app
 * @param {Factory} factory
 * @returns {Promise<unknown>} false: not done; null: done; else why it could not be done any more
 */
export async function deleteFactory(app, { id, memo }) {
  const t = app.text.factories;
  const trouble = h("div", { class: "trouble" });
  /** @type {unknown} */
  let gone = null;
  const remove = button({
    label: t.deleteDo,
    kind: "danger",
    onclick: () =>
      void busy(remove, async () => {
        try {
          await app.call("delete_token_factory", { operation: app.operation(), id });
          dialog.close("done");
        } catch (error) {
          if (asUiError(error).code !== "factoryGone") return app.showError(error, { where: trouble });
          gone = error;
          dialog.close("gone");
        }
      }),
  });
  const dialog = openDialog({
    title: t.deleteTitle,
    text: t.deleteText(memo || t.noReminder),
    icon: "ui-delete",
    danger: true,
    body: trouble,
    actions: [
      button({ label: app.text.general.cancel, props: { autofocus: true }, onclick: () => dialog.close() }),
      remove,
    ],
  });
  const value = await dialog.closed;
  if (value === "") return false;
  if (value === "done") app.toast(t.deleted);
  return gone;
}
