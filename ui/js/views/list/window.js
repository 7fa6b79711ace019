/**
 * A window onto very many rows: only those in sight, and a few around, are in the page. The row that is active (it has, or
 * would get, the focus) is always among them and is never reused for another.
 * @module
 */

/**
 * Firefox stops at 17.9 million px, Chromium and WebKit at 33.5. Above this height (416,000 rows of 36 px) scrolling is
 * scaled: one pixel of the scroll bar then stands for more than one pixel of rows.
 */
const tallest = 15_000_000;
/** Rows kept above and below those in sight. */
const around = 8;
/** Rows in the page at most, as long as no more than these are in sight. */
const most = 98;

/** A window taller than this shows no more: something is wrong with its layout then. */
const tallestWindow = 300;

/** @typedef {ReturnType<typeof makeWindow>} RowWindow */

/**
 * @param {object} options
 * @param {HTMLElement} options.scroller
 * @param {HTMLElement} options.head the heading that sticks to the top of the scroller
 * @param {HTMLElement} options.body holds the rows
 * @param {() => HTMLElement} options.make an empty row
 * @param {(row: HTMLElement, index: number) => void} options.put fills it
 * @param {(first: number, last: number) => void} options.onrange which rows are in sight; `last` is exclusive
 */
export function makeWindow({ scroller, head, body, make, put, onrange }) {
  /** @type {Map<number, HTMLElement>} */
  const shown = new Map();
  /** @type {HTMLElement[]} */
  const spare = [];
  /** @type {WeakMap<HTMLElement, { index: number, at: number }>} */
  const places = new WeakMap();
  let total = 0;
  let active = 0;
  let rowHeight = 36;
  let bodyHeight = -1;
  /** Empty space below the last row, so that what floats there hides none. */
  let below = 0;
  let range = { first: 0, last: 0 };

  const measure = () => {
    const view = Math.max(0, scroller.clientHeight - head.offsetHeight);
    const full = total * rowHeight + below;
    const height = Math.min(full, tallest);
    const scale = height > view ? (full - view) / (height - view) : 1;
    const scrolled = Math.max(0, Math.min(scroller.scrollTop, height - view));
    return { view, height, scale, scrolled, top: scrolled * scale };
  };

  const place = (
    /** @type {HTMLElement} */ row,
    /** @type {number} */ index,
    /** @type {ReturnType<typeof measure>} */ now,
  ) => {
    const at = Math.max(0, Math.min(index * rowHeight - now.top + now.scrolled, now.height - rowHeight));
    const known = places.get(row);
    if (known?.at !== at) row.style.setProperty("transform", `translateY(${at}px)`);
    places.set(row, { index, at });
  };

  /** Puts the element where its index belongs among the others, so that the order in the page is the order on the screen. */
  const insert = (/** @type {HTMLElement} */ row, /** @type {number} */ index) => {
    let next = null;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [other, element] of shown) {
      if (other > index && other < nearest) {
        nearest = other;
        next = element;
      }
    }
    if (row.nextElementSibling !== next || row.parentNode !== body) body.insertBefore(row, next);
  };

  const render = () => {
    const now = measure();
    if (bodyHeight !== now.height) {
      bodyHeight = now.height;
      body.style.setProperty("block-size", `${now.height}px`);
    }
    const top = Math.floor(now.top / rowHeight);
    const bottom = Math.ceil((now.top + now.view) / rowHeight);
    const more = Math.max(0, Math.min(around, Math.floor((most - (bottom - top)) / 2)));
    const first = Math.max(0, Math.min(top - more, total));
    const last = Math.min(total, bottom + more, first + tallestWindow);
    for (const [index, row] of shown) {
      if ((index >= first && index < last) || (index === active && index < total)) continue;
      shown.delete(index);
      spare.push(row);
    }
    const wanted = active < total && (active < first || active >= last) ? [active] : [];
    for (let index = first; index < last; index += 1) wanted.push(index);
    for (const index of wanted) {
      let row = shown.get(index);
      if (!row) {
        row = spare.pop() ?? make();
        insert(row, index);
        shown.set(index, row);
        places.set(row, { index, at: -1 });
        put(row, index);
      }
      place(row, index, now);
    }
    for (const row of spare) row.remove();
    spare.length = Math.min(spare.length, 20);
    range = { first, last };
    onrange(first, last);
  };

  const scrollTo = (/** @type {number} */ index) => {
    const now = measure();
    const at = index * rowHeight;
    let top = now.top;
    if (at < top) top = at;
    else if (at + rowHeight > top + now.view - below) top = at + rowHeight - now.view + below;
    if (top !== now.top) scroller.scrollTop = top / now.scale;
    render();
  };

  scroller.addEventListener("scroll", () => render(), { passive: true });

  return {
    render,
    scrollTo,
    /** Fills all rows in the page anew. */
    refill() {
      const filled = new Map(shown);
      render();
      for (const [index, row] of shown) if (filled.get(index) === row) put(row, index);
    },
    /** @param {number} next */
    setTotal(next) {
      if (next === total) return;
      total = next;
      active = Math.max(0, Math.min(active, total - 1));
    },
    /** @param {number} px */
    setRowHeight(px) {
      rowHeight = px;
    },
    /** @param {number} px */
    setBelow(px) {
      below = px;
    },
    get active() {
      return active;
    },
    set active(index) {
      active = Math.max(0, Math.min(index, total - 1));
    },
    get range() {
      return range;
    },
    /** @param {number} index */
    element: (index) => shown.get(index) ?? null,
    /** @param {Element | null} row */
    indexOf: (row) => (row instanceof HTMLElement ? (places.get(row)?.index ?? -1) : -1),
    /** How many whole rows are in sight. */
    get perPage() {
      return Math.max(1, Math.floor((measure().view - below) / rowHeight) - 1);
    },
  };
}
