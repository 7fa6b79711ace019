/**
 * Words of "Many at once": a sheet of rows that become Canarytokens, in German.
 * @module
 */

import { formatDay, formatNumber, formatWeekday, plural } from "../../format.js";

/** @param {number} count */
const some = (count) => plural(count, "Canarytoken", "Canarytokens");
/** @param {number} count */
const rows = (count) => plural(count, "Zeile", "Zeilen");
/** @param {number} count */
const filesOf = (count) => plural(count, "Datei", "Dateien");

/** @type {import("../words.js").Words<typeof import("../en/many.js").many>} */
export const many = {
  name: "Viele auf einmal",
  open: "Viele auf einmal…",
  more: "Weitere Wege zum Anlegen",
  back: "Alle Canarytokens",
  connectFirst: (name) => `Verbinden Sie sich erst mit Ihrer Console und öffnen Sie dann ${name} noch einmal.`,
  mayNot: "Dieser API-Schlüssel darf keine Canarytokens anlegen.",

  // Begin
  lead: "Ein Köder für jeden Laptop, jeden Ordner, jede Abteilung, in einem Zug. Sie sehen jede Zeile, bevor etwas angelegt wird.",
  from: "Woher kommen die Zeilen?",
  fromSheet: "Aus einer Tabelle",
  fromNames: "Aus einer Liste von Namen",
  sheetTitle: "Tabelle wählen",
  sheetText:
    "Eine CSV-Datei oder eine Excel-Mappe (.xlsx) mit einem Canarytoken je Zeile. Die erste Zeile nennt die Spalten: Art, Notiz, Flock, Ordner, Dateiname.",
  sheetChoose: "Tabelle wählen…",
  sheetNote: "Noch wird nichts angelegt: Erst sehen Sie, was darin steht.",
  templateTitle: "Noch keine Tabelle?",
  templateText: "Beginnen Sie mit einer Vorlage. Sie hat die richtigen Spalten und ein Beispiel zum Überschreiben.",
  templateFor: "Vorlage für",
  templateAny: "Mehrere Arten",
  templateSave: "Vorlage speichern…",
  names: "Namen, einer je Zeile",
  namesHint: "Laptops, Ordner, Leute, Räume: Fügen Sie sie ein, woher Sie sie auch haben.",
  namesCount: (count) => (count === 0 ? "" : plural(count, "Name", "Namen")),
  namesMissing: "Fügen Sie mindestens einen Namen ein.",
  kind: "Art",
  kindChoose: "Art wählen",
  kindMissing: "Wählen Sie, was jedes davon sein soll.",
  kindHint: "Arten, die eine Datei oder ein Geheimnis von Ihnen brauchen, werden einzeln angelegt.",
  memo: "Notiz",
  memoHint: "Schreiben Sie {name}, wo der jeweilige Name hingehört. Das zeigt ein Alarm.",
  memoExample: "Laptop {name}, Dokumente. Fragen: Maria Keller",
  flock: "Gruppe (Flock)",
  flockDefault: "Standard-Flock",
  folder: "Ordner",
  folderHint: "In dem Ordner, den Sie später wählen. Er darf {name} enthalten.",
  fileName: "Dateiname",
  fileNameHint: "Bleibt er leer, wird ein glaubhafter gewählt. Er darf {name} enthalten.",
  preview: "Das erste davon",
  previewEmpty: "Was Sie schreiben, erscheint hier.",
  previewMore: (count) => `und ${formatNumber(count)} weitere`,
  namesCheck: (count) => (count === 0 ? "Liste prüfen" : `${plural(count, "Name", "Namen")} prüfen`),

  // Unfinished
  unfinished: (startedAt, done, total, now = Date.now()) => {
    const made = `${formatNumber(done)} von ${formatNumber(total)} ${done === 1 ? "wurde" : "wurden"} angelegt. Fortsetzen?`;
    if (startedAt === null) return made;
    const recent = now - startedAt < 6 * 86_400_000;
    return `Am ${recent ? formatWeekday(startedAt) : formatDay(startedAt)}: ${made}`;
  },
  unfinishedFrom: (name, console) => `„${name}“ auf ${console}. Nichts wird doppelt angelegt.`,
  goOn: "Fortsetzen",
  switchAndGoOn: (console) => `Zu ${console} wechseln`,
  forget: "Vergessen",
  forgetTitle: "Unfertiges vergessen",
  forgetText: (left) =>
    `Was angelegt ist, bleibt. ${left === 1 ? "Das andere wird" : `Die anderen ${formatNumber(left)} werden`} nicht angelegt, und Nestbox weiß dann nicht mehr, wo es war.`,
  forgetDo: "Vergessen",

  // Check
  checkTitle: (total, ready) =>
    total === ready ? `${rows(total)}, alle bereit` : `${rows(total)}, ${formatNumber(ready)} bereit`,
  toMend: (count) => `${formatNumber(count)} zu verbessern`,
  doubles: (count) => plural(count, "doppelte", "doppelte"),
  references: (count) =>
    `${plural(count, "Notiz bekommt", "Notizen bekommen")} eine kurze Nummer, damit man sie unterscheiden kann.`,
  listLoading: "Ihre Liste lädt noch. Was es schon gibt, zeigt sich, sobald sie da ist.",
  filesGo: (files, folder) => `${plural(files, "Datei kommt", "Dateien kommen")} nach ${folder}`,
  filesNeed: (files) => `${plural(files, "Datei wird", "Dateien werden")} gespeichert.`,
  chooseFolder: "Ordner wählen…",
  changeFolder: "Ändern…",
  make: (count) => `${formatNumber(count)} anlegen`,
  makeNothing: "Noch ist keine Zeile bereit.",
  show: "Zeigen",
  segments: {
    all: (n) => `Alle ${formatNumber(n)}`,
    problems: (n) => `Zu verbessern ${formatNumber(n)}`,
    duplicates: (n) => `Doppelt ${formatNumber(n)}`,
    skipped: (n) => `Ausgelassen ${formatNumber(n)}`,
    ready: (n) => `Bereit ${formatNumber(n)}`,
    warnings: (n) => `Zu beachten ${formatNumber(n)}`,
    attention: (n) => `Zu tun ${formatNumber(n)}`,
    done: (n) => `Fertig ${formatNumber(n)}`,
    waiting: (n) => `Wartend ${formatNumber(n)}`,
  },
  nothingHere: "So ist keine Zeile mehr.",
  showAll: "Alle zeigen",
  setColumn: "Spalte füllen…",
  fillTitle: "Spalte füllen",
  fillText: "Schreiben Sie dasselbe in viele Zeilen auf einmal.",
  fillColumn: "Spalte",
  fillValue: "Was dort stehen soll",
  fillOnlyEmpty: "Nur wo nichts steht",
  fillDo: "Eintragen",
  gridLabel: "Zeilen der Tabelle",
  row: "Zeile",
  mend: "Zu verbessern",
  result: "Ergebnis",
  selectRow: (line) => `Zeile ${line} auswählen`,
  empty: "Nichts",
  actionsFor: (count) => `Was mit ${rows(count)} geschehen soll`,
  skip: "Auslassen",
  take: "Wieder aufnehmen",
  skipped: (count) => `${rows(count)} ausgelassen`,
  taken: (count) => `${rows(count)} wieder aufgenommen`,
  ready: "Bereit",
  readyReference: "Bereit, mit einer Nummer",
  leftOut: "Ausgelassen",
  doubleExists: "Ausgelassen: gibt es schon",
  doubleLine: (line) => `Ausgelassen: wie Zeile ${line}`,
  againExists: "Wird angelegt, obwohl es das schon gibt",
  againLine: (line) => `Wird angelegt, obwohl Zeile ${line} gleich ist`,
  andMore: (message, more) => (more > 0 ? `${message} Und ${formatNumber(more)} mehr.` : message),
  cellOf: (column, line) => `${column}, Zeile ${line}`,
  choices: (column) => `Vorschläge für ${column}`,
  leaveTitle: "Diese Tabelle verlassen",
  leaveText: "Was Sie hier verbessert haben, geht verloren. Die Datei selbst bleibt, wie sie ist.",
  leaveDo: "Verlassen",
  stay: "Bleiben",

  // Run
  making: (total) => `${some(total)} ${total === 1 ? "wird" : "werden"} angelegt`,
  made: (done, total) =>
    done === total ? `${some(done)} angelegt` : `${formatNumber(done)} von ${formatNumber(total)} sind angelegt`,
  soFar: (done, total) => `${formatNumber(done)} von ${formatNumber(total)}`,
  attention: (count) => `um ${formatNumber(count)} müssen Sie sich kümmern`,
  stages: {
    making: "",
    looking: "Sucht die, deren Antwort verloren ging.",
    waiting: "Ihre Console bat um einen Moment. Es geht von selbst weiter.",
    paused: "Angehalten. Was unterwegs war, kam noch ans Ziel.",
  },
  left: (seconds) =>
    seconds < 90
      ? `Noch etwa ${plural(Math.max(5, Math.ceil(seconds / 5) * 5), "Sekunde", "Sekunden")}.`
      : `Noch etwa ${plural(Math.ceil(seconds / 60), "Minute", "Minuten")}.`,
  ifYouCancel: (made) =>
    made === 0
      ? ""
      : `Wenn Sie abbrechen, ${made === 1 ? "bleibt das eine angelegte" : `bleiben die ${formatNumber(made)} angelegten`}.`,
  pause: "Anhalten",
  cancelRest: "Rest abbrechen",
  cancelling: "Wird abgebrochen…",
  cancelled: "Sie haben den Rest abgebrochen. Was angelegt ist, bleibt, und Sie können jederzeit weitermachen.",
  allDone: "Alles ist fertig.",
  doneAttention: "Sehen Sie die an, um die Sie sich kümmern müssen, und versuchen Sie es noch einmal.",
  mendLeft: (count) =>
    `${rows(count)} ${count === 1 ? "lässt" : "lassen"} sich erst anlegen, wenn ${count === 1 ? "sie verbessert ist" : "sie verbessert sind"}.`,
  unprotectedNote: "Bricht Nestbox mittendrin ab, weiß es nicht, wo es war.",
  retry: (count) => `${formatNumber(count)} noch einmal versuchen`,
  goOnWith: (count) => `Mit ${formatNumber(count)} weitermachen`,
  saveResult: "Ergebnis speichern…",
  saveCsv: "Als Tabelle (CSV)…",
  print: "Ergebnis drucken…",
  printTooMany: (most) =>
    `Mehr als ${formatNumber(most)} Zeilen sind zu viele, um sie von hier zu drucken. Speichern Sie das Ergebnis als Seite und drucken Sie diese.`,
  printed: (when) => `Gedruckt am ${when}.`,
  printColumns: ["Zeile", "Art", "Notiz", "Datei oder Link", "Stand"],
  saveHtml: "Als Seite zum Drucken…",
  working: "Wird angelegt…",
  waiting: "Wartet",
  doneRow: "Angelegt",
  openMade: "Öffnen",
  openRow: (line) => `Canarytoken der Zeile ${line} öffnen`,
  mendRow: "Verbessern…",
  mendRowOf: (line) => `Zeile ${line} verbessern`,
  mendTitle: (line) => `Zeile ${line} verbessern`,
  mendText: "Ändern Sie, was nicht stimmt. Die Zeile wird angelegt, wenn Sie weitermachen.",
  mendSave: "Zeile speichern",
  mended: (line) => `Zeile ${line} kann angelegt werden`,
  leaveRunTitle: "Gehen, während sie angelegt werden",
  leaveRunText:
    "Der Rest wird abgebrochen. Was angelegt ist, bleibt, und Nestbox bietet beim nächsten Mal an weiterzumachen.",
  leaveRunTextUnprotected:
    "Der Rest wird abgebrochen. Was angelegt ist, bleibt, aber Nestbox weiß dann nicht mehr, wo es war.",
  leaveRunDo: "Rest abbrechen und gehen",
  leaveOpenTitle: "Gehen, bevor alle angelegt sind",
  unprotectedTitle: "Ohne Sicherheitsnetz anlegen",
  unprotectedText: (why) =>
    `${why} Nestbox hält in einer geschützten Datei fest, was angelegt ist, und kann sie gerade nicht schützen. Bricht Nestbox oder dieser Computer mittendrin ab, weiß es nicht, wo es war.`,
  unprotectedDo: "Trotzdem anlegen",

  // What is saved

  // Selection of the list
  saveFiles: "Dateien speichern…",
  savingFiles: "Dateien werden gespeichert",
  filesSaved: (done, without, folder) => {
    const files = `${filesOf(done)} in ${folder} gespeichert`;
    return without ? `${files}. ${formatNumber(without)} ${without === 1 ? "hat" : "haben"} keine` : files;
  },
  noFiles: (count) => (count === 1 ? "Es hat keine Datei" : "Keines davon hat eine Datei"),
  filesText: (done) => (done === 0 ? "Keine Datei wurde gespeichert." : `${filesOf(done)} gespeichert.`),
  export: "Exportieren…",
  exportTitle: (count) => `${some(count)} exportieren`,
  exportText:
    "Eine Liste davon, zum Aufheben oder Weiterverwenden. Sie sagt, wo Ihre Köder sind: Bewahren Sie sie sicher auf.",
  exportFormat: "Format",
  exportColumns: "Spalten",
  exportVendor: "Die des Skripts der Console",
  exportVendorHint: "Flock ID, token, created, enabled, type, memo",
  exportChosen: "Diese",
  exportNone: "Wählen Sie mindestens eine Spalte.",
  exportDo: "Exportieren",
  exportNames: {
    id: "ID",
    kind: "Art",
    kindId: "Art auf der Console",
    reminder: "Notiz",
    flock: "Flock",
    flockId: "Flock-ID",
    state: "An oder aus",
    created: "Angelegt",
    alerts: "Alarme",
    link: "Link",
    hostName: "Hostname",
  },
  listFirst: "Erst eine Liste davon speichern…",
};
