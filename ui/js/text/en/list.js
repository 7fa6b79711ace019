/**
 * Words of the list of Canarytokens, its toolbar, its filters and its dialogs.
 * @module
 */

import { formatNumber, plural } from "../../format.js";
import { alertsTold } from "./panel.js";

const one = "Canarytoken";
const many = "Canarytokens";

/** "1 Canarytoken", "12 Canarytokens" @param {number} count */
const some = (count) => plural(count, one, many);

export const list = {
  title: "Canarytokens",
  skip: "Go to the list",
  some,

  // Toolbar
  switchConsole: (/** @type {string} */ name) => `Console: ${name}. Switch`,
  consoles: "Consoles",
  practice: "Practice",
  addConsole: "Add a Console…",
  manageConsoles: "Settings…",
  search: "Search Canarytokens",
  searchPlaceholder: "Search reminders, kinds, links, names",
  clearSearch: "Clear the search",
  refresh: "Refresh the list",
  refreshTitle: (/** @type {string} */ when, /** @type {string} */ key) =>
    when ? `Refreshed ${when}. Refresh now (${key})` : `Refresh (${key})`,
  settings: "Settings",
  newOne: "New Canarytoken",
  withKey: (/** @type {string} */ what, /** @type {string} */ key) => `${what} (${key})`,

  // Filters
  filters: "Filters",
  addFilter: "Add filter",
  kind: "Kind",
  flock: "Flock",
  state: "State",
  on: "On",
  off: "Off",
  withAlerts: "Has alerts",
  withoutAlerts: "No alerts",
  alerts: "Alerts",
  nobody: "Nobody named",
  removeFilter: (/** @type {string} */ what, /** @type {string} */ value) =>
    `Remove filter: ${what.toLowerCase()} ${value}`,
  clearFilters: "Clear all",

  // Counts
  count: (/** @type {number} */ total, /** @type {number} */ all) =>
    total === all ? some(all) : `${formatNumber(total)} of ${formatNumber(all)}`,
  refreshed: (/** @type {string} */ when) => `, refreshed ${when}`,
  loadingCount: (/** @type {number} */ loaded, /** @type {number | null} */ expected) =>
    expected !== null && expected > loaded
      ? `Loading, ${formatNumber(loaded)} of ${formatNumber(expected)}`
      : `Loading, ${formatNumber(loaded)} so far`,
  loadingNow: "Getting the list",

  // Columns
  columns: /** @type {const} */ ({
    kind: "Kind",
    reminder: "Reminder",
    lookedAfterBy: "Looked after by",
    flock: "Flock",
    state: "State",
    created: "Created",
    alerts: "Alerts",
  }),
  sorted: (/** @type {string} */ column, /** @type {boolean} */ down) =>
    `Sorted by ${column.toLowerCase()}, ${down ? "descending" : "ascending"}`,
  selectRow: (/** @type {string} */ memo) => `Select: ${memo}`,
  selectAll: (/** @type {number} */ total) => `Select all ${formatNumber(total)} shown`,
  noReminder: "No reminder",
  noAlerts: "No alerts",
  alertCount: alertsTold,
  rowWaiting: "Loading",

  // The menu of a row
  rowMenu: (/** @type {string} */ memo) => `Actions for ${memo}`,
  openRow: "Open",

  // Selection
  selected: (/** @type {number} */ count) => ({ count: formatNumber(count), word: "selected" }),
  selectedSay: (/** @type {number} */ count) => (count === 0 ? "Nothing selected" : `${formatNumber(count)} selected`),
  actionsFor: (/** @type {number} */ count) =>
    `Actions for ${formatNumber(count)} selected ${count === 1 ? one : many}`,
  turnOn: "Turn on",
  turnOff: "Turn off",
  move: "Move…",
  delete: "Delete…",
  clearSelection: "Clear the selection",

  // What was done
  turnedOn: (/** @type {number} */ count) => `Turned on ${some(count)}`,
  turnedOff: (/** @type {number} */ count) => `Turned off ${some(count)}`,
  turningOn: "Turning on",
  turningOff: "Turning off",
  deleting: "Deleting",
  deleted: (/** @type {number} */ count) => `Deleted ${some(count)}`,
  nothingToDo: (/** @type {boolean} */ on) => (on ? "They were all on already" : "They were all off already"),
  progressSay: (/** @type {number} */ done, /** @type {number | null} */ total, /** @type {number} */ failed) =>
    `${total === null ? formatNumber(done) : `${formatNumber(done)} of ${formatNumber(total)}`}${failed ? `, ${failed === 1 ? "1 needs" : `${formatNumber(failed)} need`} attention` : ""}`,
  stop: "Stop",
  stopping: "Stopping…",
  stopNote: "What is done until then stays done.",
  failedTitle: (/** @type {number} */ failed) => `${some(failed)} ${failed === 1 ? "needs" : "need"} attention`,
  failedText: (/** @type {number} */ done) => (done === 0 ? "None were changed." : `${some(done)} went well.`),
  failedList: "What went wrong",
  copyResult: "Copy the result",

  // States of the list
  emptyTitle: "No Canarytokens yet",
  emptyText:
    "A Canarytoken is a decoy: a document, a link or a key that nobody should touch. When someone does, your Console sends an alert. Start with one of these; each takes about a minute.",
  emptyTextReadOnly:
    "A Canarytoken is a decoy: a document, a link or a key that nobody should touch. When someone does, your Console sends an alert. This API key can look, but not create.",
  starters: [
    { kind: "doc-msword", icon: "kind-doc-msword", name: "Word document", what: "For a shared folder" },
    { kind: "http", icon: "kind-http", name: "Web link", what: "For a mail or a note" },
    { kind: "qr-code", icon: "kind-qr-code", name: "QR code", what: "To print for a cupboard" },
  ],
  allKinds: "See all kinds",
  connectedTo: (/** @type {string} */ name) => `Connected to ${name}.`,
  listRefreshed: (/** @type {string} */ when) => `The list was refreshed ${when}.`,
  noMatch: (/** @type {string} */ what) =>
    what ? `No Canarytoken matches “${what}”` : "No Canarytoken matches these filters",
  noMatchSearch: "Check the spelling, or look for another word of its reminder.",
  noMatchBoth: "Check the spelling, or look without the filters.",
  noMatchFilters: "Take a filter away, or look at all of them.",
  noMatchLoading: "The list is still loading; it may turn up.",
  clearAll: "Clear search and filters",
  createOnlyTitle: "This key creates Canarytokens; it may not list them",
  createOnlyText:
    "What you create from here on stands below until you close Nestbox. Everything else is on your Console.",
  createOnlyHere: "Created since you connected",
  openConsole: "Open the Console",
  listFrom: (/** @type {string} */ time) => `You see the list from ${time}.`,
  listPart: (/** @type {number} */ loaded) => `You see the first ${formatNumber(loaded)}; the rest did not arrive.`,

  // Delete
  deleteTitle: (/** @type {number} */ count) => `Delete ${some(count)}`,
  deleteOne: "Delete this Canarytoken",
  deleteText: (/** @type {number} */ count) =>
    count === 1
      ? "If it is already in place it stays there, but will never raise an alert again. This can’t be undone."
      : "Files and links that are already in place stay there, but will never raise an alert again. This can’t be undone.",
  deleteNamed: "What will be deleted",
  showMore: (/** @type {number} */ count) => `Show ${formatNumber(count)} more`,
  andMore: (/** @type {number} */ count) => `and ${formatNumber(count)} more`,
  deleteAlerts: (/** @type {number} */ count, /** @type {number} */ withAlerts, /** @type {number} */ alerts) => {
    if (count === 1)
      return `It has ${plural(alerts, "alert", "alerts")}. What about ${alerts === 1 ? "that" : "those"}?`;
    return `${formatNumber(withAlerts)} of them ${withAlerts === 1 ? "has" : "have"} alerts, ${formatNumber(alerts)} in all. What about those?`;
  },
  keepAlerts: "Keep the alerts",
  keepAlertsHint: "They stay on the Console as a record",
  destroyAlerts: "Destroy the alerts too",
  destroyAlertsHint: "Nobody will be able to read them again",
  deleteBuckets: (/** @type {number} */ buckets) =>
    buckets === 1
      ? "One of them watches an S3 bucket. The bucket and its log stay at AWS."
      : `${formatNumber(buckets)} of them watch S3 buckets. The buckets and their logs stay at AWS.`,
  deleteType: (/** @type {number} */ count) => `To confirm, type how many: ${count}`,
  deleteTypeWrong: (/** @type {number} */ count) => `Type ${count} to confirm.`,
  deleteNow: (/** @type {number} */ count) => (count === 1 ? "Delete" : `Delete ${some(count)}`),
  offInstead: "Turn off instead",
};
