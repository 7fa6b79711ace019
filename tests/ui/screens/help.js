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

/**
 * The help of a screen that a key opens.
 * @param {string} name
 * @param {string} key
 * @param {string} shows
 * @returns {import("../screens.js").Screen}
 */
const open = (name, key, shows) => ({
  name,
  prepare: async (page) => {
    await page.keyboard.press(key);
    await page.waitForSelector(shows);
    await help(page);
  },
});

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
  open("help-create", "Control+n", ".kind-card"),
  open("help-many", "Control+Shift+n", "textarea, .segments"),
  open("help-settings", "Control+,", ".settings-page"),
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
