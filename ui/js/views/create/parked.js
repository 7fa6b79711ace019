/**
 * A draft that waits while the person looks in the list. In memory only, and without what is secret.
 * @module
 */

import { forgetSecrets } from "./draft.js";

/** @typedef {import("./draft.js").Draft} Draft */

/** @type {{ consoleId: string, draft: Draft } | null} */
let parked = null;

/** @param {string} consoleId @param {Draft} draft */
export function park(consoleId, draft) {
  forgetSecrets(draft);
  parked = { consoleId, draft };
}

/** Gives it back, once. Another Console's is forgotten. @param {string} consoleId @returns {Draft | null} */
export function unpark(consoleId) {
  const found = parked?.consoleId === consoleId ? parked.draft : null;
  parked = null;
  return found;
}
