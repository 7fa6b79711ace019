/**
 * What a person has filled in so far. Kept for as long as the wizard is open, whatever step is shown,
 * so that going back, an error or a failed request loses nothing. Kinds keep their own fields:
 * trying another kind and coming back finds them as they were.
 * @module
 */
import { composeReminder } from "./reminder.js";

/** @typedef {import("../../types.js").KindCard} KindCard */
/** @typedef {import("../../types.js").FieldSpec} FieldSpec */
/** @typedef {import("../../types.js").ChosenFile} ChosenFile */
/** @typedef {import("../../types.js").FormInput} FormInput */
/** @typedef {import("../../types.js").FieldProblem} FieldProblem */

/**
 * @typedef {object} Draft
 * @property {KindCard | null} card the chosen kind
 * @property {Map<string, Record<string, string>>} values by kind: what stands in its fields
 * @property {Map<string, Record<string, ChosenFile>>} files by kind: the files chosen for its fields
 * @property {string | null} flock
 * @property {string} place
 * @property {string} who
 * @property {string} note
 * @property {string} memo the reminder
 * @property {boolean} memoEdited the person changed the reminder; the lines above no longer do
 * @property {string} search what stands in the search of kinds
 */

/** @returns {Draft} */
export function newDraft() {
  return {
    card: null,
    values: new Map(),
    files: new Map(),
    flock: null,
    place: "",
    who: "",
    note: "",
    memo: "",
    memoEdited: false,
    search: "",
  };
}

/**
 * Values of the chosen kind's fields, filled with defaults on first use. The object is the draft's own: write into it.
 * @param {Draft} draft
 * @returns {Record<string, string>}
 */
export function valuesOf(draft) {
  const card = draft.card;
  if (!card) return {};
  let values = draft.values.get(card.kind);
  if (!values) {
    values = defaultsOf(card);
    draft.values.set(card.kind, values);
  }
  return values;
}

/**
 * @param {KindCard} card
 * @returns {Record<string, string>}
 */
function defaultsOf(card) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const spec of card.fields) {
    if (spec.type !== "file") values[spec.name] = startOf(spec);
  }
  return values;
}

/** @param {FieldSpec} spec */
function startOf(spec) {
  if (spec.default !== null) return spec.default;
  if (spec.type === "switch") return "false";
  if (spec.type === "select" && spec.required) return spec.options[0]?.value ?? "";
  return "";
}

/**
 * Files of the chosen kind's fields; the draft's own object.
 * @param {Draft} draft
 * @returns {Record<string, ChosenFile>}
 */
export function filesOf(draft) {
  const card = draft.card;
  if (!card) return {};
  let files = draft.files.get(card.kind);
  if (!files) {
    files = {};
    draft.files.set(card.kind, files);
  }
  return files;
}

/**
 * Is this field shown, given what stands in the others? A field that depends on a hidden one is hidden too.
 * A condition may name several values, parted by "|".
 * @param {KindCard} card
 * @param {FieldSpec} spec
 * @param {Record<string, string>} values
 * @returns {boolean}
 */
export function isShown(card, spec, values) {
  const seen = new Set([spec.name]);
  let current = spec;
  while (current.when) {
    const { field, equals } = current.when;
    if (!equals.split("|").includes(values[field] ?? "")) return false;
    const next = card.fields.find((other) => other.name === field);
    if (!next || seen.has(next.name)) return true;
    seen.add(next.name);
    current = next;
  }
  return true;
}

/**
 * The fields shown now.
 * @param {KindCard} card
 * @param {Record<string, string>} values
 */
export function shownFields(card, values) {
  return card.fields.filter((spec) => isShown(card, spec, values));
}

/**
 * What goes to Rust. Hidden fields are left out, and empty ones that have no default.
 * @param {Draft} draft
 * @returns {FormInput}
 */
export function formInput(draft) {
  const card = draft.card;
  if (!card) return { kind: "", memo: draft.memo, flock: draft.flock, fields: {}, files: {} };
  const values = valuesOf(draft);
  const chosen = filesOf(draft);
  /** @type {Record<string, string>} */
  const fields = {};
  /** @type {Record<string, string>} */
  const files = {};
  for (const spec of shownFields(card, values)) {
    const file = chosen[spec.name];
    const value = values[spec.name] ?? "";
    if (spec.type === "file") {
      if (file) files[spec.name] = file.handle;
    } else if (value !== "" || spec.default !== null) {
      // Emptied on purpose is something else than never touched, which would be the default.
      fields[spec.name] = value;
    }
  }
  return { kind: card.kind, memo: draft.memo, flock: draft.flock, fields, files };
}

/**
 * Sets the reminder from the lines above it, unless the person wrote their own.
 * @param {Draft} draft
 */
export function recompose(draft) {
  if (!draft.memoEdited) draft.memo = composeReminder(draft);
}

/**
 * Has the person put in anything that leaving would lose? Choosing a kind alone is not.
 * @param {Draft} draft
 */
export function isTouched(draft) {
  if (draft.place || draft.who || draft.note || draft.memo.trim()) return true;
  for (const files of draft.files.values()) if (Object.keys(files).length > 0) return true;
  if (!draft.card) return false;
  const starts = defaultsOf(draft.card);
  return Object.entries(valuesOf(draft)).some(([name, value]) => value !== (starts[name] ?? ""));
}

/**
 * Forgets what must not stay longer than one request.
 * @param {Draft} draft
 */
export function forgetSecrets(draft) {
  for (const spec of draft.card?.fields ?? []) {
    if (spec.secret || spec.type === "secret") valuesOf(draft)[spec.name] = "";
  }
}

/**
 * A draft for another one of the same kind: details, flock and the person stay, the place is asked for again.
 * @param {Draft} draft
 * @returns {Draft}
 */
export function another(draft) {
  forgetSecrets(draft);
  const next = { ...draft, place: "", note: "", memo: "", memoEdited: false };
  recompose(next);
  return next;
}

/**
 * Which step a problem belongs to.
 * @param {string} field "memo", "flock" or the name of a field
 * @returns {"details" | "place"}
 */
export function stepOf(field) {
  return field === "memo" || field === "flock" ? "place" : "details";
}
