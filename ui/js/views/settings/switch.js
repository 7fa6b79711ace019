/**
 * Going to another Console of the list.
 * @module
 */

import { asUiError } from "../../ipc.js";

/** @typedef {import("../../main.js").App} App */

/**
 * Switches and shows its list. A Console whose API key is not at hand is asked for it on the Connect screen.
 *
 * @param {App} app
 * @param {{ id: string, label: string, address: string }} console
 * @param {(error: unknown) => void} onfail any other error
 * @param {import("../../main.js").ViewName} [from] where Back on the Connect screen leads
 */
export async function switchConsole(app, { id, label, address }, onfail, from = "settings") {
  try {
    await app.call("switch_console", { operation: app.operation(), id });
  } catch (thrown) {
    const { code } = asUiError(thrown);
    if (app.signal.aborted) return;
    if (code === "keyMissing" || code === "keyRefused") app.go("connect", { add: true, label, address, from });
    else onfail(thrown);
    return;
  }
  await enter(app);
}

/**
 * A practice Console, the one that runs or a new one.
 * @param {App} app
 * @param {(error: unknown) => void} onfail
 */
export async function startPractice(app, onfail) {
  try {
    await app.call("start_practice", { operation: app.operation() });
  } catch (error) {
    if (!app.signal.aborted) onfail(error);
    return;
  }
  await enter(app);
}

/** A session stands: its list is shown. @param {App} app */
export async function enter(app) {
  await app.reload().catch((error) => app.showError(error));
  if (!app.signal.aborted) app.go("list");
}

/** "abc123.canary.tools" of an address, or the address as it is. @param {string} address */
export const hostOf = (address) => address.replace(/^https?:\/\//i, "").replace(/\/.*$/, "");
