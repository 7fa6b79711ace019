/**
 * The documented form of a reminder, as Rust reads it.
 * @module
 */

const labels = ["Place: ", "Looked after by: ", "Note: "];

/** @param {string} memo @returns {import("../../../ui/js/types.js").Reminder | null} */
export function read(memo) {
  const parts = ["", "", ""];
  let next = 0;
  for (const line of memo.trim().split("\n")) {
    const at = labels.findIndex((label, place) => place >= next && line.startsWith(label));
    if (at < 0) return null;
    parts[at] = line.slice(labels[at]?.length);
    next = at + 1;
  }
  const [place = "", lookedAfterBy = "", note = ""] = parts;
  return { place, lookedAfterBy, note };
}

/** What the list shows of a reminder. @param {string} memo */
export function shown(memo) {
  const parts = read(memo);
  return {
    memo: (parts?.place || memo).replace(/\s+/g, " ").slice(0, 300),
    lookedAfterBy: parts?.lookedAfterBy ?? "",
  };
}
