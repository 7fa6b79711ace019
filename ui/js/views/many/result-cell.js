/**
 * How far a row is, with the one thing that can be done about it.
 * @module
 */

import { h } from "../../dom.js";
import { text } from "../../text.js";
import { say } from "./mend-cell.js";

/** @typedef {import("../../types.js").SheetRow} SheetRow */

/** Can its cells still be changed? @param {SheetRow} row */
export const canMend = (row) =>
  row.state === "failed" || (row.state === "waiting" && row.problems.some((one) => one.severity === "error"));

/** @param {SheetRow} row */
export function drawResult(row) {
  const t = text.many;
  const wrong = row.problems.find((one) => one.severity === "error");
  switch (row.state) {
    case "working":
      return h(
        "span",
        { class: "state working" },
        h("span", { class: "spinner icon", "aria-hidden": "true" }),
        t.working,
      );
    case "done":
      return [
        say("done", "ui-check", row.result || t.doneRow),
        row.token ? action(t.openMade, t.openRow(row.line)) : null,
      ];
    case "skipped":
      return say("off", null, t.leftOut);
    case "waiting":
      if (!wrong) return say("waiting", "ui-clock", t.waiting);
      return [say("attention", "ui-attention", wrong.message), action(t.mendRow, t.mendRowOf(row.line), "mend")];
    default:
      return [
        say("attention", "ui-attention", row.error?.message || row.result),
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
