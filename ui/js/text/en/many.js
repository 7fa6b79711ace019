/**
 * Words of "Many at once": a sheet of rows that become Canarytokens.
 * @module
 */

import { formatDay, formatNumber, formatWeekday, plural } from "../../format.js";

/** @param {number} count */
const some = (count) => plural(count, "Canarytoken", "Canarytokens");
/** @param {number} count */
const rows = (count) => plural(count, "row", "rows");

export const many = {
  name: "Many at once",
  open: "Many at once…",
  more: "More ways to create",
  back: "All Canarytokens",
  connectFirst: (/** @type {string} */ name) => `Connect to your Console first, then open ${name} again.`,
  mayNot: "This API key may not create Canarytokens.",

  // Begin
  lead: "Make a decoy for every laptop, share or department in one go. You see every row before anything is made.",
  from: "Where do the rows come from?",
  fromSheet: "From a spreadsheet",
  fromNames: "From a list of names",
  sheetTitle: "Choose a spreadsheet",
  sheetText:
    "A CSV file or an Excel workbook (.xlsx) with one Canarytoken a row. Its first row names the columns: kind, reminder, flock, folder, file name.",
  sheetChoose: "Choose a spreadsheet…",
  sheetNote: "Nothing is made yet: first you see what is in it.",
  templateTitle: "No sheet yet?",
  templateText: "Begin with a template. It has the right columns and an example to write over.",
  templateFor: "Template for",
  templateAny: "Several kinds",
  templateSave: "Download the template…",
  names: "Names, one a line",
  namesHint: "Laptops, shares, people, rooms: paste them from wherever they are.",
  namesCount: (/** @type {number} */ count) => (count === 0 ? "" : plural(count, "name", "names")),
  namesMissing: "Paste at least one name.",
  kind: "Kind",
  kindChoose: "Choose a kind",
  kindMissing: "Choose what each of them should be.",
  kindHint: "Kinds that need a file or a secret of yours are made one by one.",
  memo: "Reminder",
  memoHint: "Write {name} where each name belongs. It is what an alert will show.",
  memoExample: "Laptop {name}, Documents. Ask Maria Keller",
  flock: "Flock",
  flockDefault: "Default flock",
  folder: "Folder",
  folderHint: "Below the folder that you choose later. It may hold {name}.",
  fileName: "File name",
  fileNameHint: "A believable one is chosen when this is empty. It may hold {name}.",
  preview: "The first of them",
  previewEmpty: "What you write shows here.",
  previewMore: (/** @type {number} */ count) => `and ${formatNumber(count)} more`,
  namesCheck: (/** @type {number} */ count) =>
    count === 0 ? "Check the list" : `Check ${plural(count, "name", "names")}`,

  // Unfinished
  unfinished: (
    /** @type {number | null} */ startedAt,
    /** @type {number} */ done,
    /** @type {number} */ total,
    now = Date.now(),
  ) => {
    const made = `${formatNumber(done)} of ${formatNumber(total)} ${done === 1 ? "was" : "were"} made. Go on?`;
    if (startedAt === null) return made;
    const recent = now - startedAt < 6 * 86_400_000;
    return `On ${recent ? formatWeekday(startedAt) : formatDay(startedAt)}, ${made}`;
  },
  unfinishedFrom: (/** @type {string} */ name, /** @type {string} */ console) =>
    `“${name}” on ${console}. Nothing is made twice.`,
  goOn: "Go on",
  switchAndGoOn: (/** @type {string} */ console) => `Switch to ${console}`,
  forget: "Forget it",
  forgetTitle: "Forget what is unfinished",
  forgetText: (/** @type {number} */ left) =>
    `What is made stays. The other ${left === 1 ? "one is" : `${formatNumber(left)} are`} not made, and Nestbox will not know any more where it was.`,
  forgetDo: "Forget it",

  // Check
  checkTitle: (/** @type {number} */ total, /** @type {number} */ ready) =>
    total === ready ? `${rows(total)}, all ready` : `${rows(total)}, ${formatNumber(ready)} ready`,
  toMend: (/** @type {number} */ count) => `${formatNumber(count)} to mend`,
  doubles: (/** @type {number} */ count) => plural(count, "double", "doubles"),
  references: (/** @type {number} */ count) =>
    `${plural(count, "reminder gets", "reminders get")} a short reference, so that they can be told apart.`,
  listLoading: "Your list is still loading. Doubles of what exists show as soon as it is here.",
  filesGo: (/** @type {number} */ files, /** @type {string} */ folder) =>
    `${plural(files, "file goes", "files go")} to ${folder}`,
  filesNeed: (/** @type {number} */ files) => `${plural(files, "file", "files")} will be saved.`,
  chooseFolder: "Choose a folder…",
  changeFolder: "Change…",
  make: (/** @type {number} */ count) => `Make ${formatNumber(count)}`,
  makeNothing: "No row is ready yet.",
  show: "Show",
  segments: {
    all: (/** @type {number} */ n) => `All ${formatNumber(n)}`,
    problems: (/** @type {number} */ n) => `Need mending ${formatNumber(n)}`,
    duplicates: (/** @type {number} */ n) => `Doubles ${formatNumber(n)}`,
    skipped: (/** @type {number} */ n) => `Left out ${formatNumber(n)}`,
    ready: (/** @type {number} */ n) => `Ready ${formatNumber(n)}`,
    warnings: (/** @type {number} */ n) => `To notice ${formatNumber(n)}`,
    attention: (/** @type {number} */ n) => `Need attention ${formatNumber(n)}`,
    done: (/** @type {number} */ n) => `Done ${formatNumber(n)}`,
    waiting: (/** @type {number} */ n) => `Waiting ${formatNumber(n)}`,
  },
  nothingHere: "No row is like that any more.",
  showAll: "Show all",
  setColumn: "Fill a column…",
  fillTitle: "Fill a column",
  fillText: "Write the same into many rows at once.",
  fillColumn: "Column",
  fillValue: "What to write",
  fillOnlyEmpty: "Only where it is empty",
  fillDo: "Fill it in",
  gridLabel: "Rows of the sheet",
  row: "Row",
  mend: "What to mend",
  result: "Result",
  selectRow: (/** @type {number} */ line) => `Select row ${line}`,
  empty: "Nothing",
  actionsFor: (/** @type {number} */ count) => `Actions for ${rows(count)}`,
  skip: "Leave out",
  take: "Put back in",
  skipped: (/** @type {number} */ count) => `${rows(count)} left out`,
  taken: (/** @type {number} */ count) => `${rows(count)} put back in`,
  ready: "Ready",
  readyReference: "Ready, with a reference",
  leftOut: "Left out",
  doubleExists: "Left out: this one exists already",
  doubleLine: (/** @type {number} */ line) => `Left out: the same as row ${line}`,
  againExists: "Made again, though it exists",
  againLine: (/** @type {number} */ line) => `Made again, though row ${line} is the same`,
  andMore: (/** @type {string} */ message, /** @type {number} */ more) =>
    more > 0 ? `${message} And ${formatNumber(more)} more.` : message,
  cellOf: (/** @type {string} */ column, /** @type {number} */ line) => `${column}, row ${line}`,
  choices: (/** @type {string} */ column) => `Choices for ${column.toLowerCase()}`,
  leaveTitle: "Leave this sheet",
  leaveText: "What you mended here is lost. The file itself stays as it is.",
  leaveDo: "Leave it",
  stay: "Stay",

  // Run
  making: (/** @type {number} */ total) => `Making ${some(total)}`,
  made: (/** @type {number} */ done, /** @type {number} */ total) =>
    done === total ? `Made ${some(done)}` : `${formatNumber(done)} of ${formatNumber(total)} are made`,
  soFar: (/** @type {number} */ done, /** @type {number} */ total) => `${formatNumber(done)} of ${formatNumber(total)}`,
  attention: (/** @type {number} */ count) => `${formatNumber(count)} ${count === 1 ? "needs" : "need"} attention`,
  stages: {
    making: "",
    looking: "Looking for those whose answer was lost.",
    waiting: "Your Console asked for a moment. It goes on by itself.",
    paused: "Paused. What was under way came to its end.",
  },
  left: (/** @type {number} */ seconds) =>
    seconds < 90
      ? `About ${plural(Math.max(5, Math.ceil(seconds / 5) * 5), "second", "seconds")} left.`
      : `About ${plural(Math.ceil(seconds / 60), "minute", "minutes")} left.`,
  ifYouCancel: (/** @type {number} */ made) =>
    made === 0
      ? ""
      : `If you cancel, the ${made === 1 ? "one that is made stays" : `${formatNumber(made)} that are made stay`}.`,
  pause: "Pause",
  cancelRest: "Cancel the rest",
  cancelling: "Cancelling…",
  cancelled: "You cancelled the rest. What is made stays, and you can go on at any time.",
  allDone: "Everything is done.",
  doneAttention: "Have a look at those that need attention, then try again.",
  mendLeft: (/** @type {number} */ count) => `${rows(count)} can only be made once mended.`,
  unprotectedNote: "If Nestbox stops in the middle, it will not know where it was.",
  retry: (/** @type {number} */ count) => `Try ${formatNumber(count)} again`,
  goOnWith: (/** @type {number} */ count) => `Go on with ${formatNumber(count)}`,
  saveResult: "Save the result…",
  saveCsv: "As a sheet (CSV)…",
  saveHtml: "As a page to print…",
  print: "Print the result…",
  printTooMany: (/** @type {number} */ most) =>
    `More than ${formatNumber(most)} rows are too many to print from here. Save the result as a page, and print that.`,
  printed: (/** @type {string} */ when) => `Printed on ${when}.`,
  printColumns: ["Row", "Kind", "Reminder", "File or link", "State"],
  working: "Making it…",
  waiting: "Waiting",
  doneRow: "Made",
  openMade: "Open",
  openRow: (/** @type {number} */ line) => `Open the Canarytoken of row ${line}`,
  mendRow: "Mend…",
  mendRowOf: (/** @type {number} */ line) => `Mend row ${line}`,
  mendTitle: (/** @type {number} */ line) => `Mend row ${line}`,
  mendText: "Change what is wrong. The row is made when you go on.",
  mendSave: "Save the row",
  mended: (/** @type {number} */ line) => `Row ${line} is ready to be made`,
  leaveRunTitle: "Leave while they are being made",
  leaveRunText: "The rest is cancelled. What is made stays, and Nestbox offers to go on next time.",
  leaveRunTextUnprotected: "The rest is cancelled. What is made stays, but Nestbox will not know where it was.",
  leaveRunDo: "Cancel the rest and leave",
  leaveOpenTitle: "Leave before all are made",
  unprotectedTitle: "Make them without a safety net",
  unprotectedText: (/** @type {string} */ why) =>
    `${why} Nestbox keeps notes of what is made in a protected file, and cannot protect it now. If Nestbox or this computer stops in the middle, it will not know where it was.`,
  unprotectedDo: "Make them all the same",

  // What is saved

  // Selection of the list
  saveFiles: "Save files…",
  savingFiles: "Saving files",
  filesSaved: (/** @type {number} */ done, /** @type {number} */ without, /** @type {string} */ folder) => {
    const files = `Saved ${plural(done, "file", "files")} in ${folder}`;
    return without ? `${files}. ${formatNumber(without)} ${without === 1 ? "has" : "have"} none` : files;
  },
  noFiles: (/** @type {number} */ count) =>
    count === 1 ? "It has no file to save" : "None of them has a file to save",
  filesText: (/** @type {number} */ done) =>
    done === 0 ? "No file was saved." : `${plural(done, "file was", "files were")} saved.`,
  export: "Export…",
  exportTitle: (/** @type {number} */ count) => `Export ${some(count)}`,
  exportText: "A list of them, to keep or to work with elsewhere. It says where your decoys are: keep it safe.",
  exportFormat: "Format",
  exportColumns: "Columns",
  exportVendor: "Those of the Console’s own script",
  exportVendorHint: "Flock ID, token, created, enabled, type, memo",
  exportChosen: "These",
  exportNone: "Tick at least one column.",
  exportDo: "Export",
  exportNames: {
    id: "ID",
    kind: "Kind",
    kindId: "Kind on the Console",
    reminder: "Reminder",
    flock: "Flock",
    flockId: "Flock ID",
    state: "On or off",
    created: "Created",
    alerts: "Alerts",
    link: "Link",
    hostName: "Host name",
  },
  listFirst: "Save a list of them first…",
};
