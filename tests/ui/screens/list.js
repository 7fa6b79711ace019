/**
 * The list, the panel and their dialogs, to be looked at.
 * @module
 */

import { openRow, rows, tick } from "../rows.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const flocks = async (page) => {
  for (const name of ["Finance", "Front office", "IT"]) {
    await page.getByRole("button", { name: "Add filter" }).click();
    await page.getByRole("menuitemcheckbox", { name: new RegExp(`^${name}(?! helpdesk)`) }).click();
    await page.waitForFunction(
      (text) => [...document.querySelectorAll(".chip .value")].some((one) => one.textContent === text),
      name,
    );
  }
};
/** @param {Page} page @param {string} words */
const search = (page, words) => page.getByRole("searchbox").fill(words);
const offline = {
  code: "connectFailed",
  message: "Nothing answered at rowanhill.canary.tools.",
  field: null,
  retryable: true,
  reference: "a1b2-c3d4",
  detail: null,
};

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  {
    name: "list",
    small: true,
    options: { tokens: 12345 },
    prepare: async (page) => {
      await flocks(page);
      await tick(page, [0, 2, 4]);
      await openRow(page, "Payroll 2026");
    },
  },
  { name: "list-plain", small: true, options: { tokens: 12345 } },
  { name: "list-empty", small: true, options: { tokens: 0 } },
  {
    name: "list-loading",
    options: { tokens: 12345, load: "stuck" },
    prepare: (page) => page.waitForSelector(rows).then(() => {}),
  },
  { name: "list-failed", small: true, options: { load: "failed" } },
  {
    name: "list-offline",
    options: { tokens: 300 },
    prepare: async (page) => {
      await page.evaluate((error) => /** @type {any} */ (window).fake.setStatus({ phase: "failed", error }), offline);
      await page.waitForSelector(".notes .banner");
    },
  },
  {
    name: "list-no-match",
    options: { tokens: 300 },
    prepare: async (page) => {
      await search(page, "payrol 2031");
      await page.waitForSelector(".empty");
    },
  },
  {
    name: "list-search",
    options: { tokens: 300 },
    prepare: async (page) => {
      await search(page, "share");
      await page.waitForSelector("mark");
    },
  },
  { name: "list-create-only", options: { abilities: "createOnly" } },
  { name: "list-read-only", options: { abilities: "readOnly" }, prepare: (page) => openRow(page, "Payroll 2026") },
  {
    name: "list-notices",
    options: {
      consoles: "practice",
      notices: [
        { code: "keychainLocked", message: "The keychain is locked. Nestbox asks for the API key again next time." },
      ],
    },
  },
  {
    name: "console-menu",
    prepare: async (page) => {
      await page.getByRole("button", { name: /Switch$/ }).click();
      await page.waitForSelector(".menu [role^=menuitem]");
    },
  },
  {
    name: "filter-menu",
    small: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add filter" }).click();
      await page.waitForSelector(".menu [role^=menuitem]");
    },
  },
  {
    name: "panel-document",
    small: true,
    prepare: async (page) => {
      await openRow(page, "Payroll 2026");
      await page.getByRole("radio", { name: "Administrator" }).check();
    },
  },
  { name: "panel-qr", prepare: (page) => openRow(page, "Server cupboard") },
  { name: "panel-keys", prepare: (page) => openRow(page, "Laptop RH-0412") },
  { name: "panel-script", prepare: (page) => openRow(page, "Sign-in page") },
  { name: "panel-redirect", prepare: (page) => openRow(page, "Shortcut “Exam server”") },
  { name: "panel-s3", prepare: (page) => openRow(page, "rowanhill-archive-old") },
  { name: "panel-factory", prepare: (page) => openRow(page, "runs the timetable") },
  { name: "panel-unknown", prepare: (page) => openRow(page, "newest kind") },
  {
    name: "panel-edit",
    small: true,
    prepare: async (page) => {
      await openRow(page, "Payroll 2026");
      await page.getByRole("button", { name: "Edit the reminder" }).click();
    },
  },
  {
    name: "panel-error",
    prepare: async (page) => {
      await openRow(page, "Payroll 2026");
      await page.evaluate((error) => /** @type {any} */ (window).fake.fail("disable_tokens", error), offline);
      await page.getByRole("switch").click();
      await page.waitForSelector(".panel .banner");
    },
  },
  {
    name: "panel-saved",
    prepare: async (page) => {
      await openRow(page, "Payroll 2026");
      await page.getByRole("button", { name: "Save file…" }).click();
      await page.waitForSelector(".toast");
    },
  },
  {
    name: "delete-dialog",
    small: true,
    options: { tokens: 12345 },
    prepare: async (page) => {
      await tick(page, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]);
      await page.getByRole("button", { name: "Delete…" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "delete-many-dialog",
    small: true,
    options: { tokens: 300 },
    prepare: async (page) => {
      await page.locator(rows).first().focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await page.getByLabel(/To confirm/).fill("12");
      await page.getByRole("button", { name: "Delete 300 Canarytokens" }).click();
    },
  },
  {
    name: "progress-dialog",
    options: { tokens: 3000, latency: 40 },
    prepare: async (page) => {
      await page.locator(rows).first().focus();
      await page.keyboard.press("Control+a");
      await page.getByRole("button", { name: "Turn off" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "failures-dialog",
    options: { tokens: 60 },
    prepare: async (page) => {
      await page.evaluate((error) => {
        const failed = ["Finance share, Payroll 2026", "Server cupboard, inside of the door"].map((memo, n) => ({
          id: `id${n}`,
          memo,
          error,
        }));
        /** @type {any} */ (window).fake.answer("disable_tokens", { done: 1, ids: ["x"], failed });
      }, offline);
      await tick(page, [0, 2, 4]);
      await page.getByRole("button", { name: "Turn off" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "s3-dialog",
    small: true,
    prepare: async (page) => {
      await openRow(page, "rowanhill-archive-old");
      await page.getByRole("button", { name: "Remove from AWS…" }).click();
      await page.getByRole("checkbox", { name: /Delete the buckets too/ }).check();
      await page.getByRole("button", { name: "Remove and delete buckets" }).click();
    },
  },
  {
    name: "factory-dialog",
    prepare: async (page) => {
      await openRow(page, "runs the timetable");
      await page.getByRole("button", { name: "Delete the factory…" }).click();
    },
  },
  {
    name: "keys-dialog",
    small: true,
    prepare: async (page) => {
      await page.keyboard.press("?");
      await page.waitForSelector("dialog[open]");
    },
  },
];
