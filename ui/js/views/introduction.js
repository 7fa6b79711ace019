/**
 * What a Canarytoken is, how Nestbox works with a Console, and where to begin: three steps that can be skipped. They are shown when
 * the program is started for the first time, and from the help.
 * @module
 */

import { fill, h } from "../dom.js";
import { button } from "../elements/button.js";
import { openDialog } from "../elements/dialog.js";
import { decoyDrawing, nestDrawing, waysDrawing } from "../elements/drawings.js";
import { preferenceSetter } from "../preferences.js";
import { startPractice } from "./settings/switch.js";

/** @typedef {import("../main.js").App} App */

const drawings = [decoyDrawing, waysDrawing, nestDrawing];

/** Was the program never used before? @param {App} app */
export function isFirstStart(app) {
  const { consoles, preferences } = app.state.get();
  return !preferences.introduced && consoles.length === 0;
}

/** Shows the steps, once more if need be. @param {App} app */
export async function introduce(app) {
  const t = app.text.introduction;
  const connected = app.state.get().session !== null;
  const last = t.steps.length - 1;
  let now = 0;
  const figure = h("div", { class: "picture" });
  const place = h("span", { class: "quiet" });
  const skip = button({ label: t.skip, kind: "plain", onclick: () => dialog.close() });
  const back = button({ label: t.back, onclick: () => turn(now - 1) });
  const next = button({ label: t.next, kind: "primary", props: { autofocus: true }, onclick: () => turn(now + 1) });
  const practise = button({ label: t.practise, onclick: () => dialog.close("practise") });
  const done = button({
    label: connected ? app.text.general.close : t.connect,
    kind: "primary",
    onclick: () => dialog.close(),
  });
  const dialog = openDialog({
    title: t.steps[0]?.title ?? "",
    text: t.steps[0]?.text,
    class: "introduction",
    body: figure,
    start: h("div", { class: "buttons" }, skip, place),
    actions: [back, practise, next, done],
  });
  const [heading, words] = dialog.inside.querySelectorAll("h2, p");

  /** @param {number} step */
  function turn(step) {
    show(step);
    // The steps are told, and Enter leads on.
    (now === last ? done : next).focus();
    app.announce([place, heading, words].map((one) => one?.textContent).join(". "));
  }
  /** @param {number} step */
  function show(step) {
    now = step;
    const { title, text } = t.steps[now] ?? { title: "", text: "" };
    fill(figure, drawings[now]?.());
    if (heading) heading.textContent = title;
    if (words) words.textContent = text;
    place.textContent = t.place(now + 1, t.steps.length);
    back.hidden = now === 0;
    skip.hidden = next.hidden = now === last;
    done.hidden = now !== last;
    practise.hidden = now !== last || connected;
  }
  show(0);
  const how = await dialog.closed;
  if (!app.state.get().preferences.introduced) await preferenceSetter(app, () => {})({ introduced: true });
  if (how === "practise") await startPractice(app, (error) => app.showError(error));
}
