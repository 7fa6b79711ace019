/**
 * What is selected: certain rows, or everything that a filter finds except certain rows. So selecting 100,000 costs nothing.
 * @module
 */

/** @typedef {import("../../types.js").Filter} Filter */
/** @typedef {import("../../types.js").TokenRow} TokenRow */
/** @typedef {import("../../types.js").Selection} Selection */
/**
 * @template R
 * @template I
 * @template F
 * @typedef {ReturnType<typeof makeRowSelection<R, I, F>>} RowSelection
 */
/** @typedef {RowSelection<TokenRow, string, Filter> & { wire: () => Selection }} TokenSelection */

/** Of Canarytokens. @returns {TokenSelection} */
export function makeSelection() {
  const made = makeRowSelection({
    idOf: (/** @type {TokenRow} */ row) => row.id,
    copy: (/** @type {Filter} */ filter) => structuredClone(filter),
  });
  /** What goes to Rust. @returns {Selection} */
  const wire = () => {
    const { all, ids } = made.chosen();
    return all ? { type: "filter", filter: all.filter, except: all.except } : { type: "ids", ids };
  };
  return Object.defineProperties(/** @type {any} */ ({ wire }), Object.getOwnPropertyDescriptors(made));
}

/**
 * Of any rows.
 * @template R a row
 * @template I what tells them apart
 * @template F what was asked for
 * @param {{ idOf: (row: R) => I, copy: (filter: F) => F }} options
 */
export function makeRowSelection({ idOf, copy }) {
  /** @type {Map<I, R>} */
  let rows = new Map();
  /** Ids that the last range put in; the next range from the same anchor replaces them. @type {Set<I>} */
  let range = new Set();
  /** @type {{ filter: F, except: Set<I>, total: number } | null} */
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
    /** @param {R} row */
    has: (row) => (all ? !all.except.has(idOf(row)) : rows.has(idOf(row))),
    /** Those of a filter, with exceptions, or these. */
    chosen: () => ({
      all: all && { filter: all.filter, except: [...all.except] },
      ids: [...rows.keys()],
    }),
    /** What is known of the rows; null when they are those of a filter. */
    known: () => (all ? null : [...rows.values()]),
    /** @param {R} row */
    toggle(row) {
      range = new Set();
      const id = idOf(row);
      const chosen = all ? all.except : rows;
      if (chosen.has(id)) chosen.delete(id);
      else if (all) all.except.add(id);
      else rows.set(id, row);
      if (all && all.except.size >= all.total) all = null;
      changed();
    },
    /** A range of rows in place of the last range. @param {R[]} list */
    setRange(list) {
      if (all) return;
      for (const id of range) rows.delete(id);
      range = new Set(list.filter((row) => !rows.has(idOf(row))).map((row) => idOf(row)));
      for (const row of list) rows.set(idOf(row), row);
      changed();
    },
    /** @param {F} filter @param {number} total */
    selectAll(filter, total) {
      rows = new Map();
      range = new Set();
      all = total > 0 ? { filter: copy(filter), except: new Set(), total } : null;
      changed();
    },
    /** The number of rows found has changed. @param {number} total */
    setTotal(total) {
      if (!all || all.total === total) return;
      all.total = total;
      if (total === 0) all = null;
      changed();
    },
    /** A row was read anew. @param {R} row */
    update(row) {
      if (rows.has(idOf(row))) rows.set(idOf(row), row);
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
