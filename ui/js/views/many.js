/**
 * Many at once: from a sheet or a list of names (begin), over the dry run (check), to the run and its result. A sheet lives
 * in Rust; this view holds its handle and the rows in sight.
 * @module
 */

import { fill, h } from "../dom.js";
import { button } from "../elements/button.js";
import { helpButton } from "../elements/help-button.js";
import { icon } from "../elements/icon.js";
import { guard } from "./leaving.js";
import { beginScreen } from "./many/begin.js";
import { checkScreen } from "./many/check.js";
import { runScreen } from "./many/run.js";
import { refused } from "./refused.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {import("../types.js").SheetSummary} SheetSummary */
/** @typedef {import("../types.js").KindCard} KindCard */
/**
 * What the screens share.
 * @typedef {object} Many
 * @property {App} app
 * @property {AbortSignal} signal aborted when the screen goes away
 * @property {KindCard[]} kinds those that can be made here
 * @property {import("../types.js").Flock[]} flocks
 * @property {() => Promise<void>} ready resolves when kinds and flocks are here
 * @property {(summary: SheetSummary) => void} check shows the dry run
 * @property {(summary: SheetSummary) => void} run shows the run, and starts it
 * @property {(go: () => void) => void} leave asks first when something would be lost
 */
/**
 * @typedef {object} Screen
 * @property {import("../dom.js").Child} content
 * @property {HTMLElement} heading takes the focus
 * @property {() => import("./leaving.js").Words | null} [holds] why leaving is to be asked about; null: nothing is lost
 * @property {() => Promise<void>} [stop] called before it is left
 */

/**
 * @param {App} app
 * @param {{ resume?: boolean, sheet?: SheetSummary }} params `resume`: go on with what is unfinished; `sheet`: one that was dropped
 * @returns {HTMLElement}
 */
export function manyView(app, params) {
  const t = app.text.many;
  const element = h("div", { class: "app many-app" });
  if (!app.state.get().session?.abilities.create)
    return refused(app, element, { title: t.name, message: t.mayNot, back: t.back });
  /** @type {Screen} */
  let screen;
  /** @type {string | null} */
  let sheet = null;
  let current = new AbortController();
  app.signal.addEventListener("abort", () => current.abort());

  const ask = guard(app, {
    touched: () => screen.holds?.() ?? null,
    words: { title: t.leaveTitle, text: t.leaveText, confirm: t.leaveDo, cancel: t.stay },
    onclose: () => app.go("list"),
    async onleave() {
      await screen.stop?.();
      if (sheet !== null) await app.call("close_sheet", { sheet }).catch(() => null);
    },
  });
  const leave = (/** @type {() => void} */ go) => void ask(go);

  const tag = h("p", { class: "tag", hidden: true }, icon("ui-sheet", { small: true }), h("span", { class: "clip" }));
  const main = h("main", { class: "many-main" });
  fill(
    element,
    h(
      "header",
      { class: "toolbar" },
      button({ label: t.back, icon: "ui-arrow-left", kind: "plain", onclick: () => leave(() => app.go("list")) }),
      h("span", { class: "spacer" }),
      tag,
      helpButton(app),
    ),
    main,
  );

  /** @type {Promise<void> | null} */
  let coming = null;
  /** @type {Many} */
  const many = {
    app,
    signal: current.signal,
    kinds: [],
    flocks: [],
    ready: () => (coming ??= load()),
    check: (summary) => show(summary, () => checkScreen(many, summary)),
    run: (summary) => show(summary, () => runScreen(many, summary)),
    leave,
  };

  async function load() {
    const may = app.state.get().session?.abilities.list;
    const [kinds, flocks] = await Promise.all([
      app.call("list_kinds").then(({ kinds: all }) => all.filter((one) => one.offered)),
      may ? app.call("list_flocks").catch(() => []) : [],
    ]);
    many.kinds = kinds;
    many.flocks = flocks;
  }

  /** @param {SheetSummary | null} summary @param {() => Screen} make */
  function show(summary, make) {
    current.abort();
    current = new AbortController();
    many.signal = current.signal;
    sheet = summary?.sheet ?? null;
    tag.hidden = summary === null;
    const [name] = tag.getElementsByTagName("span");
    if (name) name.textContent = summary?.name ?? "";
    screen = make();
    fill(main, screen.content);
    screen.heading.focus({ preventScroll: true });
  }

  async function resume() {
    try {
      many.run(await app.call("resume_unfinished"));
    } catch (error) {
      app.showError(error);
    }
  }

  app.on("sheetDropped", (event) => leave(() => app.go("many", { sheet: event.sheet })), app.signal);
  app.onCommand("new", () => leave(() => app.go("create")), app.signal);
  if (params.sheet) many.check(params.sheet);
  else show(null, () => beginScreen(many));
  if (params.resume) void resume();
  return element;
}
