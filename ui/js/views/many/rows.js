/**
 * The rows of a sheet as a grid: on the list's mechanism, with cells that can be reached and opened.
 * @module
 */

import { change, fill, h, setProp, uniqueId, write } from "../../dom.js";
import { icon } from "../../elements/icon.js";
import { text } from "../../text.js";
import { makeRowGrid } from "../list/grid.js";
import { drawMend } from "./mend-cell.js";
import { drawResult } from "./result-cell.js";

/** @typedef {import("../../types.js").SheetRow} SheetRow */
/** @typedef {import("../../types.js").SheetColumn} SheetColumn */
/** @typedef {ReturnType<typeof makeSheetGrid>} SheetGrid */

const sprite = "icons/sprite.svg";
/** The columns that every sheet has, and how wide each is: at least, in rem, and its share of what is left. @type {Record<string, [number, number]>} */
const widths = {
  kind: [7, 0.9],
  memo: [8, 1.9],
  flock: [5.5, 0.6],
  folder: [4.5, 0.6],
  fileName: [6, 0.8],
  mend: [11, 2],
};
/** Any other column. @type {[number, number]} */
const otherWidth = [7, 0.7];

/**
 * What a column shows of a row.
 * @param {SheetRow} row
 * @param {string} key
 */
function shownOf(row, key) {
  const written = row.cells[key] ?? "";
  if (key === "kind") return row.kindName || written;
  if (key === "memo") return row.memo || written;
  if (key === "flock") return row.flock || written;
  return row.said[key] ?? written;
}

/**
 * @param {object} options
 * @param {SheetColumn[]} options.columns those that can be changed; empty: none, a result stands at the end
 * @param {import("../list/source.js").RowSource<SheetRow>} options.source
 * @param {import("../list/selection.js").RowSelection<SheetRow, number, any>} options.selection
 * @param {() => boolean} options.isMac
 * @param {(row: SheetRow, index: number, column: string | null) => void} options.onopen a cell, or the row as a whole
 * @param {() => void} options.onall
 * @param {(error: unknown) => void} options.onerror
 */
export function makeSheetGrid({ columns, source, selection, isMac, onopen, onall, onerror }) {
  const editable = columns.length > 0;
  const shown = layout(columns);
  const head = makeHead(shown, editable, (all) => (all ? onall() : selection.clear()));
  const grid = makeRowGrid({
    source,
    selection,
    selectable: editable,
    isMac,
    head,
    name: ["sheet-grid", editable ? "editable" : "results"],
    label: text.many.gridLabel,
    columns: shown.length + (editable ? 2 : 1),
    make: () => makeRow(shown, editable),
    fill: (target, row) => fillRow(target, shown, row),
    onopen: (row, { index, cell }) => onopen(row, index, columnOf(cell)),
    onactive: () => {},
    onall,
    onerror,
    onkey,
  });
  const { element } = grid;
  if (editable) {
    const sizes = shown.map((one) => widths[one.key] ?? otherWidth);
    element.style.setProperty("--sheet", sizes.map(([least, share]) => `minmax(${least}rem, ${share}fr)`).join(" "));
    element.style.setProperty("--least", `${sizes.reduce((sum, [least]) => sum + least, 7)}rem`);
  }

  /** Left and right go from the row into its cells and back; Enter opens the cell. @param {KeyboardEvent} event @param {number} index @returns {boolean} */
  function onkey(event, index) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const row = grid.view.element(index);
    if (!row) return false;
    const cells = /** @type {HTMLElement[]} */ ([...row.querySelectorAll(".cell:not(.check)")]).filter(
      (one) => one.offsetParent !== null,
    );
    const cell = /** @type {HTMLElement | null} */ (document.activeElement?.closest(".cell") ?? null);
    const at = cell ? cells.indexOf(cell) : -1;
    const go = (/** @type {HTMLElement | undefined} */ next) => {
      if (next !== row) next?.scrollIntoView({ block: "nearest", inline: "nearest" });
      next?.focus({ preventScroll: true });
      return true;
    };
    if (event.key === "ArrowRight") return go(cells[Math.min(at + 1, cells.length - 1)]);
    if (event.key === "ArrowLeft") return go(at > 0 ? cells[at - 1] : row);
    if (event.key === "F2" || (event.key === "Enter" && at >= 0)) {
      const data = source.row(index);
      if (data) onopen(data, index, columnOf(cell));
      return true;
    }
    if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const to = Math.max(0, Math.min(source.total - 1, index + (event.key === "ArrowDown" ? 1 : -1)));
      grid.goTo(to);
      const key = columnOf(cell);
      return go(key ? (cellOf(to, key) ?? undefined) : undefined);
    }
    return false;
  }

  /** @param {number} index @param {string} key @returns {HTMLElement | null} */
  function cellOf(index, key) {
    return grid.view.element(index)?.querySelector(`.cell[data-column="${CSS.escape(key)}"]`) ?? null;
  }

  return {
    ...grid,
    cellOf,
    /** The columns in the order of the page that can be changed. */
    keys: shown.filter((one) => one.edit).map((one) => one.key),
  };
}

