import assert from "node:assert/strict";
import { test } from "node:test";
import { called, focusedText, setUp, until } from "./harness.js";
import { focused, loaded, row, rows, shownCount } from "./rows.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

const grid = '[role="grid"]';
/** @param {Page} page */
const inPage = (page) => page.locator(rows).count();
/** @param {Page} page */
const chosen = (page) => page.locator(".action-strip:not([hidden]) .chosen").textContent();

test("100,000 rows keep at most 100 of them in the page, wherever it is scrolled and however tall the window", async () => {
  const page = await open({ tokens: 100_000, height: 2160 });
  await loaded(page, "100,000");
  assert.equal(await page.locator(grid).getAttribute("aria-rowcount"), "100001");
  for (const part of [0, 0.25, 0.5, 0.999, 1]) {
    await page.locator(grid).evaluate((element, at) => {
      element.scrollTop = element.scrollHeight * at;
    }, part);
    await until(async () => (await page.locator(`${rows}.waiting`).count()) === 0 && (await inPage(page)) > 20, "rows");
    assert.ok((await inPage(page)) <= 100, `${await inPage(page)} rows at ${part}`);
  }
  await page.waitForSelector(`${rows}[aria-rowindex="100001"]`);
});

test("every row of 100,000 has its place: the rows in sight follow each other without a gap", async () => {
  const page = await open({ tokens: 100_000 });
  for (const top of [0, 17, 1_234_567, 3_000_000]) {
    const places = await page.locator(grid).evaluate(async (element, at) => {
      element.scrollTop = at;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const head = element.querySelector(".head")?.getBoundingClientRect().bottom ?? 0;
      return [...element.querySelectorAll(".rows [role=row]")]
        .map((one) => ({ index: Number(one.getAttribute("aria-rowindex")), box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > head && box.top < innerHeight)
        .map(({ index, box }) => ({ index, top: Math.round(box.top), height: box.height }));
    }, top);
    assert.ok(places.length > 15);
    for (const [at, place] of places.entries()) {
      if (at === 0) continue;
      assert.equal(place.index, (places[at - 1]?.index ?? 0) + 1, "rows in the page stand in their order");
      assert.equal(place.top - (places[at - 1]?.top ?? 0), 36);
    }
  }
});

test("the grid is one tab stop, and arrows, Home, End, PageUp and PageDown move in it", async () => {
  const page = await open({ tokens: 500 });
  assert.equal(await page.locator(`${grid} [tabindex="0"]`).count(), 1);
  await page.locator(`${rows}[tabindex="0"]`).focus();
  assert.equal(await focused(page), 0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), 2);
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(page), 1);
  await page.keyboard.press("End");
  assert.equal(await focused(page), 499);
  await page.keyboard.press("PageUp");
  const up = await focused(page);
  assert.ok(up < 490 && up > 460, `${up}`);
  await page.keyboard.press("PageDown");
  assert.equal(await focused(page), 499);
  await page.keyboard.press("Home");
  assert.equal(await focused(page), 0);
  assert.equal(await page.locator(`${grid} [tabindex="0"]`).count(), 1);
  await page.keyboard.press("ArrowUp");
  assert.equal(await focusedText(page), "Kind", "up from the first row leads to the heading");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focusedText(page), "Reminder");
  assert.equal(await page.locator(`${grid} [tabindex="0"]`).count(), 1);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), 0);
});

test("the focused row stays in the page and keeps the focus when it is scrolled away", async () => {
  const page = await open({ tokens: 100_000 });
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("ArrowDown");
  await page.evaluate(() => Object.assign(window, { held: document.activeElement }));
  for (const top of [50_000, 1_800_000, 3_500_000]) {
    await page.locator(grid).evaluate((element, at) => {
      element.scrollTop = at;
    }, top);
    await until(async () => (await page.locator(`${rows}.waiting`).count()) === 0, "rows");
    assert.equal(await page.evaluate(() => document.activeElement === /** @type {any} */ (window).held), true);
    assert.equal(await focused(page), 1);
  }
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), 2, "and the arrows go on from it");
});

