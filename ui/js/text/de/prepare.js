/**
 * Words of “Prepare for deployment”, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/prepare.js").prepare>} */
export const prepare = {
  open: "Für den Einsatz vorbereiten…",
  title: "Für den Einsatz vorbereiten",
  clear: (name) => `${name} ist nicht als Datei aus dem Web markiert und kann platziert werden.`,
  cleared: (name) => `Die Markierung als Datei aus dem Web wurde von ${name} entfernt. Es kann platziert werden.`,
  why: "Windows markiert Dateien, die aus dem Web oder per Mail kommen. Ein markiertes Dokument öffnet sich in der Geschützten Ansicht, und dort löst es keinen Alarm aus.",
  keepTitle: "Damit es so bleibt",
  keep: [
    "Kopieren Sie es im Explorer, auf eine Freigabe oder mit einem USB-Stick. Was Nestbox speichert, ist nicht markiert, und eine Kopie davon auch nicht.",
    "Per Mail oder Chat geschickt oder neu heruntergeladen, wird es markiert. Wer es bekommt, klickt es rechts an, wählt „Eigenschaften“ und kreuzt „Zulassen“ an. In PowerShell heißt das Unblock-File.",
    "Kam eine ZIP-Datei per Mail, lassen Sie erst die ZIP-Datei zu, bevor Sie etwas herausnehmen.",
    "Auf einer Freigabe, die man über ihre IP-Adresse erreicht, nimmt Office vielleicht trotzdem die Geschützte Ansicht. Benutzen Sie ihren Namen.",
  ],
};
