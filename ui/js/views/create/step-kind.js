/**
 * Step 1: what should it be?
 * @module
 */

import { fill, h, uniqueId } from "../../dom.js";
import { button } from "../../elements/button.js";
import { emptyNestDrawing } from "../../elements/drawings.js";
import { input } from "../../elements/field.js";
import { icon } from "../../elements/icon.js";
import { errorBanner } from "../../errors.js";
import { findKinds } from "./find-kinds.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").KindCard} KindCard */

/** @param {Wizard} wizard @returns {import("./wizard.js").Step} */
export function kindStep(wizard) {
  const t = wizard.app.text.create;
  const heading = h("h1", { tabIndex: -1 }, t.kindTitle);
  const search = input({
    type: "search",
    placeholder: t.searchPlaceholder,
    value: wizard.draft.search,
    "aria-label": t.search,
  });
  const results = h("div");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let telling;
  const draw = () => {
    fill(results, wizard.kinds ? groups(wizard, draw) : waiting(wizard));
    clearTimeout(telling);
    if (!wizard.draft.search.trim() || !wizard.kinds) return;
    telling = setTimeout(() => {
      const found = results.querySelectorAll(".kind-card").length;
      wizard.app.announce(found ? t.kindsFound(found) : t.kindsNone(wizard.draft.search.trim()));
    }, 600);
  };
  search.addEventListener("input", () => {
    wizard.draft.search = search.value;
    draw();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    const cards = /** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("button.kind-card"));
    if (event.key === "Enter" && cards.length === 1) cards[0]?.click();
    else cards[0]?.focus();
  });
  wizard.signal.addEventListener("abort", () => clearTimeout(telling), { once: true });
  wizard.onKinds = draw;
  wizard.app.onCommand("find", () => search.select(), wizard.signal);
  draw();
  return {
    heading,
    content: [
      h(
        "div",
        { class: "page-head with-tool" },
        h("div", null, heading, h("p", null, t.kindLead, " ", manyLink(wizard))),
        h("search", null, h("span", { class: "input-with" }, icon("ui-search"), search)),
      ),
      results,
    ],
  };
}

/** @param {Wizard} wizard */
const manyLink = ({ app, toMany }) =>
  h("button", { type: "button", class: "link-button", onclick: toMany }, app.text.many.open);

/** Before the kinds are known. @param {Wizard} wizard */
function waiting(wizard) {
  if (wizard.kindsError !== null) return errorBanner(wizard.kindsError, { retry: () => wizard.loadKinds() });
  return h(
    "p",
    { class: "kinds-waiting", role: "status" },
    h("span", { class: "spinner", "aria-hidden": "true" }),
    wizard.app.text.create.kindsLoading,
  );
}

/** @param {Wizard} wizard @param {() => void} redraw */
function groups(wizard, redraw) {
  const t = wizard.app.text.create;
  const words = wizard.draft.search;
  const kinds = wizard.kinds ?? { groups: [], kinds: [] };
  const found = findKinds(kinds, words, { id: "other", title: t.otherGroup, note: t.otherGroupNote });
  if (found.length === 0) {
    const all = button({
      label: t.kindsAll,
      onclick: () => {
        wizard.draft.search = "";
        const search = /** @type {HTMLInputElement | null} */ (document.querySelector(".wizard input[type=search]"));
        if (search) search.value = "";
        redraw();
        search?.focus();
      },
    });
    return h(
      "div",
      { class: "empty" },
      emptyNestDrawing(),
      h("h2", { class: "h-small wrap-anywhere" }, t.kindsNone(words.trim())),
      h("p", null, t.kindsNoneWhat),
      all,
    );
  }
  return found.map(({ group, kinds: cards }) => {
    const id = uniqueId("group");
    return h(
      "section",
      { class: "kind-group", "aria-labelledby": id },
      h("div", { class: "heading" }, h("h2", { id }, group.title), h("p", { class: "note" }, group.note)),
      h(
        "ul",
        { class: "kind-cards" },
        cards.map((card) => h("li", null, kindCard(wizard, card))),
      ),
    );
  });
}

/** The way to the Console, for a kind that is made there. @param {Wizard["app"]} app @param {KindCard} card */
const onConsole = (app, card) =>
  button({
    label: app.text.create.openConsole,
    icon: "ui-open-outside",
    size: "small",
    class: "more",
    props: { "aria-label": app.text.create.openConsoleFor(card.name) },
    onclick: () =>
      void app.call("open_link", { link: { type: "console", page: "tokens" } }).catch((error) => app.showError(error)),
  });

/** @param {Wizard} wizard @param {KindCard} card */
function kindCard(wizard, card) {
  const t = wizard.app.text.create;
  const tile = h("span", { class: "tile" }, icon(card.icon));
  if (!card.offered) {
    return h(
      "div",
      { class: "kind-card off" },
      tile,
      h("span", { class: "name" }, card.name),
      h("span", { class: "what" }, card.reason ?? t.notOffered),
      card.elsewhere ? onConsole(wizard.app, card) : null,
    );
  }
  const chosen = wizard.draft.card?.kind === card.kind;
  const tag = chosen ? t.kindChosen : card.goodStart ? t.goodStart : null;
  return h(
    "button",
    {
      type: "button",
      class: ["kind-card", chosen && "chosen"],
      onclick: () => wizard.choose(card),
      data: { kind: card.kind },
    },
    tile,
    h("span", { class: "name" }, card.name, tag ? [" ", h("span", { class: "tag accent" }, tag)] : null),
    h("span", { class: "what" }, card.what),
  );
}
