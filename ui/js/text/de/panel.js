/**
 * Words of the side panel and its dialogs, in German.
 * @module
 */

import { formatNumber, plural } from "../../format.js";

/**
 * "2 Alarme, 1 noch nicht angesehen"; the Console does not always tell who has looked.
 * @param {number} count
 * @param {number | null} unacked
 */
export const alertsTold = (count, unacked) => {
  const all = plural(count, "Alarm", "Alarme");
  if (unacked === null) return all;
  return unacked === 0 ? `${all}, angesehen` : `${all}, ${formatNumber(unacked)} noch nicht angesehen`;
};

/** @type {import("../words.js").Words<typeof import("../en/panel.js").panel>} */
export const panel = {
  edit: "Notiz ändern",
  close: "Seitenleiste schließen",
  closeTitle: "Schließen (Esc)",
  width: "Breite der Seitenleiste",
  widthHint: "Ziehen macht sie breiter oder schmaler; ein Doppelklick gibt ihr die erste Breite zurück",

  // Reminder
  reminder: "Notiz",
  reminderHint: "Was berührt wurde und wen man fragen kann: Diese Worte zeigt ein Alarm.",
  reminderSave: "Notiz speichern",
  reminderSaved: "Notiz gespeichert",
  reminderCount: (used, max) => `${formatNumber(used)} von ${formatNumber(max)}`,
  reminderEmpty: "Schreiben Sie, wo es ist, damit ein Alarm später verständlich ist.",
  reminderLong: (over) => `Kürzen Sie um ${formatNumber(over)} Zeichen.`,
  reminderKept: "Was Sie geschrieben haben, ist noch da.",
  noReminder: "Keine Notiz",

  // State
  on: "An",
  off: "Aus",
  cannotAlert: "Es legt nur andere an und löst selbst keine Alarme aus",
  offHint: "Solange es aus ist, löst es keine Alarme aus",
  turnedOn: "Eingeschaltet",
  turnedOff: "Ausgeschaltet",
  alerts: (count, unacked) => (count === 0 ? "Keine Alarme" : alertsTold(count, unacked)),
  noAlertsHint: "Niemand hat es berührt",
  someAlertsHint: "Sehen Sie, wer und wann",
  seeOnConsole: "Auf der Console ansehen",
  save: "Datei speichern…",
  saving: "Wird gespeichert…",
  withNote: "Mit Anleitung",
  withNoteHint: "Löschen Sie die Anleitung, sobald die Datei an ihrem Ort ist: Sie verrät den Köder.",
  saveNote: "Beides speichern…",
  saveNoteOf: "Beides speichern: die Datei und eine Anleitung zum Platzieren",
  savedBoth: (name, folder) =>
    folder ? `${name} und Anleitung in ${folder} gespeichert` : `${name} und Anleitung gespeichert`,
  leadsTo: "Führt weiter zu",
  leadsNowhere: "Führt nirgendwohin",
  leadsNowhereHint: "Besucher sehen eine leere Seite",
  copyAddress: "Adresse kopieren, zu der es weiterführt",
  editAddress: "Adresse ändern, zu der es weiterführt",
  addAddress: "Seite hinzufügen…",
  address: "Seite, zu der es weiterführt",
  addressHint: "Eine harmlose Seite, die dazu passt. Öffnen Sie sie erst selbst.",
  addressSave: "Speichern",
  addressSaved: "Adresse gespeichert",
  addressRemove: "Nirgendwohin führen",
  addressRemoved: "Es führt jetzt nirgendwohin",
  addressKept: "Was Sie geschrieben haben, ist noch da.",
  addressEmpty: "Geben Sie die Adresse einer Seite ein, etwa https://www.example.com/",
  addressScript:
    "Das würde im Browser des Besuchers etwas ausführen. Nehmen Sie die Adresse einer Seite, mit https:// davor.",
  addressSpace: "In dieser Adresse ist ein Leerzeichen. Lassen Sie es weg.",
  addressStart: (right) => `Der Anfang fehlt. Schreiben Sie ${right}`,
  addressWrong: "Geben Sie eine ganze Webadresse ein, die mit https:// oder http:// beginnt",
  scanner: "Fragt den Browser des Besuchers nach mehr",
  scannerOn: "Ja",
  scannerOff: "Nein",

  // Sections
  unknownTitle: "Nestbox hat keine eigenen Worte für diese Art",
  unknownText: "Hier steht alles, was Ihre Console darüber sagt.",
  copy: "Kopieren",
  qr: "QR-Code",
  qrLabel: "QR-Code dieses Canarytokens",
  qrNote: "Speichern Sie die Datei, um ihn zu drucken.",
  details: "Einzelheiten",
  allFields: "Was Ihre Console sagt",
  flock: "Flock",
  created: "Angelegt",
  onConsole: "Auf der Console",
  another: "Noch eines",
  delete: "Löschen…",

  // S3
  s3: "Bei AWS",
  s3Text: (bucket) => (bucket ? `Es bewacht den Bucket „${bucket}“.` : "Es bewacht einen Bucket."),
  s3Remove: "Aus AWS entfernen…",
  s3Title: "Aus AWS entfernen",
  s3About:
    "Ihre Console entfernt aus Ihrem AWS-Konto, was sie für diesen Bucket eingerichtet hat. Dafür braucht sie AWS-Schlüssel, die das dürfen.",
  s3AccessKey: "AWS-Zugriffsschlüssel",
  s3SecretKey: "Geheimer AWS-Schlüssel",
  s3SessionToken: "AWS-Sitzungstoken",
  s3SessionTokenHint: "Nur bei Schlüsseln, die für kurze Zeit gelten.",
  s3Region: "AWS-Region",
  s3RegionHint: "Wo der Bucket ist, etwa eu-west-1.",
  s3Once: "Die Schlüssel werden einmal hierfür benutzt und dann vergessen.",
  s3Buckets: "Auch die Buckets löschen",
  s3BucketsHint:
    "Alles im bewachten Bucket und in seinem Protokoll geht verloren. Das lässt sich nicht rückgängig machen.",
  s3Type: (word) => `Geben Sie zur Bestätigung ein: ${word}`,
  s3TypeWrong: (word) => `Geben Sie ${word} ein, um zu bestätigen.`,
  s3Fallback: "Buckets löschen",
  s3Missing: (what) => `Es fehlt: ${what}.`,
  s3Do: "Aus AWS entfernen",
  s3DoBuckets: "Entfernen und Buckets löschen",
  s3Removing: "Wird entfernt. Das kann eine Minute dauern.",
  s3Done: "Aus AWS entfernt",

  // EC2 metadata factory
  factory: "Seine Factory",
  factoryText: "Server bekommen ihre Köder von dieser Factory. Wird sie gelöscht, kommen keine neuen.",
  factoryDelete: "Factory löschen…",
  factoryTitle: "Factory löschen",
  factoryAbout:
    "Ihr Link gilt nicht mehr, und Server, die ab jetzt starten, bekommen keinen Köder. Köder, die schon auf Servern sind, bleiben, bis sie einzeln gelöscht werden. Das lässt sich nicht rückgängig machen.",
  factoryDo: "Factory löschen",
  factoryDone: "Factory gelöscht",

  // Canarytoken factory
  madeFactory: "Factorys",
  madeFactoryText: "Mit einer Factory legt ein Skript oder jemand anderes Canarytokens in einem Flock an.",
  madeFactoryShow: "Alle Factorys ansehen",
};
