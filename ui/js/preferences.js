/**
 * Keeps what a person prefers.
 * @module
 */

/** @typedef {import("./main.js").App} App */
/** @typedef {import("./types.js").Preferences} Preferences */

/**
 * The window follows at once; when it could not be kept, it goes back.
 * @param {App} app
 * @param {() => void} [redraw]
 */
export function preferenceSetter(app, redraw = () => {}) {
  let turn = 0;
  return async (/** @type {Partial<Preferences>} */ patch) => {
    turn += 1;
    const mine = turn;
    const before = app.state.get().preferences;
    const preferences = { ...before, ...patch };
    app.state.set({ preferences });
    try {
      const kept = await app.call("set_preferences", { preferences });
      if (mine === turn) app.state.set({ preferences: kept });
    } catch (error) {
      if (mine === turn) app.state.set({ preferences: before });
      app.showError(error);
    }
    redraw();
  };
}
