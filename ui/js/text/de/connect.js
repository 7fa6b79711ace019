/**
 * The words of the Connect screen, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/connect.js").connect>} */
export const connect = {
  title: "Mit Ihrer Console verbinden",
  titleAdd: "Console hinzufügen",
  titleAgain: (label) => `Mit ${label} verbinden`,
  lead: "Dann können Sie Canarytokens anlegen und betreuen.",
  leadAdd: "Die Consoles, die Sie schon haben, bleiben, wie sie sind.",
  leadAgain: "Nestbox braucht den API-Schlüssel noch einmal.",
  leadNewKey: "Der neue API-Schlüssel ersetzt den, den Nestbox hat.",
  back: "Zurück",

  address: "Adresse der Console",
  addressPlaceholder: "abc123.canary.tools",
  addressHint: "Die Adresse irgendeiner Seite Ihrer Console genügt.",
  addressMissing: "Geben Sie die Adresse Ihrer Console ein, zum Beispiel abc123.canary.tools",

  key: "API-Schlüssel",
  keyHint: [
    "Ein Schlüssel der Art ",
    "Canarytoken Deploy",
    " genügt, um Canarytokens anzulegen, und lässt sich am sichersten weitergeben.",
  ],
  keyMissing: "Geben Sie Ihren API-Schlüssel ein",
  keyRefused: "Prüfen Sie, ob er vollständig ist. Wurde er gesperrt, bitten Sie um einen neuen.",
  keyFromFile: (name) => `Aus ${name}`,
  keyFromFileHint: "Er wurde aus der Datei gelesen und wird hier nicht angezeigt.",
  keyTypeInstead: "Stattdessen eintippen",

  remember: "Auf diesem Computer merken",
  rememberHint: "Im Passwortspeicher Ihres Systems",
  submit: "Verbinden",
  connecting: "Verbindung wird hergestellt. Das kann einige Sekunden dauern.",
  cancel: "Abbrechen",
  thisTimeOnly: "Weiter, ohne ihn zu merken",

  or: "oder",
  drop: "Legen Sie Ihre Konfigurationsdatei hier ab",
  dropHint: "Sie heißt canarytools.config",
  dropNow: "Loslassen, um die Datei zu lesen",
  open: "Öffnen…",
  fileRead: (name) => `${name} wurde gelesen. Prüfen Sie die Adresse und verbinden Sie dann.`,

  advanced: "Erweitert",
  otherHost: "Meine Console hat eine Adresse außerhalb von canary.tools",
  otherHostHint: "Lassen Sie dies aus, außer wer Ihre Console betreut, hat es Ihnen gesagt.",
  otherHostWarningTitle: (host) =>
    host ? `Ihr API-Schlüssel geht an ${host}` : "Ihr API-Schlüssel geht an diese Adresse",
  otherHostWarning:
    "Wer sie betreibt, kann dann alles, was der Schlüssel erlaubt. Lassen Sie dies nur an, wenn Sie sicher sind, dass es Ihre Console ist.",
  otherHostNeeded:
    "Diese Adresse liegt außerhalb von canary.tools. Prüfen Sie sie, oder erlauben Sie sie unter „Erweitert“.",

  where: "Wo finde ich das?",
  drawing:
    "Zeichnung der Console: Die Adresse steht in der Adresszeile des Browsers, der API-Schlüssel auf der Seite Settings unter Canary Console API",
  drawingAddress: "abc123.canary.tools",
  drawingPage: "/settings",
  drawingMenu: ["Canaries", "Canarytokens", "Alerts", "Settings"],
  drawingHeading: "Canary Console API",
  drawingDeploy: "Canarytoken Deploy",
  drawingReadOnly: "Read only",
  drawingDots: "••••••••••••••••",
  stepAddress: ["Die Adresse", " steht oben in Ihrem Browser, wenn Sie bei der Console angemeldet sind."],
  stepKey: [
    "Der API-Schlüssel",
    " steht auf der Seite Settings unter Canary Console API. Nicht zu sehen? Fragen Sie, wer Ihre Console betreut.",
  ],

  practiceTitle: "Nur mal umsehen?",
  practice: "Die Übungs-Console hat Beispiele und berührt nichts Echtes.",
  practiceTry: "Ausprobieren",

  known: "Consoles, die Sie benutzt haben",
  use: "Benutzen",
  useOf: (label) => `Benutzen: ${label}`,

  leaveTitle: "Gehen, ohne zu verbinden?",
  leaveText: "Was Sie hier eingegeben haben, wird nicht behalten.",
  leaveDo: "Gehen",
  leaveStay: "Hier bleiben",
};
