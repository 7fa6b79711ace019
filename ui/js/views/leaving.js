/**
 * Keeps a view from being left by accident: it asks first when something was filled in.
 * @module
 */

import { confirmDialog } from "../elements/dialog.js";

/** @typedef {{ title: string, text: string, confirm: string, cancel: string }} Words */

/**
 * Watches the ways out of a view that the whole window has (Esc, and the commands that show another view), and gives
 * the view's own buttons the same question.
 *
 * @param {import("../main.js").App} app
 * @param {object} options
 * @param {() => boolean | Words | null} options.touched would something be lost? Words: they say what, in place of `words`
 * @param {Words} options.words
 * @param {(() => void) | null} options.onclose what Esc does; null: nothing
 * @param {() => boolean} [options.held] asked first: true keeps the view as it is (something is under way)
 * @param {() => Promise<void>} [options.onleave] what there is to do before it is left
 * @returns {(go: () => void) => Promise<void>} leaves, after asking if needed
 */
export function guard(app, { touched, words, onclose, held = () => false, onleave }) {
  const leave = async (/** @type {() => void} */ go) => {
    if (document.querySelector("dialog[open]") || held()) return;
    const lost = touched();
    if (lost) {
      const yes = await confirmDialog({ ...words, ...(lost === true ? null : lost), danger: true });
      if (!yes || app.signal.aborted) return;
    }
    await onleave?.();
    go();
  };
  app.onCommand("close", () => (onclose ? void leave(onclose) : false), app.signal);
  app.onCommand("settings", () => void leave(() => app.go("settings")), app.signal);
  return leave;
}
