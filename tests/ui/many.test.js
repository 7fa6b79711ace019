import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, called, fail, headed, hold, release, setUp, until } from "./harness.js";
import { cell, segment, toMany } from "./sheet.js";

const { open } = setUp();
/** What Rust says of a sheet without a heading. */
const refusal = {
  code: "sheetRefused",
  message: "The sheet has no heading. Write kind and reminder into its first row.",
};

test("many at once is reached by the menu beside New, by Ctrl+Shift+N and from the wizard", async () => {
  const page = await open();
  await toMany(page);
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").waitFor();
  await page.keyboard.press("Control+Shift+n");
  await headed(page, "Many at once");
  await page.keyboard.press("Control+n");
  await headed(page, "What should it be?");
  await page.getByRole("button", { name: "Many at once…" }).click();
  await headed(page, "Many at once");
  await page.getByRole("button", { name: "All Canarytokens" }).click();
  await page.getByRole("searchbox").waitFor();
});

test("a key that may not create has no way to it", async () => {
  const page = await open({ abilities: "readOnly" });
  assert.equal(await page.getByRole("button", { name: "More ways to create" }).count(), 0);
  await page.keyboard.press("Control+Shift+n");
  await page.keyboard.press("?");
  await page.getByRole("heading", { name: "Keys" }).waitFor();
  assert.equal(await page.locator(".many-app").count(), 0);
});

test("a sheet that cannot be used says why, and choosing nothing changes nothing", async () => {
  const page = await open();
  await toMany(page);
  await fail(page, "choose_sheet", refusal.code, refusal.message);
  await page.getByRole("button", { name: "Choose a spreadsheet…" }).click();
  await page.getByRole("alert").getByText("The sheet has no heading.").waitFor();
  await answer(page, "choose_sheet", null);
  await page.getByRole("button", { name: "Choose a spreadsheet…" }).click();
  await until(async () => (await called(page, "choose_sheet")).length === 2, "asked again");
  assert.equal(await page.locator("h1").textContent(), "Many at once");
  assert.equal(await page.getByRole("alert").count(), 0);
});

test("a template is saved for several kinds, or for one", async () => {
  const page = await open();
  await toMany(page);
  await page.getByRole("button", { name: "Download the template…" }).click();
  await page.getByText("Saved Template for Nestbox.csv in Documents").waitFor();
  await page.getByLabel("Template for").selectOption("doc-msword");
  await page.getByRole("button", { name: "Download the template…" }).click();
  await page.getByText("Saved Template Word document.csv in Documents").waitFor();
  assert.deepEqual(await called(page, "save_template"), [{ kind: null }, { kind: "doc-msword" }]);
  await page.getByRole("button", { name: "Show in folder" }).last().click();
  assert.equal((await called(page, "show_saved")).length, 1);
});

test("a list of names shows what it becomes, and is checked as it was written", async () => {
  const page = await open();
  await toMany(page);
  await segment(page, "From a list of names").check();
  await page.getByRole("button", { name: "Check the list" }).click();
  await page.getByText("2 things need another look").waitFor();
  assert.equal(await page.getByLabel("Names, one a line").getAttribute("aria-invalid"), "true");
  await page.getByLabel("Names, one a line").fill("RH-1\n\n RH-2 \nRH-3\nRH-4\nRH-5\n");
  await page.getByLabel("Kind", { exact: true }).selectOption("doc-msword");
  await page.getByLabel("Reminder").fill("Laptop {name}, Documents");
  await page.getByLabel("Flock", { exact: true }).selectOption({ label: "IT" });
  await page.getByLabel(/^Folder/).fill("{name}");
  await page.getByLabel(/^File name/).fill("Passwords {name}");
  assert.deepEqual(await page.locator(".alert-sample blockquote").allTextContents(), [
    "Laptop RH-1, DocumentsRH-1/Passwords RH-1",
    "Laptop RH-2, DocumentsRH-2/Passwords RH-2",
    "Laptop RH-3, DocumentsRH-3/Passwords RH-3",
  ]);
  await page.getByText("and 2 more").waitFor();
  await page.getByRole("button", { name: "Check 5 names" }).click();
  await headed(page, "5 rows, all ready");
  const [{ list }] = await called(page, "start_from_names");
  assert.equal(list.kind, "doc-msword");
  assert.equal(list.memo, "Laptop {name}, Documents");
  assert.equal(list.flock, "flock:it");
  assert.equal(await cell(page, 3, "memo").textContent(), "Laptop RH-2, Documents");
});

