import assert from "node:assert/strict";
import { test } from "node:test";
import { called, drag, newestOf, setUp, until } from "./harness.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Record<string, any>} [options] */
const wizard = async (options = {}) => {
  const page = await open(options);
  await page.keyboard.press("Control+n");
  await page.waitForSelector(".kind-card");
  return page;
};
/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
/** @param {Page} page @param {RegExp} name */
const choose = async (page, name) => {
  await page.getByRole("button", { name }).click();
  await page.waitForSelector("#step");
};
/** @param {Page} page @param {string} name */
const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();
/** @param {Page} page */
const make = (page) => page.getByRole("button", { name: /^Make (?!it)/ });
/** @param {Page} page */
const place = (page) => page.getByLabel("Place", { exact: true });
/** @param {Page} page */
const reminder = (page) => page.getByLabel("Reminder", { exact: true });
/** @param {Page} page */
const isHeading = (page) => page.evaluate(() => document.activeElement?.tagName === "H1");
/** @param {Page} page @param {string} [where] */
const toCheck = async (page, where = "Server cupboard") => {
  await press(page, "Next: place");
  await heading(page, "Where will it go?");
  await place(page).fill(where);
  await press(page, "Next: check");
  await heading(page, "Is everything right?");
};
/** @param {Page} page @param {RegExp} name @param {string} [where] */
const toDone = async (page, name, where) => {
  await choose(page, name);
  await toCheck(page, where);
  await make(page).click();
  await page.waitForSelector(".done-head");
};
/** @param {Page} page @param {string} command @param {string} code @param {string} message @param {object} [more] */
const fail = (page, command, code, message, more = {}) =>
  page.evaluate(
    ([name, kind, words, rest]) => {
      const { fake } = /** @type {any} */ (window);
      fake.fail(name, fake.uiError(kind, words, rest));
    },
    /** @type {[string, string, string, object]} */ ([command, code, message, more]),
  );
/** @param {Page} page @param {object} event */
const emit = (page, event) => page.evaluate((one) => /** @type {any} */ (window).fake.emit(one), event);
/** @param {Page} page @param {string} command */
const hold = (page, command) =>
  page.evaluate((name) => {
    /** @type {any} */ (window).release = /** @type {any} */ (window).fake.hold(name);
  }, command);
/** @param {Page} page */
const release = (page) => page.evaluate(() => /** @type {any} */ (window).release());

test("kinds are found by our name, the Console's name and search words; one that is not offered is no button", async () => {
  const page = await wizard();
  const search = page.getByRole("searchbox");
  const cards = page.locator(".kind-card");
  for (const [words, name] of [
    ["web link", "Web link"],
    ["web bug", "Web link"],
    ["printer", "QR code"],
    ["meta", "EC2 metadata"],
  ]) {
    await search.fill(words ?? "");
    await until(async () => (await cards.count()) === 1, `one kind for ${words}`);
    assert.match((await cards.first().textContent()) ?? "", new RegExp(name ?? ""));
  }
  await search.fill("credit");
  await until(async () => (await page.locator(".kind-card.off").count()) === 1, "the card is off");
  assert.match((await cards.first().textContent()) ?? "", /Your Console does not offer it/);
  assert.equal(await page.getByRole("button", { name: /Credit card/ }).count(), 0);
  await search.fill("submarine");
  await page.getByText("Nothing fits “submarine”").waitFor();
  assert.equal(await page.locator(".empty .drawing").isVisible(), true, "with the drawing of other empty places");
  await press(page, "Show all kinds");
  assert.ok((await cards.count()) > 20);
});

test("Enter in the search takes the only kind that fits", async () => {
  const page = await wizard();
  await page.getByRole("searchbox").fill("printer");
  await page.keyboard.press("Enter");
  await heading(page, "QR code: its details");
});

test("when the kinds cannot be had, it says so and tries again", async () => {
  const page = await open();
  await fail(page, "list_kinds", "connectFailed", "Nothing answered.");
  await page.keyboard.press("Control+n");
  await page.getByText("No connection to your Console").waitFor();
  await press(page, "Try again");
  await page.waitForSelector(".kind-card");
});

