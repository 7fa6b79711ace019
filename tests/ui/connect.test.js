import assert from "node:assert/strict";
import { test } from "node:test";
import { called, emit, fail, fetched, hold, release, setUp, until } from "./harness.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

const marker = "marker0key0marker0key0marker0key";
/** @param {Page} page */
const address = (page) => page.getByLabel("Console address");
/** @param {Page} page */
const key = (page) => page.getByRole("textbox", { name: "API key" });
/** @param {Page} page */
const connect = (page) => page.getByRole("button", { name: "Connect", exact: true });
/** @param {Page} page */
const write = async (page) => {
  await address(page).fill("abc123.canary.tools");
  await key(page).fill(marker);
};
/** @param {Page} page */
const list = (page) => page.waitForSelector(".workspace");
/** Where the keyboard is. @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");
/** @param {Page} page */
const openAdd = async (page) => {
  await page.getByRole("button", { name: /Switch$/ }).click();
  await page.getByRole("menuitem", { name: "Add a Console" }).click();
  await page.getByRole("heading", { name: "Add a Console" }).waitFor();
};

test("address and key are sent once, and the list opens; the key is nowhere in the page then", async () => {
  const page = await open({ consoles: "none" });
  await write(page);
  await key(page).press("Enter");
  await list(page);
  const [sent, ...others] = await called(page, "connect");
  assert.equal(others.length, 0);
  assert.equal(typeof sent.operation, "string");
  assert.deepEqual(
    { ...sent, operation: "" },
    {
      operation: "",
      address: "abc123.canary.tools",
      key: { type: "typed", key: marker },
      remember: true,
      label: null,
      allowOtherHost: false,
    },
  );
  assert.equal((await page.content()).includes(marker), false);
});

test("the API key is dots until Show, and the button says what it does", async () => {
  const page = await open({ consoles: "none" });
  await write(page);
  assert.equal(await key(page).getAttribute("type"), "password");
  await page.getByRole("button", { name: "Show API key" }).click();
  assert.equal(await key(page).getAttribute("type"), "text");
  await page.locator(".input-with .trailing").click();
  assert.equal(await key(page).getAttribute("type"), "password");
});

test("what is missing is said at each field and on top; nothing is sent, and the first one has the focus", async () => {
  const page = await open({ consoles: "none" });
  await connect(page).click();
  await page.waitForSelector(".field.wrong");
  assert.equal(await page.locator(".field.wrong").count(), 2);
  assert.equal(await page.getByText("2 things need another look").count(), 1);
  assert.equal(await focused(page), await address(page).getAttribute("id"));
  assert.equal(await address(page).getAttribute("aria-invalid"), "true");
  await page.getByRole("link", { name: /paste your API key/ }).click();
  assert.equal(await focused(page), await key(page).getAttribute("id"));
  assert.deepEqual(await called(page, "connect"), []);
});

test("a refused key is said at the key; nothing typed is lost, and the next try is a new operation", async () => {
  const page = await open({ consoles: "none" });
  await write(page);
  await fail(page, "connect", "keyRefused", "The Console does not know this API key.", { field: "key" });
  await connect(page).click();
  await page.getByText(/does not know this API key/).waitFor();
  assert.equal(await key(page).inputValue(), marker);
  assert.equal(await address(page).inputValue(), "abc123.canary.tools");
  assert.equal(await focused(page), await key(page).getAttribute("id"));
  await connect(page).click();
  await list(page);
  const calls = await called(page, "connect");
  assert.equal(calls.length, 2);
  assert.notEqual(calls[0].operation, calls[1].operation);
});

test("no way to the Console is told with what to do next, and everything typed stays", async () => {
  const page = await open({ consoles: "none" });
  await write(page);
  await fail(page, "connect", "dnsFailed", "There is no abc123.canary.tools to be found.");
  await connect(page).click();
  await page.getByText("Your Console was not found").waitFor();
  assert.match((await page.locator(".trouble").textContent()) ?? "", /Check the address/);
  assert.equal(await key(page).inputValue(), marker);
});

