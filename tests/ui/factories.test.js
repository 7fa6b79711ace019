import assert from "node:assert/strict";
import { test } from "node:test";
import { called, focusedText, newestOf, setUp, until } from "./harness.js";

const { open } = setUp();
/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const factories = async (page) => {
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Show factories" }).click();
  await page.getByRole("heading", { name: "Canarytoken factories" }).waitFor();
  await page.waitForSelector(".factory-kinds");
};
/** @param {Page} page */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const laptops = "Laptop set-up script, ask Tom";

test("factories are reached from Settings, say what they are for, and lead back", async () => {
  const page = await open();
  await factories(page);
  assert.equal(await focusedText(page), "Canarytoken factories");
  await page.getByText("Most people never need one.").waitFor();
  await page.getByText("That is noise, and nothing is read.").waitFor();
  assert.equal(await page.locator(".group > .line").count(), 2);
  await page.getByText("What a factory can make: 5 kinds").click();
  await page.locator(".factory-kinds li", { hasText: "Web link" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show factories" }).waitFor();
});

test("a factory is made, its code stays hidden until asked for, and is copied without being shown", async () => {
  const page = await open();
  await factories(page);
  await page.getByRole("button", { name: "New factory…" }).click();
  await page.getByRole("button", { name: "Make the factory" }).click();
  await page.getByText("Write who or what will use it.").waitFor();
  assert.equal((await called(page, "create_factory")).length, 0);
  await page.getByLabel("Reminder").fill("Library tablets");
  await page.getByLabel("Flock").selectOption({ label: "IT" });
  await page.getByRole("button", { name: "Make the factory" }).click();
  await page.getByRole("heading", { name: "Share this factory" }).waitFor();
  const [call] = await called(page, "create_factory");
  assert.deepEqual([call.flock, call.memo], ["flock:it", "Library tablets"]);
  const code = "beef2".padEnd(32, "a");
  assert.equal((await called(page, "reveal_factory")).length, 0, "not even asked for");
  assert.equal((await page.content()).includes(code), false);
  await page.getByRole("button", { name: "Copy code for scripts" }).click();
  await until(async () => (await clipboard(page)) === code, "copied");
  assert.equal((await called(page, "copy_secret")).length, 1, "by Rust, which clears it in time");
  assert.equal((await page.content()).includes(code), false);
  await page.getByRole("button", { name: "Show link for people" }).click();
  await page.getByText(`https://rowanhill.canary.tools/factory/${code}`).waitFor();
  await page.getByRole("button", { name: "Hide link for people" }).click();
  assert.equal((await page.content()).includes(code), false);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.locator(".group > .line", { hasText: "Library tablets" }).waitFor();
});

test("a failed creation keeps what was typed and shows the Console's words", async () => {
  const page = await open();
  await factories(page);
  await page.getByRole("button", { name: "New factory…" }).click();
  await page.getByLabel("Reminder").fill("Library tablets");
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail(
      "create_factory",
      fake.uiError("flockUnknown", "Your Console does not know this flock.", { field: "flock" }),
    );
  });
  await page.keyboard.press("Enter");
  await page.locator(".field.wrong", { hasText: "Your Console does not know this flock." }).waitFor();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("create_factory", fake.uiError("factoryUnknown", "The connection broke."));
  });
  await page.getByRole("button", { name: "Make the factory" }).click();
  await page.getByText("It is not known if the factory was made").waitFor();
  assert.equal(await page.getByLabel("Reminder").inputValue(), "Library tablets");
});

test("the link of an older factory is not known, and that is said", async () => {
  const page = await open();
  await factories(page);
  await page.getByRole("button", { name: `Share: ${laptops}` }).click();
  await page.getByText("Its link for people is not known here").waitFor();
  assert.equal(await page.getByRole("button", { name: "Show link for people" }).count(), 0);
  await page.getByRole("button", { name: "Show ready command" }).click();
  await page.locator(".value.multiline", { hasText: "canarytoken/factory/create" }).waitFor();
});

test("a factory is deleted after a question", async () => {
  const page = await open();
  await factories(page);
  await page.getByRole("button", { name: `Delete: ${laptops}` }).click();
  assert.equal(await focusedText(page), "Cancel");
  await page.getByText(`The code of “${laptops}” stops working at once.`).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal((await called(page, "delete_token_factory")).length, 0);
  await page.getByRole("button", { name: `Delete: ${laptops}` }).click();
  await page.getByRole("button", { name: "Delete the factory" }).click();
  await page.getByText("Factory deleted").waitFor();
  await until(async () => (await page.locator(".group > .line").count()) === 1, "it left the list");
});

test("one that somebody else deleted meanwhile is told plainly, and the list is asked for anew", async () => {
  const page = await open();
  await factories(page);
  await page.getByRole("button", { name: `Delete: ${laptops}` }).click();
  await page.evaluate(() => {
    const { fake } = /** @type {any} */ (window);
    fake.fail("delete_token_factory", fake.uiError("factoryGone", "Somebody has deleted this factory meanwhile."));
    fake.answer("list_factories", { factories: [], kinds: [] });
  });
  await page.getByRole("button", { name: "Delete the factory" }).click();
  await page.getByText("This factory is no longer there. Somebody has deleted this factory meanwhile.").waitFor();
  await page.getByText("There is no factory yet.").waitFor();
});

test("a list that cannot be had says so and can be asked for again", async () => {
  const page = await open({ failing: { list_factories: { code: "timedOut", message: "Nothing came." } } });
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Show factories" }).click();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(".group > .line", { hasText: laptops }).waitFor();
  assert.equal(await page.locator(".banner").count(), 0);
});

test("a key that may only look is not offered to make or delete one; one that may not list has no way here", async () => {
  const page = await open({ abilities: "readOnly" });
  await factories(page);
  assert.equal(await page.getByRole("button", { name: "New factory…" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: /^Delete/ }).count(), 0);
  const other = await open({ abilities: "createOnly" });
  await other.keyboard.press("Control+,");
  await other.getByRole("heading", { name: "Appearance" }).waitFor();
  assert.equal(await other.getByRole("button", { name: "Show factories" }).count(), 0);
});

test("an entry of the list that stands for a factory leads to the factories, and back to the list", async () => {
  const page = await open();
  await page.evaluate(
    (detail) => {
      const { fake } = /** @type {any} */ (window);
      detail.row.kind = "tokenfactory";
      for (const command of ["get_token", "fetch_token"]) fake.answer(command, detail);
    },
    await newestOf(page),
  );
  await page.locator('[role="grid"] .rows [role="row"]').first().click();
  await page.getByRole("button", { name: "See all factories" }).click();
  await page.getByRole("heading", { name: "Canarytoken factories" }).waitFor();
  await page.getByRole("button", { name: "All Canarytokens" }).click();
  await page.locator('[role="grid"]').waitFor();
});
