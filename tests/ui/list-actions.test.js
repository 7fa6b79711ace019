import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, called, dialogGone, focusedText, setUp, until } from "./harness.js";
import { focused, loaded, row, rows, shownCount } from "./rows.js";

const { open } = setUp();

test("turning off the selected says how many, and Undo turns on just those", async () => {
  const page = await open();
  await row(page, 0).locator(".tick").click();
  await row(page, 1).locator(".tick").click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByText("Turned off 2 Canarytokens").waitFor();
  await until(async () => (await row(page, 0).locator(".state").textContent()) === "Off", "the row says so");
  const [off] = await called(page, "disable_tokens");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Turned on 2 Canarytokens").waitFor();
  const [on] = await called(page, "enable_tokens");
  assert.deepEqual(on.selection.ids, off.selection.ids);
  assert.notEqual(on.operation, off.operation);
});

test("deleting names them, keeps alerts unless told otherwise, and the rows go", async () => {
  const page = await open();
  await row(page, 0).locator(".tick").click();
  await row(page, 1).locator(".tick").click();
  await page.keyboard.press("Delete");
  await page.getByRole("heading", { name: "Delete 2 Canarytokens" }).waitFor();
  assert.equal(await focusedText(page), "Cancel", "Cancel is the default");
  assert.match((await page.locator("dialog .named").textContent()) ?? "", /Payroll 2026.*USB stick/);
  await page.getByText("1 of them has alerts, 2 in all.").waitFor();
  await page.getByRole("button", { name: "Delete 2 Canarytokens" }).click();
  await page.getByText("Deleted 2 Canarytokens").waitFor();
  const [args] = await called(page, "delete_tokens");
  assert.equal(args.clearIncidents, false);
  assert.equal(args.expected, 2);
  await until(async () => (await shownCount(page)) === "23 Canarytokens", "two less");
  assert.equal(await page.locator(".action-strip:not([hidden])").count(), 0);
});

test("above 20 the number must be typed before anything is deleted", async () => {
  const page = await open({ tokens: 300 });
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: "Delete 300 Canarytokens" }).click();
  await page.getByText("Type 300 to confirm.").waitFor();
  assert.equal((await called(page, "delete_tokens")).length, 0);
  await page.getByRole("radio", { name: /Destroy the alerts too/ }).check();
  await page.getByLabel("To confirm, type how many: 300").fill("300");
  await page.keyboard.press("Enter");
  await page.getByText("No Canarytokens yet").waitFor();
  const calls = await called(page, "delete_tokens");
  assert.equal(calls.length, 1);
  assert.equal(calls[0].clearIncidents, true);
  assert.equal(calls[0].expected, 300);
});

test("“Turn off instead” deletes nothing, and Escape does nothing", async () => {
  const page = await open();
  await row(page, 0).locator(".tick").click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await dialogGone(page);
  await page.getByRole("button", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Turn off instead" }).click();
  await page.getByText("Turned off 1 Canarytoken").waitFor();
  assert.equal((await called(page, "delete_tokens")).length, 0);
});

test("long work shows how far it is and can be stopped", async () => {
  const page = await open({ tokens: 1000, latency: 30 });
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByText(/\d+ of 1,000/).waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  const [run] = await called(page, "disable_tokens");
  await until(
    async () => (await called(page, "cancel_operation"))[0]?.operation === run.operation,
    "cancelled by its id",
  );
});

test("what went wrong with some stays to be read and copied", async () => {
  const page = await open();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const error = fake.uiError("notFound", "Your Console has no such Canarytoken.");
    fake.answer("disable_tokens", { done: 1, ids: ["a"], failed: [{ id: "b", memo: "Server cupboard", error }] });
  });
  await row(page, 0).locator(".tick").click();
  await row(page, 2).locator(".tick").click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByRole("heading", { name: "1 Canarytoken needs attention" }).waitFor();
  await page.getByRole("button", { name: "Copy the result" }).click();
  assert.match(
    await page.evaluate(() => navigator.clipboard.readText()),
    /Server cupboard\tb\tThis Canarytoken is no longer there/,
  );
});

test("where the Console only refused, its own words say why", async () => {
  const page = await open();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const error = fake.uiError("consoleRefused", "Your Console did not do it.", { detail: "The flock is locked" });
    fake.answer("disable_tokens", { done: 0, ids: [], failed: [{ id: "b", memo: "Server cupboard", error }] });
  });
  await row(page, 2).locator(".tick").click();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByText("Your Console refused. Your Console says: The flock is locked").waitFor();
  await page.getByRole("button", { name: "Copy the result" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /Your Console says: The flock is locked\. Read what it says/);
});

test("the files of selected ones are saved into a folder, and it says how many had none", async () => {
  const page = await open();
  await loaded(page, "25");
  for (const index of [0, 1, 4]) await row(page, index).locator(".tick").click();
  await page.getByRole("button", { name: "Save files…" }).click();
  await page.getByText("Saved 2 files in Documents/Decoys. 1 has none").waitFor();
  const [{ selection }] = await called(page, "save_selection");
  assert.equal(selection.ids.length, 3);
  await page.getByRole("button", { name: "Show in folder" }).click();
  assert.deepEqual(await called(page, "show_saved"), [{ saved: "saved-many" }]);
});

