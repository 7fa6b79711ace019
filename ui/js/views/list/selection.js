/**
 * What is selected: certain rows, or everything that a filter finds except certain rows. So selecting 100,000 costs nothing.
 * @module
 */

/** @typedef {import("../../types.js").Filter} Filter */
/** @typedef {import("../../types.js").TokenRow} TokenRow */
/** @typedef {import("../../types.js").Selection} Selection */
/** @typedef {ReturnType<typeof makeSelection>} TokenSelection */

export function makeSelection() {
  /** @type {Map<string, TokenRow>} */
  let rows = new Map();
  /** Ids that the last range put in; the next range from the same anchor replaces them. @type {Set<string>} */
  let range = new Set();
  /** @type {{ filter: Filter, except: Set<string>, total: number } | null} */
  let all = null;
  let hear = () => {};
  const changed = () => hear();

  return {
    /** Who is told of changes; the newest alone. @param {() => void} listener */
    listen(listener) {
      hear = listener;
    },
    get count() {
      return all ? Math.max(0, all.total - all.except.size) : rows.size;
    },
    /** Everything found is selected. */
    get isAll() {
      return all !== null && all.except.size === 0;
    },
    /** @param {TokenRow} row */
    has: (row) => (all ? !all.except.has(row.id) : rows.has(row.id)),
    /** What goes to Rust. @returns {Selection} */
    wire: () =>
      all ? { type: "filter", filter: all.filter, except: [...all.except] } : { type: "ids", ids: [...rows.keys()] },
    /** What is known of the rows; null when they are those of a filter. */
    known: () => (all ? null : [...rows.values()]),
    /** @param {TokenRow} row */
    toggle(row) {
      range = new Set();
      const chosen = all ? all.except : rows;
      if (chosen.has(row.id)) chosen.delete(row.id);
      else if (all) all.except.add(row.id);
      else rows.set(row.id, row);
      if (all && all.except.size >= all.total) all = null;
      changed();
    },
    /** A range of rows in place of the last range. @param {TokenRow[]} list */
    setRange(list) {
      if (all) return;
      for (const id of range) rows.delete(id);
      range = new Set(list.filter((row) => !rows.has(row.id)).map((row) => row.id));
      for (const row of list) rows.set(row.id, row);
      changed();
    },
    /** @param {Filter} filter @param {number} total */
    selectAll(filter, total) {
      rows = new Map();
      range = new Set();
      all = total > 0 ? { filter: structuredClone(filter), except: new Set(), total } : null;
      changed();
    },
    /** The number of rows found has changed. @param {number} total */
    setTotal(total) {
      if (!all || all.total === total) return;
      all.total = total;
      if (total === 0) all = null;
      changed();
    },
    /** A row was read anew. @param {TokenRow} row */
    update(row) {
      if (rows.has(row.id)) rows.set(row.id, row);
    },
    /** The filter changed: what stood for "all found" no longer does. */
    filterChanged() {
      if (!all) return;
      all = null;
      changed();
    },
    clear() {
      if (!all && rows.size === 0) return;
      all = null;
      rows = new Map();
      range = new Set();
      changed();
    },
  };
}
