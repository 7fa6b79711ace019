/**
 * The page: decides which view it shows.
 *
 * ## What a view is
 * `export function nameView(app, params)` returns one element, which becomes the whole window below the toasts. It is
 * made anew each time `app.go(name, params)` is called; what shall outlast it (a draft, a scroll place) lives in the
 * view's own module. After it was put in, the focus goes to its `[data-autofocus]`, else its first `h1` (tabindex -1).
 * `app.signal` is aborted when the view goes away: give it to `addEventListener`, `app.state.subscribe`, `app.on` and
 * `app.onCommand`, and nothing is left behind.
 *
 * Only text nodes and elements (dom.js `h`); never markup from text. Every word comes from `app.text`. Every request goes through
 * `app.call`; commands that change something get `operation: app.operation()`.
 *
 * @module
 */

import { h } from "./dom.js";
import { announce, announcer } from "./elements/announce.js";
import { logo } from "./elements/icon.js";
import { toasts } from "./elements/toast.js";
import { errorBanner, errorLine, isQuiet } from "./errors.js";
import { listen, on } from "./events.js";
import { asUiError, call, channel, operation } from "./ipc.js";
import { isBusy, listenForKeys, showKeys } from "./keys.js";
import { language } from "./language.js";
import { fetchLater, later } from "./later.js";
import { listenForReleases } from "./releases.js";
import { store } from "./store.js";
import { text } from "./text.js";
import { noteCreated } from "./views/list/memory.js";

/** @typedef {import("./types.js").AppState} AppState */
/** @typedef {import("./keys.js").Command} Command */
/** @typedef {"connect" | "list" | "create" | "settings" | "factories" | "many"} ViewName */
/**
 * What a view may use.
 * @typedef {object} App
 * @property {import("./store.js").Store<AppState>} state what Rust said last; `set` it with what a command answered
 * @property {() => Promise<AppState>} reload asks Rust for the state anew (after connect, sign_out, switch_console…)
 * @property {typeof call} call
 * @property {typeof channel} channel
 * @property {typeof operation} operation
 * @property {(name: ViewName, params?: Record<string, any>) => void} go
 * @property {import("./elements/toast.js").Toast} toast
 * @property {(message: string) => void} announce for screen readers only
 * @property {(error: unknown, options?: { where?: Element | null, retry?: () => void }) => void} showError puts a banner
 *   into `where` (in place of what it held), or says it in a toast. Cancelling is not shown.
 * @property {typeof on} on an event of Rust
 * @property {(command: Command, run: () => boolean | void, signal?: AbortSignal) => void} onCommand a key or the native
 *   menu asked for it; the newest listener is asked first, and passes it on by returning false
 * @property {(command: Command) => boolean} run as if its key had been struck; false: nobody wanted it
 * @property {typeof text} text
 * @property {AbortSignal} signal aborted when the view goes away
 * @property {() => boolean} isMac
 * @property {() => void} appear the first list is put into the window with its first rows; it comes by itself if they take long
 * @property {() => void} ready the first screen stands. Called for every view but the list, which calls it with its first rows
 */

/** @typedef {(app: App, params: Record<string, any>) => HTMLElement} View */

/** Where each view is. The first is fetched at once, the others when it stands: so the window is there sooner. @type {Record<ViewName, () => Promise<View>>} */
const views = {
  connect: async () => (await import("./views/connect.js")).connectView,
  list: async () => (await import("./views/list.js")).listView,
  create: async () => (await import("./views/create.js")).createView,
  settings: async () => (await import("./views/settings.js")).settingsView,
  factories: async () => (await import("./views/factories.js")).factoriesView,
  many: async () => (await import("./views/many.js")).manyView,
};
/** Those that are here. @type {Partial<Record<ViewName, View>>} */
const here = {};

/** @param {ViewName} name */
const fetchView = async (name) => {
  here[name] ??= await views[name]();
};

const state = store(
  /** @type {AppState} */ ({
    version: "",
    platform: "linux",
    consoles: [],
    session: null,
    preferences: {
      theme: "system",
      textSize: 100,
      language: "system",
      watch: false,
      newer: true,
      introduced: true,
      folder: null,
      sort: { column: "created", descending: true },
      panelWidth: null,
    },
    language,
    releases: null,
    notices: [],
  }),
);
const { element: toastRegion, toast } = toasts();
const stage = /** @type {HTMLElement} */ (document.querySelector(".stage"));

