/**
 * What Rust tells the page. The page listens, and asks for the state, as the first thing it does: the answer comes while the words
 * and the views are fetched.
 * @module
 */

import { call, channel } from "./ipc.js";

/** @typedef {import("./types.js").AppEvent} AppEvent */
/** @typedef {import("./types.js").AppState} AppState */
/**
 * @template {AppEvent["type"]} T
 * @typedef {Extract<AppEvent, { type: T }>} EventOf
 */

/** @type {Map<string, Set<(event: any) => void>>} */
const listeners = new Map();

/**
 * @template {AppEvent["type"]} T
 * @param {T} type
 * @param {(event: EventOf<T>) => void} hear
 * @param {AbortSignal} [signal] ends it
 */
export function on(type, hear, signal) {
  if (signal?.aborted) return;
  const set = listeners.get(type) ?? new Set();
  listeners.set(type, set.add(hear));
  signal?.addEventListener("abort", () => set.delete(hear), { once: true });
}

/** @returns {Promise<AppState>} */
async function listen() {
  return call("subscribe", {
    onEvent: channel((event) => listeners.get(event.type)?.forEach((hear) => void hear(event))),
  });
}

/** The state at the start; rejects with a UiError. */
export const begun = listen();
// Whoever wants it says so, once there are words for it.
begun.catch(() => {});
