/**
 * Tells where a file was saved, with the way to it.
 * @module
 */

/** @typedef {import("../main.js").App} App */

/** Opens the folder of something that was saved. @param {App} app @param {string} saved its handle */
export const showInFolder = (app, saved) => ({
  label: app.text.general.showInFolder,
  icon: "ui-folder",
  run: () => void app.call("show_saved", { saved }).catch((error) => app.showError(error)),
});

/**
 * What makes an element the place from which a saved file is dragged into a folder or a message. The drag is the system's own and begins
 * in Rust: the page has no path that it could give. Who uses no mouse takes "Show in folder".
 * @param {App} app @param {string} saved its handle
 */
export const dragOut = (app, saved) => ({
  draggable: "true",
  title: app.text.general.dragOut,
  ondragstart: (/** @type {Event} */ event) => {
    event.preventDefault();
    void app.call("drag_saved", { saved }).catch((error) => app.showError(error));
  },
});

/** What was saved, and where. @param {App} app @param {Pick<import("../types.js").Saved, "fileName" | "folder">} saved */
export function savedWhere(app, { fileName, folder }) {
  const t = app.text.general;
  return folder ? t.savedIn(fileName, folder) : t.saved(fileName);
}

/**
 * @param {App} app
 * @param {import("../types.js").Saved} saved
 * @param {import("../elements/toast.js").ToastOptions["action"]} [next] what to do with it, if there is more than to show it
 */
export const tellSaved = (app, saved, next = null) =>
  app.toast(savedWhere(app, saved), {
    action: next ?? showInFolder(app, saved.saved),
    props: dragOut(app, saved.saved),
  });
