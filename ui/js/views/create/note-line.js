/**
 * Saving a file together with a note of how to place it. In the panel and on the step Done.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { progress } from "../../elements/progress.js";
import { isQuiet } from "../../errors.js";
import { preparation } from "../prepare.js";
import { showInFolder } from "../saved.js";

/**
 * @param {import("../../main.js").App} app
 * @param {object} options
 * @param {string} options.id the Canarytoken's
 * @param {() => string | null} options.fileName null: a believable one
 * @returns {HTMLElement} a line of a group
 */
export function noteLine(app, { id, fileName }) {
  const t = app.text.panel;
  const place = h("div", { class: "file-progress" });
  const save = button({
    label: t.saveNote,
    icon: "ui-folder",
    size: "small",
    props: { "aria-label": t.saveNoteOf },
    onclick: () => void busy(save, run),
  });
  const run = async () => {
    fill(place);
    const bar = progress({ label: t.saving });
    const timer = setTimeout(() => fill(place, bar.element), 700);
    try {
      const saved = await app.call("save_with_note", {
        operation: app.operation(),
        id,
        fileName: fileName(),
        onProgress: app.channel((/** @type {import("../../types.js").Progress} */ now) => bar.update(now)),
      });
      if (!saved) return;
      app.toast(t.savedBoth(saved.fileName, saved.folder), {
        action: preparation(app, saved) ?? showInFolder(app, saved.saved),
      });
    } catch (error) {
      if (!isQuiet(error)) app.showError(error, { where: place, retry: () => save.click() });
    } finally {
      clearTimeout(timer);
      bar.element.remove();
    }
  };
  return h(
    "div",
    { class: "line" },
    h("p", { class: "grow" }, t.withNote, h("span", { class: "hint" }, t.withNoteHint)),
    save,
    place,
  );
}
