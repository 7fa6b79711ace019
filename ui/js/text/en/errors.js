/**
 * What each error is called and what to do next. Rust's own sentence (what happened) stands between the two.
 * @module
 */

/** @type {Record<import("../../types.js").ErrorCode, { title: string, next: string }>} */
const codes = {
  addressInvalid: {
    title: "This is not an address of a Console",
    next: "Write it the way it stands in your browser, such as abc123.canary.tools.",
  },
  addressOtherHost: {
    title: "This address is not at canary.tools",
    next: "Check the address. If your Console really lives elsewhere, allow it under Advanced.",
  },
  addressInsecure: {
    title: "This address is not protected",
    next: "Use an address that begins with https.",
  },
  keyMissing: { title: "The API key is missing", next: "Paste the API key from your Console’s settings." },
  keyRefused: {
    title: "Your Console did not accept the API key",
    next: "It may have been withdrawn. Ask for a new one, then put it in under Settings.",
  },
  notAllowed: {
    title: "This API key may not do that",
    next: "Ask whoever looks after your Console for a key that may.",
  },
  dnsFailed: {
    title: "Your Console was not found",
    next: "Check the address and that this computer is online.",
  },
  connectFailed: {
    title: "No connection to your Console",
    next: "Check that this computer is online, then try again.",
  },
  connectionLost: { title: "The connection broke", next: "Check that this computer is online, then try again." },
  tlsUntrusted: {
    title: "The connection could not be trusted",
    next: "Something on the way may be reading along. Ask your network’s administrator before you go on.",
  },
  proxyLogin: {
    title: "Your network asks for a sign-in",
    next: "Sign in to your network’s proxy, or ask its administrator, then try again.",
  },
  timedOut: { title: "Your Console took too long to answer", next: "Wait a moment, then try again." },
  tooMany: { title: "Your Console asks for a pause", next: "Wait a minute, then try again." },
  consoleDown: { title: "Your Console is not available right now", next: "Wait a few minutes, then try again." },
  notJson: {
    title: "That did not answer like a Console",
    next: "Check the address. A sign-in page of your network may be in the way.",
  },
  answerOdd: {
    title: "Your Console answered in an unexpected way",
    next: "Try again. If it stays, send the details to whoever looks after Nestbox.",
  },
  answerTooLarge: {
    title: "Your Console’s answer was too large",
    next: "Try again. If it stays, send the details to whoever looks after Nestbox.",
  },
  listRepeats: {
    title: "The list did not come to an end",
    next: "Refresh the list. Until it works, some Canarytokens may be missing from it.",
  },
  consoleRefused: { title: "Your Console refused", next: "Read what it says, change that, then try again." },
  notFound: {
    title: "This Canarytoken is no longer there",
    next: "Someone may have deleted it. Refresh the list.",
  },
  createUnknown: {
    title: "It is not known if the Canarytoken was made",
    next: "Refresh the list and look for it before you make another.",
  },
  factoryGone: { title: "This factory is no longer there", next: "There is nothing left to do." },
  factoryUnknown: {
    title: "It is not known if the factory was made",
    next: "Open the factories once more and look for it before you make another.",
  },
  fieldInvalid: { title: "One entry needs another look", next: "Change it as its note says." },
  memoEmpty: {
    title: "The reminder is empty",
    next: "Write where it will be, so that you know what to do when an alert comes.",
  },
  memoTooLong: { title: "The reminder is too long", next: "Shorten it." },
  kindUnknown: {
    title: "Your Console does not offer this kind",
    next: "Choose another kind.",
  },
  flockUnknown: { title: "This flock is no longer there", next: "Choose another flock." },
  noFile: { title: "There is no file for this Canarytoken", next: "Use what stands under Copy instead." },
  fileGone: { title: "The file is no longer there", next: "Choose it again." },
  fileTooLarge: { title: "The file is too large", next: "Choose a smaller one." },
  fileWrongType: {
    title: "This type of file does not fit",
    next: "Choose a file of a type that stands below the field.",
  },
  fileEmpty: { title: "The file is empty", next: "Choose another one." },
  fileUnreadable: {
    title: "The file could not be read",
    next: "Close it in other programs, or copy it to another folder, then choose it again.",
  },
  folderReadOnly: { title: "Nothing can be saved in this folder", next: "Choose another folder." },
  diskFull: { title: "The disk is full", next: "Make some room or choose another disk, then save again." },
  saveFailed: { title: "The file was not saved", next: "Try again, or choose another folder." },
  downloadIncomplete: { title: "The file did not arrive whole", next: "Nothing was saved. Try again." },
  downloadWrongType: {
    title: "What arrived is not the file",
    next: "Nothing was saved. Try again, or save the file from your Console.",
  },
  notDragged: {
    title: "The file could not be dragged",
    next: "Choose “Show in folder” and drag it from there.",
  },
  keychainMissing: {
    title: "This computer has no keychain",
    next: "You can go on for this session. Nestbox asks for the API key again next time.",
  },
  keychainLocked: {
    title: "The keychain is locked",
    next: "Unlock it and try again, or go on for this session only.",
  },
  keychainDenied: {
    title: "Nestbox may not use the keychain",
    next: "Allow it when the system asks, or go on for this session only.",
  },
  keychainSlow: {
    title: "The keychain did not answer",
    next: "A question from the system may be waiting behind a window. Answer it, then try again.",
  },
  keychainFailed: {
    title: "The keychain did not work",
    next: "Try again, or go on for this session only.",
  },
  settingsUnwritable: {
    title: "The settings were not saved",
    next: "Check that the disk has room and that you may write in your own folder.",
  },
  configInvalid: {
    title: "This is not a configuration file of a Console",
    next: "Download canarytools.config from your Console’s settings and choose that.",
  },
  sheetRefused: { title: "This sheet cannot be used", next: "Change the sheet as it says, then choose it again." },
  sheetGone: { title: "This sheet is no longer open", next: "Choose the file again." },
  sheetBusy: { title: "This sheet is being worked on", next: "Wait until it is done, or cancel the rest." },
  unfinishedWork: { title: "There is unfinished work", next: "Choose “Go on” or “Forget it”. Then begin this one." },
  journalUnwritable: {
    title: "What is done could not be written down",
    next: "Make some room on this computer’s disk, then go on.",
  },
  journalUnreadable: {
    title: "The unfinished work cannot be read",
    next: "Refresh the list to see what was made. Then choose “Forget it”.",
  },
  releaseUnreachable: {
    title: "Nobody could say what the newest version is",
    next: "Check that this computer is online, then try again.",
  },
  releaseElsewhere: {
    title: "The newer version is not for this computer yet",
    next: "Go on with this one, and look again in a few days.",
  },
  releaseOdd: {
    title: "The answer about newer versions was odd",
    next: "Try again later. A sign-in page of your network may be in the way.",
  },
  notConnected: { title: "No Console is connected", next: "Connect to a Console first." },
  cancelled: { title: "Stopped", next: "What was done until then stays." },
  internal: {
    title: "Something in Nestbox went wrong",
    next: "Try again. If it stays, copy the details for whoever looks after Nestbox.",
  },
};

export const errors = { codes };
