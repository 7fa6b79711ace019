/**
 * Many at once, as Rust answers it: a small sheet in memory that is checked, changed, run, paused and gone on with.
 * @module
 */

import { flocks } from "./data.js";
import { byKind } from "./kinds.js";

/** @typedef {import("../../../ui/js/types.js").SheetRow} SheetRow */
/** @typedef {import("../../../ui/js/types.js").SheetSummary} SheetSummary */
/** @typedef {import("../../../ui/js/types.js").RowFilter} RowFilter */
/** @typedef {import("../../../ui/js/types.js").CellProblem} CellProblem */
/** @typedef {import("../../../ui/js/types.js").UiError} UiError */
/** @typedef {import("../../../ui/js/types.js").TokenRow} TokenRow */
/**
 * @typedef {object} ManyOptions
 * @property {number} [sheetRows] how many rows a chosen sheet has; 60
 * @property {boolean} [faultless] without the three mistakes and the double
 * @property {number} [pace] milliseconds for each row of a run; 0
 * @property {number[]} [stops] when so many are made, the run waits until it is paused or cancelled
 * @property {string} [refuse] rows whose reminder holds this are refused by the Console, until they are mended
 * @property {boolean} [unfinished] something unfinished is there
 */
/**
 * What it needs of the rest of the fake.
 * @typedef {object} Rest
 * @property {TokenRow[]} rows the list
 * @property {() => boolean} listReady
 * @property {(kind: string, memo: string, flock: string) => TokenRow} create
 * @property {(selection: any) => TokenRow[]} selected
 * @property {(code: string, message: string, more?: Partial<UiError>) => UiError} uiError
 */

const kinds = ["aws-id", "doc-msword", "http", "windows-dir", "pdf-acrobat-reader"];
const places = [
  "Library computer RH-04%, folder .aws. Tom Berger",
  "Reception computer RH-04%, Documents, “Password list”. Ruth Jansen",
  "Science prep computer RH-04%, bookmark “Staff payroll”. Ana Lopes",
  "Music room computer RH-04%, folder “Old exam papers”. Tom Berger",
  "Exams office computer RH-04%, Desktop, “Key holder list”. Ana Lopes",
];
const columns = [
  { key: "kind", label: "Kind" },
  { key: "memo", label: "Reminder" },
  { key: "flock", label: "Flock" },
  { key: "folder", label: "Folder" },
  { key: "fileName", label: "File name" },
];
const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
const withFile = (/** @type {SheetRow} */ row) => !!byKind.get(kindOf(row) ?? "")?.artifact;
const kindOf = (/** @type {SheetRow} */ row) => {
  const said = (row.cells.kind ?? "").toLowerCase();
  return [...byKind.values()].find((one) => one.kind === said || one.name.toLowerCase() === said)?.kind ?? null;
};

/** @param {number} at @param {Record<string, string>} cells @returns {SheetRow} */
const makeRow = (at, cells) => ({
  row: at,
  line: at + 2,
  cells,
  said: {},
  kindName: "",
  icon: "",
  memo: "",
  flock: "",
  problems: [],
  duplicate: null,
  skipped: false,
  referenced: false,
  state: "waiting",
  result: "",
  token: null,
  address: null,
  file: null,
  error: null,
});

/** @param {number} count @param {boolean} faultless */
function sheetRows(count, faultless) {
  const rows = Array.from({ length: count }, (_, at) =>
    makeRow(at, {
      kind: byKind.get(kinds[at % 5] ?? "")?.name ?? "",
      memo: (places[at % 5] ?? "").replace("%", String(at + 1).padStart(2, "0")),
      flock: at % 2 ? "Front office" : "IT",
      folder: `RH-04${String(at + 1).padStart(2, "0")}`,
      ...(at % 5 === 1 ? { fileName: "Password list" } : {}),
    }),
  );
  if (faultless || count < 20) return rows;
  Object.assign(rows[3]?.cells ?? {}, { flock: "Exams" });
  Object.assign(rows[6]?.cells ?? {}, { kind: "Word documnet" });
  Object.assign(rows[11]?.cells ?? {}, { memo: "" });
  Object.assign(rows[15]?.cells ?? {}, rows[10]?.cells);
  return rows;
}

