import assert from "node:assert/strict";
import { test } from "node:test";
import { called, focusedText, headed, setUp, until } from "./harness.js";
import { cell, editor, row, rows, segment, toCheck, toMany } from "./sheet.js";

const { open } = setUp();

test("the dry run counts, says in each row what to mend, and ties it to its cell", async () => {
  const page = await open();
  await toCheck(page);
  await headed(page, "60 rows, 56 ready");
  await page.locator(".many-head").getByText("3 to mend").waitFor();
  assert.equal(await page.locator(".sheet-grid").getAttribute("aria-rowcount"), "61");
  const flock = cell(page, 5, "flock");
  assert.equal(await flock.getAttribute("aria-invalid"), "true");
  const said = await flock.getAttribute("aria-describedby");
  assert.match((await page.locator(`[id="${said}"]`).textContent()) ?? "", /^No flock is called “Exams”/);
  await segment(page, "Need mending 3").check();
  await until(async () => (await page.locator(rows).count()) === 3, "three rows");
  await segment(page, "Doubles 1").check();
  await page.getByText("Left out: the same as row 12").waitFor();
});

test("a cell is changed in place: a choice by arrow and Enter, Escape keeps the old", async () => {
  const page = await open();
  await toCheck(page);
  await cell(page, 5, "flock").click();
  assert.equal(await editor(page).getByRole("combobox").getAttribute("aria-invalid"), "true");
  await editor(page).getByText("No flock is called “Exams”").waitFor();
  await page.keyboard.type("Fin");
  await page.keyboard.press("Escape");
  assert.equal(await editor(page).count(), 0);
  assert.equal((await called(page, "edit_cell")).length, 0);
  assert.equal(await focusedText(page), "Exams");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Fin");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await headed(page, "60 rows, 57 ready");
  assert.deepEqual(
    (await called(page, "edit_cell")).map(({ row: at, column, value }) => [at, column, value]),
    [[3, "flock", "Finance"]],
  );
  assert.equal(await cell(page, 5, "flock").textContent(), "Finance");
  assert.equal(await cell(page, 5, "flock").getAttribute("aria-invalid"), null);
  await page.getByRole("button", { name: "Make 57" }).waitFor();
});

test("a switch reads as yes or no, and is changed as it is written", async () => {
  const page = await open();
  await toMany(page);
  await segment(page, "From a list of names").check();
  await page.getByLabel("Names, one a line").fill("RH-1\nRH-2");
  await page.getByLabel("Kind", { exact: true }).selectOption("http");
  await page.getByRole("button", { name: "Check 2 names" }).click();
  const browser = cell(page, 2, "browser_scanner_enabled");
  await until(async () => (await browser.textContent()) === "Yes", "it reads as yes");
  assert.equal(await browser.getAttribute("title"), "Yes");
  await browser.click();
  assert.equal(await editor(page).getByRole("textbox").inputValue(), "true");
  await editor(page).getByRole("textbox").fill("false");
  await page.keyboard.press("Enter");
  await until(async () => (await browser.textContent()) === "No", "it reads as no");
  assert.equal((await called(page, "edit_cell"))[0].value, "false");
});

test("what is still wrong stays open and says so", async () => {
  const page = await open();
  await toCheck(page);
  await cell(page, 5, "flock").click();
  await editor(page).getByRole("combobox").fill("Exam");
  await page.keyboard.press("Enter");
  await editor(page).getByText("No flock is called “Exam”.").waitFor();
  await page.getByRole("option", { name: "Front office" }).click();
  await headed(page, "60 rows, 57 ready");
});

test("all of it by the keyboard alone: to the wrong rows, Enter into what is wrong, Tab to the next", async () => {
  const page = await open();
  await toCheck(page);
  await segment(page, "Need mending 3").check();
  await until(async () => (await page.locator(rows).count()) === 3, "three rows");
  await page.locator(`${rows}[tabindex="0"]`).focus();
  assert.equal(await page.locator('.sheet-grid [tabindex="0"]').count(), 1, "one tab stop");
  await page.keyboard.press("Enter");
  await editor(page).getByText("No flock is called “Exams”").waitFor();
  await editor(page).getByRole("combobox").fill("IT");
  await page.keyboard.press("Tab");
  await editor(page).getByText("No kind is called").waitFor();
  await editor(page).getByRole("combobox").fill("Word document");
  await page.keyboard.press("Tab");
  await editor(page).getByText("The reminder is empty").waitFor();
  await editor(page).getByRole("textbox").fill("Caretaker, Desktop");
  await page.keyboard.press("Enter");
  await page.getByText("No row is like that any more.").waitFor();
  assert.equal(await focusedText(page), "Show all");
  await page.keyboard.press("Enter");
  await headed(page, "60 rows, 59 ready");
});

