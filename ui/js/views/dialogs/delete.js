/**
 * The question before deleting: it names them, asks about their alerts, offers to turn them off instead, and above 20 wants
 * the number typed.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { field, input } from "../../elements/field.js";
import { icon } from "../../elements/icon.js";
import { errorLine, isQuiet } from "../../errors.js";
import { asUiError } from "../../ipc.js";
import { runBatch, setEnabled, showFailures } from "../list/actions.js";
import { savedWhere } from "../saved.js";
import { exportList } from "./export.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Selection} Selection */
/** @typedef {import("../../types.js").SelectionSummary} SelectionSummary */

/** Above this many, the number must be typed. */
const typeAbove = 20;
/** Named at first; the rest on request. */
const namedAtFirst = 3;

/**
 * Asks, and then deletes.
 *
 * @param {App} app
 * @param {object} options
 * @param {Selection} options.selection
 * @param {() => void} options.onchanged the list may look different now
 * @returns {Promise<boolean>} true: some were deleted
 */
export async function deleteTokens(app, { selection, onchanged }) {
  const t = app.text.list;
  /** @type {SelectionSummary} */
  let summary;
  try {
    summary = await app.call("summarize_selection", { selection });
  } catch (error) {
    app.showError(error);
    return false;
  }
  if (summary.count === 0) return false;
  const answer = await ask(app, summary, selection);
  if (answer.do === "off") {
    await setEnabled(app, { selection, count: summary.count, enabled: false, onchanged });
    return false;
  }
  if (answer.do !== "delete") return false;
  try {
    const result = await runBatch(app, {
      title: t.deleting,
      total: summary.count,
      run: (operation, onProgress) =>
        app.call("delete_tokens", {
          operation,
          selection,
          expected: summary.count,
          clearIncidents: answer.clearIncidents,
          onProgress,
        }),
    });
    onchanged();
    if (result.failed.length) showFailures(app, result);
    else app.toast(t.deleted(result.done));
    return result.done > 0;
  } catch (error) {
    onchanged();
    app.showError(asUiError(error));
    return false;
  }
}

/**
 * @param {App} app
 * @param {SelectionSummary} summary
 * @param {Selection} selection
 * @returns {Promise<{ do: "delete" | "off" | "", clearIncidents: boolean }>}
 */
async function ask(app, summary, selection) {
  const t = app.text.list;
  const { count } = summary;
  const destroy = h("input", { type: "radio", class: "dot", name: "alerts" });
  const typed =
    count > typeAbove
      ? field({ label: t.deleteType(count), control: input({ inputmode: "numeric", class: "short" }) })
      : null;
  const confirm = () => {
    if (typed && typed.control.value.replace(/\D/g, "") !== String(count)) {
      typed.setProblem(t.deleteTypeWrong(count));
      typed.control.focus();
    } else dialog.close("delete");
  };
  typed?.control.addEventListener("input", () => typed.setProblem(null));
  typed?.control.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === "Enter") confirm();
  });
  const dialog = openDialog({
    title: count === 1 ? t.deleteOne : t.deleteTitle(count),
    text: t.deleteText(count),
    icon: "ui-delete",
    danger: true,
    body: [
      named(app, summary),
      listFirst(app, selection),
      buckets(app, summary),
      summary.alerts > 0 ? alertQuestion(app, summary, destroy) : null,
      typed?.element,
    ],
    start:
      summary.enabled > 0
        ? button({ label: t.offInstead, icon: "ui-power-off", kind: "plain", onclick: () => dialog.close("off") })
        : null,
    actions: [
      button({ label: app.text.general.cancel, props: { autofocus: true }, onclick: () => dialog.close() }),
      button({ label: t.deleteNow(count), kind: "danger", onclick: confirm }),
    ],
  });
  const value = await dialog.closed;
  return { do: /** @type {"delete" | "off" | ""} */ (value), clearIncidents: destroy.checked };
}

/** The names of what goes. @param {App} app @param {SelectionSummary} summary */
function named(app, { count, sample }) {
  const t = app.text.list;
  const list = h("ul", { class: "named", "aria-label": t.deleteNamed });
  const show = (/** @type {number} */ upTo) => {
    const rows = sample.slice(0, upTo);
    const left = count - rows.length;
    const more = h(
      "button",
      {
        type: "button",
        class: "link-button",
        onclick: () => {
          show(sample.length);
          list.tabIndex = 0;
          list.focus();
        },
      },
      t.showMore(left),
    );
    fill(
      list,
      rows.map((row) =>
        h("li", null, icon(row.icon), h("span", { dir: "auto", title: row.memo }, row.memo || t.noReminder)),
      ),
      left > 0
        ? h("li", null, rows.length < sample.length ? more : h("span", { class: "muted" }, t.andMore(left)))
        : null,
    );
  };
  show(sample.length <= namedAtFirst + 1 ? sample.length : namedAtFirst);
  return list;
}

/** A list of what goes, to keep. @param {App} app @param {Selection} selection */
function listFirst(app, selection) {
  const said = h("span", { class: "muted", role: "status" });
  const save = h("button", { type: "button", class: "link-button" }, app.text.many.listFirst);
  save.addEventListener("click", () => void writeList());
  const writeList = async () => {
    try {
      const saved = await exportList(app, selection);
      if (saved) said.textContent = savedWhere(app, saved);
    } catch (error) {
      if (!isQuiet(error)) said.textContent = errorLine(error);
    }
  };
  return h("p", { class: "list-first" }, save, " ", said);
}

/** @param {App} app @param {SelectionSummary} summary */
const buckets = (app, summary) =>
  summary.buckets > 0 ? banner({ tone: "tip", title: app.text.list.deleteBuckets(summary.buckets) }) : null;

/** @param {App} app @param {SelectionSummary} summary @param {HTMLInputElement} destroy */
function alertQuestion(app, { count, withAlerts, alerts }, destroy) {
  const t = app.text.list;
  const choice = (/** @type {HTMLInputElement} */ control, /** @type {string} */ label, /** @type {string} */ hint) =>
    h("label", { class: "choice" }, control, h("span", null, label, h("span", { class: "hint" }, hint)));
  return h(
    "fieldset",
    { class: "question" },
    h("legend", null, t.deleteAlerts(count, withAlerts, alerts)),
    choice(h("input", { type: "radio", class: "dot", name: "alerts", checked: true }), t.keepAlerts, t.keepAlertsHint),
    choice(destroy, t.destroyAlerts, t.destroyAlertsHint),
  );
}
