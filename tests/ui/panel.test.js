import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, called, drag, fail, focusedText, newestOf, setUp, until } from "./harness.js";
import { openRow, rows } from "./rows.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

test("Enter opens the row in the panel and moves into it; Esc closes it and goes back to the row", async () => {
  const page = await open();
  await page.locator(`${rows}[tabindex="0"]`).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /USB stick/ }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.closest(".panel") !== null), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".panel").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex")), "3");
});

test("with the panel open, the arrow keys show row after row, and the last one stands", async () => {
  const page = await open();
  await openRow(page, "Payroll 2026");
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("ArrowDown");
  await page.getByRole("heading", { name: /VPN access list/ }).waitFor();
  await until(
    async () => (await page.locator(".panel .copy-row .value").first().textContent())?.includes("traffic") ?? false,
    "its link",
  );
});

test("the switch turns off at once, and Undo turns on again", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  const control = panel.getByRole("switch");
  await control.click();
  await page.getByText("Turned off").waitFor();
  await until(async () => (await page.locator(`${rows} .state`).first().textContent()) === "Off", "the row says so");
  await until(
    async () => (await panel.getByText("It raises no alerts while it is off").count()) === 1,
    "the panel says so",
  );
  await page.getByRole("button", { name: "Undo" }).click();
  await until(async () => (await page.locator(`${rows} .state`).first().textContent()) === "On", "on again");
  await until(async () => panel.getByRole("switch").isChecked(), "the switch too");
});

test("the switch keeps the focus when the panel shows what it did, and the keyboard turns on again", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  const control = panel.getByRole("switch");
  await control.focus();
  await page.keyboard.press("Space");
  await panel.getByText("It raises no alerts while it is off").waitFor();
  assert.equal(await control.evaluate((element) => element === document.activeElement), true);
  await page.keyboard.press("Space");
  await panel.getByText("It raises no alerts while it is off").waitFor({ state: "detached" });
  assert.equal(await control.isChecked(), true);
});

test("a switch that fails goes back and says why", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await fail(page, "disable_tokens", "notAllowed", "Your Console refused this to the API key.");
  await panel.getByRole("switch").click();
  await panel.getByText("This API key may not do that").waitFor();
  assert.equal(await panel.getByRole("switch").isChecked(), true);
});

test("details of an error can be copied", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await fail(page, "disable_tokens", "answerOdd", "The answer had no result.");
  await panel.getByRole("switch").click();
  await panel.getByRole("button", { name: "Copy details" }).click();
  assert.match(await clipboard(page), /unexpected way\nThe answer had no result\.\nanswerOdd a1b2-c3d4/);
});

test("the reminder is edited in its place, kept when saving fails, and shown in the list when saved", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await panel.getByRole("button", { name: "Edit the reminder" }).click();
  const field = panel.getByLabel("Reminder", { exact: true });
  await field.fill("");
  await panel.getByRole("button", { name: "Save reminder" }).click();
  await panel.getByText("Write where it is").waitFor();
  await field.fill("Moved to the new share");
  await fail(page, "update_memo", "timedOut", "Nothing came for 30 seconds.");
  await panel.getByRole("button", { name: "Save reminder" }).click();
  await panel.getByText("What you wrote is still here.").waitFor();
  assert.equal(await field.inputValue(), "Moved to the new share");
  await panel.getByRole("button", { name: "Save reminder" }).click();
  await panel.getByRole("heading", { name: "Moved to the new share" }).waitFor();
  await until(
    async () => (await page.locator(`${rows} .memo`).first().textContent()) === "Moved to the new share",
    "the row",
  );
  const calls = await called(page, "update_memo");
  assert.equal(calls.length, 2);
  assert.notEqual(calls[0].operation, calls[1].operation);
});

