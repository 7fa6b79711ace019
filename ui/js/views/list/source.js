/**
 * The rows of the list, fetched page by page as they are looked at. It never holds more than a few pages.
 * @module
 */

/** @typedef {import("../../types.js").TokenRow} TokenRow */
/** @typedef {import("../../types.js").TokenPage} TokenPage */
/** @typedef {import("../../types.js").Filter} Filter */
/** @typedef {import("../../types.js").Sort} Sort */
/** @typedef {ReturnType<typeof makeSource>} RowSource */

/** Rows asked for at once. */
const pageSize = 100;
/** Pages kept; the ones looked at longest ago go first. */
const pagesKept = 12;

/**
 * @param {object} options
 * @param {(filter: Filter, sort: Sort, offset: number, limit: number) => Promise<TokenPage>} options.query
 * @param {(page: TokenPage) => void} options.onpage rows came: show them
 * @param {(error: unknown) => void} options.onerror
 */
export function makeSource({ query, onpage, onerror }) {
  /** @type {{ filter: Filter, sort: Sort } | null} */
  let asked = null;
  /** @type {Map<number, { rows: TokenRow[], generation: number }>} */
  const pages = new Map();
  /** @type {Set<string>} */
  const underWay = new Set();
  let generation = 0;
  let total = 0;
  /** Rows of older generations belong to another question. */
  let oldest = 0;

  const fetchPage = async (/** @type {number} */ number) => {
    if (!asked) return;
    const mine = generation;
    const key = `${mine}/${number}`;
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      const page = await query(asked.filter, asked.sort, number * pageSize, pageSize);
      if (mine !== generation) return;
      for (const [other, kept] of pages) if (kept.generation < oldest) pages.delete(other);
      pages.delete(number);
      pages.set(number, { rows: page.rows, generation: mine });
      while (pages.size > pagesKept) pages.delete(/** @type {number} */ (pages.keys().next().value));
      total = page.total;
      onpage(page);
    } catch (error) {
      if (mine === generation) onerror(error);
    } finally {
      underWay.delete(key);
    }
  };

  return {
    get total() {
      return total;
    },
    /** @param {number} index @returns {TokenRow | null} null: not here yet */
    row: (index) => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize] ?? null,
    /** Sees to it that these rows come, if they are not here. @param {number} first @param {number} last exclusive */
    need(first, last) {
      for (let number = Math.floor(first / pageSize); number * pageSize < Math.min(last, total); number += 1) {
        const kept = pages.get(number);
        if (!kept || kept.generation < generation) fetchPage(number);
      }
    },
    /** Another question. The old rows stay until the first new ones are here. @param {Filter} filter @param {Sort} sort @param {number} [first] the row to begin with */
    ask(filter, sort, first = 0) {
      asked = { filter: structuredClone(filter), sort: { ...sort } };
      generation += 1;
      oldest = generation;
      return fetchPage(Math.floor(first / pageSize));
    },
    /** The same question again, because the list has changed. @param {number} first @param {number} last */
    async again(first, last) {
      generation += 1;
      const numbers = [];
      for (let number = Math.floor(first / pageSize); number * pageSize < Math.max(last, 1); number += 1)
        numbers.push(number);
      await Promise.all(numbers.map(fetchPage));
    },
    /** Rows of a range, wherever they are. @param {number} first @param {number} last inclusive @returns {Promise<TokenRow[]>} */
    async range(first, last) {
      if (!asked) return [];
      /** @type {TokenRow[]} */
      const list = [];
      for (let at = first; at <= last; at += 1) {
        const here = pages.get(Math.floor(at / pageSize));
        const row = here?.generation === generation ? here.rows[at % pageSize] : undefined;
        if (row) list.push(row);
        else {
          const limit = Math.min(last - at + 1, 1000);
          const page = await query(asked.filter, asked.sort, at, limit);
          list.push(...page.rows);
          if (page.rows.length < limit) break;
          at += page.rows.length - 1;
        }
      }
      return list;
    },
  };
}
