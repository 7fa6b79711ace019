/**
 * The words of the Settings screen, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/settings.js").settings>} */
export const settings = {
  title: "Einstellungen",
  back: "Alle Canarytokens",
  backConnect: "Zurück",

  consoles: "Consoles",
  inUse: "In Gebrauch",
  remembered: (address) => `${address}, API-Schlüssel auf diesem Computer gemerkt`,
  notRemembered: (address) => `${address}, nach dem API-Schlüssel wird jedes Mal gefragt`,
  practiceHint: "Beispiele; nichts Echtes wird berührt",
  practiceLabel: "Übungs-Console",
  rename: "Umbenennen…",
  renameOf: (label) => `${label} umbenennen`,
  newKey: "Neuer API-Schlüssel…",
  switchTo: "Dorthin wechseln",
  switchToOf: (label) => `Dorthin wechseln: ${label}`,
  signOut: "Abmelden…",
  signOutOf: (label) => `Von ${label} abmelden`,
  more: (label) => `Mehr für ${label}`,
  add: "Console hinzufügen…",
  cancel: "Abbrechen",

  renameTitle: (label) => `${label} umbenennen`,
  renameLabel: "Name",
  renameHint: "Nur Sie sehen diesen Namen. Die Console selbst bleibt, wie sie ist.",
  renameMissing: "Geben Sie einen Namen ein.",
  renameDo: "Umbenennen",
  renamed: (label) => `Heißt jetzt ${label}`,

  signOutTitle: (label) => `Von ${label} abmelden?`,
  signOutWhat:
    "Der API-Schlüssel wird von diesem Computer entfernt. Ihre Canarytokens bleiben an, und Sie können sich später wieder verbinden.",
  signOutPractice:
    "Die Übungs-Console und alles, was Sie darin angelegt haben, sind dann weg. Kein echtes Canarytoken wird berührt.",
  signOutDo: "Abmelden",
  signedOut: (label) => `Von ${label} abgemeldet`,

  appearance: "Aussehen",
  colours: "Farben",
  themes: { system: "System", light: "Hell", dark: "Dunkel" },
  language: "Sprache / Language",
  languages: { system: "Wie das System", en: "English", de: "Deutsch" },
  textSize: "Schriftgröße",
  textSizeHint: "Das ganze Fenster folgt sofort",
  percent: (size) => `${size} %`,

  alerts: "Alarme",
  watch: "Neue Alarme melden",
  watchHint:
    "Solange Nestbox offen ist, sieht es alle fünf Minuten nach und zeigt eine Benachrichtigung. Bei mehr als 3.000 Canarytokens braucht es mehrere Blicke, um alle zu sehen.",

  files: "Dateien",
  folder: "Ordner für gespeicherte Dateien",
  folderUnset: "Wird gefragt, wenn Sie zum ersten Mal eine Datei speichern",
  choose: "Wählen…",
  chooseFolder: "Ordner für gespeicherte Dateien wählen",
  folderChosen: (folder) => `Dateien werden in ${folder} gespeichert`,

  newer: "Neue Versionen",
  newerLook: "Nach neuen Versionen sehen",
  newerLookHint:
    "Einmal am Tag, solange Nestbox offen ist. Es sagt Ihnen Bescheid und installiert nie etwas von selbst.",
  newerNow: "Jetzt nachsehen",
  newerNone: "Dies ist die neueste Version",
  newerIs: (version) => `Nestbox ${version} ist da`,
  newerPage: "Holen Sie es von seiner Seite und installieren Sie es über dieses.",
  newerPackage: "Installieren Sie das neue Paket von seiner Seite, oder fragen Sie, wer diesen Computer betreut.",
  newerOpen: "Seite öffnen",
  newerNotes: "Was neu ist",

  about: "Über Nestbox",
  version: (version) => `Nestbox ${version}`,
  independent:
    "Ein unabhängiges Programm, nicht mit Thinkst verbunden. Canary und Canarytokens sind Namen von Thinkst; Thinkst hat dieses Programm weder gemacht noch geprüft.",
  whatAre: "Was sind Canarytokens?",
  whatAreHint: "Thinksts eigene Seiten darüber, in Ihrem Browser",
  learnMore: "Mehr lesen",
  trouble: "Etwas geht nicht?",
  troubleHint: "Zeigt erst, was kopiert würde. Nie Ihr API-Schlüssel, nie Ihre Notizen.",
  diagnostics: "Diagnose kopieren…",
  diagnosticsTitle: "Diagnose kopieren",
  diagnosticsWhat: "Das ist alles, was kopiert wird. Fügen Sie es in eine Mail an die ein, die Ihnen helfen.",
  diagnosticsText: "Diagnose",
  diagnosticsCopy: "Kopieren",
  close: "Schließen",

  factories: "Factorys",
  factoriesName: "Canarytoken-Factorys",
  factoriesHint: "Für Skripte, und für Leute ohne API-Schlüssel. Die meisten brauchen sie nie.",
  factoriesShow: "Factorys zeigen",

  remove: "Überall abmelden",
  removeHint: "Entfernt alle API-Schlüssel und Einstellungen von diesem Computer. Ihre Canarytokens bleiben an.",
  removeButton: "Abmelden und entfernen…",
  removeTitle: "Überall abmelden und alles entfernen?",
  removeWhat: "Dies wird von diesem Computer entfernt:",
  removeList: [
    "Die API-Schlüssel aller Consoles",
    "Die Namen und Adressen Ihrer Consoles",
    "Ihre Einstellungen und die Protokolle des Programms",
  ],
  removeStays:
    "Ihre Canarytokens bleiben an. Dateien, die Sie gespeichert haben, bleiben, wo sie sind. Das lässt sich nicht rückgängig machen.",
  removeWord: "entfernen",
  removeType: (word) => `Geben Sie zur Bestätigung ein: ${word}`,
  removeTypeWrong: (word) => `Geben Sie ${word} ein, um zu bestätigen.`,
  removeDo: "Abmelden und entfernen",
  removed: "Alles wurde von diesem Computer entfernt",
};