test("each step's heading takes the focus", async () => {
  const page = await wizard();
  assert.equal(await isHeading(page), true, "kind");
  await choose(page, /^Web link/);
  assert.equal(await isHeading(page), true, "details");
  await press(page, "Next: place");
  await heading(page, "Where will it go?");
  assert.equal(await isHeading(page), true, "place");
  await place(page).fill("A cupboard");
  await press(page, "Next: check");
  await heading(page, "Is everything right?");
  assert.equal(await isHeading(page), true, "check");
  await make(page).click();
  await heading(page, "Your Web link is ready");
  assert.equal(await isHeading(page), true, "done");
});

test("going back and forth and trying another kind loses nothing", async () => {
  const page = await wizard();
  await choose(page, /^Web image/);
  await press(page, "Picture: Choose a file…");
  await page.getByText("school-crest.png").waitFor();
  await press(page, "Next: place");
  await place(page).fill("Intranet, page “Suppliers”");
  await page.getByLabel("Looked after by").fill("Maria Keller");
  await press(page, "Back");
  assert.equal(await page.getByText("school-crest.png").count(), 1);
  await press(page, "Back");
  assert.equal(await page.getByText("Chosen", { exact: true }).count(), 1);
  await choose(page, /^Cloned website/);
  await page.getByLabel("Your website").fill("portal.example.org");
  await press(page, "Next: place");
  assert.equal(await place(page).inputValue(), "Intranet, page “Suppliers”");
  await press(page, "Back");
  await press(page, "Back");
  await choose(page, /^Web image/);
  assert.equal(await page.getByText("school-crest.png").count(), 1);
  await press(page, "Back");
  await choose(page, /^Cloned website/);
  assert.equal(await page.getByLabel("Your website").inputValue(), "portal.example.org");
});

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
  await heading(page, "Where will it go?");
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
  await make(page).click();
  await page.waitForSelector(".done-head");
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
  await make(page).click();
  await page.waitForSelector(".done-head");
  assert.equal((await called(page, "create_token"))[0].input.fields.aws_secret_key, "marker-secret");
  await press(page, "Make another like this");
  await heading(page, "S3 bucket: its details");
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
  await make(page).click();
  await page.waitForSelector(".done-head");
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

test("three lines make the reminder; the person's own words stay until they ask for the lines again", async () => {
  const page = await wizard();
  await choose(page, /^Web link/);
  await press(page, "Next: place");
  await place(page).fill("Server cupboard");
  await page.getByLabel("Looked after by").fill("Tom Berger");
  await page.getByLabel(/^Note/).fill("Nobody opens it");
  const composed = "Place: Server cupboard\nLooked after by: Tom Berger\nNote: Nobody opens it";
  assert.equal(await reminder(page).inputValue(), composed);
  assert.equal(await page.locator("blockquote").textContent(), composed);
  await page.getByText(`${composed.length} of 10,000`).waitFor();
  await reminder(page).fill("Mine 🐤");
  await page.getByText("6 of 10,000").waitFor();
  await place(page).fill("Elsewhere");
  assert.equal(await reminder(page).inputValue(), "Mine 🐤");
  await press(page, "Use the lines above again");
  assert.match(await reminder(page).inputValue(), /^Place: Elsewhere\nLooked after/);
  await reminder(page).fill("x".repeat(10_001));
  await press(page, "Next: check");
  await page.getByRole("link", { name: /Leave out 1 character/ }).waitFor();
});

test("without a place it says where to write; Rust is not asked to make anything", async () => {
  const page = await wizard();
  await choose(page, /^Web link/);
  await press(page, "Next: place");
  await press(page, "Next: check");
  await page.getByRole("link", { name: /Place: Write where it will go/ }).click();
  assert.equal(await place(page).evaluate((one) => one === document.activeElement), true);
});

test("the flock can be chosen where there are several and the key may list", async () => {
  const page = await wizard();
  await choose(page, /^Web link/);
  await press(page, "Next: place");
  await page.getByLabel("Flock").selectOption({ label: "Finance" });
  await place(page).fill("A desk");
  await press(page, "Next: check");
  await page.getByText("Finance", { exact: true }).waitFor();
  await make(page).click();
  await page.waitForSelector(".done-head");
  assert.equal((await called(page, "create_token"))[0].input.flock, "flock:finance");
});

