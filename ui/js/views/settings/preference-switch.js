/**
 * A line with a switch for something that a person prefers or not.
 * @module
 */

import { switchLine } from "../../elements/switch.js";
import { preferenceSetter } from "../../preferences.js";

/**
 * Where the preference could not be kept, the switch goes back.
 * @param {import("../../main.js").App} app
 * @param {"watch" | "newer"} name the preference
 * @param {{ label: string, hint: string }} words
 * @returns {HTMLElement}
 */
export function preferenceSwitch(app, name, words) {
  const now = () => app.state.get().preferences[name];
  const put = preferenceSetter(app, () => {
    line.control.checked = now();
  });
  const line = switchLine({ ...words, checked: now(), onchange: (on) => void put({ [name]: on }) });
  return line.element;
}
