/**
 * Words on flocks: their figures, and moving Canarytokens between them.
 * @module
 */

import { formatNumber, plural } from "../../format.js";

const some = (/** @type {number} */ count) => plural(count, "Canarytoken", "Canarytokens");

export const flocks = {
  /** @param {number} total @param {number} on @param {number} off */
  figures: (total, on, off) =>
    total === 0
      ? "No Canarytokens yet"
      : `${some(total)}, ${on === total ? "all on" : off === total ? "all off" : `${formatNumber(on)} on, ${formatNumber(off)} off`}`,
  /** @param {number} on @param {number} off */
  onOff: (on, off) => `${formatNumber(on)} on, ${formatNumber(off)} off`,
  /** @param {number} total @param {number} on @param {number} off */
  onConsole: (total, on, off) =>
    `On the Console ${formatNumber(total)}: ${formatNumber(on)} on, ${formatNumber(off)} off`,

  moveOne: "Move to another flock…",
  moveTitle: (/** @type {number} */ count) => (count === 1 ? "Move to another flock" : `Move ${some(count)}`),
  moveText:
    "A flock is a group on your Console, with its own people and its own alerts. What is in place goes on working.",
  moveTo: "To which flock?",
  hereNow: (/** @type {number} */ count) => (count === 1 ? "It is here now" : "They are here now"),
  missing: "Choose a flock.",
  oneFlock: "Your Console has no other flock. New ones are made on the Console itself.",
  alertsLegend: (/** @type {number} */ count, /** @type {number} */ alerts) =>
    count === 1
      ? `It has ${plural(alerts, "alert", "alerts")}. What about ${alerts === 1 ? "that" : "those"}?`
      : `They have ${plural(alerts, "alert", "alerts")} in all. What about ${alerts === 1 ? "that" : "those"}?`,
  keep: "Keep the alerts",
  keepHint: "They stay on the Console as a record",
  clear: "Clear the alerts",
  clearHint: "The Console takes them away; this can’t be undone",
  moveDo: (/** @type {number} */ count) => (count === 1 ? "Move" : `Move ${some(count)}`),
  moving: "Moving",
  moved: (/** @type {number} */ count, /** @type {string} */ flock) => `Moved ${some(count)} to ${flock}`,
  nothingMoved: (/** @type {string} */ flock) => `They were all in ${flock} already`,
};
