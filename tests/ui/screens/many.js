/**
 * Many at once, to be looked at.
 * @module
 */

import { tick } from "../rows.js";
import { cell, toCheck, toMany, toRun } from "../sheet.js";

/** @typedef {import("playwright-core").Page} Page */

const names = Array.from({ length: 24 }, (_, at) => `RH-04${String(at + 1).padStart(2, "0")}`).join("\n");

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  { name: "many-begin", small: true, prepare: toMany },
  {
    name: "many-unfinished",
    options: { unfinished: true },
    prepare: async (page) => {
      await toMany(page);
      await page.getByText("37 of 60 were made. Go on?").waitFor();
    },
  },
  {
    name: "many-unfinished-list",
    options: { unfinished: true },
    prepare: (page) => page.getByText("37 of 60").waitFor(),
  },
  {
    name: "many-names",
    small: true,
    prepare: async (page) => {
      await toMany(page);
      await page.getByRole("radio", { name: "From a list of names" }).check();
      await page.getByLabel("Names, one a line").fill(names);
      await page.getByLabel("Kind", { exact: true }).selectOption("doc-msword");
      await page.getByLabel("Reminder").fill("Laptop {name}, Documents, “Password list”. Ask Maria Keller");
      await page.getByLabel(/^Folder/).fill("{name}");
      await page.getByLabel(/^File name/).fill("Password list");
    },
  },
  {
    name: "many-names-missing",
    prepare: async (page) => {
      await toMany(page);
      await page.getByRole("radio", { name: "From a list of names" }).check();
      await page.getByRole("button", { name: "Check the list" }).click();
      await page.waitForSelector(".banner.danger");
    },
  },
  { name: "many-check", small: true, prepare: toCheck },
  {
    name: "many-edit",
    small: true,
    prepare: async (page) => {
      await toCheck(page);
      await cell(page, 5, "flock").click();
      await page.waitForSelector(".cell-editor:popover-open");
    },
  },
  {
    name: "many-select",
    prepare: async (page) => {
      await toCheck(page);
      for (const line of [4, 6, 7]) {
        await page
          .locator(".sheet-grid .rows [role=row]", { has: page.locator(`[role=rowheader]:text-is("${line}")`) })
          .locator(".tick")
          .click();
      }
    },
  },
  {
    name: "many-doubles",
    prepare: async (page) => {
      await toCheck(page);
      await page.getByRole("radio", { name: "Doubles 1" }).check();
      await page.getByText("Left out: the same as row 12").waitFor();
    },
  },
  {
    name: "many-fill",
    prepare: async (page) => {
      await toCheck(page);
      await page.getByRole("button", { name: "Fill a column…" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "many-run",
    small: true,
    options: { stops: [30], refuse: "RH-0409" },
    prepare: async (page) => {
      await toRun(page);
      await page.waitForFunction(
        () =>
          Number(
            document.querySelector("progress.progress")?.getAttribute("value") ??
              /** @type {any} */ (document.querySelector("progress.progress"))?.value,
          ) >= 12,
      );
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByText("Paused.").waitFor();
    },
  },
  {
    name: "many-result",
    small: true,
    options: { refuse: "RH-0409" },
    prepare: async (page) => {
      await toRun(page);
      await page.locator(".many-head").getByText("Have a look at those").waitFor();
    },
  },
  {
    name: "many-complete",
    options: { faultless: true },
    prepare: async (page) => {
      await toRun(page);
      await page.locator(".many-head").getByText("Everything is done.").waitFor();
    },
  },
  {
    name: "many-mend",
    small: true,
    options: { refuse: "RH-0409" },
    prepare: async (page) => {
      await toRun(page);
      await page.locator(".many-head").getByText("Have a look at those").waitFor();
      await page.getByRole("button", { name: "Mend row 10" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "many-cancelled",
    options: { stops: [8] },
    prepare: async (page) => {
      await toRun(page);
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector("progress.progress")).value >= 8);
      await page.getByRole("button", { name: "Cancel the rest" }).click();
      await page.locator(".many-head").getByText("You cancelled the rest.").waitFor();
    },
  },
  {
    name: "export-dialog",
    small: true,
    prepare: async (page) => {
      await tick(page, [0, 1, 2]);
      await page.getByRole("button", { name: "Export…" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
];
