/**
 * How the three lines of the step Place become a reminder.
 * @module
 */
import { create as createText } from "../../text/create.js";

/** The most characters a Console keeps of a reminder, counted as it counts them: code points. */
export const REMINDER_MAX = 10_000;

/**
 * A line as a sentence: trimmed, on one line, with an end.
 * @param {string} line
 */
function sentence(line) {
  const text = line.replace(/\s+/g, " ").trim();
  if (!text) return "";
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`;
}

/**
 * The reminder from its parts; "" when all are empty.
 * @param {{ place: string, who: string, note: string }} lines
 */
export function composeReminder(lines) {
  const who = lines.who.trim();
  return [sentence(lines.place), who ? sentence(createText.lookedAfterBy(who)) : "", sentence(lines.note)]
    .filter(Boolean)
    .join(" ");
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
  if (!text.trim()) return createText.reminderMissing;
  const over = reminderLength(text) - REMINDER_MAX;
  return over > 0 ? createText.reminderLong(over) : null;
}
