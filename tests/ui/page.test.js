import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { called, dialogGone, fetched, setUp, until } from "./harness.js";

const { open } = setUp();
const ui = new URL("../../ui/", import.meta.url);

/** @param {URL} folder @param {string} ending @returns {Promise<URL[]>} */
async function files(folder, ending) {
  const found = [];
  for (const one of await readdir(folder, { withFileTypes: true })) {
    if (one.isDirectory()) found.push(...(await files(new URL(`${one.name}/`, folder), ending)));
    else if (one.name.endsWith(ending)) found.push(new URL(one.name, folder));
  }
  return found;
}

test("no code of the page makes elements from markup, and only ipc.js touches Tauri", async () => {
  for (const file of await files(new URL("js/", ui), ".js")) {
    const source = await readFile(file, "utf8");
    const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    assert.doesNotMatch(
      code,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\(|new Function/,
      file.pathname,
    );
    if (!file.pathname.endsWith("/ipc.js")) assert.doesNotMatch(code, /__TAURI/, file.pathname);
  }
});

test("no rule nests what asks how many children there are: WebKit would then style the whole page anew with each new element", async () => {
  for (const file of await files(new URL("css/", ui), ".css"))
    assert.doesNotMatch(await readFile(file, "utf8"), /&:(not\(:)?(empty|(first|last|only|nth)-)/, file.pathname);
});

test("`h` makes text of text, and refuses what could run", async () => {
  const page = await open();
  const made = await page.evaluate(async () => {
    const path = "/js/dom.js";
    const { h } = await import(path);
    const tried = (/** @type {() => unknown} */ make) => {
      try {
        make();
        return "made";
      } catch {
        return "refused";
      }
    };
    return {
      text: h("p", null, "<b>x</b>", ["&amp;", null, false, 0]).outerHTML,
      refused: [
        tried(() => h("script", null, "1")),
        tried(() => h("iframe", { srcdoc: "x" })),
        tried(() => h("a", { href: " javascript:alert(1)" }, "x")),
        tried(() => h("button", { onclick: "alert(1)" })),
      ],
    };
  });
  assert.equal(made.text, "<p>&lt;b&gt;x&lt;/b&gt;&amp;amp;0</p>");
  assert.deepEqual(made.refused, ["refused", "refused", "refused", "refused"]);
});

for (const lang of ["en", "de"]) {
  test(`what the first list needs is asked for at once, and no words but its own: ${lang}`, async () => {
    const page = await open({ lang });
    const { named, fetched } = await page.evaluate(() => {
      const ready = performance.getEntriesByName("ready")[0]?.startTime ?? 0;
      const files = performance.getEntriesByType("resource").filter((one) => one.startTime < ready);
      const links = /** @type {HTMLLinkElement[]} */ ([...document.querySelectorAll("link[rel=modulepreload]")]);
      return { named: links.map((link) => link.href), fetched: files.map((one) => one.name) };
    });
    const own = fetched.filter((file) => /^\/js\/.*\.js$/.test(new URL(file).pathname));
    assert.ok(own.length > 50, String(own));
    assert.deepEqual([...new Set(own)].sort(), named.sort());
    assert.equal(own.filter((file) => file.includes("/text/") && !file.includes(`/text/${lang}/`)).length, 0);
  });
}

test("theme and text size come from the preferences", async () => {
  const page = await open({ theme: "dark", textSize: 150 });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "24px");
});

test("keys and the native menu do the same", async () => {
  const page = await open();
  await page.keyboard.press("Control+f");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "search");
  await page.keyboard.type("?");
  assert.equal(await page.locator("dialog").count(), 0, "a question mark in a field is a question mark");
  await page.keyboard.press("Escape");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  const before = (await called(page, "refresh_tokens")).length;
  await page.keyboard.press("Control+r");
  await until(async () => (await called(page, "refresh_tokens")).length === before + 1, "refreshed");
  await page.evaluate(() => /** @type {any} */ (window).fake.emit({ type: "menu", command: "refresh" }));
  await until(async () => (await called(page, "refresh_tokens")).length === before + 2, "refreshed by the menu");
  await page.evaluate(() => /** @type {any} */ (window).fake.emit({ type: "menu", command: "keys" }));
  await page.getByRole("heading", { name: "Keys" }).waitFor();
  await page.keyboard.press("Control+n");
  assert.equal(await page.locator("dialog[open]").count(), 1, "behind a dialog nothing happens");
  await page.keyboard.press("Escape");
  await dialogGone(page);
});

