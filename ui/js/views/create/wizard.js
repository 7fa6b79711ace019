/**
 * What the steps of the wizard share: the draft, what the Console offers, what is wrong so far, and the way between steps.
 * create.js makes it.
 * @module
 */

import { problemSummary } from "../../elements/field.js";
import { formInput } from "./draft.js";

/** @typedef {import("../../types.js").FieldProblem} FieldProblem */
/** @typedef {import("../../types.js").KindCard} KindCard */
/** @typedef {import("./trail.js").StepName} StepName */
/**
 * @typedef {object} Wizard
 * @property {import("../../main.js").App} app
 * @property {import("./draft.js").Draft} draft
 * @property {import("../../types.js").Kinds | null} kinds null: not known yet
 * @property {unknown} kindsError why they are not known; null: nothing went wrong
 * @property {() => void} loadKinds
 * @property {() => void} onKinds the step that waits for the kinds is told
 * @property {import("../../types.js").Flock[]} flocks more than one, or none
 * @property {() => void} onFlocks the step that shows them is told
 * @property {Map<string, FieldProblem>} problems what is known to be wrong, by field
 * @property {AbortSignal} signal aborted when the step goes away
 * @property {import("../../types.js").Created | null} made
 * @property {boolean} returned the draft was waiting while the person looked in the list
 * @property {(card: KindCard) => void} choose
 * @property {(step: StepName, how?: { field?: string }) => void} go `field`: it takes the focus
 * @property {() => void} leave asks first when something would be lost
 * @property {() => void} toMany leaves, as `leave` does, to make many at once
 * @property {() => void} lookInList keeps the draft
 * @property {(stop: (() => void) | null) => void} setMaking while it is being made, leaving stops it instead
 * @property {() => void} again another one of the same kind
 */
/**
 * @typedef {object} Step
 * @property {HTMLElement} heading takes the focus when the step is shown
 * @property {import("../../dom.js").Child} content
 * @property {Node[]} [footer]
 * @property {(field: string | null) => boolean} [enter] called when it stands in the page: shows known problems and puts
 *   the focus on the field asked for; true: it has put the focus
 */

/**
 * Asks Rust about the whole form.
 * @param {Wizard} wizard
 * @returns {Promise<FieldProblem[]>}
 */
export const askProblems = (wizard) => wizard.app.call("check_form", { input: formInput(wizard.draft) });

/**
 * Shows problems at their fields and sums the errors up.
 *
 * @param {FieldProblem[]} problems
 * @param {{ name: string, label: string, control: HTMLElement, setProblem: (message: string | null, severity?: "error" | "warning") => void }[]} fields
 * @param {(label: string, message: string) => string} line
 * @returns {HTMLElement | null} the summary, or null without errors
 */
export function showProblems(problems, fields, line) {
  const listed = [];
  for (const one of fields) {
    const found = problems.find((problem) => problem.field === one.name);
    one.setProblem(found?.message ?? null, found?.severity);
    if (found?.severity === "error") listed.push({ message: line(one.label, found.message), control: one.control });
  }
  return listed.length ? problemSummary(listed) : null;
}
