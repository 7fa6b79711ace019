/**
 * The banner of a run that did not come to its end: go on, or forget it.
 * @module
 */

import { banner } from "../../elements/banner.js";
import { busy, button } from "../../elements/button.js";
import { confirmDialog } from "../../elements/dialog.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Unfinished} Unfinished */

/** What there is, or null; a failure is no reason to stand in anybody's way. @param {App} app @returns {Promise<Unfinished | null>} */
export const findUnfinished = (app) => app.call("get_unfinished").catch(() => null);

/**
 * @param {App} app
 * @param {Unfinished} found
 * @param {{ onresume: () => void, ongone: () => void, onclose?: () => void }} options `ongone`: it was forgotten
 */
export function unfinishedBanner(app, found, { onresume, ongone, onclose }) {
  const t = app.text.many;
  const left = found.total - found.done;
  const change = async () => {
    try {
      await app.call("switch_console", { operation: app.operation(), id: found.consoleId });
      await app.reload();
      app.go("many", { resume: true });
    } catch (error) {
      app.showError(error);
    }
  };
  const forget = async () => {
    const yes = await confirmDialog({
      title: t.forgetTitle,
      text: t.forgetText(left),
      confirm: t.forgetDo,
      danger: true,
    });
    if (!yes) return;
    try {
      await app.call("discard_unfinished", { operation: app.operation() });
      ongone();
    } catch (error) {
      app.showError(error);
    }
  };
  const go = button({
    label: found.connected ? t.goOn : t.switchAndGoOn(found.console),
    onclick: () => void busy(go, async () => (found.connected ? onresume() : await change())),
  });
  return banner({
    tone: "tip",
    title: t.unfinished(found.startedAt, found.done, found.total),
    body: t.unfinishedFrom(found.name, found.console),
    actions: [button({ label: t.forget, kind: "plain", onclick: () => void forget() }), go],
    onclose,
  });
}

/**
 * The banner for the list: looked for once, and gone when it was closed or forgotten.
 * @param {App} app
 * @param {() => void} onchange
 */
export function makeUnfinished(app, onchange) {
  /** @type {HTMLElement | null} */
  let element = null;
  const set = (/** @type {HTMLElement | null} */ next) => {
    element = next;
    onchange();
  };
  return {
    banner: () => element,
    async look() {
      const found = await findUnfinished(app);
      if (!found || app.signal.aborted) return;
      const onresume = () => app.go("many", { resume: true });
      set(unfinishedBanner(app, found, { onresume, ongone: () => set(null), onclose: () => set(null) }));
    },
  };
}
