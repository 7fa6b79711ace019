/**
 * A list of Canarytokens as a file: format and columns of choice.
 * @module
 */

import { fill, h, uniqueId } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { tick } from "../../elements/field.js";
import { segments } from "../../elements/segments.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { text } from "../../text.js";
import { tellSaved } from "../saved.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Selection} Selection */
/** @typedef {import("../../types.js").ExportColumn} ExportColumn */
/** @typedef {import("../../types.js").ExportFormat} ExportFormat */

/** In the order of the file. */
const columns = /** @type {ExportColumn[]} */ (Object.keys(text.many.exportNames));
/** What people want first; the ids are for programs. @type {ExportColumn[]} */
const usual = ["id", "kind", "reminder", "flock", "state", "created", "alerts", "link", "hostName"];

/** What was chosen last, for as long as the window is open. */
const last = { format: /** @type {ExportFormat} */ ("csv"), vendor: false, chosen: new Set(usual) };

/** A CSV of them with the usual columns. @param {App} app @param {Selection} selection */
export const exportList = (app, selection) =>
  app.call("export_tokens", {
    operation: app.operation(),
    selection,
    format: "csv",
    columns: { type: "chosen", columns: usual },
  });

/**
 * @param {App} app
 * @param {{ selection: Selection, count: number }} options
 */
export async function exportTokens(app, { selection, count }) {
  const t = app.text.many;
  const formatId = uniqueId("format");
  const name = uniqueId("columns");
  const format = segments({
    labelledBy: formatId,
    choices: [
      { value: /** @type {ExportFormat} */ ("csv"), label: "CSV" },
      { value: "json", label: "JSON" },
    ],
    value: last.format,
    onchange: (next) => {
      last.format = next;
    },
  });
  const ticks = columns.map((column) =>
    tick({
      label: t.exportNames[column],
      checked: last.chosen.has(column),
      onchange: (on) => {
        if (on) last.chosen.add(column);
        else last.chosen.delete(column);
        choose(false);
      },
    }),
  );
  const vendor = h("input", { type: "radio", class: "dot", name, checked: last.vendor, onchange: () => choose(true) });
  const own = h("input", { type: "radio", class: "dot", name, checked: !last.vendor, onchange: () => choose(false) });
  const trouble = h("div");
  const choose = (/** @type {boolean} */ preset) => {
    last.vendor = preset;
    vendor.checked = preset;
    own.checked = !preset;
    trouble.replaceChildren();
  };
  const save = button({ label: t.exportDo, kind: "primary", onclick: () => void busy(save, run) });
  const run = async () => {
    const chosen = columns.filter((one) => last.chosen.has(one));
    if (!last.vendor && chosen.length === 0) {
      fill(trouble, h("p", { class: "field" }, h("span", { class: "error", role: "alert" }, t.exportNone)));
      ticks[0]?.control.focus();
      return;
    }
    try {
      const saved = await app.call("export_tokens", {
        operation: app.operation(),
        selection,
        format: last.format,
        columns: last.vendor ? { type: "vendor" } : { type: "chosen", columns: chosen },
      });
      if (!saved) return;
      dialog.close();
      tellSaved(app, saved);
    } catch (error) {
      if (!isQuiet(error)) fill(trouble, errorBanner(error));
    }
  };
  const dialog = openDialog({
    title: t.exportTitle(count),
    text: t.exportText,
    icon: "ui-sheet",
    body: [
      h(
        "div",
        { class: "field" },
        h("span", { id: formatId, class: "label" }, t.exportFormat),
        h("div", null, format.element),
      ),
      h(
        "fieldset",
        { class: "question" },
        h("legend", null, t.exportColumns),
        h(
          "label",
          { class: "choice" },
          vendor,
          h("span", null, t.exportVendor, h("span", { class: "hint" }, t.exportVendorHint)),
        ),
        h("label", { class: "choice" }, own, h("span", null, t.exportChosen)),
        h(
          "div",
          { class: "export-columns" },
          ticks.map((one) => one.element),
        ),
      ),
      trouble,
    ],
    actions: [button({ label: app.text.general.cancel, onclick: () => dialog.close() }), save],
  });
  await dialog.closed;
}
