/**
 * The wizard, to be looked at.
 * @module
 */

import { fail, headed, press } from "../harness.js";
import { begin, choose, finish } from "../wizard.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {RegExp} name */
const toDetails = async (page, name) => {
  await begin(page);
  await choose(page, name);
};
/** @param {Page} page */
const fillPlace = async (page) => {
  await page.getByLabel("Place", { exact: true }).fill("Intranet, page “Suppliers”, at the bottom");
  await page.getByLabel("Looked after by").fill("Maria Keller");
  await page.getByLabel(/^Note/).fill("Nobody has opened this page since the supplier list of 2025");
};
/** @param {Page} page @param {RegExp} name */
const toPlace = async (page, name) => {
  await toDetails(page, name);
  await press(page, "Next: place");
  await headed(page, "Where will it go?");
};
/** @param {Page} page @param {RegExp} name */
const toCheck = async (page, name) => {
  await toPlace(page, name);
  await fillPlace(page);
  await press(page, "Next: check");
  await headed(page, "Is everything right?");
};
/** @param {Page} page @param {RegExp} name */
const toDone = async (page, name) => {
  await toCheck(page, name);
  await finish(page);
};

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  { name: "create-kind", small: true, prepare: begin },
  {
    name: "create-kind-search",
    prepare: async (page) => {
      await begin(page);
      await page.getByRole("searchbox").fill("laptop");
    },
  },
  {
    name: "create-kind-none",
    prepare: async (page) => {
      await begin(page);
      await page.getByRole("searchbox").fill("submarine");
    },
  },
  {
    name: "create-details",
    small: true,
    prepare: async (page) => {
      await toDetails(page, /^Web image/);
      await press(page, "Picture: Choose a file…");
      await page.waitForSelector(".picture-box img");
    },
  },
  {
    name: "create-message",
    small: true,
    prepare: async (page) => {
      await toDetails(page, /^Web link/);
      await page.evaluate(() => {
        const { fake } = /** @type {any} */ (window);
        fake.emit({ type: "dropRefused", error: fake.uiError("fileTooLarge", "It may have 1 MB at most.") });
      });
      await page.waitForSelector(".toast");
    },
  },
  {
    name: "create-details-missing",
    small: true,
    prepare: async (page) => {
      await toDetails(page, /^Web image/);
      await press(page, "Next: place");
      await page.waitForSelector(".field.wrong");
    },
  },
  {
    name: "create-details-s3",
    small: true,
    prepare: async (page) => {
      await toDetails(page, /^S3 bucket/);
      await page.getByLabel("Bucket to watch").fill("rowanhill-archive-old");
      await page.getByRole("textbox", { name: "AWS access key" }).fill("AKIAFAKE");
    },
  },
  { name: "create-details-document", small: true, prepare: (page) => toDetails(page, /^Word document/) },
  {
    name: "create-details-aws",
    small: true,
    prepare: async (page) => {
      await toDetails(page, /^AWS key/);
      await page.getByLabel("Key works for: Number").fill("6");
    },
  },
  {
    name: "create-details-aws-wrong",
    prepare: async (page) => {
      await toDetails(page, /^AWS key/);
      await page.getByLabel("Key works for: Number").fill("6 months");
      await press(page, "Next: place");
      await page.waitForSelector(".field.wrong");
    },
  },
  { name: "create-details-idp", small: true, prepare: (page) => toDetails(page, /^Sign-on tile/) },
  { name: "create-details-pwa", small: true, prepare: (page) => toDetails(page, /^Phone app/) },
  {
    name: "create-details-names",
    small: true,
    prepare: async (page) => {
      await toDetails(page, /^Windows login/);
      const names = Array.from({ length: 200 }, (_, at) => `account${at + 1}`).join(", ");
      await page.getByLabel("Names of the decoy accounts").fill(names);
      await page.keyboard.press("Tab");
      await page.waitForSelector(".field .warning");
    },
  },
  { name: "create-details-link", prepare: (page) => toDetails(page, /^Web link/) },
  {
    name: "create-place",
    small: true,
    prepare: async (page) => {
      await toPlace(page, /^Web link/);
      await fillPlace(page);
      await page.getByLabel("Reminder").press("End");
      await page.getByLabel("Reminder").pressSequentially(" Ask first.");
    },
  },
  {
    name: "create-place-missing",
    prepare: async (page) => {
      await toPlace(page, /^Web link/);
      await press(page, "Next: check");
      await page.waitForSelector(".field.wrong");
    },
  },
  { name: "create-check", small: true, prepare: (page) => toCheck(page, /^Web link/) },
  {
    name: "create-making",
    small: true,
    prepare: async (page) => {
      await toCheck(page, /^Web link/);
      await page.evaluate(() => /** @type {any} */ (window).fake.hold("create_token"));
      await page.getByRole("button", { name: /^Make / }).click();
      await page.waitForSelector(".making .spinner");
    },
  },
  {
    name: "create-unknown",
    small: true,
    prepare: async (page) => {
      await toCheck(page, /^Web link/);
      await fail(page, "create_token", "createUnknown", "The connection broke before the Console answered.");
      await page.getByRole("button", { name: /^Make / }).click();
      await page.getByText("It may or may not have been made").waitFor();
    },
  },
  {
    name: "create-refused",
    prepare: async (page) => {
      await toCheck(page, /^Word document/);
      await fail(page, "create_token", "fileGone", "“Pay review.docx” is no longer there.");
      await page.getByRole("button", { name: /^Make / }).click();
      await page.waitForSelector(".trouble .banner");
    },
  },
  { name: "create-done", small: true, prepare: (page) => toDone(page, /^QR code/) },
  { name: "create-done-file", small: true, prepare: (page) => toDone(page, /^Word document/) },
  {
    name: "create-done-administrator",
    small: true,
    prepare: async (page) => {
      await toDone(page, /^Word document/);
      await page.getByRole("radio", { name: "Administrator" }).check();
    },
  },
  { name: "create-done-copy", prepare: (page) => toDone(page, /^Web link/) },
  {
    name: "create-done-saved",
    prepare: async (page) => {
      await toDone(page, /^QR code/);
      await press(page, "Save file…");
      await page.getByText(/^Saved in/).waitFor();
    },
  },
  {
    name: "create-done-edit",
    prepare: async (page) => {
      await toDone(page, /^AWS key/);
      await press(page, "Edit the reminder");
    },
  },
  {
    name: "create-leave",
    prepare: async (page) => {
      await toPlace(page, /^Web link/);
      await fillPlace(page);
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog[open]");
    },
  },
];