test("a key that may only create is not asked for flocks, and makes one all the same", async () => {
  const page = await wizard({ abilities: "createOnly" });
  await toDone(page, /^Word document/);
  assert.deepEqual(await called(page, "list_flocks"), []);
  assert.equal((await called(page, "create_token"))[0].input.flock, null);
  await page.getByText("This API key may not save files").waitFor();
  assert.equal(await page.getByRole("button", { name: "Edit the reminder" }).count(), 0);
});

for (const [where, options] of Object.entries({
  "in a large window": {},
  "in a small one with large text": { width: 800, height: 500, textSize: 200 },
}))
  test(`a double click makes one, ${where}`, async () => {
    const page = await wizard(options);
    await choose(page, /^Web link/);
    await toCheck(page);
    await hold(page, "create_token");
    await make(page).dblclick();
    await page.getByText("Making Web link…").waitFor();
    await release(page);
    await page.waitForSelector(".done-head");
    assert.equal((await called(page, "create_token")).length, 1);
    assert.equal((await called(page, "cancel_operation")).length, 0);
  });

test("after a refusal the next try is a new operation; after a lost message it is the same one", async () => {
  const page = await wizard();
  await choose(page, /^Web link/);
  await toCheck(page);
  await fail(page, "create_token", "consoleDown", "Your Console answered 502.");
  await make(page).click();
  await page.getByText("Your Console is not available right now").waitFor();
  await page.evaluate(() => /** @type {any} */ (window).fake.fail("create_token", "the message was lost"));
  await make(page).click();
  await page.getByText("Something in Nestbox went wrong").first().waitFor();
  await make(page).click();
  await page.waitForSelector(".done-head");
  const ids = (await called(page, "create_token")).map((one) => one.operation);
  assert.equal(ids.length, 3);
  assert.notEqual(ids[0], ids[1]);
  assert.equal(ids[1], ids[2]);
});

test("when nobody knows whether it was made, it says so; after a look in the list everything is still there", async () => {
  const page = await wizard();
  await choose(page, /^Fast redirect/);
  await page.getByLabel("Page to lead on to").fill("https://example.org");
  await toCheck(page);
  await fail(page, "create_token", "createUnknown", "The connection broke before the Console answered.");
  await make(page).click();
  await page.getByText("It may or may not have been made").waitFor();
  assert.equal(await page.getByRole("button", { name: "Make it again" }).count(), 1);
  await press(page, "Look in the list");
  await page.waitForSelector(".workspace");
  assert.equal((await called(page, "create_token")).length, 1);
  await page.keyboard.press("Control+n");
  await page.getByText("What you filled in is still here").waitFor();
  await page.getByText("https://example.org", { exact: true }).waitFor();
  await make(page).click();
  await page.waitForSelector(".done-head");
});

test("an error about one field leads back to it, with the words at the field", async () => {
  const page = await wizard();
  await choose(page, /^Fast redirect/);
  await page.getByLabel("Page to lead on to").fill("https://example.org");
  await toCheck(page);
  await fail(page, "create_token", "fieldInvalid", "Your Console wants a shorter address.", {
    field: "browser_redirect_url",
  });
  await make(page).click();
  await press(page, "Change Page to lead on to");
  const control = page.getByLabel("Page to lead on to");
  assert.equal(await control.evaluate((one) => one === document.activeElement), true);
  await page.locator(".field.wrong", { hasText: "wants a shorter address" }).waitFor();
});

test("while it is made, Cancel and Esc stop that operation and nothing is left", async () => {
  const page = await wizard();
  await choose(page, /^Web link/);
  await toCheck(page);
  await hold(page, "create_token");
  await make(page).click();
  await page.getByText("Making Web link…").waitFor();
  await page.keyboard.press("Escape");
  await until(async () => (await called(page, "cancel_operation")).length === 1, "cancel_operation");
  assert.equal(
    (await called(page, "cancel_operation"))[0].operation,
    (await called(page, "create_token"))[0].operation,
  );
  await fail(page, "create_token", "cancelled", "Stopped.");
  await release(page);
  await page.getByText(/may have made it before it was stopped/).waitFor();
  await heading(page, "Is everything right?");
});