/** @param {Element | null} cell */
const columnOf = (cell) => (cell instanceof HTMLElement ? (cell.dataset.column ?? null) : null);

/** @typedef {{ key: string, label: string, edit: boolean }} Shown */

/** The columns of the page, beside tick and row number. @param {SheetColumn[]} columns @returns {Shown[]} */
function layout(columns) {
  const t = text.many;
  if (columns.length === 0) {
    return [
      { key: "kind", label: t.kind, edit: false },
      { key: "memo", label: t.memo, edit: false },
      { key: "flock", label: t.flock, edit: false },
      { key: "result", label: t.result, edit: false },
    ];
  }
  const all = columns.map((one) => ({ ...one, edit: true }));
  const common = all.filter((one) => one.key in widths);
  const own = all.filter((one) => !(one.key in widths));
  return [...common, { key: "mend", label: t.mend, edit: false }, ...own];
}

/** @param {Shown[]} shown @param {boolean} editable @param {(all: boolean) => void} onall @returns {import("../list/grid.js").Head} */
function makeHead(shown, editable, onall) {
  const tick = h("input", { type: "checkbox", class: "tick", tabIndex: -1, onchange: () => onall(tick.checked) });
  const element = h(
    "div",
    { role: "rowgroup" },
    h(
      "div",
      { role: "row", class: "head", "aria-rowindex": "1" },
      editable ? h("div", { role: "columnheader", class: "check" }, tick) : null,
      h("div", { role: "columnheader" }, text.many.row),
      shown.map((one) => h("div", { role: "columnheader", class: "clip", data: { column: one.key } }, one.label)),
    ),
  );
  return {
    element,
    stops: () => (editable && !tick.disabled ? [tick] : []),
    setSelection({ count, all, total }) {
      tick.checked = all;
      tick.indeterminate = count > 0 && !all;
      tick.disabled = total === 0;
      tick.setAttribute("aria-label", text.list.selectAll(total));
    },
  };
}

/** @param {Shown[]} shown @param {boolean} editable */
function makeRow(shown, editable) {
  const sayId = uniqueId("say");
  return h(
    "div",
    { role: "row" },
    editable
      ? h(
          "div",
          { role: "gridcell", class: "cell check" },
          h("input", { type: "checkbox", class: "tick", tabIndex: -1 }),
        )
      : null,
    h("div", { role: "rowheader", class: "cell second", tabIndex: -1 }),
    shown.map(({ key }) =>
      h(
        "div",
        {
          role: "gridcell",
          class: [
            "cell",
            key === "kind" && "kind",
            (key === "mend" || key === "result") && "result",
            key !== "memo" && key !== "kind" && "second",
          ],
          tabIndex: -1,
          id: key === "mend" || key === "result" ? sayId : null,
          data: { column: key, say: sayId },
        },
        key === "kind" ? [icon("kind-other"), h("span")] : null,
      ),
    ),
  );
}

/**
 * @param {HTMLElement} element
 * @param {Shown[]} shown
 * @param {SheetRow | null} row
 */
function fillRow(element, shown, row) {
  element.classList.toggle("out", row?.skipped ?? false);
  element.classList.toggle("wrong", row !== null && needsMending(row));
  setProp(element, "aria-current", row?.state === "working" ? "step" : null);
  const tick = element.querySelector("input.tick");
  if (tick) change(tick, "aria-label", row ? text.many.selectRow(row.line) : text.list.rowWaiting);
  const [header, ...cells] = [...element.children].filter((one) => !one.matches(".check"));
  if (header) write(header, row ? String(row.line) : "");
  for (const [at, { key }] of shown.entries()) fillCell(/** @type {HTMLElement} */ (cells[at]), key, row);
}

/** @param {SheetRow} row */
const needsMending = (row) =>
  !row.skipped &&
  (["failed", "fileMissing", "unknown"].includes(row.state) ||
    (row.state === "waiting" && row.problems.some((one) => one.severity === "error")));

/** @param {HTMLElement} cell @param {string} key @param {SheetRow | null} row */
function fillCell(cell, key, row) {
  if (key === "mend" || key === "result") {
    fill(cell, row ? (key === "mend" ? drawMend(row) : drawResult(row)) : null);
    cell.title = row ? (cell.querySelector(".why")?.textContent ?? "") : "";
    return;
  }
  const value = row ? shownOf(row, key) : "";
  const wrong =
    row !== null && !row.skipped && row.problems.some((one) => one.column === key && one.severity === "error");
  cell.classList.toggle("wrong", wrong);
  setProp(cell, "aria-invalid", wrong || null);
  setProp(cell, "aria-describedby", wrong ? cell.dataset.say : null);
  change(cell, "title", value);
  const [sign, name] = key === "kind" ? cell.children : [];
  write(name ?? cell, value);
  if (sign?.firstElementChild) change(sign.firstElementChild, "href", `${sprite}#${row?.icon || "kind-other"}`);
  sign?.classList.toggle("not-here", row === null);
}
