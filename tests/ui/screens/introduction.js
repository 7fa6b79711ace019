/**
 * The introduction of the first start, to be looked at.
 * @module
 */

/** @typedef {import("playwright-core").Page} Page */

/** @param {number} times @returns {(page: Page) => Promise<void>} */
const steps = (times) => async (page) => {
  await page.waitForSelector("dialog.introduction[open]");
  for (let i = 0; i < times; i += 1) await page.getByRole("button", { name: "Next" }).click();
};
const fresh = { consoles: "none", introduced: false };

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  { name: "introduction-1", small: true, options: fresh, prepare: steps(0) },
  { name: "introduction-2", options: fresh, prepare: steps(1) },
  { name: "introduction-3", small: true, options: fresh, prepare: steps(2) },
];
