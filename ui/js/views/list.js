/**
 * The list of Canarytokens, with the panel beside it. See main.js for what a view is.
 * @module
 */

import { h } from "../dom.js";
import { tellWidth } from "../elements/width.js";
import { later } from "../later.js";
import { preferenceSetter } from "../preferences.js";
import { makeFilters } from "./list/filters.js";
import { makeFreshness } from "./list/freshness.js";
import { makeGrid } from "./list/grid.js";
import { memoryFor, noFilter } from "./list/memory.js";
import { makeMiddle } from "./list/middle.js";
import { makePanelPlace } from "./list/panel-place.js";
import { openRowMenu } from "./list/row-menu.js";
import { makeSource } from "./list/source.js";
import { makeStatus } from "./list/status.js";
import { makeStrip } from "./list/strip.js";
import { countThere, searchThere } from "./list/there.js";
import { makeToolbar } from "./list/toolbar.js";
import { makeUnfinished } from "./many/unfinished.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {import("../types.js").Filter} Filter */
/** @typedef {import("../types.js").Sort} Sort */
/** @typedef {import("../types.js").TokenRow} TokenRow */
/** @typedef {import("../types.js").Selection} Selection */

/** While the list fills, rows are read anew at most this often, in milliseconds. */
const fillPause = 250;
/** Milliseconds for which the arrow keys must rest on a row before the panel shows it. */
const restPause = 90;
/** Space that the strip of actions needs below the rows, in px. */
const stripSpace = 64;

/**
 * The view. Longer than a function should be: it is the one place where the parts of the list meet, each of which is in a
 * file of its own below `list/`.
 *
 * @param {App} app
 * @param {{ open?: string }} params `open`: the id of a Canarytoken to show in the panel
 * @returns {HTMLElement}
 */
