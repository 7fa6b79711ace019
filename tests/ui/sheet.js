/**
 * Many at once, as tests and pictures go through it.
 * @module
 */

import { headed, press } from "./harness.js";

/** @typedef {import("playwright-core").Page} Page */

export const rows = ".sheet-grid .rows [role=row]";

/** @param {Page} page @param {number} line of the sheet, as its row says it */
export const row = (page, line) => page.locator(rows, { has: page.locator(`[role=rowheader]:text-is("${line}")`) });

/** @param {Page} page @param {number} line @param {string} column */
export const cell = (page, line, column) => row(page, line).locator(`[data-column="${column}"]`);

/** Where a cell is changed. @param {Page} page */
export const editor = (page) => page.locator(".cell-editor:popover-open");

/** One of the choices beside each other. @param {Page} page @param {RegExp | string} name */
export const segment = (page, name) => page.getByRole("radio", { name });

/** From the list to where the rows come from. @param {Page} page */
export const toMany = async (page) => {
  await press(page, "More ways to create");
  await page.getByRole("menuitem", { name: "Many at once…" }).click();
  await headed(page, "Many at once");
};

/** To the dry run of the sheet that the fake has. @param {Page} page */
export const toCheck = async (page) => {
  await toMany(page);
  await press(page, "Choose a spreadsheet…");
  await page.getByRole("heading", { name: /rows?, / }).waitFor();
  await page.waitForSelector(`${rows}:not(.waiting)`);
};

/** Until it makes them. @param {Page} page */
export const toRun = async (page) => {
  await toCheck(page);
  await page.getByRole("button", { name: /^Make \d+$/ }).click();
  await page.getByRole("heading", { name: /Making|Made|are made/ }).waitFor();
};
