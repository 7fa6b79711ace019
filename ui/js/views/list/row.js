/**
 * One row of the list: made once, filled many times.
 * @module
 */

import { change, h, write } from "../../dom.js";
import { icon } from "../../elements/icon.js";
import { formatDay, formatNumber } from "../../format.js";
import { text } from "../../text.js";

/** @typedef {import("../../types.js").TokenRow} TokenRow */

const sprite = "icons/sprite.svg";

/**
 * @typedef {object} RowParts
 * @property {HTMLInputElement | null} tick null: nothing can be selected
 * @property {SVGSVGElement} icon
 * @property {SVGUseElement} use
 * @property {HTMLElement} kind
 * @property {HTMLElement} memo
 * @property {HTMLElement} keeper
 * @property {HTMLElement} flock
 * @property {HTMLElement} state
 * @property {HTMLElement} created
 * @property {HTMLElement} alerts
 * @property {HTMLElement} count
 */

/** @type {WeakMap<HTMLElement, RowParts>} */
const parts = new WeakMap();
/** An empty row, with a tick and without. @type {Map<boolean, HTMLElement>} */
const patterns = new Map();

/** @param {string} column @param {string} more classes @param {...Element} inside */
const cell = (column, more, ...inside) =>
  h("div", { role: "gridcell", class: ["cell", more], data: { column } }, ...inside);

/** @param {boolean} selectable @returns {HTMLElement} */
function pattern(selectable) {
  const memo = cell("reminder", "memo");
  const keeper = cell("lookedAfterBy", "second");
  memo.dir = "auto";
  keeper.dir = "auto";
  return h(
    "div",
    { role: "row" },
    selectable
      ? h(
          "div",
          { role: "gridcell", class: "cell check" },
          h("input", { type: "checkbox", class: "tick", tabIndex: -1 }),
        )
      : null,
    cell("kind", "kind", icon("kind-other"), h("span", null)),
    memo,
    keeper,
    cell("flock", "second"),
    cell("state", "", h("span", { class: "state" })),
    cell("created", "second"),
    cell("alerts", "end", h("span", null)),
  );
}

/** Copied from the first one: that is quicker than to make each anew. @param {boolean} selectable @returns {HTMLElement} */
export function makeRow(selectable) {
  const first = patterns.get(selectable) ?? pattern(selectable);
  patterns.set(selectable, first);
  const row = /** @type {HTMLElement} */ (first.cloneNode(true));
  /** @param {string} selector @returns {any} */
  const find = (selector) => row.querySelector(selector);
  parts.set(row, {
    tick: find(".tick"),
    icon: find("svg"),
    use: find("use"),
    kind: find("[data-column=kind] > span"),
    memo: find("[data-column=reminder]"),
    keeper: find("[data-column=lookedAfterBy]"),
    flock: find("[data-column=flock]"),
    state: find("[data-column=state] > span"),
    created: find("[data-column=created]"),
    alerts: find("[data-column=alerts]"),
    count: find("[data-column=alerts] > span"),
  });
  return row;
}

/**
 * @param {HTMLElement} element
 * @param {TokenRow | null} row null: not here yet
 * @param {string} words of the search, to be marked
 */
export function fillRow(element, row, words) {
  const part = /** @type {RowParts} */ (parts.get(element));
  const { list: t } = text;
  const alerts = row?.alerts ? t.alertCount(row.alerts, row.unacked) : t.noAlerts;
  change(element, "aria-label", row ? said(row, alerts) : t.rowWaiting);
  if (part.tick) change(part.tick, "aria-label", row ? t.selectRow(row.memo || t.noReminder) : t.rowWaiting);
  change(part.use, "href", `${sprite}#${row?.icon ?? "kind-other"}`);
  part.icon.classList.toggle("not-here", row === null);
  write(part.kind, row?.kindName ?? "");
  mark(part.memo, row ? row.memo || t.noReminder : "", words);
  change(part.memo, "title", row?.memo ?? "");
  part.memo.classList.toggle("second", row?.memo === "");
  for (const [cell, value] of /** @type {const} */ ([
    [part.keeper, row?.lookedAfterBy ?? ""],
    [part.flock, row?.flock ?? ""],
  ])) {
    write(cell, value);
    change(cell, "title", value);
  }
  change(part.state, "class", row ? `state ${row.enabled ? "on" : "off"}` : "");
  write(part.state, row ? (row.enabled ? t.on : t.off) : "");
  write(part.created, row ? formatDay(row.created) : "");
  change(part.alerts, "aria-label", row ? alerts : t.rowWaiting);
  change(part.count, "class", row?.alerts ? `count${row.unacked === 0 ? " looked-at" : ""}` : "");
  change(part.count, "title", row?.alerts ? alerts : "");
  write(part.count, row?.alerts ? formatNumber(row.alerts) : "");
}

/**
 * What is read out when the row gets the focus: what people look for first. Its other cells are read one by one.
 * @param {TokenRow} row
 * @param {string} alerts
 */
const said = (row, alerts) =>
  [row.memo || text.list.noReminder, row.kindName, row.enabled ? text.list.on : text.list.off, alerts].join(", ");

/**
 * Text with the words of the search marked in it.
 * @param {HTMLElement} element
 * @param {string} value
 * @param {string} words
 */
function mark(element, value, words) {
  const at = words ? value.toLowerCase().indexOf(words) : -1;
  // Some letters change their length in lower case; then nothing is marked rather than the wrong thing.
  if (at < 0 || value.toLowerCase().length !== value.length) {
    write(element, value);
    return;
  }
  element.replaceChildren(
    value.slice(0, at),
    h("mark", null, value.slice(at, at + words.length)),
    value.slice(at + words.length),
  );
}
