import assert from "node:assert/strict";
import { test } from "node:test";
import { called, setUp, until } from "./harness.js";
import { toCheck, toMany, toRun } from "./screens/many.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

const rows = ".sheet-grid .rows [role=row]";
/** @param {Page} page @param {number} line */
const row = (page, line) => page.locator(rows, { has: page.locator(`[role=rowheader]:text-is("${line}")`) });
/** @param {Page} page @param {number} line @param {string} column */
const cell = (page, line, column) => row(page, line).locator(`[data-column="${column}"]`);
/** @param {Page} page */
const heading = (page) => page.locator("h1").textContent();
/** @param {Page} page @param {string} text */
const headed = (page, text) => page.getByRole("heading", { level: 1, name: text, exact: true }).waitFor();
/** @param {Page} page */
const editor = (page) => page.locator(".cell-editor:popover-open");
/** @param {Page} page @param {RegExp | string} name */
const segment = (page, name) => page.getByRole("radio", { name });
/** @param {Page} page */
const focusedText = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());
/** @param {Page} page */
const made = (page) =>
  page.evaluate(() => /** @type {any} */ (document.querySelector("progress.progress"))?.value ?? 0);
/** @param {Page} page @param {string} command @param {any} value */
const answer = (page, command, value) =>
  page.evaluate(([name, one]) => /** @type {any} */ (window).fake.answer(name, one), [command, value]);
/** @param {Page} page @param {string} command @param {any} error */
const fail = (page, command, error) =>
  page.evaluate(([name, one]) => /** @type {any} */ (window).fake.fail(name, one), [command, error]);
const refusal = {
  code: "sheetRefused",
  message: "The sheet has no heading. Write kind and reminder into its first row.",
  field: null,
  retryable: false,
  reference: "",
  detail: null,
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
  await fail(page, "choose_sheet", refusal);
  await page.getByRole("button", { name: "Choose a spreadsheet…" }).click();
  await page.getByRole("alert").getByText("The sheet has no heading.").waitFor();
  await answer(page, "choose_sheet", null);
  await page.getByRole("button", { name: "Choose a spreadsheet…" }).click();
  await until(async () => (await called(page, "choose_sheet")).length === 2, "asked again");
  assert.equal(await heading(page), "Many at once");
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

test("kinds that need a file or a secret are not offered for names, and the list stays while one looks elsewhere", async () => {
  const page = await open();
  await toMany(page);
  await segment(page, "From a list of names").check();
  const kinds = await page.getByLabel("Kind", { exact: true }).locator("option").allTextContents();
  assert.ok(kinds.includes("Word document") && !kinds.includes("Web image"), kinds.join(", "));
  await page.getByLabel("Names, one a line").fill("RH-1\nRH-2");
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").waitFor();
  await toMany(page);
  assert.equal(await page.getByLabel("Names, one a line").inputValue(), "RH-1\nRH-2");
});

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

test("making asks for a folder when files come, runs, and tells what came of each row", async () => {
  const page = await open({ refuse: "RH-0409" });
  await toRun(page);
  await headed(page, "55 of 56 are made");
  assert.equal((await called(page, "choose_target_folder")).length, 1);
  assert.equal(await page.locator(".many-line .number").textContent(), "56 of 56");
  await page.locator(".many-head").getByText("1 needs attention").waitFor();
  await segment(page, "Need attention 1").check();
  await page.getByText("Your Console refused the reminder.").waitFor();
  await segment(page, "Done 55").check();
  await row(page, 2).getByText("Made").waitFor();
});

test("without a folder nothing is made", async () => {
  const page = await open();
  await toCheck(page);
  await answer(page, "choose_target_folder", null);
  await page.getByRole("button", { name: "Make 56" }).click();
  await until(async () => (await called(page, "choose_target_folder")).length === 1, "asked");
  await headed(page, "60 rows, 56 ready");
  assert.equal((await called(page, "run_sheet")).length, 0);
});

test("it is paused, gone on with and cancelled; cancelling is acknowledged at once", async () => {
  const page = await open({ stops: [3, 8], faultless: true });
  await toRun(page);
  await until(async () => (await made(page)) >= 3, "some are made");
  await page.getByRole("button", { name: "Pause" }).click();
  await page.locator(".many-head").getByText("Paused.").waitFor();
  const paused = await made(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await until(async () => (await made(page)) > paused + 2, "it goes on");
  const release = await page.evaluateHandle(() => /** @type {any} */ (window).fake.hold("cancel_operation"));
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  const said = page.getByRole("button", { name: "Cancelling…" });
  assert.equal(await said.getAttribute("aria-disabled"), "true");
  await page.evaluate((free) => /** @type {any} */ (free)(), release);
  await page.locator(".many-head").getByText("You cancelled the rest.").waitFor();
  const [{ operation }] = await called(page, "run_sheet");
  assert.deepEqual(await called(page, "cancel_operation"), [{ operation }]);
  const done = await made(page);
  assert.ok(done < 60);
  await page.getByRole("button", { name: `Go on with ${60 - done}` }).click();
  await headed(page, "Made 60 Canarytokens");
  const runs = await called(page, "run_sheet");
  assert.notEqual(runs[0].operation, runs[1].operation, "going on is an operation of its own");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).fake.called("query_rows").length > 3), true);
});