test("what is written stays, and the field keeps the focus, when the flocks come late", async () => {
  const page = await open();
  await hold(page, "list_flocks");
  await toMany(page);
  await segment(page, "From a list of names").check();
  const names = page.getByLabel("Names, one a line");
  await names.click();
  await page.keyboard.type("PC-001");
  await release(page);
  await page.getByLabel("Flock", { exact: true }).waitFor();
  await page.keyboard.type("x");
  assert.equal(await names.inputValue(), "PC-001x");
  await page.getByLabel("Kind", { exact: true }).selectOption("doc-msword");
});

test("kinds that need a file or a secret are not offered for names, and the list stays while one looks elsewhere", async () => {
  const page = await open();
  await toMany(page);
  await segment(page, "From a list of names").check();
  const options = page.getByLabel("Kind", { exact: true }).locator("option");
  await options.nth(1).waitFor({ state: "attached" });
  const kinds = await options.allTextContents();
  assert.ok(kinds.includes("Word document") && !kinds.includes("Web image"), kinds.join(", "));
  await page.getByLabel("Names, one a line").fill("RH-1\nRH-2");
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").waitFor();
  await toMany(page);
  assert.equal(await page.getByLabel("Names, one a line").inputValue(), "RH-1\nRH-2");
});

test("what is unfinished is offered in the list and on the first screen, and gone on with", async () => {
  const page = await open({ unfinished: true });
  await page.getByText("37 of 60 were made. Go on?").waitFor();
  await page.getByRole("button", { name: "Go on" }).click();
  await headed(page, "Made 60 Canarytokens");
  assert.equal((await called(page, "resume_unfinished")).length, 1);
  assert.equal((await called(page, "run_sheet")).length, 1);
});

test("what is unfinished is forgotten only after a question", async () => {
  const page = await open({ unfinished: true });
  await toMany(page);
  await page.getByRole("button", { name: "Forget it" }).click();
  await page.getByText("The other 23 are not made").waitFor();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  assert.equal((await called(page, "discard_unfinished")).length, 0);
  await page.getByRole("button", { name: "Forget it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget it" }).click();
  await page.getByText("37 of 60").waitFor({ state: "detached" });
  assert.equal((await called(page, "discard_unfinished")).length, 1);
});

test("what is unfinished on another Console leads there first", async () => {
  const page = await open({ unfinished: true });
  await answer(page, "get_unfinished", {
    name: "x.csv",
    startedAt: null,
    console: "Ashby College",
    consoleId: "console-2",
    connected: false,
    total: 60,
    done: 37,
  });
  await toMany(page);
  await page.getByRole("button", { name: "Switch to Ashby College" }).click();
  await headed(page, "Made 60 Canarytokens");
  assert.deepEqual(
    (await called(page, "switch_console")).map((one) => one.id),
    ["console-2"],
  );
});

test("a sheet that is dropped on the list is opened, and nothing is made", async () => {
  const page = await open();
  await page.evaluate(async () => {
    const { fake } = /** @type {any} */ (window);
    fake.emit({ type: "sheetDropped", sheet: await fake.invoke("choose_sheet", {}) });
  });
  await page.getByRole("heading", { level: 1, name: /rows?, / }).waitFor();
  assert.deepEqual(await called(page, "run_sheet"), []);
});

test("a file that cannot be used is refused in words where sheets are dropped", async () => {
  const page = await open();
  await toMany(page);
  await page.evaluate((error) => /** @type {any} */ (window).fake.emit({ type: "dropRefused", error }), refusal);
  await page.getByText(/The sheet has no heading/).waitFor();
});
