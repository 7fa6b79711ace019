/**
 * The run and its result: how far it is, what needs attention, and the ways to pause, stop, mend, try again and keep it.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { busy, button } from "../../elements/button.js";
import { confirmDialog } from "../../elements/dialog.js";
import { menu } from "../../elements/menu.js";
import { describe, errorBanner, isQuiet } from "../../errors.js";
import { asUiError } from "../../ipc.js";
import { tellSaved } from "../saved.js";
import { mendRow } from "./mend.js";
import { printResult } from "./print-result.js";
import { canMend } from "./result-cell.js";
import { makeRunHead } from "./run-head.js";
import { makeTable } from "./table.js";
import { findUnfinished, unfinishedBanner } from "./unfinished.js";

/** @typedef {import("../many.js").Many} Many */
/** @typedef {import("../../types.js").SheetRow} SheetRow */
/** @typedef {import("../../types.js").SheetSummary} SheetSummary */
/** @typedef {import("../../types.js").RunProgress} RunProgress */
/** @typedef {import("../../types.js").RunResult} RunResult */
/**
 * How it stands.
 * @typedef {object} RunState
 * @property {SheetSummary} summary
 * @property {RunProgress | null} progress of the run that goes on; null: none does
 * @property {boolean} running
 * @property {boolean} cancelling
 * @property {boolean} cancelled the last run was
 */

/**
 * Longer than a function should be: head, rows, menu and the run itself meet here.
 *
 * @param {Many} many
 * @param {SheetSummary} first
 * @returns {import("../many.js").Screen}
 */
