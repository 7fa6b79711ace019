/**
 * The preparation of a saved file on Windows, to be looked at.
 * @module
 */

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  {
    name: "prepare",
    options: { platform: "windows" },
    small: true,
    prepare: async (page) => {
      await page.locator("[role=row]").nth(1).click();
      await page.getByRole("button", { name: "Save file…" }).click();
      await page.getByRole("button", { name: "Prepare for deployment…" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
];
