import assert from "node:assert/strict";
import { test } from "node:test";
import { called, hold, release, setUp, until } from "./harness.js";
import { rows } from "./rows.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const ask = async (page) => {
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("menuitem", { name: "Search on the Console…" }).click();
  await page.getByRole("heading", { name: "Search on the Console" }).waitFor();
};
/** @param {Page} page */
const words = (page) => page.getByLabel("Words", { exact: true });

test("where the list has no match the Console is asked, and its finds stand in the same grid until one goes back", async () => {
  const page = await open({ tokens: 300 });
  await page.getByRole("searchbox").fill("payroll zzz");
  await page.getByRole("button", { name: "Search on the Console…" }).click();
  assert.equal(await words(page).inputValue(), "payroll zzz", "begins with what was searched for");
  await words(page).fill("payroll");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("The Console found 2", { exact: true }).waitFor();
  assert.equal(await page.locator(rows, { hasText: "Payroll" }).count(), 2);
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
  await page.getByRole("searchbox").fill("2026");
  await page.getByText("1 of 2 that the Console found").waitFor();
  await page.getByRole("button", { name: /Remove filter: on the console “payroll”/ }).click();
  await page.getByText("No Canarytoken matches “payroll zzz”").waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "payroll zzz", "the list as it was");
});

test("kind, flock and state go along, and the chip says what was asked", async () => {
  const page = await open({ tokens: 300 });
  await ask(page);
  await words(page).fill("share");
  await page.getByLabel("Kind", { exact: true }).selectOption({ label: "Word document" });
  await page.getByLabel("Flock", { exact: true }).selectOption({ label: "Finance" });
  await page.getByLabel("State", { exact: true }).selectOption({ label: "On" });
  await page.keyboard.press("Enter");
  await page.getByText(/that the Console found|The Console found/).waitFor();
  const [call] = await called(page, "search_console");
  assert.deepEqual(call.search, { text: "share", kind: "doc-msword", flock: "flock:finance", enabled: true });
  await page.locator(".chip", { hasText: "“share”, Word document, Finance, On" }).waitFor();
});

test("a filter that is set is what the search begins with", async () => {
  const page = await open({ tokens: 300 });
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Finance/ }).click();
  await page.locator(".chip", { hasText: "Finance" }).waitFor();
  await ask(page);
  assert.equal(await page.getByLabel("Flock", { exact: true }).inputValue(), "flock:finance");
});

test("a search that fails stays open with what was typed and says what the Console says", async () => {
  const page = await open();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("search_console", fake.uiError("notAllowed", "It may not.", { detail: "This role may not search." }));
  });
  await ask(page);
  await words(page).fill("payroll");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("Your Console says: This role may not search.").waitFor();
  assert.equal(await words(page).inputValue(), "payroll");
  assert.equal(await page.locator(".chip").count(), 0);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("The Console found 2", { exact: true }).waitFor();
  const calls = await called(page, "search_console");
  assert.notEqual(calls[0].operation, calls[1].operation);
});

test("nothing found says how the Console searches, and leads back", async () => {
  const page = await open();
  await ask(page);
  await words(page).fill("ayroll");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your Console found nothing" }).waitFor();
  await page.getByText("It looks for the beginnings of words").waitFor();
  await page.getByRole("button", { name: "Search for something else…" }).click();
  assert.equal(await words(page).inputValue(), "ayroll");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Back to the list" }).click();
  await page.getByText("25 Canarytokens").first().waitFor();
});

test("of very many it is said that these are the first", async () => {
  const page = await open({ tokens: 1500 });
  await ask(page);
  await page.keyboard.press("Enter");
  await page.getByText("The first 1,000 of 1,500 that the Console found").waitFor();
});

test("closing the question stops the search", async () => {
  const page = await open();
  await hold(page, "search_console");
  await ask(page);
  await words(page).fill("payroll");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await until(async () => (await called(page, "search_console")).length === 1, "asked");
  await page.getByRole("button", { name: "Cancel" }).click();
  const [search] = await called(page, "search_console");
  await until(async () => (await called(page, "cancel_operation"))[0]?.operation === search.operation, "stopped");
  await release(page);
  assert.equal(await page.locator(".chip").count(), 0);
});
