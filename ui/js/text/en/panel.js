/**
 * Words of the side panel and its dialogs.
 * @module
 */

import { formatNumber, plural } from "../../format.js";

/**
 * "2 alerts, 1 not yet looked at"; the Console does not always tell who has looked.
 * @param {number} count
 * @param {number | null} unacked
 */
export const alertsTold = (count, unacked) => {
  const all = plural(count, "alert", "alerts");
  if (unacked === null) return all;
  return unacked === 0 ? `${all}, looked at` : `${all}, ${formatNumber(unacked)} not yet looked at`;
};

export const panel = {
  edit: "Edit the reminder",
  close: "Close the panel",
  closeTitle: "Close (Esc)",
  width: "Width of the panel",
  widthHint: "Drag to make it wider or narrower; double-click for its first width",

  // Reminder
  reminder: "Reminder",
  reminderHint: "What was touched, and whom to ask: an alert shows these words.",
  reminderSave: "Save reminder",
  reminderSaved: "Reminder saved",
  reminderCount: (/** @type {number} */ used, /** @type {number} */ max) =>
    `${formatNumber(used)} of ${formatNumber(max)}`,
  reminderEmpty: "Write where it is, so that an alert makes sense later.",
  reminderLong: (/** @type {number} */ over) => `Leave out ${plural(over, "character", "characters")}.`,
  reminderKept: "What you wrote is still here.",
  noReminder: "No reminder",

  // State
  on: "On",
  off: "Off",
  cannotAlert: "It only makes others; it raises no alerts itself",
  offHint: "It raises no alerts while it is off",
  turnedOn: "Turned on",
  turnedOff: "Turned off",
  alerts: (/** @type {number} */ count, /** @type {number | null} */ unacked) =>
    count === 0 ? "No alerts" : alertsTold(count, unacked),
  noAlertsHint: "Nobody has touched it",
  someAlertsHint: "See who and when",
  seeOnConsole: "See on Console",
  save: "Save file…",
  saving: "Saving…",
  withNote: "With a how-to note",
  withNoteHint: "Delete the note once the file is in its place: it gives the decoy away.",
  saveNote: "Save both…",
  saveNoteOf: "Save both: the file, and a note of how to place it",
  savedBoth: (/** @type {string} */ name, /** @type {string} */ folder) =>
    folder ? `Saved ${name} and its note in ${folder}` : `Saved ${name} and its note`,
  leadsTo: "Leads on to",
  leadsNowhere: "Leads nowhere",
  leadsNowhereHint: "Visitors see an empty page",
  copyAddress: "Copy the address it leads on to",
  editAddress: "Change the address it leads on to",
  addAddress: "Add a page…",
  address: "Page it leads on to",
  addressHint: "A harmless page that suits it. Open it yourself first.",
  addressSave: "Save",
  addressSaved: "Address saved",
  addressRemove: "Lead nowhere",
  addressRemoved: "It leads nowhere now",
  addressKept: "What you wrote is still here.",
  addressEmpty: "Write the address of a page, such as https://www.example.com/",
  addressScript:
    "This would run something in the visitor’s browser. Use the address of a page, with https:// in front.",
  addressSpace: "There is a space in this address. Leave it out.",
  addressStart: (/** @type {string} */ right) => `The start is missing. Write it as ${right}`,
  addressWrong: "Write a whole web address that starts with https:// or http://",
  scanner: "Asks the visitor’s browser for more",
  scannerOn: "Yes",
  scannerOff: "No",

  // Sections
  unknownTitle: "Nestbox has no words of its own for this kind",
  unknownText: "Here is everything your Console says about it.",
  copy: "Copy",
  qr: "QR code",
  qrLabel: "QR code of this Canarytoken",
  qrNote: "Save the file to print it.",
  details: "Details",
  allFields: "What your Console says",
  flock: "Flock",
  created: "Created",
  onConsole: "On the Console",
  another: "Make another",
  delete: "Delete…",

  // S3
  s3: "At AWS",
  s3Text: (/** @type {string | null} */ bucket) =>
    bucket ? `It watches the bucket “${bucket}”.` : "It watches a bucket.",
  s3Remove: "Remove from AWS…",
  s3Title: "Remove from AWS",
  s3About:
    "Your Console takes what it set up for this bucket out of your AWS account. For that it needs AWS keys that may do so.",
  s3AccessKey: "AWS access key",
  s3SecretKey: "AWS secret key",
  s3SessionToken: "AWS session token",
  s3SessionTokenHint: "Only for keys that are valid for a short time.",
  s3Region: "AWS region",
  s3RegionHint: "Where the bucket is, such as eu-west-1.",
  s3Once: "The keys are used once, for this, and then forgotten.",
  s3Buckets: "Delete the buckets too",
  s3BucketsHint: "Everything in the watched bucket and in its log is lost. This can’t be undone.",
  s3Type: (/** @type {string} */ word) => `To confirm, type ${word}`,
  s3TypeWrong: (/** @type {string} */ word) => `Type ${word} to confirm.`,
  s3Fallback: "delete buckets",
  s3Missing: (/** @type {string} */ what) => `${what} is missing.`,
  s3Do: "Remove from AWS",
  s3DoBuckets: "Remove and delete buckets",
  s3Removing: "Removing. This can take a minute.",
  s3Done: "Removed from AWS",

  // EC2 metadata factory
  factory: "Its factory",
  factoryText: "Servers get their decoys from this factory. Deleting it stops new ones.",
  factoryDelete: "Delete the factory…",
  factoryTitle: "Delete the factory",
  factoryAbout:
    "Its link stops working, and servers that start from now on get no decoy. Decoys already on servers stay until they are deleted one by one. This can’t be undone.",
  factoryDo: "Delete the factory",
  factoryDone: "Factory deleted",

  // Canarytoken factory
  madeFactory: "Factories",
  madeFactoryText: "With a factory, a script or another person makes Canarytokens in one flock.",
  madeFactoryShow: "See all factories",
};
