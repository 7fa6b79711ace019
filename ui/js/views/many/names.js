/**
 * A list of names that becomes a sheet: what is pasted, and a pattern for each of them.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { field, input, problemSummary, select, textarea } from "../../elements/field.js";
import { errorBanner } from "../../errors.js";
import { asUiError } from "../../ipc.js";
import { newDraft, shownFields, valuesOf } from "../create/draft.js";
import { formField } from "../create/fields.js";

/** @typedef {import("../many.js").Many} Many */
/** @typedef {import("../../types.js").KindCard} KindCard */
/** @typedef {import("../../types.js").NameList} NameList */

/** Shown of what the pattern makes. */
const previewed = 3;

const fresh = (/** @type {string} */ consoleId) => ({ ...newDraft(), consoleId, names: "", folder: "", fileName: "" });
/** Stays while the window is open, so that going back from the rows finds it as it was. */
let draft = fresh("");

/** @param {string} text */
const namesOf = (text) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** A kind that needs a file or a secret cannot be made from names alone. @param {KindCard} card */
const fits = (card) =>
  !card.fields.some((one) => one.secret || one.type === "secret" || (one.required && one.type === "file"));

/** What each name becomes. @param {string} name */
const apply = (/** @type {string} */ pattern, name = "") => pattern.replaceAll("{name}", name);

/** @returns {NameList} */
function listOf() {
  const card = /** @type {KindCard} */ (draft.card);
  const values = valuesOf(draft);
  const shown = shownFields(card, values).filter((one) => one.type !== "file");
  return {
    names: draft.names,
    kind: card.kind,
    memo: draft.memo,
    flock: draft.flock,
    folder: draft.folder,
    fileName: draft.fileName,
    fields: Object.fromEntries(shown.map((one) => [one.name, values[one.name] ?? ""]).filter(([, value]) => value)),
  };
}