test("a reminder in the documented form shows its parts and is edited by them", async () => {
  const page = await open();
  const panel = await openRow(page, "Server cupboard");
  await panel.getByRole("heading", { name: /^Server cupboard/ }).waitFor();
  await panel.getByText("Tom Berger").waitFor();
  await panel.getByRole("button", { name: "Edit the reminder" }).click();
  assert.equal(await panel.getByLabel("Reminder", { exact: true }).count(), 0);
  await panel.getByLabel("Place", { exact: true }).fill("");
  await panel.getByRole("button", { name: "Save reminder" }).click();
  await panel.getByText("Write where it is").waitFor();
  await panel.getByLabel("Place", { exact: true }).fill("Attic\tat the back");
  await panel.getByLabel("Looked after by").fill("Ada");
  await panel.getByLabel(/^Note/).fill("Looked after by: nobody");
  await panel.getByRole("button", { name: "Save reminder" }).click();
  await panel.getByRole("heading", { name: "Attic at the back" }).waitFor();
  await panel.getByText("Looked after by: nobody").waitFor();
  const [saved] = await called(page, "update_memo");
  assert.equal(saved.memo, "Place: Attic at the back\nLooked after by: Ada\nNote: Looked after by: nobody");
  await until(
    async () => (await page.locator(`${rows} [data-column="lookedAfterBy"]`, { hasText: "Ada" }).count()) === 1,
    "the row",
  );
});

test("Esc while editing leaves the reminder as it was and the panel open", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await panel.getByRole("button", { name: "Edit the reminder" }).click();
  await panel.getByLabel("Reminder", { exact: true }).fill("Something else");
  await page.keyboard.press("Escape");
  await panel.getByRole("heading", { name: /Payroll 2026/ }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Edit the reminder");
  assert.equal((await called(page, "update_memo")).length, 0);
});

test("10,001 characters are too many for a reminder", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await panel.getByRole("button", { name: "Edit the reminder" }).click();
  await panel.getByLabel("Reminder", { exact: true }).fill("🐤".repeat(10_001));
  await panel.getByText("Leave out 1 character.").waitFor();
  await panel.getByRole("button", { name: "Save reminder" }).click();
  assert.equal((await called(page, "update_memo")).length, 0);
});

test("values are copied; a secret is hidden until shown, and never in the page before", async () => {
  const page = await open();
  const panel = await openRow(page, "Laptop RH-0412");
  const secret = "fake/secret+of/the/sample+fleet/0000000";
  assert.equal((await panel.innerHTML()).includes(secret), false);
  await panel.getByRole("button", { name: "Copy secret access key" }).click();
  await until(async () => (await clipboard(page)) === secret, "copied");
  assert.deepEqual(await called(page, "copy_secret"), [{ secret }], "by Rust, which clears it in time");
  await page.getByText("Copied. It will be cleared from the clipboard in a minute.").waitFor();
  assert.equal((await panel.innerHTML()).includes(secret), false);
  await panel.getByRole("button", { name: "Copy access key ID" }).click();
  await until(async () => (await clipboard(page)) === "AKIAFAKEFAKEFAKEFAKE", "copied");
  assert.equal((await called(page, "copy_secret")).length, 1, "what is no secret is copied by the page");
  await panel.getByRole("button", { name: "Show secret access key" }).click();
  await panel.getByText(secret).waitFor();
  await panel.getByRole("button", { name: "Hide secret access key" }).click();
  assert.equal((await panel.innerHTML()).includes(secret), false);
  assert.equal(
    await panel.locator(".value.multiline").textContent(),
    "[default]\naws_access_key_id = AKIAFAKEFAKEFAKEFAKE\nregion = us-east-2\noutput = json",
  );
});

test("on Windows a saved document is prepared for deployment, elsewhere and other files are not", async () => {
  const page = await open({ platform: "windows", marked: true });
  const panel = await openRow(page, "Payroll 2026");
  await panel.getByRole("button", { name: "Save file…" }).click();
  await page.getByRole("button", { name: "Prepare for deployment…" }).click();
  const dialog = page.getByRole("dialog", { name: "Prepare for deployment" });
  await dialog.getByText("The mark of the web was taken off Pay review 2026.docx.").waitFor();
  await dialog.getByText(/Unblock-File/).waitFor();
  assert.deepEqual(await called(page, "prepare_saved"), [{ saved: "saved-1" }]);
  await dialog.getByRole("button", { name: "Show in folder" }).click();
  assert.deepEqual(await called(page, "show_saved"), [{ saved: "saved-1" }]);

  const usual = await open({ platform: "windows" });
  await (await openRow(usual, "Payroll 2026")).getByRole("button", { name: "Save file…" }).click();
  await usual.getByRole("button", { name: "Prepare for deployment…" }).click();
  await usual.getByText("Pay review 2026.docx carries no mark of the web.").waitFor();

  const linux = await open();
  await (await openRow(linux, "Payroll 2026")).getByRole("button", { name: "Save file…" }).click();
  await linux.getByRole("button", { name: "Show in folder" }).waitFor();
  assert.equal(await linux.getByRole("button", { name: "Prepare for deployment…" }).count(), 0);
});

