/**
 * The API key: typed, or read from a configuration file by Rust. The page never sees a key from a file.
 * @module
 */

import { h } from "../../dom.js";
import { field } from "../../elements/field.js";
import { icon } from "../../elements/icon.js";
import { secretInput } from "../../elements/secret-input.js";
import { text } from "../../text.js";

/** @typedef {import("../../types.js").ImportedConfig} ImportedConfig */
/** @typedef {import("../../types.js").KeySource} KeySource */

/** @param {{ autofocus?: boolean }} [options] */
export function keyField({ autofocus = false } = {}) {
  const t = text.connect;
  const [before, name, after] = t.keyHint;
  const secret = secretInput({ label: t.key, large: true, props: { "data-autofocus": autofocus } });
  const typed = field({ label: t.key, control: secret.control, around: secret.element, hint: t.keyHint.join("") });
  typed.element.querySelector(".hint")?.replaceChildren(before, h("b", null, name), after);
  /** @type {ImportedConfig | null} */
  let imported = null;
  const fileName = h("span", { class: "grow wrap-anywhere" });
  const instead = h("button", { type: "button", class: "link-button" }, t.keyTypeInstead);
  const fromFile = h(
    "div",
    { class: "field", hidden: true, role: "group", "aria-label": t.key },
    h("div", { class: "label-row" }, h("span", { class: "label" }, t.key), instead),
    h("p", { class: "input large key-from-file" }, icon("ui-key"), fileName),
    h("p", { class: "hint" }, t.keyFromFileHint),
  );
  const show = () => {
    typed.element.hidden = imported !== null;
    fromFile.hidden = imported === null;
    fileName.textContent = imported ? t.keyFromFile(imported.fileName) : "";
  };
  instead.addEventListener("click", () => {
    imported = null;
    show();
    secret.control.focus();
  });
  return {
    element: h("div", { class: "key-box" }, typed.element, fromFile),
    field: typed,
    /** @param {ImportedConfig} config */
    useFile(config) {
      imported = config;
      typed.setProblem(null);
      show();
    },
    /** The key was refused: the one of the file cannot be looked at, so it is asked for. @param {string} message */
    setProblem(message) {
      if (imported) {
        imported = null;
        show();
      }
      typed.setProblem(message);
    },
    /** @returns {KeySource | null} null: there is none yet */
    source() {
      if (imported) return { type: "imported", handle: imported.handle };
      const key = secret.control.value.trim();
      return key ? { type: "typed", key } : null;
    },
    touched: () => imported !== null || secret.control.value !== "",
    /** It leaves the page. */
    forget() {
      secret.control.value = "";
      secret.hide();
    },
  };
}
