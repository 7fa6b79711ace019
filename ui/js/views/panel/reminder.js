/**
 * The reminder on top of the panel, edited in its place.
 * @module
 */

import { fill, h, setProp } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { errorLine, isQuiet } from "../../errors.js";
import { text } from "../../text.js";
import { reminderFields } from "../create/reminder-fields.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */

/** @typedef {import("../../types.js").Reminder} Reminder */

/**
 * @param {App} app
 * @param {{ onsaved: (token: TokenDetail) => void }} options
 */
export function makeReminder(app, { onsaved }) {
  const t = app.text.panel;
  let id = "";
  let memo = "";
  /** @type {Reminder | null} */
  let parts = null;
  /** @type {HTMLElement | null} */
  let form = null;
  /** @type {ReturnType<typeof reminderFields> | null} */
  let fields = null;
  const title = h("h2", { id: "panel-title", dir: "auto", class: "reminder-title" });
  const more = h("div", { class: "reminder-more" });
  const element = h("div", { class: "reminder" }, title, more);
  /** What was being written when another one was shown. @type {Map<string, import("../create/reminder-fields.js").Words>} */
  const drafts = new Map();

  // One that is longer than its place is scrolled there, by keys too. Looked at when it is laid out: to ask before would lay it out once more.
  const observer = new ResizeObserver(() => {
    const long = !form && element.scrollHeight > element.clientHeight + 1;
    setProp(element, "tabindex", long ? "0" : null);
    setProp(element, "role", long ? "group" : null);
    setProp(element, "aria-label", long ? t.reminder : null);
  });
  for (const one of [element, title, more]) observer.observe(one);

  const cancel = () => {
    if (!form) return false;
    drafts.delete(id);
    form.remove();
    form = null;
    hideTitle(false);
    return true;
  };
  /** While it is edited its words are in the fields. @param {boolean} hidden */
  const hideTitle = (hidden) => {
    title.classList.toggle("visually-hidden", hidden);
    more.hidden = hidden;
  };

  const edit = () => {
    if (form) return fields?.focus();
    const back = document.activeElement;
    const now = reminderFields({
      memo,
      parts,
      draft: drafts.get(id) ?? null,
      onchange: (words) => drafts.set(id, words),
    });
    fields = now;
    const done = () => {
      cancel();
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
    const save = button({ label: t.reminderSave, kind: "primary", onclick: () => void busy(save, send) });
    const send = async () => {
      if (now.refuse()) return;
      const next = now.value();
      if (now.same() || next === memo) return done();
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
        now.setProblem(`${errorLine(error)} ${t.reminderKept}`);
        now.focus();
      }
    };
    form = h(
      "div",
      { class: "reminder-form" },
      now.element,
      h("div", { class: "row" }, button({ label: app.text.general.cancel, onclick: done }), save),
    );
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        done();
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save.click();
    });
    hideTitle(true);
    element.append(form);
    now.focus();
  };

  return {
    element,
    edit,
    cancel,
    editing: () => form !== null,
    /** @param {string} nextId @param {string} nextMemo @param {Reminder | null} nextParts */
    show(nextId, nextMemo, nextParts) {
      if (nextId !== id && form) {
        form.remove();
        form = null;
        hideTitle(false);
      }
      id = nextId;
      memo = nextMemo;
      parts = nextParts;
      title.textContent = nextParts?.place || nextMemo || t.noReminder;
      fill(more, nextParts?.place ? partLines(nextParts) : null);
    },
  };
}

/** Who looks after it, and the note. @param {Reminder} parts */
function partLines({ lookedAfterBy, note }) {
  const line = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {string} */ words) =>
    words
      ? h(
          "p",
          null,
          icon(sign),
          h("span", null, h("span", { class: "visually-hidden" }, `${label}: `), h("bdi", null, words)),
        )
      : null;
  return [line("ui-person", text.create.who, lookedAfterBy), line("ui-info", text.create.note, note)];
}
