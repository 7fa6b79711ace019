/**
 * The way to Rust. The only file that touches `window.__TAURI__`; a fake takes its place in a plain browser (tests).
 * @module
 */

/** @typedef {import("./commands").Commands} Commands */
/** @typedef {import("./types.js").UiError} UiError */
/**
 * @template T
 * @typedef {import("./commands").Channel<T>} Channel
 */
/**
 * What `call` and `channel` need from the other side.
 * @typedef {object} Transport
 * @property {(command: string, args: Record<string, unknown>) => Promise<unknown>} invoke
 * @property {() => Channel<any>} makeChannel
 */

/** @type {Transport | null} */
let transport = null;

/** @returns {Transport} */
function current() {
  if (transport) return transport;
  const tauri = /** @type {any} */ (window).__TAURI__;
  if (!tauri) throw new Error("Nestbox's page runs in its own window only");
  transport = {
    invoke: (command, args) => tauri.core.invoke(command, args),
    makeChannel: () => new tauri.core.Channel(),
  };
  return transport;
}

/**
 * Puts a fake in the place of Rust. For tests, before main.js runs.
 * @param {Transport} fake
 */
export function useFake(fake) {
  transport = fake;
}

/**
 * Asks Rust for something. Rejects with a UiError, whatever went wrong.
 *
 * @template {keyof Commands} K
 * @param {K} command
 * @param {Parameters<Commands[K]>} args the command's arguments: one object, or none
 * @returns {Promise<ReturnType<Commands[K]>>}
 */
export async function call(command, ...args) {
  try {
    return /** @type {ReturnType<Commands[K]>} */ (
      await current().invoke(command, /** @type {Record<string, unknown>} */ (args[0] ?? {}))
    );
  } catch (error) {
    throw asUiError(error);
  }
}

/**
 * A channel on which Rust reports while a command runs.
 *
 * @template T
 * @param {(message: T) => void} hear
 * @returns {Channel<T>}
 */
export function channel(hear) {
  const made = current().makeChannel();
  made.onmessage = hear;
  return made;
}

/** A fresh operation id. Rust carries one id out once, however often its message arrives. */
export function operation() {
  return crypto.randomUUID();
}

/**
 * Whatever was thrown, as a UiError. An unexpected thing keeps no detail: it might hold something secret.
 *
 * @param {unknown} error
 * @returns {UiError}
 */
export function asUiError(error) {
  const one = /** @type {Partial<UiError> | null} */ (typeof error === "object" ? error : null);
  if (one && typeof one.code === "string" && typeof one.message === "string") {
    return {
      code: one.code,
      message: one.message,
      field: one.field ?? null,
      retryable: one.retryable ?? false,
      reference: one.reference ?? "",
      detail: one.detail ?? null,
    };
  }
  return {
    code: "internal",
    message: "Something in Nestbox went wrong.",
    field: null,
    retryable: false,
    reference: "",
    detail: null,
  };
}
