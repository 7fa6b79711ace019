/**
 * The help of each screen, to be looked at.
 * @module
 */

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const help = async (page) => {
  await page.keyboard.press("F1");
  await page.waitForSelector("dialog.help-dialog[open]");
};
/** @type {import("../screens.js").Screen[]} */
export const screens = [
  { name: "help-connect", options: { consoles: "none" }, prepare: help },
  { name: "help-list", small: true, prepare: help },
  {
    name: "help-one",
    prepare: async (page) => {
      await page.locator("[role=row]").nth(1).click();
      await page.waitForSelector("aside h2, .panel h2");
      await help(page);
    },
  },
  {
    name: "help-create",
    prepare: async (page) => {
      await page.keyboard.press("Control+n");
      await page.waitForSelector(".kind-card");
      await help(page);
    },
  },
  {
    name: "help-many",
    prepare: async (page) => {
      await page.keyboard.press("Control+Shift+n");
      await page.waitForSelector("textarea, .segments");
      await help(page);
    },
  },
  {
    name: "help-settings",
    prepare: async (page) => {
      await page.keyboard.press("Control+,");
      await page.waitForSelector(".settings-page");
      await help(page);
    },
  },
  {
    name: "help-factories",
    prepare: async (page) => {
      await page.keyboard.press("Control+,");
      await page.getByRole("button", { name: "Show factories" }).click();
      await page.waitForSelector(".factories");
      await help(page);
    },
  },
];
