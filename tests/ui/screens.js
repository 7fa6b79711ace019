/**
 * Every screen that is looked at and checked by axe: whatever the files in `screens/` list as
 * `export const screens = [{ name, options, prepare }]`.
 * @module
 */

import { readdir } from "node:fs/promises";

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {Record<string, any>} [options] of the fake and the window
 * @property {(page: import("playwright-core").Page) => Promise<unknown>} [prepare] leads to it
 * @property {boolean} [small] also at 800 × 500, with text at 100 % and at 200 %
 */

/** @returns {Promise<Screen[]>} */
export async function screens() {
  const files = (await readdir(new URL("screens/", import.meta.url))).filter((name) => name.endsWith(".js")).sort();
  const modules = await Promise.all(files.map((name) => import(`./screens/${name}`)));
  return modules.flatMap((one) => one.screens);
}

/**
 * The forms in which a screen is looked at.
 * @param {Screen} screen
 * @returns {{ name: string, options: Record<string, any> }[]}
 */
export function variants({ small = false }) {
  const list = [
    { name: "light", options: { theme: "light" } },
    { name: "dark", options: { theme: "dark" } },
  ];
  if (small) {
    list.push(
      { name: "light-800x500", options: /** @type {any} */ ({ theme: "light", width: 800, height: 500 }) },
      {
        name: "dark-800x500-text-200",
        options: /** @type {any} */ ({ theme: "dark", width: 800, height: 500, textSize: 200 }),
      },
    );
  }
  return list;
}

/** Every form that a picture is looked at in before a release: both themes, text at 100 % and 200 %, a small window and a usual one. */
export const everyVariant = [
  { width: 800, height: 500 },
  { width: 1440, height: 900 },
].flatMap((size) =>
  [100, 200].flatMap((textSize) =>
    ["light", "dark"].map((theme) => ({
      name: `${theme}-${size.width}x${size.height}-text-${textSize}`,
      options: { ...size, textSize, theme },
    })),
  ),
);

/** With more contrast, and in colours that the system forces, in both themes. */
export const contrastVariants = ["light", "dark"].flatMap((theme) => [
  { name: `${theme}-more-contrast`, options: { theme, contrast: "more" } },
  { name: `${theme}-forced-colours`, options: { theme, forcedColors: "active", colorScheme: theme } },
]);
