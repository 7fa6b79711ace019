/**
 * Saves the files of many into a folder.
 * @module
 */

import { showInFolder } from "../saved.js";
import { runBatch, showFailures } from "./actions.js";

/** @typedef {import("../../types.js").Selection} Selection */

/**
 * @param {import("../../main.js").App} app
 * @param {{ selection: Selection, count: number }} options
 */
export async function saveFiles(app, { selection, count }) {
  const t = app.text.many;
  try {
    const result = await runBatch(app, {
      title: t.savingFiles,
      total: count,
      run: (operation, onProgress) => app.call("save_selection", { operation, selection, onProgress }),
    });
    if (!result) return;
    const { done, withoutFile, failed, folder, saved } = result;
    if (failed.length) showFailures(app, result, t.filesText(done));
    else if (done === 0) app.toast(t.noFiles(count));
    else app.toast(t.filesSaved(done, withoutFile, folder), { action: saved ? showInFolder(app, saved) : null });
  } catch (error) {
    app.showError(error);
  }
}
