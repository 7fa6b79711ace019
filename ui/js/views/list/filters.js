/**
 * Filters: a chip for each that is set, and a menu to add more.
 * @module
 */

import { fill, h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { menu } from "../../elements/menu.js";
import { formatNumber } from "../../format.js";
import { noFilter } from "./memory.js";
import { backFrom } from "./there.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Filter} Filter */
/** @typedef {import("../../elements/menu.js").MenuItem} MenuItem */

/**
 * @param {App} app
 * @param {object} options
 * @param {() => Filter} options.filter
 * @param {import("./memory.js").Memory} options.memory
 * @param {() => void} options.onthere the Console itself is to search
 * @param {(filter: Filter) => void} options.onfilter
 */
export function makeFilters(app, { filter, memory, onthere, onfilter }) {
  const t = app.text.list;
  const opener = button({ label: t.addFilter, icon: "ui-filter", kind: "plain", size: "small" });
  const list = menu(opener, t.addFilter, async () => [
    { label: app.text.there.item, icon: "ui-search", run: onthere },
    "rule",
    ...(await items(app, filter(), memory.names, onfilter)),
  ]);
  const element = h("ul", { class: "chips", "aria-label": t.filters });
  const add = h("li", { class: "with-menu" }, opener, list);
  const clear = h(
    "li",
    { class: "clear" },
    button({
      label: t.clearFilters,
      kind: "plain",
      size: "small",
      onclick: () => {
        onfilter({ ...noFilter(), text: filter().text });
        opener.focus();
      },
    }),
  );
  const show = () => {
    const now = filter();
    const chips = chipsOf(app, now, memory).map(({ about, value, without }) =>
      h(
        "li",
        { class: "chip" },
        h("span", { class: "about" }, about),
        h("span", { class: "value" }, value),
        h(
          "button",
          {
            type: "button",
            "aria-label": t.removeFilter(about, value),
            title: t.removeFilter(about, value),
            onclick: () => {
              onfilter(without);
              opener.focus();
            },
          },
          icon("ui-close"),
        ),
      ),
    );
    // The menu may be open: it stays where it is.
    for (const old of [...element.children]) if (old !== add) old.remove();
    if (!add.isConnected) fill(element, add);
    add.before(...chips);
    if (chips.length > 2) add.after(clear);
  };
  show();
  return { element, show };
}

/** People may be called as a kind or a flock is. @param {string} id */
const keeperKey = (id) => `keeper ${id}`;

/**
 * @param {App} app
 * @param {Filter} now
 * @param {import("./memory.js").Memory} memory
 * @returns {{ about: string, value: string, without: Filter }[]}
 */
function chipsOf(app, now, memory) {
  const t = app.text.list;
  const { names, there } = memory;
  const chips = now.foundThere
    ? [{ about: app.text.there.chip, value: there?.label ?? "", without: backFrom(memory) }]
    : [];
  for (const one of now.kinds) {
    chips.push({
      about: t.kind,
      value: names.get(one) ?? one,
      without: { ...now, kinds: now.kinds.filter((other) => other !== one) },
    });
  }
  for (const one of now.flocks) {
    chips.push({
      about: t.flock,
      value: names.get(one) ?? one,
      without: { ...now, flocks: now.flocks.filter((other) => other !== one) },
    });
  }
  for (const one of now.keepers) {
    chips.push({
      about: t.columns.lookedAfterBy,
      value: one === "" ? t.nobody : (names.get(keeperKey(one)) ?? one),
      without: { ...now, keepers: now.keepers.filter((other) => other !== one) },
    });
  }
  if (now.enabled !== null)
    chips.push({ about: t.state, value: now.enabled ? t.on : t.off, without: { ...now, enabled: null } });
  if (now.alerts !== null)
    chips.push({
      about: t.alerts,
      value: now.alerts ? t.withAlerts : t.withoutAlerts,
      without: { ...now, alerts: null },
    });
  return chips;
}

/**
 * @param {App} app
 * @param {Filter} now
 * @param {Map<string, string>} names
 * @param {(filter: Filter) => void} onfilter
 * @returns {Promise<(MenuItem | "rule" | { heading: string })[]>}
 */
async function items(app, now, names, onfilter) {
  const t = app.text.list;
  /** @type {import("../../types.js").Facets} */
  let facets;
  try {
    facets = await app.call("get_facets");
  } catch (error) {
    app.showError(error);
    return [{ heading: t.filters }];
  }
  const flip = (/** @type {string[]} */ all, /** @type {string} */ one) =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  /** @type {(MenuItem | "rule" | { heading: string })[]} */
  const list = [{ heading: t.state }];
  const choose = (
    /** @type {string} */ label,
    /** @type {number} */ count,
    /** @type {boolean} */ checked,
    /** @type {Filter} */ next,
    /** @type {HTMLElement | null} */ hint = null,
  ) => {
    list.push({ label, count: formatNumber(count), checked, run: () => onfilter(next), hint });
  };
  choose(t.on, facets.enabled, now.enabled === true, { ...now, enabled: now.enabled === true ? null : true });
  choose(t.off, facets.disabled, now.enabled === false, { ...now, enabled: now.enabled === false ? null : false });
  choose(t.withAlerts, facets.withAlerts, now.alerts === true, { ...now, alerts: now.alerts === true ? null : true });
  const named = facets.keepers.some((one) => one.id !== "");
  if (named) list.push({ heading: t.columns.lookedAfterBy });
  for (const one of named ? facets.keepers : []) {
    names.set(keeperKey(one.id), one.name);
    const chosen = now.keepers.includes(one.id);
    choose(one.name || t.nobody, one.count, chosen, { ...now, keepers: flip(now.keepers, one.id) });
  }
  if (facets.flocks.length) list.push({ heading: t.flock });
  const figures = flockFigures(app, facets.flocks);
  for (const one of facets.flocks) {
    names.set(one.id, one.name);
    choose(
      one.name,
      one.count,
      now.flocks.includes(one.id),
      { ...now, flocks: flip(now.flocks, one.id) },
      figures(one.id),
    );
  }
  if (facets.kinds.length) list.push({ heading: t.kind });
  for (const one of [...facets.kinds].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))) {
    names.set(one.kind, one.name);
    choose(one.name, one.count, now.kinds.includes(one.kind), { ...now, kinds: flip(now.kinds, one.kind) });
  }
  return list;
}

/**
 * How many of a flock are on and off, as the Console has it now. The menu does not wait for that: the places are filled when it comes.
 * @param {App} app
 * @param {import("../../types.js").Facets["flocks"]} facets
 * @returns {(id: string) => HTMLElement} the place for a flock's figures
 */
function flockFigures(app, facets) {
  const t = app.text.flocks;
  const places = new Map(facets.map(({ id, count }) => [id, { count, place: h("span", { class: "hint" }) }]));
  const show = (/** @type {import("../../types.js").FlockFigures[]} */ flocks) => {
    for (const { id, total, enabled, disabled } of flocks) {
      const here = places.get(id);
      if (!here || total === null) continue;
      const told =
        total === here.count ? t.onOff : (/** @type {[number, number]} */ ...both) => t.onConsole(total, ...both);
      here.place.textContent = told(enabled ?? 0, disabled ?? 0);
    }
  };
  // Without an answer the places stay empty: the list's own figures stand beside them.
  app.call("summarize_flocks").then(show, () => {});
  return (id) => places.get(id)?.place ?? h("span", { class: "hint" });
}
