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

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Filter} Filter */
/** @typedef {import("../../elements/menu.js").MenuItem} MenuItem */

/**
 * @param {App} app
 * @param {object} options
 * @param {() => Filter} options.filter
 * @param {Map<string, string>} options.names
 * @param {(filter: Filter) => void} options.onfilter
 */
export function makeFilters(app, { filter, names, onfilter }) {
  const t = app.text.list;
  const opener = button({ label: t.addFilter, icon: "ui-filter", kind: "plain", size: "small" });
  const list = menu(opener, t.addFilter, () => items(app, filter(), names, onfilter));
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
    const chips = chipsOf(app, now, names).map(({ about, value, without }) =>
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
 * @param {Map<string, string>} names
 * @returns {{ about: string, value: string, without: Filter }[]}
 */
function chipsOf(app, now, names) {
  const t = app.text.list;
  const chips = now.kinds.map((one) => ({
    about: t.kind,
    value: names.get(one) ?? one,
    without: { ...now, kinds: now.kinds.filter((other) => other !== one) },
  }));
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
  ) => {
    list.push({ label, count: formatNumber(count), checked, run: () => onfilter(next) });
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
  for (const one of facets.flocks) {
    names.set(one.id, one.name);
    choose(one.name, one.count, now.flocks.includes(one.id), { ...now, flocks: flip(now.flocks, one.id) });
  }
  if (facets.kinds.length) list.push({ heading: t.kind });
  for (const one of [...facets.kinds].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))) {
    names.set(one.kind, one.name);
    choose(one.name, one.count, now.kinds.includes(one.kind), { ...now, kinds: flip(now.kinds, one.kind) });
  }
  return list;
}
