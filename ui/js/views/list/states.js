/**
 * What stands in the place of the rows when there are none: loading, empty, no match, failed, a key that may not list.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { emptyNestDrawing, nestDrawing } from "../../elements/drawings.js";
import { icon } from "../../elements/icon.js";
import { errorBanner, isOffline } from "../../errors.js";
import { formatAgo, formatClock, formatNumber } from "../../format.js";
import { hasFilters } from "./memory.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").ListStatus} ListStatus */
/** @typedef {import("../../types.js").TokenRow} TokenRow */

/** @param {import("../../dom.js").Child[]} children */
const pane = (...children) => h("div", { class: "empty" }, children);

/** @param {App} app */
const sessionOf = (app) => app.state.get().session;

/** No Canarytoken at all. @param {App} app @param {ListStatus} status */
export function emptyState(app, status) {
  const t = app.text.list;
  const create = sessionOf(app)?.abilities.create;
  return pane(
    nestDrawing(),
    h("h2", null, t.emptyTitle),
    h("p", null, create ? t.emptyText : t.emptyTextReadOnly),
    create
      ? [
          starters(app),
          h("div", { class: "row" }, button({ label: t.allKinds, size: "large", onclick: () => app.go("create") })),
        ]
      : null,
    h(
      "p",
      { class: "quiet" },
      `${t.connectedTo(sessionOf(app)?.label ?? "")} ${status.refreshedAt === null ? "" : t.listRefreshed(formatAgo(status.refreshedAt))}`,
    ),
  );
}

/** @param {App} app */
function starters(app) {
  return h(
    "ul",
    { class: "starters" },
    app.text.list.starters.map(({ kind, icon: sign, name, what }) =>
      h(
        "li",
        null,
        h(
          "button",
          { type: "button", class: "kind-card", onclick: () => app.go("create", { kind }) },
          h("span", { class: "tile" }, icon(sign)),
          h("span", { class: "name" }, name),
          h("span", { class: "what" }, what),
        ),
      ),
    ),
  );
}

/**
 * Nothing matches.
 * @param {App} app
 * @param {{ filter: import("../../types.js").Filter, loading: boolean, onclear: () => void, onthere: () => void }} options
 */
export function noMatchState(app, { filter, loading, onclear, onthere }) {
  const t = app.text.list;
  const words = filter.text.trim();
  const hint = loading
    ? t.noMatchLoading
    : !words
      ? t.noMatchFilters
      : hasFilters(filter)
        ? t.noMatchBoth
        : t.noMatchSearch;
  return pane(
    emptyNestDrawing(),
    h("h2", { class: "h-small wrap-anywhere" }, t.noMatch(words)),
    h("p", null, hint),
    h(
      "div",
      { class: "row" },
      button({ label: words && !hasFilters(filter) ? t.clearSearch : t.clearAll, onclick: onclear }),
      button({ label: app.text.there.item, icon: "ui-search", onclick: onthere }),
    ),
  );
}

/** The first rows are on their way. @param {App} app */
export function loadingState(app) {
  return h(
    "div",
    { class: "skeleton", role: "status" },
    h("p", { class: "visually-hidden" }, app.text.list.loadingNow),
    Array.from({ length: 14 }, (_, at) =>
      h("div", { class: `line l${at % 4}`, "aria-hidden": "true" }, h("span"), h("span"), h("span")),
    ),
  );
}

/** The list could not be had. @param {App} app @param {unknown} error @param {() => void} retry */
export function failedState(app, error, retry) {
  const actions = isOffline(error)
    ? []
    : [button({ label: app.text.list.settings, onclick: () => app.go("settings") })];
  return h("div", { class: "failed" }, errorBanner(error, { retry, actions }));
}

/** Shown above rows that are older than the failure. @param {App} app @param {ListStatus} status @param {() => void} retry */
export function staleBanner(app, status, retry) {
  const t = app.text.list;
  const element = errorBanner(status.error, { retry });
  const told = status.refreshedAt === null ? t.listPart(status.loaded) : t.listFrom(formatClock(status.refreshedAt));
  element.querySelector(".title")?.after(h("p", null, told));
  return element;
}

/**
 * The key may create but not list.
 * @param {App} app
 * @param {{ created: TokenRow[], openId: string | null, onopen: (row: TokenRow) => void }} options
 */
export function createOnlyState(app, { created, openId, onopen }) {
  const t = app.text.list;
  const console = button({
    label: t.openConsole,
    icon: "ui-open-outside",
    size: "large",
    onclick: () =>
      void app.call("open_link", { link: { type: "console", page: "tokens" } }).catch((error) => app.showError(error)),
  });
  return h(
    "div",
    { class: "empty create-only" },
    created.length ? null : nestDrawing(),
    h("h2", null, t.createOnlyTitle),
    h("p", null, t.createOnlyText),
    created.length ? null : starters(app),
    h(
      "div",
      { class: "row" },
      button({ label: t.allKinds, size: "large", onclick: () => app.go("create") }),
      sessionOf(app)?.practice ? null : console,
    ),
    created.length
      ? h(
          "section",
          { class: "section created" },
          h("h3", null, t.createOnlyHere, " ", h("span", { class: "muted number" }, formatNumber(created.length))),
          h(
            "ul",
            { class: "group" },
            created.map((row) =>
              h(
                "li",
                null,
                h(
                  "button",
                  {
                    type: "button",
                    class: ["line", row.id === openId && "open"],
                    "aria-pressed": row.id === openId,
                    onclick: () => onopen(row),
                  },
                  icon(row.icon),
                  h("span", { class: "grow" }, row.memo || t.noReminder, h("span", { class: "hint" }, row.kindName)),
                  icon("ui-chevron-right"),
                ),
              ),
            ),
          ),
        )
      : null,
  );
}
