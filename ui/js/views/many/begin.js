/**
 * Where the rows come from: a spreadsheet, or a list of names.
 * @module
 */

import { fill, h, uniqueId } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { field, select } from "../../elements/field.js";
import { segments } from "../../elements/segments.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { tellSaved } from "../saved.js";
import { namesForm } from "./names.js";
import { findUnfinished, unfinishedBanner } from "./unfinished.js";

/** @typedef {import("../many.js").Many} Many */

/** Which way was chosen last. @type {"sheet" | "names"} */
let way = "sheet";

/** @param {Many} many @returns {import("../many.js").Screen} */
export function beginScreen(many) {
  const { app, signal } = many;
  const t = app.text.many;
  const heading = h("h1", { tabIndex: -1 }, t.name);
  const notes = h("div", { class: "stack" });
  const trouble = h("div");
  const place = h("div");
  const fromId = uniqueId("from");
  const showWay = () => {
    trouble.replaceChildren();
    const form = way === "sheet" ? fromSheet(many, trouble) : namesForm(many, trouble);
    fill(place, form.element);
    // Kinds and flocks are put into what stands there: somebody may be writing in it by now.
    many.ready().then(
      () => signal.aborted || form.offer(),
      (error) => signal.aborted || app.showError(error, { where: trouble }),
    );
  };
  const choice = segments({
    labelledBy: fromId,
    choices: [
      { value: /** @type {"sheet" | "names"} */ ("sheet"), label: t.fromSheet, icon: "ui-sheet" },
      { value: "names", label: t.fromNames, icon: "ui-monitor" },
    ],
    value: way,
    onchange: (next) => {
      way = next;
      showWay();
    },
  });
  const offerUnfinished = async () => {
    const found = await findUnfinished(app);
    if (!found || signal.aborted) return;
    const resume = async () => {
      try {
        many.run(await app.call("resume_unfinished"));
      } catch (error) {
        app.showError(error);
      }
    };
    fill(notes, unfinishedBanner(app, found, { onresume: () => void resume(), ongone: () => fill(notes) }));
  };
  showWay();
  void offerUnfinished();
  return {
    heading,
    content: h(
      "div",
      { class: "many-begin" },
      h(
        "div",
        { class: "page stack" },
        h("div", { class: "page-head tight" }, heading, h("p", null, t.lead)),
        notes,
        h("div", null, h("span", { id: fromId, class: "visually-hidden" }, t.from), choice.element),
        trouble,
        place,
      ),
    ),
  };
}

/**
 * What one way asks for.
 * @typedef {object} Way
 * @property {HTMLElement} element
 * @property {() => void} offer called once the kinds and the flocks are here
 */

/** @param {Many} many @param {HTMLElement} trouble @returns {Way} */
function fromSheet(many, trouble) {
  const { app } = many;
  const t = app.text.many;
  const choose = button({
    label: t.sheetChoose,
    icon: "ui-sheet",
    kind: "primary",
    size: "large",
    onclick: () => void busy(choose, open),
  });
  const open = async () => {
    trouble.replaceChildren();
    try {
      const summary = await app.call("choose_sheet");
      if (summary) many.check(summary);
    } catch (error) {
      if (!isQuiet(error)) fill(trouble, errorBanner(error));
    }
  };
  const kind = field({
    label: t.templateFor,
    control: select([{ value: "", label: t.templateAny }]),
  });
  const save = button({ label: t.templateSave, icon: "ui-save", onclick: () => void busy(save, download) });
  const download = async () => {
    try {
      const saved = await app.call("save_template", { kind: kind.control.value || null });
      if (saved) tellSaved(app, saved);
    } catch (error) {
      app.showError(error);
    }
  };
  const element = h(
    "div",
    { class: "columns" },
    h(
      "section",
      { class: "stack" },
      h("div", { class: "page-head tight" }, h("h2", null, t.sheetTitle), h("p", null, t.sheetText)),
      h("div", null, choose),
      h("p", { class: "quiet" }, `${t.sheetNote} ${app.text.create.dropHere}`),
    ),
    h(
      "aside",
      { class: "card template-card stack", "aria-label": t.templateTitle },
      h("div", { class: "page-head tight" }, h("h3", null, t.templateTitle), h("p", null, t.templateText)),
      kind.element,
      h("div", null, save),
    ),
  );
  return {
    element,
    offer: () => kind.control.append(...many.kinds.map((one) => h("option", { value: one.kind }, one.name))),
  };
}
