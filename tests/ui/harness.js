/**
 * What tests of the page share: a browser, the page on the fake, axe, pictures.
 *
 * A test file `tests/ui/<screen>.test.js` begins with
 * ```js
 * import { setUp } from "./harness.js";
 * const { open } = setUp();
 * test("…", async () => { const page = await open({ tokens: 100 }); … });
 * ```
 * `open` gives a Playwright page whose first screen stands. When a test ends, its pages are put away for the next, and it fails if the page
 * threw, wrote an error to the console or broke its policy (unless `open` was told `faults: true`).
 * Screens to be looked at and checked by axe in both themes are listed in `screens/*.js`.
 * @module
 */

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.js";

/** @typedef {import("playwright-core").Page} Page */
const require = createRequire(import.meta.url);
const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));

/** Starts the browser that the system has. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
  });

/**
 * Pages that a test is done with. A page that is led elsewhere starts in a third of the time that a new one takes, and
 * nothing of the page itself outlives that.
 * @type {WeakMap<import("playwright-core").Browser, Page[]>}
 */
const spare = new WeakMap();

/** @param {import("playwright-core").Browser} browser @param {string} address of the server */
async function newPage(browser, address) {
  const context = await browser.newContext({ locale: "en-GB" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

/** Takes back what a test did to the page from outside, and keeps it for the next. @param {Page} page */
async function putAway(page) {
  const browser = page.context().browser();
  page.removeAllListeners();
  await page.unrouteAll();
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await page.goto("about:blank");
  if (browser) spare.set(browser, [...(spare.get(browser) ?? []), page]);
}

/**
 * Opens the page on the fake.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address of the server
 * @param {Record<string, any>} [options] of the fake (see FakeOptions), and `lang`, `width`, `height`, `contrast`, `forcedColors`, `colorScheme`; `before` is done before the page is asked for
 * @returns {Promise<{ page: Page, faults: string[], done: () => Promise<void> }>} what it complained of so far; `done` when it is needed no more
 */
export async function openPage(
  browser,
  address,
  {
    width = 1280,
    height = 800,
    contrast = "no-preference",
    forcedColors = "none",
    colorScheme = "light",
    lang = "en",
    before: prepare,
    ...options
  } = {},
) {
  const page = spare.get(browser)?.pop() ?? (await newPage(browser, address));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ media: "screen", reducedMotion: "reduce", contrast, forcedColors, colorScheme });
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  const query = new URLSearchParams(
    Object.entries({ lang, ...options }).map(([name, value]) => [
      name,
      typeof value === "object" ? JSON.stringify(value) : String(value),
    ]),
  );
  await prepare?.(page);
  // A machine with much else to do takes its time to start a page; what is tested comes after it.
  await page.goto(`${address}/${lang === "en" ? "index" : `index.${lang}`}.html?${query}`, { timeout: 60_000 });
  await page.waitForSelector('html[data-ready="1"]', { state: "attached", timeout: 60_000 }).catch((error) => {
    throw new Error(`the page did not start: ${faults.join("; ") || error.message}`);
  });
  return { page, faults, done: () => putAway(page) };
}

/**
 * Violations found by axe, as readable lines. It is put in by the browser, not by the page, so that the page's policy stays.
 *
 * @param {Page} page
 */
export async function axe(page) {
  const source = require.resolve("axe-core/axe.min.js");
  if (!(await page.evaluate("'axe' in window")))
    await page.evaluate(await (await import("node:fs/promises")).readFile(source, "utf8"));
  const result = await page.evaluate(() =>
    /** @type {any} */ (window).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return result.violations.flatMap((/** @type {any} */ one) =>
    one.nodes.map(
      (/** @type {any} */ node) =>
        `${one.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1).join(" ")}`,
    ),
  );
}

/** @param {Page} page @param {string} name written to target/pictures/page-<name>.png */
export async function picture(page, name) {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}page-${name}.png` });
}

/** Browser and server for one test file. */
export function setUp() {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  /** @type {(Awaited<ReturnType<typeof openPage>> & { expected: boolean })[]} */
  let opened = [];
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    const all = opened;
    opened = [];
    for (const { done } of all) await done();
    for (const { faults, expected } of all) if (!expected) assert.deepEqual(faults, [], "the page reported faults");
  });
  return {
    /** @param {Record<string, any>} [options] see openPage; `faults: true` when faults are expected */
    open: async ({ faults: expected = false, ...options } = {}) => {
      const one = await openPage(browser, server.address, options);
      opened.push({ ...one, expected });
      return one.page;
    },
  };
}

/** What the page asked Rust for. @param {Page} page @param {string} command @returns {Promise<any[]>} the arguments of each call */
export const called = (page, command) =>
  page.evaluate((name) => /** @type {any} */ (window).fake.called(name), command);

/**
 * The next call of a command fails.
 * @param {Page} page
 * @param {string} command
 * @param {string} code of a UiError
 * @param {string} message
 * @param {object} [more] of its other fields
 */
export const fail = (page, command, code, message, more = {}) =>
  page.evaluate(
    ([name, kind, words, rest]) => {
      const { fake } = /** @type {any} */ (window);
      fake.fail(name, fake.uiError(kind, words, rest));
    },
    /** @type {[string, string, string, object]} */ ([command, code, message, more]),
  );

/** Commands are answered with this from now on. @param {Page} page @param {string} command @param {any} value */
export const answer = (page, command, value) =>
  page.evaluate(([name, one]) => /** @type {any} */ (window).fake.answer(name, one), [command, value]);

/** The next call of a command is not answered until `release`. @param {Page} page @param {string} command */
export const hold = (page, command) =>
  page.evaluate((name) => {
    /** @type {any} */ (window).release = /** @type {any} */ (window).fake.hold(name);
  }, command);

/** What `hold` holds is answered. @param {Page} page */
export const release = (page) => page.evaluate(() => /** @type {any} */ (window).release());

/** Rust tells the page something. @param {Page} page @param {object} event */
export const emit = (page, event) => page.evaluate((one) => /** @type {any} */ (window).fake.emit(one), event);

/** @param {Page} page @param {string} name of a button, in full */
export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Waits for the heading of the screen, or of its step. @param {Page} page @param {string} text in full */
export const headed = (page, text) => page.getByRole("heading", { level: 1, name: text, exact: true }).waitFor();

/**
 * Waits until no dialog is left. One that was just closed is hidden at once, but leaves the page, and what waits for it goes on, a
 * moment later: a look for the role would be content too early.
 * @param {Page} page
 */
export const dialogGone = (page) => page.waitForSelector("dialog", { state: "detached" });

/** The page's clock stands still: what counts down keeps its figure. @param {Page} page */
export const holdClock = (page) =>
  page.evaluate(() => {
    const now = Date.now();
    Date.now = () => now;
  });

/** The words of what has the focus. @param {Page} page */
export const focusedText = (page) => page.evaluate(() => document.activeElement?.textContent);

/** Has the page asked for this file? @param {Page} page @param {string} path from ui/ */
export const fetched = (page, path) =>
  page.evaluate((end) => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(`/${end}`)), path);

/**
 * Takes hold of something with the mouse, moves it a little, and lets go.
 * @param {Page} page
 * @param {import("playwright-core").Locator} what
 */
export async function drag(page, what) {
  await what.hover();
  await page.mouse.down();
  const box = await what.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 40, { steps: 4 });
  await page.mouse.up();
}

/** Waits until something holds. @param {() => Promise<boolean>} holds @param {string} what */
export async function until(holds, what) {
  const end = Date.now() + 8000;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/**
 * Everything about the newest Canarytoken of the fake, or of its Canarytokens of some kinds.
 * @param {Page} page
 * @param {string[]} [kinds]
 * @returns {Promise<import("../../ui/js/types.js").TokenDetail>}
 */
export const newestOf = (page, kinds = []) =>
  page.evaluate(async (wanted) => {
    const { fake } = /** @type {any} */ (window);
    const { rows } = await fake.invoke("query_tokens", {
      filter: { text: "", kinds: wanted, flocks: [], keepers: [], enabled: null, alerts: null, foundThere: false },
      sort: { column: "created", descending: true },
      offset: 0,
      limit: 1,
    });
    return fake.invoke("get_token", { id: rows[0].id });
  }, kinds);
