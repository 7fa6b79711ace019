/**
 * What stands below the line of filters: messages, and then the rows or what there is in their place.
 * @module
 */

import { fill, h } from "../../dom.js";
import { hasFilters } from "./memory.js";
import { noticeBanners } from "./notices.js";
import { createOnlyState, emptyState, failedState, loadingState, noMatchState, staleBanner } from "./states.js";
import { backFrom, nothingThere } from "./there.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").ListStatus} ListStatus */
/** @typedef {import("../../types.js").TokenRow} TokenRow */
/** @typedef {"loading" | "empty" | "noMatch" | "failed" | "createOnly" | "rows"} Showing */
/**
 * What decides it.
 * @typedef {object} Now
 * @property {ListStatus} status
 * @property {boolean} answered rows of a question were here once
 * @property {number} total rows found
 * @property {number} all rows there are
 */

/**
 * @param {App} app
 * @param {object} options
 * @param {import("./memory.js").Memory} options.memory
 * @param {HTMLElement} options.rows the grid
 * @param {() => HTMLElement | null} options.notice one more message to show; the same element as long as it says the same
 * @param {() => void} options.onretry
 * @param {() => void} options.onclear search and filters are to go
 * @param {() => void} options.onthere the Console itself is to search
 * @param {(filter: import("../../types.js").Filter) => void} options.onfilter
 * @param {(row: TokenRow) => void} options.onopen
 */
export function makeMiddle(app, { memory, rows, notice, onretry, onclear, onthere, onfilter, onopen }) {
  const element = h("div", { class: "middle" });
  const notes = h("div", { class: "notes" });
  /** @type {Showing} */
  let showing = "loading";
  let shownKey = "";
  let notesKey = "";
  /** @type {HTMLElement | null} */
  let noticed = null;

  /** @param {Showing} next @param {Now} now @returns {[unknown, () => Node]} what it depends on, and how it is made */
  const content = (next, { status }) => {
    const loading = status.phase === "loading";
    const created = memory.created.map((one) => one.row);
    /** @type {Record<Showing, [unknown, () => Node]>} */
    const all = {
      rows: [null, () => rows],
      loading: [null, () => loadingState(app)],
      empty: [status.refreshedAt, () => emptyState(app, status)],
      failed: [status.error, () => failedState(app, status.error, onretry)],
      noMatch: [
        [memory.filter, loading, memory.there],
        () =>
          memory.filter.foundThere
            ? nothingThere(app, { memory, onsearch: onthere, onback: () => onfilter(backFrom(memory)) })
            : noMatchState(app, { filter: memory.filter, loading, onclear, onthere }),
      ],
      createOnly: [[created, memory.openId], () => createOnlyState(app, { created, openId: memory.openId, onopen })],
    };
    return all[next];
  };

  /** @param {Now} now */
  const showNotes = ({ status }) => {
    const stale = status.phase === "failed" && status.error !== null && showing !== "failed";
    const key = JSON.stringify([app.state.get().notices, stale && [status.error, status.refreshedAt]]);
    const extra = notice();
    if (key === notesKey && extra === noticed) return;
    notesKey = key;
    noticed = extra;
    fill(notes, noticeBanners(app), extra, stale ? staleBanner(app, status, onretry) : null);
  };

  return {
    element,
    notes,
    get showing() {
      return showing;
    },
    /** @param {Now} now */
    show(now) {
      showing = whatToShow(now, memory.filter);
      element.setAttribute("aria-busy", String(now.status.phase === "loading"));
      showNotes(now);
      const [depends, make] = content(showing, now);
      // What stands there already stays, and with it the focus and what a screen reader is reading.
      const key = JSON.stringify([showing, depends]);
      if (key === shownKey) return;
      shownKey = key;
      fill(element, make());
    },
  };
}

/** @param {Now} now @param {import("../../types.js").Filter} filter @returns {Showing} */
function whatToShow({ status, answered, total, all }, filter) {
  const { phase } = status;
  if (phase === "notAllowed") return "createOnly";
  if (!answered) return phase === "failed" ? "failed" : "loading";
  if (total > 0) return "rows";
  if (all === 0 && phase === "failed") return "failed";
  if (all === 0 && phase !== "ready") return "loading";
  return all === 0 && !filter.text.trim() && !hasFilters(filter) ? "empty" : "noMatch";
}
