/**
 * A window onto very many rows: only those in sight, and a few around, are in the page. Those in sight come at once, the others
 * a moment later, so that no key and no click waits for what nobody sees. The row that is active (it has, or would get, the
 * focus) is always among them and is never reused for another.
 * @module
 */

/**
 * Firefox stops at 17.9 million px, Chromium and WebKit at 33.5. Above this height (416,000 rows of 36 px) scrolling is
 * scaled: one pixel of the scroll bar then stands for more than one pixel of rows.
 */
const tallest = 15_000_000;
/** Milliseconds for which rows that are not here yet are waited for before their places are shown. They mostly come at once. */
const wait = 80;
/** Rows kept above and below those in sight. */
const around = 6;
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
 * @param {(index: number) => boolean} options.here is what fills it here?
 * @param {(first: number, last: number) => void} options.onrange which rows are in sight; `last` is exclusive
 */
export function makeWindow({ scroller, head, body, make, put, here, onrange }) {
  /** @type {Map<number, HTMLElement>} */
  const shown = new Map();
  /** Rows out of sight that will show others in a moment, in the order of the page. @type {HTMLElement[]} */
  let spare = [];
  /** @type {WeakMap<HTMLElement, { index: number, at: number }>} */
  const places = new WeakMap();
  let total = 0;
  let active = 0;
  let rowHeight = 36;
  let bodyHeight = -1;
  /** Empty space below the last row, so that what floats there hides none. */
  let below = 0;
  let range = { first: 0, last: 0 };
  /**
   * Height in which rows are seen (null until it was looked at), and how far it is scrolled: asking the page each time would lay it
   * out each time.
   * @type {number | null}
   */
  let seen = null;
  let scrolledTo = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  const look = () => {
    if (!scroller.isConnected) return;
    seen = Math.max(0, scroller.clientHeight - head.offsetHeight);
    scrolledTo = scroller.scrollTop;
  };

  /** The first rows come before it was looked at, as many as the whole window could show: so they are laid out with the list. */
  const measure = () => {
    const view = seen ?? innerHeight;
    const full = total * rowHeight + below;
    const height = Math.min(full, tallest);
    const scale = height > view ? (full - view) / (height - view) : 1;
    const scrolled = Math.max(0, Math.min(scrolledTo, height - view));
    return { view, height, scale, scrolled, top: scrolled * scale };
  };

  /** What is in sight indeed. */
  const exactly = () => {
    if (seen === null) look();
    return measure();
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

  /** The order in the page is the order on the screen: it is read out so. Only fresh ones move: the others stand right, and one may have the focus. @param {Set<HTMLElement>} fresh */
  const order = (fresh) => {
    const left = new Set(spare);
    /** @type {HTMLElement | null} */
    let next = null;
    for (const [, row] of [...shown].sort(([one], [other]) => other - one)) {
      if (fresh.has(row)) {
        let after = row.nextElementSibling;
        while (after && left.has(/** @type {HTMLElement} */ (after))) after = after.nextElementSibling;
        if (row.parentNode !== body || after !== next) body.insertBefore(row, next);
      }
      next = row;
    }
  };

  /** @param {"in sight" | "here" | "all"} [which] which rows are put in: those in sight that are here, all that are here, or all */
  const render = (which = "in sight") => {
    clearTimeout(soon);
    const now = measure();
    if (bodyHeight !== now.height) {
      bodyHeight = now.height;
      body.style.setProperty("block-size", `${now.height}px`);
    }
    const top = Math.floor(now.top / rowHeight);
    const bottom = Math.min(total, Math.ceil((now.top + now.view) / rowHeight), top + tallestWindow);
    const more = Math.max(0, Math.min(around, Math.floor((most - (bottom - top)) / 2)));
    const first = Math.max(0, Math.min(top - more, total));
    const last = Math.min(total, bottom + more);
    const wanted = (/** @type {number} */ index) =>
      (index >= first && index < last) || (index === active && index < total);
    for (const [index, row] of [...shown].sort(([one], [other]) => one - other)) {
      if (wanted(index)) continue;
      shown.delete(index);
      spare.push(row);
    }
    const missing = [];
    for (let index = first; index < last; index += 1) if (!shown.has(index)) missing.push(index);
    if (active < total && !shown.has(active) && (active < first || active >= last)) missing.push(active);
    const fresh = missing.filter(
      (index) =>
        index === active || which === "all" || (here(index) && (which === "here" || (index >= top && index < bottom))),
    );
    // Each takes the one that stands where it will stand, so that few have to move.
    const from = Math.max(0, Math.min(missing.indexOf(fresh[0] ?? -1), spare.length - fresh.length));
    const rows = spare.splice(from, fresh.length);
    while (rows.length < fresh.length) rows.push(make());
    for (const [at, index] of fresh.entries()) {
      const row = /** @type {HTMLElement} */ (rows[at]);
      shown.set(index, row);
      places.set(row, { index, at: -1 });
      put(row, index);
    }
    for (const [index, row] of shown) place(row, index, now);
    const rest = fresh.length < missing.length;
    spare = spare.filter((row) => {
      const stands = places.get(row)?.at ?? -1;
      const hidden = stands + rowHeight <= now.scrolled || stands >= now.scrolled + now.view;
      const kept = rest && hidden && stands + rowHeight <= now.height;
      if (!kept) row.remove();
      return kept;
    });
    order(new Set(rows));
    range = { first, last };
    onrange(first, last);
    if (!rest) return;
    const [next, pause] =
      which === "in sight" ? /** @type {const} */ (["here", 0]) : /** @type {const} */ (["all", wait]);
    soon = setTimeout(() => scroller.isConnected && render(next), pause);
  };

  /** @param {number} px */
  const scroll = (px) => {
    scroller.scrollTop = px;
    scrolledTo = px;
  };

  const scrollTo = (/** @type {number} */ index) => {
    const now = exactly();
    const at = index * rowHeight;
    let top = now.top;
    if (at < top) top = at;
    else if (at + rowHeight > top + now.view - below) top = at + rowHeight - now.view + below;
    if (top !== now.top) scroll(top / now.scale);
    render();
  };

  scroller.addEventListener(
    "scroll",
    () => {
      scrolledTo = scroller.scrollTop;
      render();
    },
    { passive: true },
  );

  return {
    render: () => render(),
    scroll,
    scrollTo,
    /** The window, or what it stands in, has another size. */
    resized() {
      look();
      render();
    },
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
      return Math.max(1, Math.floor((exactly().view - below) / rowHeight) - 1);
    },
  };
}
