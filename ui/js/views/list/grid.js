/**
 * The list as a grid: one tab stop, rows by arrow keys, selection by Space, Shift and Ctrl, columns that sort.
 * @module
 */

import { change, h } from "../../dom.js";
import { rem } from "../../elements/width.js";
import { text } from "../../text.js";
import { columns, makeHead } from "./head.js";
import { fillRow, makeRow } from "./row.js";
import { makeWindow } from "./window.js";

/** @typedef {import("../../types.js").TokenRow} TokenRow */
/** @typedef {import("../../types.js").Sort} Sort */
/**
 * The heading of a grid.
 * @typedef {object} Head
 * @property {HTMLElement} element
 * @property {() => HTMLElement[]} stops what can be reached by the arrow keys
 * @property {(now: { count: number, all: boolean, total: number }) => void} setSelection
 */
/**
 * @template R
 * @typedef {object} GridOptions
 * @property {import("./source.js").RowSource<R>} source
 * @property {import("./selection.js").RowSelection<R, any, any>} selection
 * @property {boolean} selectable
 * @property {() => boolean} isMac
 * @property {(row: R, how: { focus: boolean, index: number, cell: Element | null }) => void} onopen by Enter, or a click on
 *   `cell`; `focus`: move into what opens
 * @property {(row: R) => void} onactive the arrow keys came to this row
 * @property {() => void} onall select all that was found
 * @property {() => void} [ontype] a letter was typed, and nobody has taken it yet
 * @property {(row: R, at: { left: number, top: number, bottom: number }) => void} [onmenu] what can be done with it was asked for
 * @property {(error: unknown) => void} onerror
 */

/**
 * The grid of Canarytokens.
 * @param {GridOptions<TokenRow> & { openId: () => string | null, words: () => string, onsort: (sort: Sort) => void }} options
 *   `openId`: what the panel shows; `words`: what is searched for
 */
export function makeGrid({ openId, words, onsort, ...options }) {
  const { selectable, selection, onall } = options;
  const head = makeHead({ selectable, onsort, onall: (all) => (all ? onall() : selection.clear()) });
  let marked = "";
  const grid = makeRowGrid({
    ...options,
    head,
    name: ["token-grid", !selectable && "no-select", "no-keepers"],
    label: text.list.title,
    columns: columns.length + (selectable ? 1 : 0),
    make: () => makeRow(selectable),
    fill: (target, row) => fillRow(target, row, marked),
    depends: () => marked,
    dress: (target, row) => void target.classList.toggle("open", row !== null && row.id === openId()),
  });
  return {
    ...grid,
    /** @param {Sort} sort @param {AbortSignal} signal */
    start(sort, signal) {
      head.setSort(sort);
      grid.start(signal);
    },
    refill() {
      marked = words();
      grid.refill();
    },
    setSort: head.setSort,
    /** Does any reminder tell who looks after it? Without that the column would be empty. @param {boolean} some */
    setKeepers: (some) => void grid.element.classList.toggle("no-keepers", !some),
    get activeRow() {
      return grid.activeRow();
    },
  };
}

/**
 * A grid of any rows.
 * @template R
 * @param {GridOptions<R> & {
 *   head: Head,
 *   name: (string | false)[],
 *   label: string,
 *   columns: number,
 *   make: () => HTMLElement,
 *   fill: (target: HTMLElement, row: R | null) => void,
 *   depends?: () => string,
 *   dress?: (target: HTMLElement, row: R | null) => void,
 *   onkey?: (event: KeyboardEvent, index: number) => boolean,
 * }} options `name`: its classes; `fill` writes a row, null while it is not here; it is asked only where something else was written
 *   before, or `depends` has changed, since to write the same anew is to lay it out anew; `dress`: what changes while the row
 *   stays; `onkey`: asked first about a key in the rows; true: it was used
 */
