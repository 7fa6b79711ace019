import assert from "node:assert/strict";
import { test } from "node:test";
import { called, fail, headed, hold, newestOf, press, release, setUp, until } from "./harness.js";
import { begin, choose, finish, make, place, reminder, toCheck, toDone } from "./wizard.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Record<string, any>} [options] */
const wizard = async (options = {}) => begin(await open(options));
/** @param {Page} page */
const isHeading = (page) => page.evaluate(() => document.activeElement?.tagName === "H1");

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
  await headed(page, "QR code: its details");
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
  await headed(page, "Where will it go?");
  assert.equal(await isHeading(page), true, "place");
  await place(page).fill("A cupboard");
  await press(page, "Next: check");
  await headed(page, "Is everything right?");
  assert.equal(await isHeading(page), true, "check");
  await make(page).click();
  await headed(page, "Your Web link is ready");
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
  await finish(page);
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
  await finish(page);
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
  await finish(page);
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
  await headed(page, "Is everything right?");
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
