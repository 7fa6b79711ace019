// Goes through the screens from inside the page, so that no driver's own scripts count, and returns for each what blocked the
// page's thread longest: [[screen, milliseconds], …]. A timer that is always set again tells: it comes late by what blocked it.
// The last is no screen of Nestbox but the peer: how the same browser does with plain lines at this hour.
const [done] = arguments;

let last = performance.now();
let longest = 0;
let beating = true;
const beat = () => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
  if (beating) setTimeout(beat, 0);
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Waits for what a search in the page finds. It looks at classes and words only, which costs the page next to nothing.
const found = async (what, look) => {
  const patience = performance.now() + 20_000;
  for (;;) {
    const it = look();
    if (it) return it;
    if (performance.now() > patience) throw new Error(`waited in vain for ${what}`);
    await pause(20);
  }
};
const words = (element) => element.getAttribute("aria-label") ?? element.textContent.trim();
const named = (name, where = "button, [role=menuitem], [role=tab], a, label") =>
  found(name, () => {
    const open = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
    return [...open.querySelectorAll(where)].find((one) => words(one).startsWith(name) && one.getClientRects().length);
  });
const press = async (name) => (await named(name)).click();
const sees = (selector) => found(selector, () => document.querySelector(selector));
const gone = (selector) => found(`no ${selector}`, () => !document.querySelector(selector));
const title = (start) =>
  found(start, () => [...document.querySelectorAll("h1, h2")].find((one) => one.textContent.startsWith(start)));
const write = (field, text) => {
  field.value = text;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
};
const key = (name, more = {}) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }),
  );
const rows = () => sees("[role=grid] .rows [role=row]:not(.waiting)");

const cancel = async () => {
  await press("Cancel");
  await gone("dialog[open]");
};

const screens = [
  ["list, scrolled", async () => {
    const grid = await sees("[role=grid]");
    for (let step = 0; step <= 40; step += 1) {
      grid.scrollTop = (grid.scrollHeight * step) / 40;
      await pause(20);
    }
    grid.scrollTop = 0;
    await rows();
  }],
  ["list, searched", async () => {
    const search = await sees("input[type=search]");
    for (const word of ["s", "se", "ser", ""]) {
      write(search, word);
      await pause(150);
    }
    await rows();
  }],
  ["filters", async () => {
    await press("Add filter");
    await sees("[popover]:popover-open");
    await pause(100);
    for (const one of document.querySelectorAll("[popover]:popover-open")) one.hidePopover();
  }],
  ["panel", async () => {
    (await rows()).click();
    await named("Edit the reminder");
  }],
  ["panel, reminder", async () => {
    await press("Edit the reminder");
    await named("Save reminder");
    await press("Cancel");
  }],
  ["panel, left", () => press("Close the panel")],
  ["everything selected", async () => {
    (await found("Select all", () => document.querySelector("[role=columnheader] input[type=checkbox]"))).click();
    await named("Delete…");
  }],
  ["deleting", async () => {
    await press("Delete…");
    await sees("dialog[open]");
  }],
  ["deleting, left", cancel],
  ["exporting", async () => {
    await press("Export…");
    await sees("dialog[open]");
  }],
  ["exporting, left", cancel],
  ["nothing selected", () => press("Clear the selection")],
  ["wizard, kinds", async () => {
    await press("New Canarytoken");
    await sees(".kind-card");
  }],
  ["wizard, searched", async () => {
    write(await sees("search input"), "pict");
    await pause(100);
    write(await sees("search input"), "");
  }],
  ["wizard, details", () => press("QR code")],
  ["wizard, place", () => press("Next: place")],
  ["wizard, back", async () => {
    await press("Back");
    await press("Back");
  }],
  ["wizard, left", async () => {
    await press("Cancel");
    await rows();
  }],
  ["many at once, begin", async () => {
    key("N", { ctrlKey: true, shiftKey: true });
    await press("From a list of names");
    const names = Array.from({ length: 1_000 }, (_, number) => `PC-${number}`).join("\n");
    write(await sees("textarea"), names);
    write(await found("the kinds", () => document.querySelector("option[value=http]")?.closest("select")), "http");
    write((await named("Reminder", "label")).control, "Bookmark of {name}");
  }],
  ["many at once, rows", async () => {
    await press("Check");
    await found("rows", () => document.querySelector("[role=grid] [role=row]"));
  }],
  ["many at once, scrolled", async () => {
    const grid = await sees("[role=grid]");
    for (let step = 0; step <= 20; step += 1) {
      grid.scrollTop = (grid.scrollHeight * step) / 20;
      await pause(20);
    }
  }],
  ["many at once, left", async () => {
    await press("All Canarytokens");
    await rows();
  }],
  ["settings", async () => {
    await press("Settings");
    await title("Appearance");
  }],
  ["settings, left", async () => {
    await press("All Canarytokens");
    await rows();
  }],
  ...[["keys", "?"], ["help", "F1"]].flatMap(([name, struck]) => [
    [name, async () => {
      key(struck);
      await sees("dialog[open]");
    }],
    [`${name}, left`, async () => {
      await press("Close");
      await gone("dialog[open]");
    }],
  ]),
  ["1,000 plain lines", async () => {
    const plain = document.createElement("div");
    const lines = Array.from({ length: 1_000 }, (_, number) => {
      const line = document.createElement("p");
      line.textContent = `Line ${number}`;
      return line;
    });
    // Beyond the reach of the page's own rules.
    plain.attachShadow({ mode: "open" }).append(...lines);
    document.body.append(plain);
    await pause(200);
    plain.remove();
  }],
];

const go = async () => {
  setTimeout(beat, 0);
  const taken = [];
  for (const [screen, visit] of screens) {
    await pause(300);
    longest = 0;
    await visit();
    await pause(100);
    taken.push([screen, longest]);
  }
  beating = false;
  return taken;
};
go().then(done, (reason) => done(String(reason)));
