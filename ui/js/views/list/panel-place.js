/**
 * The place of the panel beside the list: the panel is made in it when it is first wanted.
 * @module
 */

import { h } from "../../dom.js";
import { later } from "../../later.js";

/** @typedef {ReturnType<typeof import("../panel.js").makePanel>} Panel */

/**
 * @param {import("../../main.js").App} app
 * @param {Parameters<typeof import("../panel.js").makePanel>[1] & { onmade: (element: HTMLElement) => void }} options `onmade`: it is in its place
 */
export function makePanelPlace(app, { onmade, ...options }) {
  const place = h("div", { hidden: true });
  /** @type {Panel | null} */
  let panel = null;
  /** The last thing that was asked of it: what came before is over by then. */
  let asked = 0;

  /** @param {(panel: Panel) => void} act */
  const use = async (act) => {
    asked += 1;
    const mine = asked;
    if (panel === null) {
      const { makePanel } = await later.panel();
      if (app.signal.aborted || mine !== asked) return;
      panel = makePanel(app, options);
      place.replaceWith(panel.element);
      onmade(panel.element);
    }
    act(panel);
  };

  return {
    place,
    /** Does it lie over the list? */
    get covers() {
      return panel !== null && getComputedStyle(panel.element).position === "absolute";
    },
    /** @param {Parameters<Panel["show"]>} what */
    show: (...what) => void use((panel) => panel.show(...what)),
    /** @param {Parameters<Panel["showId"]>} what */
    showId: (...what) => void use((panel) => panel.showId(...what)),
    hide() {
      asked += 1;
      panel?.hide();
    },
    recheck: () => panel?.recheck(),
    cancelEdit: () => panel?.cancelEdit() ?? false,
    leave: () => panel?.leave(),
  };
}