/** @param {Rest} rest @param {ManyOptions} options */
export function manyCommands(
  rest,
  { sheetRows: count = 60, faultless = false, pace = 0, stops = [], refuse = "", unfinished = false },
) {
  const { uiError } = rest;
  /** @type {{ summary: SheetSummary, rows: SheetRow[], taken: Set<number>, left: Set<number> } | null} */
  let open = null;
  let operation = "";
  let cancelled = false;
  let waiting = unfinished;
  const stopsLeft = new Set(stops);
  let goOn = () => {};

  const sheetOf = (/** @type {string} */ sheet) => {
    if (open?.summary.sheet !== sheet) throw uiError("sheetGone", "This sheet was closed.");
    return open;
  };
  const start = (
    /** @type {string} */ name,
    /** @type {SheetRow[]} */ rows,
    /** @type {Partial<SheetSummary>} */ more = {},
  ) => {
    const summary = /** @type {SheetSummary} */ ({
      sheet: `sheet-${Date.now()}`,
      name,
      columns,
      notes: [],
      existingKnown: true,
      files: 0,
      folder: null,
      started: false,
      running: false,
      paused: false,
      unprotected: null,
      ...more,
    });
    open = { summary, rows, taken: new Set(), left: new Set() };
    return check();
  };
  const check = () => {
    const now = /** @type {NonNullable<typeof open>} */ (open);
    /** @type {Map<string, number>} */
    const seen = new Map();
    for (const row of now.rows)
      if (row.state === "waiting" || row.state === "failed" || row.state === "skipped") checkRow(now, row, seen);
    const has = (/** @type {(row: SheetRow) => boolean} */ test) => now.rows.filter(test).length;
    now.summary.existingKnown = rest.listReady();
    now.summary.files = has((row) => matches(row, "ready") && withFile(row));
    now.summary.counts = {
      total: now.rows.length,
      ready: has((row) => matches(row, "ready")),
      problems: has((row) => matches(row, "problems")),
      warnings: has((row) => matches(row, "warnings")),
      duplicates: has((row) => matches(row, "duplicates")),
      skipped: has((row) => matches(row, "skipped")),
      referenced: has((row) => row.referenced && !row.skipped),
      done: has((row) => matches(row, "done")),
      attention: has((row) => matches(row, "attention")),
      waiting: has((row) => matches(row, "waiting")),
    };
    return now.summary;
  };
  const checkRow = (
    /** @type {NonNullable<typeof open>} */ now,
    /** @type {SheetRow} */ row,
    /** @type {Map<string, number>} */ seen,
  ) => {
    const kind = kindOf(row);
    const card = byKind.get(kind ?? "");
    const memo = (row.cells.memo ?? "").trim();
    const named = row.cells.flock ?? "";
    const flock = flocks.find((one) => one.name === (named || "Default Flock"));
    /** @type {CellProblem[]} */
    const problems = [];
    const wrong = (/** @type {string} */ column, /** @type {string} */ message, /** @type {string[]} */ choices = []) =>
      problems.push({ column, message, severity: "error", choices });
    if (!card)
      wrong("kind", `No kind is called “${row.cells.kind}”. Choose one.`, ["Word document", "Word with macro"]);
    if (!memo) wrong("memo", "The reminder is empty. Write where it will go.");
    if (!flock)
      wrong(
        "flock",
        `No flock is called “${named}”. Choose one of yours.`,
        flocks.map((one) => one.name),
      );
    const key = `${kind}|${memo}|${flock?.id}`;
    const exists = rest.rows.find((one) => one.kind === kind && one.memo === memo && one.flockId === flock?.id);
    const line = seen.get(key);
    if (line === undefined) seen.set(key, row.line);
    const duplicate =
      problems.length > 0
        ? null
        : exists
          ? { type: /** @type {const} */ ("exists"), token: exists.id }
          : line !== undefined
            ? { type: /** @type {const} */ ("inSheet"), line }
            : null;
    const skipped = now.left.has(row.row) || (duplicate !== null && !now.taken.has(row.row));
    const referenced = duplicate !== null && !skipped;
    const switches = (card?.fields ?? []).filter((one) => one.type === "switch" && row.cells[one.name]);
    Object.assign(row, {
      said: Object.fromEntries(switches.map(({ name }) => [name, row.cells[name] === "true" ? "Yes" : "No"])),
      kindName: card?.name ?? "",
      icon: card?.icon ?? "",
      memo: referenced ? `${memo} (#${row.line})` : memo,
      flock: flock?.id === "flock:default" ? "" : (flock?.name ?? ""),
      problems,
      duplicate,
      skipped,
      referenced,
    });
    if (row.state !== "failed") row.state = skipped ? "skipped" : "waiting";
  };
  /** @param {SheetRow} row @param {RowFilter} filter */
  const matches = (row, filter) => {
    const bad = row.problems.some((one) => one.severity === "error");
    return {
      all: true,
      ready: !row.skipped && !bad && row.state !== "done",
      problems: bad && !row.skipped,
      warnings: row.problems.length > 0 && !bad,
      duplicates: row.duplicate !== null,
      skipped: row.skipped,
      done: row.state === "done",
      attention: ["failed", "fileMissing", "unknown"].includes(row.state),
      waiting: (row.state === "waiting" || row.state === "working") && !bad,
    }[filter];
  };
  /** @param {SheetRow} row */
  const makeOne = async (row) => {
    row.state = "working";
    await wait(pace);
    if (refuse && row.memo.includes(refuse)) {
      const error = uiError("fieldInvalid", "Your Console refused the reminder.", { field: "memo" });
      Object.assign(row, { state: "failed", result: "Not made", error });
      return;
    }
    const made = rest.create(
      kindOf(row) ?? "",
      row.memo,
      flocks.find((one) => one.name === row.flock)?.id ?? "flock:default",
    );
    const file = withFile(row) ? [row.cells.folder, row.cells.fileName ?? "File"].filter(Boolean).join("/") : null;
    Object.assign(row, {
      state: "done",
      result: "Made",
      token: made.id,
      address: "http://example.test/",
      file,
      error: null,
    });
  };

  /** @type {Record<string, (args: any) => any>} */
  const commands = {
    choose_sheet: () => start("Devices autumn 2026.xlsx", sheetRows(count, faultless)),
    start_from_names: ({ list }) => {
      const names = list.names
        .split(/\n/)
        .map((/** @type {string} */ one) => one.trim())
        .filter(Boolean);
      const put = (/** @type {string} */ pattern, /** @type {string} */ name) => pattern.replaceAll("{name}", name);
      const flock = flocks.find((one) => one.id === list.flock)?.name ?? "";
      const own = (byKind.get(list.kind)?.fields ?? []).filter((one) => list.fields[one.name]);
      const rows = names.map((/** @type {string} */ name, /** @type {number} */ at) =>
        makeRow(at, {
          ...Object.fromEntries(own.map((one) => [one.name, put(list.fields[one.name], name)])),
          kind: byKind.get(list.kind)?.name ?? "",
          memo: put(list.memo, name) || name,
          ...(flock ? { flock } : {}),
          folder: put(list.folder, name),
          fileName: put(list.fileName, name),
        }),
      );
      const more = own.map((one) => ({ key: one.name, label: one.label }));
      return start(`${names.length} names`, rows, { columns: [...columns, ...more] });
    },
    get_sheet: ({ sheet }) => sheetOf(sheet).summary,
    check_sheet: ({ sheet }) => sheetOf(sheet) && check(),
    query_rows: ({ sheet, show, offset, limit }) => {
      const found = sheetOf(sheet).rows.filter((row) => matches(row, show));
      check();
      return { total: found.length, offset, rows: found.slice(offset, offset + limit), counts: open?.summary.counts };
    },
    get_cell: ({ sheet, row, column }) => sheetOf(sheet).rows[row]?.cells[column] ?? "",
    edit_cell: ({ sheet, row, column, value }) => {
      const one = sheetOf(sheet).rows[row];
      if (!one) throw uiError("notFound", "There is no such row.");
      if (open?.summary.started && (open.summary.running || !["waiting", "failed"].includes(one.state)))
        throw uiError("sheetBusy", "This row is made already.");
      one.cells = { ...one.cells, [column]: value };
      if (one.state === "failed") Object.assign(one, { state: "waiting", error: null, result: "" });
      return { summary: check(), row: one };
    },
    fill_column: ({ sheet, column, value, onlyEmpty }) => {
      for (const row of sheetOf(sheet).rows)
        if (!onlyEmpty || !row.cells[column]) row.cells = { ...row.cells, [column]: value };
      return check();
    },
    skip_rows: ({ sheet, rows, skip }) => {
      const now = sheetOf(sheet);
      const wanted = now.rows.filter((row) =>
        rows.type === "rows" ? rows.rows.includes(row.row) : matches(row, rows.show),
      );
      for (const { row } of wanted) {
        now[skip ? "left" : "taken"].add(row);
        now[skip ? "taken" : "left"].delete(row);
      }
      return check();
    },
    choose_target_folder: ({ sheet }) => Object.assign(sheetOf(sheet).summary, { folder: "Documents/Decoys" }),
    save_template: ({ kind }) => saved(`Template ${byKind.get(kind)?.name ?? "for Nestbox"}.csv`),
    run_sheet: async ({ operation: id, sheet, onProgress, unprotected }) => {
      const { summary, rows } = sheetOf(sheet);
      if (summary.files > 0 && summary.folder === null)
        throw uiError("fieldInvalid", "Choose a folder for the files.", { field: "folder" });
      operation = id;
      cancelled = false;
      Object.assign(summary, {
        started: true,
        running: true,
        unprotected: unprotected ? "The keychain is locked." : null,
      });
      const list = rows.filter((row) => matches(row, "ready"));
      const tell = (/** @type {string} */ stage) => {
        check();
        const { counts } = summary;
        onProgress.onmessage({
          operation,
          done: counts.done + counts.attention,
          total: counts.done + counts.attention + counts.waiting,
          attention: counts.attention,
          stage,
        });
      };
      for (const row of list) {
        const tried = rows.filter((one) => matches(one, "done") || matches(one, "attention")).length;
        if (stopsLeft.delete(tried)) {
          tell("making");
          await new Promise((go) => {
            goOn = () => go(null);
          });
        }
        while (summary.paused && !cancelled) {
          tell("paused");
          await wait(20);
        }
        if (cancelled) break;
        await makeOne(row);
        if (pace || row.row % 10 === 0) tell("making");
      }
      summary.running = false;
      tell("making");
      const { waiting: left, attention } = summary.counts;
      waiting = left + attention > 0;
      return { summary, cancelled, stopped: null, complete: !waiting };
    },
    pause_sheet: ({ sheet, paused }) => {
      const { summary } = sheetOf(sheet);
      Object.assign(summary, { paused });
      goOn();
      return summary;
    },
    save_results: ({ format }) => saved(`Devices autumn 2026, result.${format}`),
    close_sheet: ({ sheet }) => {
      if (sheetOf(sheet).summary.running) throw uiError("sheetBusy", "It is being worked on.");
      open = null;
      return null;
    },
    get_unfinished: () =>
      waiting
        ? {
            name: "Devices autumn 2026.xlsx",
            startedAt: Date.now() - 86_400_000,
            console: "Rowan Hill Schools",
            consoleId: "console-1",
            connected: true,
            total: 60,
            done: 37,
          }
        : null,
    resume_unfinished: () => {
      const rows = sheetRows(60, true);
      for (const row of rows.slice(0, 37))
        Object.assign(row, { state: "done", result: "Made", token: rest.rows[0]?.id });
      const summary = start("Devices autumn 2026.xlsx", rows, { started: true, folder: "Documents/Decoys" });
      for (const row of rows.slice(0, 37))
        Object.assign(row, {
          kindName: row.cells.kind,
          memo: row.cells.memo,
          flock: row.cells.flock,
          icon: byKind.get(kindOf(row) ?? "")?.icon,
        });
      return summary;
    },
    discard_unfinished: () => {
      waiting = false;
      return null;
    },
    save_selection: ({ selection }) => {
      const rows = rest.selected(selection);
      const files = rows.filter((row) => byKind.get(row.kind)?.artifact);
      return {
        done: files.length,
        withoutFile: rows.length - files.length,
        failed: [],
        folder: "Documents/Decoys",
        saved: files.length ? "saved-many" : null,
      };
    },
    export_tokens: ({ format }) => saved(`Canarytokens.${format}`),
    cancel_operation: ({ operation: id }) => {
      if (id === operation) cancelled = true;
      goOn();
      return null;
    },
  };
  return commands;
}

/** @param {string} fileName */
const saved = (fileName) => ({ saved: `saved-${fileName}`, fileName, folder: "Documents", bytes: 4_200 });
