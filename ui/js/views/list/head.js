/**
 * The heading of the list: tick for all, and a button for each column that sorts by it.
 * @module
 */

import { h } from "../../dom.js";
import { icon } from "../../elements/icon.js";
import { text } from "../../text.js";

/** @typedef {import("../../types.js").Column} Column */
/** @typedef {import("../../types.js").Sort} Sort */

/** @type {Column[]} */
export const columns = ["kind", "reminder", "lookedAfterBy", "flock", "state", "created", "alerts"];
/** Where the large or the new is what people look for first. */
const downFirst = new Set(["created", "alerts"]);

/**
 * @param {object} options
 * @param {boolean} options.selectable
 * @param {(sort: Sort) => void} options.onsort
 * @param {(all: boolean) => void} options.onall
 */
export function makeHead({ selectable, onsort, onall }) {
  const tick = h("input", {
    type: "checkbox",
    class: "tick",
    tabIndex: -1,
    onchange: () => onall(tick.checked),
  });
  /** @type {Sort} */
  let sort = { column: "created", descending: true };
  /** @type {Map<Column, { cell: HTMLElement, button: HTMLButtonElement }>} */
  const cells = new Map();
  for (const column of columns) {
    const button = h(
      "button",
      { type: "button", class: "sort", tabIndex: -1 },
      h("span", null, text.list.columns[column]),
    );
    button.addEventListener("click", () => {
      const descending = sort.column === column ? !sort.descending : downFirst.has(column);
      onsort({ column, descending });
    });
    cells.set(column, {
      button,
      cell: h("div", { role: "columnheader", class: column === "alerts" && "end", data: { column } }, button),
    });
  }
  const row = h(
    "div",
    { role: "row", class: "head", "aria-rowindex": "1" },
    selectable ? h("div", { role: "columnheader", class: "check" }, tick) : null,
    [...cells.values()].map((one) => one.cell),
  );
  return {
    element: h("div", { role: "rowgroup" }, row),
    /** What can be reached by the arrow keys: those in sight. @returns {HTMLElement[]} */
    stops: () =>
      /** @type {HTMLElement[]} */ ([...row.querySelectorAll("input, button")]).filter(
        (one) => one.offsetParent !== null,
      ),
    /** @param {Sort} next */
    setSort(next) {
      sort = next;
      for (const [column, { cell, button }] of cells) {
        button.querySelector(".icon")?.remove();
        if (column !== next.column) cell.removeAttribute("aria-sort");
        else {
          cell.setAttribute("aria-sort", next.descending ? "descending" : "ascending");
          button.append(icon("ui-arrow-down", { class: next.descending ? "" : "up" }));
        }
      }
    },
    /** @param {{ count: number, all: boolean, total: number }} now */
    setSelection({ count, all, total }) {
      tick.checked = all;
      tick.indeterminate = count > 0 && !all;
      tick.disabled = total === 0;
      tick.setAttribute("aria-label", text.list.selectAll(total));
    },
  };
}
