/**
 * Segments, rows and what stands in their place when there are none: what the dry run and the run have in common.
 * @module
 */

import { fill, h, uniqueId } from "../../dom.js";
import { button } from "../../elements/button.js";
import { segments } from "../../elements/segments.js";
import { tellWidth } from "../../elements/width.js";
import { isQuiet } from "../../errors.js";
import { makeRowSelection } from "../list/selection.js";
import { makeSource } from "../list/source.js";
import { makeSheetGrid } from "./rows.js";

/** @typedef {import("../many.js").Many} Many */
/** @typedef {import("../../types.js").SheetRow} SheetRow */
/** @typedef {import("../../types.js").SheetSummary} SheetSummary */
/** @typedef {import("../../types.js").RowFilter} RowFilter */
/** @typedef {import("../../types.js").RowCounts} RowCounts */
/** @typedef {import("../../types.js").RowPage} RowPage */
/** @typedef {ReturnType<typeof makeTable>} Table */

/** @param {RowCounts} counts @param {RowFilter} filter */
const countOf = (counts, filter) => (filter === "all" ? counts.total : counts[filter]);

/**
 * @param {Many} many
 * @param {object} options
 * @param {SheetSummary} options.summary
 * @param {RowFilter[]} options.filters in their order; `all` is always shown, the others when there are such rows
 * @param {boolean} options.editable
 * @param {(counts: RowCounts) => void} options.oncounts
 * @param {(row: SheetRow, index: number, column: string | null) => void} options.onopen
 * @param {import("../../dom.js").Child} options.tools at the end of the line of segments
 */
export function makeTable(many, { summary, filters, editable, oncounts, onopen, tools }) {
  const { app } = many;
  const t = app.text.many;
  /** @type {RowFilter} */
  let show = "all";
  let answered = false;
  let { counts } = summary;
  const selection = makeRowSelection({
    idOf: (/** @type {SheetRow} */ row) => row.row,
    copy: (/** @type {RowFilter} */ filter) => filter,
  });
  const source = makeSource({
    query: (/** @type {{ show: RowFilter }} */ asked, offset, limit) =>
      app.call("query_rows", { sheet: summary.sheet, ...asked, offset, limit }),
    onpage: (/** @type {RowPage} */ page) => {
      answered = true;
      setCounts(page.counts);
      update();
    },
    onerror: (error) => app.showError(error),
  });
  const grid = makeSheetGrid({
    columns: editable ? summary.columns : [],
    source,
    selection,
    isMac: app.isMac,
    onopen,
    onall: () => selection.selectAll(show, source.total),
    onerror: (error) => app.showError(error),
  });
  const showId = uniqueId("show");
  const choice = segments({
    labelledBy: showId,
    choices: filters.map((value) => ({ value, label: t.segments[value](0) })),
    value: show,
    onchange: (next) => void setShow(next),
  });
  const nothing = h(
    "div",
    { class: "empty" },
    h("p", null, t.nothingHere),
    button({
      label: t.showAll,
      onclick: () => {
        choice.set("all");
        void setShow("all").then(() => grid.focus());
      },
    }),
  );
  const place = h("div", { class: "many-rows" }, grid.element);
  const element = h(
    "div",
    { class: "many-body" },
    h(
      "div",
      { class: "many-tools" },
      h("div", null, h("span", { id: showId, class: "visually-hidden" }, t.show), choice.element),
      tools,
    ),
    place,
  );

  /** @param {RowCounts} next */
  function setCounts(next) {
    counts = next;
    for (const filter of filters) {
      const count = countOf(counts, filter);
      choice.setLabel(filter, t.segments[filter](count), count === 0 && filter !== "all" && filter !== show);
    }
    oncounts(next);
  }

  function update() {
    const empty = answered && source.total === 0;
    const had = place.contains(document.activeElement) || document.activeElement === document.body;
    const wanted = empty ? nothing : grid.element;
    if (place.firstElementChild !== wanted) {
      fill(place, wanted);
      if (empty && had) nothing.querySelector("button")?.focus();
    }
    grid.refill();
  }

  /** @param {RowFilter} next */
  async function setShow(next) {
    show = next;
    selection.clear();
    grid.toTop();
    setCounts(counts);
    await source.ask({ show });
  }

  return {
    element,
    grid,
    source,
    selection,
    setCounts,
    setShow: (/** @type {RowFilter} */ next) => {
      choice.set(next);
      return setShow(next);
    },
    get show() {
      return show;
    },
    /** Reads anew what is in sight. */
    async again() {
      if (!answered) return source.ask({ show });
      const { first, last } = grid.view.range;
      await source.again(first, last);
    },
    /** Once it stands in the page. */
    async begin() {
      setCounts(counts);
      tellWidth(element, many.signal);
      grid.start(many.signal);
      try {
        await source.ask({ show });
      } catch (error) {
        if (!isQuiet(error)) app.showError(error);
      }
    },
  };
}
