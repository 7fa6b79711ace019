/**
 * A fake of Rust behind `window.__TAURI__`, so that the page runs in a plain browser.
 *
 * `window.fake` steers it: `fake.calls` is what was asked for, `fake.fail(command, error)` lets the next call fail (with
 * `{ always: true }` every one), `fake.answer(command, value)` puts an answer in place of the own one, `fake.hold(command)`
 * lets calls wait until the returned function is called, `fake.emit(event)` sends an event.
 * @module
 */

import { careCommands } from "./fake/care.js";
import { flocks, makeRows } from "./fake/data.js";
import { detail } from "./fake/detail.js";
import { makeIndex } from "./fake/index.js";
import { byKind, groups, kinds } from "./fake/kinds.js";
import { manyCommands } from "./fake/many.js";
import { shown } from "./fake/reminder.js";

/** @typedef {import("../../ui/js/types.js").AppState} AppState */
/** @typedef {import("../../ui/js/types.js").AppEvent} AppEvent */
/** @typedef {import("../../ui/js/types.js").ListStatus} ListStatus */
/** @typedef {import("../../ui/js/types.js").TokenRow} TokenRow */
/** @typedef {import("../../ui/js/types.js").UiError} UiError */
/**
 * @typedef {object} OwnOptions
 * @property {number} [tokens] how many there are; 25
 * @property {"none" | "one" | "several" | "practice"} [consoles] what is known at start; several
 * @property {"all" | "readOnly" | "createOnly" | "noFiles"} [abilities]
 * @property {number} [latency] milliseconds before each answer; 0
 * @property {"quick" | "stuck" | "failed"} [load] how the list comes: at once, stopping halfway, not at all
 * @property {"system" | "light" | "dark"} [theme]
 * @property {"en" | "de"} [lang] the language that Rust speaks
 * @property {100 | 112 | 125 | 150 | 200} [textSize]
 * @property {AppState["preferences"]["sort"]} [sort] how the list was left
 * @property {number | null} [panelWidth]
 * @property {AppState["notices"]} [notices]
 * @property {AppState["releases"]} [releases] newer versions; null: this build looks for none
 * @property {"linux" | "windows" | "macos"} [platform]
 * @property {boolean} [marked] does what is saved carry the mark of the web? false
 * @property {boolean} [introduced] was the introduction seen? true
 * @property {number} [factories] how many there are; 2
 * @property {Record<string, UiError>} [failing] by command: its first call fails
 */

/** @typedef {OwnOptions & import("./fake/many.js").ManyOptions} FakeOptions */

/** @param {string} code @param {string} message @param {Partial<UiError>} [more] @returns {UiError} */
export const uiError = (code, message, more = {}) => ({
  code: /** @type {any} */ (code),
  message,
  field: null,
  retryable: false,
  reference: "a1b2-c3d4",
  detail: null,
  ...more,
});

const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param {FakeOptions} options
 */
