/**
 * Words on flocks: their figures, and moving Canarytokens between them, in German.
 * @module
 */

import { formatNumber, plural } from "../../format.js";

const some = (/** @type {number} */ count) => plural(count, "Canarytoken", "Canarytokens");

/** @type {import("../words.js").Words<typeof import("../en/flocks.js").flocks>} */
export const flocks = {
  figures: (total, on, off) =>
    total === 0
      ? "Noch keine Canarytokens"
      : `${some(total)}, ${on === total ? "alle an" : off === total ? "alle aus" : `${formatNumber(on)} an, ${formatNumber(off)} aus`}`,
  onOff: (on, off) => `${formatNumber(on)} an, ${formatNumber(off)} aus`,
  onConsole: (total, on, off) =>
    `Auf der Console ${formatNumber(total)}: ${formatNumber(on)} an, ${formatNumber(off)} aus`,

  moveOne: "In einen anderen Flock…",
  moveTitle: (count) => (count === 1 ? "In einen anderen Flock verschieben" : `${some(count)} verschieben`),
  moveText:
    "Ein Flock ist eine Gruppe auf Ihrer Console, mit eigenen Leuten und eigenen Alarmen. Was an seinem Ort ist, wacht weiter.",
  moveTo: "In welchen Flock?",
  hereNow: (count) => (count === 1 ? "Hier ist es jetzt" : "Hier sind sie jetzt"),
  missing: "Wählen Sie einen Flock.",
  oneFlock: "Ihre Console hat keinen anderen Flock. Neue legt man auf der Console selbst an.",
  alertsLegend: (count, alerts) =>
    count === 1
      ? `Es hat ${plural(alerts, "Alarm", "Alarme")}. Was soll damit geschehen?`
      : `Zusammen haben sie ${plural(alerts, "Alarm", "Alarme")}. Was soll damit geschehen?`,
  keep: "Alarme behalten",
  keepHint: "Sie bleiben als Beleg auf der Console",
  clear: "Alarme entfernen",
  clearHint: "Die Console nimmt sie weg; das lässt sich nicht rückgängig machen",
  moveDo: (count) => (count === 1 ? "Verschieben" : `${some(count)} verschieben`),
  moving: "Wird verschoben",
  moved: (count, flock) => `${some(count)} nach ${flock} verschoben`,
  nothingMoved: (flock) => `Alle waren schon in ${flock}`,
};
