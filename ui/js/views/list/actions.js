/**
 * What is done to one, some or many Canarytokens: on, off, delete. With a bar and a way to stop when it takes long, and a
 * result to keep when some need attention.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { copyText } from "../../elements/copy-row.js";
import { closeButton, openDialog } from "../../elements/dialog.js";
import { progress } from "../../elements/progress.js";
import { describe, errorLine, whatHappened } from "../../errors.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Selection} Selection */
/** @typedef {import("../../types.js").BatchResult} BatchResult */
/** @typedef {import("../../types.js").Progress} Progress */

/** Milliseconds before a bar appears: what is quicker needs none. */
const patience = 500;

/**
 * Runs a job on many. A dialog with a bar opens if it is not over soon.
 *
 * @template T
 * @param {App} app
 * @param {object} options
 * @param {string} options.title
 * @param {number} options.total
 * @param {(operation: string, onProgress: import("../../commands").Channel<Progress>) => Promise<T>} options.run
 * @returns {Promise<T>}
 */
export async function runBatch(app, { title, total, run }) {
  const t = app.text.list;
  const operation = app.operation();
  const bar = progress({ label: title, say: (now) => t.progressSay(now.done, now.total, now.failed) });
  bar.update({ done: 0, total, failed: 0 });
  /** @type {import("../../elements/dialog.js").Dialog | null} */
  let dialog = null;
  const stop = button({
    label: t.stop,
    props: { autofocus: true },
    onclick: () => {
      stop.setAttribute("aria-disabled", "true");
      const label = stop.querySelector(".label");
      if (label) label.textContent = t.stopping;
      app.call("cancel_operation", { operation }).catch(() => {});
    },
  });
  const timer = setTimeout(() => {
    dialog = openDialog({ title, text: t.stopNote, body: bar.element, actions: [stop], mayClose: () => false });
  }, patience);
  try {
    return await run(
      operation,
      app.channel((/** @type {Progress} */ now) => bar.update(now)),
    );
  } finally {
    clearTimeout(timer);
    const open = /** @type {import("../../elements/dialog.js").Dialog | null} */ (dialog);
    open?.close();
    await open?.closed;
  }
}

/**
 * Turns on or off. Says so with Undo, and tells what needs attention.
 *
 * @param {App} app
 * @param {object} options
 * @param {Selection} options.selection
 * @param {number} options.count
 * @param {boolean} options.enabled
 * @param {string} [options.said] in place of "Turned off 3 Canarytokens"
 * @param {() => void} options.onchanged the list may look different now
 * @returns {Promise<boolean>} false: it failed as a whole, and that was said
 */
export async function setEnabled(app, { selection, count, enabled, said, onchanged }) {
  const t = app.text.list;
  try {
    const result = await runBatch(app, {
      title: enabled ? t.turningOn : t.turningOff,
      total: count,
      run: (operation, onProgress) =>
        app.call(enabled ? "enable_tokens" : "disable_tokens", { operation, selection, onProgress }),
    });
    onchanged();
    if (result.failed.length) showFailures(app, result);
    else {
      const all = result.ids.length === result.done && result.done > 0;
      const undo = () =>
        void setEnabled(app, {
          selection: { type: "ids", ids: result.ids },
          count: result.ids.length,
          enabled: !enabled,
          onchanged,
        });
      const message =
        result.done === 0
          ? t.nothingToDo(enabled)
          : (said ?? (enabled ? t.turnedOn(result.done) : t.turnedOff(result.done)));
      app.toast(message, { undo: all ? undo : null });
    }
    return true;
  } catch (error) {
    app.showError(error);
    onchanged();
    return false;
  }
}

/**
 * What went wrong with which, to read and to copy.
 * @param {App} app
 * @param {Pick<BatchResult, "done" | "failed">} result
 * @param {string} [about] in place of "12 Canarytokens went well"
 */
export function showFailures(app, { done, failed }, about) {
  const t = app.text.list;
  const name = (/** @type {string} */ memo) => memo || t.noReminder;
  const whole = failed.map((one) => `${name(one.memo)}\t${one.id}\t${errorLine(one.error)}`).join("\n");
  const copy = button({
    label: t.copyResult,
    icon: "ui-copy",
    kind: "plain",
    onclick: () => copyText(`${t.failedTitle(failed.length)}\n${whole}`, copy),
  });
  const dialog = openDialog({
    title: t.failedTitle(failed.length),
    text: about ?? t.failedText(done),
    icon: "ui-attention",
    danger: true,
    body: h(
      "ul",
      { class: "named reasons", "aria-label": t.failedList, tabIndex: 0 },
      failed
        .slice(0, 200)
        .map((one) =>
          h(
            "li",
            null,
            h(
              "span",
              { class: "what" },
              name(one.memo),
              h("span", { class: "hint" }, `${describe(one.error.code).title}. ${whatHappened(one.error)}`),
            ),
          ),
        ),
    ),
    start: copy,
    actions: [closeButton(() => dialog.close())],
  });
  return dialog;
}
