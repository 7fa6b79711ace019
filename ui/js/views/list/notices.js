/**
 * What Rust noticed at start and the person should know: no keychain, settings set aside. Each until it is closed.
 * @module
 */

import { banner } from "../../elements/banner.js";

/** @typedef {import("../../main.js").App} App */

/** Closed by the person; Rust may go on telling of them. @type {Set<string>} */
const closed = new Set();

/**
 * @param {App} app
 * @returns {HTMLElement[]}
 */
export function noticeBanners(app) {
  const { notices } = app.state.get();
  const open = notices.filter((one) => !closed.has(`${one.code} ${one.message}`));
  return open.map((notice) =>
    banner({
      tone: notice.code === "leftoversSwept" || notice.code === "sessionOnly" ? "plain" : "attention",
      title: notice.message,
      onclose: () => closed.add(`${notice.code} ${notice.message}`),
    }),
  );
}
