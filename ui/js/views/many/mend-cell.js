/**
 * What a row of the dry run says of itself: what to mend, why it is left out, or that it is ready.
 * @module
 */

import { h } from "../../dom.js";
import { icon } from "../../elements/icon.js";
import { text } from "../../text.js";

/** @typedef {import("../../types.js").SheetRow} SheetRow */

/** @param {string} look @param {string | null} sign @param {string} words */
export const say = (look, sign, words) =>
  h("span", { class: `state why ${look}` }, sign ? icon(sign) : null, h("span", { class: "why" }, words));

/** @param {SheetRow} row */
export function drawMend(row) {
  const t = text.many;
  const { duplicate } = row;
  if (row.skipped) {
    const why = !duplicate ? t.leftOut : duplicate.type === "exists" ? t.doubleExists : t.doubleLine(duplicate.line);
    return say("off", null, why);
  }
  const errors = row.problems.filter((one) => one.severity === "error");
  const [first] = errors.length ? errors : row.problems;
  const more = (errors.length || row.problems.length) - 1;
  if (first) return say("attention", errors.length ? "ui-attention" : "ui-info", t.andMore(first.message, more));
  if (duplicate)
    return say("attention", "ui-info", duplicate.type === "exists" ? t.againExists : t.againLine(duplicate.line));
  return say("done", "ui-check", row.referenced ? t.readyReference : t.ready);
}
