/**
 * What of the list outlasts its view: search, filters, order, place, selection. It starts anew with another Console.
 * @module
 */

import { makeSelection } from "./selection.js";

/** @typedef {import("../../types.js").Filter} Filter */
/** @typedef {import("../../types.js").Sort} Sort */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */
/**
 * @typedef {object} Memory
 * @property {string} consoleId
 * @property {Filter} filter
 * @property {Sort} sort
 * @property {number} scrollTop
 * @property {number} active the row that has, or would get, the focus
 * @property {string | null} openId what the panel shows
 * @property {import("./selection.js").TokenSelection} selection
 * @property {TokenDetail[]} created since connecting, newest first: the whole list for a key that may only create
 * @property {import("./there.js").There | null} there what the Console was last asked to search
 * @property {Map<string, string>} names of filters' values, learnt when they were chosen
 */

/** @returns {Filter} */
export const noFilter = () => ({
  text: "",
  kinds: [],
  flocks: [],
  keepers: [],
  enabled: null,
  alerts: null,
  foundThere: false,
});

/** @param {Filter} filter */
export const hasFilters = (filter) =>
  filter.kinds.length > 0 ||
  filter.flocks.length > 0 ||
  filter.keepers.length > 0 ||
  filter.enabled !== null ||
  filter.alerts !== null ||
  filter.foundThere;

/** @param {string} consoleId @returns {Memory} */
const fresh = (consoleId) => ({
  consoleId,
  filter: noFilter(),
  sort: { column: "created", descending: true },
  scrollTop: 0,
  active: 0,
  openId: null,
  selection: makeSelection(),
  created: [],
  there: null,
  names: new Map(),
});

let memory = fresh("");

/** The memory for a Console; another Console's is forgotten. @param {string} consoleId @returns {Memory} */
export function memoryFor(consoleId) {
  if (memory.consoleId !== consoleId) memory = fresh(consoleId);
  return memory;
}

/**
 * Notes what was created, for keys that may not list.
 * @param {string} consoleId
 * @param {TokenDetail} token
 */
export function noteCreated(consoleId, token) {
  const { created } = memoryFor(consoleId);
  created.splice(0, created.length, token, ...created.filter((one) => one.row.id !== token.row.id));
}