test("pressing Connect twice connects once; Cancel stops that operation and keeps what was typed", async () => {
  const page = await open({ consoles: "none" });
  await write(page);
  await hold(page, "connect");
  await connect(page).dblclick();
  await page.getByText("Connecting. This can take a few seconds.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await until(async () => (await called(page, "cancel_operation")).length === 1, "cancel_operation");
  const [sent, ...others] = await called(page, "connect");
  assert.equal(others.length, 0);
  assert.equal((await called(page, "cancel_operation"))[0].operation, sent.operation);
  await fail(page, "connect", "cancelled", "Stopped.");
  await release(page);
  await page.getByText("Connecting. This can take a few seconds.").waitFor({ state: "hidden" });
  assert.equal(await key(page).inputValue(), marker);
  assert.equal(await page.locator(".trouble .banner").count(), 0);
});

test("another host needs the switch under Advanced, which warns and names the host", async () => {
  const page = await open({ consoles: "none" });
  await write(page);
  await address(page).fill("https://console.rowanhill.example/nest");
  await fail(page, "connect", "addressOtherHost", "This is not a canary.tools address.", { field: "address" });
  await connect(page).click();
  await page.getByText(/allow it under Advanced/).waitFor();
  await page.getByRole("switch").check();
  await page.getByText("Your API key goes to console.rowanhill.example").waitFor();
  await connect(page).click();
  await list(page);
  const calls = await called(page, "connect");
  assert.deepEqual(
    calls.map((one) => one.allowOtherHost),
    [false, true],
  );
});

test("an opened configuration file gives address and key; the page only gets a handle", async () => {
  const page = await open({ consoles: "none" });
  await page.getByRole("button", { name: "Open…" }).click();
  await page.getByText("From canarytools.config").waitFor();
  assert.equal(await address(page).inputValue(), "rowanhill.canary.tools");
  await connect(page).click();
  await list(page);
  assert.deepEqual((await called(page, "connect"))[0].key, { type: "imported", handle: "config-1" });
});

test("a dropped configuration file does the same, and the key can be typed instead", async () => {
  const page = await open({ consoles: "none" });
  await emit(page, { type: "dragOver", over: true });
  await page.getByText("Let go to read the file").waitFor();
  await emit(page, {
    type: "configDropped",
    config: { handle: "config-9", address: "https://abc123.canary.tools", fileName: "canarytools.config" },
  });
  await page.getByRole("button", { name: "Type it instead" }).click();
  await key(page).fill(marker);
  await connect(page).click();
  await list(page);
  assert.deepEqual((await called(page, "connect"))[0].key, { type: "typed", key: marker });
});

test("a configuration file that comes while the list is shown opens the import, and Back leads to the list", async () => {
  const page = await open();
  await list(page);
  const config = { handle: "config-9", address: "https://abc123.canary.tools", fileName: "canarytools.config" };
  await emit(page, { type: "configDropped", config });
  await page.getByText("From canarytools.config").waitFor();
  assert.equal(await address(page).inputValue(), "abc123.canary.tools");
  await page.getByRole("button", { name: "Back", exact: true }).waitFor();
});

test("while something is being made a configuration file waits until it is wanted", async () => {
  const page = await open();
  await list(page);
  await page.keyboard.press("Control+n");
  await page.getByRole("heading", { name: "What should it be?" }).waitFor();
  const config = { handle: "config-9", address: "https://abc123.canary.tools", fileName: "canarytools.config" };
  await emit(page, { type: "configDropped", config });
  await page.locator(".toast").getByRole("button", { name: "Connect" }).click();
  await page.getByText("From canarytools.config").waitFor();
});

test("another file is refused beside the box, with what to do next", async () => {
  const page = await open({ consoles: "none" });
  const error = await page.evaluate(() =>
    /** @type {any} */ (window).fake.uiError("configInvalid", "There is no API key in it."),
  );
  await emit(page, { type: "dropRefused", error });
  await page.getByText(/Download canarytools.config from your Console/).waitFor();
});

test("what is not to be remembered is not, and without a keychain one can go on", async () => {
  const page = await open({ consoles: "none" });
  await write(page);
  await fail(page, "connect", "keychainLocked", "The keychain is locked.");
  await connect(page).click();
  await page.getByRole("button", { name: "Go on without remembering" }).click();
  await list(page);
  assert.deepEqual(
    (await called(page, "connect")).map((one) => one.remember),
    [true, false],
  );
});

test("the practice Console opens from here", async () => {
  const page = await open({ consoles: "none" });
  await page.getByRole("button", { name: "Try it" }).click();
  await list(page);
  assert.equal((await called(page, "start_practice")).length, 1);
});

test("adding a Console: Back leaves at once, but asks when something was typed", async () => {
  const page = await open();
  await openAdd(page);
  await page.keyboard.press("Escape");
  await list(page);
  await openAdd(page);
  await key(page).fill(marker);
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("heading", { name: "Leave without connecting?" }).waitFor();
  await page.getByRole("button", { name: "Stay here" }).click();
  assert.equal(await key(page).inputValue(), marker);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await list(page);
});

test("Consoles of before are offered when none is connected; one without a key asks for it, address filled in", async () => {
  const page = await open({
    failing: {
      resume_session: { code: "cancelled", message: "", field: null, retryable: false, reference: "", detail: null },
    },
    notices: [{ code: "keychainLocked", message: "The keychain is locked." }],
  });
  await page.getByText("The keychain is locked.").waitFor();
  await fail(page, "switch_console", "keyMissing", "There is no usable API key.", { field: "key" });
  await page.getByRole("button", { name: "Use it: Ashby College" }).click();
  await page.getByRole("heading", { name: "Connect to Ashby College" }).waitFor();
  assert.equal(await address(page).inputValue(), "ashby.canary.tools");
  assert.equal(await focused(page), await key(page).getAttribute("id"));
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Use it: Rowan Hill Schools" }).click();
  await list(page);
});

test("files named at the start are asked for once the first screen stands; a sheet waits for a Console", async () => {
  const page = await open({ consoles: "none" });
  await until(async () => (await called(page, "take_named_files")).length === 1, "they are asked for");
  const { name } = await page.evaluate(async () => {
    const { fake } = /** @type {any} */ (window);
    const sheet = await fake.invoke("choose_sheet", {});
    fake.emit({ type: "sheetDropped", sheet });
    return sheet;
  });
  await page.getByText(`Connect to your Console first, then open ${name} again.`).waitFor();
  await page.getByRole("heading", { name: "Connect to your Console" }).waitFor();
});

test("a page that could not start leaves the files named at the start for the next one", async () => {
  const error = { code: "internal", message: "", field: null, retryable: false, reference: "", detail: null };
  const page = await open({ failing: { subscribe: error } });
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await until(() => fetched(page, "js/views/create.js"), "what comes after the first screen");
  assert.equal((await called(page, "take_named_files")).length, 0);
});
