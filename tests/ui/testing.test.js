import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, called, focusedText, holdClock, setUp, until } from "./harness.js";
import { openRow } from "./rows.js";
import { begin as openWizard, toDone } from "./wizard.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {import("playwright-core").Locator | Page} within */
const begin = (within) => within.getByRole("button", { name: "Test it", exact: true }).click();
/** @param {Page} page @param {any} [result] */
const endTests = (page, result) => page.evaluate((one) => /** @type {any} */ (window).fake.endTests(one), result);
/** @param {Page} page @param {any} progress */
const tell = (page, progress) => page.evaluate((one) => /** @type {any} */ (window).fake.tellTests(one), progress);
/** The way to "Done" of a web link. @param {Page} page */
const done = async (page) => toDone(await openWizard(page), /^Web link/, "Attic");

test("it says how to set it off, looks until the alert has come, and says when", async () => {
  const page = await open();
  await holdClock(page);
  const panel = await openRow(page, "VPN access list");
  await panel.getByText("Open the link once").waitFor();
  await begin(panel);
  await panel.getByText("Now set it off").waitFor();
  await panel.getByText("9:58 left").waitFor();
  assert.equal(await focusedText(page), "Stop looking");
  assert.equal(await panel.getByRole("button", { name: "Open the practice page" }).count(), 0);
  await endTests(page);
  await panel.getByText("The alert has come. It works.").waitFor();
  await panel.getByText("Seen at 14:03.").waitFor();
  await page.locator('[role="status"]', { hasText: "The alert has come. It works." }).waitFor({ state: "attached" });
  await panel.getByText(/^1 alert/).waitFor();
  assert.equal(await focusedText(page), "Test it again");
  assert.equal((await called(page, "cancel_operation")).length, 0);
});

test("while the Console does not answer it says so, and goes on", async () => {
  const page = await open();
  await holdClock(page);
  const panel = await openRow(page, "VPN access list");
  await begin(panel);
  await tell(page, { remaining: 305_000, offline: true });
  await panel.getByText("Your Console does not answer just now. Nestbox goes on looking.").waitFor();
  await panel.getByText("5:05 left").waitFor();
  await tell(page, { remaining: 300_000, offline: false });
  await panel.getByText("Nestbox is looking for the alert.").waitFor();
});

test("when none has come it says what to check, and can be tried again", async () => {
  const page = await open();
  const panel = await openRow(page, "VPN access list");
  await begin(panel);
  await endTests(page, { type: "notYet", offline: false });
  await panel.getByText("No alert has come").waitFor();
  await panel.getByText("Some alerts take longer").waitFor();
  await panel
    .getByText(/Chat programs/)
    .last()
    .waitFor();
  await panel.getByRole("button", { name: "Test it again" }).click();
  await endTests(page, { type: "notYet", offline: true });
  await panel.getByText("did not answer at the end").waitFor();
  const [first, second] = await called(page, "test_token");
  assert.notEqual(first.operation, second.operation);
});

test("stopping it, showing another one and closing the panel each stop the looking", async () => {
  const page = await open();
  const operations = async () => (await called(page, "test_token")).map((one) => one.operation);
  const cancelled = async () => (await called(page, "cancel_operation")).map((one) => one.operation);
  let panel = await openRow(page, "VPN access list");
  await begin(panel);
  await panel.getByRole("button", { name: "Stop looking" }).click();
  await until(async () => (await cancelled()).length === 1, "stopped");
  assert.equal(await panel.getByText("Now set it off").count(), 0);

  await begin(panel);
  panel = await openRow(page, "backup-nas");
  await until(async () => (await cancelled()).length === 2, "another is shown");
  assert.equal(await panel.getByText("Now set it off").count(), 0);

  await begin(panel);
  await panel.getByText("Now set it off").waitFor();
  await page.getByRole("button", { name: "Close the panel" }).click();
  await until(async () => (await cancelled()).length === 3, "closed");

  panel = await openRow(page, "backup-nas");
  await begin(panel);
  await panel.getByText("Now set it off").waitFor();
  await page.keyboard.press("Control+,");
  await until(async () => (await cancelled()).length === 4, "the view was left");
  assert.deepEqual(await cancelled(), await operations());
});

