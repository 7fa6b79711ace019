import assert from "node:assert/strict";
import { test } from "node:test";
import { called, hold, release, setUp, until } from "./harness.js";
import { rows, tick } from "./rows.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} words */
const rowOf = (page, words) => page.locator(rows, { hasText: words }).first();
/** @param {Page} page @param {string} words */
const moveOne = async (page, words) => {
  await rowOf(page, words).click();
  await page.getByRole("button", { name: "Move to another flock…" }).click();
  await page.getByRole("heading", { name: "Move to another flock" }).waitFor();
};

test("one is moved from the panel, told by name, and moved back by Undo", async () => {
  const page = await open();
  await moveOne(page, "Payroll 2026");
  assert.equal(await page.getByRole("radio", { name: /^Finance/ }).isDisabled(), true);
  await page.getByText("It is here now").waitFor();
  await page
    .getByText(/^\d+ Canarytokens, \d+ on, \d+ off$/)
    .first()
    .waitFor();
  await page.getByRole("radio", { name: /^IT/ }).check();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await page.getByText("Moved 1 Canarytoken to IT").waitFor();
  const cell = rowOf(page, "Payroll 2026").locator('[data-column="flock"]');
  await until(async () => (await cell.textContent()) === "IT", "the row");
  await page.locator(".panel .facts dd", { hasText: /^IT$/ }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Moved 1 Canarytoken to Finance").waitFor();
  const calls = await called(page, "move_tokens");
  assert.deepEqual(
    calls.map(({ flock, clearIncidents, expected }) => ({ flock, clearIncidents, expected })),
    [
      { flock: "flock:it", clearIncidents: false, expected: 1 },
      { flock: "flock:finance", clearIncidents: false, expected: 1 },
    ],
  );
});

test("alerts are kept unless the person wants them cleared, and then there is no Undo", async () => {
  const page = await open();
  await moveOne(page, "Payroll 2026");
  await page.getByText("It has 2 alerts. What about those?").waitFor();
  assert.equal(await page.getByRole("radio", { name: /Keep the alerts/ }).isChecked(), true);
  await page.getByRole("radio", { name: /Clear the alerts/ }).check();
  await page.getByRole("radio", { name: /^IT/ }).check();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await page.getByText("Moved 1 Canarytoken to IT").waitFor();
  assert.equal((await called(page, "move_tokens"))[0].clearIncidents, true);
  assert.equal(await page.getByRole("button", { name: "Undo" }).count(), 0);
});

test("three are moved from the strip; nothing goes before a flock is chosen", async () => {
  const page = await open();
  await tick(page, [0, 2, 4]);
  await page.getByRole("button", { name: "Move…" }).click();
  await page.getByRole("button", { name: "Move 3 Canarytokens" }).click();
  await page.getByText("Choose a flock.").waitFor();
  assert.equal((await called(page, "move_tokens")).length, 0);
  await page.getByRole("radio", { name: /^Sixth form/ }).check();
  await page.getByRole("button", { name: "Move 3 Canarytokens" }).click();
  await page.getByText("Moved 3 Canarytokens to Sixth form").waitFor();
  const [call] = await called(page, "move_tokens");
  assert.equal(call.selection.ids.length, 3);
  await until(async () => (await page.locator(".action-strip").isVisible()) === false, "nothing is selected any more");
});

test("cancelling moves nothing, and a long move can be stopped", async () => {
  const page = await open({ tokens: 3000, latency: 20 });
  await page.locator(rows).first().focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Move…" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal((await called(page, "move_tokens")).length, 0);
  await page.getByRole("button", { name: "Move…" }).click();
  await page.getByRole("radio", { name: /^IT/ }).check();
  await page.getByRole("button", { name: "Move 3,000 Canarytokens" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  const [move] = await called(page, "move_tokens");
  assert.equal(move.selection.type, "filter");
  assert.equal((await called(page, "cancel_operation")).at(-1).operation, move.operation);
});

test("what could not be moved is named with its reason", async () => {
  const page = await open();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const error = fake.uiError("notFound", "Your Console does not know this Canarytoken any more.");
    fake.answer("move_tokens", { done: 2, ids: ["a", "b"], failed: [{ id: "c", memo: "Server cupboard", error }] });
  });
  await tick(page, [0, 2, 4]);
  await page.getByRole("button", { name: "Move…" }).click();
  await page.getByRole("radio", { name: /^Sixth form/ }).check();
  await page.getByRole("button", { name: "Move 3 Canarytokens" }).click();
  await page.getByRole("heading", { name: "1 Canarytoken needs attention" }).waitFor();
  await page.getByText("2 Canarytokens went well.").waitFor();
});

test("a Console with one flock says where others are made", async () => {
  const page = await open();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const only = { id: "flock:finance", name: "Finance", total: 25, enabled: 20, disabled: 5 };
    fake.answer("summarize_flocks", [only]);
  });
  await moveOne(page, "Payroll 2026");
  await page.getByText("Your Console has no other flock.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Move", exact: true }).count(), 0);
});

test("the filter menu tells how many of a flock are on and off, and opens without waiting for that", async () => {
  const page = await open();
  await hold(page, "summarize_flocks");
  await page.getByRole("button", { name: "Add filter" }).click();
  const finance = page.getByRole("menuitemcheckbox", { name: /^Finance/ });
  await finance.waitFor();
  assert.equal((await finance.textContent())?.includes(" on, "), false);
  await release(page);
  await until(async () => /\d on, \d off/.test((await finance.textContent()) ?? ""), "the figures");
});

test("alerts nobody has looked at are told in words, in the list and in the panel", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("menuitem", { name: "Search on the Console…" }).click();
  await page.getByLabel("Words", { exact: true }).fill("serv");
  await page.keyboard.press("Enter");
  await page.getByText(/^The Console found \d+$/).waitFor();
  const alerts = rowOf(page, "Server cupboard").locator('[data-column="alerts"] .count');
  assert.equal(await alerts.getAttribute("title"), "1 alert, 1 not yet looked at");
  await rowOf(page, "Server cupboard").getByRole("gridcell", { name: "1 alert, 1 not yet looked at" }).waitFor();
  await rowOf(page, "Server cupboard").click();
  await page.locator(".panel").getByText("1 alert, 1 not yet looked at").waitFor();
  await page.locator(".panel").getByRole("button", { name: "See on Console" }).waitFor();
});
