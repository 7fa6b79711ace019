/**
 * The menu of a row: what the strip offers, for that row or, when it is one of several that are selected, for all of those.
 * @module
 */

import { openMenu } from "../../elements/menu.js";
import { text } from "../../text.js";

/** @typedef {import("../../types.js").TokenRow} TokenRow */
/** @typedef {{ selection: import("../../types.js").Selection, count: number }} Chosen */
/**
 * What can be done with some Canarytokens.
 * @typedef {object} Actions
 * @property {(chosen: Chosen, enabled: boolean) => void} turn
 * @property {(chosen: Chosen) => void} move
 * @property {((chosen: Chosen) => void) | null} save null: this key may not
 * @property {(chosen: Chosen) => void} export
 * @property {(chosen: Chosen) => void} remove
 */

/**
 * @param {object} options
 * @param {TokenRow} options.row
 * @param {{ left: number, top: number, bottom: number }} options.at
 * @param {import("./selection.js").TokenSelection} options.selection
 * @param {Actions} options.actions
 * @param {{ change: boolean }} options.may
 * @param {() => void} options.onopen
 */
export function openRowMenu({ row, at, selection, actions, may, onopen }) {
  const t = text.list;
  const { names } = text.keys;
  // As in a file manager: what is selected elsewhere is not meant any more.
  if (selection.count && !selection.has(row)) selection.clear();
  const several = selection.count > 1;
  /** @type {Chosen} */
  const chosen = several
    ? { selection: selection.wire(), count: selection.count }
    : { selection: { type: "ids", ids: [row.id] }, count: 1 };
  const known = several ? selection.known() : [row];
  const turn = (/** @type {boolean} */ on) =>
    known?.every((one) => one.enabled === on)
      ? []
      : [
          {
            label: on ? t.turnOn : t.turnOff,
            icon: on ? "ui-power" : "ui-power-off",
            run: () => actions.turn(chosen, on),
          },
        ];
  const { save } = actions;
  openMenu(
    several ? t.actionsFor(chosen.count) : t.rowMenu(row.memo || t.noReminder),
    [
      ...(several ? [] : [{ label: t.openRow, icon: "ui-eye", keys: names.enter, run: onopen }]),
      ...(may.change ? [...turn(true), ...turn(false)] : []),
      ...(may.change ? [{ label: t.move, icon: "ui-flock", run: () => actions.move(chosen) }] : []),
      ...(save ? [{ label: text.many.saveFiles, icon: "ui-save", run: () => save(chosen) }] : []),
      { label: text.many.export, icon: "ui-sheet", run: () => actions.export(chosen) },
      ...(may.change
        ? [
            /** @type {const} */ ("rule"),
            { label: t.delete, icon: "ui-delete", keys: names.delete, run: () => actions.remove(chosen) },
          ]
        : []),
    ],
    at,
  );
}