export function makeRowGrid({
  source,
  selection,
  selectable,
  isMac,
  head,
  name,
  label,
  columns: columnCount,
  make,
  fill,
  depends = () => "",
  dress = () => {},
  onopen,
  onactive,
  onall,
  ontype,
  onmenu,
  onerror,
  onkey = () => false,
}) {
  const body = h("div", { role: "rowgroup", class: "rows" });
  const element = h(
    "div",
    {
      class: ["grid", ...name],
      role: "grid",
      "aria-label": label,
      "aria-colcount": columnCount,
      "aria-multiselectable": selectable ? "true" : null,
    },
    head.element,
    body,
  );
  /** What was written into each row element. @type {WeakMap<HTMLElement, { row: R | null, depends: string }>} */
  const shown = new WeakMap();
  /** Where a range begins. */
  let anchor = 0;
  /** The heading has the focus: it is the tab stop then. @type {HTMLElement | null} */
  let inHead = null;
  const put = (/** @type {HTMLElement} */ target, /** @type {number} */ index) => {
    const row = source.row(index);
    if (row) selection.update(row);
    change(target, "aria-rowindex", String(index + 2));
    const tabIndex = index === view.active && !inHead ? 0 : -1;
    if (target.tabIndex !== tabIndex) target.tabIndex = tabIndex;
    target.classList.toggle("waiting", row === null);
    if (selectable) showSelected(target, row, row !== null && selection.has(row));
    dress(target, row);
    const written = { row, depends: depends() };
    const before = shown.get(target);
    if (before?.row === row && before.depends === written.depends) return;
    shown.set(target, written);
    fill(target, row);
  };
  const view = makeWindow({
    scroller: element,
    head: head.element,
    body,
    make,
    put,
    here: (index) => source.row(index) !== null,
    onrange: (first, last) => source.need(first, last),
  });
  const at = (/** @type {number} */ index) => source.row(index);

  const setActive = (/** @type {number} */ index) => {
    const before = view.element(view.active);
    view.active = index;
    leaveHead();
    if (before) before.tabIndex = -1;
    view.scrollTo(view.active);
    const now = view.element(view.active);
    if (now) now.tabIndex = 0;
    return now;
  };
  const headStop = () => head.stops().find((one) => one.matches(".sort")) ?? head.stops()[0];
  const leaveHead = () => {
    if (inHead) inHead.tabIndex = -1;
    inHead = null;
  };
  const goToHead = (/** @type {HTMLElement | undefined} */ stop) => {
    if (!stop) return;
    const row = view.element(view.active);
    if (row) row.tabIndex = -1;
    leaveHead();
    inHead = stop;
    stop.tabIndex = 0;
    stop.focus();
  };
  const selectRange = async (/** @type {number} */ index) => {
    try {
      selection.setRange(await source.range(Math.min(anchor, index), Math.max(anchor, index)));
    } catch (error) {
      onerror(error);
    }
  };
  const move = (/** @type {number} */ index, /** @type {boolean} */ extend) => {
    const to = Math.max(0, Math.min(index, source.total - 1));
    setActive(to)?.focus({ preventScroll: true });
    const row = at(to);
    if (extend && selectable) selectRange(to);
    else {
      anchor = to;
      if (row) onactive(row);
    }
  };
  const toggle = (/** @type {number} */ index) => {
    const row = at(index);
    if (!row || !selectable) return;
    anchor = index;
    selection.toggle(row);
  };

  /** Below the row, a little inside of it. @param {number} index */
  const menuByKey = (index) => {
    const row = at(index);
    const box = view.element(index)?.getBoundingClientRect();
    if (!row || !box || !onmenu) return false;
    return onmenu(row, { left: box.left + 48, top: box.top, bottom: box.bottom });
  };

  /** @param {KeyboardEvent} event */
  const keyInRows = (event) => {
    const now = view.active;
    const control = isMac() ? event.metaKey : event.ctrlKey;
    if (onkey(event, now)) return true;
    if (event.altKey || (control && !["a", "A", " "].includes(event.key))) return false;
    if (control && event.key.toLowerCase() === "a") return selectable ? onall() : undefined;
    if (event.key === "ArrowUp" && now === 0 && !event.shiftKey) return goToHead(headStop());
    const page = view.perPage;
    const steps = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      PageDown: now + page,
      PageUp: now - page,
      Home: 0,
      End: source.total - 1,
    };
    const to = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (to !== undefined) return move(to, event.shiftKey);
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) return menuByKey(now);
    if (event.key === " ") return event.shiftKey && selectable ? void selectRange(now) : toggle(now);
    if (event.key === "Enter") {
      const row = at(now);
      return row ? onopen(row, { focus: true, index: now, cell: null }) : undefined;
    }
    // Whoever types in a list looks for something. The letter goes to what gets the focus; "?" shows the keys.
    if (event.key.length === 1 && event.key !== "?" && !event.metaKey && !event.ctrlKey) ontype?.();
    return false;
  };
  /** @param {KeyboardEvent} event */
  const keyInHead = (event) => {
    const stops = head.stops();
    const now = stops.indexOf(/** @type {HTMLElement} */ (event.target));
    if (event.key === "ArrowDown") return move(view.active, false);
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined) return false;
    return goToHead(stops[Math.max(0, Math.min(to, stops.length - 1))]);
  };
  element.addEventListener("keydown", (event) => {
    const used = head.element.contains(/** @type {Node} */ (event.target)) ? keyInHead(event) : keyInRows(event);
    if (used !== false) event.preventDefault();
  });

  body.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const index = view.indexOf(target.closest("[role=row]"));
    const row = index < 0 ? null : at(index);
    if (!row) return;
    const control = isMac() ? event.metaKey : event.ctrlKey;
    const ticked = target.closest(".check") !== null;
    setActive(index)?.focus({ preventScroll: true });
    if (event.shiftKey && selectable) selectRange(index);
    else if (ticked || (control && selectable)) toggle(index);
    else {
      anchor = index;
      onopen(row, { focus: false, index, cell: target.closest(".cell") });
    }
    // The tick shows what is selected, also when the click did something else than toggle it.
    const tick = view.element(index)?.querySelector("input");
    if (tick && target !== tick) tick.checked = selection.has(row);
  });
  body.addEventListener("contextmenu", (event) => {
    const index = view.indexOf(/** @type {Element} */ (event.target).closest("[role=row]"));
    const row = index < 0 ? null : at(index);
    if (!row || !onmenu) return;
    event.preventDefault();
    setActive(index)?.focus({ preventScroll: true });
    anchor = index;
    onmenu(row, { left: event.clientX, top: event.clientY, bottom: event.clientY });
  });
  // Shift and a click select rows, not text.
  body.addEventListener("mousedown", (event) => {
    if (event.shiftKey) event.preventDefault();
  });
  body.addEventListener("focusin", (event) => {
    const index = view.indexOf(/** @type {Element} */ (event.target).closest("[role=row]"));
    if (index >= 0 && index === view.active) view.scrollTo(index);
  });

  const resize = () => {
    const height = Math.round(rem() * 2.25);
    element.style.setProperty("--row-px", `${height}px`);
    view.setRowHeight(height);
    view.resized();
  };
  const observer = new ResizeObserver(resize);

  return {
    element,
    view,
    /** @param {AbortSignal} signal */
    start(signal) {
      observer.observe(element);
      observer.observe(head.element);
      signal.addEventListener("abort", () => observer.disconnect(), { once: true });
      resize();
    },
    /** Where it was when it was left. @param {number} active @param {number} scrollTop */
    restore(active, scrollTop) {
      if (active === 0 && scrollTop === 0) return;
      view.active = active;
      anchor = active;
      view.scroll(scrollTop);
      view.refill();
    },
    /** Rows came, or what is shown of them changed. */
    refill() {
      view.setTotal(source.total);
      element.setAttribute("aria-rowcount", String(source.total + 1));
      selection.setTotal(source.total);
      view.refill();
      head.setSelection({ count: selection.count, all: selection.isAll, total: source.total });
      const stop = source.total === 0 ? headStop() : null;
      if (stop && !inHead) {
        inHead = stop;
        stop.tabIndex = 0;
      } else if (!stop && inHead && document.activeElement !== inHead) {
        leaveHead();
        view.refill();
      }
    },
    toTop() {
      view.scroll(0);
      view.active = 0;
      anchor = 0;
    },
    /** @param {number} px */
    setBelow(px) {
      view.setBelow(px);
      view.render();
    },
    /** Makes a row the active one and puts the focus on it. @param {number} index */
    goTo(index) {
      setActive(index)?.focus({ preventScroll: true });
    },
    /** Puts the focus on the active row. */
    focus() {
      setActive(view.active)?.focus({ preventScroll: true });
    },
    /** The row that has, or would get, the focus. */
    activeRow: () => at(view.active),
  };
}

/** @param {HTMLElement} target @param {unknown} row null: not here yet @param {boolean} selected */
function showSelected(target, row, selected) {
  const tick = /** @type {HTMLInputElement | null} */ (target.querySelector("input.tick"));
  if (!tick) return;
  change(target, "aria-selected", String(selected));
  tick.checked = selected;
  tick.disabled = row === null;
}