test("where Rust cannot copy a secret, the page does and says that it stays", async () => {
  const page = await open();
  const panel = await openRow(page, "Laptop RH-0412");
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("copy_secret", fake.uiError("internal", "The clipboard could not be used."));
  });
  await panel.getByRole("button", { name: "Copy secret access key" }).click();
  await until(async () => (await clipboard(page)).startsWith("fake/secret"), "copied");
  await page.getByText("Copied. It stays in the clipboard until you copy something else.").waitFor();
});

test("the file is saved by Rust, and shown in its folder", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await panel.getByRole("button", { name: "Save file…" }).click();
  await page.getByText("Saved Pay review 2026.docx in Documents, Canarytokens").waitFor();
  await page.getByRole("button", { name: "Show in folder" }).click();
  await until(async () => (await called(page, "show_saved"))[0]?.saved === "saved-1", "by its handle");
  await panel.getByRole("button", { name: "Save file…" }).click();
  await drag(page, page.getByText("Saved Pay review 2026.docx in Documents, Canarytokens"));
  await until(async () => (await called(page, "drag_saved"))[0]?.saved === "saved-1", "dragged by its handle");
});

test("a cancelled save dialog says nothing; a full disk says what to do", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await answer(page, "save_artifact", null);
  await panel.getByRole("button", { name: "Save file…" }).click();
  await until(async () => (await called(page, "save_artifact")).length === 1, "asked");
  assert.equal(await page.locator(".toast, .panel .banner").count(), 0);
  await fail(page, "save_artifact", "diskFull", "There was no room left.");
  await panel.getByRole("button", { name: "Save file…" }).click();
  await panel.getByText(/Make some room or choose another disk/).waitFor();
});

test("the QR code is drawn, alerts lead to the Console, and a kind nobody knows shows all it has", async () => {
  const page = await open();
  const panel = await openRow(page, "Server cupboard");
  assert.equal(await panel.getByRole("img", { name: "QR code of this Canarytoken" }).count(), 1);
  await panel.getByRole("button", { name: "See on Console" }).click();
  assert.deepEqual((await called(page, "open_link"))[0].link, { type: "console", page: "incidents" });
  await openRow(page, "newest kind");
  await panel.getByText("Nestbox has no words of its own for this kind").waitFor();
  for (const name of ["trigger_host", "renders.snippet", "node_id"])
    assert.equal(await panel.getByText(name, { exact: true }).count(), 1);
});

test("removing from AWS wants keys, and the bucket's name before buckets go; the keys leave the page", async () => {
  const page = await open();
  const panel = await openRow(page, "rowanhill-archive-old");
  await panel.getByRole("button", { name: "Remove from AWS…" }).click();
  await page.getByRole("button", { name: "Remove from AWS", exact: true }).click();
  await page.getByText("3 things need another look").waitFor();
  await page.getByLabel("AWS access key").fill("AKIAEXAMPLE");
  await page.getByLabel("AWS secret key").fill("secret-marker");
  await page.getByLabel("AWS region").fill("eu-west-1");
  await page.getByRole("checkbox", { name: /Delete the buckets too/ }).check();
  await page.getByRole("button", { name: "Remove and delete buckets" }).click();
  await page.getByText("Type rowanhill-archive-old to confirm.").first().waitFor();
  assert.equal((await called(page, "remove_s3")).length, 0);
  await page.getByLabel("To confirm, type rowanhill-archive-old").fill("rowanhill-archive-old");
  await fail(page, "remove_s3", "consoleRefused", "Your Console refused.");
  await page.getByRole("button", { name: "Remove and delete buckets" }).click();
  await page.getByText("Read what it says, change that, then try again.").waitFor();
  assert.equal(await page.getByLabel("AWS secret key").inputValue(), "secret-marker", "nothing typed is lost");
  await page.getByRole("button", { name: "Remove and delete buckets" }).click();
  await page.getByText("Removed from AWS").waitFor();
  const calls = await called(page, "remove_s3");
  assert.equal(calls.length, 2);
  assert.deepEqual(
    { ...calls[1], operation: "", id: "" },
    {
      operation: "",
      id: "",
      accessKey: "AKIAEXAMPLE",
      secretKey: "secret-marker",
      sessionToken: null,
      region: "eu-west-1",
      deleteBuckets: true,
      sourceBucket: "rowanhill-archive-old",
    },
  );
  assert.equal((await page.content()).includes("secret-marker"), false);
});

