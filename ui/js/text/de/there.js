/**
 * Words of the search on the Console, in German.
 * @module
 */

import { formatNumber } from "../../format.js";

/** @type {import("../words.js").Words<typeof import("../en/there.js").there>} */
export const there = {
  item: "Auf der Console suchen…",
  title: "Auf der Console suchen",
  about:
    "Ihre Console sucht nach Wortanfängen in Notizen und IDs. Sie sagt auch, wie viele Alarme noch niemand angesehen hat.",
  words: "Wörter",
  wordsHint: "„lohn“ findet „Lohnliste“, aber nicht „Stundenlohn“.",
  kind: "Art",
  anyKind: "Jede Art",
  flock: "Flock",
  anyFlock: "Jeder Flock",
  state: "Zustand",
  anyState: "An oder aus",
  on: "An",
  off: "Aus",
  search: "Suchen",
  chip: "Auf der Console",
  everything: "Alles",
  quoted: (words) => `„${words}“`,
  count: (total, fetched, shown) => {
    if (shown < fetched) return `${formatNumber(shown)} von ${formatNumber(fetched)}, die die Console fand`;
    if (fetched < total) return `Die ersten ${formatNumber(fetched)} von ${formatNumber(total)}, die die Console fand`;
    return `Die Console fand ${formatNumber(total)}`;
  },
  nothing: "Ihre Console fand nichts",
  nothingHint: "Sie sucht nach Wortanfängen in Notizen und IDs, und nach sonst nichts.",
  gone: "Was Ihre Console fand, ist nicht mehr da oder passt nicht.",
  again: "Etwas anderes suchen…",
  back: "Zurück zur Liste",
};
