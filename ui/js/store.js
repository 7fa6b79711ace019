/**
 * A value that tells when it changes.
 * @module
 */

/**
 * @template T
 * @typedef {object} Store
 * @property {() => T} get
 * @property {(patch: Partial<T>) => void} set puts the patch over the value; tells only if something differs
 * @property {(hear: (value: T) => void, signal?: AbortSignal) => () => void} subscribe does not call at once; returns
 *   the way to stop
 */

/**
 * @template {object} T
 * @param {T} initial
 * @returns {Store<T>}
 */
export function store(initial) {
  let value = initial;
  /** @type {Set<(value: T) => void>} */
  const listeners = new Set();
  return {
    get: () => value,
    set(patch) {
      const changed = Object.entries(patch).some(([key, one]) => /** @type {any} */ (value)[key] !== one);
      if (!changed) return;
      value = { ...value, ...patch };
      for (const hear of [...listeners]) if (listeners.has(hear)) hear(value);
    },
    subscribe(hear, signal) {
      const stop = () => listeners.delete(hear);
      if (signal?.aborted) return stop;
      listeners.add(hear);
      signal?.addEventListener("abort", stop, { once: true });
      return stop;
    },
  };
}
