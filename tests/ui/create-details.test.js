import assert from "node:assert/strict";
import { test } from "node:test";
import { called, emit, fail, headed, press, setUp } from "./harness.js";
import { begin, choose, finish, make, toCheck } from "./wizard.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Record<string, any>} [options] */
const wizard = async (options = {}) => begin(await open(options));

test("what is wrong is summed up on top and leads to its field; nothing goes on until it is right", async () => {
  const page = await wizard();
  await choose(page, /^Fast redirect/);
  await page.getByLabel("Page to lead on to").fill("example.org");
  await press(page, "Next: place");
  const link = page.getByRole("link", { name: /Begin the address with https/ });
  await link.click();
  const control = page.getByLabel("Page to lead on to");
  assert.equal(await control.evaluate((one) => one === document.activeElement), true);
  assert.equal(await control.getAttribute("aria-invalid"), "true");
  assert.equal(await control.inputValue(), "example.org");
  await control.fill("https://example.org");
  await press(page, "Next: place");
  await headed(page, "Where will it go?");
});

test("a field is looked at as soon as the person is done with it", async () => {
  const page = await wizard();
  await choose(page, /^Fast redirect/);
  await page.getByLabel("Page to lead on to").fill("example.org");
  await page.keyboard.press("Tab");
  await page.locator(".field.wrong", { hasText: "Begin the address with https." }).waitFor();
});

test("fields with a condition come and go, and only what is shown is sent", async () => {
  const page = await wizard();
  await choose(page, /^S3 bucket/);
  const secret = page.getByRole("textbox", { name: "AWS secret key" });
  await secret.fill("shh");
  await page.getByLabel("How to set it up").selectOption("manual");
  assert.equal(await secret.isVisible(), false);
  await page.getByLabel("Bucket to watch").fill("archive-old");
  await page.getByLabel("Bucket for its log").fill("archive-log");
  await toCheck(page);
  await finish(page);
  const [{ input }] = await called(page, "create_token");
  assert.deepEqual(input.fields, { setup: "manual", s3_source_bucket: "archive-old", s3_log_bucket: "archive-log" });
});

test("AWS keys are sent once and then gone: from the page, and from another one like it", async () => {
  const page = await wizard();
  await choose(page, /^S3 bucket/);
  await page.getByLabel("Bucket to watch").fill("archive-old");
  await page.getByLabel("Bucket for its log").fill("archive-log");
  await page.getByRole("textbox", { name: "AWS access key" }).fill("marker-access");
  await page.getByRole("textbox", { name: "AWS secret key" }).fill("marker-secret");
  await page.getByLabel("AWS region").fill("eu-west-1");
  await toCheck(page);
  assert.equal((await page.content()).includes("marker-secret"), false, "Check does not show it");
  assert.equal(await page.getByText("Given, not shown").count(), 2);
  await finish(page);
  assert.equal((await called(page, "create_token"))[0].input.fields.aws_secret_key, "marker-secret");
  await press(page, "Make another like this");
  await headed(page, "S3 bucket: its details");
  assert.equal(await page.getByRole("textbox", { name: "AWS secret key" }).inputValue(), "");
  assert.equal(await page.getByLabel("Bucket to watch").inputValue(), "archive-old");
});

test("a file can be chosen, dropped, refused with the reason, and removed", async () => {
  const page = await wizard();
  await choose(page, /^Web image/);
  await fail(page, "choose_file", "fileTooLarge", "“wall.png” has 4 MB; 1 MB is the most.");
  await press(page, "Picture: Choose a file…");
  await page.getByText(/Choose a smaller one/).waitFor();
  await emit(page, { type: "dragOver", over: true });
  await page.waitForSelector(".picture-box.over");
  await emit(page, {
    type: "fileDropped",
    file: {
      handle: "dropped-1",
      name: "map.png",
      bytes: 20_000,
      mime: "image/png",
      preview: null,
      warning: "It is rather small.",
    },
  });
  await page.getByText("map.png").waitFor();
  await page.getByText("It is rather small.").waitFor();
  assert.equal(await page.locator(".field.wrong").count(), 0);
  await press(page, "Remove map.png");
  await page.getByText("No file chosen yet").waitFor();
  await press(page, "Picture: Choose a file…");
  await toCheck(page);
  await finish(page);
  assert.deepEqual((await called(page, "create_token"))[0].input.files, { web_image: "file-web_image" });
});

