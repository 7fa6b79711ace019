/**
 * Words of the introduction at the first start.
 * @module
 */

export const introduction = {
  place: (/** @type {number} */ step, /** @type {number} */ all) => `${step} of ${all}`,
  skip: "Skip",
  back: "Back",
  next: "Next",
  practise: "Try a practice Console",
  connect: "Connect to my Console",
  steps: [
    {
      title: "A Canarytoken is a decoy",
      text: "A document, a link or a key that nobody has a reason to touch. You leave it where an intruder would look. When somebody opens it, you get an alert, and know that someone is there.",
    },
    {
      title: "Your Console watches, Nestbox helps",
      text: "Nestbox makes Canarytokens on your Canary Console, saves their files and keeps them in order. Your API key stays in the password store of this computer, and goes to nobody but your Console.",
    },
    {
      title: "Look around, or begin",
      text: "The practice Console has sample Canarytokens and touches nothing real. To work with your own Console you need its address and an API key.",
    },
  ],
};
