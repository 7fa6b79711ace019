/**
 * "Test it", saving with a note, and reminders with parts, to be looked at.
 * @module
 */

import { holdClock } from "../harness.js";
import { openRow } from "../rows.js";
import { begin as openWizard, toDone } from "../wizard.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} words */
const begin = async (page, words) => {
  await holdClock(page);
  await openRow(page, words);
  const start = page.getByRole("button", { name: "Test it", exact: true });
  await start.scrollIntoViewIfNeeded();
  await start.click();
  await page.getByText("9:58 left").waitFor();
};
/** @param {Page} page @param {any} result */
const end = (page, result) => page.evaluate((one) => /** @type {any} */ (window).fake.endTests(one), result);
/** @param {Page} page */
const bottom = async (page) => {
  await page.locator(".test-it").scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
};

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  {
    name: "testing-watching",
    small: true,
    options: { consoles: "practice" },
    prepare: async (page) => {
      await begin(page, "VPN access list");
      await bottom(page);
    },
  },
  {
    name: "testing-came",
    prepare: async (page) => {
      await begin(page, "VPN access list");
      await end(page, null);
      await page.getByText("It works.").last().waitFor();
      await bottom(page);
    },
  },
  {
    name: "testing-not-yet",
    small: true,
    prepare: async (page) => {
      await begin(page, "VPN access list");
      await end(page, { type: "notYet", offline: false });
      await page.getByText("No alert has come").last().waitFor();
      await bottom(page);
    },
  },
  {
    name: "testing-reminder-parts",
    small: true,
    prepare: async (page) => {
      await openRow(page, "Server cupboard");
      await page.getByRole("button", { name: "Edit the reminder" }).click();
    },
  },
  {
    name: "testing-keepers",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add filter" }).click();
      await page.getByRole("menuitemcheckbox", { name: /^Tom Berger/ }).click();
      await page.getByText("2 of 25").waitFor();
      await openRow(page, "Server cupboard");
    },
  },
  {
    name: "testing-done",
    small: true,
    prepare: async (page) => {
      await holdClock(page);
      await toDone(await openWizard(page), /^Word document/, "Attic");
      await page.getByRole("button", { name: "Test it", exact: true }).click();
      await page.getByText("9:58 left").waitFor();
      await page.locator(".test-it").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "testing-settings",
    prepare: async (page) => {
      await page.keyboard.press("Control+,");
      await page.waitForSelector(".settings-page");
      await page.getByRole("link", { name: "Alerts" }).click();
    },
  },
];
