import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, setUp } from "./harness.js";
import { openRow, row, rows, tick } from "./rows.js";
import { contrastVariants, screens } from "./screens.js";

const { open } = setUp();

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */

/** Screens that together show every part. */
const looked = [
  "connect-missing",
  "list",
  "list-empty",
  "filter-menu",
  "panel-document",
  "panel-qr",
  "delete-many-dialog",
  "settings",
  "create-kind",
  "create-details-missing",
  "create-done",
  "many-edit",
  "many-run",
];
const wanted = (await screens()).filter(({ name }) => looked.includes(name));
assert.equal(wanted.length, looked.length, "each of these is a screen");

for (const screen of wanted) {
  for (const { name, options } of contrastVariants) {
    test(`with more contrast axe finds nothing on ${screen.name} (${name})`, async () => {
      const page = await open({ ...screen.options, ...options });
      await screen.prepare?.(page);
      // In forced colours it reads those that the page asked for, not those that the system gives.
      const about = (/** @type {string} */ one) => !("forcedColors" in options && one.startsWith("color-contrast"));
      assert.deepEqual((await axe(page)).filter(about), []);
    });
  }
}

/**
 * How many points differ between two pictures of one place so much (3 to 1) that a person with weak eyes sees it.
 * @param {Page} page
 * @param {Buffer} before
 * @param {Buffer} after
 */
const plainlyDifferent = async (page, before, after) => {
  const other = await page.context().newPage();
  const count = await other.evaluate(
    async (pictures) => {
      const [one, two] = await Promise.all(
        pictures.map(async (source) => {
          const image = new Image();
          image.src = `data:image/png;base64,${source}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      const part = (/** @type {number} */ value) =>
        value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      const light = (/** @type {Uint8ClampedArray} */ data, /** @type {number} */ at) =>
        0.2126 * part(data[at] ?? 0) + 0.7152 * part(data[at + 1] ?? 0) + 0.0722 * part(data[at + 2] ?? 0);
      let found = 0;
      for (let at = 0; one && two && at < one.length; at += 4) {
        const [a, b] = [light(one, at) + 0.05, light(two, at) + 0.05];
        if (Math.max(a, b) / Math.min(a, b) >= 3) found += 1;
      }
      return found;
    },
    [before.toString("base64"), after.toString("base64")],
  );
  await other.close();
  return count;
};

/**
 * A place looks plainly different once something was done.
 * @param {Page} page
 * @param {Locator} place
 * @param {string} what
 * @param {() => Promise<unknown>} change
 * @param {number} [least] so many points
 */
async function seenToChange(page, place, what, change, least = 30) {
  const box = await place.boundingBox();
  assert.ok(box, `${what}: it is there`);
  // Rings stand a little outside of what they ring.
  const clip = { x: Math.max(0, box.x - 4), y: Math.max(0, box.y - 4), width: box.width + 8, height: box.height + 8 };
  await page.mouse.move(0, 0);
  const before = await page.screenshot({ clip });
  await change();
  await page.mouse.move(0, 0);
  const after = await page.screenshot({ clip });
  const points = await plainlyDifferent(page, before, after);
  assert.ok(points >= least, `${what}: ${points} points differ plainly`);
}

/** Without the ring of the focus, which would be seen to change by itself. @param {Page} page */
const unfocus = (page) => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());

for (const { name, options } of contrastVariants) {
  test(`a row that is selected, open or focused is seen to be (${name})`, async () => {
    const page = await open(options);
    await page.waitForSelector(`${rows}:not(.waiting)`);
    const first = row(page, 1);
    const { width } = /** @type {{ width: number }} */ (await first.boundingBox());
    // A line around the row, beside its tick.
    const selected = async () => {
      await tick(page, [1]);
      await unfocus(page);
    };
    await seenToChange(page, first, "selected", selected, width);
    await selected();
    const focus = async () => {
      await first.focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
    };
    await seenToChange(page, first, "focused", focus, width);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".panel:not([hidden]) .facts");
    await unfocus(page);
    const bar = await first.evaluate((one) => getComputedStyle(one, "::before").inlineSize);
    assert.equal(bar, "6px", "the open row has a bar at its start");
  });

  test(`controls show whether they are on, possible and focused (${name})`, async () => {
    const page = await open(options);
    await page.keyboard.press("Control+,");
    await page.waitForSelector(".settings-page");
    const watch = page.getByRole("switch");
    await seenToChange(page, watch, "a switch that is on", async () => {
      await watch.check();
      await unfocus(page);
    });
    await seenToChange(page, watch, "a switch with the focus", () =>
      watch
        .focus()
        .then(() => page.keyboard.press("Shift+Tab"))
        .then(() => page.keyboard.press("Tab")),
    );
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+n");
    await page.getByRole("button", { name: /^Web link/ }).click();
    await page.getByRole("button", { name: "Next: place" }).click();
    await page.getByLabel("Place", { exact: true }).fill("Attic");
    await page.getByRole("button", { name: "Next: check" }).click();
    await page.evaluate(() => /** @type {any} */ (window).fake.hold("create_token"));
    await page.getByRole("button", { name: /^Make / }).click();
    const next = page.locator(".wizard > footer .button[aria-disabled=true]").first();
    await next.waitFor();
    const { color, border } = await next.evaluate((one) => {
      const { color, borderTopStyle } = getComputedStyle(one);
      return { color, border: borderTopStyle };
    });
    assert.equal(border, "dashed", `what is not yet possible has another edge (${color})`);
  });
}

for (const { name, options } of contrastVariants) {
  test(`one of some is seen to be chosen, and a QR code stays dark on light (${name})`, async () => {
    const page = await open(options);
    await openRow(page, "Server cupboard");
    const adjust = await page.locator(".panel .qr").evaluate((one) => getComputedStyle(one).forcedColorAdjust);
    assert.equal(adjust, "forcedColors" in options ? "none" : "auto");
    await openRow(page, "Payroll 2026");
    const choice = page.locator(".panel .segments label", { hasText: "Administrator" });
    await choice.scrollIntoViewIfNeeded();
    await seenToChange(page, choice, "what is chosen", async () => {
      await choice.getByRole("radio").check();
      await unfocus(page);
    });
  });

  test(`a bar of progress shows how far it is (${name})`, async () => {
    const screen = (await screens()).find((one) => one.name === "many-run");
    const page = await open({ ...screen?.options, ...options });
    await screen?.prepare?.(page);
    const box = await page.locator("progress.progress").boundingBox();
    assert.ok(box);
    const part = (/** @type {number} */ x) => page.screenshot({ clip: { ...box, x, width: 20 } });
    const points = await plainlyDifferent(page, await part(box.x + 8), await part(box.x + box.width - 28));
    assert.ok(points > 60, `${points} points of its two ends differ plainly`);
  });
}
