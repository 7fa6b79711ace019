/**
 * The Consoles: add, rename, switch, sign out.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { menu } from "../../elements/menu.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { renameConsole } from "./rename.js";
import { hostOf, startPractice, switchConsole } from "./switch.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").ConsoleEntry} ConsoleEntry */

/** @param {App} app @returns {HTMLElement} */
export function consolesPart(app) {
  const trouble = h("div", { class: "trouble" });
  const list = h("ul", { class: "group" });
  const onfail = (/** @type {unknown} */ error) => {
    if (!isQuiet(error)) fill(trouble, errorBanner(error));
  };
  const draw = () => {
    const { consoles } = app.state.get();
    const practice = consoles.some((one) => one.practice) ? null : practiceLine(app, onfail);
    // The focus stays on what was operated when the list is drawn anew.
    const focused = document.activeElement?.getAttribute("data-action");
    fill(
      list,
      consoles.map((one) => consoleLine(app, one, onfail)),
      practice,
    );
    if (focused)
      /** @type {HTMLElement | null} */ (list.querySelector(`[data-action="${CSS.escape(focused)}"]`))?.focus();
  };
  draw();
  app.state.subscribe(draw, app.signal);
  const add = button({
    label: app.text.settings.add,
    icon: "ui-plus",
    onclick: () => app.go("connect", { add: true, from: "settings" }),
  });
  return h("div", { class: "stack" }, trouble, list, h("div", null, add));
}

/** "RH" of "Rowan Hill Schools". @param {string} label */
export function initials(label) {
  const words = label.split(/[\s.\-_]+/).filter(Boolean);
  const first = words.slice(0, 2).map((one) => [...one][0] ?? "");
  return first.join("").toLocaleUpperCase();
}

/** @param {App} app @param {ConsoleEntry} one @param {(error: unknown) => void} onfail */
function consoleLine(app, one, onfail) {
  const t = app.text.settings;
  const hint = one.practice
    ? t.practiceHint
    : one.remembered
      ? t.remembered(hostOf(one.address))
      : t.notRemembered(hostOf(one.address));
  return h(
    "li",
    { class: "line" },
    one.practice
      ? h("span", { class: "tile" }, icon("ui-practice"))
      : h("span", { class: "tile letter", "aria-hidden": "true" }, initials(one.label)),
    h(
      "p",
      { class: "grow wrap-anywhere" },
      h("b", null, one.label),
      one.current ? [" ", h("span", { class: "tag accent" }, t.inUse)] : null,
      h("span", { class: "hint" }, hint),
    ),
    h("div", { class: "buttons" }, one.current ? inUseButtons(app, one, onfail) : otherButtons(app, one, onfail)),
  );
}

/** @param {App} app @param {(error: unknown) => void} onfail */
function practiceLine(app, onfail) {
  const t = app.text.settings;
  const start = button({
    label: t.switchTo,
    props: { "aria-label": t.switchToOf(t.practiceLabel), "data-action": "switch-practice" },
    onclick: () => void busy(start, () => startPractice(app, onfail)),
  });
  return h(
    "li",
    { class: "line" },
    h("span", { class: "tile" }, icon("ui-practice")),
    h("p", { class: "grow" }, h("b", null, t.practiceLabel), h("span", { class: "hint" }, t.practiceHint)),
    h("div", { class: "buttons" }, start),
  );
}

/** @param {App} app @param {ConsoleEntry} one @param {(error: unknown) => void} onfail */
function inUseButtons(app, one, onfail) {
  const t = app.text.settings;
  const rename = button({
    label: t.rename,
    props: { "aria-label": t.renameOf(one.label), "data-action": `rename-${one.id}` },
    onclick: () => void renameConsole(app, one),
  });
  const leave = button({
    label: t.signOut,
    props: { "aria-label": t.signOutOf(one.label), "data-action": `out-${one.id}` },
    onclick: () => void signOut(app, one, onfail),
  });
  return [rename, leave, one.practice ? null : moreMenu(app, one, [newKeyItem(app, one)])];
}

/** @param {App} app @param {ConsoleEntry} one @param {(error: unknown) => void} onfail */
function otherButtons(app, one, onfail) {
  const t = app.text.settings;
  const change = button({
    label: t.switchTo,
    props: { "aria-label": t.switchToOf(one.label), "data-action": `switch-${one.id}` },
    onclick: () => void busy(change, () => switchConsole(app, one, onfail)),
  });
  const items = [
    { label: t.rename, icon: "ui-edit", run: () => void renameConsole(app, one) },
    ...(one.practice ? [] : [newKeyItem(app, one)]),
    { label: t.signOut, icon: "ui-power", run: () => void signOut(app, one, onfail) },
  ];
  return [change, moreMenu(app, one, items)];
}

/** @param {App} app @param {ConsoleEntry} one */
const newKeyItem = (app, { address, label }) => ({
  label: app.text.settings.newKey,
  icon: "ui-key",
  run: () => app.go("connect", { add: true, from: "settings", newKey: true, address, label }),
});

/** @param {App} app @param {ConsoleEntry} one @param {import("../../elements/menu.js").MenuItem[]} items */
function moreMenu(app, one, items) {
  const label = app.text.settings.more(one.label);
  const opener = button({
    label,
    icon: "ui-more",
    onlyIcon: true,
    props: { "data-action": `more-${one.id}` },
  });
  return h(
    "span",
    { class: "with-menu" },
    opener,
    menu(opener, label, () => items),
  );
}

/** @param {App} app @param {ConsoleEntry} one @param {(error: unknown) => void} onfail */
async function signOut(app, { id, label, practice }, onfail) {
  const t = app.text.settings;
  const sure = await confirmDialog({
    title: t.signOutTitle(label),
    text: practice ? t.signOutPractice : t.signOutWhat,
    confirm: t.signOutDo,
    danger: true,
  });
  if (!sure) return;
  try {
    app.state.set(await app.call("sign_out", { operation: app.operation(), id }));
  } catch (error) {
    onfail(error);
    return;
  }
  app.toast(t.signedOut(label));
  if (app.state.get().consoles.length === 0 && !app.signal.aborted) app.go("connect");
}
