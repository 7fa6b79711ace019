/**
 * What is said when a Canarytoken was not made, or may not have been.
 * @module
 */

import { banner } from "../../elements/banner.js";
import { button } from "../../elements/button.js";
import { errorBanner } from "../../errors.js";
import { shownFields, stepOf, valuesOf } from "./draft.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").UiError} UiError */

/** Codes that are about one field even when they name none. @type {Record<string, string>} */
const fieldOf = { memoEmpty: "memo", memoTooLong: "memo", flockUnknown: "flock" };

/**
 * @param {Wizard} wizard
 * @param {UiError} error
 * @param {(field: string) => string | null} labelOf
 * @returns {{ element: HTMLElement, unsure: boolean }} `unsure`: it may have been made
 */
export function createTrouble(wizard, error, labelOf) {
  const { app } = wizard;
  const t = app.text.create;
  if (error.code === "createUnknown" || error.code === "cancelled") return unsure(wizard, error.code);
  if (error.code === "kindUnknown") {
    const other = button({ label: t.anotherKind, onclick: () => wizard.go("kind") });
    return { element: errorBanner(error, { actions: [other] }), unsure: false };
  }
  const field = fieldWith(wizard, error);
  const label = field === null ? null : labelOf(field);
  if (field === null || label === null) return { element: errorBanner(error), unsure: false };
  wizard.problems.set(field, { field, message: error.message, severity: "error" });
  const change = button({ label: t.change(label), onclick: () => wizard.go(stepOf(field), { field }) });
  return { element: errorBanner(error, { actions: [change] }), unsure: false };
}

/** @param {Wizard} wizard @param {UiError} error */
function fieldWith({ draft }, error) {
  if (error.field !== null) return error.field;
  if (error.code.startsWith("file") && draft.card) {
    return shownFields(draft.card, valuesOf(draft)).find((one) => one.type === "file")?.name ?? null;
  }
  return fieldOf[error.code] ?? null;
}

/** @param {Wizard} wizard @param {"createUnknown" | "cancelled"} code */
function unsure(wizard, code) {
  const { app } = wizard;
  const t = app.text.create;
  const sees = app.state.get().session?.abilities.list ?? false;
  const stopped = code === "cancelled";
  const look = sees
    ? button({ label: t.lookInList, kind: "primary", onclick: wizard.lookInList })
    : button({
        label: t.lookOnConsole,
        icon: "ui-open-outside",
        onclick: () =>
          void app
            .call("open_link", { link: { type: "console", page: "tokens" } })
            .catch((error) => app.showError(error)),
      });
  const element = banner({
    tone: "attention",
    title: stopped ? t.stoppedTitle : t.unknownTitle,
    body: stopped ? t.stopped : sees ? t.unknown : t.unknownUnseen,
    actions: [look],
  });
  element.setAttribute("role", "alert");
  return { element, unsure: true };
}
