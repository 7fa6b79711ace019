/**
 * Words of the introduction at the first start, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/introduction.js").introduction>} */
export const introduction = {
  place: (step, all) => `${step} von ${all}`,
  skip: "Überspringen",
  back: "Zurück",
  next: "Weiter",
  practise: "Übungs-Console ausprobieren",
  connect: "Mit meiner Console verbinden",
  steps: [
    {
      title: "Ein Canarytoken ist ein Köder",
      text: "Ein Dokument, ein Link oder ein Schlüssel, den niemand anfassen muss. Sie legen ihn dorthin, wo ein Eindringling nachsieht. Öffnet ihn jemand, bekommen Sie einen Alarm und wissen, dass jemand da ist.",
    },
    {
      title: "Ihre Console wacht, Nestbox hilft",
      text: "Nestbox legt Canarytokens auf Ihrer Canary-Console an, speichert deren Dateien und hält Ordnung. Ihr API-Schlüssel bleibt im Passwortspeicher dieses Computers und geht an niemanden außer Ihre Console.",
    },
    {
      title: "Umsehen oder anfangen",
      text: "Die Übungs-Console hat Beispiele und berührt nichts Echtes. Für Ihre eigene Console brauchen Sie deren Adresse und einen API-Schlüssel.",
    },
  ],
};
