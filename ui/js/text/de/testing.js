/**
 * The words of "Test it", in German.
 * @module
 */

/** "9:05" @param {number} ms */
const minutes = (ms) => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

/** @type {import("../words.js").Words<typeof import("../en/testing.js").testing>} */
export const testing = {
  title: "Testen",
  hint: "Nestbox wartet dann bis zu zehn Minuten auf seinen Alarm.",
  hintOff: "Es ist aus. Schalten Sie es ein, um es zu testen.",
  start: "Testen",
  again: "Noch einmal testen",
  practice: "Übungsseite öffnen",
  practiceHint: "Auf der Übungsseite sind Sie der Eindringling: Drücken Sie dort „Set it off“.",
  watching: "Lösen Sie es jetzt aus",
  watchingHint: "Nestbox wartet auf den Alarm.",
  remaining: (ms) => `Noch ${minutes(ms)}`,
  offline: "Ihre Console antwortet gerade nicht. Nestbox sieht weiter nach.",
  stop: "Nicht mehr warten",
  stopped: "Nestbox wartet nicht mehr auf den Alarm",
  came: "Der Alarm ist da. Es funktioniert.",
  cameAt: (time) => `Gesehen um ${time}. Auf Ihrer Console wartet der Alarm darauf, bestätigt zu werden.`,
  notYet: "Es kam kein Alarm",
  notYetOffline:
    "Ihre Console antwortete zuletzt nicht, also ist der Alarm vielleicht doch da. Sehen Sie auf Ihrer Console nach.",
  check: [
    "Ist der Computer online, und darf er Namen im Internet nachschlagen? Alarme reisen über Hostnamen oder Links.",
    "Wurde genau dieses ausgelöst, und nicht eine ältere Kopie?",
    "Manche Alarme brauchen länger als zehn Minuten. Sehen Sie später nach der Zahl seiner Alarme.",
  ],
};
