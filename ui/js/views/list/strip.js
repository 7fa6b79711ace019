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
  const count = h("b", { class: "number" });
  const on = button({
    label: t.turnOn,
    icon: "ui-power",
    onclick: () => onswitch(true),
    props: { "aria-label": t.turnOn },
  });
  const off = button({
    label: t.turnOff,
    icon: "ui-power",
    onclick: () => onswitch(false),
    props: { "aria-label": t.turnOff },
  });
  const move = button({ label: t.move, icon: "ui-flock", onclick: onmove, props: { "aria-label": t.move } });
  const { saveFiles, export: exportThem } = text.many;
  const save = button({
    label: saveFiles,
    icon: "ui-save",
    title: saveFiles,
    onclick: onsave,
    props: { "aria-label": saveFiles },
  });
  save.hidden = onsave === null;
  const out = button({
    label: exportThem,
    icon: "ui-sheet",
    title: exportThem,
    onclick: onexport,
    props: { "aria-label": exportThem },
  });
  const remove = button({ label: t.delete, icon: "ui-delete", onclick: ondelete, props: { "aria-label": t.delete } });
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
