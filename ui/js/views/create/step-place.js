/**
 * Step 3: where will it go? Three lines make the reminder, which stays the person's own to change.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { field, input, select, textarea } from "../../elements/field.js";
import { icon } from "../../elements/icon.js";
import { noteList } from "../../elements/note-list.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { recompose, stepOf } from "./draft.js";
import { REMINDER_MAX, reminderLength, reminderProblem } from "./reminder.js";
import { askProblems, showProblems } from "./wizard.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */

/** @param {Wizard} wizard @returns {import("./wizard.js").Step} */
export function placeStep(wizard) {
  const { app, draft } = wizard;
  const t = app.text.create;
  const heading = h("h1", { tabIndex: -1 }, t.placeTitle);
  const sample = alertSample(wizard);
  const trouble = h("div", { class: "trouble" });
  const reminder = reminderField(wizard, sample.update);
  /** The Console's flocks may come later than this step. @type {import("../../elements/field.js").Field | null} */
  let flock = null;
  const flockPlace = h("div", { hidden: true });
  const putFlock = () => {
    if (flock || !wizard.flocks.length) return;
    flock = flockField(wizard);
    flockPlace.hidden = false;
    fill(flockPlace, flock.element);
  };
  putFlock();
  wizard.onFlocks = putFlock;
  const lines = placeLines(wizard, reminder.recompose);
  const named = () => [
    { name: "place", label: t.place, ...lines.place },
    { name: "memo", label: t.reminder, ...reminder.field },
    ...(flock ? [{ name: "flock", label: t.flock, ...flock }] : []),
  ];
  const show = (/** @type {import("../../types.js").FieldProblem[]} */ problems) =>
    showProblems(problems, named(), t.problemLine);
  const next = button({ label: t.nextCheck, kind: "primary", class: "push", type: "submit", props: { form: "step" } });
  let asking = false;
  const goOn = async () => {
    if (asking) return;
    asking = true;
    try {
      const problems = await busy(next, () => problemsHere(wizard));
      if (wizard.signal.aborted) return;
      const summary = show(problems);
      fill(trouble, summary);
      if (summary) summary.focus();
      else wizard.go("check");
    } catch (error) {
      if (!wizard.signal.aborted && !isQuiet(error)) fill(trouble, errorBanner(error));
    } finally {
      asking = false;
    }
  };
  const form = h(
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
    lines.elements,
    reminder.field.element,
    flockPlace,
  );
  return {
    heading,
    content: [
      h("div", { class: "page-head" }, heading, h("p", null, t.placeLead)),
      h("div", { class: "columns" }, form, sample.element),
    ],
    footer: [button({ label: t.back, icon: "ui-arrow-left", onclick: () => wizard.go("details") }), next],
    enter(name) {
      const known = [...wizard.problems.values()].filter((one) => stepOf(one.field) === "place");
      const summary = known.length ? show(known) : null;
      fill(trouble, summary);
      const asked = name === null ? null : (named().find((one) => one.name === name)?.control ?? null);
      (asked ?? summary)?.focus();
      return asked !== null || summary !== null;
    },
  };
  // What is asked of Rust comes only when nothing is wrong that the page sees by itself.
  /** @param {Wizard} one */
  async function problemsHere(one) {
    // A composed reminder without a place would help nobody; one's own words may say it their way.
    if (!draft.memoEdited && !draft.place.trim()) {
      return [{ field: "place", message: t.reminderMissing, severity: /** @type {const} */ ("error") }];
    }
    const memo = reminderProblem(draft.memo);
    if (memo) return [{ field: "memo", message: memo, severity: /** @type {const} */ ("error") }];
    return (await askProblems(one)).filter((problem) => stepOf(problem.field) === "place");
  }
}

