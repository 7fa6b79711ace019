/**
 * Words of the list of keys, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/keys.js").keys>} */
export const keys = {
  title: "Tasten",
  everywhere: "Überall",
  inList: "In der Liste",
  new: "Neues Canarytoken",
  many: "Viele auf einmal",
  find: "Suchen",
  refresh: "Liste aktualisieren",
  settings: "Einstellungen",
  help: "Hilfe zu dieser Seite",
  keys: "Diese Liste der Tasten",
  close: "Seitenleiste schließen, dann Auswahl aufheben",
  delete: "Auswahl löschen",
  move: "Von Zeile zu Zeile",
  page: "Eine Seite weiter",
  ends: "Erste oder letzte Zeile",
  type: "Nach dem Getippten suchen",
  select: "Zeile auswählen oder abwählen",
  range: "Mehrere Zeilen auswählen",
  all: "Alle auswählen",
  menu: "Zeigen, was man damit tun kann",
  open: "Zeile in der Seitenleiste öffnen",
  names: {
    up: "↑",
    down: "↓",
    home: "Pos1",
    end: "Ende",
    pageUp: "Bild↑",
    pageDown: "Bild↓",
    space: "Leertaste",
    enter: "Eingabe",
    shift: "Umschalt",
    escape: "Esc",
    delete: "Entf",
    control: "Strg",
    command: "⌘",
  },
};
