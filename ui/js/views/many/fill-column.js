/**
 * The same into many rows of a column at once.
 * @module
 */

import { h, uniqueId } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { field, input, select, tick } from "../../elements/field.js";
import { errorLine } from "../../errors.js";

/** @typedef {import("../../types.js").SheetSummary} SheetSummary */

/**
 * @param {import("../many.js").Many} many
 * @param {SheetSummary} summary
 * @param {(column: string) => string[]} choicesOf
 * @returns {Promise<SheetSummary | null>} null: nothing was changed
 */
export async function fillColumn({ app }, summary, choicesOf) {
  const t = app.text.many;
  /** @type {SheetSummary | null} */
  let changed = null;
  const id = uniqueId("suggestions");
  const suggestions = h("datalist", { id });
  const column = field({
    label: t.fillColumn,
    control: select(
      summary.columns.map((one) => ({ value: one.key, label: one.label })),
      { value: summary.columns.find((one) => one.key === "flock")?.key },
    ),
  });
  const control = input({ list: id });
  const value = field({ label: t.fillValue, control, around: h("div", null, control, suggestions) });
  const only = tick({ label: t.fillOnlyEmpty, checked: true });
  const offer = () =>
    suggestions.replaceChildren(...choicesOf(column.control.value).map((one) => h("option", { value: one })));
  column.control.addEventListener("change", offer);
  offer();
  const save = button({ label: t.fillDo, kind: "primary", type: "submit" });
  const apply = async () => {
    try {
      changed = await app.call("fill_column", {
        sheet: summary.sheet,
        column: column.control.value,
        value: control.value,
        onlyEmpty: only.control.checked,
      });
      dialog.close();
    } catch (error) {
      value.setProblem(errorLine(error));
    }
  };
  save.addEventListener("click", () => void busy(save, apply));
  control.addEventListener("keydown", (event) => {
    if (event.key === "Enter") save.click();
  });
  const dialog = openDialog({
    title: t.fillTitle,
    text: t.fillText,
    body: h("div", { class: "form tight" }, column.element, value.element, only.element),
    actions: [button({ label: app.text.general.cancel, onclick: () => dialog.close() }), save],
  });
  column.control.focus();
  await dialog.closed;
  return changed;
}
