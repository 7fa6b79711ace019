import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, called, fail, press, setUp, until } from "./harness.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Record<string, any>} [options] */
const settings = async (options = {}) => {
  const page = await open(options);
  await page.keyboard.press("Control+,");
  await page.waitForSelector(".settings-page");
  return page;
};
/** @param {Page} page */
const root = (page) => page.evaluate(() => ({ ...document.documentElement.dataset }));

test("colours and text size follow at once and are kept", async () => {
  const sort = { column: "created", descending: true };
  const kept = {
    language: "system",
    watch: false,
    newer: true,
    introduced: true,
    folder: null,
    sort,
    panelWidth: null,
  };
  const page = await settings({ theme: "light" });
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await until(async () => (await root(page)).theme === "dark", "dark");
  await page.getByRole("radio", { name: "150%" }).check({ force: true });
  await until(async () => (await root(page)).textSize === "150", "150 %");
  assert.deepEqual(
    (await called(page, "set_preferences")).map((one) => one.preferences),
    [
      { ...kept, theme: "dark", textSize: 100 },
      { ...kept, theme: "dark", textSize: 150 },
    ],
  );
});

test("what could not be kept goes back, and says why", async () => {
  const page = await settings({ theme: "light" });
  await fail(page, "set_preferences", "settingsUnwritable", "The settings could not be written.");
  await page.getByRole("radio", { name: "Dark" }).click();
  await page.getByText(/The settings were not saved/).waitFor();
  assert.equal((await root(page)).theme, "light");
  assert.equal(await page.getByRole("radio", { name: "Light" }).isChecked(), true);
});

test("a Console gets another name; an empty one is refused", async () => {
  const page = await settings();
  await press(page, "Rename Rowan Hill Schools");
  await page.getByLabel("Name", { exact: true }).fill("  ");
  await press(page, "Rename");
  await page.getByText("Write a name.").waitFor();
  await page.getByLabel("Name", { exact: true }).fill("Rowan Hill");
  await page.keyboard.press("Enter");
  await page.getByText("Renamed to Rowan Hill").waitFor();
  await page.getByRole("button", { name: "Rename Rowan Hill", exact: true }).waitFor();
  assert.equal((await called(page, "rename_console")).length, 1);
});

test("a name that Rust refuses is told at the field, and stays", async () => {
  const page = await settings();
  await press(page, "Rename Rowan Hill Schools");
  await fail(page, "rename_console", "fieldInvalid", "Use at most 80 characters.", { field: "label" });
  await page.getByLabel("Name", { exact: true }).fill("A long one");
  await press(page, "Rename");
  await page.getByText("Use at most 80 characters.").waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "A long one");
});

test("switching opens the other Console's list; a missing key is asked for", async () => {
  const page = await settings();
  await fail(page, "switch_console", "keyMissing", "There is no usable API key.", { field: "key" });
  await press(page, "Switch to it: Ashby College");
  await page.getByRole("heading", { name: "Connect to Ashby College" }).waitFor();
  await press(page, "Back");
  await press(page, "Switch to it: Ashby College");
  await page.waitForSelector(".workspace");
  await page.getByRole("button", { name: /Ashby College/ }).waitFor();
});

test("a new API key for a Console goes over the Connect screen, with its address and name", async () => {
  const page = await settings();
  await press(page, "More for Rowan Hill Schools");
  await page.getByRole("menuitem", { name: "New API key…" }).click();
  assert.equal(await page.getByLabel("Console address").inputValue(), "rowanhill.canary.tools");
  await page.getByRole("textbox", { name: "API key" }).fill("0123");
  await press(page, "Connect");
  await page.waitForSelector(".workspace");
  assert.equal((await called(page, "connect"))[0].label, "Rowan Hill Schools");
});

test("signing out asks first; after the last Console the Connect screen opens", async () => {
  const page = await settings({ consoles: "one" });
  await press(page, "Sign out of Rowan Hill Schools");
  await press(page, "Cancel");
  assert.equal((await called(page, "sign_out")).length, 0);
  await press(page, "Sign out of Rowan Hill Schools");
  await press(page, "Sign out");
  await page.getByRole("heading", { name: "Connect to your Console" }).waitFor();
});

test("signing out of one of several keeps the others, and Back leads to the Connect screen", async () => {
  const page = await settings();
  await press(page, "Sign out of Rowan Hill Schools");
  await press(page, "Sign out");
  await page.getByText("Signed out of Rowan Hill Schools").waitFor();
  assert.equal(await page.getByText("Ashby College").count(), 1);
  await press(page, "Back");
  await page.getByRole("heading", { name: "Connect to your Console" }).waitFor();
});