export function listView(app, params) {
  const t = app.text.list;
  const session = app.state.get().session;
  const may = session?.abilities ?? { list: false, create: false, change: false, download: false };
  const memory = memoryFor(session?.consoleId ?? "");
  const { selection } = memory;
  const put = preferenceSetter(app);
  memory.sort = app.state.get().preferences.sort;
  if (params.open) memory.openId = params.open;
  const status = makeStatus({ mayList: may.list });
  let all = 0;
  let answered = false;
  let refreshing = false;
  let filling = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  const source = makeSource({
    query: (/** @type {{ filter: Filter, sort: Sort }} */ asked, offset, limit) =>
      app.call("query_tokens", { ...asked, offset, limit }),
    onpage: (page) => {
      answered = true;
      all = page.all;
      grid.setKeepers(page.keepers);
      status.set(page.status);
      update();
    },
    onerror: (error) => {
      status.fail(error);
      update();
    },
  });
  // Asked before anything is made, so that the answer is here when the list is.
  const { scrollTop, active } = memory;
  const first = may.list ? source.ask({ filter: memory.filter, sort: memory.sort }, active) : null;
  const observer = new ResizeObserver(cover);
  const panel = makePanelPlace(app, {
    onmade: (element) => observer.observe(element),
    onclose: () => openRow(null, { focus: true }),
    onchanged: changed,
    another: may.create,
  });
  const grid = makeGrid({
    source,
    selection,
    selectable: may.change,
    isMac: app.isMac,
    openId: () => memory.openId,
    words: () => memory.filter.text.trim().toLowerCase(),
    onopen: openRow,
    onactive: (row) => {
      clearTimeout(resting);
      if (memory.openId !== null) resting = setTimeout(() => openRow(row, { focus: false }), restPause);
    },
    onsort: (sort) => {
      memory.sort = sort;
      grid.setSort(sort);
      app.announce(t.sorted(t.columns[sort.column], sort.descending));
      void put({ sort });
      ask();
    },
    onall: () => selection.selectAll(memory.filter, source.total),
    ontype: () => toolbar.focusSearch(),
    onmenu: (row, at) => openRowMenu({ row, at, selection, actions, may, onopen: () => openRow(row, { focus: true }) }),
    onerror: (error) => app.showError(error),
  });
  const toolbar = makeToolbar(app, {
    search: memory.filter.text,
    canSearch: may.list,
    onsearch: (text) => setFilter({ ...memory.filter, text }),
    ondown: () => {
      if (source.total > 0) grid.focus();
    },
    onrefresh: refresh,
  });
  const filters = makeFilters(app, { filter: () => memory.filter, memory, onthere, onfilter: setFilter });
  const freshness = makeFreshness({ filters: filters.element });
  const middle = makeMiddle(app, {
    memory,
    rows: grid.element,
    notice: () => unfinished.banner(),
    onretry: refresh,
    onclear: () => {
      toolbar.setSearch("");
      setFilter(noFilter());
      toolbar.focusSearch();
    },
    onthere,
    onfilter: setFilter,
    onopen: (row) => openRow(row, { focus: true }),
  });
  const unfinished = makeUnfinished(app, () => update());
  /** What can be done with some of them, by the strip or the menu of a row. @type {import("./list/row-menu.js").Actions} */
  const actions = {
    turn: async ({ selection, count }, enabled) =>
      (await later.actions()).setEnabled(app, { selection, count, enabled, onchanged: changed }),
    move: (chosen) => void move(chosen.selection),
    save: may.download ? async (chosen) => (await later.files()).saveFiles(app, chosen) : null,
    export: async (chosen) => (await later.exporting()).exportTokens(app, chosen),
    remove: (chosen) => void remove(chosen.selection),
  };
  const chosen = () => ({ selection: selection.wire(), count: selection.count });
  const strip = makeStrip({
    selection,
    onswitch: (enabled) => actions.turn(chosen(), enabled),
    onmove: () => actions.move(chosen()),
    onsave: actions.save && (() => actions.save?.(chosen())),
    onexport: () => actions.export(chosen()),
    ondelete: () => actions.remove(chosen()),
    onclear: () => {
      selection.clear();
      grid.focus();
    },
  });
  // The heading stands outside of the list, which cannot be reached while the panel covers it.
  const heading = h("h1", { id: "list-title", class: "visually-hidden", tabIndex: -1 }, t.title);
  const pane = h(
    "section",
    { class: "list-pane", id: "list", "aria-labelledby": "list-title" },
    freshness.line,
    freshness.bar,
    middle.notes,
    middle.element,
    strip.element,
  );
  const workspace = h("main", { class: "workspace" }, heading, pane, panel.place);

  function focusList() {
    if (middle.showing === "rows") grid.focus();
    else heading.focus();
  }

  /** In a narrow window the panel lies over the list: what is behind it cannot be reached then. Looked at when it is laid out. */
  function cover() {
    pane.inert = memory.openId !== null && panel.covers;
  }

  /** Shows a row in the panel, or closes it. @param {TokenRow | null} row @param {{ focus: boolean }} how */
  function openRow(row, { focus }) {
    clearTimeout(resting);
    memory.openId = row?.id ?? null;
    if (row) panel.show(row, { focus });
    else {
      panel.hide();
      cover();
    }
    update();
    if (!row && focus) focusList();
  }

  /** @param {Filter} filter */
  function setFilter(filter) {
    memory.filter = filter;
    toolbar.setSearch(filter.text);
    selection.filterChanged();
    filters.show();
    ask();
  }

  /** A new question: its rows begin at the top. */
  async function ask() {
    if (!may.list) return;
    grid.toTop();
    await source.ask({ filter: memory.filter, sort: memory.sort });
  }

  /** The list has changed: what is in sight is read anew. */
  async function changed() {
    if (!may.list) return;
    const { first, last } = grid.view.range;
    await source.again(first, last);
    panel.recheck();
  }

  /** @param {Selection} chosen */
  async function remove(chosen) {
    const { deleteTokens } = await later.deleting();
    if (!(await deleteTokens(app, { selection: chosen, onchanged: changed }))) return;
    selection.clear();
    await changed();
    if (document.activeElement === document.body || strip.element.contains(document.activeElement)) focusList();
  }

  /** @param {Selection} chosen */
  async function move(chosen) {
    const { moveTokens } = await later.moving();
    if (!(await moveTokens(app, { selection: chosen, onchanged: changed }))) return;
    selection.clear();
    if (document.activeElement === document.body || strip.element.contains(document.activeElement)) focusList();
  }

  function onthere() {
    void searchThere(app, memory, setFilter);
  }

  async function refresh() {
    if (!may.list || refreshing) return;
    refreshing = true;
    status.forgive();
    showFreshness();
    try {
      status.set(await app.call("refresh_tokens", { operation: app.operation() }));
    } catch (error) {
      status.fail(error);
    } finally {
      refreshing = false;
    }
    await (answered ? changed() : ask());
    update();
  }

  function showFreshness() {
    const when = freshness.show({
      status: status.get(),
      total: source.total,
      all,
      found: memory.filter.foundThere ? countThere(app, memory, source.total) : null,
    });
    toolbar.setRefresh({ busy: refreshing || status.get().phase === "loading", when });
  }

  /** Everything that depends on the status and on the rows. */
  function update() {
    middle.show({ status: status.get(), answered, total: source.total, all });
    const { showing } = middle;
    freshness.line.hidden = showing !== "rows" && (all === 0 || showing === "createOnly");
    showFreshness();
    if (showing !== "loading") app.appear();
    if (showing === "rows") grid.refill();
    strip.show();
    if (showing !== "loading") app.ready();
  }

  /** The list fills, or changed without the page: rows are read anew, but not at every word of it. */
  function fillLater() {
    if (filling) return;
    filling = true;
    const later = async () => {
      filling = false;
      if (app.signal.aborted) return;
      await (answered ? changed() : ask());
      update();
    };
    setTimeout(later, answered ? fillPause : 0);
  }

  /** Delete: what is selected, else the focused row, else what the panel shows. */
  function deleteByKey() {
    if (!may.change) return false;
    const row = grid.element.contains(document.activeElement) ? grid.activeRow : null;
    const id = row?.id ?? memory.openId;
    if (selection.count) void remove(selection.wire());
    else if (id !== null) void remove({ type: "ids", ids: [id] });
    else return false;
    return true;
  }

  /** Escape: the editing of the reminder, else the panel, else the selection. */
  function closeByKey() {
    if (panel.cancelEdit()) return true;
    if (memory.openId !== null) openRow(null, { focus: true });
    else if (selection.count) selection.clear();
    else return false;
    return true;
  }

  /** The first rows, and the list itself if nobody has fetched it yet. */
  async function begin() {
    update();
    if (may.create) void unfinished.look();
    if (!first) return;
    await first;
    if (app.signal.aborted) return;
    grid.setBelow(selection.count ? stripSpace : 0);
    grid.restore(active, scrollTop);
    if (status.get().phase === "empty" || (status.get().phase === "failed" && !answered)) await refresh();
  }

  selection.listen(() => {
    strip.show();
    grid.setBelow(selection.count ? stripSpace : 0);
    grid.refill();
    app.announce(t.selectedSay(selection.count));
  });
  app.on(
    "listChanged",
    (event) => {
      status.set(event.status);
      showFreshness();
      fillLater();
    },
    app.signal,
  );
  app.onCommand(
    "help",
    () => void later.help().then(({ showHelp }) => showHelp(app, memory.openId === null ? "list" : "one")),
    app.signal,
  );
  app.onCommand("find", () => toolbar.focusSearch(), app.signal);
  app.onCommand("refresh", () => void refresh(), app.signal);
  app.onCommand("delete", deleteByKey, app.signal);
  app.onCommand("close", closeByKey, app.signal);
  observer.observe(workspace);
  const clock = setInterval(showFreshness, 20_000);
  app.signal.addEventListener("abort", () => {
    clearInterval(clock);
    clearTimeout(resting);
    observer.disconnect();
    memory.scrollTop = grid.element.scrollTop;
    memory.active = grid.view.active;
    selection.listen(() => {});
    panel.leave();
  });
  tellWidth(pane, app.signal);
  grid.start(memory.sort, app.signal);
  if (memory.openId !== null) {
    panel.showId(memory.openId, memory.created.find((one) => one.row.id === memory.openId) ?? null);
  }
  begin();
  return h("div", { class: "app" }, skipLink(t.skip, focusList), toolbar.element, workspace);
}

/** @param {string} label @param {() => void} go */
const skipLink = (label, go) =>
  h(
    "a",
    {
      class: "skip-link",
      href: "#list",
      onclick: (/** @type {Event} */ event) => {
        event.preventDefault();
        go();
      },
    },
    label,
  );
