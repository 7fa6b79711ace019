/**
 * Sections for what lives at AWS: a watched S3 bucket, the factory behind EC2 metadata.
 * @module
 */

import { h } from "../../dom.js";
import { button } from "../../elements/button.js";
import { deleteFactory } from "../dialogs/delete-factory.js";
import { removeS3 } from "../dialogs/remove-s3.js";

/** @typedef {import("./state.js").Use} Use */

/** @param {Use} use */
export function s3Section({ app, token, may, onchanged }) {
  if (!token.removableBucket || !may.change) return null;
  const t = app.text.panel;
  return section(t.s3, t.s3Text(token.sourceBucket), t.s3Remove, async () => {
    if (await removeS3(app, token)) onchanged();
  });
}

/** @param {Use} use */
export function factorySection({ app, token, may, onchanged }) {
  const hash = token.factoryHash;
  if (hash === null || !may.change) return null;
  const t = app.text.panel;
  return section(t.factory, t.factoryText, t.factoryDelete, async () => {
    if (await deleteFactory(app, hash)) onchanged();
  });
}

/** An entry of the list that stands for a factory. @param {Use} use */
export function madeFactorySection({ app, token }) {
  if (token.row.kind !== "tokenfactory") return null;
  const t = app.text.panel;
  const show = button({
    label: t.madeFactoryShow,
    size: "small",
    onclick: () => app.go("factories", { from: "list" }),
  });
  return h(
    "section",
    { class: "section" },
    h("h3", null, t.madeFactory),
    h("p", { class: "muted" }, t.madeFactoryText),
    h("div", null, show),
  );
}

/**
 * @param {string} title
 * @param {string} about
 * @param {string} action
 * @param {() => void} run
 */
const section = (title, about, action, run) =>
  h(
    "section",
    { class: "section" },
    h("h3", null, title),
    h("p", { class: "muted" }, about),
    h("div", null, button({ label: action, kind: "danger-quiet", size: "small", icon: "ui-delete", onclick: run })),
  );
