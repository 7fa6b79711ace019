/**
 * The button that opens the help of the screen.
 * @module
 */

import { button } from "./button.js";

/** A small button for the head of a screen. @param {import("../main.js").App} app */
export function helpButton(app) {
  const { help, list } = app.text;
  return button({
    label: help.button,
    icon: "ui-help",
    kind: "plain",
    onlyIcon: true,
    title: list.withKey(help.button, "F1"),
    onclick: () => app.run("help"),
  });
}