/** @type {{ command: Command, run: () => boolean | void }[]} */
const commands = [];
let leave = new AbortController();
/** @type {ViewName | null} */
let shown = null;

const reload = async () => {
  const next = await call("get_state");
  state.set(next);
  return next;
};

/** @type {App["onCommand"]} */
const onCommand = (command, run, signal) => {
  if (signal?.aborted) return;
  const entry = { command, run };
  commands.push(entry);
  signal?.addEventListener("abort", () => commands.splice(commands.indexOf(entry), 1), { once: true });
};

/** @param {Command} command */
const runCommand = (command) =>
  commands.filter((one) => one.command === command).some((_, i, all) => all.at(-1 - i)?.run() !== false);

/** @type {App["showError"]} */
const showError = (error, { where = null, retry } = {}) => {
  if (isQuiet(error)) return;
  if (where) where.replaceChildren(errorBanner(error, { retry: retry ?? null }));
  else toast(errorLine(error), { seconds: 15, action: retry ? { label: text.general.tryAgain, run: retry } : null });
};

const isMac = () => state.get().platform === "macos";

/** Milliseconds after which a window that nobody sees, and that is not painted therefore, goes on all the same. */
const paintPause = 500;

/** What stands in the page can be seen. @returns {Promise<void>} */
const painted = () =>
  new Promise((done) => {
    setTimeout(done, paintPause);
    requestAnimationFrame(() => setTimeout(done));
  });

/**
 * The first screen stands: scripts (end-to-end tests, pictures, figures) are told. Once it is painted Rust is told too, and the other
 * views come: sooner, they would keep the person waiting for what they look at.
 */
const ready = () => {
  if (document.documentElement.dataset.ready) return;
  document.documentElement.dataset.ready = "1";
  performance.mark("ready");
  if (document.activeElement === document.body) focusView();
  void painted().then(() => {
    // A page that only says that it could not start would lose them; the next one asks.
    if (shown) call("take_named_files").catch(showError);
    fetchLater();
    for (const name of /** @type {ViewName[]} */ (Object.keys(views))) void fetchView(name);
  });
};

/** What was created is noted for the list of a key that may not list. @type {typeof call} */
const callAndNote = async (command, ...args) => {
  const consoleId = state.get().session?.consoleId;
  const answer = await call(command, ...args);
  if (command === "create_token" && consoleId)
    noteCreated(consoleId, /** @type {import("./types.js").Created} */ (answer).token);
  return answer;
};

/** How often a view was asked for: the last one wins. */
let asked = 0;

/** @type {App["go"]} */
const go = (name, params = {}) => {
  asked += 1;
  const mine = asked;
  if (here[name]) show(name, here[name], params);
  else void fetchView(name).then(() => mine === asked && go(name, params));
};

/** Milliseconds for which the first list waits for its rows: an empty one would be laid out for nothing. */
const appearPause = 200;
/** The view that is not in the window yet. @type {HTMLElement | null} */
let waiting = null;

/** @type {App["appear"]} */
const appear = () => {
  if (waiting) stage.replaceChildren(waiting);
  waiting = null;
};

/** @param {ViewName} name @param {View} view @param {Record<string, any>} params */
const show = (name, view, params) => {
  leave.abort();
  leave = new AbortController();
  shown = name;
  waiting = view({ ...app, signal: leave.signal }, params);
  // Asked after it was made: a first list that has all it needs, as one of a key that may not list, is ready by then.
  const waits = name === "list" && !document.documentElement.dataset.ready;
  if (waits) setTimeout(appear, appearPause);
  else appear();
  document.title = state.get().session
    ? `${state.get().session?.label}, ${text.general.appName}`
    : text.general.appName;
  if (!waits) focusView();
  if (name !== "list") ready();
};

