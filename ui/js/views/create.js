/**
 * The wizard that makes a Canarytoken: kind, details, place, check, done. What was filled in stays through going back, errors
 * and failed requests; leaving asks when something would be lost.
 * @module
 */

import { fill, h } from "../dom.js";
import { button } from "../elements/button.js";
import { helpButton } from "../elements/help-button.js";
import { icon } from "../elements/icon.js";
import { another, forgetSecrets, isTouched, newDraft, shownFields, valuesOf } from "./create/draft.js";
import { park, unpark } from "./create/parked.js";
import { checkStep } from "./create/step-check.js";
import { detailsStep } from "./create/step-details.js";
import { doneStep } from "./create/step-done.js";
import { kindStep } from "./create/step-kind.js";
import { placeStep } from "./create/step-place.js";
import { trail } from "./create/trail.js";
import { guard } from "./leaving.js";
import { refused } from "./refused.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {import("./create/wizard.js").Wizard} Wizard */
/** @typedef {import("./create/trail.js").StepName} StepName */

/** @type {Record<StepName, (wizard: Wizard) => import("./create/wizard.js").Step>} */
const steps = { kind: kindStep, details: detailsStep, place: placeStep, check: checkStep, done: doneStep };

/**
 * @param {App} app
 * @param {{ kind?: string }} params `kind`: begin with its details
 * @returns {HTMLElement}
 */
export function createView(app, params) {
  const t = app.text.create;
  const session = app.state.get().session;
  const element = h("div", { class: "wizard" });
  if (!session?.abilities.create) return refused(app, element, { title: t.newOne, message: t.mayNot, back: t.back });
  const waiting = params.kind ? null : unpark(session.consoleId);
  let current = new AbortController();
  /** @type {(() => void) | null} */
  let stopMaking = null;
  /** @type {StepName} */
  let shown = "kind";
  app.signal.addEventListener("abort", () => {
    current.abort();
    if (wizard.draft) forgetSecrets(wizard.draft);
  });

  const goToList = () => app.go("list", wizard.made ? { open: wizard.made.token.row.id } : {});
  const ask = guard(app, {
    touched: () => wizard.made === null && isTouched(wizard.draft),
    words: { title: t.leaveTitle, text: t.leaveWhat, confirm: t.leaveDo, cancel: t.leaveStay },
    onclose: goToList,
    held: () => {
      stopMaking?.();
      return stopMaking !== null;
    },
  });

  /** @type {Wizard} */
  const wizard = {
    app,
    draft: waiting ?? newDraft(),
    kinds: null,
    kindsError: null,
    flocks: [],
    onFlocks: () => {},
    problems: new Map(),
    signal: current.signal,
    made: null,
    returned: waiting !== null,
    onKinds: () => {},
    loadKinds: () => void loadKinds(),
    choose(card) {
      if (wizard.draft.card?.kind !== card.kind) wizard.problems.clear();
      wizard.draft.card = card;
      go("details");
    },
    go,
    leave: () => void ask(goToList),
    toMany: () => void ask(() => app.go("many")),
    lookInList() {
      park(session.consoleId, wizard.draft);
      app.go("list");
    },
    setMaking: (stop) => {
      stopMaking = stop;
    },
    again() {
      wizard.draft = another(wizard.draft);
      wizard.made = null;
      wizard.returned = false;
      wizard.problems.clear();
      const { card } = wizard.draft;
      const missing = card && shownFields(card, valuesOf(wizard.draft)).some((one) => one.secret && one.required);
      go(missing ? "details" : "place");
    },
  };

  /** @type {Wizard["go"]} */
  function go(name, { field } = {}) {
    if (name !== "check") wizard.returned = false;
    show(name);
    const entered = step.enter?.(field ?? null) ?? false;
    if (!entered) step.heading.focus({ preventScroll: true });
  }

  /** @type {import("./create/wizard.js").Step} */
  let step;
  /** @param {StepName} name */
  function show(name) {
    current.abort();
    current = new AbortController();
    wizard.signal = current.signal;
    wizard.onKinds = () => {};
    wizard.onFlocks = () => {};
    stopMaking = null;
    shown = name;
    step = steps[name](wizard);
    const main = h("main", null, h("div", { class: ["page", name === "kind" && "kinds"] }, step.content));
    fill(element, header(wizard, name), main, step.footer ? h("footer", null, step.footer) : null);
    // In a very low window the whole wizard scrolls: the next step begins at its top.
    element.scrollTop = 0;
  }

  async function loadKinds() {
    wizard.kindsError = null;
    wizard.onKinds();
    try {
      wizard.kinds = await app.call("list_kinds");
    } catch (error) {
      wizard.kindsError = error;
    }
    if (app.signal.aborted) return;
    const asked = shown === "kind" && wizard.draft.card === null ? params.kind : undefined;
    const card = wizard.kinds?.kinds.find((one) => one.kind === asked);
    if (card?.offered) return wizard.choose(card);
    // One that cannot be made here says why, and where it can.
    if (card) wizard.draft.search = card.name;
    wizard.onKinds();
  }

  async function loadFlocks() {
    if (!session?.abilities.list) return;
    // A kind can be made without choosing a flock: without the list of them there is no field for it.
    const flocks = await app.call("list_flocks").catch(() => []);
    wizard.flocks = flocks.length > 1 ? flocks : [];
    wizard.onFlocks();
  }

  app.onCommand("many", wizard.toMany, app.signal);
  void loadKinds();
  void loadFlocks();
  if (waiting?.card) show("check");
  else show("kind");
  return element;
}

/** @param {Wizard} wizard @param {StepName} name */
function header({ app, draft, made, leave }, name) {
  const t = app.text.create;
  const out = made
    ? button({ label: t.all, icon: "ui-arrow-left", kind: "plain", onclick: leave })
    : button({ label: t.cancel, icon: "ui-close", kind: "plain", onclick: leave });
  const tag =
    draft.card && name !== "kind"
      ? h("p", { class: "tag" }, icon(draft.card.icon, { small: true }), draft.card.name)
      : h("p", { class: "tag" }, t.newOne);
  return h("header", null, out, trail(name), h("div", { class: "end" }, tag, helpButton(app)));
}
