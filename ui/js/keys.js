/**
 * Keys for the whole window, and the list of them. The native menu gives the same commands (see main.js).
 * @module
 */

import { h } from "./dom.js";
import { closeButton, openDialog } from "./elements/dialog.js";
import { text } from "./text.js";

/** @typedef {"new" | "many" | "find" | "refresh" | "settings" | "help" | "keys" | "delete" | "close"} Command */

/** With Ctrl, or Cmd on a Mac. @type {Record<string, Command>} */
const withControl = { n: "new", f: "find", r: "refresh", ",": "settings" };

/** @param {EventTarget | null} target */
const isWriting = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)));

/**
 * The command that a key stands for, if any.
 * @param {KeyboardEvent} event
 * @param {boolean} mac
 * @returns {Command | null}
 */
export function commandOf(event, mac) {
  if (event.isComposing) return null;
  const control = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (control && !event.altKey && event.shiftKey) return event.key.toLowerCase() === "n" ? "many" : null;
  if (control && !event.altKey) return withControl[event.key.toLowerCase()] ?? null;
  if (event.key === "F5") return "refresh";
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "F1") return "help";
  if (event.key === "Escape") return "close";
  if (isWriting(event.target)) return null;
  if (event.key === "?") return "keys";
  if (event.key === "Delete" || (mac && event.key === "Backspace")) return "delete";
  return null;
}

/** Is a dialog or a menu open? What keys and the native menu stand for lies behind it, and waits. */
export const isBusy = () => document.querySelector("dialog[open], [popover]:popover-open") !== null;

/**
 * Listens for keys. While a dialog or a menu is open, they belong to it.
 *
 * @param {(command: Command) => boolean} run carries a command out; false: nobody wanted it
 * @param {() => boolean} isMac
 */
export function listenForKeys(run, isMac) {
  window.addEventListener("keydown", (event) => {
    const command = commandOf(event, isMac());
    if (!command || event.defaultPrevented) return;
    const plain = command === "close" || command === "delete";
    if (isBusy()) {
      // Never let the web view reload the page or search in it behind a dialog.
      if (!plain) event.preventDefault();
      return;
    }
    if (run(command) || !plain) event.preventDefault();
  });
}

/**
 * "Ctrl+N", or "⌘N" on a Mac.
 * @param {string} key
 * @param {boolean} mac
 */
export const withControlKey = (key, mac) =>
  mac ? `${text.keys.names.command}${key}` : `${text.keys.names.control}+${key}`;

/**
 * "Ctrl+Shift+N", or "⇧⌘N" on a Mac.
 * @param {string} key
 * @param {boolean} mac
 */
export const withControlShiftKey = (key, mac) =>
  mac ? `⇧${text.keys.names.command}${key}` : `${text.keys.names.control}+${text.keys.names.shift}+${key}`;

/** @param {boolean} mac */
export function showKeys(mac) {
  const t = text.keys;
  const n = t.names;
  const control = mac ? n.command : n.control;
  /** @type {[string, [string, string[][]][]][]} */
  const groups = [
    [
      t.everywhere,
      [
        [t.new, [[control, "N"]]],
        [t.many, [[control, n.shift, "N"]]],
        [t.find, [[control, "F"]]],
        [t.refresh, [[control, "R"]]],
        [t.settings, [[control, ","]]],
        [t.help, [["F1"]]],
        [t.keys, [["?"]]],
      ],
    ],
    [
      t.inList,
      [
        [t.move, [[n.up], [n.down]]],
        [t.page, [[n.pageUp], [n.pageDown]]],
        [t.ends, [[n.home], [n.end]]],
        [t.type, [["A"], ["B"], ["…"]]],
        [t.open, [[n.enter]]],
        [t.menu, [[n.shift, "F10"]]],
        [t.select, [[n.space]]],
        [
          t.range,
          [
            [n.shift, n.up],
            [n.shift, n.down],
          ],
        ],
        [t.all, [[control, "A"]]],
        [t.delete, [[n.delete]]],
        [t.close, [[n.escape]]],
      ],
    ],
  ];
  const combination = (/** @type {string[]} */ one) =>
    h(
      "span",
      { class: "combination" },
      one.map((key) => h("kbd", null, key)),
    );
  const dialog = openDialog({
    title: t.title,
    class: "keys-dialog",
    body: groups.map(([title, lines]) =>
      h(
        "section",
        { class: "section" },
        h("h3", null, title),
        h(
          "dl",
          { class: "key-list" },
          lines.map(([what, all]) => h("div", null, h("dt", null, what), h("dd", null, all.map(combination)))),
        ),
      ),
    ),
    actions: [closeButton(() => dialog.close())],
  });
  return dialog;
}
