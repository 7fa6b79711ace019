/**
 * Moving one, some or many Canarytokens to another flock.
 * @module
 */

import { fill, h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { closeButton, openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { runBatch, showFailures } from "../list/actions.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Selection} Selection */
/** @typedef {import("../../types.js").SelectionSummary} SelectionSummary */
/** @typedef {import("../../types.js").FlockFigures} FlockFigures */

/** The button of the panel. @param {import("../panel/state.js").Use} use */
export function moveButton({ app, token, may, onchanged }) {
  if (!may.change) return null;
  return button({
    label: app.text.flocks.moveOne,
    icon: "ui-flock",
    kind: "plain",
    size: "small",
    onclick: () => void moveTokens(app, { selection: { type: "ids", ids: [token.row.id] }, onchanged }),
  });
}

/**
 * Asks where to, and then moves.
 *
 * @param {App} app
 * @param {object} options
 * @param {Selection} options.selection
 * @param {() => void} options.onchanged the list may look different now
 * @returns {Promise<boolean>} true: some were moved
 */
export async function moveTokens(app, { selection, onchanged }) {
  let summary;
  let flocks;
  try {
    [summary, flocks] = await Promise.all([
      app.call("summarize_selection", { selection }),
      app.call("summarize_flocks"),
    ]);
  } catch (error) {
    app.showError(error);
    return false;
  }
  if (summary.count === 0) return false;
  const to = await ask(app, summary, flocks);
  if (!to) return false;
  const before = summary.count === 1 ? (summary.sample[0]?.flockId ?? null) : null;
  return run(app, { selection, count: summary.count, ...to, before, flocks, onchanged });
}

/**
 * @param {App} app
 * @param {object} options
 * @param {Selection} options.selection
 * @param {number} options.count
 * @param {string} options.flock
 * @param {boolean} options.clearIncidents
 * @param {string | null} options.before where it was, for Undo of one
 * @param {FlockFigures[]} options.flocks
 * @param {() => void} options.onchanged
 * @returns {Promise<boolean>}
 */
async function run(app, { selection, count, flock, clearIncidents, before, flocks, onchanged }) {
  const t = app.text.flocks;
  const name = flocks.find((one) => one.id === flock)?.name ?? flock;
  try {
    const result = await runBatch(app, {
      title: t.moving,
      total: count,
      run: (operation, onProgress) =>
        app.call("move_tokens", { operation, selection, expected: count, flock, clearIncidents, onProgress }),
    });
    onchanged();
    if (result.failed.length) showFailures(app, result);
    else {
      const back =
        before !== null && before !== flock && !clearIncidents && result.done === 1
          ? () =>
              void run(app, { selection, count, flock: before, clearIncidents: false, before: null, flocks, onchanged })
          : null;
      app.toast(result.done ? t.moved(result.done, name) : t.nothingMoved(name), { undo: back });
    }
    return result.done > 0;
  } catch (error) {
    onchanged();
    app.showError(error);
    return false;
  }
}

/**
 * @param {App} app
 * @param {SelectionSummary} summary
 * @param {FlockFigures[]} flocks
 * @returns {Promise<{ flock: string, clearIncidents: boolean } | null>}
 */
async function ask(app, summary, flocks) {
  const t = app.text.flocks;
  const { count, sample, alerts } = summary;
  const all = sample.length === count && sample.every((row) => row.flockId === sample[0]?.flockId);
  const here = all ? (sample[0]?.flockId ?? null) : null;
  const clear = h("input", { type: "radio", class: "dot", name: "alerts" });
  const problem = h("div", { class: "field wrong", hidden: true });
  const choices = flocks.map((flock) => flockChoice(app, flock, flock.id === here ? count : null));
  const chosen = () => choices.find((one) => one.control.checked)?.id ?? null;
  const confirm = () => {
    if (chosen() !== null) return dialog.close("move");
    problem.hidden = false;
    fill(problem, h("p", { class: "error", role: "alert" }, icon("ui-attention"), h("span", null, t.missing)));
    choices.find((one) => !one.control.disabled)?.control.focus();
  };
  const possible = choices.some((one) => !one.control.disabled);
  const dialog = openDialog({
    title: t.moveTitle(count),
    text: possible ? t.moveText : t.oneFlock,
    icon: "ui-flock",
    body: possible
      ? [
          h(
            "fieldset",
            { class: "question" },
            h("legend", null, t.moveTo),
            h(
              "div",
              { class: "flock-list", onchange: () => (problem.hidden = true) },
              choices.map((one) => one.element),
            ),
            problem,
          ),
          alerts > 0 ? alertQuestion(app, summary, clear) : null,
        ]
      : null,
    actions: possible
      ? [
          button({ label: app.text.general.cancel, onclick: () => dialog.close() }),
          button({ label: t.moveDo(count), kind: "primary", onclick: confirm }),
        ]
      : [closeButton(() => dialog.close())],
  });
  choices.find((one) => !one.control.disabled)?.control.focus();
  const flock = (await dialog.closed) === "move" ? chosen() : null;
  return flock === null ? null : { flock, clearIncidents: clear.checked };
}

/** @param {App} app @param {FlockFigures} flock @param {number | null} here so many, which are all of the question, are in it now */
function flockChoice(app, { id, name, total, enabled, disabled }, here) {
  const t = app.text.flocks;
  const control = h("input", { type: "radio", class: "dot", name: "flock", disabled: here !== null });
  const figures = total === null ? "" : t.figures(total, enabled ?? 0, disabled ?? 0);
  const hint = here === null ? figures : [t.hereNow(here), figures].filter(Boolean).join(". ");
  const element = h(
    "label",
    { class: ["choice", here !== null && "off"] },
    control,
    h("span", null, name, hint ? h("span", { class: "hint" }, hint) : null),
  );
  return { id, control, element };
}

/** @param {App} app @param {SelectionSummary} summary @param {HTMLInputElement} clear */
function alertQuestion(app, { count, alerts }, clear) {
  const t = app.text.flocks;
  const choice = (/** @type {HTMLInputElement} */ control, /** @type {string} */ label, /** @type {string} */ hint) =>
    h("label", { class: "choice" }, control, h("span", null, label, h("span", { class: "hint" }, hint)));
  return h(
    "fieldset",
    { class: "question" },
    h("legend", null, t.alertsLegend(count, alerts)),
    choice(h("input", { type: "radio", class: "dot", name: "alerts", checked: true }), t.keep, t.keepHint),
    choice(clear, t.clear, t.clearHint),
  );
}