export function runScreen(many, first) {
  const { app, signal } = many;
  const t = app.text.many;
  const { sheet } = first;
  /** @type {RunState} */
  const state = { summary: first, progress: null, running: false, cancelling: false, cancelled: false };
  let operation = "";
  /** @type {Promise<void>} */
  let ended = Promise.resolve();
  let reading = false;
  const trouble = h("div", { class: "many-notes" });
  const element = h("section", { class: "many", "aria-labelledby": "many-title" });
  const head = makeRunHead(app, {
    onpause: (paused) => void pause(paused),
    oncancel: () => cancel(),
    ongo: () => go(),
  });
  const save = button({ label: t.saveResult, icon: "ui-save", kind: "plain", size: "small" });
  const saveMenu = menu(save, t.saveResult, () => [
    { label: t.saveCsv, icon: "ui-sheet", run: () => void keep("csv") },
    { label: t.saveHtml, icon: "ui-save", run: () => void keep("html") },
  ]);
  const printing = button({
    label: t.print,
    icon: "ui-print",
    kind: "plain",
    size: "small",
    onlyIcon: true,
    onclick: () => void busy(printing, () => printResult(app, state.summary).catch((error) => app.showError(error))),
  });
  const table = makeTable(many, {
    summary: first,
    filters: ["all", "attention", "problems", "done", "waiting", "skipped"],
    editable: false,
    tools: h("div", { class: "buttons" }, printing, h("div", { class: "with-menu" }, save, saveMenu)),
    oncounts: (counts) => {
      state.summary = { ...state.summary, counts };
      head.show(state);
    },
    onopen: (row, _, column) => {
      // A click on the row only moves the focus; its action is the button, or Enter.
      if (column !== null && column !== "result") return;
      if (canMend(row)) state.running || void mend(row);
      else if (row.token) open(row.token);
    },
  });

  /** Rows are read anew at each word of the run, one reading at a time. */
  async function refresh() {
    if (reading || signal.aborted) return;
    reading = true;
    await table.again();
    reading = false;
  }

  /** @param {RunProgress} now */
  function heard(now) {
    if (!state.running || signal.aborted) return;
    state.progress = now;
    head.show(state);
    void refresh();
  }

  function go() {
    if (!state.running) ended = run(false);
  }

  /** @param {boolean} unprotected */
  async function run(unprotected) {
    operation = app.operation();
    Object.assign(state, { running: true, cancelling: false, cancelled: false, progress: null });
    trouble.replaceChildren();
    element.classList.add("running");
    head.start(state);
    /** @type {unknown} */
    let fault = null;
    try {
      const onProgress = app.channel(heard);
      finished(await app.call("run_sheet", { operation, sheet, unprotected, onProgress }));
    } catch (error) {
      fault = error;
    }
    state.running = false;
    element.classList.remove("running");
    if (signal.aborted) return;
    head.show(state);
    if (fault !== null) await refused(fault);
    else await table.again();
  }

  /** @param {RunResult} result */
  function finished(result) {
    Object.assign(state, { summary: result.summary, cancelled: result.cancelled, running: false });
    if (signal.aborted) return;
    table.setCounts(result.summary.counts);
    head.end(state);
    if (result.stopped && !isQuiet(result.stopped)) fill(trouble, errorBanner(result.stopped));
  }

  /** It did not begin. @param {unknown} thrown */
  async function refused(thrown) {
    const error = asUiError(thrown);
    if (error.code.startsWith("keychain")) {
      const yes = await confirmDialog({
        title: t.unprotectedTitle,
        text: t.unprotectedText(error.message || `${describe(error.code).title}.`),
        confirm: t.unprotectedDo,
      });
      if (yes && !signal.aborted) await run(true);
    } else if (error.code === "fieldInvalid" && error.field === "folder") {
      const next = await app.call("choose_target_folder", { sheet }).catch(() => null);
      if (next && !signal.aborted) {
        state.summary = next;
        await run(false);
      } else fill(trouble, errorBanner(error));
    } else if (!isQuiet(error)) {
      fill(trouble, errorBanner(error));
      if (error.code === "unfinishedWork") await offerUnfinished();
    }
  }

  /** Another run did not come to its end: that one first. */
  async function offerUnfinished() {
    const found = await findUnfinished(app);
    if (!found || signal.aborted) return;
    const resume = () => many.leave(() => app.go("many", { resume: true }));
    trouble.append(unfinishedBanner(app, found, { onresume: resume, ongone: go }));
  }

  function cancel() {
    state.cancelling = true;
    head.show(state);
    app.announce(t.cancelling);
    app.call("cancel_operation", { operation }).catch((error) => app.showError(error));
  }

  /** @param {boolean} paused */
  async function pause(paused) {
    try {
      const summary = await app.call("pause_sheet", { sheet, paused });
      state.summary = summary;
      head.show(state);
    } catch (error) {
      app.showError(error);
    }
  }

  /** @param {SheetRow} row */
  async function mend(row) {
    const next = await mendRow(many, state.summary, row);
    if (!next || signal.aborted) return;
    state.summary = { ...next, running: state.running };
    table.setCounts(next.counts);
    await table.again();
    table.grid.focus();
  }

  /** @param {"csv" | "html"} format */
  async function keep(format) {
    await busy(save, async () => {
      try {
        const saved = await app.call("save_results", { sheet, format });
        if (saved) tellSaved(app, saved);
      } catch (error) {
        app.showError(error);
      }
    });
  }

  /** @param {string} token */
  const open = (token) => many.leave(() => app.go("list", { open: token }));

  function holds() {
    const words = { title: t.leaveRunTitle, confirm: t.leaveRunDo, cancel: t.stay };
    const bare = state.summary.unprotected !== null;
    if (state.running) return { ...words, text: bare ? t.leaveRunTextUnprotected : t.leaveRunText };
    const { waiting, attention } = state.summary.counts;
    if (!bare || waiting + attention === 0) return null;
    return { ...words, title: t.leaveOpenTitle, text: t.leaveRunTextUnprotected, confirm: t.leaveDo };
  }

  void many.ready().catch((error) => app.showError(error));
  queueMicrotask(() => {
    void table.begin();
    go();
  });
  fill(element, h("div", { class: "many-head" }, head.content, trouble), table.element);
  const unprotected = first.unprotected;
  if (unprotected) fill(trouble, banner({ tone: "attention", title: unprotected, body: t.unprotectedNote }));
  return {
    heading: head.heading,
    content: element,
    holds,
    async stop() {
      if (!state.running) return;
      if (!state.cancelling) cancel();
      await ended;
    },
  };
}
