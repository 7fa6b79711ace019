/**
 * The first card of the panel: on or off, alerts, its file, where it leads on to.
 * @module
 */

import { h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { progress } from "../../elements/progress.js";
import { switchLine } from "../../elements/switch.js";
import { formatBytes } from "../../format.js";
import { noteLine } from "../create/note-line.js";
import { preparation } from "../prepare.js";
import { tellSaved } from "../saved.js";

/** @typedef {import("../../types.js").Progress} Progress */
/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */
/**
 * What a section of the panel may use.
 * @typedef {object} Use
 * @property {App} app
 * @property {TokenDetail} token
 * @property {import("../../types.js").Abilities} may
 * @property {() => void} onchanged the list may look different now
 * @property {import("./redirect.js").RedirectLine} redirect
 * @property {(error: unknown, retry?: (() => void) | null) => void} ontrouble shows it on top of the panel; null takes it away
 */

/** @param {Use} use */
export function stateGroup(use) {
  return h(
    "div",
    { class: "group" },
    onOff(use),
    alerts(use),
    file(use),
    note(use),
    use.redirect.line(use),
    scanner(use),
  );
}

/** @param {Use} use */
function onOff({ app, token, may, onchanged, ontrouble }) {
  const t = app.text.panel;
  const { id, enabled } = token.row;
  const hint = !token.canAlert ? t.cannotAlert : enabled ? token.triggers : t.offHint;
  if (!may.change) {
    return h(
      "div",
      { class: "line" },
      h(
        "p",
        { class: "grow" },
        h("span", { class: `state ${enabled ? "on" : "off"}` }, enabled ? t.on : t.off),
        h("span", { class: "hint" }, hint),
      ),
    );
  }
  const turn = async (/** @type {boolean} */ on) => {
    ontrouble(null);
    line.setLabel(on ? t.on : t.off);
    const args = {
      operation: app.operation(),
      selection: { type: /** @type {const} */ ("ids"), ids: [id] },
      onProgress: app.channel(() => {}),
    };
    try {
      const result = await app.call(on ? "enable_tokens" : "disable_tokens", args);
      if (result.failed[0]) throw result.failed[0].error;
      app.toast(on ? t.turnedOn : t.turnedOff, {
        undo: () => {
          line.control.checked = !on;
          turn(!on);
        },
      });
      onchanged();
    } catch (error) {
      line.control.checked = !on;
      line.setLabel(on ? t.off : t.on);
      ontrouble(error);
    }
  };
  const line = switchLine({ label: enabled ? t.on : t.off, hint, checked: enabled, onchange: (on) => void turn(on) });
  return line.element;
}

/** @param {Use} use */
function alerts({ app, token }) {
  const t = app.text.panel;
  const { alerts: count } = token.row;
  if (!token.canAlert && count === 0) return null;
  const open = async () => {
    try {
      await app.call("open_link", { link: { type: "console", page: "incidents" } });
    } catch (error) {
      app.showError(error);
    }
  };
  return h(
    "div",
    { class: "line" },
    h(
      "p",
      { class: "grow" },
      t.alerts(count, token.row.unacked),
      h("span", { class: "hint" }, count ? t.someAlertsHint : t.noAlertsHint),
    ),
    count && !app.state.get().session?.practice
      ? h(
          "button",
          { type: "button", class: "button small outside", onclick: open },
          h("span", { class: "label" }, t.seeOnConsole),
          icon("ui-open-outside"),
        )
      : null,
  );
}

/** @param {Use} use */
function file({ app, token, may }) {
  const t = app.text.panel;
  const { artifact, row } = token;
  if (!artifact || !may.download) return null;
  const what = h("span", { class: "hint" }, artifact.label);
  const place = h("div", { class: "file-progress" });
  const save = button({ label: t.save, icon: "ui-save", size: "small", onclick: () => void busy(save, run) });
  const run = async () => {
    place.replaceChildren();
    const bar = progress({ label: t.saving });
    const timer = setTimeout(() => place.replaceChildren(bar.element), 700);
    try {
      const saved = await app.call("save_artifact", {
        operation: app.operation(),
        id: row.id,
        fileName: null,
        onProgress: app.channel((/** @type {Progress} */ now) => bar.update(now)),
      });
      if (!saved) return;
      what.textContent = `${artifact.label}, ${formatBytes(saved.bytes)}`;
      tellSaved(app, saved, preparation(app, saved));
    } catch (error) {
      app.showError(error, { where: place, retry: () => save.click() });
    } finally {
      clearTimeout(timer);
      bar.element.remove();
    }
  };
  return h(
    "div",
    { class: "line" },
    h("p", { class: "grow wrap-anywhere" }, artifact.suggestedName, what),
    save,
    place,
  );
}

/** @param {Use} use */
function note({ app, token, may }) {
  return token.artifact && may.download ? noteLine(app, { id: token.row.id, fileName: () => null }) : null;
}

/** @param {Use} use */
function scanner({ app, token }) {
  if (token.browserScanner === null) return null;
  const t = app.text.panel;
  return h(
    "div",
    { class: "line" },
    h(
      "p",
      { class: "grow" },
      t.scanner,
      h("span", { class: "hint" }, token.browserScanner ? t.scannerOn : t.scannerOff),
    ),
  );
}
