/**
 * A believable fleet of Canarytokens, always the same.
 * @module
 */

import { byKind } from "./kinds.js";

/** @typedef {import("../../../ui/js/types.js").TokenRow} TokenRow */

export const flocks = [
  { id: "flock:default", name: "Default Flock" },
  { id: "flock:finance", name: "Finance" },
  { id: "flock:front", name: "Front office" },
  { id: "flock:it", name: "IT" },
  { id: "flock:sixth", name: "Sixth form" },
];

/** The rows on the pictures: kind, reminder, flock, on, created, alerts. @type {[string, string, string, boolean, string, number][]} */
const first = [
  [
    "doc-msword",
    "Finance share, Payroll 2026. Looks like the staff pay review. Maria Keller",
    "finance",
    true,
    "2026-11-18T09:14",
    2,
  ],
  [
    "pdf-acrobat-reader",
    "Headteacher’s USB stick in the locked drawer. Draft contract with the governors",
    "front",
    true,
    "2026-11-18T08:40",
    0,
  ],
  ["qr-code", "Server cupboard, inside of the door. Label “Spare admin card”", "it", true, "2026-11-17T15:02", 1],
  ["aws-id", "Laptop RH-0412 of the IT helper, folder .aws", "it", true, "2026-11-17T11:30", 0],
  ["http", "Unread mail “VPN access list” in the office mailbox", "front", true, "2026-11-16T10:00", 0],
  [
    "windows-dir",
    "Office share, folder “Old exam papers”. Ask Tom before moving it",
    "front",
    true,
    "2026-11-12T16:20",
    0,
  ],
  ["dns", "Bookmark “backup-nas” on the library computers", "it", true, "2026-11-12T09:00", 14],
  ["cloned-web", "Sign-in page of the parents’ portal", "it", true, "2026-11-09T13:45", 0],
  ["web-image", "Intranet page “Suppliers”, school crest at the bottom", "front", true, "2026-11-05T12:00", 0],
  ["msexcel-macro", "Finance share, Archive. Looks like the budget for 2024", "finance", false, "2026-11-05T08:00", 0],
  ["aws-s3", "Cloud storage “rowanhill-archive-old”", "it", true, "2026-11-02T14:10", 0],
  ["fast-redirect", "Shortcut “Exam server” on the shared desktop", "it", true, "2026-10-29T10:30", 3],
  ["slow-redirect", "Sticky note in the exams office, short link", "front", true, "2026-10-29T10:00", 0],
  ["doc-msword", "Mailbox of the bursar, draft “New account details”", "finance", true, "2026-10-21T09:00", 0],
  ["sql", "Old pupil database, table “medical_notes”", "it", true, "2024-03-14T09:00", 0],
  ["msword-macro", "Finance share, Letters. Looks like a supplier reminder", "finance", false, "2024-02-08T09:00", 0],
  ["svn", "Source store of the website, folder “keys”", "it", false, "2023-01-30T09:00", 0],
  ["apeeper", "Cloud server that runs the timetable", "it", true, "2023-01-12T09:30", 0],
  [
    "pdf-acrobat-reader",
    "Front desk computer, Documents. Looks like the key holder list",
    "front",
    true,
    "2023-01-12T09:00",
    0,
  ],
  ["aws-id", "Backup server RH-BK-02, file “credentials.old”", "it", true, "2023-01-09T11:00", 0],
  ["http", "Page “Emergency passwords” in the staff wiki", "it", true, "2023-01-09T10:00", 0],
  ["doc-msexcel", "Finance share, Payroll 2022. Looks like salaries by name", "finance", true, "2023-01-09T09:00", 0],
  ["qr-code", "Envelope in the safe of the front office", "front", true, "2023-01-06T10:00", 0],
  ["dns", "Server list of the IT team, entry “dc-old”", "it", true, "2023-01-06T09:00", 0],
  ["new-kind-2027", "Trial of the Console’s newest kind, ask Tom", "it", true, "2023-01-05T09:00", 0],
];

