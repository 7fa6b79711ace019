/**
 * Words on Canarytoken factories, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/factories.js").factories>} */
export const factories = {
  title: "Canarytoken-Factorys",
  backSettings: "Einstellungen",
  backList: "Alle Canarytokens",
  lead: "Mit einer Factory legt ein Skript oder jemand anderes Canarytokens in einem Flock an, ohne Ihren API-Schlüssel. Die meisten brauchen nie eine.",
  notes: [
    {
      icon: "ui-check",
      text: "Wer ihren Code hat, kann in ihrem Flock Canarytokens anlegen und deren Dateien herunterladen.",
    },
    { icon: "ui-close", text: "Sonst kann man damit nichts sehen, ändern oder löschen und keine Alarme lesen." },
    {
      icon: "ui-attention",
      text: "Gerät der Code in falsche Hände, füllt sich der Flock vielleicht mit Canarytokens, die niemand wollte. Das stört, aber gelesen wird nichts. Löschen Sie die Factory und legen Sie eine neue an.",
    },
  ],
  list: "Ihre Factorys",
  loading: "Ihre Console wird gefragt…",
  none: "Es gibt noch keine Factory.",
  noneReadOnly: "Es gibt keine Factory. Dieser API-Schlüssel darf lesen, aber keine anlegen.",
  inFlock: (flock) => `Legt Canarytokens in ${flock} an`,
  noReminder: "Keine Notiz",
  kinds: (count) => `Was eine Factory anlegen kann: ${count} ${count === 1 ? "Art" : "Arten"}`,
  make: "Neue Factory…",
  handOn: "Weitergeben…",
  handOnOf: (memo) => `Weitergeben: ${memo}`,
  delete: "Löschen…",
  deleteOf: (memo) => `Löschen: ${memo}`,

  // New
  newTitle: "Neue Factory",
  newAbout: "Was sie anlegt, kommt in einen Flock, der sich später nicht ändern lässt.",
  flock: "Gruppe (Flock)",
  reminder: "Notiz",
  reminderHint: "Wer oder was sie benutzt, und wen man fragen kann. Etwa „Skript für neue Laptops, Tom“.",
  reminderMissing: "Schreiben Sie, wer oder was sie benutzen wird.",
  newDo: "Factory anlegen",
  made: "Die Factory ist fertig",

  // Share
  handOnTitle: "Diese Factory weitergeben",
  handOnAbout: "Geben Sie dies nur denen, die sie benutzen sollen, auf einem Weg, dem Sie vertrauen.",
  link: "Link für Menschen",
  code: "Code für Skripte",
  command: "Fertiger Befehl",
  noLink:
    "Ihr Link für Menschen ist hier nicht bekannt: Ihre Console nannte ihn nur einmal, als die Factory angelegt wurde.",

  // Delete
  deleteTitle: "Diese Factory löschen",
  deleteText: (memo) =>
    `Der Code von „${memo}“ gilt sofort nicht mehr. Was sie angelegt hat, bleibt und löst weiter Alarme aus. Das lässt sich nicht rückgängig machen.`,
  deleteDo: "Factory löschen",
  deleted: "Factory gelöscht",
};
