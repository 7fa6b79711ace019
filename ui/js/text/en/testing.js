/**
 * The words of "Test it".
 * @module
 */

/** "9:05" @param {number} ms */
const minutes = (ms) => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

export const testing = {
  title: "Test it",
  hint: "Nestbox then looks for its alert, for up to ten minutes.",
  hintOff: "It is off. Turn it on to test it.",
  start: "Test it",
  again: "Test it again",
  practice: "Open the practice page",
  practiceHint: "On the practice page you can be the intruder: press “Set it off” there.",
  watching: "Now set it off",
  watchingHint: "Nestbox is looking for the alert.",
  remaining: (/** @type {number} */ ms) => `${minutes(ms)} left`,
  offline: "Your Console does not answer just now. Nestbox goes on looking.",
  stop: "Stop looking",
  stopped: "Stopped looking for the alert",
  came: "The alert has come. It works.",
  cameAt: (/** @type {string} */ time) => `Seen at ${time}. On your Console the alert waits to be acknowledged.`,
  notYet: "No alert has come",
  notYetOffline:
    "Your Console did not answer at the end, so the alert may be there all the same. Look for it on your Console.",
  check: [
    "Is the computer online, and may it reach the internet by name? Alerts travel by host name or by link.",
    "Was it this very one that was set off, and not an older copy?",
    "Some alerts take longer than ten minutes. Look at its count of alerts later.",
  ],
};
