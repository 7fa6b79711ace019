/**
 * Flocks, addresses that are led on to, factories and the search on the Console, to be looked at.
 * @module
 */

import { openRow, rows, tick } from "../rows.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} words */
const searchThere = async (page, words) => {
  await page.getByRole("button", { name: "Add filter" }).click();
  await page.getByRole("menuitem", { name: "Search on the Console…" }).click();
  await page.getByLabel("Words", { exact: true }).fill(words);
};
/** @param {Page} page */
const factories = async (page) => {
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Show factories" }).click();
  await page.waitForSelector(".factory-kinds");
};
const refused = {
  code: "notAllowed",
  message: "Your Console does not let this API key do that.",
  field: null,
  retryable: false,
  reference: "a1b2-c3d4",
  detail: "This API key has the role Read-Only, which does not allow this.",
};

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  {
    name: "redirect-edit",
    small: true,
    prepare: async (page) => {
      await page.getByRole("searchbox").fill("exam server");
      await openRow(page, "on the shared desktop");
      await page.getByRole("button", { name: "Change the address it leads on to" }).click();
      await page.getByLabel("Page it leads on to").fill("javascript:alert(1)");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".redirect .error");
    },
  },
  {
    name: "redirect-remove",
    prepare: async (page) => {
      await openRow(page, "Server cupboard");
      await page.getByRole("button", { name: "Add a page…" }).click();
      await page.getByLabel("Page it leads on to").fill("https://portal.example.org/start");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Change the address it leads on to" }).click();
    },
  },
  { name: "redirect-read-only", options: { abilities: "readOnly" }, prepare: (page) => openRow(page, "Exam server") },
  {
    name: "filter-menu-flocks",
    options: { tokens: 300 },
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add filter" }).click();
      await page
        .getByText(/\d on, \d+ off/)
        .first()
        .waitFor();
    },
  },
  {
    name: "move-dialog",
    small: true,
    options: { tokens: 300 },
    prepare: async (page) => {
      await openRow(page, "Payroll 2026");
      await page.getByRole("button", { name: "Move to another flock…" }).click();
      await page.getByRole("radio", { name: /^IT/ }).check();
    },
  },
  {
    name: "move-many-dialog",
    small: true,
    options: { tokens: 300 },
    prepare: async (page) => {
      await tick(page, [0, 2, 4, 6]);
      await page.getByRole("button", { name: "Move…" }).click();
      await page.getByRole("button", { name: "Move 4 Canarytokens" }).click();
    },
  },
  {
    name: "strip",
    small: true,
    options: { tokens: 300 },
    prepare: async (page) => {
      await tick(page, [0, 2, 9]);
      await page.mouse.move(0, 0);
    },
  },
  {
    name: "move-progress",
    options: { tokens: 3000, latency: 40 },
    prepare: async (page) => {
      await page.locator(rows).first().focus();
      await page.keyboard.press("Control+a");
      await page.getByRole("button", { name: "Move…" }).click();
      await page.getByRole("radio", { name: /^IT/ }).check();
      await page.getByRole("button", { name: "Move 3,000 Canarytokens" }).click();
      await page.getByRole("button", { name: "Stop" }).waitFor();
    },
  },
  {
    name: "search-there-dialog",
    small: true,
    options: { tokens: 300 },
    prepare: async (page) => {
      await page.evaluate((error) => /** @type {any} */ (window).fake.fail("search_console", error), refused);
      await searchThere(page, "share");
      await page.keyboard.press("Enter");
      await page.waitForSelector("dialog .banner");
    },
  },
  {
    name: "found-there",
    small: true,
    options: { tokens: 300 },
    prepare: async (page) => {
      await searchThere(page, "s");
      await page.keyboard.press("Enter");
      await page.getByText(/The Console found/).waitFor();
      await openRow(page, "Payroll 2026");
    },
  },
  {
    name: "found-nothing-there",
    options: { tokens: 300 },
    prepare: async (page) => {
      await searchThere(page, "nothing like this");
      await page.keyboard.press("Enter");
      await page.getByText("Your Console found nothing").waitFor();
    },
  },
  { name: "factories", small: true, prepare: factories },
  { name: "factories-none", options: { factories: 0 }, prepare: factories },
  {
    name: "factories-read-only",
    options: { abilities: "readOnly" },
    prepare: async (page) => {
      await factories(page);
      await page.getByText("What a factory can make").click();
    },
  },
  {
    name: "factory-new",
    small: true,
    prepare: async (page) => {
      await factories(page);
      await page.getByRole("button", { name: "New factory…" }).click();
      await page.getByRole("button", { name: "Make the factory" }).click();
    },
  },
  {
    name: "factory-hand-on",
    small: true,
    prepare: async (page) => {
      await factories(page);
      await page.getByRole("button", { name: "Share: Laptop set-up script, ask Tom" }).click();
      await page.getByRole("button", { name: "Show ready command" }).click();
      await page.getByText("factory_auth").waitFor();
    },
  },
  {
    name: "factory-delete",
    prepare: async (page) => {
      await factories(page);
      await page.getByRole("button", { name: "Delete: Laptop set-up script, ask Tom" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
];
