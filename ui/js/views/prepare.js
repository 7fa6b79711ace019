/**
 * “Prepare for deployment”, on Windows: takes the mark of the web off a document that was saved, and says how it gets one again.
 * @module
 */

import { h } from "../dom.js";
import { button } from "../elements/button.js";
import { closeButton, openDialog } from "../elements/dialog.js";
import { noteList } from "../elements/note-list.js";
import { showInFolder } from "./saved.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {import("../types.js").Saved} Saved */

/** What Office and Acrobat open in a protected view when it carries the mark. */
const protectedView = /\.(docx?|docm|xlsx?|xlsm|pptx?|pdf)$/i;

/**
 * The way to prepare it; null where there is nothing to prepare.
 * @param {App} app
 * @param {Pick<Saved, "fileName" | "saved">} saved
 */
export const preparation = (app, saved) =>
  app.state.get().platform === "windows" && protectedView.test(saved.fileName)
    ? { label: app.text.prepare.open, icon: "ui-check", run: () => void prepare(app, saved) }
    : null;

/** @param {App} app @param {Pick<Saved, "fileName" | "saved">} saved */
async function prepare(app, { fileName, saved }) {
  const t = app.text.prepare;
  let marked = false;
  try {
    marked = await app.call("prepare_saved", { saved });
  } catch (error) {
    app.showError(error);
    return;
  }
  const { run, ...show } = showInFolder(app, saved);
  const dialog = openDialog({
    title: t.title,
    text: marked ? t.cleared(fileName) : t.clear(fileName),
    icon: "ui-check",
    body: [
      h("p", null, t.why),
      h(
        "section",
        { class: "section" },
        h("h3", null, t.keepTitle),
        noteList(t.keep.map((words) => ["ui-info", words])),
      ),
    ],
    start: button({ ...show, onclick: run }),
    actions: [closeButton(() => dialog.close(), "primary")],
  });
}
