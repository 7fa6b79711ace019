import assert from "node:assert/strict";
import { test } from "node:test";
import { called, setUp, until } from "./harness.js";
import { openRow, row } from "./rows.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const panelWidth = (page) =>
  page.locator(".panel").evaluate((panel) => Math.round(panel.getBoundingClientRect().width));
/** What was last asked to be kept. @param {Page} page */
const kept = async (page) => (await called(page, "set_preferences")).at(-1)?.preferences;

test("whoever types in the list searches for it", async () => {
  const page = await open({ tokens: 300 });
  await row(page, 0).focus();
  await page.keyboard.type("share");
  assert.equal(await page.getByRole("searchbox").inputValue(), "share");
  await page.waitForSelector("mark");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  assert.equal(await page.getByRole("searchbox").inputValue(), "share", "Space selects in the list");
  await page.locator(".chosen", { hasText: "1 selected" }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  assert.equal(
    await page.getByRole("searchbox", { includeHidden: true }).inputValue(),
    "share",
    "and ? shows the keys",
  );
});

test("the list comes back sorted as it was left, by the preferences", async () => {
  const page = await open({ tokens: 60 });
  await page.getByRole("button", { name: "Alerts" }).click();
  await page.waitForSelector('[data-column="alerts"][aria-sort="descending"]');
  assert.deepEqual((await kept(page)).sort, { column: "alerts", descending: true });
  const next = await open({ tokens: 60, sort: { column: "kind", descending: true } });
  await next.waitForSelector('[data-column="kind"][aria-sort="descending"]');
  const kinds = await next.locator('[role="grid"] .rows .kind span').allTextContents();
  assert.deepEqual(kinds.slice(0, 10), kinds.slice(0, 10).toSorted().toReversed());
});

test("the panel is made wider by its edge, with the pointer and by keys, and keeps its width", async () => {
  const page = await open({ width: 1440 });
  await openRow(page, "Payroll 2026");
  const first = await panelWidth(page);
  const edge = page.getByRole("separator", { name: "Width of the panel" });
  const box = await edge.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 2, 400);
  await page.mouse.down();
  await page.mouse.move(box.x - 98, 400, { steps: 4 });
  await page.mouse.up();
  await until(async () => Math.abs((await panelWidth(page)) - first - 100) <= 2, "100 px wider");
  assert.equal((await kept(page)).panelWidth, await panelWidth(page));
  await edge.focus();
  await page.keyboard.press("ArrowRight");
  assert.ok(Math.abs((await panelWidth(page)) - first - 84) <= 2, "an arrow key takes 16 px");
  assert.equal(await edge.getAttribute("aria-valuenow"), String(await panelWidth(page)));
  await page.keyboard.press("End");
  assert.equal(await panelWidth(page), 720, "and not more than it may be");
  await page.keyboard.press("Enter");
  assert.equal(await panelWidth(page), first, "Enter gives its first width back");
  assert.equal((await kept(page)).panelWidth, null);
});

test("a wide panel leaves room for the list, in a smaller window and with larger text", async () => {
  for (const options of [{ width: 1000 }, { width: 1440, textSize: 200 }]) {
    const page = await open({ ...options, panelWidth: 720 });
    await openRow(page, "Payroll 2026");
    const list = await page.locator(".list-pane").evaluate((pane) => pane.getBoundingClientRect().width);
    assert.ok(list >= 320, `${list} px are left for the list`);
  }
});
