/**
 * Step 2: the fields of this kind.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { busy, button } from "../../elements/button.js";
import { noteList } from "../../elements/note-list.js";
import { describe, errorBanner, isQuiet } from "../../errors.js";
import { asUiError } from "../../ipc.js";
import { filesOf, isShown, valuesOf } from "./draft.js";
import { tiedField } from "./fields.js";
import { askProblems, showProblems } from "./wizard.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").KindCard} KindCard */

/** @param {Wizard} wizard @returns {import("./wizard.js").Step} */
export function detailsStep(wizard) {
  const { app, draft } = wizard;
  const t = app.text.create;
  const card = /** @type {KindCard} */ (draft.card);
  const heading = h("h1", { tabIndex: -1 }, t.detailsTitle(card.name));
  const trouble = h("div", { class: "trouble" });
  const form = detailsForm(wizard, card);
  const next = button({ label: t.nextPlace, kind: "primary", class: "push", type: "submit", props: { form: "step" } });
  let asking = false;
  const goOn = async () => {
    if (asking) return;
    asking = true;
    try {
      const problems = await busy(next, () => askProblems(wizard));
      if (wizard.signal.aborted) return;
      const summary = form.show(problems);
      fill(trouble, summary);
      if (summary) summary.focus();
      else wizard.go("place");
    } catch (error) {
      if (!wizard.signal.aborted && !isQuiet(error)) fill(trouble, errorBanner(error));
    } finally {
      asking = false;
    }
  };
  return {
    heading,
    content: [
      h("div", { class: "page-head" }, heading, h("p", null, `${card.triggers}.`)),
      h(
        "div",
        { class: "columns" },
        h(
          "form",
          {
            class: "form",
            id: "step",
            novalidate: true,
            onsubmit: (/** @type {Event} */ event) => {
              event.preventDefault();
              void goOn();
            },
          },
          trouble,
          card.general ? banner({ title: t.generalTitle, body: t.general }) : null,
          form.elements,
        ),
        about(wizard, card),
      ),
    ],
    footer: [button({ label: t.back, icon: "ui-arrow-left", onclick: () => wizard.go("kind") }), next],
    enter(name) {
      const summary = wizard.problems.size ? form.show([...wizard.problems.values()]) : null;
      fill(trouble, summary);
      const asked = name === null ? null : form.find(name);
      (asked ?? summary)?.focus();
      return asked !== null || summary !== null;
    },
  };
}

/** @param {Wizard} wizard @param {KindCard} card */
function detailsForm(wizard, card) {
  const { app, draft } = wizard;
  const t = app.text.create;
  const values = valuesOf(draft);
  const files = filesOf(draft);
  const arrange = () => {
    for (const one of fields) one.element.hidden = !isShown(card, one.spec, values);
  };
  let turn = 0;
  /** What is wrong with this one field, as soon as the person is done with it. @param {string} name */
  const look = async (name) => {
    turn += 1;
    const mine = turn;
    wizard.problems.delete(name);
    const one = fields.find(({ spec }) => spec.name === name);
    one?.setProblem(files[name]?.warning ?? null, "warning");
    if (!one || (!values[name] && !files[name])) return;
    const problems = await askProblems(wizard).catch(() => []);
    const found = problems.find((problem) => problem.field === name);
    if (mine === turn && !wizard.signal.aborted && found) one.setProblem(found.message, found.severity);
  };
  const fields = card.fields.map((spec) =>
    tiedField(wizard, spec, { values, files, onchange: () => arrange(), ondone: look }),
  );
  arrange();
  listenForDrops(wizard, fields, files);
  const shown = () => fields.filter((one) => !one.element.hidden);
  return {
    elements: fields.length
      ? fields.map((one) => one.element)
      : card.general
        ? null
        : h("p", { class: "muted" }, t.detailsNothing),
    /** @param {import("../../types.js").FieldProblem[]} problems */
    show: (problems) =>
      showProblems(
        problems,
        shown().map((one) => ({ ...one, name: one.spec.name, label: one.spec.label })),
        t.problemLine,
      ),
    /** @param {string} name */
    find: (name) => shown().find((one) => one.spec.name === name)?.control ?? null,
  };
}

/**
 * A dropped file goes to the first field that takes it: an empty one before one that has a file.
 * @param {Wizard} wizard
 * @param {(import("./fields.js").FormField & { take?: (file: import("../../types.js").ChosenFile) => void, over?: (on: boolean) => void, refuse?: (error: unknown) => void })[]} fields
 * @param {Record<string, import("../../types.js").ChosenFile>} files
 */
function listenForDrops({ app, signal }, fields, files) {
  const places = () => fields.filter((one) => one.take && !one.element.hidden);
  const over = (/** @type {boolean} */ on) => {
    for (const one of places()) one.over?.(on);
  };
  app.on("dragOver", (event) => over(event.over), signal);
  app.on(
    "fileDropped",
    ({ file }) => {
      over(false);
      const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
      const fits = places().filter(({ spec }) => spec.accept.length === 0 || spec.accept.includes(ending));
      const target = fits.find(({ spec }) => !files[spec.name]) ?? fits[0] ?? places()[0];
      target?.take?.(file);
    },
    signal,
  );
  const refuse = (/** @type {unknown} */ error) => {
    over(false);
    const target = places()[0];
    if (target) target.refuse?.(error);
    else app.showError(error);
  };
  /** Rust takes tables and texts for sheets of many at once; here one was meant for a field, and no field takes them. */
  const notHere = () => ({ code: "fileWrongType", message: `${describe("fileWrongType").title}.` });
  app.on(
    "dropRefused",
    ({ error }) => refuse(asUiError(error).code === "sheetRefused" && places().length ? notHere() : error),
    signal,
  );
  app.on(
    "sheetDropped",
    ({ sheet }) => {
      if (!places().length) return;
      refuse(notHere());
      void app.call("close_sheet", { sheet: sheet.sheet }).catch(() => null);
    },
    signal,
  );
}

/** @param {Wizard} wizard @param {KindCard} card */
function about({ app }, card) {
  const t = app.text.create;
  const [first, ...others] = card.advice.notes;
  const gets = card.artifact
    ? { sign: card.icon, words: t.youGetFile(card.artifact.label, card.artifact.extension) }
    : { sign: "ui-copy", words: t.youGetCopy };
  return h(
    "aside",
    { class: "aside", "aria-label": t.aboutKind },
    first
      ? banner({ tone: "tip", title: t.goodToKnow, body: [first, ...others].map((one) => h("p", null, one)) })
      : null,
    h("div", { class: "section" }, h("h2", { class: "h-small" }, t.youGet), noteList([[gets.sign, gets.words]])),
  );
}