export function makeFake(options = {}) {
  const {
    tokens = 25,
    consoles = "several",
    abilities = "all",
    latency = 0,
    load = "quick",
    theme = "system",
    textSize = 100,
    sort = { column: "created", descending: true },
    panelWidth = null,
    lang = "en",
    notices = [],
    releases = null,
    introduced = true,
    platform = "linux",
    marked = false,
    factories = 2,
  } = options;
  const index = makeIndex(makeRows(tokens));
  /** Tests that look for an alert, by operation. @type {Map<string, any>} */
  const tests = new Map();
  /** @type {Map<string, string>} */
  const memos = new Map();
  /** @type {AppState} */
  const state = {
    version: "0.1.0",
    platform,
    consoles: consoleEntries(consoles),
    session: null,
    preferences: {
      theme,
      textSize,
      language: "system",
      watch: false,
      newer: true,
      introduced,
      folder: null,
      sort,
      panelWidth,
    },
    language: lang,
    releases,
    notices,
  };
  /** @type {ListStatus} */
  const noList = { phase: "empty", loaded: 0, expected: null, refreshedAt: null, revision: 0, error: null };
  let status = { ...noList };
  /** @type {((event: AppEvent) => void)[]} */
  const hearers = [];
  const emit = (/** @type {AppEvent} */ event) => {
    for (const hear of hearers) hear(structuredClone(event));
  };
  const setStatus = (/** @type {Partial<ListStatus>} */ patch) => {
    status = { ...status, ...patch, revision: status.revision + 1 };
    emit({ type: "listChanged", status });
    return status;
  };
  const can = {
    all: { list: true, create: true, change: true, download: true },
    readOnly: { list: true, create: false, change: false, download: true },
    createOnly: { list: false, create: true, change: false, download: false },
    noFiles: { list: true, create: true, change: true, download: false },
  }[abilities];
  const enter = (/** @type {AppState["consoles"][number]} */ entry) => {
    state.consoles = state.consoles.map((one) => ({ ...one, current: one.id === entry.id }));
    status = { ...noList };
    state.session = {
      consoleId: entry.id,
      label: entry.label,
      address: entry.address,
      practice: entry.practice,
      remembered: entry.remembered,
      abilities: can,
    };
    return state.session;
  };
  const rowOf = (/** @type {string} */ id) => {
    const row = index.rows.find((one) => one.id === id);
    if (!row) throw uiError("notFound", "Your Console has no such Canarytoken.");
    return row;
  };
  const changed = () => {
    index.changed();
    setStatus({ loaded: index.rows.length });
  };
  const fetchList = async () => {
    if (!can.list) return setStatus({ phase: "notAllowed", error: null });
    if (load === "failed") {
      return setStatus({
        phase: "failed",
        error: uiError("connectFailed", "Nothing answered at rowanhill.canary.tools.", { retryable: true }),
      });
    }
    const total = index.rows.length;
    const fresh = status.loaded === 0;
    setStatus({ phase: "loading", expected: total, error: null });
    const step = Math.max(1000, Math.ceil(total / 20));
    for (let done = Math.min(step, total); fresh && done < total; done += step) {
      setStatus({ loaded: done });
      if (load === "stuck" && done >= total / 3) await new Promise(() => {});
      await wait(latency);
    }
    return setStatus({ phase: "ready", loaded: index.rows.length, refreshedAt: Date.now() });
  };
  const switchTo = async (/** @type {any} */ { selection, operation, onProgress }, /** @type {boolean} */ enabled) => {
    const rows = index.selected(selection);
    for (const [done, row] of rows.entries()) {
      row.enabled = enabled;
      if (latency && done % 10 === 0) {
        onProgress?.onmessage({ operation, done, total: rows.length, failed: 0, unit: "items" });
        await wait(latency);
      }
    }
    changed();
    return { done: rows.length, ids: rows.slice(0, 1000).map((row) => row.id), failed: [] };
  };

  const create = (/** @type {string} */ kind, /** @type {string} */ memo, /** @type {string} */ flock) => {
    const card = byKind.get(kind);
    const row = /** @type {TokenRow} */ ({
      ...makeRows(1)[0],
      id: `new${Date.now().toString(36)}${index.rows.length}`.padEnd(25, "x"),
      kind,
      kindName: card?.name ?? kind,
      icon: card?.icon ?? "kind-other",
      ...shown(memo),
      flockId: flock,
      flock: flocks.find((one) => one.id === flock)?.name ?? "",
      created: Date.now(),
      alerts: 0,
    });
    memos.set(row.id, memo);
    index.add(row);
    changed();
    return row;
  };

  const many = manyCommands(
    {
      rows: index.rows,
      listReady: () => status.phase === "ready" || !can.list,
      create,
      selected: index.selected,
      uiError,
    },
    options,
  );

  /** @type {Record<string, (args: any) => any>} */
  const commands = {
    ...many,
    get_state: () => state,
    subscribe: ({ onEvent }) => {
      hearers.push((event) => onEvent.onmessage(event));
      return state;
    },
    resume_session: () => {
      const last = state.consoles.find((one) => one.current);
      return last ? enter(last) : null;
    },
    connect: ({ address, remember, label }) => {
      if (!/^[a-z0-9.:/-]+$/i.test(address))
        throw uiError("addressInvalid", "An address has no spaces in it.", { field: "address" });
      const host = address.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
      const entry = {
        id: `console-${state.consoles.length + 1}`,
        label: label ?? host,
        address: `https://${host.includes(".") ? host : `${host}.canary.tools`}`,
        remembered: remember,
        practice: false,
        current: true,
      };
      state.consoles.push(entry);
      return enter(entry);
    },
    import_config: () => ({
      handle: "config-1",
      address: "https://rowanhill.canary.tools",
      fileName: "canarytools.config",
    }),
    start_practice: () => {
      const entry = state.consoles.find((one) => one.practice) ?? { ...practice };
      if (!state.consoles.includes(entry)) state.consoles.push(entry);
      return enter(entry);
    },
    switch_console: ({ id }) => enter(/** @type {any} */ (state.consoles.find((one) => one.id === id))),
    rename_console: ({ id, label }) => {
      state.consoles = state.consoles.map((one) => (one.id === id ? { ...one, label } : one));
      if (state.session !== null && state.session.consoleId === id) state.session = { ...state.session, label };
      return state;
    },
    sign_out: ({ id }) => {
      state.consoles = state.consoles.filter((one) => one.id !== id);
      if (state.session?.consoleId === id) state.session = null;
      return state;
    },
    remove_everything: () => Object.assign(state, { consoles: [], session: null }),
    refresh_tokens: fetchList,
    query_tokens: ({ filter, sort, offset, limit }) => {
      const found = index.query(filter, sort, status.loaded);
      const keepers = index.rows.some((row) => row.lookedAfterBy);
      return {
        total: found.length,
        all: status.loaded,
        keepers,
        offset,
        rows: found.slice(offset, offset + limit),
        status,
      };
    },
    get_facets: () => facets(index.rows.slice(0, status.loaded)),
    summarize_selection: ({ selection }) => {
      const rows = index.selected(selection);
      const alerts = rows.filter((row) => row.alerts > 0);
      const enabled = rows.filter((row) => row.enabled).length;
      return {
        count: rows.length,
        enabled,
        disabled: rows.length - enabled,
        withAlerts: alerts.length,
        alerts: alerts.reduce((sum, row) => sum + row.alerts, 0),
        sample: rows.slice(0, 100),
        buckets: rows.filter((row) => row.kind === "aws-s3").length,
      };
    },
    list_flocks: () => flocks,
    get_token: ({ id }) => detail(rowOf(id), memos.get(id)),
    fetch_token: ({ id }) => detail(rowOf(id), memos.get(id)),
    update_memo: ({ id, memo }) => {
      const row = rowOf(id);
      Object.assign(row, shown(memo));
      memos.set(id, memo);
      changed();
      return detail(row, memo);
    },
    enable_tokens: (args) => switchTo(args, true),
    disable_tokens: (args) => switchTo(args, false),
    delete_tokens: async ({ selection, expected, operation, onProgress }) => {
      const rows = index.selected(selection);
      if (rows.length !== expected) throw uiError("internal", "The list changed since you chose. Choose again.");
      for (let done = 0; latency && done < rows.length; done += 10) {
        onProgress?.onmessage({ operation, done, total: rows.length, failed: 0, unit: "items" });
        await wait(latency);
      }
      index.remove(new Set(rows.map((row) => row.id)));
      changed();
      return { done: rows.length, ids: rows.slice(0, 1000).map((row) => row.id), failed: [] };
    },
    remove_s3: () => null,
    delete_factory: () => null,
    save_artifact: async ({ id, fileName, operation, onProgress }) => {
      const { artifact } = detail(rowOf(id));
      for (const done of [0, 6000, 18_234]) {
        onProgress?.onmessage({ operation, done, total: 18_234, failed: 0, unit: "bytes" });
        if (latency) await wait(latency);
      }
      return {
        saved: "saved-1",
        fileName: fileName ?? artifact?.suggestedName ?? "file",
        folder: "Documents, Canarytokens",
        bytes: 18_234,
      };
    },
    save_with_note: ({ id, fileName }) => ({
      saved: "saved-2",
      fileName: fileName ?? detail(rowOf(id)).artifact?.suggestedName ?? "file",
      folder: "Documents, Canarytokens",
      bytes: 18_234,
    }),
    // It looks until a test says what comes of it: `fake.alert(id)` sets one off, `fake.answer` ends it otherwise.
    test_token: async ({ id, operation, onProgress }) => {
      const row = rowOf(id);
      onProgress?.onmessage({ remaining: 598_000, offline: false });
      return new Promise((done, refuse) => tests.set(operation, { row, done, refuse, onProgress }));
    },
    show_saved: () => null,
    drag_saved: () => null,
    prepare_saved: () => marked,
    take_named_files: () => null,
    choose_folder: () => {
      state.preferences = { ...state.preferences, folder: "Documents, Canarytokens" };
      return state.preferences.folder;
    },
    list_kinds: () => ({ groups, kinds }),
    choose_file: ({ field }) => ({
      handle: `file-${field}`,
      name: field === "web_image" ? "school-crest.png" : "Pay review.docx",
      bytes: 48_120,
      mime: field === "web_image" ? "image/png" : "application/octet-stream",
      preview:
        field === "web_image"
          ? "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8f1aBgYGBiYGBgYGBAQAU3gH1zYbqkQAAAABJRU5ErkJggg=="
          : null,
      warning: null,
    }),
    check_form: ({ input }) => problems(input),
    create_token: ({ input }) => {
      const wrong = problems(input).find((one) => one.severity === "error");
      if (wrong) throw uiError("fieldInvalid", wrong.message, { field: wrong.field });
      const row = create(input.kind, input.memo, input.flock ?? "flock:default");
      return { token: detail(row, input.memo), adopted: false, existed: false };
    },
    ...careCommands({ index, rowOf, changed, uiError, wait, latency, factories }),
    cancel_operation: (args) => {
      tests.get(args.operation)?.refuse(uiError("cancelled", "Cancelled."));
      tests.delete(args.operation);
      return many.cancel_operation?.(args) ?? null;
    },
    // Rust writes into the system's clipboard; here it is the browser's.
    copy_secret: async ({ secret }) => {
      await navigator.clipboard.writeText(secret);
      return null;
    },
    set_preferences: ({ preferences }) => {
      state.preferences = preferences;
      state.language = preferences.language === "system" ? lang : preferences.language;
      return preferences;
    },
    open_link: () => null,
    look_for_release: () => state.releases?.found ?? null,
    get_diagnostics: () => ({ text: "Nestbox 0.1.0\nlinux, x86_64\nConsoles: 3\nList: 25 Canarytokens, ready" }),
    report_page_error: () => null,
  };

  /** @type {{ command: string, args: any }[]} */
  const calls = [];
  /** @type {Map<string, { error: UiError, always: boolean }>} */
  const failing = new Map(
    Object.entries(options.failing ?? {}).map(([command, error]) => [command, { error, always: false }]),
  );
  /** @type {Map<string, any>} */
  const answers = new Map();
  /** @type {Map<string, Promise<void>>} */
  const held = new Map();
  return {
    calls,
    state,
    emit,
    setStatus,
    uiError,
    /** Somebody set off what is being tested: its alert comes. @param {any} [result] what comes instead */
    endTests: (result = null) => {
      for (const { row, done } of tests.values()) {
        if (!result) row.alerts += 1;
        done(result ?? { type: "came", at: Date.parse("2026-11-18T14:03") });
      }
      tests.clear();
      changed();
    },
    /** @param {{ remaining: number, offline: boolean }} progress */
    tellTests: (progress) => {
      for (const { onProgress } of tests.values()) onProgress.onmessage(progress);
    },
    /** @param {string} command */
    called: (command) => calls.filter((one) => one.command === command).map((one) => one.args),
    /** @param {string} command @param {UiError} error @param {{ always?: boolean }} [how] */
    fail: (command, error, { always = false } = {}) => void failing.set(command, { error, always }),
    /** @param {string} command */
    works: (command) => void failing.delete(command),
    /** @param {string} command @param {any} value */
    answer: (command, value) => void answers.set(command, value),
    /** @param {string} command */
    hold: (command) => {
      /** @type {() => void} */
      let release = () => {};
      held.set(command, new Promise((done) => (release = () => done())));
      return () => {
        held.delete(command);
        release();
      };
    },
    /** @param {string} command @param {any} args */
    invoke: async (command, args) => {
      calls.push({ command, args: JSON.parse(JSON.stringify(args ?? {})) });
      await (latency ? wait(latency) : Promise.resolve());
      await held.get(command);
      const fault = failing.get(command);
      if (fault) {
        if (!fault.always) failing.delete(command);
        throw structuredClone(fault.error);
      }
      const run = commands[command];
      if (!run) throw new Error(`no command ${command}`);
      return structuredClone(answers.has(command) ? answers.get(command) : await run(args));
    },
  };
}

