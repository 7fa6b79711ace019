/**
 * Tells where a file was saved, with the way to it.
 * @module
 */

/** @typedef {import("../main.js").App} App */

/** Opens the folder of something that was saved. @param {App} app @param {string} saved its handle */
export const showInFolder = (app, saved) => ({
  label: app.text.many.showInFolder,
  icon: "ui-folder",
  run: () => void app.call("show_saved", { saved }).catch((error) => app.showError(error)),
});

/** @param {App} app @param {import("../types.js").Saved} saved */
export function tellSaved(app, { saved, fileName, folder }) {
  const t = app.text.many;
  app.toast(folder ? t.saved(fileName, folder) : t.savedNoFolder(fileName), { action: showInFolder(app, saved) });
}
