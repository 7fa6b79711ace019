/**
 * Words of the search on the Console.
 * @module
 */

import { formatNumber } from "../../format.js";

export const there = {
  item: "Search on the Console…",
  title: "Search on the Console",
  about:
    "Your Console looks for the beginnings of words in reminders and ids. It also tells how many alerts nobody has looked at yet.",
  words: "Words",
  wordsHint: "“pay” finds “Payroll”, but not “repay”.",
  kind: "Kind",
  anyKind: "Any kind",
  flock: "Flock",
  anyFlock: "Any flock",
  state: "State",
  anyState: "On or off",
  on: "On",
  off: "Off",
  search: "Search",
  chip: "On the Console",
  everything: "Everything",
  quoted: (/** @type {string} */ words) => `“${words}”`,
  /** @param {number} total @param {number} fetched @param {number} shown */
  count: (total, fetched, shown) => {
    if (shown < fetched) return `${formatNumber(shown)} of ${formatNumber(fetched)} that the Console found`;
    if (fetched < total) return `The first ${formatNumber(fetched)} of ${formatNumber(total)} that the Console found`;
    return `The Console found ${formatNumber(total)}`;
  },
  nothing: "Your Console found nothing",
  nothingHint: "It looks for the beginnings of words in reminders and ids, and for nothing else.",
  gone: "What your Console found is no longer there, or does not match.",
  again: "Search for something else…",
  back: "Back to the list",
};
