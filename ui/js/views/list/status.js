/**
 * How the list stands: what Rust said last, and what went wrong with the page's own requests since.
 * @module
 */

import { isQuiet } from "../../errors.js";
import { asUiError } from "../../ipc.js";

/** @typedef {import("../../types.js").ListStatus} ListStatus */
/** @typedef {import("../../types.js").UiError} UiError */

/** @param {{ mayList: boolean }} options */
export function makeStatus({ mayList }) {
  /** @type {ListStatus} */
  let status = {
    phase: mayList ? "loading" : "notAllowed",
    loaded: 0,
    expected: null,
    refreshedAt: null,
    revision: -1,
    error: null,
  };
  /** A request failed without a status that says so: shown until a newer status comes. @type {{ error: UiError, revision: number } | null} */
  let fault = null;
  const set = (/** @type {ListStatus} */ next) => {
    if (next.revision < status.revision && next.phase === status.phase) return;
    if (fault && (next.phase === "loading" || next.revision > fault.revision)) fault = null;
    status = fault ? { ...next, phase: "failed", error: fault.error } : next;
  };
  return {
    get: () => status,
    set,
    /** A request failed. @param {unknown} error */
    fail(error) {
      if (isQuiet(error)) return;
      fault = { error: asUiError(error), revision: status.revision };
      set(status);
    },
    /** It is tried again. */
    forgive() {
      fault = null;
    },
  };
}
