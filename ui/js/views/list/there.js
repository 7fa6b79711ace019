/**
 * What the Console found, when it was asked to search: it stands in the list like everything else, behind a filter of its own.
 * Taking that filter away goes back to the list as it was.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { emptyNestDrawing } from "../../elements/drawings.js";
import { later } from "../../later.js";
import { noFilter } from "./memory.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Filter} Filter */
/**
 * @typedef {object} There
 * @property {import("../../types.js").ConsoleSearch} search
 * @property {import("../../types.js").FoundThere} found
 * @property {string} label what was searched for, in words
 * @property {Filter} before the filter to go back to
 */

/**
 * Asks, and then shows what the Console found.
 *
 * @param {App} app
 * @param {import("./memory.js").Memory} memory
 * @param {(filter: Filter) => void} onfilter
 */
export async function searchThere(app, memory, onfilter) {
  const { filter, there } = memory;
  const start =
    filter.foundThere && there
      ? there.search
      : {
          text: filter.text,
          kind: filter.kinds.length === 1 ? (filter.kinds[0] ?? null) : null,
          flock: filter.flocks.length === 1 ? (filter.flocks[0] ?? null) : null,
          enabled: filter.enabled,
        };
  const before = filter.foundThere && there ? there.before : filter;
  const { searchConsole } = await later.searching();
  const answer = await searchConsole(app, start);
  if (!answer || app.signal.aborted) return;
  memory.there = { ...answer, before };
  onfilter({ ...noFilter(), foundThere: true });
}

/** The list as it was before. @param {import("./memory.js").Memory} memory @returns {Filter} */
export const backFrom = (memory) => memory.there?.before ?? noFilter();

/** "The Console found 3". @param {App} app @param {import("./memory.js").Memory} memory @param {number} shown */
export function countThere(app, { there }, shown) {
  const { total, fetched } = there?.found ?? { total: shown, fetched: shown };
  return app.text.there.count(total, fetched, shown);
}

/**
 * Nothing of what the Console found is there to be shown.
 * @param {App} app
 * @param {{ memory: import("./memory.js").Memory, onsearch: () => void, onback: () => void }} options
 */
export function nothingThere(app, { memory, onsearch, onback }) {
  const t = app.text.there;
  const some = (memory.there?.found.fetched ?? 0) > 0;
  return h(
    "div",
    { class: "empty" },
    emptyNestDrawing(),
    h("h2", { class: "h-small wrap-anywhere" }, some ? t.gone : t.nothing),
    some ? null : h("p", null, t.nothingHint),
    h(
      "div",
      { class: "row" },
      button({ label: t.again, icon: "ui-search", onclick: onsearch }),
      button({ label: t.back, onclick: onback }),
    ),
  );
}