/** @param {Many} many @param {HTMLElement} trouble @returns {import("./begin.js").Way} */
export function namesForm(many, trouble) {
  const { app } = many;
  const t = app.text.many;
  const consoleId = app.state.get().session?.consoleId ?? "";
  if (draft.consoleId !== consoleId) draft = fresh(consoleId);
  const preview = h("div", { class: "card alert-sample" });
  const own = h("div", { class: "form" });
  const files = h("div", { class: "pair" });
  const count = h("span", { class: "quiet", role: "status" });
  const check = button({ label: t.namesCheck(0), kind: "primary", size: "large", type: "submit" });
  const show = () => {
    const names = namesOf(draft.names);
    count.textContent = t.namesCount(names.length);
    const label = check.querySelector(".label");
    if (label) label.textContent = t.namesCheck(names.length);
    fill(preview, samples(many, names));
  };
  /** @param {"names" | "memo" | "folder" | "fileName"} key @param {HTMLInputElement | HTMLTextAreaElement} control */
  const tie = (key, control) => {
    control.value = draft[key];
    control.addEventListener("input", () => {
      draft[key] = control.value;
      show();
    });
    return control;
  };
  const names = field({
    label: t.names,
    control: tie("names", textarea({ rows: 8, spellcheck: "false", class: "names", "aria-required": "true" })),
    hint: t.namesHint,
    beside: count,
  });
  const kind = field({
    label: t.kind,
    control: select([{ value: "", label: t.kindChoose }], { "aria-required": "true" }),
    hint: t.kindHint,
  });
  const choices = h("div", null, kind.element);
  const memo = field({
    label: t.memo,
    control: tie("memo", input({ placeholder: t.memoExample, spellcheck: "true" })),
    hint: t.memoHint,
  });
  const folder = field({ label: t.folder, control: tie("folder", input()), hint: t.folderHint, optional: true });
  const fileName = field({
    label: t.fileName,
    control: tie("fileName", input()),
    hint: t.fileNameHint,
    optional: true,
  });
  const showKind = () => {
    const { card } = draft;
    const values = valuesOf(draft);
    const specs = card ? shownFields(card, values).filter((one) => one.type !== "file") : [];
    const made = specs.map((spec) =>
      formField(spec, {
        value: values[spec.name] ?? "",
        oninput: (value) => {
          values[spec.name] = value;
        },
        ondone: () => {
          if (card?.fields.some((one) => one.when?.field === spec.name)) showKind();
        },
      }),
    );
    fill(
      own,
      made.map((one) => one.element),
    );
    own.hidden = made.length === 0;
    files.hidden = !card?.artifact;
  };
  kind.control.addEventListener("change", () => {
    draft.card = many.kinds.find((one) => one.kind === kind.control.value) ?? null;
    kind.setProblem(null);
    showKind();
    show();
  });
  names.control.addEventListener("input", () => names.setProblem(null));
  const submit = async () => {
    const missing = [];
    if (namesOf(draft.names).length === 0) missing.push({ one: names, message: t.namesMissing });
    if (!draft.card) missing.push({ one: kind, message: t.kindMissing });
    for (const { one, message } of missing) one.setProblem(message);
    if (missing.length) {
      const summary = problemSummary(missing.map(({ one, message }) => ({ control: one.control, message })));
      fill(trouble, summary);
      summary.focus();
      return;
    }
    trouble.replaceChildren();
    await busy(check, async () => {
      try {
        many.check(await app.call("start_from_names", { list: listOf() }));
      } catch (error) {
        fill(trouble, errorBanner(asUiError(error)));
      }
    });
  };
  fill(files, folder.element, fileName.element);
  showKind();
  show();
  const element = h(
    "form",
    {
      class: "columns",
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (check.getAttribute("aria-disabled") !== "true") void submit();
      },
    },
    h("div", { class: "form" }, names.element, choices, own, memo.element, files, h("div", null, check)),
    h("aside", { class: "aside", "aria-label": t.preview }, preview),
  );
  const offer = () => {
    kind.control.append(...kindOptions(many));
    const flock = flockField(many);
    if (!flock) return;
    choices.className = "pair";
    choices.append(flock);
  };
  return { element, offer };
}

/** The first reminders, and where their files go. @param {Many} many @param {string[]} names */
function samples({ app }, names) {
  const t = app.text.many;
  const bar = h("p", { class: "bar" }, t.preview);
  if (names.length === 0) return [bar, h("p", { class: "muted" }, t.previewEmpty)];
  const file = (/** @type {string} */ name) =>
    draft.card?.artifact ? [apply(draft.folder, name), apply(draft.fileName, name)].filter(Boolean).join("/") : "";
  return [
    bar,
    names
      .slice(0, previewed)
      .map((name) =>
        h(
          "blockquote",
          null,
          apply(draft.memo, name) || name,
          file(name) ? h("span", { class: "muted block" }, file(name)) : null,
        ),
      ),
    names.length > previewed ? h("p", { class: "muted" }, t.previewMore(names.length - previewed)) : null,
  ];
}

/** Those that fit, group by group. @param {Many} many */
function kindOptions({ kinds }) {
  const fitting = kinds.filter(fits);
  const groups = [...new Set(fitting.map((one) => one.group))];
  return groups
    .flatMap((group) => fitting.filter((one) => one.group === group))
    .map((one) => h("option", { value: one.kind, selected: one.kind === draft.card?.kind }, one.name));
}

/** Without more than one flock there is nothing to choose. @param {Many} many */
function flockField({ app, flocks }) {
  const t = app.text.many;
  if (flocks.length < 2) return null;
  const options = flocks.map((one) => ({ value: one.id, label: one.name }));
  const standard = flocks.find((one) => one.id === "flock:default");
  if (!standard) options.unshift({ value: "", label: t.flockDefault });
  const control = select(options, { value: draft.flock ?? standard?.id ?? "" });
  control.addEventListener("change", () => {
    draft.flock = control.value || null;
  });
  return field({ label: t.flock, control }).element;
}