test("what is written on the page comes from the text files", async () => {
  const page = await open();
  const words = await page.locator("body").innerText();
  assert.doesNotMatch(words, /undefined|\[object|NaN|null/);
});

test("a start that fails says so and can be tried again", async () => {
  const error = {
    code: "internal",
    message: "Rust did not answer.",
    field: null,
    retryable: true,
    reference: "r",
    detail: null,
  };
  const page = await open({ failing: { subscribe: error } });
  await page.getByText("Rust did not answer.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 1);
});

test("a session that cannot be resumed says why and leads to the first screen", async () => {
  const error = {
    code: "keychainSlow",
    message: "The keychain did not answer within 3 seconds.",
    field: null,
    retryable: true,
    reference: "r",
    detail: null,
  };
  const page = await open({ failing: { resume_session: error } });
  await page.getByText("The keychain did not answer", { exact: false }).first().waitFor();
  assert.equal(await page.locator("[role=grid]").count(), 0);
});

test("a start that takes its time shows the logo until the list is there", async () => {
  const page = await open({ latency: 400 });
  assert.equal(await fetched(page, "icons/logo.svg"), true);
  assert.equal(await page.locator(".starting").count(), 0);
});

test("a message covers no button at the foot of the wizard, and none at all in a small window", async () => {
  const error = {
    code: "fileTooLarge",
    message: "“The school’s whole archive of photographs, autumn 2026.png” is larger than 1 MB.",
    field: null,
    retryable: false,
    reference: "r",
    detail: null,
  };
  for (const [width, height, textSize, part] of /** @type {[number, number, number, string][]} */ ([
    [1280, 800, 100, ".wizard > footer "],
    [800, 500, 100, ".wizard > footer "],
    [800, 500, 200, ""],
  ])) {
    const page = await open({ width, height, textSize });
    await page.keyboard.press("Control+n");
    await page.getByRole("button", { name: /^Web link/ }).click();
    await page.waitForSelector("#step");
    await page.evaluate((one) => /** @type {any} */ (window).fake.emit({ type: "dropRefused", error: one }), error);
    await page.waitForSelector(".toast");
    const covered = await page.evaluate((where) => {
      const buttons = [...document.querySelectorAll(`.stage ${where}button`)].filter((one) => one.checkVisibility());
      const lost = buttons.filter((one) => {
        one.scrollIntoView({ block: "nearest" });
        const { left, top, width: wide, height: high } = one.getBoundingClientRect();
        return !one.contains(document.elementFromPoint(left + wide / 2, top + high / 2));
      });
      return { of: buttons.length, lost: lost.map((one) => one.textContent) };
    }, part);
    assert.ok(covered.of >= 2, "there are buttons");
    assert.deepEqual(covered.lost, [], `${width} × ${height}, text at ${textSize} %`);
  }
});

test("a fault of the page is told to Rust and to the person", async () => {
  const page = await open({ faults: true });
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("a fault");
    });
  });
  await page.getByText("Something on this page stopped working.").waitFor();
  assert.match((await called(page, "report_page_error"))[0].message, /a fault/);
});

/**
 * Runs something in the page before anything of the page itself.
 * @param {() => void} run
 * @returns {(page: import("playwright-core").Page) => Promise<unknown>}
 */
const first = (run) => (page) =>
  page.route("**/js/start.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${run})();\n${await response.text()}` });
  });

/** A page whose frames and pauses to be painted in wait in `window` until a test lets them pass. */
const holdPainting = first(() => {
  const { setTimeout } = window;
  const waiting = { frames: /** @type {unknown[]} */ ([]), pauses: /** @type {unknown[]} */ ([]) };
  Object.assign(window, waiting, {
    requestAnimationFrame: (/** @type {() => void} */ run) => waiting.frames.push(run),
    setTimeout: (/** @type {() => void} */ run, pause = 0) =>
      pause === 500 ? waiting.pauses.push(run) : setTimeout(run, pause),
  });
});

/**
 * A page that notes in `window` what is asked, before its first list stands, that only a page which is laid out can tell. Its list
 * waits for the rows however long they take: one that has waited 200 ms in vain is in the window without them.
 */
const noteAsking = first(() => {
  const { setTimeout } = window;
  const asked = /** @type {string[]} */ ([]);
  Object.assign(window, {
    asked,
    setTimeout: (/** @type {() => void} */ run, pause = 0) => (pause === 200 ? 0 : setTimeout(run, pause)),
  });
  for (const [{ prototype }, name] of /** @type {const} */ ([
    [Element, "clientHeight"],
    [Element, "clientWidth"],
    [Element, "scrollTop"],
    [HTMLElement, "offsetHeight"],
    [HTMLElement, "offsetWidth"],
  ])) {
    const own = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(prototype, name));
    Object.defineProperty(prototype, name, {
      ...own,
      get() {
        if (this.isConnected && !document.documentElement.dataset.ready) asked.push(name);
        return own.get?.call(this);
      },
    });
  }
});

for (const [waited, what] of /** @type {const} */ ([
  ["frames", "the first list is painted before anything else is fetched"],
  ["pauses", "a window that nobody sees, and that is never painted, goes on in a moment"],
]))
  test(what, async () => {
    const page = await open({ before: holdPainting });
    await page.getByRole("row").nth(3).waitFor();
    assert.deepEqual(await called(page, "take_named_files"), []);
    assert.equal(await fetched(page, "js/views/create.js"), false);
    await page.evaluate((name) => {
      for (const run of /** @type {any} */ (window)[name]) run();
    }, waited);
    await until(async () => (await called(page, "take_named_files")).length === 1, "Rust is told");
    await until(() => fetched(page, "js/views/create.js"), "the other views come");
  });

test("the first rows are put in without laying out the list for them", async () => {
  const page = await open({ before: noteAsking });
  await page.getByRole("row").nth(3).waitFor();
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).asked), []);
});