test("files that could not be saved are named, and a cancelled folder changes nothing", async () => {
  const page = await open();
  await loaded(page, "25");
  await row(page, 0).locator(".tick").click();
  await answer(page, "save_selection", null);
  await page.getByRole("button", { name: "Save files…" }).click();
  await until(async () => (await called(page, "save_selection")).length === 1, "asked");
  assert.equal(await page.locator(".toast, dialog").count(), 0);
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const error = fake.uiError("writeFailed", "The folder cannot be written to.");
    const failed = [{ id: "id1", memo: "Finance share", error }];
    fake.answer("save_selection", { done: 3, withoutFile: 0, failed, folder: "Documents", saved: null });
  });
  await page.getByRole("button", { name: "Save files…" }).click();
  await page.getByRole("dialog").getByText("3 files were saved.").waitFor();
  await page.getByRole("dialog").getByText("Finance share").waitFor();
});

test("a key that may not download is not offered to save files", async () => {
  const page = await open({ abilities: "noFiles" });
  await row(page, 0).locator(".tick").click();
  await page.getByRole("button", { name: "Export…" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Save files…" }).count(), 0);
});

test("everything a filter shows is exported, with columns of choice or the Console's own", async () => {
  const page = await open({ tokens: 3000 });
  await loaded(page, "3,000");
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog", { name: "Export 3,000 Canarytokens" });
  await dialog.getByRole("radio", { name: "JSON" }).check();
  for (const name of ["ID", "Alerts", "Link", "Host name"]) await dialog.getByLabel(name, { exact: true }).uncheck();
  await dialog.getByRole("button", { name: "Export" }).click();
  await page.getByText("Saved Canarytokens.json in Documents").waitFor();
  await page.getByRole("button", { name: "Export…" }).click();
  await page.getByRole("radio", { name: "CSV" }).check();
  await page.getByRole("radio", { name: /Console’s own script/ }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Export" }).click();
  await page.getByText("Saved Canarytokens.csv in Documents").waitFor();
  const asked = await called(page, "export_tokens");
  assert.deepEqual(
    asked.map(({ selection, format, columns }) => [selection.type, format, columns]),
    [
      ["filter", "json", { type: "chosen", columns: ["kind", "reminder", "flock", "state", "created"] }],
      ["filter", "csv", { type: "vendor" }],
    ],
  );
});

test("an export without a column says so, and one that fails stays open", async () => {
  const page = await open();
  await loaded(page, "25");
  await row(page, 0).locator(".tick").click();
  await page.getByRole("button", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (const tick of await dialog.getByRole("checkbox").all()) await tick.uncheck();
  await dialog.getByRole("button", { name: "Export" }).click();
  await dialog.getByRole("alert").getByText("Tick at least one column.").waitFor();
  assert.equal((await called(page, "export_tokens")).length, 0);
  await dialog.getByLabel("Reminder").check();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("export_tokens", fake.uiError("diskFull", "There is no room left in Documents."));
  });
  await dialog.getByRole("button", { name: "Export" }).click();
  await dialog.getByText("There is no room left in Documents.").waitFor();
});

test("before deleting, a list of what goes can be saved", async () => {
  const page = await open();
  await loaded(page, "25");
  await row(page, 0).locator(".tick").click();
  await row(page, 1).locator(".tick").click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Save a list of them first…" }).click();
  await page.getByRole("dialog").getByText("Saved Canarytokens.csv in Documents").waitFor();
  const [{ selection, format, columns }] = await called(page, "export_tokens");
  assert.equal(selection.ids.length, 2);
  assert.equal(format, "csv");
  assert.ok(columns.columns.includes("hostName") && columns.columns.includes("reminder"));
  await page.getByRole("button", { name: "Delete 2 Canarytokens" }).click();
  await page.getByText("Deleted 2 Canarytokens").waitFor();
});

test("the menu of a row offers what the strip does, and does it to that row alone", async () => {
  const page = await open({ tokens: 40 });
  await row(page, 3).locator(".tick").click();
  await row(page, 1).click({ button: "right" });
  const menu = page.getByRole("menu", { name: /^Actions for / });
  await menu.waitFor();
  const offered = await menu.getByRole("menuitem").locator(".label").allTextContents();
  assert.deepEqual(await menu.locator(".keys").allTextContents(), ["Enter", "Del"]);
  assert.deepEqual(offered.slice(-4), ["Move…", "Save files…", "Export…", "Delete…"]);
  assert.equal(offered[0], "Open");
  assert.equal(await page.locator(".action-strip").isVisible(), false, "the other row is not meant any more");
  await menu.getByRole("menuitem", { name: /^Turn (on|off)$/ }).click();
  const changed = async () => [...(await called(page, "disable_tokens")), ...(await called(page, "enable_tokens"))];
  await until(async () => (await changed()).length === 1, "it was turned on or off");
  const [asked] = await changed();
  assert.equal(asked.selection.ids.length, 1);
  assert.equal(await page.getByRole("menu").count(), 0);
});

test("the menu of a row opens by keys too, for all that is selected, and Escape goes back to the row", async () => {
  const page = await open({ tokens: 40 });
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu", { name: "Actions for 2 selected Canarytokens" });
  await menu.waitFor();
  assert.equal(await menu.getByRole("menuitem", { name: "Open" }).count(), 0, "two cannot be opened");
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  assert.equal(await focused(page), 1);
  await page.keyboard.press("ContextMenu");
  await menu.waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Delete 2 Canarytokens" }).waitFor();
});

test("a key that may only look finds nothing in the menu of a row that would be refused", async () => {
  const page = await open({ tokens: 40, abilities: "readOnly" });
  await row(page, 1).click({ button: "right" });
  await page.getByRole("menu").waitFor();
  const offered = await page.getByRole("menuitem").locator(".label").allTextContents();
  assert.ok(!offered.some((one) => /Turn|Move|Delete/.test(one)), offered.join());
});
