/**
 * How far a row is, with the one thing that can be done about it.
 * @module
 */

import { h } from "../../dom.js";
import { whatHappened } from "../../errors.js";
import { text } from "../../text.js";
import { say } from "./mend-cell.js";

/** @typedef {import("../../types.js").SheetRow} SheetRow */

/** @param {SheetRow} row */
const wrongIn = (row) => row.problems.find((one) => one.severity === "error");

/** Can its cells still be changed? @param {SheetRow} row */
export const canMend = (row) => row.state === "failed" || (row.state === "waiting" && wrongIn(row) !== undefined);

/** How far it is, in words alone. @param {SheetRow} row */
export function resultWords(row) {
  const t = text.many;
  switch (row.state) {
    case "working":
      return t.working;
    case "done":
      return row.result || t.doneRow;
    case "skipped":
      return t.leftOut;
    case "waiting":
      return wrongIn(row)?.message ?? t.waiting;
    default:
      return (row.error && whatHappened(row.error)) || row.result;
  }
}

/** @param {SheetRow} row */
export function drawResult(row) {
  const t = text.many;
  const words = resultWords(row);
  switch (row.state) {
    case "working":
      return h("span", { class: "state working" }, h("span", { class: "spinner icon", "aria-hidden": "true" }), words);
    case "done":
      return [say("done", "ui-check", words), row.token ? action(t.openMade, t.openRow(row.line)) : null];
    case "skipped":
      return say("off", null, words);
    case "waiting":
      if (!wrongIn(row)) return say("waiting", "ui-clock", words);
      return [say("attention", "ui-attention", words), action(t.mendRow, t.mendRowOf(row.line), "mend")];
    default:
      return [
        say("attention", "ui-attention", words),
        canMend(row)
          ? action(t.mendRow, t.mendRowOf(row.line), "mend")
          : row.token
            ? action(t.openMade, t.openRow(row.line))
            : null,
      ];
  }
}

/** @param {string} label @param {string} whole for screen readers @param {string} [kind] */
const action = (label, whole, kind = "") =>
  h("button", { type: "button", class: ["link-button", kind], tabIndex: -1, "aria-label": whole }, label);
