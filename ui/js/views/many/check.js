/**
 * The dry run: every row with what is wrong, changed in place. Nothing is made before the yellow button.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { busy, button, setNotYet } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { asUiError } from "../../ipc.js";
import { makeEditor } from "./editor.js";
import { fillColumn } from "./fill-column.js";
import { makeRowStrip } from "./strip.js";
import { makeTable } from "./table.js";

/** @typedef {import("../many.js").Many} Many */
/** @typedef {import("../../types.js").SheetRow} SheetRow */
/** @typedef {import("../../types.js").SheetSummary} SheetSummary */
/** @typedef {import("../../types.js").RowChoice} RowChoice */

/** What Rust tells of a cell at most; the rest is asked for. */
const cellShown = 300;

/**
 * Longer than a function should be: rows, strip, editor and head of this screen meet here, each in a file of its own.
 *
 * @param {Many} many
 * @param {SheetSummary} first
 * @returns {import("../many.js").Screen}
 */
export function checkScreen(many, first) {
  const { app, signal } = many;
  const t = app.text.many;
  const { sheet } = first;
  let summary = first;
  let touched = false;
  const heading = h("h1", { id: "many-title", tabIndex: -1 });
  const line = h("p", { class: "many-line", role: "status" });
  const notes = h("div", { class: "many-notes" });
  const files = h("span", { class: "muted" });
  const folder = button({
    label: t.chooseFolder,
    icon: "ui-folder",
    size: "small",
    onclick: () => void busy(folder, chooseFolder),
  });
  const filesLine = h("p", { class: "many-line push" }, files, folder);
  const make = button({ label: t.make(0), kind: "primary", class: "push", onclick: () => void start() });
  const column = button({
    label: t.setColumn,
    icon: "ui-edit",
    kind: "plain",
    size: "small",
    onclick: () => void fillColumn(many, summary, choicesOf).then((next) => next && change(next)),
  });
  const editor = makeEditor();
  const table = makeTable(many, {
    summary,
    filters: ["all", "problems", "duplicates", "warnings", "skipped", "ready"],
    editable: true,
    tools: column,
    oncounts: (counts) => {
      summary = { ...summary, counts };
      update();
    },
    onopen: (row, index, key) => {
      if (key === null || table.grid.keys.includes(key)) void edit(index, key ?? wrongIn(row));
      else if (key === "mend") void edit(index, wrongIn(row));
    },
  });
  const { grid, source, selection } = table;
  const strip = makeRowStrip(app, {
    selection,
    onskip: (skip) => void skipChosen(skip),
    onclear: () => {
      selection.clear();
      grid.focus();
    },
  });

  /** Where to begin with a row. @param {SheetRow} row */
  const wrongIn = (row) =>
    (row.problems.find((one) => one.severity === "error") ?? row.problems[0])?.column ?? grid.keys[0] ?? "memo";

  /** What may stand in a column. @param {string} key */
  function choicesOf(key) {
    if (key === "kind") return many.kinds.map((one) => one.name);
    if (key === "flock") return many.flocks.map((one) => one.name);
    return [];
  }

  function update() {
    const { counts } = summary;
    heading.textContent = t.checkTitle(counts.total, counts.ready);
    fill(
      line,
      counts.problems ? h("span", { class: "state attention" }, icon("ui-attention"), t.toMend(counts.problems)) : null,
      counts.duplicates ? h("span", null, t.doubles(counts.duplicates)) : null,
      counts.referenced ? h("span", { class: "muted" }, t.references(counts.referenced)) : null,
    );
    line.hidden = line.childElementCount === 0;
    const label = make.querySelector(".label");
    if (label) label.textContent = t.make(counts.ready);
    setNotYet(make, counts.ready === 0 ? t.makeNothing : null);
    filesLine.hidden = summary.files === 0;
    files.textContent = summary.folder === null ? t.filesNeed(summary.files) : t.filesGo(summary.files, summary.folder);
    const folderLabel = folder.querySelector(".label");
    if (folderLabel) folderLabel.textContent = summary.folder === null ? t.chooseFolder : t.changeFolder;
  }

  function showNotes() {
    fill(
      notes,
      summary.notes.map((note) => banner({ title: note, onclose: () => {} })),
      summary.existingKnown ? null : banner({ title: t.listLoading }),
    );
  }

  /** The sheet is another one now. @param {SheetSummary} next */
  async function change(next) {
    touched = true;
    const before = summary.existingKnown;
    summary = next;
    if (before !== next.existingKnown) showNotes();
    table.setCounts(next.counts);
    await table.again();
  }

  /** Opens the editor over a cell. @param {number} index @param {string} key */
  async function edit(index, key) {
    grid.goTo(index);
    const row = source.row(index);
    const cell = grid.cellOf(index, key);
    if (!row || !cell) return;
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    let value = row.cells[key] ?? "";
    try {
      if (value.length >= cellShown) value = await app.call("get_cell", { sheet, row: row.row, column: key });
    } catch (error) {
      app.showError(error);
      return;
    }
    if (signal.aborted) return;
    const label = summary.columns.find((one) => one.key === key)?.label ?? key;
    const problem = row.problems.find((one) => one.column === key) ?? null;
    editor.show({
      anchor: cell,
      column: label,
      label: t.cellOf(label, row.line),
      value,
      problem: row.skipped ? null : (problem?.message ?? null),
      choices: [...new Set([...(problem?.choices ?? []), ...choicesOf(key)])],
      long: key === "memo",
      ondone: (written, how, changed) => void keep({ row, index, key, written, how, changed }),
      oncancel: () => grid.cellOf(index, key)?.focus(),
    });
  }

  /** @param {{ row: SheetRow, index: number, key: string, written: string, how: import("./editor.js").How, changed: boolean }} what */
  async function keep({ row, index, key, written, how, changed }) {
    let still = null;
    if (changed) {
      try {
        const answer = await app.call("edit_cell", { sheet, row: row.row, column: key, value: written });
        still = answer.row.problems.find((one) => one.column === key && one.severity === "error") ?? null;
        await change(answer.summary);
        if (still) app.announce(still.message);
      } catch (error) {
        app.showError(error);
      }
    }
    if (signal.aborted || how === "away") return;
    const same = source.row(index)?.row === row.row;
    if (how === "enter") {
      if (still && same) return edit(index, key);
      grid.goTo(Math.min(index, source.total - 1));
      if (same) grid.cellOf(index, key)?.focus();
      return;
    }
    await goOn(index, key, how === "next" ? 1 : -1, same);
  }

  /** Tab: the next cell, or the next row when this one was the last. @param {number} index @param {string} key @param {1 | -1} step @param {boolean} same */
  async function goOn(index, key, step, same) {
    const at = grid.keys.indexOf(key) + step;
    if (!same) {
      // Mended, the row is no longer among those shown: the next one stands in its place.
      const next = source.row(Math.min(index, source.total - 1));
      if (next) await edit(Math.min(index, source.total - 1), wrongIn(next));
    } else if (grid.keys[at] !== undefined) await edit(index, grid.keys[at]);
    else if (index + step >= 0 && index + step < source.total)
      await edit(index + step, (step > 0 ? grid.keys[0] : grid.keys.at(-1)) ?? key);
    else grid.focus();
  }

  async function chooseFolder() {
    try {
      const next = await app.call("choose_target_folder", { sheet });
      if (!next) return false;
      summary = next;
      update();
      return true;
    } catch (error) {
      app.showError(error);
      return false;
    }
  }

  /** What is selected, as Rust wants it. @returns {Promise<RowChoice>} */
  async function chosenRows() {
    const { all, ids } = selection.chosen();
    if (!all) return { type: "rows", rows: ids };
    if (all.except.length === 0) return { type: "shown", show: all.filter };
    const except = new Set(all.except);
    const rows = await source.range(0, source.total - 1);
    return { type: "rows", rows: rows.map((one) => one.row).filter((one) => !except.has(one)) };
  }

  /** @param {boolean} skip */
  async function skipChosen(skip) {
    const { count } = selection;
    try {
      const next = await app.call("skip_rows", { sheet, rows: await chosenRows(), skip });
      selection.clear();
      await change(next);
      app.announce(skip ? t.skipped(count) : t.taken(count));
      grid.focus();
    } catch (error) {
      app.showError(error);
    }
  }

  async function start() {
    if (summary.files > 0 && summary.folder === null && !(await busy(make, chooseFolder))) return;
    if (!signal.aborted) many.run(summary);
  }

  async function checkAgain() {
    try {
      summary = await app.call("check_sheet", { sheet });
      showNotes();
      table.setCounts(summary.counts);
      await table.again();
    } catch (error) {
      if (asUiError(error).code !== "sheetBusy") app.showError(error);
    }
  }

  selection.listen(() => {
    strip.show();
    grid.setBelow(selection.count ? 64 : 0);
    grid.refill();
    app.announce(app.text.list.selectedSay(selection.count));
  });
  app.on(
    "listChanged",
    ({ status }) => {
      if (status.phase === "ready" && !summary.existingKnown) void checkAgain();
    },
    signal,
  );
  grid.element.addEventListener("scroll", () => editor.follow(), { passive: true });
  app.onCommand(
    "close",
    () => {
      if (!selection.count) return false;
      selection.clear();
      return true;
    },
    signal,
  );
  app.onCommand("find", () => true, signal);
  void many.ready().catch((error) => app.showError(error));
  showNotes();
  queueMicrotask(() => void table.begin());
  return {
    heading,
    content: h(
      "section",
      { class: "many", "aria-labelledby": "many-title" },
      h(
        "div",
        { class: "many-head" },
        h("div", { class: "line" }, heading, make),
        h("div", { class: "line" }, line, filesLine),
        notes,
      ),
      table.element,
      strip.element,
      editor.element,
    ),
    holds: () => (touched ? { title: t.leaveTitle, text: t.leaveText, confirm: t.leaveDo, cancel: t.stay } : null),
  };
}
