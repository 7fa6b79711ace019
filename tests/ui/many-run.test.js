import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, called, dialogGone, fail, headed, setUp, until } from "./harness.js";
import { row, segment, toCheck, toRun } from "./sheet.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** How many are made so far. @param {Page} page */
const made = (page) =>
  page.evaluate(() => /** @type {any} */ (document.querySelector("progress.progress"))?.value ?? 0);

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
  await dialogGone(page);
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
  await fail(page, "run_sheet", "keychainLocked", "The keychain is locked.");
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
  await fail(page, "run_sheet", "keychainMissing", "This computer has no keychain.");
  await page.getByRole("button", { name: "Make 60" }).click();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Go on with 60" }).waitFor();
  assert.equal((await called(page, "run_sheet")).length, 1);
});

test("a run that stops by itself says why and goes on when asked", async () => {
  const page = await open({ faultless: true });
  await toCheck(page);
  await page.getByRole("button", { name: "Choose a folder…" }).click();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    const stopped = fake.uiError("keyRefused", "Your Console refused the API key.");
    const [sheet] = fake.called("query_rows").map((/** @type {any} */ one) => one.sheet);
    return fake.invoke("get_sheet", { sheet }).then((/** @type {any} */ summary) =>
      fake.answer("run_sheet", {
        summary: { ...summary, started: true },
        cancelled: false,
        stopped,
        complete: false,
      }),
    );
  });
  await page.getByRole("button", { name: "Make 60" }).click();
  await page.getByRole("alert").getByText("Your Console refused the API key.").first().waitFor();
  await page.getByRole("button", { name: "Go on with 60" }).waitFor();
});

test("while it runs no row can be mended, and unfinished work of before comes first", async () => {
  const page = await open({ stops: [4] });
  await toRun(page);
  await row(page, 5).getByText("No flock is called").waitFor();
  assert.equal(await page.getByRole("button", { name: "Mend row 5" }).count(), 0);
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  await page.getByRole("button", { name: "Mend row 5" }).waitFor();
  await fail(page, "run_sheet", "unfinishedWork", "There is work that did not come to its end.");
  await page.getByRole("button", { name: /^Go on with/ }).click();
  await page.getByText("There is unfinished work").first().waitFor();
  await page.getByRole("button", { name: "Forget it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget it" }).click();
  await headed(page, "Made 56 Canarytokens");
});
