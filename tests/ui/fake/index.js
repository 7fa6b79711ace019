/**
 * What Rust keeps of the list: search, filter, order, a window of rows. A stand-in that answers the same questions.
 * @module
 */

/** @typedef {import("../../../ui/js/types.js").TokenRow} TokenRow */
/** @typedef {import("../../../ui/js/types.js").Filter} Filter */
/** @typedef {import("../../../ui/js/types.js").Sort} Sort */
/** @typedef {import("../../../ui/js/types.js").Selection} Selection */

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
/** @type {Record<import("../../../ui/js/types.js").Column, (a: TokenRow, b: TokenRow) => number>} */
const orders = {
  kind: (a, b) => collator.compare(a.kindName, b.kindName),
  reminder: (a, b) => collator.compare(a.memo, b.memo),
  lookedAfterBy: (a, b) => collator.compare(a.lookedAfterBy || "zzz", b.lookedAfterBy || "zzz"),
  flock: (a, b) => collator.compare(a.flock, b.flock),
  state: (a, b) => Number(b.enabled) - Number(a.enabled),
  created: (a, b) => (a.created ?? 0) - (b.created ?? 0),
  alerts: (a, b) => a.alerts - b.alerts,
};

/** @param {TokenRow[]} rows */
export function makeIndex(rows) {
  /** @type {Map<string, string>} */
  const words = new Map();
  /** @type {{ key: string, rows: TokenRow[] }} */
  let sorted = { key: "", rows: [] };
  let changes = 0;
  /** What the Console found when it was last asked to search. @type {Set<string>} */
  let there = new Set();
  const wordsOf = (/** @type {TokenRow} */ row) => {
    let found = words.get(row.id);
    if (found === undefined) {
      found = `${row.memo} ${row.lookedAfterBy} ${row.id} ${row.kindName} ${row.kind} ${row.flock}`.toLowerCase();
      words.set(row.id, found);
    }
    return found;
  };
  for (const row of rows) wordsOf(row);
  const matches = (/** @type {TokenRow} */ row, /** @type {Filter} */ filter, /** @type {string} */ text) =>
    (!text || wordsOf(row).includes(text)) &&
    (!filter.kinds.length || filter.kinds.includes(row.kind)) &&
    (!filter.flocks.length || filter.flocks.includes(row.flockId)) &&
    (!filter.keepers.length || filter.keepers.includes(row.lookedAfterBy.toLowerCase())) &&
    (filter.enabled === null || row.enabled === filter.enabled) &&
    (filter.alerts === null || row.alerts > 0 === filter.alerts) &&
    (!filter.foundThere || there.has(row.id));
  const inOrder = (/** @type {number} */ loaded, /** @type {Sort} */ sort) => {
    const key = `${sort.column} ${sort.descending} ${loaded} ${changes}`;
    if (sorted.key !== key) {
      const list = rows.slice(0, loaded).sort(orders[sort.column]);
      if (sort.descending) list.reverse();
      sorted = { key, rows: list };
    }
    return sorted.rows;
  };
  return {
    rows,
    /** @param {Filter} filter @param {Sort} sort @param {number} loaded */
    query(filter, sort, loaded) {
      const text = filter.text.trim().toLowerCase();
      return inOrder(loaded, sort).filter((row) => matches(row, filter, text));
    },
    /** @param {Selection} selection */
    selected(selection) {
      if (selection.type === "ids") {
        const ids = new Set(selection.ids);
        return rows.filter((row) => ids.has(row.id));
      }
      const text = selection.filter.text.trim().toLowerCase();
      return rows.filter((row) => matches(row, selection.filter, text) && !selection.except.includes(row.id));
    },
    /** @param {Set<string>} ids */
    found(ids) {
      there = ids;
    },
    changed() {
      changes += 1;
      words.clear();
    },
    /** @param {Set<string>} ids */
    remove(ids) {
      const keep = rows.filter((row) => !ids.has(row.id));
      rows.length = 0;
      for (const row of keep) rows.push(row);
      changes += 1;
    },
    /** @param {TokenRow} row */
    add(row) {
      rows.unshift(row);
      changes += 1;
    },
  };
}