const places = [
  "Finance share",
  "Library computer",
  "Staff wiki",
  "Laptop RH",
  "Backup server",
  "Front desk",
  "Music room tablet",
  "Exams office",
  "Sports hall printer",
  "Boarding house",
];
const things = [
  "folder “Archive”",
  "page “Accounts”",
  "drawer with spare keys",
  "file “old-passwords”",
  "draft mail to the governors",
  "list of alarm codes",
  "note under the keyboard",
  "shortcut “Reports”",
];
const keepers = ["Ask Tom", "Maria Keller", "IT helpdesk", "Mrs Osei", "Reception"];
const kindsInUse = [
  "doc-msword",
  "pdf-acrobat-reader",
  "http",
  "dns",
  "aws-id",
  "qr-code",
  "web-image",
  "windows-dir",
  "doc-msexcel",
  "fast-redirect",
  "slack-api",
  "wireguard",
];

/** @param {number} n */
const idOf = (n) => {
  let x = (n + 1) * 2654435761;
  let id = "";
  while (id.length < 25) {
    x = (x * 1103515245 + 12345) % 2147483648;
    id += (x % 2147483648).toString(36);
  }
  return id.slice(0, 20) + n.toString(36).padStart(5, "0");
};

/** @param {string} part */
const flockOf = (part) => flocks.find((one) => one.id === `flock:${part}`) ?? flocks[0];

/**
 * @param {number} count
 * @returns {TokenRow[]}
 */
export function makeRows(count) {
  const rows = [];
  for (let n = 0; n < count; n += 1) rows.push(n < first.length ? drawn(n) : invented(n));
  return rows;
}

/** Whose reminders are in the documented form. @type {Record<number, string>} */
const lookedAfter = {
  1: "Mrs Osei",
  2: "Tom Berger",
  4: "Maria Keller",
  6: "Tom Berger",
  9: "Maria Keller",
  12: "Mrs Osei",
};

/** @param {number} n @returns {TokenRow} */
function drawn(n) {
  const [kind, memo, part, enabled, created, alerts] = /** @type {typeof first[number]} */ (first[n]);
  return row(n, kind, memo, flockOf(part), enabled, Date.parse(created), alerts, lookedAfter[n]);
}

/** @param {number} n @returns {TokenRow} */
function invented(n) {
  const pick = (/** @type {readonly any[]} */ list, /** @type {number} */ step) =>
    list[Math.floor(n / step) % list.length];
  const where = `${pick(places, 1)} ${1000 + (n % 9000)}, ${pick(things, 3)}`;
  const keeper = pick(keepers, 7);
  const memo = n % 2 ? where : `${where}. ${keeper}`;
  const part = n % 41 < 4 ? (["finance", "front", "it", "it"][n % 41] ?? "it") : n % 2 ? "sixth" : "default";
  return row(
    n,
    pick(kindsInUse, 5),
    memo,
    flockOf(part),
    n % 17 !== 3,
    1_672_700_000_000 - n * 600_000,
    n % 97 === 5 ? 1 + (n % 7) : 0,
    n % 2 ? keeper : "",
  );
}

/**
 * @param {number} n
 * @param {string} kind
 * @param {string} memo
 * @param {{ id: string, name: string } | undefined} flock
 * @param {boolean} enabled
 * @param {number} created
 * @param {number} alerts
 * @param {string} [lookedAfterBy]
 * @returns {TokenRow}
 */
function row(n, kind, memo, flock, enabled, created, alerts, lookedAfterBy = "") {
  const known = byKind.get(kind);
  return {
    id: idOf(n),
    kind,
    kindName: known?.name ?? "New kind 2027",
    icon: known?.icon ?? "kind-other",
    memo,
    lookedAfterBy,
    flockId: flock?.id ?? "",
    flock: flock?.name ?? "",
    enabled,
    created,
    alerts,
    unacked: null,
  };
}