test("progress is told to screen readers in parts, and the end", async () => {
  const page = await open({ pace: 10, faultless: true });
  await toCheck(page);
  await page.evaluate(() => {
    const told = /** @type {string[]} */ ([]);
    Object.assign(window, { told });
    new MutationObserver((all) => {
      for (const { target } of all) if (target.textContent) told.push(target.textContent);
    }).observe(/** @type {Node} */ (document.querySelector("body > [role=status].visually-hidden")), {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.getByRole("button", { name: "Make 60" }).click();
  await headed(page, "Made 60 Canarytokens");
  await until(
    () =>
      page.evaluate(() =>
        /** @type {any} */ (window).told.some((/** @type {string} */ one) => one.startsWith("Made 60")),
      ),
    "the end is told",
  );
  const told = await page.evaluate(() => /** @type {any} */ (window).told);
  assert.ok(told.filter((/** @type {string} */ one) => /^\d+ of 60$/.test(one)).length <= 4, told.join("; "));
});

test("a refused row is mended in place and tried again; made ones are left alone", async () => {
  const page = await open({ refuse: "RH-0409" });
  await toRun(page);
  await headed(page, "55 of 56 are made");
  await page.getByRole("button", { name: "Mend row 10" }).click();
  const memo = page.getByRole("dialog").getByLabel("Reminder");
  assert.equal(await memo.getAttribute("aria-invalid"), "true");
  assert.equal(await memo.evaluate((one) => document.activeElement === one), true);
  await memo.fill("Music room, cupboard");
  await page.getByRole("button", { name: "Save the row" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Mend row 5" }).click();
  await page.getByRole("dialog").getByLabel("Flock").selectOption("IT");
  await page.getByRole("button", { name: "Save the row" }).click();
  await page.getByRole("button", { name: "Go on with 2" }).click();
  await headed(page, "Made 57 Canarytokens");
  const created = await page.evaluate(() => /** @type {any} */ (window).fake.called("run_sheet").length);
  assert.equal(created, 2);
});

test("the result is kept as a sheet or a page, and a made one is opened in the list", async () => {
  const page = await open({ faultless: true });
  await toRun(page);
  await headed(page, "Made 60 Canarytokens");
  for (const [item, format] of [
    ["As a sheet (CSV)…", "csv"],
    ["As a page to print…", "html"],
  ]) {
    await page.getByRole("button", { name: "Save the result…" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    await page.getByText(`Saved Devices autumn 2026, result.${format} in Documents`).waitFor();
  }
  await page.getByRole("button", { name: "Show in folder" }).last().click();
  assert.equal((await called(page, "show_saved"))[0].saved, "saved-Devices autumn 2026, result.html");
  await page.getByRole("button", { name: "Open the Canarytoken of row 3" }).click();
  await page.locator(".panel").getByText("Reception computer RH-0402").first().waitFor();
  assert.equal((await called(page, "close_sheet")).length, 1);
});

test("the result is printed alone: each row with what came of it, and its file or link", async () => {
  const page = await open({ refuse: "RH-0409" });
  await toRun(page);
  await headed(page, "55 of 56 are made");
  await page.evaluate(() => {
    /** @type {string[]} */
    const printed = [];
    Object.assign(window, { printed, print: () => printed.push("once") });
  });
  await page.getByRole("button", { name: "Print the result…" }).click();
  await page.waitForFunction(() => /** @type {any} */ (window).printed.length === 1);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("main").isVisible(), false);
  const sheet = page.locator(".print-sheet");
  assert.equal(await sheet.isVisible(), true);
  assert.equal(await sheet.locator("tbody tr").count(), 60);
  const rows = await page.evaluate(async () => {
    const { fake } = /** @type {any} */ (window);
    const { sheet: handle } = fake.called("query_rows")[0];
    return (await fake.invoke("query_rows", { sheet: handle, show: "all", offset: 0, limit: 60 })).rows;
  });
  const lines = await sheet.locator("tbody tr").evaluateAll((all) => all.map((one) => one.textContent ?? ""));
  for (const [at, row] of rows.entries()) {
    assert.ok(lines[at]?.startsWith(`${row.line}${row.kindName}${row.memo}`), lines[at]);
    assert.ok(lines[at]?.includes(row.file ?? row.address ?? ""), lines[at]);
    if (row.error) assert.ok(lines[at]?.endsWith(row.error.message), lines[at]);
  }
  assert.match((await sheet.locator("p").textContent()) ?? "", /^55 of 56 are made, 1 needs attention\. Printed on /);
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.ok((paper.match(/\/Type \/Page\b/g) ?? []).length > 1, "60 rows go on over several pages");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await sheet.count(), 0);
});

test("leaving while it runs asks, cancels the rest, and waits for the end before the sheet is closed", async () => {
  const page = await open({ stops: [2], faultless: true });
  await toRun(page);
  await until(async () => (await made(page)) >= 2, "some are made");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Leave while they are being made" }).waitFor();
  await page.getByRole("button", { name: "Stay" }).click();
  await page.getByRole("button", { name: "All Canarytokens" }).click();
  await page.getByRole("button", { name: "Cancel the rest and leave" }).click();
  await page.getByRole("searchbox").waitFor();
  const order = await page.evaluate(() =>
    /** @type {any} */ (window).fake.calls.map((/** @type {any} */ one) => one.command),
  );
  assert.ok(order.indexOf("cancel_operation") < order.indexOf("close_sheet"));
  await page.getByText("of 60 were made. Go on?").waitFor();
});

test("without a keychain it asks, and runs unprotected only when told to", async () => {
  const page = await open({ faultless: true });
  await toCheck(page);
  await fail(page, "run_sheet", { ...refusal, code: "keychainLocked", message: "The keychain is locked." });
  await page.getByRole("button", { name: "Make 60" }).click();
  await page.getByRole("heading", { name: "Make them without a safety net" }).waitFor();
  await page.getByText("it will not know where it was").waitFor();
  await page.getByRole("button", { name: "Make them all the same" }).click();
  await headed(page, "Made 60 Canarytokens");
  const runs = await called(page, "run_sheet");
  assert.deepEqual(
    runs.map((one) => one.unprotected),
    [false, true],
  );
  assert.notEqual(runs[0].operation, runs[1].operation);
});

test("without a keychain, saying no makes nothing", async () => {
  const page = await open({ faultless: true });
  await toCheck(page);
  await fail(page, "run_sheet", { ...refusal, code: "keychainMissing", message: "This computer has no keychain." });
  await page.getByRole("button", { name: "Make 60" }).click();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Go on with 60" }).waitFor();
  assert.equal((await called(page, "run_sheet")).length, 1);
});

test("a run that stops by itself says why and goes on when asked", async () => {
  const page = await open({ faultless: true });
  await toCheck(page);
  await page.getByRole("button", { name: "Choose a folder…" }).click();
  const stopped = { ...refusal, code: "keyRefused", message: "Your Console refused the API key." };
  await page.evaluate((error) => {
    const { fake } = /** @type {any} */ (window);
    const [sheet] = fake.called("query_rows").map((/** @type {any} */ one) => one.sheet);
    return fake.invoke("get_sheet", { sheet }).then((/** @type {any} */ summary) =>
      fake.answer("run_sheet", {
        summary: { ...summary, started: true },
        cancelled: false,
        stopped: error,
        complete: false,
      }),
    );
  }, stopped);
  await page.getByRole("button", { name: "Make 60" }).click();
  await page.getByRole("alert").getByText("Your Console refused the API key.").first().waitFor();
  await page.getByRole("button", { name: "Go on with 60" }).waitFor();
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

test("while it runs no row can be mended, and unfinished work of before comes first", async () => {
  const page = await open({ stops: [4] });
  await toRun(page);
  await row(page, 5).getByText("No flock is called").waitFor();
  assert.equal(await page.getByRole("button", { name: "Mend row 5" }).count(), 0);
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  await page.getByRole("button", { name: "Mend row 5" }).waitFor();
  await fail(page, "run_sheet", {
    ...refusal,
    code: "unfinishedWork",
    message: "There is work that did not come to its end.",
  });
  await page.getByRole("button", { name: /^Go on with/ }).click();
  await page.getByText("There is unfinished work").first().waitFor();
  await page.getByRole("button", { name: "Forget it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget it" }).click();
  await headed(page, "Made 56 Canarytokens");
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
