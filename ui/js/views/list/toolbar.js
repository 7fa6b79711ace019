/**
 * The bar above the list: which Console, search, refresh, settings, new.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { helpButton } from "../../elements/help-button.js";
import { icon, logo } from "../../elements/icon.js";
import { menu } from "../../elements/menu.js";
import { withControlKey, withControlShiftKey } from "../../keys.js";

/** @typedef {import("../../main.js").App} App */

/**
 * @param {App} app
 * @param {object} options
 * @param {string} options.search what stands in the field at first
 * @param {boolean} options.canSearch
 * @param {(text: string) => void} options.onsearch at every keystroke
 * @param {() => void} options.ondown from the field into the list
 * @param {() => void} options.onrefresh
 */
export function makeToolbar(app, { search, canSearch, onsearch, ondown, onrefresh }) {
  const t = app.text.list;
  const key = (/** @type {string} */ one) => withControlKey(one, app.isMac());
  const field = h("input", {
    class: "input",
    type: "search",
    placeholder: t.searchPlaceholder,
    value: search,
    autocomplete: "off",
    spellcheck: "false",
    maxlength: 200,
    oninput: () => onsearch(field.value),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && field.value) {
        event.preventDefault();
        field.value = "";
        onsearch("");
      } else if (event.key === "ArrowDown" || event.key === "Enter") {
        event.preventDefault();
        ondown();
      }
    },
  });
  const clear = button({
    label: t.clearSearch,
    icon: "ui-close",
    kind: "plain",
    size: "small",
    onlyIcon: true,
    class: "trailing",
    onclick: () => {
      field.value = "";
      field.focus();
      onsearch("");
    },
  });
  const refresh = button({
    label: t.refresh,
    icon: "ui-refresh",
    kind: "plain",
    onlyIcon: true,
    onclick: onrefresh,
    class: "refresh",
  });
  const element = h(
    "header",
    { class: "toolbar" },
    consoleSwitcher(app),
    canSearch
      ? h(
          "search",
          null,
          h(
            "label",
            { class: "input-with" },
            icon("ui-search"),
            h("span", { class: "visually-hidden" }, t.search),
            field,
            clear,
          ),
        )
      : h("span", { class: "spacer" }),
    canSearch ? refresh : null,
    button({
      label: t.settings,
      icon: "ui-settings",
      kind: "plain",
      onlyIcon: true,
      title: t.withKey(t.settings, key(",")),
      onclick: () => app.go("settings"),
    }),
    helpButton(app),
    app.state.get().session?.abilities.create ? newButtons(app) : null,
  );
  return {
    element,
    /** @param {string} text */
    setSearch(text) {
      if (field.value !== text) field.value = text;
    },
    focusSearch() {
      field.focus();
      field.select();
    },
    searchHasFocus: () => document.activeElement === field,
    /** @param {{ busy: boolean, when: string }} now */
    setRefresh({ busy, when }) {
      refresh.classList.toggle("turning", busy);
      refresh.setAttribute("aria-busy", String(busy));
      refresh.title = t.refreshTitle(when, key("R"));
    },
  };
}

/** One, or many at once. @param {App} app */
function newButtons(app) {
  const t = app.text.list;
  const one = button({
    label: t.newOne,
    icon: "ui-plus",
    kind: "primary",
    class: "new",
    title: t.withKey(t.newOne, withControlKey("N", app.isMac())),
    props: { "aria-label": t.newOne },
    onclick: () => app.go("create"),
  });
  const more = button({ label: app.text.many.more, icon: "ui-chevron-down", kind: "primary", onlyIcon: true });
  const list = menu(more, app.text.many.more, () => [
    {
      label: app.text.many.open,
      icon: "ui-sheet",
      keys: withControlShiftKey("N", app.isMac()),
      run: () => app.go("many"),
    },
  ]);
  return h("div", { class: "split" }, one, more, list);
}

/** @param {App} app */
function consoleSwitcher(app) {
  const t = app.text.list;
  const session = app.state.get().session;
  const opener = h(
    "button",
    { type: "button", class: "button plain console", "aria-label": t.switchConsole(session?.label ?? "") },
    logo(),
    h("span", { class: "name" }, session?.label ?? ""),
    session?.practice && !/practice/i.test(session.label) ? h("span", { class: "tag accent" }, t.practice) : null,
    icon("ui-chevron-down"),
  );
  const list = menu(opener, t.consoles, () => [
    ...app.state.get().consoles.map((one) => ({
      label: one.label,
      icon: one.practice ? "ui-practice" : null,
      checked: one.current,
      run: () => {
        if (!one.current) switchTo(app, one.id);
      },
    })),
    "rule",
    { label: t.addConsole, icon: "ui-plus", run: () => app.go("connect", { add: true }) },
    {
      label: t.manageConsoles,
      icon: "ui-settings",
      keys: withControlKey(",", app.isMac()),
      run: () => app.go("settings"),
    },
  ]);
  return h("div", { class: "with-menu" }, opener, list);
}

/** @param {App} app @param {string} id */
async function switchTo(app, id) {
  try {
    await app.call("switch_console", { operation: app.operation(), id });
    await app.reload();
    app.go("list");
  } catch (error) {
    app.showError(error);
  }
}
