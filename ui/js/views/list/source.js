/**
 * The rows of the list, fetched page by page as they are looked at. It never holds more than a few pages.
 * @module
 */

/**
 * What a grid needs of it.
 * @template R
 * @typedef {object} RowSource
 * @property {number} total
 * @property {(index: number) => R | null} row null: not here yet
 * @property {(first: number, last: number) => void} need
 * @property {(first: number, last: number) => Promise<R[]>} range
 */
/**
 * @template R
 * @typedef {object} Page
 * @property {number} total how many there are
 * @property {R[]} rows
 */

/** Rows asked for at once. */
const pageSize = 100;
/** Pages kept; the ones looked at longest ago go first. */
const pagesKept = 12;

/** Rows asked for at once where a range of them is wanted. */
const rangeSize = 500;

/**
 * @template Q what is asked
 * @template R a row
 * @template {Page<R>} P
 * @param {object} options
 * @param {(question: Q, offset: number, limit: number) => Promise<P & Page<R>>} options.query
 * @param {(page: P) => void} options.onpage rows came: show them
 * @param {(error: unknown) => void} options.onerror
 */
export function makeSource({ query, onpage, onerror }) {
  /** @type {Q | null} */
  let asked = null;
  /** @type {Map<number, { rows: R[], generation: number }>} */
  const pages = new Map();
  /** @type {Set<string>} */
  const underWay = new Set();
  let generation = 0;
  let total = 0;
  /** Rows of older generations belong to another question. */
  let oldest = 0;

  const fetchPage = async (/** @type {number} */ number) => {
    if (asked === null) return;
    const mine = generation;
    const key = `${mine}/${number}`;
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      const page = await query(asked, number * pageSize, pageSize);
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
    /** @param {number} index @returns {R | null} null: not here yet */
    row: (index) => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize] ?? null,
    /** Sees to it that these rows come, if they are not here. @param {number} first @param {number} last exclusive */
    need(first, last) {
      for (let number = Math.floor(first / pageSize); number * pageSize < Math.min(last, total); number += 1) {
        const kept = pages.get(number);
        if (!kept || kept.generation < generation) fetchPage(number);
      }
    },
    /** Another question. The old rows stay until the first new ones are here. @param {Q} question @param {number} [first] the row to begin with */
    ask(question, first = 0) {
      asked = structuredClone(question);
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
    /** Rows of a range, wherever they are. @param {number} first @param {number} last inclusive @returns {Promise<R[]>} */
    async range(first, last) {
      if (asked === null) return [];
      /** @type {R[]} */
      const list = [];
      for (let at = first; at <= last; at += 1) {
        const here = pages.get(Math.floor(at / pageSize));
        const row = here?.generation === generation ? here.rows[at % pageSize] : undefined;
        if (row) list.push(row);
        else {
          const limit = Math.min(last - at + 1, rangeSize);
          const page = await query(asked, at, limit);
          list.push(...page.rows);
          if (page.rows.length < limit) break;
          at += page.rows.length - 1;
        }
      }
      return list;
    },
  };
}
