import assert from "node:assert/strict";
import { test } from "node:test";
import { setUp } from "./harness.js";
import { source } from "./pseudo.js";
import { screens } from "./screens.js";

const { open } = setUp();

/**
 * The page in the language of pseudo.js.
 * @param {Record<string, any>} [options]
 */
const openPseudo = (options = {}) =>
  open({
    ...options,
    before: (/** @type {import("playwright-core").Page} */ page) =>
      page.route("**/js/text.js", (route) => route.fulfill({ contentType: "text/javascript", body: source })),
  });

/** Visible text of the page that no words of the page and no answer of Rust hold. @param {import("playwright-core").Page} page */
const leftBehind = (page) =>
  page.evaluate(() => {
    const { told } = /** @type {any} */ (window);
    const left = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = (node.textContent ?? "").trim();
      const parent = /** @type {Element} */ (node.parentElement);
      // Names of the program and of formats, and what is only numbers, dates and signs.
      const plain = words.replace(
        /\d{1,2} \p{L}{3,9} \d{4}( at )?|, \d+ kB|(\d+|now|yesterday) ?(minutes?|hours?|days?)? ?(ago)?/gu,
        "",
      );
      if (!/\p{L}{3}/u.test(plain) || /[⟦⟧~]/.test(words) || ["Nestbox", "CSV", "JSON"].includes(words)) continue;
      // A reminder as it stands on the Console.
      if (words.startsWith("Place: ")) continue;
      if (
        told.has(words) ||
        told.has(plain) ||
        [...told].some((one) => one.includes(words) || `${one}.` === words) ||
        // What the person wrote is shown as an alert will say it.
        parent.closest("option, kbd, code, svg, title, blockquote")
      )
        continue;
      if (parent.checkVisibility()) left.push(words);
    }
    return left;
  });

/** Elements whose words are cut without a way to see them. @param {import("playwright-core").Page} page */
const cut = (page) =>
  page.evaluate(() => {
    const found = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push("the page is wider than its window");
    for (const one of document.querySelectorAll("button, label, h1, h2, h3, p, li, legend, a")) {
      if (!one.checkVisibility() || one.closest("[title], .visually-hidden, svg")) continue;
      const style = getComputedStyle(one);
      if (style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1 && style.overflowX !== "auto")
        found.push(`${one.tagName} ${one.className}: ${one.textContent?.slice(0, 60)}`);
    }
    // How much of it is cut is not told by the page; that it would be seen is.
    for (const one of document.querySelectorAll("input:placeholder-shown"))
      if (getComputedStyle(one).textOverflow !== "ellipsis")
        found.push(`${one.getAttribute("placeholder")} would be cut in its field without a sign`);
    return found;
  });

const places = {
  list: async () => {},
  settings: async (/** @type {import("playwright-core").Page} */ page) => {
    await page.keyboard.press("Control+,");
    await page.waitForSelector(".settings-page");
  },
  "new Canarytoken": async (/** @type {import("playwright-core").Page} */ page) => {
    await page.keyboard.press("Control+n");
    await page.waitForSelector(".kind-card");
  },
  "many at once": async (/** @type {import("playwright-core").Page} */ page) => {
    await page.keyboard.press("Control+Shift+n");
    await page.waitForSelector("textarea, .segments");
  },
  keys: async (/** @type {import("playwright-core").Page} */ page) => {
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
  },
  panel: async (/** @type {import("playwright-core").Page} */ page) => {
    await page.locator("[role=row]").nth(1).click();
    await page.waitForSelector("aside h2, .panel h2");
  },
};

for (const [width, height] of /** @type {const} */ ([
  [1440, 900],
  [800, 500],
]))
  for (const [name, go] of Object.entries(places))
    test(`no word is left behind and none is cut at 40 % more: ${name}, ${width} × ${height}`, async () => {
      const page = await openPseudo({ width, height });
      await go(page);
      assert.deepEqual(await leftBehind(page), []);
      assert.deepEqual(await cut(page), []);
    });

test("no word of the Connect screen is left behind and none is cut at 40 % more", async () => {
  const page = await openPseudo({ consoles: "none", width: 800, height: 500 });
  assert.deepEqual(await leftBehind(page), []);
  assert.deepEqual(await cut(page), []);
});

test("the page speaks the language that Rust names, and another one once it is chosen in Settings", async () => {
  const page = await open({ lang: "de" });
  assert.equal(await page.locator("html").getAttribute("lang"), "de");
  await page.keyboard.press("Control+,");
  await page.getByRole("heading", { name: "Aussehen" }).waitFor();
  await page.getByLabel("Sprache / Language").selectOption("English");
  await page.getByText("Rowan Hill Schools").first().waitFor();
  await page.waitForSelector('html[lang="en"][data-ready="1"]', { state: "attached" });
  await page.keyboard.press("Control+,");
  await page.getByRole("heading", { name: "Appearance" }).waitFor();
});

/**
 * The page for a screen that finds things by their English words, which stand within the longer ones. The page itself stays as it
 * is: another test may have it next.
 * @param {import("playwright-core").Page} page
 * @returns {import("playwright-core").Page}
 */
const byEnglishWords = (page) =>
  Object.assign(Object.create(page), {
    /** @type {import("playwright-core").Page["getByRole"]} */
    getByRole: (wanted, { name, ...options } = {}) =>
      page.getByRole(wanted, {
        ...options,
        ...(name ? { name: longer(options.exact ? whole(name) : name) } : {}),
        exact: false,
      }),
    /** @type {import("playwright-core").Page["getByLabel"]} */
    getByLabel: (words) => page.getByLabel(longer(words), { exact: false }),
    /** @type {import("playwright-core").Page["getByText"]} */
    getByText: (words) => page.getByText(longer(words), { exact: false }),
  });

/** @param {string | RegExp} words */
const whole = (words) =>
  words instanceof RegExp ? words : new RegExp(`^${words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`);

/** @param {string | RegExp} words a pattern finds its beginning and its end within the brackets too */
const longer = (words) =>
  words instanceof RegExp
    ? new RegExp(words.source.replace(/^\^/, "^⟦?").replace(/\$$/, "[~ ⟧]*$"), words.flags)
    : words;

/** To get there, these look for words that the page puts together from several. */
const composed = ["factory-hand-on", "create-details", "create-details-aws", "create-details-aws-wrong"];

for (const screen of (await screens()).filter(({ name }) => !composed.includes(name)))
  test(`nothing is left behind or cut on the screen ${screen.name}`, async () => {
    const page = await openPseudo({ ...screen.options, width: 800, height: 500 });
    await screen.prepare?.(byEnglishWords(page));
    assert.deepEqual(await leftBehind(page), []);
    assert.deepEqual(await cut(page), []);
  });
