/**
 * The factories: what they are for, what a leaked one can do, and each of them to hand on or to delete.
 * @module
 */

import { fill, h } from "../dom.js";
import { button } from "../elements/button.js";
import { helpButton } from "../elements/help-button.js";
import { icon } from "../elements/icon.js";
import { noteList } from "../elements/note-list.js";
import { errorBanner, isQuiet } from "../errors.js";
import { asUiError } from "../ipc.js";
import { deleteFactory, handOn, newFactory } from "./factories/dialogs.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {import("../types.js").Factories} Factories */
/** @typedef {import("../types.js").Factory} Factory */

/**
 * @param {App} app
 * @param {{ from?: "settings" | "list" }} params where "back" leads
 * @returns {HTMLElement}
 */
export function factoriesView(app, { from = "settings" }) {
  const t = app.text.factories;
  const goBack = () => app.go(from);
  app.onCommand("close", goBack, app.signal);
  const trouble = h("div", { class: "trouble" });
  const body = h("div", { class: "stack", "aria-busy": "true" }, h("p", { class: "quiet" }, t.loading));
  const heading = h("h2", { id: "h-list", tabIndex: -1 }, t.list);

  const load = async () => {
    try {
      draw(await app.call("list_factories"));
      fill(trouble);
    } catch (error) {
      if (isQuiet(error) || app.signal.aborted) return;
      fill(trouble, errorBanner(error, { retry: () => void load() }));
      if (body.ariaBusy === "true") fill(body);
    } finally {
      body.ariaBusy = "false";
    }
  };
  /** @param {Factories} all */
  const draw = (all) => fill(body, listOf(app, all.factories, { onhand, ondelete, onnew }), kindsOf(app, all));

  const onhand = (/** @type {Factory} */ one) => handOn(app, one).then((gone) => gone && void load());
  const onnew = async () => {
    const made = await newFactory(app);
    if (!made) return;
    await load();
    await onhand(made);
  };
  const ondelete = async (/** @type {Factory} */ one) => {
    const error = await deleteFactory(app, one);
    if (error === false) return;
    if (error !== null) app.showError(asUiError(error));
    await load();
    heading.focus();
  };
  void load();
  return h(
    "div",
    { class: "app" },
    h(
      "header",
      { class: "toolbar" },
      button({
        label: from === "list" ? t.backList : t.backSettings,
        icon: "ui-arrow-left",
        kind: "plain",
        onclick: goBack,
      }),
      h("span", { class: "spacer" }),
      helpButton(app),
    ),
    h(
      "main",
      { class: "factories" },
      h(
        "div",
        { class: "settings-page" },
        h(
          "section",
          null,
          h("h1", { tabIndex: -1 }, t.title),
          h("p", null, t.lead),
          noteList(t.notes.map((note) => [note.icon, note.text])),
        ),
        h("section", { "aria-labelledby": "h-list" }, heading, trouble, body),
      ),
    ),
  );
}

/**
 * @param {App} app
 * @param {Factory[]} factories
 * @param {{ onhand: (one: Factory) => void, ondelete: (one: Factory) => void, onnew: () => void }} does
 */
function listOf(app, factories, { onhand, ondelete, onnew }) {
  const t = app.text.factories;
  const may = app.state.get().session?.abilities.change ?? false;
  const line = (/** @type {Factory} */ one) => {
    const memo = one.memo || t.noReminder;
    return h(
      "li",
      { class: "line" },
      h("span", { class: "tile" }, icon("ui-key")),
      h("p", { class: "grow wrap-anywhere" }, h("b", null, memo), h("span", { class: "hint" }, t.inFlock(one.flock))),
      h(
        "div",
        { class: "buttons" },
        button({ label: t.handOn, props: { "aria-label": t.handOnOf(memo) }, onclick: () => onhand(one) }),
        may
          ? button({
              label: t.delete,
              kind: "danger-quiet",
              props: { "aria-label": t.deleteOf(memo) },
              onclick: () => ondelete(one),
            })
          : null,
      ),
    );
  };
  return [
    factories.length
      ? h("ul", { class: "group" }, factories.map(line))
      : h("p", { class: "muted" }, may ? t.none : t.noneReadOnly),
    may
      ? h(
          "div",
          null,
          button({ label: t.make, icon: "ui-plus", kind: factories.length ? "" : "primary", onclick: onnew }),
        )
      : null,
  ];
}

/** @param {App} app @param {Factories} all */
function kindsOf(app, { kinds }) {
  if (!kinds.length) return null;
  return h(
    "details",
    { class: "factory-kinds" },
    h("summary", null, app.text.factories.kinds(kinds.length)),
    h(
      "ul",
      null,
      kinds.map((one) => h("li", null, icon(one.icon), one.name)),
    ),
  );
}
