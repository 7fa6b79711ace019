/**
 * Makes the Canarytoken. An attempt has one operation id: as long as its outcome is not known to the page, trying again is the
 * same attempt, which Rust carries out once. With an answer, whatever it is, the next try is a new one.
 * @module
 */

import { asUiError } from "../../ipc.js";
import { forgetSecrets, formInput } from "./draft.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").UiError} UiError */
/** @typedef {import("../../types.js").Created} Created */

/** After this many milliseconds it is said that some kinds take long. */
const slowAfter = 8000;

/** @param {Wizard} wizard */
export function makeAttempt({ app, draft }) {
  /** The attempt whose outcome is open. @type {{ operation: string, input: string } | null} */
  let open = null;
  let running = "";
  let onstopping = () => {};
  return {
    stop() {
      if (!running) return;
      onstopping();
      void app.call("cancel_operation", { operation: running }).catch(() => {});
    },
    /**
     * @param {{ onslow: () => void, onstopping: () => void }} hear
     * @returns {Promise<{ made: Created } | { error: UiError }>}
     */
    async run(hear) {
      const input = formInput(draft);
      const key = JSON.stringify(input);
      if (open?.input !== key) open = { operation: app.operation(), input: key };
      running = open.operation;
      onstopping = hear.onstopping;
      const slow = setTimeout(hear.onslow, slowAfter);
      try {
        const made = await app.call("create_token", { operation: running, input });
        open = null;
        forgetSecrets(draft);
        return { made };
      } catch (thrown) {
        const error = asUiError(thrown);
        // An answer of Rust has a reference. Without one the message itself was lost, and Rust may still be at work.
        if (error.reference) open = null;
        return { error };
      } finally {
        clearTimeout(slow);
        running = "";
      }
    },
  };
}
