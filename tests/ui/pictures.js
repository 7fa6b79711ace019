/**
 * Pictures of every screen, to look at: `npm run pictures [-- part of a name]` writes target/pictures/page-*.png;
 * with `--every` in both themes, text at 100 % and 200 %, at 800 × 500 and at 1440 × 900; with `--contrast` with more contrast and in
 * colours that the system forces.
 * @module
 */

import { launch, openPage, picture } from "./harness.js";
import { contrastVariants, everyVariant, screens, variants } from "./screens.js";
import { serve } from "./server.js";

/** @param {import("./screens.js").Screen} screen */
const wantedVariants = (screen) => {
  if (process.argv.includes("--contrast")) return contrastVariants;
  return process.argv.includes("--every") ? everyVariant : variants(screen);
};
const wanted = process.argv.slice(2).find((one) => !one.startsWith("--")) ?? "";
const [browser, server] = await Promise.all([launch(), serve()]);
for (const screen of await screens()) {
  for (const variant of wantedVariants(screen)) {
    const name = `${screen.name}-${variant.name}`;
    if (!name.includes(wanted)) continue;
    const { page, faults, done } = await openPage(browser, server.address, { ...screen.options, ...variant.options });
    try {
      await screen.prepare?.(page);
      await picture(page, name);
    } catch (error) {
      await picture(page, `${name}-failed`);
      faults.push(String(error));
    }
    process.stdout.write(`${name}${faults.length ? `: ${faults.join("; ")}` : ""}\n`);
    await done();
  }
}
await browser.close();
await server.close();