test("arrows go from the row into its cells and back, Tab goes from cell to cell", async () => {
  const page = await open({ faultless: true });
  await toCheck(page);
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focusedText(page), "AWS key");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focusedText(page), "Word document");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await editor(page).getByRole("textbox").getAttribute("aria-label"), "Reminder, row 3");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await editor(page).getByRole("combobox").getAttribute("aria-label"), "Kind, row 3");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex")), "3");
  assert.equal((await called(page, "edit_cell")).length, 0, "nothing was changed");
});

test("leaving a cell keeps what was written; a long one is read whole first", async () => {
  const page = await open({ faultless: true });
  await toCheck(page);
  await cell(page, 2, "folder").click();
  await editor(page).getByRole("textbox").fill("Library");
  await cell(page, 4, "fileName").click();
  await until(async () => (await cell(page, 2, "folder").textContent()) === "Library", "kept");
  await page.keyboard.press("Escape");
  const long = "x".repeat(400);
  await cell(page, 3, "memo").click();
  await editor(page).getByRole("textbox").fill(long);
  await page.keyboard.press("Enter");
  await until(async () => (await called(page, "edit_cell")).length === 2, "written");
  await page.keyboard.press("Enter");
  assert.equal(await editor(page).getByRole("textbox").inputValue(), long);
  assert.equal((await called(page, "get_cell")).length, 1);
});

test("rows are left out and put back in: some, and all that are shown", async () => {
  const page = await open();
  await toCheck(page);
  await row(page, 2).locator(".tick").click();
  await row(page, 3).locator(".tick").click();
  await page.getByRole("button", { name: "Leave out" }).click();
  await headed(page, "60 rows, 54 ready");
  await segment(page, "Left out 3").check();
  await until(async () => (await page.locator(rows).count()) === 3, "three rows");
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Put back in" }).click();
  await headed(page, "60 rows, 57 ready");
  assert.deepEqual(
    (await called(page, "skip_rows")).map((one) => one.rows),
    [
      { type: "rows", rows: [0, 1] },
      { type: "shown", show: "skipped" },
    ],
  );
  await page.locator(".many-head").getByText("1 reminder gets a short reference").waitFor();
});

test("all but some of what is shown goes to Rust as those rows", async () => {
  const page = await open({ faultless: true });
  await toCheck(page);
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("Control+a");
  await row(page, 3).locator(".tick").click();
  await page.getByRole("button", { name: "Leave out" }).click();
  await headed(page, "60 rows, 1 ready");
  const [{ rows: chosen }] = await called(page, "skip_rows");
  assert.equal(chosen.rows.length, 59);
  assert.ok(!chosen.rows.includes(1));
});

test("a column is filled for all rows where it is empty", async () => {
  const page = await open();
  await toCheck(page);
  await page.getByRole("button", { name: "Fill a column…" }).click();
  await page.getByLabel("Column", { exact: true }).selectOption("fileName");
  await page.getByLabel("What to write").fill("Accounts");
  await page.getByRole("button", { name: "Fill it in" }).click();
  await until(async () => (await cell(page, 2, "fileName").textContent()) === "Accounts", "filled");
  assert.equal(await cell(page, 3, "fileName").textContent(), "Password list");
});

test("what exists already is checked again once the list is here", async () => {
  const page = await open({ tokens: 25 });
  await page.evaluate(() => /** @type {any} */ (window).fake.setStatus({ phase: "loading" }));
  await toCheck(page);
  await page.getByText("Your list is still loading.").waitFor();
  await page.evaluate(() => /** @type {any} */ (window).fake.setStatus({ phase: "ready" }));
  await page.getByText("Your list is still loading.").waitFor({ state: "detached" });
  assert.equal((await called(page, "check_sheet")).length, 1);
});

test("leaving a sheet that was changed asks first; an untouched one is closed", async () => {
  const page = await open();
  await toCheck(page);
  await page.getByRole("button", { name: "All Canarytokens" }).click();
  await page.getByRole("searchbox").waitFor();
  assert.equal((await called(page, "close_sheet")).length, 1);
  await toCheck(page);
  await cell(page, 2, "folder").click();
  await editor(page).getByRole("textbox").fill("Library");
  await page.keyboard.press("Enter");
  await until(async () => (await called(page, "edit_cell")).length === 1, "changed");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Leave this sheet" }).waitFor();
  await page.getByRole("button", { name: "Stay" }).click();
  await headed(page, "60 rows, 56 ready");
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Leave it" }).click();
  await headed(page, "Settings");
  assert.equal((await called(page, "close_sheet")).length, 2);
});

test("100,000 rows keep at most 100 of them in the page", async () => {
  const page = await open({ sheetRows: 3000, faultless: true });
  await toCheck(page);
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("End");
  await row(page, 3001).waitFor();
  assert.ok((await page.locator(rows).count()) <= 100);
});
