/**
 * Words about placing a Canarytoken, for the wizard's last step and the panel.
 * @module
 */

export const placing = {
  title: "How to place it",
  whose: "Whose steps",
  audiences: /** @type {const} */ ({
    windows: "Windows",
    macos: "Mac",
    linux: "Linux",
    self: "Yourself",
    administrator: "Administrator",
  }),
  administratorNote: "Words for the person you ask:",
  send: "Send these steps to your administrator",
  sent: "Copied. Paste the steps into a message, and add the file or whatever else they need.",
  /**
   * What is sent. No link, host name, key or snippet goes along: chat and mail programs open links for a preview, which would set the
   * Canarytoken off, and a key in a message is no decoy any more. Nor does the reminder: it says where the decoy is, and a message is
   * read and kept by more people than need to know that. The person adds the file or the value, and the place, as they see fit.
   * @param {string} kind
   * @param {string} triggers
   * @param {string[]} steps
   * @param {string[]} notes
   */
  message: (kind, triggers, steps, notes) =>
    [
      `Could you place a decoy for us? It is a Canarytoken of the kind “${kind}”. ${triggers}.`,
      "",
      ...steps.map((step, at) => `${at + 1}. ${step}`),
      ...(notes.length ? ["", "Good to know:", ...notes.map((note) => `- ${note}`)] : []),
      "",
      "Please tell nobody who does not need to know, and tell us where it is once it is placed.",
    ].join("\n"),
};
