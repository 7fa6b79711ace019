/**
 * The head of a run: what is being made, the bar, how far it is and what can be done now.
 * @module
 */

import { fill, h } from "../../dom.js";
import { button, setNotYet } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("./run.js").RunState} RunState */

/** Told to screen readers: each such part of the whole. */
const toldParts = 4;
/** Milliseconds of a run before anything is said about its end. */
const guessAfter = 1500;

/**
 * @param {App} app
 * @param {{ onpause: (paused: boolean) => void, oncancel: () => void, ongo: () => void }} options
 */
export function makeRunHead(app, { onpause, oncancel, ongo }) {
  const t = app.text.many;
  const heading = h("h1", { id: "many-title", tabIndex: -1 });
  const bar = h("progress", { class: "progress", "aria-labelledby": "many-title" });
  const count = h("b", { class: "number" });
  const attention = h("span", { class: "state attention", hidden: true }, icon("ui-attention"), h("span"));
  const about = h("p", { class: "muted push" });
  const pause = button({ label: t.pause, onclick: () => onpause(pause.dataset.paused !== "yes") });
  const cancel = button({ label: t.cancelRest, onclick: oncancel });
  const more = button({ label: t.goOn, kind: "primary", onclick: ongo });
  let began = 0;
  let doneAtStart = 0;
  let told = 0;

  const label = (/** @type {HTMLElement} */ element, /** @type {string} */ words) => {
    const name = element.querySelector(".label");
    if (name && name.textContent !== words) name.textContent = words;
  };

  /** @param {RunState} state */
  function numbers({ summary: { counts }, progress, running }) {
    if (running && progress) return { done: progress.done, total: progress.total, attention: progress.attention };
    const total = counts.done + counts.attention + counts.waiting;
    return { done: counts.done + counts.attention, total, attention: counts.attention };
  }

  /** Seconds to the end, as it goes now; null: nobody knows yet. @param {number} done @param {number} total */
  function left(done, total) {
    const passed = performance.now() - began;
    const made = done - doneAtStart;
    return passed < guessAfter || made < 3 ? null : ((passed / made) * (total - done)) / 1000;
  }

  /** @param {RunState} state @param {{ done: number, total: number, attention: number }} now */
  function sentence({ summary, progress, running, cancelling, cancelled }, now) {
    if (cancelling && running) return t.cancelling;
    if (running) {
      const stage = summary.paused ? t.stages.paused : t.stages[progress?.stage ?? "making"];
      const seconds = stage ? null : left(now.done, now.total);
      return [stage, seconds === null ? "" : t.left(seconds), t.ifYouCancel(now.done - now.attention)]
        .filter(Boolean)
        .join(" ");
    }
    const { counts } = summary;
    if (cancelled) return t.cancelled;
    if (counts.attention) return t.doneAttention;
    if (counts.problems) return t.mendLeft(counts.problems);
    return counts.waiting ? "" : t.allDone;
  }

  /** @param {RunState} state */
  function show(state) {
    const now = numbers(state);
    const { counts, paused } = state.summary;
    const made = now.done - now.attention;
    heading.textContent = state.running ? t.making(now.total) : t.made(made, now.total);
    bar.max = Math.max(1, now.total);
    bar.value = now.done;
    count.textContent = t.soFar(now.done, now.total);
    attention.hidden = now.attention === 0;
    const words = attention.lastElementChild;
    if (words) words.textContent = t.attention(now.attention);
    about.textContent = sentence(state, now);
    pause.hidden = !state.running || state.cancelling;
    pause.dataset.paused = paused ? "yes" : "no";
    label(pause, paused ? t.goOn : t.pause);
    cancel.hidden = !state.running;
    label(cancel, state.cancelling ? t.cancelling : t.cancelRest);
    setNotYet(cancel, state.cancelling ? t.cancelling : null);
    more.hidden = state.running || counts.waiting + counts.attention === 0;
    label(more, counts.waiting ? t.goOnWith(counts.waiting + counts.attention) : t.retry(counts.attention));
    tell(state, now);
  }

  /** @param {RunState} state @param {{ done: number, total: number, attention: number }} now */
  function tell({ running }, now) {
    const part = Math.floor((now.done / Math.max(1, now.total)) * toldParts);
    if (!running || part <= told || part >= toldParts) return;
    told = part;
    app.announce(summed(now));
  }

  /** @param {{ done: number, total: number, attention: number }} now */
  const summed = (now) =>
    now.attention ? `${t.soFar(now.done, now.total)}, ${t.attention(now.attention)}` : t.soFar(now.done, now.total);

  const content = h("div", { class: "many-progress" });
  fill(
    content,
    h("div", { class: "line" }, heading, h("div", { class: "push buttons" }, pause, cancel, more)),
    bar,
    h("div", { class: "line" }, h("p", { class: "many-line" }, count, attention), about),
  );
  return {
    heading,
    content,
    show,
    /** @param {RunState} state */
    start(state) {
      began = performance.now();
      doneAtStart = numbers(state).done;
      told = 0;
      show(state);
    },
    /** @param {RunState} state */
    end(state) {
      const focused = document.activeElement === cancel || document.activeElement === pause;
      show(state);
      const now = numbers(state);
      app.announce(`${t.made(now.done - now.attention, now.total)}. ${sentence(state, now)}`);
      if (focused) (more.hidden ? heading : more).focus();
    },
  };
}
