import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, called, drag, fail, headed, press, setUp, until } from "./harness.js";
import { begin, choose, finish, place, reminder, toDone } from "./wizard.js";

const { open } = setUp();

/** @param {Record<string, any>} [options] */
const wizard = async (options = {}) => begin(await open(options));

test("the file is saved under a name that looks natural, with its ending locked", async () => {
  const page = await wizard();
  await toDone(page, /^Word document/);
  const name = page.getByLabel("File name");
  assert.equal(await name.inputValue(), "Pay review 2026");
  await press(page, "Draft contract");
  assert.equal(await name.inputValue(), "Draft contract");
  await name.fill("Staff list.docx");
  await press(page, "Save file…");
  await page.getByText("Saved in Documents, Canarytokens").waitFor();
  assert.equal((await called(page, "save_artifact"))[0].fileName, "Staff list.docx");
  await press(page, "Show in folder");
  assert.deepEqual((await called(page, "show_saved"))[0], { saved: "saved-1" });
  await press(page, "Save again…");
  await name.fill(" ");
  await press(page, "Save file…");
  await page.getByText("Write a name for the file.").waitFor();
  assert.equal((await called(page, "save_artifact")).length, 1);
});

test("a saved file is dragged by Rust, which gets its handle; where it cannot be, the other way is told", async () => {
  const page = await wizard();
  await toDone(page, /^Word document/);
  await press(page, "Save file…");
  const file = page.locator(".saved-file");
  await drag(page, file);
  await until(async () => (await called(page, "drag_saved")).length === 1, "asked for");
  assert.deepEqual(await called(page, "drag_saved"), [{ saved: "saved-1" }]);
  await fail(page, "drag_saved", "notDragged", "The system does not let it.");
  await drag(page, file);
  await page.locator(".toast", { hasText: "Choose “Show in folder” and drag it from there." }).waitFor();
});

test("a cancelled or failed save leaves the name; a failure says why", async () => {
  const page = await wizard();
  await toDone(page, /^Word document/);
  await page.getByLabel("File name").fill("Mine");
  await answer(page, "save_artifact", null);
  await press(page, "Save file…");
  await until(async () => (await called(page, "save_artifact")).length === 1, "asked");
  assert.equal(await page.getByText(/^Saved in/).count(), 0);
  await fail(page, "save_artifact", "diskFull", "There is no room on the disk.");
  await press(page, "Save file…");
  await page.getByText("The disk is full").waitFor();
  assert.equal(await page.getByLabel("File name").inputValue(), "Mine");
});

test("a QR code is drawn and printed alone, with its name below", async () => {
  const page = await wizard();
  await toDone(page, /^QR code/);
  await page.getByRole("img", { name: "QR code of this Canarytoken" }).waitFor();
  await page.getByLabel("File name").fill("Spare admin card");
  await page.evaluate(() => {
    window.print = () => {
      /** @type {any} */ (window).printed = document.querySelector(".print-sheet")?.textContent;
    };
  });
  await press(page, "Print…");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).printed), "Spare admin card");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".stage").isVisible(), false);
  assert.equal(await page.locator(".print-sheet .qr").isVisible(), true);
});

test("the link is copied, and the reminder can still be changed", async () => {
  const page = await wizard();
  await toDone(page, /^Web link/);
  await press(page, "Copy link");
  await until(
    async () => (await page.evaluate(() => navigator.clipboard.readText())).startsWith("https://"),
    "the clipboard",
  );
  await press(page, "Edit the reminder");
  await place(page).fill("");
  await press(page, "Save reminder");
  await page.getByText("Write where it is").waitFor();
  await place(page).fill("Attic");
  await page.getByLabel("Looked after by").fill("Tom");
  await press(page, "Save reminder");
  await page.locator(".memo", { hasText: "Place: Attic" }).waitFor();
  assert.equal((await called(page, "update_memo"))[0].memo, "Place: Attic\nLooked after by: Tom");
});

test("another like this keeps the details and who looks after it, and asks for the place", async () => {
  const page = await wizard();
  await choose(page, /^Fast redirect/);
  await page.getByLabel("Page to lead on to").fill("https://example.org");
  await press(page, "Next: place");
  await place(page).fill("One");
  await page.getByLabel("Looked after by").fill("Tom Berger");
  await press(page, "Next: check");
  await finish(page);
  await press(page, "Make another like this");
  await headed(page, "Where will it go?");
  assert.equal(await place(page).inputValue(), "");
  assert.equal(await reminder(page).inputValue(), "Looked after by: Tom Berger");
  await place(page).fill("Two");
  await press(page, "Next: check");
  await finish(page);
  const calls = await called(page, "create_token");
  assert.notEqual(calls[0].operation, calls[1].operation);
  assert.equal(calls[1].input.fields.browser_redirect_url, "https://example.org");
  assert.equal(calls[1].input.memo, "Place: Two\nLooked after by: Tom Berger");
});

test("Close shows the new one in the list", async () => {
  const page = await wizard();
  await toDone(page, /^Web link/, "Under the stairs");
  await press(page, "Close");
  await page.locator(".panel:not([hidden])", { hasText: "Under the stairs" }).waitFor();
});

test("the steps for this system come first, and others can be chosen", async () => {
  const page = await wizard();
  await toDone(page, /^Word document/);
  const choices = page.getByRole("radiogroup", { name: "Whose steps" });
  assert.deepEqual(await choices.locator("label").allTextContents(), ["Linux", "Windows", "Mac", "Administrator"]);
  await page.getByText("Other programs for such files usually stay silent.").waitFor();
  await choices.getByRole("radio", { name: "Windows" }).check();
  await page.getByText("Copy it by File Explorer.").waitFor();
  assert.equal(await page.getByText("Other programs for such files").count(), 0);
});

test("the steps are copied for the administrator, without anything secret", async () => {
  const page = await wizard();
  await toDone(page, /^Web link/, "Wiki, page “Servers”");
  await press(page, "Send these steps to your administrator");
  await page.locator(".toast", { hasText: "Paste the steps into a message" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /decoy.+“Web link”/);
  assert.match(copied, /1\. Please put the attached file/);
  const shown = await page.locator(".wizard .value").allTextContents();
  assert.ok(shown.length > 0);
  for (const value of [...shown, "http", "a1b2c3d4", "Wiki", "Servers"])
    assert.equal(copied.includes(value), false, value);
});
