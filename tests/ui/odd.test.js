import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, setUp } from "./harness.js";
import { row } from "./rows.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** What people and machines have been seen to write. */
const memos = {
  "10,000 letters without a gap": "W".repeat(10_000),
  "10,000 letters of words": "Finance share, folder of the old payroll. ".repeat(240).slice(0, 10_000),
  "right to left": "مجلد الرواتب القديم في الخادم المشترك، اسأل ليلى قبل أن تنقله إلى مكان آخر من فضلك",
  "both directions": "תיקייה Payroll 2026 בשרת, לשאול את Dana",
  "signs that are put together": "👩🏽‍🏫👨‍👩‍👧‍👦🏴‍☠️ ".repeat(40),
  "many lines": Array.from({ length: 60 }, (_, at) => `Line ${at + 1}`).join("\n"),
};

const sizes = /** @type {const} */ ([
  { width: 800, height: 500 },
  { width: 800, height: 500, textSize: 200 },
  { width: 1440, height: 900 },
  { width: 3840, height: 2160 },
]);

/** What lies outside of the window, or under something else of the panel, and cannot be scrolled to. @param {Page} page */
const lost = (page) =>
  page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) found.push("the page is wider than its window");
    const panel = /** @type {HTMLElement} */ (document.querySelector(".panel"));
    for (const one of panel.querySelectorAll("h2, h3, p, button, dd, li")) {
      if (!one.checkVisibility() || one.closest(".visually-hidden")) continue;
      one.scrollIntoView({ block: "nearest" });
      const box = one.getBoundingClientRect();
      const edge = panel.getBoundingClientRect();
      // Within the panel's own margin.
      const wide = box.right > edge.right - 10 || box.left < edge.left + 10;
      if (wide || box.bottom < edge.top || box.top > edge.bottom) found.push(one.textContent?.slice(0, 40));
    }
    return found;
  });

for (const size of sizes) {
  const where = `${size.width} × ${size.height}${"textSize" in size ? `, ${size.textSize} %` : ""}`;
  test(`odd reminders take their one row, are whole in the panel, and push nothing out of it: ${where}`, async () => {
    const page = await open({ ...size, tokens: 30 });
    await row(page, 0).waitFor();
    await page.evaluate(async (all) => {
      const { fake } = /** @type {any} */ (window);
      const ids = await fake.invoke("query_tokens", {
        filter: { text: "", kinds: [], flocks: [], keepers: [], enabled: null, alerts: null, foundThere: false },
        sort: { column: "created", descending: true },
        offset: 0,
        limit: all.length,
      });
      for (const [at, memo] of all.entries())
        await fake.invoke("update_memo", { operation: `odd-${at}`, id: ids.rows[at].id, memo });
      fake.setStatus({});
    }, Object.values(memos));
    for (const [at, [what, memo]] of Object.entries(memos).entries()) {
      const cell = row(page, at).locator(".memo");
      await row(page, at).scrollIntoViewIfNeeded();
      await page.waitForFunction(
        ([index, start]) =>
          document.querySelector(`.rows [aria-rowindex="${index}"] .memo`)?.textContent?.startsWith(String(start)),
        /** @type {[number, string]} */ ([at + 2, [...memo].slice(0, 4).join("")]),
      );
      const { height, inside, title } = await cell.evaluate((one) => ({
        height: one.closest("[role=row]")?.getBoundingClientRect().height ?? 0,
        inside: one.getBoundingClientRect().height,
        title: one.getAttribute("title") ?? "",
      }));
      assert.ok(inside <= height + 1, `${what}: ${inside} px in a row of ${height}`);
      assert.ok(title.length > 0, `${what}: can be read where it is cut`);
      await cell.click();
      await page.waitForSelector(".panel:not([hidden]) .facts");
      const read = await page.locator(".reminder-title").textContent();
      assert.equal(read, memo, `${what}: whole in the panel`);
      assert.deepEqual(await lost(page), [], what);
      await page.keyboard.press("Escape");
    }
  });
}

test("a reminder that is longer than its place is reached and scrolled by keys, and axe finds nothing", async () => {
  const page = await open({ tokens: 30 });
  await row(page, 0).click();
  await page.getByRole("button", { name: "Edit the reminder" }).click();
  await page.getByLabel("Reminder", { exact: true }).fill(memos["10,000 letters of words"]);
  await page.getByRole("button", { name: "Save reminder" }).click();
  const long = page.locator('.panel .reminder[tabindex="0"]');
  await long.focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => (document.querySelector(".panel .reminder")?.scrollTop ?? 0) > 1000);
  assert.deepEqual(await axe(page), []);
});

test("what is written right to left is shown and edited from the right", async () => {
  const page = await open({ tokens: 30 });
  await row(page, 0).click();
  await page.getByRole("button", { name: "Edit the reminder" }).click();
  const field = page.getByLabel("Reminder", { exact: true });
  await field.fill(memos["right to left"]);
  const direction = (/** @type {import("playwright-core").Locator} */ one) =>
    one.evaluate((element) => getComputedStyle(element).direction);
  assert.equal(await direction(field), "rtl");
  await page.getByRole("button", { name: "Save reminder" }).click();
  await page.locator(".reminder-title", { hasText: "مجلد" }).waitFor();
  assert.equal(await direction(page.locator(".reminder-title")), "rtl");
  assert.equal(await direction(row(page, 0).locator(".memo")), "rtl");
  assert.equal(await direction(row(page, 0).locator(".kind")), "ltr");
});
