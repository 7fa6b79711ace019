/**
 * Editing a reminder that is there: by its three lines where it is in the documented form, else as it was written.
 * @module
 */

import { h } from "../../dom.js";
import { field, input, textarea } from "../../elements/field.js";
import { text } from "../../text.js";
import { composeReminder, REMINDER_MAX, reminderLength } from "./reminder.js";

/** @typedef {import("../../types.js").Reminder} Reminder */
/**
 * What stands in the fields: one's own words, or the three lines.
 * @typedef {string | { place: string, who: string, note: string }} Words
 */

/** @param {string} memo @param {Reminder | null} parts @returns {Words} */
const asWords = (memo, parts) => (parts ? { place: parts.place, who: parts.lookedAfterBy, note: parts.note } : memo);

/**
 * @param {object} options
 * @param {string} options.memo
 * @param {Reminder | null} options.parts
 * @param {Words | null} [options.draft] what was being written before
 * @param {(words: Words) => void} [options.onchange]
 */
export function reminderFields({ memo, parts, draft = null, onchange }) {
  const t = text.panel;
  const words = draft ?? asWords(memo, parts);
  const counter = h("span", { class: "quiet number" });
  const lines =
    typeof words === "string"
      ? [plainField(words, counter)]
      : [
          lineField(text.create.place, words.place),
          lineField(text.create.who, words.who, true),
          lineField(text.create.note, words.note, true),
        ];
  const [first] = lines;
  const current = () => {
    const [place = "", who = "", note = ""] = lines.map((line) => line.control.value);
    return typeof words === "string" ? place : { place, who, note };
  };
  const composed = () => {
    const now = current();
    return typeof now === "string" ? now.trim() : composeReminder(now);
  };
  /** What is wrong with it, or null. */
  const problem = () => {
    const now = current();
    if (!(typeof now === "string" ? now : now.place).trim()) return t.reminderEmpty;
    const over = reminderLength(composed()) - REMINDER_MAX;
    return over > 0 ? t.reminderLong(over) : null;
  };
  const check = () => {
    counter.textContent = t.reminderCount(reminderLength(composed()), REMINDER_MAX);
    const long = reminderLength(composed()) > REMINDER_MAX;
    first?.setProblem(long ? problem() : null);
  };
  for (const { control } of lines) {
    control.addEventListener("input", () => {
      onchange?.(current());
      check();
    });
  }
  check();
  return {
    element: h(
      "div",
      { class: "stack" },
      lines.map((line) => line.element),
    ),
    /** The reminder as it is sent. */
    value: composed,
    /** Nothing was changed. */
    same: () => JSON.stringify(current()) === JSON.stringify(asWords(memo, parts)),
    /** Shows what is wrong, if anything is, and goes there. */
    refuse() {
      const wrong = problem();
      first?.setProblem(wrong);
      if (wrong !== null) first?.control.focus();
      return wrong !== null;
    },
    /** @param {string} message */
    setProblem: (message) => first?.setProblem(message),
    focus() {
      const control = first?.control;
      control?.focus();
      if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length);
    },
  };
}

/** @param {string} words @param {HTMLElement} counter */
function plainField(words, counter) {
  const control = textarea({ value: words, rows: 4, spellcheck: "true", class: "reminder-edit" });
  return field({ label: text.panel.reminder, control, hint: text.panel.reminderHint, beside: counter });
}

/** @param {string} label @param {string} value @param {boolean} [optional] */
function lineField(label, value, optional = false) {
  return field({ label, control: input({ value, spellcheck: "true" }), optional });
}
