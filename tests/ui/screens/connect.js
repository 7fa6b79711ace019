/**
 * The Connect screen, to be looked at.
 * @module
 */

import { fail } from "../harness.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const write = async (page) => {
  await page.getByLabel("Console address").fill("abc123.canary.tools");
  await page.getByRole("textbox", { name: "API key" }).fill("0123456789abcdef");
};

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  { name: "connect", small: true, options: { consoles: "none" } },
  {
    name: "connect-missing",
    small: true,
    options: { consoles: "none" },
    prepare: async (page) => {
      await page.getByRole("button", { name: "Connect", exact: true }).click();
      await page.waitForSelector(".field.wrong");
    },
  },
  {
    name: "connect-refused",
    options: { consoles: "none" },
    prepare: async (page) => {
      await write(page);
      await fail(page, "connect", "keyRefused", "The Console does not know this API key.", { field: "key" });
      await page.getByRole("button", { name: "Connect", exact: true }).click();
      await page.waitForSelector(".field.wrong");
    },
  },
  {
    name: "connect-offline",
    options: { consoles: "none" },
    prepare: async (page) => {
      await write(page);
      await fail(page, "connect", "dnsFailed", "There is no abc123.canary.tools to be found.");
      await page.getByRole("button", { name: "Connect", exact: true }).click();
      await page.waitForSelector(".trouble .banner");
    },
  },
  {
    name: "connect-other-host",
    small: true,
    options: { consoles: "none" },
    prepare: async (page) => {
      await write(page);
      await page.getByLabel("Console address").fill("console.rowanhill.example");
      await fail(page, "connect", "addressOtherHost", "This is not a canary.tools address.", { field: "address" });
      await page.getByRole("button", { name: "Connect", exact: true }).click();
      await page.getByRole("switch").check();
    },
  },
  {
    name: "connect-file",
    options: { consoles: "none" },
    prepare: async (page) => {
      await page.getByRole("button", { name: "Open…" }).click();
      await page.getByText("From canarytools.config").waitFor();
    },
  },
  {
    name: "connect-known",
    options: {
      failing: {
        resume_session: { code: "cancelled", message: "", field: null, retryable: false, reference: "", detail: null },
      },
      notices: [
        { code: "keychainLocked", message: "The keychain is locked, so the API key could not be read from it." },
      ],
    },
  },
  {
    name: "connect-add",
    small: true,
    prepare: async (page) => {
      await page.getByRole("button", { name: /Switch$/ }).click();
      await page.getByRole("menuitem", { name: "Add a Console" }).click();
      await page.getByRole("heading", { name: "Add a Console" }).waitFor();
    },
  },
];
