/**
 * How an error of Rust is told: a title, what happened, what to do next, and details on request.
 * @module
 */

import { h } from "./dom.js";
import { banner } from "./elements/banner.js";
import { copyText } from "./elements/copy-row.js";
import { asUiError } from "./ipc.js";
import { text } from "./text.js";

/** @typedef {import("./types.js").UiError} UiError */
/** @typedef {import("./types.js").ErrorCode} ErrorCode */
/**
 * `danger`: it did not work and will not by itself. `attention`: something to look at or to put right. `offline`: the
 * way to the Console is broken. `quiet`: not an error to the person, and never shown.
 * @typedef {"danger" | "attention" | "offline" | "quiet"} Severity
 */

/** Codes that differ from `danger`. @type {Partial<Record<ErrorCode, Severity>>} */
const severities = {
  cancelled: "quiet",
  dnsFailed: "offline",
  connectFailed: "offline",
  connectionLost: "offline",
  timedOut: "offline",
  consoleDown: "offline",
  tooMany: "attention",
  proxyLogin: "attention",
  createUnknown: "attention",
  factoryGone: "attention",
  factoryUnknown: "attention",
  listRepeats: "attention",
  fieldInvalid: "attention",
  memoEmpty: "attention",
  memoTooLong: "attention",
  releaseUnreachable: "attention",
  releaseElsewhere: "attention",
  releaseOdd: "attention",
  keychainMissing: "attention",
  keychainLocked: "attention",
  keychainDenied: "attention",
  keychainSlow: "attention",
  keychainFailed: "attention",
};

/**
 * What is known about a code.
 * @param {string} code
 * @returns {{ title: string, severity: Severity, nextStep: string }}
 */
export function describe(code) {
  const known = /** @type {ErrorCode} */ (Object.hasOwn(text.errors.codes, code) ? code : "internal");
  const { title, next } = text.errors.codes[known];
  return { title, severity: severities[known] ?? "danger", nextStep: next };
}

/** True for what is no error to the person: they cancelled it. @param {unknown} error */
export const isQuiet = (error) => describe(asUiError(error).code).severity === "quiet";

/** True when the way to the Console is broken, so that trying again later may work. @param {unknown} error */
export const isOffline = (error) => describe(asUiError(error).code).severity === "offline";

/**
 * The details someone else may need; no secret is among them.
 * @param {UiError} error
 */
export function errorDetails(error) {
  const lines = [describe(error.code).title, error.message, `${error.code} ${error.reference}`.trim()];
  if (error.detail) lines.push(`${text.general.consoleSays}: ${error.detail}`);
  return lines.join("\n");
}

/**
 * An error as a banner: title, what happened, what next, the Console's own words, details to copy.
 *
 * @param {unknown} thrown
 * @param {{ retry?: (() => void) | null, actions?: Node[], onclose?: () => void, live?: boolean }} [options] `live`
 *   (the default) tells it to screen readers when it appears
 */
export function errorBanner(thrown, { retry = null, actions = [], onclose, live = true } = {}) {
  const error = asUiError(thrown);
  const { title, severity, nextStep } = describe(error.code);
  const tone = severity === "danger" ? "danger" : severity === "attention" ? "attention" : "plain";
  const again = retry ? [h("button", { type: "button", class: "button", onclick: retry }, text.general.tryAgain)] : [];
  const element = banner({
    tone,
    icon: severity === "offline" ? "ui-offline" : "ui-attention",
    title,
    body: [
      h("p", null, sentence(error.message, title), nextStep),
      error.detail ? h("p", { class: "wrap-anywhere" }, `${text.general.consoleSays}: ${error.detail}`) : null,
      details(error),
    ],
    actions: [...actions, ...again],
    onclose,
  });
  if (live) element.setAttribute("role", "alert");
  return element;
}

/**
 * An error in one line under what it belongs to (a switch, a field, a button).
 * @param {unknown} thrown
 */
export function errorLine(thrown) {
  const error = asUiError(thrown);
  const { title, nextStep } = describe(error.code);
  return `${title}. ${sentence(whatHappened(error), title)}${nextStep}`;
}

/**
 * What happened, in a sentence. Where the Console only refused, its own words say more than ours.
 * @param {UiError} error
 */
export const whatHappened = (error) =>
  error.code === "consoleRefused" && error.detail ? `${text.general.consoleSays}: ${error.detail}` : error.message;

/**
 * Rust's sentence with a space behind it, or nothing if it only repeats the title.
 * @param {string} message
 * @param {string} title
 */
function sentence(message, title) {
  const trimmed = message.trim();
  if (!trimmed || trimmed.replace(/\.$/, "") === title) return "";
  return `${/[.?…]$/.test(trimmed) ? trimmed : `${trimmed}.`} `;
}

/** @param {UiError} error */
function details(error) {
  const button = h("button", { type: "button", class: "link-button" }, text.general.copyDetails);
  button.addEventListener("click", () => copyText(errorDetails(error), button));
  return h("p", { class: "quiet" }, button);
}