const practice = {
  id: "console-practice",
  label: "Practice Console",
  address: "http://127.0.0.1:40123",
  remembered: false,
  practice: true,
  current: true,
};

/** @param {NonNullable<FakeOptions["consoles"]>} how @returns {AppState["consoles"]} */
function consoleEntries(how) {
  const school = {
    id: "console-1",
    label: "Rowan Hill Schools",
    address: "https://rowanhill.canary.tools",
    remembered: true,
    practice: false,
    current: true,
  };
  const other = {
    id: "console-2",
    label: "Ashby College",
    address: "https://ashby.canary.tools",
    remembered: true,
    practice: false,
    current: false,
  };
  return { none: [], one: [school], several: [school, other], practice: [practice] }[how];
}

/** @param {TokenRow[]} rows */
function facets(rows) {
  const kindCounts = new Map();
  const flockCounts = new Map();
  /** @type {Map<string, { id: string, name: string, count: number }>} */
  const keepers = new Map();
  let enabled = 0;
  let withAlerts = 0;
  for (const row of rows) {
    kindCounts.set(row.kind, (kindCounts.get(row.kind) ?? 0) + 1);
    flockCounts.set(row.flockId, (flockCounts.get(row.flockId) ?? 0) + 1);
    enabled += Number(row.enabled);
    const id = row.lookedAfterBy.toLowerCase();
    const keeper = keepers.get(id) ?? { id, name: row.lookedAfterBy, count: 0 };
    keepers.set(id, { ...keeper, count: keeper.count + 1 });
    withAlerts += Number(row.alerts > 0);
  }
  return {
    kinds: [...kindCounts].map(([kind, count]) => ({
      kind,
      name: byKind.get(kind)?.name ?? "New kind 2027",
      icon: byKind.get(kind)?.icon ?? "kind-other",
      count,
    })),
    flocks: flocks.map(({ id, name }) => ({ id, name, count: flockCounts.get(id) ?? 0 })).filter((one) => one.count),
    keepers: [...keepers.values()].sort((a, b) => b.count - a.count),
    enabled,
    disabled: rows.length - enabled,
    withAlerts,
  };
}

