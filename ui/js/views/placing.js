/**
 * How to place a Canarytoken: the steps for this computer's system, for the others and for an administrator who is asked to do it.
 * The wizard's last step and the panel both show it.
 * @module
 */

import { fill, h, uniqueId } from "../dom.js";
import { button } from "../elements/button.js";
import { copyText } from "../elements/copy-row.js";
import { segments } from "../elements/segments.js";

/** @typedef {import("../types.js").Advice} Advice */
/** @typedef {Advice["places"][number]["audience"] | "self"} Audience */

/**
 * Who can be chosen: the systems that have steps of their own, this one first, or "self" for steps that are the same on all of them;
 * then the administrator.
 * @param {Advice} advice
 * @param {string} platform
 * @returns {Audience[]}
 */
export function audiencesOf({ places }, platform) {
  const systems = places.map(({ audience }) => audience).filter((audience) => audience !== "administrator");
  const own = systems.filter((audience) => audience === platform);
  const others = systems.filter((audience) => audience !== platform);
  const asked = places.filter(({ audience }) => audience === "administrator").map(({ audience }) => audience);
  return systems.length ? [...own, ...others, ...asked] : ["self", ...asked];
}

/** @param {Advice} advice @param {Audience} audience */
export const stepsFor = ({ place, places }, audience) =>
  places.find((one) => one.audience === audience)?.steps ?? place;

/**
 * The heading, the choice, the steps and the button that copies those for an administrator; to be put into a section.
 * @param {import("../main.js").App} app
 * @param {import("../types.js").TokenDetail} token
 * @param {"h2" | "h3"} level of the heading
 */
export function placing(app, { row, triggers, advice }, level) {
  const t = app.text.placing;
  const heading = h(level, { class: level === "h2" && "h-small" }, t.title);
  if (!advice.place.length) return [heading];
  const audiences = audiencesOf(advice, app.state.get().platform);
  const label = uniqueId("whose");
  const steps = h("ol", { class: "steps" });
  const note = h("p", { class: "quiet" }, t.administratorNote);
  /** @param {Audience} audience */
  const show = (audience) => {
    note.hidden = audience !== "administrator";
    fill(
      steps,
      stepsFor(advice, audience).map((step) => h("li", null, h("span", null, step))),
    );
  };
  const first = audiences[0] ?? "self";
  show(first);
  const choices = audiences.map((value) => ({ value, label: t.audiences[value] }));
  const choice =
    audiences.length > 1 ? segments({ labelledBy: label, choices, value: first, onchange: show }).element : null;
  const send = button({
    label: t.send,
    icon: "ui-person",
    size: "small",
    onclick: async () => {
      const words = t.message(row.kindName, triggers, stepsFor(advice, "administrator"), advice.notes);
      if (await copyText(words)) app.toast(t.sent);
    },
  });
  return [
    heading,
    h("div", { class: "whose" }, h("span", { class: "visually-hidden", id: label }, t.whose), choice),
    note,
    steps,
    h("div", null, send),
  ];
}
