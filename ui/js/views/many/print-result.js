/**
 * Prints what came of a sheet, as a list for whoever places the Canarytokens.
 * @module
 */

import { h } from "../../dom.js";
import { print } from "../../elements/print.js";
import { formatMoment } from "../../format.js";
import { resultWords } from "./result-cell.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").SheetRow} SheetRow */
/** @typedef {import("../../types.js").SheetSummary} SheetSummary */

/** Rows that are fetched at once. */
const part = 500;
/** More would keep the window busy for long, and fill a hundred pages. */
const most = 5000;

/** @param {App} app @param {SheetSummary} summary */
export async function printResult(app, { sheet, name, counts }) {
  const t = app.text.many;
  /** @type {SheetRow[]} */
  const rows = [];
  for (let total = 1; rows.length < total; ) {
    const page = await app.call("query_rows", { sheet, show: "all", offset: rows.length, limit: part });
    if (page.total > most) {
      app.toast(t.printTooMany(most), { seconds: 15 });
      return;
    }
    total = page.rows.length ? page.total : 0;
    rows.push(...page.rows);
  }
  const attention = counts.attention ? `, ${t.attention(counts.attention)}` : "";
  print(
    [
      h("h1", null, name),
      h(
        "p",
        null,
        `${t.made(counts.done, counts.done + counts.attention + counts.waiting)}${attention}. ${t.printed(formatMoment(Date.now()))}`,
      ),
      h(
        "table",
        null,
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            t.printColumns.map((label) => h("th", null, label)),
          ),
        ),
        h("tbody", null, rows.map(line)),
      ),
    ],
    { class: "result" },
  );
}

/** @param {SheetRow} row */
const line = (row) =>
  h(
    "tr",
    null,
    [String(row.line), row.kindName, row.memo, row.file ?? row.address ?? "", resultWords(row)].map((words) =>
      h("td", null, words),
    ),
  );
