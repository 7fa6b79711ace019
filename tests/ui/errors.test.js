import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { de } from "../../ui/js/text/de/index.js";
import { errors } from "../../ui/js/text/en/errors.js";
import { en } from "../../ui/js/text/en/index.js";
import { setUp } from "./harness.js";

const { open } = setUp();

/** Every code of Rust, from the types that Rust wrote. */
async function codes() {
  const folder = new URL("../../ui/types/", import.meta.url);
  for (const name of await readdir(folder)) {
    const source = (await readFile(new URL(name, folder), "utf8")).replace(/\/\*[\s\S]*?\*\//g, "");
    const found = /type ErrorCode\s*=([^;]+);/.exec(source);
    if (found?.[1]) return [...found[1].matchAll(/"(\w+)"/g)].map((one) => one[1] ?? "");
  }
  return assert.fail("no ErrorCode among the types");
}

test("every error code has a title and a next step, and there are none without a code", async () => {
  const known = await codes();
  assert.ok(known.length > 40, `${known.length} codes`);
  assert.deepEqual(Object.keys(errors.codes).sort(), [...known].sort());
  for (const [code, { title, next }] of Object.entries(errors.codes)) {
    assert.ok(title.length > 5 && !/[.!:]$/.test(title), `${code}: a title without a full stop`);
    assert.match(next, /^[A-Z].*\.$/, `${code}: a sentence`);
    assert.doesNotMatch(
      `${title} ${next}`,
      /!|\b(error|token|memo|HTTP|JSON|TLS|API token)\b/i,
      `${code}: plain words`,
    );
  }
});

test("an error of unfinished work names the buttons that lead out of it, as they are called", () => {
  for (const { errors: said, many } of [en, de]) {
    const { unfinishedWork, journalUnreadable } = said.codes;
    for (const button of [many.goOn, many.forget]) assert.match(unfinishedWork.next, new RegExp(`[“„]${button}[”“]`));
    assert.match(journalUnreadable.next, new RegExp(`[“„]${many.forget}[”“]`));
  }
});

test("every error code is told with its severity; cancelling is not shown", async () => {
  const page = await open();
  const told = await page.evaluate(
    async (all) => {
      const path = "/js/errors.js";
      const { describe, errorBanner, isQuiet } = await import(path);
      return all.map((code) => {
        const error = {
          code,
          message: "What happened.",
          field: null,
          retryable: false,
          reference: "r",
          detail: "Its own words",
        };
        return { code, severity: describe(code).severity, quiet: isQuiet(error), text: errorBanner(error).textContent };
      });
    },
    await codes(),
  );
  for (const { code, severity, quiet, text } of told) {
    assert.ok(["danger", "attention", "offline", "quiet"].includes(severity), code);
    assert.equal(quiet, code === "cancelled", code);
    assert.match(text, /What happened\. /, code);
    assert.match(text, /Its own words/, code);
    assert.equal(text.startsWith(code), false, `${code}: never a code first`);
  }
});

test("whatever is thrown becomes an error that can be told, without what it held", async () => {
  const page = await open();
  const told = await page.evaluate(async () => {
    const path = "/js/ipc.js";
    const { asUiError } = await import(path);
    return [new Error("secret-marker"), "secret-marker", undefined, null, { code: 7 }].map((one) =>
      JSON.stringify(asUiError(one)),
    );
  });
  for (const one of told) {
    assert.match(one, /"code":"internal"/);
    assert.doesNotMatch(one, /secret-marker/);
  }
});
