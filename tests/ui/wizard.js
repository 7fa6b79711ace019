/**
 * The wizard, as tests and pictures go through it.
 * @module
 */

import { headed, press } from "./harness.js";

/** @typedef {import("playwright-core").Page} Page */

/** Opens the wizard. @param {Page} page */
export const begin = async (page) => {
  await page.keyboard.press("Control+n");
  await page.waitForSelector(".kind-card");
  return page;
};

/** Chooses a kind. @param {Page} page @param {RegExp} name */
export const choose = async (page, name) => {
  await page.getByRole("button", { name }).click();
  await page.waitForSelector("#step");
};

/** The button that makes it. @param {Page} page */
export const make = (page) => page.getByRole("button", { name: /^Make (?!it)/ });

/** The field for the place. @param {Page} page */
export const place = (page) => page.getByLabel("Place", { exact: true });

/** The field for the reminder in one. @param {Page} page */
export const reminder = (page) => page.getByLabel("Reminder", { exact: true });

/** From the details to the last look. @param {Page} page @param {string} [where] */
export const toCheck = async (page, where = "Server cupboard") => {
  await press(page, "Next: place");
  await headed(page, "Where will it go?");
  await place(page).fill(where);
  await press(page, "Next: check");
  await headed(page, "Is everything right?");
};

/** From the last look until it is made. @param {Page} page */
export const finish = async (page) => {
  await make(page).click();
  await page.waitForSelector(".done-head");
};

/** From the choice of a kind until it is made. @param {Page} page @param {RegExp} name @param {string} [where] */
export const toDone = async (page, name, where) => {
  await choose(page, name);
  await toCheck(page, where);
  await finish(page);
};