test("Space, Shift and Ctrl select; the strip says how many; Esc clears", async () => {
  const page = await open({ tokens: 500 });
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Space");
  assert.match((await chosen(page)) ?? "", /^1 selected/);
  assert.equal(await row(page, 0).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await until(async () => /^3 /.test((await chosen(page)) ?? ""), "3 selected");
  await page.keyboard.press("Shift+ArrowUp");
  await until(async () => /^2 /.test((await chosen(page)) ?? ""), "the range gets shorter again");
  await row(page, 6).click({ modifiers: ["Control"] });
  await until(async () => /^3 /.test((await chosen(page)) ?? ""), "one more by Ctrl and click");
  await row(page, 9).click({ modifiers: ["Shift"] });
  await until(async () => /^6 /.test((await chosen(page)) ?? ""), "a range by Shift and click");
  await row(page, 6).locator(".tick").click();
  await until(async () => /^5 /.test((await chosen(page)) ?? ""), "one less by its tick");
  assert.equal(await row(page, 6).locator(".tick").isChecked(), false);
  await page.keyboard.press("Escape");
  await until(async () => (await page.locator(".action-strip:not([hidden])").count()) === 0, "nothing selected");
});

test("Shift+End over many pages selects all of them", async () => {
  const page = await open({ tokens: 3000 });
  await loaded(page, "3,000");
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Shift+End");
  await until(async () => /^3,000 /.test((await chosen(page)) ?? ""), "3,000 selected");
});

test("Ctrl+A selects what was found as a filter, without reading it", async () => {
  const page = await open({ tokens: 100_000 });
  await loaded(page, "100,000");
  await page.getByRole("searchbox").fill("staff wiki");
  await until(async () => !/^100,000/.test((await shownCount(page)) ?? ""), "fewer rows");
  await page.getByRole("searchbox").press("ArrowDown");
  await page.keyboard.press("Control+a");
  const total = /^([\d,]+) of/.exec((await shownCount(page)) ?? "")?.[1];
  assert.equal(await chosen(page), `${total} selected`);
  const asked = (await called(page, "query_tokens")).map((one) => one.limit);
  assert.equal(Math.max(...asked), 100, "no more rows were read than are looked at");
  await row(page, 1).locator(".tick").click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await until(async () => (await called(page, "disable_tokens")).length === 1, "turned off");
  const [args] = await called(page, "disable_tokens");
  assert.equal(args.selection.type, "filter");
  assert.equal(args.selection.filter.text, "staff wiki");
  assert.equal(args.selection.except.length, 1);
});

test("another search ends a selection of all that was found", async () => {
  const page = await open({ tokens: 500 });
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Control+a");
  assert.equal(await chosen(page), "500 selected");
  await page.getByRole("searchbox").fill("share");
  await until(async () => (await page.locator(".action-strip:not([hidden])").count()) === 0, "nothing selected");
});

test("filters become chips that can be taken away, and combine with the search", async () => {
  const page = await open({ tokens: 500 });
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Finance/ }).click();
  await until(async () => / of 500/.test((await shownCount(page)) ?? ""), "fewer rows");
  await page.getByRole("searchbox").fill("payroll");
  await until(async () => (await shownCount(page)) === "2 of 500", "two");
  assert.equal(await page.locator("mark").first().textContent(), "Payroll");
  const last = (await called(page, "query_tokens")).at(-1);
  assert.deepEqual(last.filter, {
    text: "payroll",
    kinds: [],
    flocks: ["flock:finance"],
    keepers: [],
    enabled: null,
    alerts: null,
    foundThere: false,
  });
  await page.getByRole("button", { name: "Remove filter: flock Finance" }).click();
  await until(async () => (await page.locator(".chip").count()) === 0, "no chip");
  await page.getByRole("searchbox").press("Escape");
  await until(async () => (await shownCount(page)) === "500 Canarytokens", "all again");
});

