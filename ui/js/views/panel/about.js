/**
 * What the panel tells about a Canarytoken: how to place it, its QR code, what to copy, details.
 * @module
 */

import { h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { copyRow } from "../../elements/copy-row.js";
import { noteList } from "../../elements/note-list.js";
import { qr } from "../../elements/qr.js";
import { formatMoment } from "../../format.js";
import { text } from "../../text.js";
import { moveButton } from "../dialogs/move.js";
import { placing } from "../placing.js";

/** @typedef {import("../../types.js").TokenDetail} TokenDetail */

export const unknownBanner = () =>
  banner({ tone: "tip", title: text.panel.unknownTitle, body: text.panel.unknownText });

/** @param {import("../../main.js").App} app @param {TokenDetail} token */
export function placeSection(app, token) {
  const { advice } = token;
  if (!advice.place.length && !advice.notes.length) return null;
  return h(
    "section",
    { class: "section" },
    placing(app, token, "h3"),
    advice.notes.length ? noteList(advice.notes.map((one) => ["ui-info", one])) : null,
  );
}

/** @param {TokenDetail} token */
export function qrSection(token) {
  if (!token.qr) return null;
  return h(
    "section",
    { class: "section" },
    h("h3", null, text.panel.qr),
    h(
      "div",
      { class: "card qr-box" },
      qr(token.qr, text.panel.qrLabel),
      token.artifact ? h("p", { class: "quiet" }, text.panel.qrNote) : null,
    ),
  );
}

/** @param {import("../../main.js").App} app @param {TokenDetail} token */
export function copySection(app, { copy }) {
  if (!copy.length) return null;
  return h(
    "section",
    { class: "section" },
    h("h3", null, text.panel.copy),
    h(
      "div",
      { class: "card" },
      copy.map((one) => copyRow(app, one)),
    ),
  );
}

/** Every field of a kind that is not in the catalogue. @param {import("../../main.js").App} app @param {TokenDetail} token */
export function allFields(app, { facts }) {
  if (!facts.length) return null;
  return h(
    "section",
    { class: "section" },
    h("h3", null, text.panel.allFields),
    h(
      "div",
      { class: "card" },
      facts.map(({ label, value }) => copyRow(app, { label, value, secret: false, multiline: value.includes("\n") })),
    ),
  );
}

/** @param {import("./state.js").Use} use */
export function detailsSection(use) {
  const { row, kindConsoleName, known, facts } = use.token;
  const t = text.panel;
  /** @type {[string, string | null][]} */
  const lines = [
    ...(known ? facts.map(({ label, value }) => /** @type {[string, string]} */ ([label, value])) : []),
    [t.flock, row.flock],
    [t.created, row.created === null ? null : formatMoment(row.created)],
    [t.onConsole, kindConsoleName],
  ];
  return h(
    "section",
    { class: "section" },
    h("div", { class: "top" }, h("h3", null, t.details), moveButton(use)),
    h(
      "dl",
      { class: "facts" },
      lines.filter(([, value]) => value).map(([label, value]) => [h("dt", null, label), h("dd", null, value)]),
    ),
  );
}
