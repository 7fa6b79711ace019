/**
 * Words of the list of Canarytokens, its toolbar, its filters and its dialogs, in German.
 * @module
 */

import { formatNumber, plural } from "../../format.js";
import { alertsTold } from "./panel.js";

const one = "Canarytoken";
const many = "Canarytokens";

/** "1 Canarytoken", "12 Canarytokens" @param {number} count */
const some = (count) => plural(count, one, many);

/** @type {import("../words.js").Words<typeof import("../en/list.js").list>} */
export const list = {
  title: "Canarytokens",
  skip: "Zur Liste",
  some,

  // Toolbar
  switchConsole: (name) => `Console: ${name}. Wechseln`,
  consoles: "Consoles",
  practice: "Übung",
  addConsole: "Console hinzufügen…",
  manageConsoles: "Einstellungen…",
  search: "Canarytokens durchsuchen",
  searchPlaceholder: "Notizen, Arten, Links, Namen suchen",
  clearSearch: "Suche leeren",
  refresh: "Liste aktualisieren",
  refreshTitle: (when, key) => (when ? `Stand: ${when}. Jetzt aktualisieren (${key})` : `Aktualisieren (${key})`),
  settings: "Einstellungen",
  newOne: "Neues Canarytoken",
  withKey: (what, key) => `${what} (${key})`,

  // Filters
  filters: "Filter",
  addFilter: "Filter",
  kind: "Art",
  flock: "Flock",
  state: "Zustand",
  on: "An",
  off: "Aus",
  withAlerts: "Mit Alarmen",
  withoutAlerts: "Ohne Alarme",
  alerts: "Alarme",
  nobody: "Niemand genannt",
  removeFilter: (what, value) => `Filter entfernen: ${what} ${value}`,
  clearFilters: "Alle entfernen",

  // Counts
  count: (total, all) => (total === all ? some(all) : `${formatNumber(total)} von ${formatNumber(all)}`),
  refreshed: (when) => `, Stand: ${when}`,
  loadingCount: (loaded, expected) =>
    expected !== null && expected > loaded
      ? `Lädt, ${formatNumber(loaded)} von ${formatNumber(expected)}`
      : `Lädt, bisher ${formatNumber(loaded)}`,
  loadingNow: "Die Liste wird geholt",

  // Columns
  columns: {
    kind: "Art",
    reminder: "Notiz",
    lookedAfterBy: "Betreut von",
    flock: "Flock",
    state: "Zustand",
    created: "Angelegt",
    alerts: "Alarme",
  },
  sorted: (column, down) => `Sortiert nach ${column}, ${down ? "absteigend" : "aufsteigend"}`,
  selectRow: (memo) => `Auswählen: ${memo}`,
  selectAll: (total) => `Alle ${formatNumber(total)} gezeigten auswählen`,
  noReminder: "Keine Notiz",
  noAlerts: "Keine Alarme",
  alertCount: alertsTold,
  rowWaiting: "Lädt",

  // The menu of a row
  rowMenu: (memo) => `Was damit geschehen soll: ${memo}`,
  openRow: "Öffnen",

  // Selection
  selected: (count) => ({ count: formatNumber(count), word: "ausgewählt" }),
  selectedSay: (count) => (count === 0 ? "Nichts ausgewählt" : `${formatNumber(count)} ausgewählt`),
  actionsFor: (count) => `Was mit ${formatNumber(count)} ausgewählten ${count === 1 ? one : many} geschehen soll`,
  turnOn: "Einschalten",
  turnOff: "Ausschalten",
  move: "Verschieben…",
  delete: "Löschen…",
  clearSelection: "Auswahl aufheben",

  // What was done
  turnedOn: (count) => `${some(count)} eingeschaltet`,
  turnedOff: (count) => `${some(count)} ausgeschaltet`,
  turningOn: "Wird eingeschaltet",
  turningOff: "Wird ausgeschaltet",
  deleting: "Wird gelöscht",
  deleted: (count) => `${some(count)} gelöscht`,
  nothingToDo: (on) => (on ? "Alle waren schon an" : "Alle waren schon aus"),
  progressSay: (done, total, failed) =>
    `${total === null ? formatNumber(done) : `${formatNumber(done)} von ${formatNumber(total)}`}${failed ? `, um ${formatNumber(failed)} müssen Sie sich kümmern` : ""}`,
  stop: "Anhalten",
  stopping: "Wird angehalten…",
  stopNote: "Was bis dahin getan ist, bleibt getan.",
  failedTitle: (failed) => `Um ${some(failed)} müssen Sie sich kümmern`,
  failedText: (done) => (done === 0 ? "Keines wurde geändert." : `Bei ${some(done)} ging alles gut.`),
  failedList: "Was nicht ging",
  copyResult: "Ergebnis kopieren",

  // States of the list
  emptyTitle: "Noch keine Canarytokens",
  emptyText:
    "Ein Canarytoken ist ein Köder: ein Dokument, ein Link oder ein Schlüssel, den niemand anfassen sollte. Tut es doch jemand, schickt Ihre Console einen Alarm. Beginnen Sie mit einem von diesen; jedes dauert etwa eine Minute.",
  emptyTextReadOnly:
    "Ein Canarytoken ist ein Köder: ein Dokument, ein Link oder ein Schlüssel, den niemand anfassen sollte. Tut es doch jemand, schickt Ihre Console einen Alarm. Dieser API-Schlüssel darf lesen, aber keine anlegen.",
  starters: [
    { kind: "doc-msword", icon: "kind-doc-msword", name: "Word-Dokument", what: "Für einen gemeinsamen Ordner" },
    { kind: "http", icon: "kind-http", name: "Weblink", what: "Für eine Mail oder eine Notiz" },
    { kind: "qr-code", icon: "kind-qr-code", name: "QR-Code", what: "Zum Drucken für einen Schrank" },
  ],
  allKinds: "Alle Arten ansehen",
  connectedTo: (name) => `Verbunden mit ${name}.`,
  listRefreshed: (when) => `Stand der Liste: ${when}.`,
  noMatch: (what) => (what ? `Kein Canarytoken passt zu „${what}“` : "Kein Canarytoken passt zu diesen Filtern"),
  noMatchSearch: "Prüfen Sie die Schreibweise, oder suchen Sie nach einem anderen Wort der Notiz.",
  noMatchBoth: "Prüfen Sie die Schreibweise, oder suchen Sie ohne die Filter.",
  noMatchFilters: "Nehmen Sie einen Filter weg, oder sehen Sie alle an.",
  noMatchLoading: "Die Liste lädt noch; vielleicht kommt es noch.",
  clearAll: "Suche und Filter leeren",
  createOnlyTitle: "Dieser Schlüssel darf Canarytokens anlegen, aber nicht auflisten",
  createOnlyText:
    "Was Sie von jetzt an anlegen, steht unten, bis Sie Nestbox schließen. Alles andere ist auf Ihrer Console.",
  createOnlyHere: "Seit dem Verbinden angelegt",
  openConsole: "Console öffnen",
  listFrom: (time) => `Sie sehen die Liste von ${time}.`,
  listPart: (loaded) => `Sie sehen die ersten ${formatNumber(loaded)}; der Rest kam nicht an.`,

  // Delete
  deleteTitle: (count) => `${some(count)} löschen`,
  deleteOne: "Dieses Canarytoken löschen",
  deleteText: (count) =>
    count === 1
      ? "Ist es schon an seinem Ort, bleibt es dort, löst aber nie wieder einen Alarm aus. Das lässt sich nicht rückgängig machen."
      : "Dateien und Links, die schon an ihrem Ort sind, bleiben dort, lösen aber nie wieder einen Alarm aus. Das lässt sich nicht rückgängig machen.",
  deleteNamed: "Was gelöscht wird",
  showMore: (count) => `${formatNumber(count)} weitere zeigen`,
  andMore: (count) => `und ${formatNumber(count)} weitere`,
  deleteAlerts: (count, withAlerts, alerts) => {
    if (count === 1) return `Es hat ${plural(alerts, "Alarm", "Alarme")}. Was soll damit geschehen?`;
    return `${formatNumber(withAlerts)} davon ${withAlerts === 1 ? "hat" : "haben"} Alarme, zusammen ${formatNumber(alerts)}. Was soll damit geschehen?`;
  },
  keepAlerts: "Alarme behalten",
  keepAlertsHint: "Sie bleiben als Beleg auf der Console",
  destroyAlerts: "Alarme auch vernichten",
  destroyAlertsHint: "Niemand kann sie dann mehr lesen",
  deleteBuckets: (buckets) =>
    buckets === 1
      ? "Eines davon bewacht einen S3-Bucket. Der Bucket und sein Protokoll bleiben bei AWS."
      : `${formatNumber(buckets)} davon bewachen S3-Buckets. Die Buckets und ihre Protokolle bleiben bei AWS.`,
  deleteType: (count) => `Geben Sie zur Bestätigung ein, wie viele es sind: ${count}`,
  deleteTypeWrong: (count) => `Geben Sie ${count} ein, um zu bestätigen.`,
  deleteNow: (count) => (count === 1 ? "Löschen" : `${some(count)} löschen`),
  offInstead: "Lieber ausschalten",
};
