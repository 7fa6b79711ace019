/**
 * The Settings screen, to be looked at.
 * @module
 */

/** @param {import("playwright-core").Page} page */
const settings = async (page) => {
  await page.keyboard.press("Control+,");
  await page.waitForSelector(".settings-page");
};

/** @type {import("../screens.js").Screen[]} */
export const screens = [
  { name: "settings", small: true, prepare: settings },
  {
    name: "settings-about",
    small: true,
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("link", { name: "About" }).click();
    },
  },
  {
    name: "settings-newer",
    small: true,
    options: {
      releases: { found: { version: "0.2.0", notes: "- Quicker.\n- Smaller." }, packaged: true },
    },
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("link", { name: "Newer versions" }).click();
    },
  },
  {
    name: "settings-newer-elsewhere",
    small: true,
    options: {
      releases: { found: null, packaged: false },
      failing: {
        look_for_release: {
          code: "releaseElsewhere",
          message: "A newer version of Nestbox is there, but not for this kind of computer.",
          field: null,
          retryable: false,
          reference: null,
          detail: null,
        },
      },
    },
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("link", { name: "Newer versions" }).click();
      await page.getByRole("button", { name: "Look now" }).click();
      await page.getByText("not for this kind of computer").waitFor();
    },
  },
  {
    name: "settings-rename",
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("button", { name: "Rename Rowan Hill Schools" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "settings-more",
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("button", { name: "More for Ashby College" }).click();
      await page.waitForSelector(".menu [role^=menuitem]");
    },
  },
  {
    name: "settings-sign-out",
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("button", { name: "Sign out of Rowan Hill Schools" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "settings-diagnostics",
    small: true,
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("button", { name: "Copy diagnostics…" }).click();
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "settings-remove",
    small: true,
    prepare: async (page) => {
      await settings(page);
      await page.getByRole("button", { name: "Sign out and remove…" }).click();
      await page.getByLabel(/To confirm/).fill("remov");
      await page.getByRole("button", { name: "Sign out and remove", exact: true }).click();
    },
  },
];
