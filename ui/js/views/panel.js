/**
 * The panel beside the list: everything about one Canarytoken.
 * @module
 */

import { fill, h } from "../dom.js";
import { button } from "../elements/button.js";
import { icon } from "../elements/icon.js";
import { describe, errorBanner, isQuiet } from "../errors.js";
import { asUiError } from "../ipc.js";
import { deleteTokens } from "./dialogs/delete.js";
import { allFields, copySection, detailsSection, placeSection, qrSection, unknownBanner } from "./panel/about.js";
import { factorySection, madeFactorySection, s3Section } from "./panel/cloud.js";
import { makeEdge } from "./panel/edge.js";
import { makeRedirect } from "./panel/redirect.js";
import { makeReminder } from "./panel/reminder.js";
import { stateGroup } from "./panel/state.js";
import { makeTest } from "./panel/test-it.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {import("../types.js").TokenRow} TokenRow */
/** @typedef {import("../types.js").TokenDetail} TokenDetail */

/** Milliseconds for which a row stays in the panel before the Console is asked for it anew. */
const askPause = 700;

/**
 * @param {App} app
 * @param {object} options
 * @param {() => void} options.onclose its close button
 * @param {() => void} options.onchanged the list may look different now
 * @param {boolean} options.another is "Make another" possible?
 */
