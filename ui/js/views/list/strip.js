/**
 * The strip of what can be done with the selected rows.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { text } from "../../text.js";

/**
 * @param {object} options
 * @param {import("./selection.js").TokenSelection} options.selection
 * @param {(enabled: boolean) => void} options.onswitch
 * @param {() => void} options.onmove
 * @param {(() => void) | null} options.onsave null: this key may not
 * @param {() => void} options.onexport
 * @param {() => void} options.ondelete
 * @param {() => void} options.onclear
 */
export function makeStrip({ selection, onswitch, onmove, onsave, onexport, ondelete, onclear }) {
  const t = text.list;
  const count = h("b");
  // Where it is narrow only their icons are seen; the title says the word then.
  /** @param {string} label @param {string} icon @param {(() => void) | null} onclick */
  const action = (label, icon, onclick) =>
    button({ label, icon, onclick, title: label, props: { "aria-label": label } });
  const on = action(t.turnOn, "ui-power", () => onswitch(true));
  const off = action(t.turnOff, "ui-power-off", () => onswitch(false));
  const move = action(t.move, "ui-flock", onmove);
  const { saveFiles, export: exportThem } = text.many;
  const save = action(saveFiles, "ui-save", onsave);
  save.hidden = onsave === null;
  const out = action(exportThem, "ui-sheet", onexport);
  const remove = action(t.delete, "ui-delete", ondelete);
  const clear = button({
    label: t.clearSelection,
    icon: "ui-close",
    onlyIcon: true,
    title: `${t.clearSelection} (${text.keys.names.escape})`,
    onclick: onclear,
  });
  const element = h(
    "div",
    { class: "action-strip", role: "toolbar", hidden: true },
    h("p", { class: "chosen" }, count, ` ${t.selected(0).word}`),
    on,
    off,
    move,
    save,
    out,
    remove,
    h("span", { class: "rule" }),
    clear,
  );
  const stops = () => [on, off, move, save, out, remove, clear].filter((one) => !one.hidden);
  let stop = 0;
  const setStop = (/** @type {number} */ index) => {
    const list = stops();
    stop = Math.max(0, Math.min(index, list.length - 1));
    for (const [at, one] of list.entries()) one.tabIndex = at === stop ? 0 : -1;
    return list[stop];
  };
  element.addEventListener("keydown", (event) => {
    const last = stops().length - 1;
    const to = {
      ArrowRight: stop === last ? 0 : stop + 1,
      ArrowLeft: stop === 0 ? last : stop - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setStop(to)?.focus();
  });
  element.addEventListener("focusin", (event) => {
    const at = stops().indexOf(/** @type {HTMLButtonElement} */ (event.target));
    if (at >= 0) setStop(at);
  });
  return {
    element,
    show() {
      const now = selection.count;
      const known = selection.known();
      element.hidden = now === 0;
      element.setAttribute("aria-label", t.actionsFor(now));
      count.textContent = t.selected(now).count;
      on.hidden = known?.every((row) => row.enabled) ?? false;
      off.hidden = known?.every((row) => !row.enabled) ?? false;
      setStop(stop);
    },
  };
}
