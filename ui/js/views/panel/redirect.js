/**
 * The page that a Canarytoken leads its visitors on to: shown in the panel, and edited in its place.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { copyText } from "../../elements/copy-row.js";
import { field, input } from "../../elements/field.js";
import { errorLine, isQuiet } from "../../errors.js";
import { asUiError } from "../../ipc.js";
import { text } from "../../text.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */
/** @typedef {import("./state.js").Use} Use */
/** @typedef {ReturnType<typeof makeRedirect>} RedirectLine */

/**
 * What is wrong with an address, in a sentence; Rust checks it again.
 * @param {string} typed
 * @returns {string | null}
 */
export function addressProblem(typed) {
  const t = text.panel;
  const trimmed = typed.trim();
  if (!trimmed) return t.addressEmpty;
  // Browsers pass over what cannot be seen in "javascript:".
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/^(javascript|vbscript|data):/i.test(trimmed.replace(/[\s\u0000-\u001f\u007f]/g, ""))) return t.addressScript;
  if (/\s/.test(trimmed)) return t.addressSpace;
  if (/^https?:\/\/[^/?#]/i.test(trimmed)) return URL.canParse(trimmed) ? null : t.addressWrong;
  const looksLikeHost = /^[^/:@?#]+\.[a-z]{2,}([/:?#]|$)/i.test(trimmed);
  return looksLikeHost ? t.addressStart(`https://${trimmed}`) : t.addressWrong;
}

/**
 * @param {App} app
 * @param {{ onsaved: (token: TokenDetail) => void }} options
 */
export function makeRedirect(app, { onsaved }) {
  const t = app.text.panel;
  const element = h("div", { class: "line redirect" });
  /** What was being written when another one was shown. @type {Map<string, string>} */
  const drafts = new Map();
  /** @type {Use | null} */
  let use = null;
  let open = false;

  const close = () => {
    open = false;
    if (use) show(use);
  };
  const cancel = () => {
    if (!open) return false;
    if (use) drafts.delete(use.token.row.id);
    close();
    /** @type {HTMLElement | null} */ (element.querySelector("[data-edit]"))?.focus();
    return true;
  };

  /** @param {Use} now */
  const show = (now) => {
    const { redirectUrl: address } = now.token;
    const copy = button({
      label: t.copyAddress,
      icon: "ui-copy",
      kind: "plain",
      onlyIcon: true,
      title: app.text.general.copy,
      onclick: () => copyText(address ?? "", copy),
    });
    const change = address
      ? button({ label: t.editAddress, icon: "ui-edit", kind: "plain", onlyIcon: true, props: { "data-edit": "" } })
      : button({ label: t.addAddress, size: "small", props: { "data-edit": "" } });
    change.addEventListener("click", () => edit(now));
    fill(
      element,
      h(
        "p",
        { class: "grow wrap-anywhere" },
        address ? t.leadsTo : t.leadsNowhere,
        h("span", { class: "hint" }, address ?? t.leadsNowhereHint),
      ),
      address ? copy : null,
      now.may.change ? change : null,
    );
  };

  /** @param {Use} now */
  const edit = ({ token }) => {
    open = true;
    const { id } = token.row;
    const control = input({ value: drafts.get(id) ?? token.redirectUrl ?? "", inputmode: "url", spellcheck: "false" });
    const line = field({ label: t.address, control, hint: t.addressHint });
    /** To what needs another look, and what is wrong with it. */
    const point = () => {
      line.element.scrollIntoView({ block: "nearest" });
      control.focus({ preventScroll: true });
    };
    /** @param {HTMLButtonElement} by @param {string | null} next @param {string} said */
    const send = (by, next, said) =>
      busy(by, async () => {
        try {
          const saved = await app.call("set_redirect", { operation: app.operation(), id, redirectUrl: next });
          drafts.delete(id);
          app.toast(said);
          if (use?.token.row.id !== id) return;
          open = false;
          onsaved(saved);
          if (use) show(use);
          /** @type {HTMLElement | null} */ (element.querySelector("[data-edit]"))?.focus();
        } catch (thrown) {
          if (isQuiet(thrown) || use?.token.row.id !== id) return;
          const error = asUiError(thrown);
          const told = error.field === "redirectUrl" ? error.message : errorLine(error);
          const words = error.detail ? ` ${app.text.general.consoleSays}: ${error.detail}` : "";
          line.setProblem(`${told}${words} ${t.addressKept}`);
          point();
        }
      });
    const save = button({ label: t.addressSave, kind: "primary" });
    const submit = () => {
      const problem = addressProblem(control.value);
      line.setProblem(problem);
      if (problem) return point();
      if (control.value.trim() === token.redirectUrl) return void cancel();
      void send(save, control.value.trim(), t.addressSaved);
    };
    save.addEventListener("click", submit);
    const remove = button({ label: t.addressRemove, kind: "plain", class: "danger-quiet" });
    remove.addEventListener("click", () => void send(remove, null, t.addressRemoved));
    control.addEventListener("input", () => {
      drafts.set(id, control.value);
      line.setProblem(null);
    });
    control.addEventListener("keydown", (event) => {
      const { key } = /** @type {KeyboardEvent} */ (event);
      if (key !== "Enter" && key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "Enter") submit();
      else cancel();
    });
    const removable = token.redirect === "optional" && token.redirectUrl !== null;
    fill(
      element,
      h(
        "div",
        { class: "redirect-form" },
        line.element,
        h(
          "div",
          { class: "row" },
          removable ? remove : null,
          h("span", { class: "push" }),
          button({ label: app.text.general.cancel, onclick: cancel }),
          save,
        ),
      ),
    );
    control.focus();
    control.select();
  };

  return {
    editing: () => open,
    cancel,
    /** The line for a Canarytoken; nothing where it can lead nowhere. @param {Use} now */
    line(now) {
      const same = use?.token.row.id === now.token.row.id;
      use = now;
      if (!same) open = false;
      const { redirect, redirectUrl } = now.token;
      if (redirectUrl === null && (redirect === "none" || !now.may.change)) return null;
      if (!open) show(now);
      return element;
    },
  };
}
