/**
 * Asks what the Console shall search for, and lets it.
 * @module
 */

import { h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { field, input, select } from "../../elements/field.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").Filter} Filter */
/** @typedef {import("../../types.js").ConsoleSearch} ConsoleSearch */
/** @typedef {import("../../types.js").FoundThere} FoundThere */

/**
 * @param {App} app
 * @param {ConsoleSearch} start what the form begins with
 * @returns {Promise<{ search: ConsoleSearch, found: FoundThere, label: string } | null>} null: not done
 */
export async function searchConsole(app, start) {
  const t = app.text.there;
  const { kinds, flocks } = await choices(app);
  const any = (/** @type {string} */ label) => ({ value: "", label });
  const words = field({ label: t.words, control: input({ value: start.text, maxlength: 200 }), hint: t.wordsHint });
  const kind = field({ label: t.kind, control: select([any(t.anyKind), ...kinds], { value: start.kind ?? "" }) });
  const flock = field({ label: t.flock, control: select([any(t.anyFlock), ...flocks], { value: start.flock ?? "" }) });
  const states = [any(t.anyState), { value: "true", label: t.on }, { value: "false", label: t.off }];
  const state = field({
    label: t.state,
    control: select(states, { value: start.enabled === null ? "" : String(start.enabled) }),
  });
  const trouble = h("div", { class: "trouble" });
  /** @type {{ search: ConsoleSearch, found: FoundThere, label: string } | null} */
  let answer = null;
  const operation = app.operation();
  let tries = 0;
  const send = () =>
    busy(go, async () => {
      trouble.replaceChildren();
      const search = {
        text: words.control.value.trim(),
        kind: kind.control.value || null,
        flock: flock.control.value || null,
        enabled: state.control.value === "" ? null : state.control.value === "true",
      };
      tries += 1;
      try {
        const found = await app.call("search_console", { operation: `${operation}-${tries}`, search });
        const named = [kind, flock, state].filter((one) => one.control.value !== "");
        const parts = named.map(({ control }) => /** @type {HTMLSelectElement} */ (control).selectedOptions[0]?.label);
        const label = [search.text && t.quoted(search.text), ...parts].filter(Boolean).join(", ") || t.everything;
        answer = { search, found, label };
        dialog.close("found");
      } catch (error) {
        app.showError(error, { where: trouble });
      }
    });
  const go = button({ label: t.search, icon: "ui-search", kind: "primary", onclick: () => void send() });
  const form = h(
    "form",
    {
      class: "form tight",
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (go.getAttribute("aria-disabled") !== "true") void send();
      },
    },
    words.element,
    kind.element,
    h("div", { class: "pair" }, flock.element, state.element),
    // Enter in a form of several fields needs a button of its own to submit.
    h("button", { type: "submit", class: "visually-hidden", tabIndex: -1, "aria-hidden": "true" }),
  );
  const dialog = openDialog({
    title: t.title,
    text: t.about,
    icon: "ui-search",
    body: [trouble, form],
    actions: [button({ label: app.text.general.cancel, onclick: () => dialog.close() }), go],
  });
  words.control.focus();
  if ((await dialog.closed) !== "found") void app.call("cancel_operation", { operation: `${operation}-${tries}` });
  return answer;
}

/** What can be chosen; without an answer there is only "any". @param {App} app */
async function choices(app) {
  const [facets, offered, flocks] = await Promise.all([
    app.call("get_facets").catch(() => null),
    app.call("list_kinds").catch(() => null),
    app.call("list_flocks").catch(() => []),
  ]);
  /** @type {Map<string, string>} */
  const kinds = new Map((offered?.kinds ?? []).map((one) => [one.kind, one.name]));
  for (const one of facets?.kinds ?? []) kinds.set(one.kind, one.name);
  const byName = [...kinds].map(([value, label]) => ({ value, label }));
  byName.sort((a, b) => a.label.localeCompare(b.label));
  return { kinds: byName, flocks: flocks.map(({ id, name }) => ({ value: id, label: name })) };
}