test("a table or a text that is dropped on the field of a file is refused there, and does not stay open as a sheet", async () => {
  const page = await wizard();
  await choose(page, /^Web image/);
  const refused = page.locator(".field.wrong", { hasText: "Picture" });
  const sheet = await page.evaluate(async () => {
    const { fake } = /** @type {any} */ (window);
    const opened = await fake.invoke("choose_sheet", {});
    fake.emit({ type: "dragOver", over: true });
    fake.emit({ type: "sheetDropped", sheet: opened });
    return opened.sheet;
  });
  await refused
    .getByText("This type of file does not fit. Choose a file of a type that stands below the field.")
    .waitFor();
  assert.equal(await page.locator(".picture-box.over").count(), 0);
  assert.deepEqual(await called(page, "close_sheet"), [{ sheet }]);
  await press(page, "Picture: Choose a file…");
  await refused.waitFor({ state: "detached" });
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.emit({ type: "dropRefused", error: fake.uiError("sheetRefused", "The sheet has no heading.") });
  });
  await refused.getByText("This type of file does not fit.").waitFor();
  assert.equal(await page.getByText("The sheet has no heading.").count(), 0);
});

const number = (/** @type {Page} */ page) => page.getByLabel("Key works for: Number");
const unit = (/** @type {Page} */ page) => page.getByLabel("Key works for: Unit");

test("how long a key works is a number and a unit, or for good; what is sent is short", async () => {
  const page = await wizard();
  await choose(page, /^AWS key/);
  assert.equal(await unit(page).inputValue(), "");
  await number(page).fill("6");
  assert.equal(await unit(page).inputValue(), "mo", "a number alone means months");
  await unit(page).selectOption({ label: "weeks" });
  await toCheck(page);
  await page.getByText("6 weeks", { exact: true }).waitFor();
  await press(page, "Edit Key works for");
  await number(page).fill("12H");
  await page.keyboard.press("Tab");
  assert.deepEqual([await number(page).inputValue(), await unit(page).inputValue()], ["12", "h"]);
  await unit(page).selectOption({ label: "for good" });
  assert.equal(await number(page).inputValue(), "");
  await number(page).fill("1");
  await unit(page).selectOption({ label: "years" });
  await press(page, "Next: place");
  await press(page, "Next: check");
  await page.getByText("1 year", { exact: true }).waitFor();
  await finish(page);
  assert.equal((await called(page, "create_token"))[0].input.fields.expiry, "1y");
});

test("for good is said so and sends nothing", async () => {
  const page = await wizard();
  await choose(page, /^AWS key/);
  await toCheck(page);
  await page.getByText("for good", { exact: true }).waitFor();
  await finish(page);
  assert.equal("expiry" in (await called(page, "create_token"))[0].input.fields, false);
});

for (const typed of ["6 months", "soon", "0"])
  test(`“${typed}” for how long a key works is told at that field, and stays as it was typed`, async () => {
    const page = await wizard();
    await choose(page, /^AWS key/);
    await number(page).fill(typed);
    await press(page, "Next: place");
    await page.locator(".field.wrong", { hasText: "Write it in short, as 6mo" }).waitFor();
    assert.equal(await number(page).inputValue(), typed);
    assert.equal(await number(page).getAttribute("aria-invalid"), "true");
    assert.deepEqual(await called(page, "create_token"), []);
  });

