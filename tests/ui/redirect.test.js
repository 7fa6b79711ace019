import assert from "node:assert/strict";
import { test } from "node:test";
import { called, setUp, until } from "./harness.js";
import { openRow } from "./rows.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

const change = "Change the address it leads on to";
const label = "Page it leads on to";

test("an address is changed in its place, kept when that fails, and confirmed by the Console's answer", async () => {
  const page = await open();
  const panel = await openRow(page, "Exam server");
  await panel.getByRole("button", { name: change }).click();
  assert.equal(await panel.getByLabel(label).inputValue(), "https://portal.example.org/start");
  await panel.getByLabel(label).fill("https://new.example.org/");
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("set_redirect", fake.uiError("timedOut", "Nothing came for 30 seconds."));
  });
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await panel.getByText("What you wrote is still here.").waitFor();
  assert.equal(await panel.getByLabel(label).inputValue(), "https://new.example.org/");
  await page.keyboard.press("Enter");
  await panel.getByText("https://new.example.org/", { exact: true }).waitFor();
  await page.getByText("Address saved").waitFor();
  const calls = await called(page, "set_redirect");
  assert.deepEqual(
    calls.map((one) => one.redirectUrl),
    ["https://new.example.org/", "https://new.example.org/"],
  );
  assert.notEqual(calls[0].operation, calls[1].operation);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), change);
});

test("what is no page of the web is told at the field and never asked for", async () => {
  const page = await open();
  const panel = await openRow(page, "Exam server");
  await panel.getByRole("button", { name: change }).click();
  for (const [typed, told] of [
    ["javascript:alert(1)", "This would run something in the visitor’s browser."],
    [" JAVASCRIPT:alert(1)", "This would run something in the visitor’s browser."],
    ["data:text/html,hi", "This would run something in the visitor’s browser."],
    ["", "Write the address of a page"],
    ["www.example.org/start", "Write it as https://www.example.org/start"],
    ["https://exam ple.org", "There is a space in this address."],
    ["ftp://example.org", "starts with https:// or http://"],
    ["https://", "starts with https:// or http://"],
  ]) {
    await panel.getByLabel(label).fill(typed ?? "");
    await page.keyboard.press("Enter");
    await panel.locator(".redirect .error", { hasText: told }).waitFor();
  }
  assert.equal(await panel.getByLabel(label).getAttribute("aria-invalid"), "true");
  assert.equal((await called(page, "set_redirect")).length, 0);
});

test("Rust's own sentence stands at the field too, and the Console's words are shown", async () => {
  const page = await open();
  const panel = await openRow(page, "Exam server");
  await panel.getByRole("button", { name: change }).click();
  await panel.getByLabel(label).fill("https://me:secret@example.org/");
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const field = { field: "redirectUrl" };
    fake.fail("set_redirect", fake.uiError("fieldInvalid", "Leave out the name and password.", field));
  });
  await page.keyboard.press("Enter");
  await panel.locator(".redirect .error", { hasText: "Leave out the name and password." }).waitFor();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const detail = { detail: "No such domain is allowed here" };
    fake.fail("set_redirect", fake.uiError("consoleRefused", "Your Console did not do it.", detail));
  });
  await page.keyboard.press("Enter");
  await panel.locator(".redirect .error", { hasText: "No such domain is allowed here" }).waitFor();
});

test("a QR code gains a page, and leads nowhere again", async () => {
  const page = await open();
  const panel = await openRow(page, "Server cupboard");
  await panel.getByText("Leads nowhere").waitFor();
  await panel.getByRole("button", { name: "Add a page…" }).click();
  assert.equal(await panel.getByRole("button", { name: "Lead nowhere" }).count(), 0);
  await panel.getByLabel(label).fill("https://portal.example.org/");
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: change }).click();
  await panel.getByRole("button", { name: "Lead nowhere" }).click();
  await panel.getByText("Visitors see an empty page").waitFor();
  assert.deepEqual(
    (await called(page, "set_redirect")).map((one) => one.redirectUrl),
    ["https://portal.example.org/", null],
  );
});

test("an address that must be there cannot be taken away, and other kinds have none", async () => {
  const page = await open();
  const panel = await openRow(page, "Exam server");
  await panel.getByRole("button", { name: change }).click();
  assert.equal(await panel.getByRole("button", { name: "Lead nowhere" }).count(), 0);
  await openRow(page, "Payroll 2026");
  assert.equal(await panel.locator(".redirect").count(), 0);
});

test("Esc leaves the address as it was and the panel open; what was being written survives a look at another row", async () => {
  const page = await open();
  const panel = await openRow(page, "Exam server");
  await panel.getByRole("button", { name: change }).click();
  await panel.getByLabel(label).fill("https://half.example.org/");
  await openRow(page, "Payroll 2026");
  await openRow(page, "Exam server");
  await panel.getByRole("button", { name: change }).click();
  assert.equal(await panel.getByLabel(label).inputValue(), "https://half.example.org/");
  await page.keyboard.press("Escape");
  await panel.getByText("https://portal.example.org/start").waitFor();
  assert.equal((await called(page, "set_redirect")).length, 0);
});

test("a list that changes meanwhile does not draw over what is being written", async () => {
  const page = await open();
  const panel = await openRow(page, "Exam server");
  await panel.getByRole("button", { name: change }).click();
  await panel.getByLabel(label).fill("https://half.example.org/");
  await page.evaluate(() => /** @type {any} */ (window).fake.setStatus({}));
  await until(async () => (await called(page, "query_tokens")).length > 1, "the list is read anew");
  assert.equal(await panel.getByLabel(label).inputValue(), "https://half.example.org/");
});

test("a key that may only look sees the address and cannot change it", async () => {
  const page = await open({ abilities: "readOnly" });
  const panel = await openRow(page, "Exam server");
  await panel.getByText("https://portal.example.org/start").waitFor();
  assert.equal(await panel.getByRole("button", { name: change }).count(), 0);
  assert.equal(await panel.getByRole("button", { name: "Move to another flock…" }).count(), 0);
});
