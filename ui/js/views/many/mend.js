/**
 * One row of a run, mended: all of its columns as a form, each with what is wrong.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { field, input, select, textarea } from "../../elements/field.js";
import { errorBanner, whatHappened } from "../../errors.js";

/** @typedef {import("../many.js").Many} Many */
/** @typedef {import("../../types.js").SheetRow} SheetRow */
/** @typedef {import("../../types.js").SheetSummary} SheetSummary */

/**
 * @param {Many} many
 * @param {SheetSummary} summary
 * @param {SheetRow} row
 * @returns {Promise<SheetSummary | null>} null: nothing was changed
 */
export async function mendRow(many, summary, row) {
  const { app } = many;
  const t = app.text.many;
  const { sheet } = summary;
  /** @type {SheetSummary | null} */
  let changed = null;
  let whole;
  try {
    const read = summary.columns.map(async ({ key }) => [
      key,
      await app.call("get_cell", { sheet, row: row.row, column: key }),
    ]);
    [whole] = await Promise.all([Promise.all(read), many.ready()]);
  } catch (error) {
    app.showError(error);
    return null;
  }
  /** @type {Record<string, string>} */
  const values = Object.fromEntries(whole);
  const fields = summary.columns.map((column) => ({
    column,
    made: rowField(many, column, row, values[column.key] ?? ""),
  }));
  const trouble = h("div");
  const show = (/** @type {SheetRow} */ now) => {
    for (const { column, made } of fields) {
      const problem = now.problems.find((one) => one.column === column.key);
      const refused = now.error?.field === column.key ? now.error.message : null;
      made.setProblem(problem?.message ?? refused, problem?.severity);
    }
  };
  const save = button({ label: t.mendSave, kind: "primary", onclick: () => void busy(save, apply) });
  const apply = async () => {
    trouble.replaceChildren();
    let now = row;
    try {
      for (const { column, made } of fields) {
        const { value } = made.control;
        if (value === values[column.key]) continue;
        const answer = await app.call("edit_cell", { sheet, row: row.row, column: column.key, value });
        values[column.key] = value;
        now = answer.row;
        changed = answer.summary;
      }
    } catch (error) {
      fill(trouble, errorBanner(error));
      return;
    }
    show(now);
    const wrong = fields.find(({ column }) =>
      now.problems.some((one) => one.column === column.key && one.severity === "error"),
    );
    if (wrong && changed) wrong.made.control.focus();
    else dialog.close("saved");
  };
  const dialog = openDialog({
    title: t.mendTitle(row.line),
    text: row.error ? whatHappened(row.error) : t.mendText,
    icon: "ui-edit",
    body: [
      trouble,
      h(
        "div",
        { class: "form tight" },
        fields.map(({ made }) => made.element),
      ),
    ],
    actions: [button({ label: app.text.general.cancel, onclick: () => dialog.close() }), save],
  });
  show(row);
  (
    fields.find(({ made }) => made.control.getAttribute("aria-invalid"))?.made.control ?? fields[0]?.made.control
  )?.focus();
  if ((await dialog.closed) === "saved" && changed) app.announce(t.mended(row.line));
  return changed;
}

/** @param {Many} many @param {import("../../types.js").SheetColumn} column @param {SheetRow} row @param {string} value */
function rowField(many, { key, label }, row, value) {
  const known =
    key === "kind"
      ? many.kinds.map((one) => one.name)
      : key === "flock"
        ? many.flocks.map((one) => one.name)
        : (row.problems.find((one) => one.column === key)?.choices ?? []);
  if (known.length === 0)
    return field({ label, control: key === "memo" ? textarea({ value, rows: 2 }) : input({ value }) });
  // A list of names holds kinds and flocks by their ids; people know their names.
  const name =
    many.kinds.find((one) => key === "kind" && one.kind === value)?.name ??
    many.flocks.find((one) => key === "flock" && one.id === value)?.name ??
    value;
  const options = [
    { value, label: name || many.app.text.many.empty },
    ...known.filter((one) => one !== name).map((one) => ({ value: one, label: one })),
  ];
  return field({ label, control: select(options, { value }) });
}
