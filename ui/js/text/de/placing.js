/**
 * Words about placing a Canarytoken, for the wizard's last step and the panel, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/placing.js").placing>} */
export const placing = {
  title: "So platzieren Sie es",
  whose: "Schritte für",
  audiences: {
    windows: "Windows",
    macos: "Mac",
    linux: "Linux",
    self: "Sie selbst",
    administrator: "IT-Betreuung",
  },
  administratorNote: "Worte für die, die Sie bitten:",
  send: "Schritte an Ihre IT-Betreuung schicken",
  sent: "Kopiert. Fügen Sie die Schritte in eine Nachricht ein, und dazu die Datei oder was sonst nötig ist.",
  // What must not go along is said in the English file.
  message: (kind, triggers, steps, notes) =>
    [
      `Könnten Sie für uns einen Köder platzieren? Es ist ein Canarytoken der Art „${kind}“. ${triggers}.`,
      "",
      ...steps.map((step, at) => `${at + 1}. ${step}`),
      ...(notes.length ? ["", "Gut zu wissen:", ...notes.map((note) => `- ${note}`)] : []),
      "",
      "Bitte sagen Sie es niemandem, der es nicht wissen muss, und sagen Sie uns, wo es ist, sobald es dort ist.",
    ].join("\n"),
};
