/**
 * The fields of a kind's form, made from what Rust says about them.
 * @module
 */

import { h, uniqueId } from "../../dom.js";
import { field, input, select, textarea } from "../../elements/field.js";
import { secretInput } from "../../elements/secret-input.js";
import { switchLine } from "../../elements/switch.js";
import { text } from "../../text.js";
import { durationField } from "./duration-field.js";
import { fileField } from "./file-field.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").FieldSpec} FieldSpec */
/**
 * @typedef {object} FormField
 * @property {FieldSpec} spec
 * @property {HTMLElement} element
 * @property {HTMLElement} control what takes the focus
 * @property {(message: string | null, severity?: "error" | "warning") => void} setProblem
 */
/**
 * @typedef {object} FieldOptions
 * @property {string} value
 * @property {(value: string) => void} oninput with each change
 * @property {() => void} ondone the person is done with it for now
 */

const modes = /** @type {Partial<Record<FieldSpec["type"], string>>} */ ({ url: "url", domain: "url", email: "email" });

/**
 * @param {FieldSpec} spec any type but `file`
 * @param {FieldOptions} options
 * @returns {FormField}
 */
export function formField(spec, options) {
  if (spec.type === "switch") return switchField(spec, options);
  if (spec.type === "select") return selectField(spec, options);
  if (spec.type === "duration") return durationField(spec, options);
  return lineField(spec, options);
}

/** @param {FieldSpec} spec @param {FieldOptions} options @returns {FormField} */
function lineField(spec, { value, oninput, ondone }) {
  const props = {
    value,
    placeholder: spec.placeholder,
    inputmode: modes[spec.type] ?? null,
    autocapitalize: "off",
    "aria-required": spec.required ? "true" : null,
  };
  const secret = spec.secret || spec.type === "secret" ? secretInput({ label: spec.label, props }) : null;
  // Suggestions, not the only answers: a Console may know more of them than this program.
  const list = spec.options.length ? suggestions(spec) : null;
  const control =
    secret?.control ??
    (spec.type === "names" ? textarea({ ...props, spellcheck: "false" }) : input({ ...props, list: list?.id ?? null }));
  control.addEventListener("input", () => oninput(control.value));
  control.addEventListener("change", ondone);
  const made = field({
    label: spec.label,
    control,
    hint: spec.hint,
    optional: !spec.required,
    around: secret?.element ?? (list ? h("div", null, control, list) : undefined),
  });
  return { spec, element: made.element, control, setProblem: made.setProblem };
}

/** @param {FieldSpec} spec */
const suggestions = ({ options }) =>
  h(
    "datalist",
    { id: uniqueId("suggestions") },
    options.map((one) => h("option", { value: one.value, label: one.label === one.value ? null : one.label })),
  );

/** @param {FieldSpec} spec @param {FieldOptions} options @returns {FormField} */
function selectField(spec, { value, oninput, ondone }) {
  const none = spec.options.some((one) => one.value === "") || spec.required || spec.default;
  const options = none ? spec.options : [{ value: "", label: text.create.choose }, ...spec.options];
  const control = select(options, { value, "aria-required": spec.required ? "true" : null });
  control.addEventListener("change", () => {
    oninput(control.value);
    ondone();
  });
  const made = field({ label: spec.label, control, hint: spec.hint, optional: !spec.required && !none });
  return { spec, element: made.element, control, setProblem: made.setProblem };
}

/** @param {FieldSpec} spec @param {FieldOptions} options @returns {FormField} */
function switchField(spec, { value, oninput, ondone }) {
  const line = switchLine({
    label: spec.label,
    hint: spec.hint,
    checked: value === "true",
    onchange: (on) => {
      oninput(String(on));
      ondone();
    },
  });
  const problem = h("p", { class: "error", hidden: true });
  return {
    spec,
    element: h("div", { class: "field" }, h("div", { class: "group" }, line.element), problem),
    control: line.control,
    setProblem(message, severity = "error") {
      problem.hidden = message === null;
      problem.className = severity;
      problem.textContent = message ?? "";
    },
  };
}

/**
 * A field of any type, tied to the draft.
 * @param {Wizard} wizard
 * @param {FieldSpec} spec
 * @param {{ values: Record<string, string>, files: Record<string, import("../../types.js").ChosenFile>, onchange: () => void, ondone: (name: string) => void }} use
 */
export function tiedField(wizard, spec, { values, files, onchange, ondone }) {
  if (spec.type === "file") {
    return fileField(wizard, spec, {
      file: files[spec.name] ?? null,
      onchange: (file) => {
        if (file) files[spec.name] = file;
        else delete files[spec.name];
        onchange();
        if (file) ondone(spec.name);
      },
    });
  }
  return formField(spec, {
    value: values[spec.name] ?? "",
    oninput: (value) => {
      values[spec.name] = value;
      onchange();
    },
    ondone: () => ondone(spec.name),
  });
}