test("an address that begins with javascript: is told at its field", async () => {
  const page = await wizard();
  await choose(page, /^Fast redirect/);
  await page.getByLabel("Page to lead on to").fill("javascript:alert(1)");
  await press(page, "Next: place");
  await page.locator(".field.wrong", { hasText: "Begin the address with https." }).waitFor();
  assert.deepEqual(await called(page, "create_token"), []);
});

test("200 names, one on each line, get a warning at their field and go as they are", async () => {
  const page = await wizard();
  await choose(page, /^Windows login/);
  const names = Array.from({ length: 200 }, (_, at) => `account${at}`).join("\n");
  await page.getByLabel("Names of the decoy accounts").fill(names);
  await page.keyboard.press("Tab");
  await page.locator(".field .warning", { hasText: "These are 200 names." }).waitFor();
  await toCheck(page);
  await finish(page);
  assert.equal((await called(page, "create_token"))[0].input.fields.tokened_usernames, names);
});

test("what stands in a field from the start is sent, and emptied on purpose it is sent empty", async () => {
  const page = await wizard();
  await choose(page, /^Microsoft sign-in page/);
  const real = page.getByLabel(/^Where the real page is/);
  assert.equal(await real.inputValue(), "login.microsoftonline.com");
  await real.fill("");
  await toCheck(page);
  await finish(page);
  assert.deepEqual((await called(page, "create_token"))[0].input.fields, { expected_referrer: "" });
});

test("a suggestion may be taken, or something else written", async () => {
  const page = await wizard();
  await choose(page, /^Phone app/);
  const icon = page.getByLabel(/^Icon/);
  const list = page.locator(`datalist#${await icon.getAttribute("list")} option`);
  assert.equal(await list.count(), 3);
  await icon.fill("paypal");
  await toCheck(page);
  await page.getByText("PayPal", { exact: true }).waitFor();
  await press(page, "Edit Icon");
  await page.getByLabel(/^Icon/).fill("a new bank");
  await press(page, "Next: place");
  await press(page, "Next: check");
  await page.getByText("a new bank", { exact: true }).waitFor();
});

for (const [code, said] of Object.entries({
  fileTooLarge: "Choose a smaller one",
  fileWrongType: "Choose a file of",
  fileGone: "Choose it again",
}))
  test(`a file is refused at its field (${code}), and nothing is lost`, async () => {
    const page = await wizard();
    await choose(page, /^Word document/);
    await press(page, "Your own document: Choose a file…");
    await page.getByText("Pay review.docx").waitFor();
    await fail(page, "choose_file", code, "It cannot be used.");
    await press(page, "Your own document: Choose another…");
    await page.locator(".field.wrong", { hasText: "It cannot be used." }).waitFor();
    const note = (await page.locator(".field.wrong .error").textContent()) ?? "";
    assert.ok(note.length > "It cannot be used.".length, `${said}: ${note}`);
    assert.equal(await page.getByText("Pay review.docx").count(), 1);
  });

test("a file that is gone when it is sent leads back to its field", async () => {
  const page = await wizard();
  await choose(page, /^Word document/);
  await press(page, "Your own document: Choose a file…");
  await toCheck(page);
  await fail(page, "create_token", "fileGone", "The file was moved or deleted.");
  await make(page).click();
  await press(page, "Change Your own document");
  await page.locator(".field.wrong", { hasText: "The file was moved or deleted." }).waitFor();
});

test("a type that the Console no longer knows leads back to its field", async () => {
  const page = await wizard();
  await choose(page, /^Sign-on tile/);
  await page.getByLabel(/^It looks like/).selectOption({ label: "SAP" });
  await toCheck(page);
  await fail(page, "create_token", "fieldInvalid", "Your Console does not accept this.", { field: "idp_app_type" });
  await make(page).click();
  await press(page, "Change It looks like");
  await page.locator(".field.wrong", { hasText: "Your Console does not accept this." }).waitFor();
  assert.equal(await page.getByLabel(/^It looks like/).inputValue(), "sap");
});
