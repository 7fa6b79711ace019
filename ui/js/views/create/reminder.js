/**
 * How three lines become a reminder in the documented form, which Rust reads back into its parts: see
 * `src-tauri/src/app/tokens/reminder.rs`. `tests/reminders.json` holds both to it.
 * @module
 */
import { text as words } from "../../text.js";

/** The most characters a Console keeps of a reminder, counted as it counts them: code points. */
export const REMINDER_MAX = 10_000;

/** The label of each part. They belong to the form, not to the words of the page: a translation must not change them. */
const labels = /** @type {const} */ ([
  ["place", "Place: "],
  ["who", "Looked after by: "],
  ["note", "Note: "],
]);

/** On one line: white space and what is no text become one space. @param {string} line */
const folded = (line) => line.replace(/[\s\p{Cc}]+/gu, " ").trim();

/**
 * The reminder from its parts; "" when all are empty.
 * @param {{ place: string, who: string, note: string }} lines
 */
export function composeReminder(lines) {
  return labels
    .map(([name, label]) => [label, folded(lines[name])])
    .filter(([, words]) => words)
    .map((line) => line.join(""))
    .join("\n");
}

/**
 * Characters of a reminder as people count them (an emoji is one).
 * @param {string} text
 */
export function reminderLength(text) {
  return [...text].length;
}

/**
 * What is wrong with a reminder, or null.
 * @param {string} text
 * @returns {string | null}
 */
export function reminderProblem(text) {
  if (!text.trim()) return words.create.reminderMissing;
  const over = reminderLength(text) - REMINDER_MAX;
  return over > 0 ? words.create.reminderLong(over) : null;
}
