import assert from "node:assert/strict";
import { test } from "node:test";
import { called, dialogGone, setUp } from "./harness.js";

const { open } = setUp();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} name the help that is open now */
const helpIs = async (page, name) => {
  await page.getByRole("dialog", { name: `Help: ${name}` }).waitFor();
  await page.getByRole("heading", { name: "What you do here" }).waitFor();
  await page.getByRole("heading", { name: "When you are stuck" }).waitFor();
  await page.keyboard.press("Escape");
  await dialogGone(page);
};

test("F1 opens the help of the screen one is on, also from a field", async () => {
  const page = await open();
  await page.keyboard.press("F1");
  await helpIs(page, "your Canarytokens");
  await page.getByLabel("Search Canarytokens").focus();
  await page.keyboard.press("F1");
  await helpIs(page, "your Canarytokens");
  await page.locator("[role=row]").nth(1).click();
  await page.getByRole("button", { name: "Close the panel" }).waitFor();
  await page.keyboard.press("F1");
  await helpIs(page, "one Canarytoken");
  await page.getByRole("button", { name: "Close the panel" }).click();
  await page.keyboard.press("F1");
  await helpIs(page, "your Canarytokens");
  await page.keyboard.press("Control+,");
  await page.getByRole("heading", { name: "Appearance" }).waitFor();
  await page.keyboard.press("F1");
  await helpIs(page, "settings");
  await page.getByRole("button", { name: "Show factories" }).click();
  await page.getByRole("heading", { name: "Your factories" }).waitFor();
  await page.keyboard.press("F1");
  await helpIs(page, "factories");
});

test("each screen has a button for its help in its head", async () => {
  const page = await open({ consoles: "none" });
  const press = () => page.getByRole("button", { name: "Help" }).click();
  await press();
  await helpIs(page, "connecting");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("grid").waitFor();
  await press();
  await helpIs(page, "your Canarytokens");
  await page.keyboard.press("Control+n");
  await page.locator(".kind-card").first().waitFor();
  await press();
  await helpIs(page, "a new Canarytoken");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.keyboard.press("Control+Shift+n");
  await page.getByRole("heading", { name: "Many at once" }).waitFor();
  await press();
  await helpIs(page, "many at once");
});

test("the list of keys and the introduction are reached from the help, and the keys by ? as before", async () => {
  const page = await open();
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "List of keys" }).click();
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Introduction" }).click();
  await page.getByRole("dialog", { name: "A Canarytoken is a decoy" }).waitFor();
  await page.keyboard.press("Escape");
  await dialogGone(page);
  assert.equal((await called(page, "set_preferences")).length, 0, "it was seen already");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
});

test("the native menu opens the help, and waits behind a dialog", async () => {
  const page = await open();
  const choose = (/** @type {string} */ command) =>
    page.evaluate((one) => /** @type {any} */ (window).fake.emit({ type: "menu", command: one }), command);
  await choose("help");
  await page.getByRole("dialog", { name: "Help: your Canarytokens" }).waitFor();
  await choose("help");
  await choose("new");
  assert.equal(await page.getByRole("dialog").count(), 1);
  await page.keyboard.press("Escape");
  await page.getByRole("grid").waitFor();
});

test("with a Console, the introduction ends with Close", async () => {
  const page = await open();
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Introduction" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  assert.equal(await page.getByRole("button", { name: "Try a practice Console" }).isVisible(), false);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await dialogGone(page);
});