test("what changes meanwhile does not stop it; one that is off is not tested", async () => {
  const page = await open();
  const panel = await openRow(page, "VPN access list");
  await begin(panel);
  await panel.getByText("Now set it off").waitFor();
  await panel.getByRole("switch").click();
  await page.getByText("Turned off").waitFor();
  await panel.getByText("It raises no alerts while it is off").waitFor();
  await panel.getByText("Now set it off").waitFor();
  await panel.getByRole("button", { name: "Stop looking" }).click();
  await panel.getByText("Turn it on to test it.").waitFor();
  await panel.getByRole("button", { name: "Test it", exact: true }).click({ force: true });
  assert.equal((await called(page, "test_token")).length, 1);
});

test("with a practice Console it leads to the page on which it is set off", async () => {
  const page = await open({ consoles: "practice" });
  const panel = await openRow(page, "VPN access list");
  await begin(panel);
  await panel.getByRole("button", { name: "Open the practice page" }).click();
  const [link] = await called(page, "open_link");
  const [tested] = await called(page, "test_token");
  assert.deepEqual(link, { link: { type: "practice", id: tested.id } });
});

test("a key that may not look does not offer to", async () => {
  const page = await open({ abilities: "createOnly" });
  await page.keyboard.press("Control+n");
  await done(page);
  assert.equal(await page.getByRole("button", { name: "Test it", exact: true }).count(), 0);
});

test("a fresh one is tested on the step Done, until another one is made", async () => {
  const page = await open();
  await done(page);
  await begin(page);
  await page.locator(".title", { hasText: "Now set it off" }).waitFor();
  await page.getByRole("button", { name: "Make another like this" }).click();
  await page.getByRole("heading", { name: "Where will it go?" }).waitFor();
  await until(async () => (await called(page, "cancel_operation")).length === 1, "stopped");
});

test("the file is saved with a note of how to place it, from the panel and from the step Done", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await panel.getByText("it gives the decoy away").waitFor();
  await panel.getByRole("button", { name: /^Save both/ }).click();
  await page.getByText(/^Saved .*docx and its note in Documents, Canarytokens/).waitFor();
  await page.getByRole("button", { name: "Show in folder" }).click();
  assert.equal((await called(page, "show_saved"))[0].saved, "saved-2");
  await page.keyboard.press("Control+n");
  await page.getByRole("button", { name: /^Word document/ }).click();
  await page.getByRole("button", { name: "Next: place" }).click();
  await page.getByLabel("Place", { exact: true }).fill("Attic");
  await page.getByRole("button", { name: "Next: check" }).click();
  await page.getByRole("button", { name: /^Make / }).click();
  await page.getByLabel("File name").fill("Pay 2027");
  await page.getByRole("button", { name: /^Save both/ }).click();
  await page.getByText(/^Saved Pay 2027.docx and its note/).waitFor();
  const calls = await called(page, "save_with_note");
  assert.deepEqual(
    calls.map((one) => one.fileName),
    [null, "Pay 2027.docx"],
  );
});

test("the dialog for the folder was closed: nothing is said; a failure is told where it happened", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await answer(page, "save_with_note", null);
  await panel.getByRole("button", { name: /^Save both/ }).click();
  await until(async () => (await called(page, "save_with_note")).length === 1, "asked");
  assert.equal(await page.getByText(/and its note in/).count(), 0);
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("save_with_note", fake.uiError("diskFull", "The disk is full."));
  });
  await panel.getByRole("button", { name: /^Save both/ }).click();
  await panel
    .getByText(/disk is full/i)
    .first()
    .waitFor();
});

test("being told of new alerts is off until it is wanted", async () => {
  const page = await open();
  await page.keyboard.press("Control+,");
  const control = page.getByRole("switch", { name: /^Tell me about new alerts/ });
  assert.equal(await control.isChecked(), false);
  await control.click();
  await until(async () => (await called(page, "set_preferences")).length === 1, "kept");
  assert.equal((await called(page, "set_preferences"))[0].preferences.watch, true);
});
