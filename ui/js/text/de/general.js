/**
 * Words that many screens share, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/general.js").general>} */
export const general = {
  appName: "Nestbox",
  cancel: "Abbrechen",
  close: "Schließen",
  copy: "Kopieren",
  copied: "Kopiert",
  copiedSecret: "Kopiert. In einer Minute wird es aus der Zwischenablage gelöscht.",
  copiedToStay: "Kopiert. Es bleibt in der Zwischenablage, bis Sie etwas anderes kopieren.",
  copyFailed: "Das Kopieren ging nicht. Markieren Sie den Text und kopieren Sie ihn von Hand.",
  show: "Zeigen",
  hide: "Verbergen",
  undo: "Rückgängig",
  save: "Speichern",
  tryAgain: "Noch einmal",
  settings: "Einstellungen",
  details: "Einzelheiten",
  copyDetails: "Einzelheiten kopieren",
  consoleSays: "Ihre Console sagt",
  optional: "(freiwillig)",
  working: "Einen Moment…",
  dismiss: "Diese Meldung schließen",
  problems: (count) =>
    count === 1 ? "Bitte sehen Sie eine Angabe noch einmal an" : `Bitte sehen Sie ${count} Angaben noch einmal an`,
  copyWhat: (what) => `${what} kopieren`,
  showWhat: (what) => `${what} zeigen`,
  hideWhat: (what) => `${what} verbergen`,
  starting: "Nestbox startet…",
  pageFault: "Etwas auf dieser Seite geht nicht mehr. Ihre Canarytokens sind nicht betroffen.",
  saved: (name) => `${name} gespeichert`,
  savedIn: (name, folder) => `${name} in ${folder} gespeichert`,
  showInFolder: "Im Ordner zeigen",
  dragOut: "Von hier in einen Ordner oder eine Nachricht ziehen",
};
