/**
 * Step 4: everything once more, then it is made.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { button, setNotYet } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { formatBytes } from "../../format.js";
import { filesOf, shownFields, valuesOf } from "./draft.js";
import { durationWords } from "./duration-field.js";
import { makeAttempt } from "./make.js";
import { createTrouble } from "./trouble.js";
import { askProblems } from "./wizard.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").KindCard} KindCard */
/** @typedef {import("../../types.js").FieldSpec} FieldSpec */

/** @param {Wizard} wizard @returns {import("./wizard.js").Step} */
export function checkStep(wizard) {
  const { app, draft } = wizard;
  const t = app.text.create;
  const card = /** @type {KindCard} */ (draft.card);
  const heading = h("h1", { tabIndex: -1 }, t.checkTitle);
  const trouble = h("div", { class: "trouble" });
  const status = h("p", { role: "status", class: "making" });
  const lines = checkLines(wizard, card);
  const back = button({ label: t.back, icon: "ui-arrow-left", onclick: () => wizard.go("place") });
  const make = button({ label: t.make(card.name), kind: "primary", onclick: () => void start() });
  const stop = button({ label: t.stop, onclick: () => attempt.stop() });
  const row = h("div", { class: "making-row", hidden: true }, status, stop);
  const attempt = makeAttempt(wizard);

  /** @param {boolean} on */
  const working = (on) => {
    wizard.setMaking(on ? attempt.stop : null);
    row.hidden = !on;
    // Below the fold in a very low window; later than the second click of a double click.
    if (on) setTimeout(() => row.hidden || row.scrollIntoView({ block: "nearest" }), 600);
    for (const one of [back, make, ...lines.edits]) setNotYet(one, on ? t.making(card.name) : null);
    fill(status, on ? [h("span", { class: "spinner", "aria-hidden": "true" }), t.making(card.name)] : null);
  };

  async function start() {
    fill(trouble);
    working(true);
    const result = await attempt.run({
      onslow: () => fill(status, h("span", { class: "spinner", "aria-hidden": "true" }), t.makingSlow),
      onstopping: () => fill(status, h("span", { class: "spinner", "aria-hidden": "true" }), t.stopping),
    });
    if (wizard.signal.aborted) return;
    working(false);
    if ("made" in result) {
      wizard.made = result.made;
      wizard.go("done");
      return;
    }
    const told = createTrouble(wizard, result.error, lines.labelOf);
    fill(trouble, told.element);
    // A second one by accident would be worse than none: making it again is no longer the one yellow button.
    make.classList.toggle("primary", !told.unsure);
    const label = make.querySelector(".label");
    if (label) label.textContent = told.unsure ? t.makeAgain : t.make(card.name);
    told.element.tabIndex = -1;
    told.element.focus();
  }

  return {
    heading,
    content: [
      h("div", { class: "page-head" }, heading, h("p", null, t.checkLead)),
      h(
        "div",
        { class: "columns" },
        h(
          "div",
          { class: "stack" },
          wizard.returned ? banner({ title: t.kept, body: t.keptText }) : null,
          trouble,
          lines.element,
        ),
        next(wizard, card),
      ),
    ],
    footer: [back, row, make],
    enter() {
      void lines.look();
      return false;
    },
  };
}

/** What stands in a field, in words. @param {Wizard} wizard @param {FieldSpec} spec */
function shownValue({ app, draft }, spec) {
  const t = app.text.create;
  if (spec.type === "file") {
    const file = filesOf(draft)[spec.name];
    return file ? `${file.name}, ${formatBytes(file.bytes)}` : null;
  }
  const value = valuesOf(draft)[spec.name] ?? "";
  if (spec.type === "switch") return value === "true" ? t.checkOn : t.checkOff;
  if (spec.type === "duration") return durationWords(value);
  if (!value) return null;
  if (spec.secret || spec.type === "secret") return t.checkSecret;
  return spec.options.find((one) => one.value === value)?.label ?? value;
}

/** @param {Wizard} wizard @param {KindCard} card */
function checkLines(wizard, card) {
  const { draft } = wizard;
  const t = wizard.app.text.create;
  /** @type {HTMLButtonElement[]} */
  const edits = [];
  /** @type {Map<string, HTMLElement>} */
  const notes = new Map();
  /** @type {Map<string, string>} */
  const labels = new Map();
  /** @param {string} name @param {string} label @param {string | null} value @param {() => void} go */
  const line = (name, label, value, go) => {
    const edit = button({
      label: t.edit,
      kind: "plain",
      size: "small",
      props: { "aria-label": t.editOf(label) },
      onclick: go,
    });
    const note = h("span", { class: "warning", hidden: true });
    edits.push(edit);
    notes.set(name, note);
    labels.set(name, label);
    return h(
      "div",
      { class: "line" },
      h("dt", { class: "what" }, label),
      h(
        "dd",
        { class: ["grow wrap-anywhere", name === "memo" && "memo", value === null && "muted"] },
        value ?? t.checkNothing,
        note,
      ),
      h("dd", null, edit),
    );
  };
  const flock = wizard.flocks.find((one) => one.id === (draft.flock ?? "flock:default"))?.name ?? t.flockDefault;
  const element = h(
    "dl",
    { class: "group check-list" },
    line("kind", t.checkKind, card.name, () => wizard.go("kind")),
    shownFields(card, valuesOf(draft)).map((spec) =>
      line(spec.name, spec.label, shownValue(wizard, spec), () => wizard.go("details", { field: spec.name })),
    ),
    line("memo", t.reminder, draft.memo, () => wizard.go("place", { field: "memo" })),
    wizard.flocks.length ? line("flock", t.flock, flock, () => wizard.go("place", { field: "flock" })) : null,
  );
  return {
    element,
    edits,
    labelOf: (/** @type {string} */ name) => labels.get(name) ?? null,
    /** Problems that do not stop it are said once more, where they are. */
    async look() {
      const problems = await askProblems(wizard).catch(() => []);
      if (wizard.signal.aborted) return;
      for (const { field, message } of problems) {
        const note = notes.get(field);
        if (!note) continue;
        note.hidden = false;
        fill(note, icon("ui-attention", { small: true }), message);
      }
    },
  };
}

/** @param {Wizard} wizard @param {KindCard} card */
function next({ app }, card) {
  const t = app.text.create;
  return h(
    "aside",
    { class: "aside", "aria-label": t.checkNext },
    h("h2", { class: "h-small" }, t.checkNext),
    h(
      "ol",
      { class: "steps" },
      h("li", null, h("span", null, t.checkMade)),
      card.advice.place.slice(0, 1).map((one) => h("li", null, h("span", null, one))),
      h("li", null, h("span", null, `${card.triggers}.`)),
    ),
  );
}