test("a late answer to an older search is left alone", async () => {
  const page = await open({ tokens: 500 });
  const wait = page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    Object.assign(window, { release: fake.hold("query_tokens") });
  });
  await wait;
  await page.getByRole("searchbox").fill("share");
  await page.evaluate(() => /** @type {any} */ (window).release());
  await page.getByRole("searchbox").fill("no such thing");
  await page.getByText("No Canarytoken matches “no such thing”").waitFor();
  await page.getByRole("button", { name: "Clear the search" }).last().click();
  await until(async () => (await shownCount(page)) === "500 Canarytokens", "all again");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "search");
});

test("columns sort, and say so", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Alerts", exact: true }).click();
  await until(async () => (await row(page, 0).locator(".count").textContent()) === "14", "most alerts first");
  assert.equal(await page.locator('[data-column="alerts"][aria-sort]').getAttribute("aria-sort"), "descending");
  await page.getByRole("button", { name: "Reminder", exact: true }).click();
  await until(
    async () => /^Backup server/.test((await row(page, 0).locator(".memo").textContent()) ?? ""),
    "by reminder",
  );
  assert.equal(await page.locator('[data-column="reminder"][aria-sort]').getAttribute("aria-sort"), "ascending");
});

test("the list fills while it loads, and says how far it is", async () => {
  const page = await open({ tokens: 12_345, load: "stuck" });
  await page.getByText(/^Loading, [\d,]+ of 12,345/).waitFor();
  assert.ok((await inPage(page)) > 10);
});

test("when the list cannot be had it says why and tries again on request", async () => {
  const page = await open({ load: "failed" });
  await page.getByText("No connection to your Console").waitFor();
  const before = (await called(page, "refresh_tokens")).length;
  await page.getByRole("button", { name: "Try again" }).click();
  await until(async () => (await called(page, "refresh_tokens")).length === before + 1, "asked again");
});

test("rows stay when a refresh fails, with the time they are from", async () => {
  const page = await open({ tokens: 300 });
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("refresh_tokens", fake.uiError("timedOut", "Nothing came for 30 seconds."));
  });
  await page.keyboard.press("Control+r");
  await page.getByText(/You see the list from \d\d:\d\d/).waitFor();
  assert.ok((await inPage(page)) > 10);
  await page.getByRole("button", { name: "Try again" }).click();
  await until(async () => (await page.locator(".notes .banner").count()) === 0, "the message is gone");
});

test("the row with the focus keeps it while the list scrolls up and down, and the rows stand in their order", async () => {
  const page = await open({ tokens: 1_000 });
  await row(page, 0).click();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("PageDown");
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));
  for (const by of [-72, -72, -36, 108, 72, -300, -5_000, 20_000, -90]) {
    await page.locator("[role=grid]").evaluate((grid, px) => grid.scrollBy(0, px), by);
    const rowsNow = () =>
      page.evaluate(() => ({
        focused: document.activeElement?.getAttribute("aria-rowindex"),
        order: [...document.querySelectorAll(".rows [role=row]")].map((one) =>
          Number(one.getAttribute("aria-rowindex")),
        ),
      }));
    await until(
      () =>
        page.locator("[role=grid]").evaluate((grid) => {
          const { left, bottom } = grid.getBoundingClientRect();
          const last = document.elementFromPoint(left + 100, bottom - 30)?.closest("[role=row]");
          return last !== undefined && last !== null && !last.matches(".waiting");
        }),
      `rows after ${by}`,
    );
    const { focused: now, order } = await rowsNow();
    assert.equal(now, focused, `after ${by}`);
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
      `after ${by}`,
    );
  }
});

test("a key that may not list finds its first screen when it is ready, with the focus in it", async () => {
  const page = await open({ abilities: "createOnly" });
  const [words, focused] = await page.evaluate(() => [document.body.innerText, document.activeElement?.localName]);
  assert.match(words ?? "", /This key creates/);
  assert.notEqual(focused, "body");
});

test("a key that may not list shows what was created in this session", async () => {
  const page = await open({ abilities: "createOnly" });
  await page.getByText("This key creates Canarytokens; it may not list them").waitFor();
  assert.equal((await called(page, "query_tokens")).length, 0);
  assert.equal((await called(page, "refresh_tokens")).length, 0);
  assert.equal(await page.getByRole("button", { name: "New Canarytoken" }).count(), 1);
});