/** @param {import("../../ui/js/types.js").FormInput} input @returns {import("../../ui/js/types.js").FieldProblem[]} */
function problems(input) {
  /** @type {import("../../ui/js/types.js").FieldProblem[]} */
  const found = [];
  for (const spec of byKind.get(input.kind)?.fields ?? []) {
    const other = spec.when ? input.fields[spec.when.field] : undefined;
    if (spec.when && other !== spec.when.equals) continue;
    const given = spec.type === "file" ? input.files[spec.name] : input.fields[spec.name];
    if (spec.required && !given)
      found.push({ field: spec.name, message: `${spec.label} is missing.`, severity: "error" });
    if (spec.type === "url" && given && !/^https?:\/\//.test(given)) {
      found.push({ field: spec.name, message: "Begin the address with https.", severity: "error" });
    }
    if (spec.type === "duration" && given && !/^[1-9]\d{0,3}(mo|y|w|d|h)$/.test(given)) {
      found.push({ field: spec.name, message: "Write it in short, as 6mo", severity: "error" });
    }
    const names = spec.type === "names" ? (given ?? "").split(/[,;\n]/).filter((one) => one.trim()) : [];
    if (names.length > 50) {
      found.push({ field: spec.name, message: `These are ${names.length} names.`, severity: "warning" });
    }
  }
  if (!input.memo.trim()) found.push({ field: "memo", message: "Write where it will go.", severity: "error" });
  return found;
}
