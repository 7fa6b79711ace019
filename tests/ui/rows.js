/**
 * The rows of the list, as tests and pictures find and use them.
 * @module
 */

/** @typedef {import("playwright-core").Page} Page */

export const rows = '[role="grid"] .rows [role="row"]';

/** @param {Page} page @param {number} index 0 is the first below the head */
export const row = (page, index) => page.locator(`${rows}[aria-rowindex="${index + 2}"]`);

/** @param {Page} page @param {number[]} indexes */
export const tick = async (page, indexes) => {
  for (const index of indexes) await row(page, index).locator(".tick").click();
};

/**
 * Opens the panel of a row.
 * @param {Page} page
 * @param {string} words a part of the reminder
 * @returns the panel
 */
export const openRow = async (page, words) => {
  const wanted = page.getByText(words).first();
  await page.waitForSelector(`${rows}:not(.waiting)`);
  // In a low window it may be further down, and so not in the page.
  for (let pages = 0; pages < 20 && !(await wanted.count()); pages += 1) {
    await page.locator('[role="grid"]').evaluate((grid) => {
      grid.scrollTop += grid.clientHeight / 2;
      // Told of the scrolling at the next frame, it has written its rows by the one after.
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    await page.waitForSelector(`${rows}.waiting`, { state: "detached" });
  }
  await wanted.click();
  await page.waitForSelector(".panel:not([hidden]) .facts");
  await page.mouse.move(0, 0);
  return page.locator(".panel");
};

/** The place of the focused row. @param {Page} page */
export const focused = (page) => page.evaluate(() => Number(document.activeElement?.getAttribute("aria-rowindex")) - 2);

/** All of them are here. @param {Page} page @param {string} count */
export const loaded = (page, count) => page.getByText(`${count} Canarytokens, refreshed`).waitFor();

/** What is said of how many rows there are. @param {Page} page */
export const shownCount = (page) => page.locator(".freshness .number").textContent();