test("a key that may only read has no buttons that would be refused", async () => {
  const page = await open({ abilities: "readOnly" });
  assert.equal(await page.getByRole("button", { name: "New Canarytoken" }).count(), 0);
  assert.equal(await page.getByRole("checkbox").count(), 0);
  await row(page, 0).click();
  await page.waitForSelector(".panel .facts");
  assert.equal(await page.getByRole("switch").count(), 0);
  assert.equal(
    await page
      .locator(".panel")
      .getByRole("button", { name: /Delete|Edit|another/ })
      .count(),
    0,
  );
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+n");
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

test("coming back to the list finds search, order, place and selection as they were", async () => {
  const page = await open({ tokens: 3000 });
  await loaded(page, "3,000");
  await page.getByRole("searchbox").fill("share");
  await until(async () => / of 3,000/.test((await shownCount(page)) ?? ""), "found");
  await row(page, 3).locator(".tick").click();
  await page.getByRole("button", { name: "Reminder", exact: true }).click();
  await page.keyboard.press("Control+,");
  await page.waitForSelector(grid, { state: "detached" });
  await page.keyboard.press("Escape");
  await page.waitForSelector(rows);
  assert.equal(await page.getByRole("searchbox").inputValue(), "share");
  assert.match((await chosen(page)) ?? "", /^1 /);
  assert.equal(await page.locator('[data-column="reminder"][aria-sort]').getAttribute("aria-sort"), "ascending");
  assert.match((await shownCount(page)) ?? "", / of 3,000/);
});

test("coming back to the list finds the place in it", async () => {
  const page = await open({ tokens: 3000 });
  await loaded(page, "3,000");
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+,");
  await page.waitForSelector(grid, { state: "detached" });
  await page.keyboard.press("Escape");
  await page.waitForSelector(`${rows}[aria-rowindex="3000"][tabindex="0"]`);
  assert.ok((await page.locator(grid).evaluate((element) => element.scrollTop)) > 100_000);
});

test("another Console is chosen in the header", async () => {
  const page = await open({ tokens: 300 });
  await page.getByRole("button", { name: "Console: Rowan Hill Schools. Switch" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Ashby College" }).click();
  await page.getByRole("button", { name: "Console: Ashby College. Switch" }).waitFor();
  assert.equal((await called(page, "switch_console"))[0].id, "console-2");
});

test("who looks after them is a column that sorts and a filter that can be taken away", async () => {
  const page = await open();
  const keeper = (/** @type {number} */ index) => row(page, index).locator('[data-column="lookedAfterBy"]');
  await page.getByRole("button", { name: "Looked after by", exact: true }).click();
  assert.equal((await called(page, "query_tokens")).at(-1).sort.column, "lookedAfterBy");
  await until(async () => (await keeper(0).textContent()) === "Maria Keller", "sorted");
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Tom Berger/ }).click();
  await page.getByText("2 of 25").waitFor();
  assert.deepEqual((await called(page, "query_tokens")).at(-1).filter.keepers, ["tom berger"]);
  await page.getByRole("button", { name: "Remove filter: looked after by Tom Berger" }).click();
  await page.getByText("25 Canarytokens").waitFor();
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Nobody named/ }).click();
  await page.getByText("19 of 25").waitFor();
});

test("where no reminder tells who looks after it, there is no column for it", async () => {
  const page = await open({ tokens: 1 });
  await row(page, 0).waitFor();
  assert.equal(await page.getByRole("button", { name: "Looked after by", exact: true }).isVisible(), false);
});

test("markup in a reminder is text", async () => {
  const page = await open();
  await row(page, 0).click();
  await page.getByRole("button", { name: "Edit the reminder" }).click();
  await page.getByLabel("Reminder", { exact: true }).fill("<img src=x onerror=alert(1)> <b>bold</b>");
  await page.getByRole("button", { name: "Save reminder" }).click();
  await until(
    async () => (await row(page, 0).locator(".memo").textContent()) === "<img src=x onerror=alert(1)> <b>bold</b>",
    "as text",
  );
  assert.equal(await page.locator(".memo img, .memo b, .panel b").count(), 0);
});