/** @param {Wizard} wizard @param {() => void} changed */
function placeLines({ app, draft, problems }, changed) {
  const t = app.text.create;
  /**
   * @param {"place" | "who" | "note"} name
   * @param {string} label
   * @param {{ sign?: string, hint?: string, optional?: boolean }} more
   */
  const line = (name, label, { sign, hint, optional }) => {
    const control = input({ value: draft[name], spellcheck: "true" });
    const one = field({
      label,
      control,
      hint: hint ?? null,
      optional: optional ?? false,
      around: sign ? h("span", { class: "input-with" }, icon(sign), control) : undefined,
    });
    control.addEventListener("input", () => {
      draft[name] = control.value;
      problems.delete("memo");
      one.setProblem(null);
      changed();
    });
    return one;
  };
  const place = line("place", t.place, { sign: "ui-place", hint: t.placeHint });
  const who = line("who", t.who, { sign: "ui-person", optional: true });
  const note = line("note", t.note, { optional: true });
  return { place, elements: [place, who, note].map((one) => one.element) };
}

/** @param {Wizard} wizard @param {() => void} changed */
function reminderField({ app, draft, problems }, changed) {
  const t = app.text.create;
  recompose(draft);
  const control = textarea({ rows: 4, value: draft.memo, spellcheck: "true" });
  const again = h(
    "button",
    { type: "button", class: "link-button" },
    icon("ui-undo", { small: true }),
    t.reminderAgain,
  );
  const made = field({ label: t.reminder, control, hint: t.reminderComposed, beside: again });
  const hint = /** @type {HTMLElement} */ (made.element.querySelector(".hint"));
  const count = h("p", { class: "quiet number" });
  const row = h("div", { class: "label-row" });
  hint.replaceWith(row);
  row.append(hint, count);
  const show = () => {
    const length = reminderLength(draft.memo);
    again.hidden = !draft.memoEdited;
    hint.textContent = draft.memoEdited ? t.reminderEdited : t.reminderComposed;
    count.textContent = t.reminderCount(length, REMINDER_MAX);
    count.classList.toggle("over", length > REMINDER_MAX);
    changed();
  };
  control.addEventListener("input", () => {
    draft.memo = control.value;
    draft.memoEdited = true;
    problems.delete("memo");
    made.setProblem(length() > REMINDER_MAX ? reminderProblem(draft.memo) : null);
    show();
  });
  const length = () => reminderLength(draft.memo);
  const compose = () => {
    recompose(draft);
    if (control.value !== draft.memo) control.value = draft.memo;
    if (!draft.memoEdited) made.setProblem(null);
    show();
  };
  again.addEventListener("click", () => {
    draft.memoEdited = false;
    compose();
    control.focus();
  });
  show();
  return { field: made, recompose: compose };
}

/** @param {Wizard} wizard */
function flockField({ app, draft, flocks, problems }) {
  const t = app.text.create;
  const options = flocks.map(({ id, name }) => ({ value: id, label: name }));
  const standard = flocks.find((one) => one.id === "flock:default");
  if (!standard) options.unshift({ value: "", label: t.flockDefault });
  const value = flocks.some((one) => one.id === draft.flock) ? draft.flock : (standard?.id ?? "");
  const control = select(options, { value });
  control.addEventListener("change", () => {
    draft.flock = control.value || null;
    problems.delete("flock");
    made.setProblem(null);
  });
  const made = field({ label: t.flock, control, hint: t.flockHint });
  return made;
}

/** How the reminder will stand in an alert. @param {Wizard} wizard */
function alertSample({ app, draft }) {
  const t = app.text.create;
  const quote = h("blockquote");
  const facts = [
    [t.alertKind, draft.card?.name],
    [t.alertWhen, t.alertWhenValue],
    [t.alertFrom, t.alertFromValue],
  ];
  const element = h(
    "aside",
    { class: "aside", "aria-label": t.alertAside },
    h("h2", { class: "h-small" }, t.alertTitle),
    h(
      "div",
      { class: "card alert-sample" },
      h("p", { class: "bar" }, icon("ui-bell"), t.alertHead),
      quote,
      h(
        "dl",
        { class: "facts" },
        facts.map(([label, value]) => [h("dt", null, label), h("dd", null, value)]),
      ),
    ),
    noteList([["ui-info", t.alertTip]]),
  );
  return {
    element,
    update() {
      const words = draft.memo.trim();
      quote.textContent = words.length > 600 ? `${words.slice(0, 600)}…` : words || t.alertEmpty;
      quote.classList.toggle("muted", !words);
    },
  };
}
