import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, launch, openPage } from "./harness.js";
import { screens, variants } from "./screens.js";
import { serve } from "./server.js";

const all = await screens();

describe("axe finds nothing", { concurrency: 3 }, () => {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  for (const screen of all) {
    for (const variant of variants(screen)) {
      test(`on ${screen.name} (${variant.name})`, async () => {
        const { page, faults, done } = await openPage(browser, server.address, {
          ...screen.options,
          ...variant.options,
        });
        try {
          await screen.prepare?.(page);
          assert.deepEqual(await axe(page), []);
          assert.deepEqual(faults, [], "the page reported faults");
        } finally {
          await done();
        }
      });
    }
  }
});