test("one that was found after a lost answer is told as made once", async () => {
  const page = await wizard();
  await choose(page, /^Web link/);
  await toCheck(page);
  const token = await page.evaluate(() =>
    /** @type {any} */ (window).fake.invoke("get_token", { id: "" }).catch(() => null),
  );
  assert.equal(token, null);
  await page.evaluate(async () => {
    const { fake } = /** @type {any} */ (window);
    const { rows } = await fake.invoke("query_tokens", {
      filter: { text: "", kinds: ["http"], flocks: [], keepers: [], enabled: null, alerts: null },
      sort: { column: "created", descending: true },
      offset: 0,
      limit: 1,
    });
    fake.answer("create_token", {
      token: await fake.invoke("get_token", { id: rows[0].id }),
      adopted: true,
      existed: false,
    });
  });
  await make(page).click();
  await page.getByText(/has made it all the same, once/).waitFor();
});

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
  await page.evaluate(() => /** @type {any} */ (window).fake.answer("save_artifact", null));
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
  await make(page).click();
  await page.waitForSelector(".done-head");
  await press(page, "Make another like this");
  await heading(page, "Where will it go?");
  assert.equal(await place(page).inputValue(), "");
  assert.equal(await reminder(page).inputValue(), "Looked after by: Tom Berger");
  await place(page).fill("Two");
  await press(page, "Next: check");
  await make(page).click();
  await page.waitForSelector(".done-head");
  const calls = await called(page, "create_token");
  assert.notEqual(calls[0].operation, calls[1].operation);
  assert.equal(calls[1].input.fields.browser_redirect_url, "https://example.org");
  assert.equal(calls[1].input.memo, "Place: Two\nLooked after by: Tom Berger");
});

test("Esc and the key for Settings leave at once while nothing is typed, and ask when something is", async () => {
  const page = await wizard();
  await choose(page, /^Web link/);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".workspace");
  await page.keyboard.press("Control+n");
  await choose(page, /^Web link/);
  await press(page, "Next: place");
  await place(page).fill("A cupboard");
  await page.keyboard.press("Control+,");
  await page.getByRole("heading", { name: "Leave without making it?" }).waitFor();
  await press(page, "Keep going");
  assert.equal(await place(page).inputValue(), "A cupboard");
  await press(page, "Cancel");
  await press(page, "Leave");
  await page.waitForSelector(".workspace");
});

test("Close shows the new one in the list", async () => {
  const page = await wizard();
  await toDone(page, /^Web link/, "Under the stairs");
  await press(page, "Close");
  await page.locator(".panel:not([hidden])", { hasText: "Under the stairs" }).waitFor();
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
  await make(page).click();
  await page.waitForSelector(".done-head");
  assert.equal((await called(page, "create_token"))[0].input.fields.expiry, "1y");
});

test("for good is said so and sends nothing", async () => {
  const page = await wizard();
  await choose(page, /^AWS key/);
  await toCheck(page);
  await page.getByText("for good", { exact: true }).waitFor();
  await make(page).click();
  await page.waitForSelector(".done-head");
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
  await make(page).click();
  await page.waitForSelector(".done-head");
  assert.equal((await called(page, "create_token"))[0].input.fields.tokened_usernames, names);
});

test("what stands in a field from the start is sent, and emptied on purpose it is sent empty", async () => {
  const page = await wizard();
  await choose(page, /^Microsoft sign-in page/);
  const real = page.getByLabel(/^Where the real page is/);
  assert.equal(await real.inputValue(), "login.microsoftonline.com");
  await real.fill("");
  await toCheck(page);
  await make(page).click();
  await page.waitForSelector(".done-head");
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

test("using the one that is there already is off unless asked for, and its finding is told", async () => {
  const page = await wizard();
  await choose(page, /^AWS key/);
  const use = page.getByRole("switch", { name: /^If there is one already/ });
  assert.equal(await use.isChecked(), false);
  await use.check();
  await toCheck(page);
  await page.evaluate(
    (token) => {
      const { fake } = /** @type {any} */ (window);
      fake.answer("create_token", { token, adopted: false, existed: true });
    },
    await newestOf(page, ["aws-id"]),
  );
  await make(page).click();
  await page.getByText("There was one already").waitFor();
  assert.equal((await called(page, "create_token"))[0].input.fields.skip_create_if_exists, "true");
});

test("a kind that is made on the Console says so and leads there", async () => {
  const page = await wizard();
  await press(page, "Open the Console to make Office 365 mail");
  assert.deepEqual((await called(page, "open_link"))[0], { link: { type: "console", page: "tokens" } });
  assert.equal(await page.getByRole("button", { name: /^Office 365 mail/ }).count(), 0);
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
