/**
 * "Test it": how to set this kind off safely, and looking for the alert until it has come. In the panel and on the step Done.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { button } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { formatClock } from "../../format.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */
/** @typedef {import("../../types.js").TestResult} TestResult */

/**
 * @param {App} app
 * @param {TokenDetail} first
 * @param {{ title: "h2" | "h3", steps: boolean, signal?: AbortSignal }} how `steps`: tells how to set it off, too; `signal` ends it
 */
export function makeTest(app, first, { title, steps, signal = app.signal }) {
  const t = app.text.testing;
  const session = app.state.get().session;
  const may = session?.abilities.list ?? false;
  let token = first;
  /** The operation that looks. @type {string | null} */
  let looking = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  const box = h("div", { class: "test-box" });
  const element = h(
    "section",
    { class: "section test-it", hidden: !first.canAlert || (!may && !(steps && first.advice.test.length)) },
    h(title, { class: title === "h2" && "h-small" }, t.title),
    steps ? stepList(first.advice.test) : null,
    may ? box : null,
  );

  /** @param {string} label */
  function idle(label) {
    const off = !token.row.enabled;
    return h(
      "div",
      { class: "test-line" },
      button({
        label,
        icon: "ui-bell",
        size: "small",
        props: { "aria-disabled": off ? "true" : null },
        onclick: start,
      }),
      h("p", { class: "quiet grow" }, off ? t.hintOff : t.hint),
    );
  }

  async function start() {
    if (looking !== null || !token.row.enabled) return;
    const operation = app.operation();
    looking = operation;
    const stopButton = button({ label: t.stop, size: "small", onclick: () => stop({ told: true }) });
    const view = watchingBox(app, token, stopButton);
    fill(box, view.element);
    stopButton.focus();
    app.announce(t.watching);
    const onProgress = app.channel((/** @type {import("../../types.js").TestProgress} */ now) => view.show(now));
    ticking = setInterval(view.tick, 1000);
    try {
      const result = await app.call("test_token", { operation, id: token.row.id, onProgress });
      if (looking === operation) end(() => resultBox(result));
    } catch (error) {
      if (looking !== operation) return;
      if (isQuiet(error)) end(() => idle(t.start));
      else end(() => [errorBanner(error), idle(t.again)]);
    }
  }

  /** @param {() => import("../../dom.js").Child} show */
  function end(show) {
    const focused = box.contains(document.activeElement);
    looking = null;
    clearInterval(ticking);
    fill(box, show());
    if (focused) box.querySelector("button")?.focus();
  }

  /** @param {{ told: boolean }} how `told`: the person asked for it, and sees that it stopped */
  function stop({ told }) {
    if (looking === null) return;
    void app.call("cancel_operation", { operation: looking }).catch(() => {});
    end(() => idle(t.start));
    if (told) app.announce(t.stopped);
  }

  /** @param {TestResult} result */
  function resultBox(result) {
    if (result.type === "came") {
      app.announce(t.came);
      const body = t.cameAt(formatClock(result.at));
      return [banner({ tone: "good", title: t.came, body }), idle(t.again)];
    }
    app.announce(t.notYet);
    const checks = [...t.check, ...token.advice.notes];
    const body = result.offline
      ? t.notYetOffline
      : h(
          "ul",
          null,
          checks.map((one) => h("li", null, one)),
        );
    return [banner({ tone: "attention", title: t.notYet, body }), idle(t.again)];
  }

  fill(box, idle(t.start));
  for (const one of new Set([app.signal, signal])) {
    one.addEventListener("abort", () => stop({ told: false }), { once: true });
  }
  return {
    element,
    /** It was changed, or asked for anew. @param {TokenDetail} next */
    update(next) {
      const switched = next.row.enabled !== token.row.enabled;
      token = next;
      if (switched && looking === null) fill(box, idle(t.start));
    },
    /** Nobody sees it any more. */
    stop: () => stop({ told: false }),
  };
}

/** @param {string[]} lines */
function stepList(lines) {
  if (lines.length === 0) return null;
  return h(
    "ol",
    { class: "steps" },
    lines.map((line) => h("li", null, h("span", null, line))),
  );
}

/**
 * What stands there while it is looked for.
 * @param {App} app
 * @param {TokenDetail} token
 * @param {HTMLElement} stop
 */
function watchingBox(app, { row }, stop) {
  const t = app.text.testing;
  const hint = h("p", null, t.watchingHint);
  const time = h("p", { class: "quiet number" });
  /** When it ends, by this computer's clock. @type {number | null} */
  let ends = null;
  const tick = () => {
    time.textContent = ends === null ? "" : t.remaining(ends - Date.now());
  };
  const open = () =>
    void app
      .call("open_link", { link: { type: "practice", id: row.id } })
      .catch((/** @type {unknown} */ error) => app.showError(error));
  const practice = app.state.get().session?.practice
    ? [
        h("p", null, t.practiceHint),
        button({ label: t.practice, icon: "ui-open-outside", size: "small", onclick: open }),
      ]
    : null;
  return {
    element: h(
      "div",
      { class: "banner watching" },
      h("span", { class: "turning" }, icon("ui-refresh")),
      h(
        "div",
        { class: "text" },
        h("p", { class: "title" }, t.watching),
        hint,
        practice,
        h("div", { class: "test-line" }, stop, time),
      ),
    ),
    tick,
    /** @param {import("../../types.js").TestProgress} now */
    show({ remaining, offline }) {
      ends = Date.now() + remaining;
      hint.textContent = offline ? t.offline : t.watchingHint;
      tick();
    },
  };
}
