/**
 * Language, colours, text size, and the folder for files.
 * @module
 */

import { h, uniqueId } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { select, selectBox } from "../../elements/field.js";
import { segments } from "../../elements/segments.js";
import { speak } from "../../language.js";
import { preferenceSetter } from "../../preferences.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Preferences} Preferences */

const sizes = /** @type {const} */ ([100, 112, 125, 150, 200]);

/** @param {App} app @returns {HTMLElement} */
export function appearancePart(app) {
  const t = app.text.settings;
  const { theme, textSize, language } = app.state.get().preferences;
  const themeId = uniqueId("theme");
  const sizeId = uniqueId("size");
  const put = preferenceSetter(app, () => {
    const now = app.state.get().preferences;
    themes.set(now.theme);
    languages.value = now.language;
    texts.set(now.textSize);
  });
  const themes = segments({
    labelledBy: themeId,
    value: theme,
    choices: [
      { value: "system", label: t.themes.system, icon: "ui-monitor" },
      { value: "light", label: t.themes.light, icon: "ui-sun" },
      { value: "dark", label: t.themes.dark, icon: "ui-moon" },
    ],
    onchange: (value) => void put({ theme: /** @type {Preferences["theme"]} */ (value) }),
  });
  const texts = segments({
    labelledBy: sizeId,
    value: textSize,
    choices: sizes.map((value) => ({ value, label: t.percent(value) })),
    onchange: (value) => void put({ textSize: /** @type {Preferences["textSize"]} */ (value) }),
  });
  const languageId = uniqueId("language");
  const languages = select(
    Object.entries(t.languages).map(([value, label]) => ({ value, label })),
    { value: language, "aria-labelledby": languageId, onchange: () => void choose() },
  );
  const choose = async () => {
    await put({ language: /** @type {Preferences["language"]} */ (languages.value) });
    speak((await app.reload()).language);
  };
  return h(
    "div",
    { class: "group" },
    h("div", { class: "line" }, h("p", { class: "grow", id: languageId }, t.language), selectBox(languages)),
    h("div", { class: "line" }, h("p", { class: "grow", id: themeId }, t.colours), themes.element),
    h(
      "div",
      { class: "line" },
      h("p", { class: "grow" }, h("span", { id: sizeId }, t.textSize), h("span", { class: "hint" }, t.textSizeHint)),
      texts.element,
    ),
  );
}

/** @param {App} app @returns {HTMLElement} */
export function filesPart(app) {
  const t = app.text.settings;
  const where = h("span", { class: "hint" });
  const show = () => {
    where.textContent = app.state.get().preferences.folder ?? t.folderUnset;
  };
  show();
  app.state.subscribe(show, app.signal);
  const choose = button({
    label: t.choose,
    icon: "ui-folder",
    props: { "aria-label": t.chooseFolder },
    onclick: () =>
      void busy(choose, async () => {
        try {
          const folder = await app.call("choose_folder");
          if (folder === null) return;
          app.state.set({ preferences: { ...app.state.get().preferences, folder } });
          app.toast(t.folderChosen(folder));
        } catch (error) {
          app.showError(error);
        }
      }),
  });
  return h(
    "div",
    { class: "group" },
    h(
      "div",
      { class: "line" },
      h("p", { class: "grow wrap-anywhere" }, t.folder, where),
      h("div", { class: "buttons" }, choose),
    ),
  );
}
