/**
 * Words on Canarytoken factories.
 * @module
 */

export const factories = {
  title: "Canarytoken factories",
  backSettings: "Settings",
  backList: "All Canarytokens",
  lead: "A factory lets a script or another person make Canarytokens in one flock, without your API key. Most people never need one.",
  notes: [
    { icon: "ui-check", text: "Whoever has its code can make Canarytokens in its flock, and download their files." },
    { icon: "ui-close", text: "They can’t see, change or delete anything else, and can’t read alerts." },
    {
      icon: "ui-attention",
      text: "If the code gets into wrong hands, the flock may fill up with Canarytokens nobody wanted. That is noise, and nothing is read. Delete the factory and make a new one.",
    },
  ],
  list: "Your factories",
  loading: "Asking your Console…",
  none: "There is no factory yet.",
  noneReadOnly: "There is no factory. This API key can look, but not make one.",
  inFlock: (/** @type {string} */ flock) => `Makes Canarytokens in ${flock}`,
  noReminder: "No reminder",
  kinds: (/** @type {number} */ count) => `What a factory can make: ${count} kinds`,
  make: "New factory…",
  handOn: "Share…",
  handOnOf: (/** @type {string} */ memo) => `Share: ${memo}`,
  delete: "Delete…",
  deleteOf: (/** @type {string} */ memo) => `Delete: ${memo}`,

  // New
  newTitle: "New factory",
  newAbout: "What it makes goes into one flock, which can’t be changed later.",
  flock: "Flock",
  reminder: "Reminder",
  reminderHint: "Who or what uses it, and whom to ask. Such as “Laptop set-up script, Tom”.",
  reminderMissing: "Write who or what will use it.",
  newDo: "Make the factory",
  made: "The factory is ready",

  // Share
  handOnTitle: "Share this factory",
  handOnAbout: "Give these only to those who shall use it, in a way you trust.",
  link: "Link for people",
  code: "Code for scripts",
  command: "Ready command",
  noLink: "Its link for people is not known here: your Console told it only once, when the factory was made.",

  // Delete
  deleteTitle: "Delete this factory",
  deleteText: (/** @type {string} */ memo) =>
    `The code of “${memo}” stops working at once. What it made stays and goes on raising alerts. This can’t be undone.`,
  deleteDo: "Delete the factory",
  deleted: "Factory deleted",
};