export function makePanel(app, { onclose, onchanged, another }) {
  const t = app.text.panel;
  /** @type {TokenDetail | null} */
  let token = null;
  /** @type {string | null} */
  let id = null;
  /** Counts what was asked to be shown: a late answer for another one is left alone. */
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let asking;
  const may = app.state.get().session?.abilities ?? { list: false, create: false, change: false, download: false };

  /** The test of the one that is shown; it outlasts changes of it. @type {ReturnType<typeof makeTest> | null} */
  let test = null;
  const tile = h("span", { class: "tile" });
  const kind = h("p", { class: "muted kind-name" });
  const trouble = h("div", { class: "trouble" });
  const body = h("div", { class: "body" });
  const close = button({
    label: t.close,
    icon: "ui-close",
    kind: "plain",
    size: "small",
    onlyIcon: true,
    title: t.closeTitle,
    onclick: onclose,
  });
  const reminder = makeReminder(app, { onsaved: (next) => show(next, { changed: true }) });
  const redirect = makeRedirect(app, { onsaved: (next) => show(next, { changed: true }) });
  const editing = () => reminder.editing() || redirect.editing();
  const edit = button({
    label: t.edit,
    icon: "ui-edit",
    kind: "plain",
    size: "small",
    onlyIcon: true,
    onclick: () => reminder.edit(),
  });
  edit.hidden = !may.change;
  const footer = h(
    "footer",
    null,
    another
      ? button({
          label: t.another,
          icon: "ui-copy",
          kind: "plain",
          onclick: () => token && app.go("create", { kind: token.row.kind }),
        })
      : h("span"),
    may.change
      ? button({ label: t.delete, icon: "ui-delete", kind: "plain", class: "danger-quiet", onclick: remove })
      : null,
  );
  footer.hidden = !another && !may.change;
  /** Asking the page where it is scrolled would lay it out. */
  let scrolled = 0;
  body.addEventListener("scroll", () => {
    scrolled = body.scrollTop;
  });
  const edge = makeEdge(app, () => element);
  const element = h(
    "aside",
    { class: "panel", "aria-labelledby": "panel-title", hidden: true },
    edge.element,
    h("header", null, tile, kind, h("div", { class: "header-actions" }, edit, close), reminder.element),
    h("div", { class: "body-box" }, trouble, body),
    footer,
  );

  async function remove() {
    if (id === null) return;
    const gone = await deleteTokens(app, { selection: { type: "ids", ids: [id] }, onchanged });
    if (gone) onclose();
  }

  /** @param {TokenRow} row what is known before the rest comes */
  function begin(row) {
    fill(tile, icon(row.icon));
    kind.textContent = row.kindName;
    reminder.show(row.id, row.memo, null);
  }

  /** @param {TokenDetail} next @param {{ changed?: boolean }} [how] */
  function show(next, { changed = false } = {}) {
    const same = token !== null && JSON.stringify(token) === JSON.stringify(next);
    token = next;
    if (changed) onchanged();
    if (same) return;
    begin(next.row);
    reminder.show(next.row.id, next.memo, next.reminder);
    const top = scrolled;
    test ??= makeTest(app, next, { title: "h3", steps: true });
    test.update(next);
    const focused = body.contains(document.activeElement) ? document.activeElement : null;
    const use = { app, token: next, may, onchanged: () => void again(), ontrouble, redirect };
    fill(
      body,
      next.known ? null : unknownBanner(),
      stateGroup(use),
      qrSection(next),
      placeSection(app, next),
      test.element,
      copySection(app, next),
      s3Section(use),
      factorySection(use),
      madeFactorySection(use),
      next.known ? null : allFields(app, next),
      detailsSection(use),
    );
    if (top > 0) body.scrollTop = top;
    if (focused instanceof HTMLElement)
      (focused.isConnected ? focused : counterpart(body, focused))?.focus({ preventScroll: true });
  }

  /** @param {unknown} error @param {(() => void) | null} [retry] */
  function ontrouble(error, retry = null) {
    if (error === null) fill(trouble);
    else if (!isQuiet(error)) fill(trouble, errorBanner(error, { retry, onclose: () => {} }));
  }

  /** Something was changed: the list and the panel show it. */
  async function again() {
    onchanged();
    await load({ command: "get_token" });
  }

  /** @param {{ command: "get_token" | "fetch_token", quiet?: boolean }} how */
  async function load({ command, quiet = false }) {
    if (id === null) return;
    const mine = turn;
    try {
      const next = await app.call(command, { id });
      // What is being written is not drawn over.
      if (mine === turn && !(quiet && editing())) show(next);
    } catch (error) {
      if (mine !== turn) return;
      const gone = asUiError(error).code === "notFound";
      if (gone) showGone();
      else if (!quiet && token === null)
        ontrouble(error, () => {
          ontrouble(null);
          load({ command: "fetch_token" });
        });
    }
  }

  function endTest() {
    test?.stop();
    test = null;
  }

  /** It was deleted by someone else. */
  function showGone() {
    endTest();
    token = null;
    fill(body);
    footer.hidden = true;
    edit.hidden = true;
    ontrouble({ ...asUiError({ code: "notFound", message: describe("notFound").title }) });
  }

  /** @param {string} next @param {boolean} focus */
  function open(next, focus) {
    turn += 1;
    clearTimeout(asking);
    if (next !== id) {
      endTest();
      token = null;
      fill(body);
      if (scrolled > 0) body.scrollTop = 0;
      scrolled = 0;
      ontrouble(null);
      footer.hidden = !another && !may.change;
      edit.hidden = !may.change;
    }
    id = next;
    element.hidden = false;
    edge.show();
    if (focus) close.focus();
    const mine = turn;
    asking = setTimeout(() => {
      if (mine === turn && !editing() && may.list) load({ command: "fetch_token", quiet: true });
    }, askPause);
  }

  return {
    element,
    /** @param {TokenRow} row @param {{ focus: boolean }} how `focus`: it takes the focus */
    show(row, { focus }) {
      if (row.id === id && !element.hidden) {
        if (focus) close.focus();
        return;
      }
      open(row.id, focus);
      begin(row);
      load({ command: "get_token" });
    },
    /** @param {string} next @param {TokenDetail | null} known */
    showId(next, known) {
      open(next, false);
      if (known) show(known);
      load({ command: "get_token", quiet: known !== null });
    },
    hide() {
      turn += 1;
      clearTimeout(asking);
      reminder.cancel();
      redirect.cancel();
      endTest();
      id = null;
      token = null;
      element.hidden = true;
    },
    /** The list has changed: what is shown may have too. */
    recheck() {
      if (id !== null && !editing()) load({ command: "get_token", quiet: true });
    },
    /** Ends the editing of the reminder or of the address, if one is being edited. */
    cancelEdit: () => reminder.cancel() || redirect.cancel(),
    leave() {
      turn += 1;
      endTest();
      clearTimeout(asking);
    },
  };
}

/**
 * What stands in place of a control that was drawn anew: one of its kind, name and value.
 *
 * @param {HTMLElement} within
 * @param {HTMLElement} old
 */
function counterpart(within, old) {
  const says = (/** @type {HTMLElement} */ one) =>
    JSON.stringify(
      ["role", "type", "value", "aria-label"].map((name) => one.getAttribute(name)).concat(one.textContent),
    );
  const alike = [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(old.localName))];
  return alike.find((one) => says(one) === says(old));
}
