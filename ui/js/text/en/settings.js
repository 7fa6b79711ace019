/**
 * The words of the Settings screen.
 * @module
 */

export const settings = {
  title: "Settings",
  back: "All Canarytokens",
  backConnect: "Back",

  consoles: "Consoles",
  inUse: "In use",
  remembered: (/** @type {string} */ address) => `${address}, API key kept on this computer`,
  notRemembered: (/** @type {string} */ address) => `${address}, API key asked for each time`,
  practiceHint: "Sample Canarytokens; nothing real is touched",
  practiceLabel: "Practice Console",
  rename: "Rename…",
  renameOf: (/** @type {string} */ label) => `Rename ${label}`,
  newKey: "New API key…",
  switchTo: "Switch to it",
  switchToOf: (/** @type {string} */ label) => `Switch to it: ${label}`,
  signOut: "Sign out…",
  signOutOf: (/** @type {string} */ label) => `Sign out of ${label}`,
  more: (/** @type {string} */ label) => `More for ${label}`,
  add: "Add a Console…",
  cancel: "Cancel",

  renameTitle: (/** @type {string} */ label) => `Rename ${label}`,
  renameLabel: "Name",
  renameHint: "Only you see this name. The Console itself stays as it is.",
  renameMissing: "Write a name.",
  renameDo: "Rename",
  renamed: (/** @type {string} */ label) => `Renamed to ${label}`,

  signOutTitle: (/** @type {string} */ label) => `Sign out of ${label}?`,
  signOutWhat: "Its API key is removed from this computer. Your Canarytokens stay on, and you can connect again later.",
  signOutPractice: "The practice Console and everything you made in it are gone. No real Canarytoken is touched.",
  signOutDo: "Sign out",
  signedOut: (/** @type {string} */ label) => `Signed out of ${label}`,

  appearance: "Appearance",
  colours: "Colours",
  themes: /** @type {const} */ ({ system: "System", light: "Light", dark: "Dark" }),
  language: "Language / Sprache",
  languages: /** @type {const} */ ({ system: "As the system", en: "English", de: "Deutsch" }),
  textSize: "Text size",
  textSizeHint: "The whole window follows at once",
  percent: (/** @type {number} */ size) => `${size}%`,

  alerts: "Alerts",
  watch: "Tell me about new alerts",
  watchHint:
    "While Nestbox is open it looks every five minutes and shows a notification. With more than 3,000 Canarytokens it takes several looks to see them all.",

  files: "Files",
  folder: "Folder for saved files",
  folderUnset: "Asked for when you first save a file",
  choose: "Choose…",
  chooseFolder: "Choose the folder for saved files",
  folderChosen: (/** @type {string} */ folder) => `Files will be saved in ${folder}`,

  about: "About",
  version: (/** @type {string} */ version) => `Nestbox ${version}`,
  independent:
    "An independent client, not affiliated with Thinkst. Canary and Canarytokens are Thinkst’s names; Thinkst neither made nor checked this program.",
  whatAre: "What are Canarytokens?",
  whatAreHint: "Thinkst’s own pages about them, in your browser",
  learnMore: "Read more",
  trouble: "Something not working?",
  troubleHint: "Shows what would be copied first. Never your API key or reminders.",
  diagnostics: "Copy diagnostics…",
  diagnosticsTitle: "Copy diagnostics",
  diagnosticsWhat: "This is everything that will be copied. You can paste it into a mail to whoever helps you.",
  diagnosticsText: "Diagnostics",
  diagnosticsCopy: "Copy",
  close: "Close",

  factories: "Factories",
  factoriesName: "Canarytoken factories",
  factoriesHint: "For scripts, and people without an API key. Most people never need them.",
  factoriesShow: "Show factories",

  remove: "Sign out of everything",
  removeHint: "Removes every API key and setting from this computer. Your Canarytokens stay on.",
  removeButton: "Sign out and remove…",
  removeTitle: "Sign out and remove everything?",
  removeWhat: "This is removed from this computer:",
  removeList: [
    "The API keys of all Consoles",
    "The names and addresses of your Consoles",
    "Your settings and the program’s logs",
  ],
  removeStays: "Your Canarytokens stay on. Files you saved stay where they are. This can’t be undone.",
  removeWord: "remove",
  removeType: (/** @type {string} */ word) => `To confirm, type ${word}`,
  removeTypeWrong: (/** @type {string} */ word) => `Type ${word} to confirm.`,
  removeDo: "Sign out and remove",
  removed: "Everything was removed from this computer",
};
