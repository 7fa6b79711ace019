/**
 * The help of each screen: what it is for, what one does there, and what to do when stuck. It needs no network.
 * @module
 */

import { h } from "../dom.js";
import { button } from "../elements/button.js";
import { closeButton, openDialog } from "../elements/dialog.js";
import { noteList } from "../elements/note-list.js";
import { introduce } from "./introduction.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {keyof typeof import("../text/en/help.js").help.screens} Topic */

/** @param {App} app @param {Topic} topic */
export function showHelp(app, topic) {
  const t = app.text.help;
  const { name, what, does, stuck } = t.screens[topic];
  /** @param {() => void} open */
  const instead = (open) => {
    dialog.close();
    open();
  };
  const dialog = openDialog({
    title: t.title(name),
    text: what,
    icon: "ui-help",
    class: "help-dialog",
    body: [
      part(
        t.does,
        does.map(([first, rest]) => ["ui-chevron-right", h("b", null, first ?? ""), ` ${rest}`]),
      ),
      part(
        t.stuck,
        stuck.map((words) => ["ui-info", words]),
      ),
    ],
    start: h(
      "div",
      { class: "buttons" },
      button({ label: t.keys, onclick: () => instead(() => app.run("keys")) }),
      button({ label: t.introduction, onclick: () => instead(() => introduce(app)) }),
    ),
    actions: [closeButton(() => dialog.close(), "primary")],
  });
}

/** @param {string} title @param {import("../elements/note-list.js").Note[]} lines */
const part = (title, lines) => h("section", { class: "section" }, h("h3", null, title), noteList(lines));
