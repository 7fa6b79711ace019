import assert from "node:assert/strict";
import { test } from "node:test";
import { called, dialogGone, setUp, until } from "./harness.js";

const { open } = setUp();

/** @typedef {import("playwright-core").Page} Page */

const fresh = { consoles: "none", introduced: false };

test("the first start explains itself in three steps, by keys alone, and begins with a practice Console", async () => {
  const page = await open(fresh);
  await page.getByRole("dialog", { name: "A Canarytoken is a decoy" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Back" }).isVisible(), false);
  await page.keyboard.press("Enter");
  const second = page.getByRole("dialog", { name: "Your Console watches, Nestbox helps" });
  await second.waitFor();
  await until(async () => (await second.getByRole("status").textContent())?.startsWith("2 of 3. ") ?? false, "told");
  await second.getByRole("button", { name: "Back" }).click();
  await page.getByRole("dialog", { name: "A Canarytoken is a decoy" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const third = page.getByRole("dialog", { name: "Look around, or begin" });
  await third.waitFor();
  assert.equal(
    await third.getByRole("button", { name: "Skip" }).isVisible(),
    false,
    "there is nothing to skip any more",
  );
  await third.getByRole("button", { name: "Try a practice Console" }).click();
  await page.getByRole("grid").waitFor();
  const [kept] = await called(page, "set_preferences");
  assert.equal(kept.preferences.introduced, true);
});

for (const [way, leave] of /** @type {[string, (page: Page) => Promise<void>][]} */ ([
  ["Escape", (page) => page.keyboard.press("Escape")],
  ["Skip", (page) => page.getByRole("button", { name: "Skip" }).click()],
]))
  test(`${way} skips the introduction for good, and the address is to be written`, async () => {
    const page = await open(fresh);
    await page.getByRole("dialog", { name: "A Canarytoken is a decoy" }).waitFor();
    await leave(page);
    await dialogGone(page);
    await until(
      () => page.evaluate(() => document.activeElement?.getAttribute("placeholder") === "abc123.canary.tools"),
      "the address has the focus",
    );
    const asked = await called(page, "set_preferences");
    assert.deepEqual(
      asked.map(({ preferences }) => preferences.introduced),
      [true],
    );
    assert.equal((await called(page, "start_practice")).length, 0);
  });

test("whoever has a Console, or has seen the introduction, is not introduced again", async () => {
  for (const options of [
    { consoles: "none" },
    { consoles: "one", introduced: false, failing: { resume_session: null } },
  ]) {
    const page = await open(options);
    assert.equal(await page.getByRole("dialog").count(), 0);
  }
});