test("a failed sign-out says why, and the Console stays", async () => {
  const page = await settings();
  await fail(page, "sign_out", "keychainLocked", "The keychain is locked.");
  await press(page, "Sign out of Rowan Hill Schools");
  await press(page, "Sign out");
  await page.getByText("Unlock it and try again", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Sign out of Rowan Hill Schools" }).count(), 1);
});

test("the folder for files is chosen and shown", async () => {
  const page = await settings();
  await page.getByText("Asked for when you first save a file").waitFor();
  await press(page, "Choose the folder for saved files");
  await page.getByText("Documents, Canarytokens", { exact: true }).waitFor();
});

test("diagnostics are shown first; exactly what is shown is copied", async () => {
  const page = await settings();
  await press(page, "Copy diagnostics…");
  const shown = await page.getByRole("region", { name: "Diagnostics" }).textContent();
  await press(page, "Copy");
  await until(async () => (await page.evaluate(() => navigator.clipboard.readText())) === shown, "the clipboard");
  assert.match(shown ?? "", /Nestbox 0\.1\.0/);
});

test("removing everything needs the word, then everything is gone and the Connect screen opens", async () => {
  const page = await settings();
  await press(page, "Sign out and remove…");
  await press(page, "Sign out and remove");
  await page.getByText("Type remove to confirm.").waitFor();
  assert.equal((await called(page, "remove_everything")).length, 0);
  await page.getByLabel("To confirm, type remove").fill("Remove");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Connect to your Console" }).waitFor();
  assert.equal((await called(page, "remove_everything")).length, 1);
});

test("it says that it is independent of Thinkst, and Esc goes back to the list", async () => {
  const page = await settings();
  await page.getByRole("link", { name: "About" }).click();
  assert.equal(await page.getByText(/not affiliated with Thinkst/).isVisible(), true);
  assert.equal(await page.getByRole("link", { name: "About" }).getAttribute("aria-current"), "true");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".workspace");
});

const newer = { version: "0.2.0", notes: "<b>Quicker</b> lists" };

test("a build that looks for no newer versions shows nothing of them", async () => {
  const page = await settings();
  assert.equal(await page.getByText("Newer versions").count(), 0);
  assert.equal(await page.getByText("Look for newer versions").count(), 0);
});

test("Look now finds a newer version, shows what is new as plain text, and opens its page", async () => {
  const page = await settings({ releases: { found: null, packaged: false } });
  await page.getByText("Nestbox 0.1.0").first().waitFor();
  await answer(page, "look_for_release", newer);
  await press(page, "Look now");
  await page.getByText("Nestbox 0.2.0 is there").first().waitFor();
  await page.getByText("install it over this one", { exact: false }).waitFor();
  assert.equal(await page.getByRole("region", { name: "What is new" }).textContent(), newer.notes);
  await press(page, "Open its page");
  assert.deepEqual(await called(page, "open_link"), [{ link: { type: "release" } }]);
});

test("Look now says when this is the newest version, and why it could not look", async () => {
  const page = await settings({ releases: { found: null, packaged: false } });
  await press(page, "Look now");
  await page.locator(".toast", { hasText: "This is the newest version" }).waitFor();
  await fail(page, "look_for_release", "releaseUnreachable", "Nobody answered.");
  await press(page, "Look now");
  await page.getByText("Check that this computer is online", { exact: false }).waitFor();
});

test("looking for newer versions is turned off, and kept so", async () => {
  const page = await settings({ releases: { found: null, packaged: false } });
  await page.getByRole("switch", { name: "Look for newer versions" }).uncheck();
  await until(async () => (await called(page, "set_preferences")).length === 1, "kept");
  assert.equal((await called(page, "set_preferences"))[0].preferences.newer, false);
});

test("a newer version is told quietly and once; for a package the words name the package", async () => {
  const page = await settings({ releases: { found: null, packaged: true } });
  const tell = (/** @type {boolean} */ news) =>
    page.evaluate(
      ([release, isNews]) => /** @type {any} */ (window).fake.emit({ type: "releaseFound", release, news: isNews }),
      /** @type {[object, boolean]} */ ([newer, news]),
    );
  await tell(false);
  await page.getByText("Nestbox 0.2.0 is there").waitFor();
  assert.equal(await page.locator(".toast").count(), 0);
  await tell(true);
  const toast = page.locator(".toast");
  assert.match((await toast.textContent()) ?? "", /Nestbox 0\.2\.0 is there\. Install the new package/);
  await toast.getByRole("button", { name: "Open its page" }).click();
  assert.deepEqual(await called(page, "open_link"), [{ link: { type: "release" } }]);
});

test("newer versions are spoken of in German", async () => {
  const page = await settings({ lang: "de", releases: { found: newer, packaged: true } });
  await page.getByText("Nestbox 0.2.0 ist da").waitFor();
  await page.getByRole("button", { name: "Jetzt nachsehen" }).waitFor();
});
