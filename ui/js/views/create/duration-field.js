/**
 * How long something lasts: a number and its unit, or for good. What is sent is short, such as `6mo`; nothing for "for good".
 * @module
 */

import { h, uniqueId } from "../../dom.js";
import { field, input, select, selectBox } from "../../elements/field.js";
import { formatNumber } from "../../format.js";
import { text } from "../../text.js";

/** @typedef {keyof typeof text.create.durationUnits} Unit */

/** @param {string} value @returns {{ number: string, unit: Unit } | null} what `6mo` means */
function parts(value) {
  const [, number = "", unit = ""] = /^(\d*)(mo|y|w|d|h)$/i.exec(value.trim()) ?? [];
  return unit ? { number, unit: /** @type {Unit} */ (unit.toLowerCase()) } : null;
}

/** "6 months", "for good". @param {string} value */
export function durationWords(value) {
  if (!value) return text.create.forGood;
  const known = parts(value);
  if (!known?.number) return value;
  const [one, many] = text.create.durationUnits[known.unit];
  return `${formatNumber(Number(known.number))} ${Number(known.number) === 1 ? one : many}`;
}

/**
 * @param {import("../../types.js").FieldSpec} spec
 * @param {import("./fields.js").FieldOptions} options
 * @returns {import("./fields.js").FormField}
 */
export function durationField(spec, { value, oninput, ondone }) {
  const t = text.create;
  const start = parts(value);
  const label = uniqueId("duration");
  const number = input({
    value: start ? start.number : value,
    inputmode: "numeric",
    class: "short",
    "aria-label": `${spec.label}: ${t.durationNumber}`,
  });
  const units = Object.entries(t.durationUnits).map(([unit, [, many]]) => ({ value: unit, label: many }));
  const unit = select([{ value: "", label: t.forGood }, ...units], {
    value: start?.unit ?? "",
    "aria-label": `${spec.label}: ${t.durationUnit}`,
  });

  const tell = () => {
    const typed = number.value.trim();
    // Anything but a number goes as it is: Rust says what is wrong with it.
    oninput(/^\d*$/.test(typed) ? (unit.value ? typed + unit.value : "") : typed);
  };
  number.addEventListener("input", () => {
    if (/^\d+$/.test(number.value.trim()) && !unit.value) unit.value = "mo";
    tell();
  });
  number.addEventListener("change", () => {
    const whole = parts(number.value);
    if (whole?.number) {
      number.value = whole.number;
      unit.value = whole.unit;
      tell();
    }
    ondone();
  });
  unit.addEventListener("change", () => {
    if (!unit.value) number.value = "";
    tell();
    // With a unit alone the person is not done yet.
    if (!unit.value || number.value) ondone();
  });
  const made = field({
    label: spec.label,
    control: number,
    hint: spec.hint,
    around: h("div", { class: "duration", role: "group", "aria-labelledby": label }, number, selectBox(unit)),
  });
  const name = made.element.querySelector("label");
  if (name) name.id = label;
  return { spec, element: made.element, control: number, setProblem: made.setProblem };
}