test("the factory behind EC2 metadata is deleted by its hash, after a question", async () => {
  const page = await open();
  const panel = await openRow(page, "runs the timetable");
  await panel.getByRole("button", { name: "Delete the factory…" }).click();
  assert.equal(await focusedText(page), "Cancel");
  await page.getByRole("button", { name: "Delete the factory", exact: true }).click();
  await page.getByText("Factory deleted").waitFor();
  assert.equal((await called(page, "delete_factory"))[0].hash, "0f1e2d3c4b5a69788796a5b4c3d2e1f0");
});

test("deleting from the panel closes it and takes the row out of the list", async () => {
  const page = await open();
  const panel = await openRow(page, "Server cupboard");
  await panel.getByRole("button", { name: "Delete…" }).click();
  await page.getByRole("heading", { name: "Delete this Canarytoken" }).waitFor();
  await page.getByText("It has 1 alert. What about that?").waitFor();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByText("Deleted 1 Canarytoken").waitFor();
  assert.equal(await panel.isVisible(), false);
  await until(async () => (await page.locator(rows, { hasText: "Server cupboard" }).count()) === 0, "the row is gone");
});

test("one that someone else deleted says so", async () => {
  const page = await open();
  const panel = await openRow(page, "Server cupboard");
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("fetch_token", fake.uiError("notFound", "Your Console has no such Canarytoken."), { always: true });
  });
  await panel.getByText("This Canarytoken is no longer there").waitFor();
  assert.equal(await panel.getByRole("button", { name: "Delete…" }).count(), 0);
});

test("“Make another” begins with the same kind", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  await panel.getByRole("button", { name: "Make another" }).click();
  await page.waitForSelector(".panel", { state: "detached" });
});

test("the panel has the steps of each system and of the administrator", async () => {
  const page = await open();
  const panel = await openRow(page, "Payroll 2026");
  const choices = panel.getByRole("radiogroup", { name: "Whose steps" });
  assert.deepEqual(await choices.locator("label").allTextContents(), ["Linux", "Windows", "Mac", "Administrator"]);
  await choices.getByRole("radio", { name: "Administrator" }).check();
  await panel.getByText("Please leave its contents as they are").waitFor();
  await panel.getByRole("button", { name: "Send these steps to your administrator" }).click();
  await page.locator(".toast", { hasText: "Paste the steps into a message" }).waitFor();
  const copied = await clipboard(page);
  assert.match(copied, /“Word document”/);
  assert.equal(copied.includes("Payroll"), false, "where it is goes to nobody by itself");
});

test("another one of a kind that is made on the Console leads to the words about it", async () => {
  const page = await open();
  await page.evaluate(
    (token) => {
      const { fake } = /** @type {any} */ (window);
      const mail = { ...token, row: { ...token.row, kind: "office365mail", kindName: "Office 365 mail" } };
      fake.answer("get_token", mail);
      fake.answer("fetch_token", mail);
    },
    await newestOf(page),
  );
  await page.locator(rows).first().click();
  await page.locator(".panel .kind-name", { hasText: "Office 365 mail" }).waitFor();
  await page.getByRole("button", { name: "Make another" }).click();
  await page.getByRole("button", { name: "Open the Console to make Office 365 mail" }).waitFor();
  assert.equal(await page.locator(".kind-card").count(), 1);
});
