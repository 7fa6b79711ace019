/**
 * What Rust tells the page, without having been asked.
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

/**
 * From here on Rust is heard. Once for each start of the page, after those who must not miss anything.
 * @returns {Promise<AppState>} the state as it is now; rejects with a UiError
 */
export async function listen() {
  return call("subscribe", {
    onEvent: channel((event) => listeners.get(event.type)?.forEach((hear) => void hear(event))),
  });
}
