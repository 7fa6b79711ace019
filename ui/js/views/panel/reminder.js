/**
 * The reminder on top of the panel, edited in its place.
 * @module
 */

import { h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { field, textarea } from "../../elements/field.js";
import { errorLine, isQuiet } from "../../errors.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */

/** The Console's limit, in characters. */
const longest = 10_000;

/**
 * @param {App} app
 * @param {{ onsaved: (token: TokenDetail) => void }} options
 */
export function makeReminder(app, { onsaved }) {
  const t = app.text.panel;
  let id = "";
  let memo = "";
  /** @type {HTMLElement | null} */
  let form = null;
  const title = h("h2", { id: "panel-title", class: "reminder-title" });
  const element = h("div", { class: "reminder" }, title);
  /** What was being written when another one was shown. @type {Map<string, string>} */
  const drafts = new Map();

  const cancel = () => {
    if (!form) return false;
    drafts.delete(id);
    form.remove();
    form = null;
    title.classList.remove("visually-hidden");
    return true;
  };

  const edit = () => {
    if (form) return form.querySelector("textarea")?.focus();
    const back = document.activeElement;
    const control = textarea({ value: drafts.get(id) ?? memo, class: "reminder-edit" });
    const counter = h("span", { class: "quiet number" });
    const line = field({ label: t.reminder, control, hint: t.reminderHint, beside: counter });
    const check = () => {
      const used = [...control.value].length;
      counter.textContent = t.reminderCount(used, longest);
      if (used > longest) line.setProblem(t.reminderLong(used - longest));
      else line.setProblem(null);
      return used <= longest;
    };
    const done = () => {
      cancel();
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
    const save = button({ label: t.reminderSave, kind: "primary", onclick: () => void busy(save, send) });
    const send = async () => {
      const next = control.value.trim();
      if (!next) {
        line.setProblem(t.reminderEmpty);
        return control.focus();
      }
      if (!check()) return control.focus();
      if (next === memo) return done();
      const mine = id;
      try {
        const token = await app.call("update_memo", { operation: app.operation(), id, memo: next });
        drafts.delete(mine);
        app.toast(t.reminderSaved);
        if (mine !== id) return;
        done();
        onsaved(token);
      } catch (error) {
        if (isQuiet(error) || mine !== id) return;
        line.setProblem(`${errorLine(error)} ${t.reminderKept}`);
        control.focus();
      }
    };
    control.addEventListener("input", () => {
      drafts.set(id, control.value);
      check();
    });
    control.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        done();
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save.click();
    });
    form = h(
      "div",
      { class: "reminder-form" },
      line.element,
      h("div", { class: "row" }, button({ label: app.text.general.cancel, onclick: done }), save),
    );
    title.classList.add("visually-hidden");
    element.append(form);
    check();
    control.focus();
    control.setSelectionRange(control.value.length, control.value.length);
  };

  return {
    element,
    edit,
    cancel,
    editing: () => form !== null,
    /** @param {string} nextId @param {string} nextMemo */
    show(nextId, nextMemo) {
      if (nextId !== id && form) {
        form.remove();
        form = null;
        title.classList.remove("visually-hidden");
      }
      id = nextId;
      memo = nextMemo;
      title.textContent = nextMemo || t.noReminder;
    },
  };
}
