/**
 * Step 5: it is ready. Save its file, copy what is to be copied, print its code; how to place it and how to test it.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { button } from "../../elements/button.js";
import { copyRow, copyText } from "../../elements/copy-row.js";
import { icon } from "../../elements/icon.js";
import { noteList } from "../../elements/note-list.js";
import { qr } from "../../elements/qr.js";
import { makeTest } from "../panel/test-it.js";
import { placing } from "../placing.js";
import { makeSave } from "./artifact.js";
import { printSheet } from "./print.js";
import { reminderCard } from "./reminder-card.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */
/** @typedef {import("../../types.js").CopyValue} CopyValue */

/** @param {Wizard} wizard @returns {import("./wizard.js").Step} */
export function doneStep(wizard) {
  const { app, made } = wizard;
  const t = app.text.create;
  const token = /** @type {TokenDetail} */ (made?.token);
  const session = app.state.get().session;
  const heading = h("h1", { tabIndex: -1 }, t.doneTitle(wizard.draft.card?.name ?? token.row.kindName));
  const maySave = session?.abilities.download ?? false;
  const save = token.artifact && maySave ? makeSave(wizard, token, { primary: !token.qr }) : null;
  const next = token.qr ? t.donePrint : save ? t.doneFile : t.doneCopy;
  const head = h(
    "div",
    { class: "done-head" },
    h("span", { class: "tile large accent" }, icon("ui-check")),
    h("div", null, heading, h("p", null, next)),
  );
  const main = h(
    "div",
    { class: "stack" },
    made?.existed ? banner({ tone: "good", title: t.doneExistedTitle, body: t.doneExisted }) : null,
    made?.adopted && !made.existed ? banner({ tone: "good", title: t.doneAdoptedTitle, body: t.doneAdopted }) : null,
    save?.element,
    token.artifact && !maySave ? mayNotSave(app) : null,
    copies(app, token.copy, { lead: !token.qr && !save }),
    advice(app, token),
    makeTest(app, token, { title: "h2", steps: false, signal: wizard.signal }).element,
    reminderCard(wizard, token),
  );
  return {
    heading,
    content: [head, token.qr ? h("div", { class: "done-grid" }, main, qrCard(app, token, save?.name)) : main],
    footer: [
      button({ label: t.another, icon: "ui-plus", onclick: () => wizard.again() }),
      button({ label: t.close, class: "push", onclick: () => wizard.leave() }),
    ],
  };
}

/** @param {import("../../main.js").App} app */
function mayNotSave(app) {
  const t = app.text.create;
  const open = button({
    label: t.lookOnConsole,
    icon: "ui-open-outside",
    size: "small",
    onclick: () =>
      void app.call("open_link", { link: { type: "console", page: "tokens" } }).catch((error) => app.showError(error)),
  });
  return banner({ tone: "attention", title: t.mayNotSaveTitle, body: t.mayNotSave, actions: [open] });
}

/**
 * What is to be copied. With `lead` copying is what to do next: the first value gets the yellow button.
 * @param {import("../../main.js").App} app
 * @param {CopyValue[]} values
 * @param {{ lead: boolean }} how
 */
function copies(app, values, { lead }) {
  if (values.length === 0) return null;
  const t = app.text.create;
  const [first, ...others] = values;
  const row = (/** @type {CopyValue} */ one) => copyRow(app, one);
  if (!lead || !first || first.secret) return h("div", { class: "card" }, values.map(row));
  const copy = button({
    label: t.copyOne,
    icon: "ui-copy",
    kind: "primary",
    props: { "aria-label": app.text.general.copyWhat(first.label) },
    onclick: () => void copyText(first.value, copy),
  });
  const begin = first.multiline
    ? h(
        "div",
        { class: "line lead-copy" },
        h("p", { class: "grow" }, first.label),
        h("div", { class: "buttons" }, copy),
        h("pre", { class: "preview", tabIndex: 0, role: "region", "aria-label": first.label }, first.value),
      )
    : h(
        "div",
        { class: "line" },
        h("span", { class: "tile" }, icon("ui-copy")),
        h("p", { class: "grow wrap-anywhere value" }, first.value, h("span", { class: "hint" }, first.label)),
        h("div", { class: "buttons" }, copy),
      );
  return h("div", { class: "group" }, begin, others.map(row));
}

/** @param {import("../../main.js").App} app @param {TokenDetail} token */
function advice(app, token) {
  const { place, test, notes } = token.advice;
  const t = app.text.create;
  const steps = (/** @type {string} */ title, /** @type {string[]} */ lines, /** @type {string[]} */ more) =>
    lines.length === 0 && more.length === 0
      ? null
      : h(
          "section",
          { class: "section" },
          h("h2", { class: "h-small" }, title),
          lines.length
            ? h(
                "ol",
                { class: "steps" },
                lines.map((one) => h("li", null, h("span", null, one))),
              )
            : null,
          more.length ? noteList(more.map((one) => ["ui-info", one])) : null,
        );
  const parts = [
    place.length ? h("section", { class: "section" }, placing(app, token, "h2")) : null,
    steps(t.howToTest, test, notes),
  ].filter((one) => one !== null);
  return parts.length ? h("div", { class: "two" }, parts) : null;
}

/**
 * @param {import("../../main.js").App} app
 * @param {TokenDetail} token
 * @param {import("./artifact.js").FileName | undefined} name the name of its file stands above and below the code
 */
function qrCard(app, token, name) {
  const t = app.text.create;
  const code = token.qr;
  if (!code) return null;
  const title = h("h2", { id: "qr-title", class: "h-small wrap-anywhere" });
  const show = (/** @type {string} */ words) => fill(title, words || token.row.kindName);
  show(name?.get() ?? "");
  name?.onchange(show);
  return h(
    "section",
    { class: "card qr-card", "aria-labelledby": "qr-title" },
    title,
    qr(code, t.qr),
    button({
      label: t.print,
      icon: "ui-print",
      kind: "primary",
      size: "large",
      onclick: () => printSheet(code, { label: t.qr, caption: name?.get() ?? "" }),
    }),
  );
}