/** Puts the focus where the view wants it. */
function focusView() {
  const target = stage.querySelector("[data-autofocus]") ?? stage.querySelector("h1");
  if (!(target instanceof HTMLElement)) return;
  if (target.matches("h1") && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** @type {App} */
const app = {
  state,
  reload,
  call: callAndNote,
  channel,
  operation,
  go,
  toast,
  announce,
  showError,
  on,
  onCommand,
  text,
  signal: leave.signal,
  run: runCommand,
  isMac,
  appear,
  ready,
};

/** Theme and text size of the preferences, on the root element. @param {AppState} now */
function applyPreferences({ preferences: { theme, textSize } }) {
  const root = document.documentElement;
  if (theme === "system") root.removeAttribute("data-theme");
  else root.dataset.theme = theme;
  if ((root.dataset.textSize ?? "100") === String(textSize)) return;
  if (textSize === 100) root.removeAttribute("data-text-size");
  else root.dataset.textSize = String(textSize);
  // Chromium answers container queries in rem with the text size it saw first, until the container itself changes.
  document.body.style.setProperty("container-type", "normal");
  document.body.getBoundingClientRect();
  document.body.style.removeProperty("container-type");
}

/** What the whole window can do, whichever view it shows. */
function everywhere() {
  const session = () => state.get().session;
  onCommand("keys", () => void showKeys(isMac()));
  // A view that shows several things has an answer of its own.
  onCommand("help", () => shown !== null && void later.help().then(({ showHelp }) => shown && showHelp(app, shown)));
  onCommand("settings", () => {
    if (shown !== "settings") go("settings");
  });
  onCommand("new", () => {
    if (session()?.abilities.create && shown !== "create") go("create");
  });
  onCommand("many", () => {
    if (session()?.abilities.create && shown !== "many") go("many");
  });
  listenForKeys(runCommand, isMac);
  listenForFiles();
  listenForReleases(app);
  // A file dropped beside its place must not replace the page; a right mouse button on it offers no page's menu.
  for (const type of ["dragover", "drop"]) window.addEventListener(type, (event) => event.preventDefault());
  window.addEventListener("contextmenu", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("input, textarea, .value")) event.preventDefault();
  });
  const report = (/** @type {unknown} */ reason) => {
    const message =
      reason instanceof Error ? `${reason.name}: ${reason.message}\n${reason.stack ?? ""}` : asUiError(reason).code;
    call("report_page_error", { message: message.slice(0, 2000) }).catch(() => {});
    toast(text.general.pageFault);
  };
  window.addEventListener("error", (event) => report(event.error));
  window.addEventListener("unhandledrejection", (event) => report(event.reason));
}

/** A file that was dropped, or named when the program was started once more, where no view waits for one. */
function listenForFiles() {
  on("configDropped", ({ config }) => {
    if (shown === "connect") return;
    const use = () => go("connect", { add: true, config });
    // What was begun there would be lost.
    if (shown === "create" || shown === "many")
      toast(text.connect.fileRead(config.fileName), { seconds: 15, action: { label: text.connect.submit, run: use } });
    else use();
  });
  on("sheetDropped", ({ sheet }) => {
    if (!state.get().session) toast(text.many.connectFirst(sheet.name), { seconds: 15 });
    else if (shown !== "create" && shown !== "many") go("many", { sheet });
  });
  on("dropRefused", ({ error }) => {
    if (shown === "list" || shown === "many") showError(error);
  });
}

/** Milliseconds after which a start says that it is one: most are over by then, and a picture in between would only flicker. */
const startPause = 300;

function sayThatItStarts() {
  if (stage.hasChildNodes()) return;
  const words = h("span", { class: "visually-hidden" }, text.general.starting);
  stage.append(h("p", { class: "starting" }, logo({ large: true }), words));
}

async function start() {
  document.documentElement.lang = language;
  document.body.append(toastRegion, announcer());
  setTimeout(sayThatItStarts, startPause);
  // Most starts show this first. It comes while Rust is asked (its files are named in index.html: see scripts/preloads).
  void fetchView("list");
  state.subscribe(applyPreferences);
  everywhere();
  try {
    on("menu", ({ command }) => void (isBusy() || runCommand(command)));
    state.set(await listen());
    if (!state.get().session) {
      await call("resume_session").catch((error) => showError(error));
      await reload();
    }
    if (state.get().session) go("list");
    else go("connect", { first: true });
  } catch (error) {
    stage.replaceChildren(
      h(
        "main",
        { class: "starting" },
        h("h1", { class: "visually-hidden" }, text.general.appName),
        errorBanner(error, { retry: () => location.reload() }),
      ),
    );
    ready();
  }
}

await start();
