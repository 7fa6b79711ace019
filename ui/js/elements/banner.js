/**
 * A message that stays where it is: something to know, to look at, or that went wrong.
 * @module
 */

import { h } from "../dom.js";
import { text } from "../text.js";
import { button } from "./button.js";
import { icon } from "./icon.js";

const icons = { plain: "ui-info", tip: "ui-info", attention: "ui-attention", danger: "ui-attention", good: "ui-check" };

/**
 * @param {object} options
 * @param {"plain" | "tip" | "attention" | "danger" | "good"} [options.tone]
 * @param {string} [options.icon]
 * @param {string} options.title
 * @param {import("../dom.js").Child} [options.body] text or elements below the title
 * @param {Node[]} [options.actions] buttons at its end
 * @param {(() => void) | undefined} [options.onclose] adds a close button; the banner has been removed when it is called
 * @returns {HTMLElement}
 */
export function banner({ tone = "plain", icon: name, title, body, actions = [], onclose }) {
  const element = h(
    "div",
    { class: ["banner", tone !== "plain" && tone] },
    icon(name ?? icons[tone]),
    h(
      "div",
      { class: "text" },
      h("p", { class: "title" }, title),
      typeof body === "string" ? h("p", null, body) : body,
    ),
    actions,
    onclose
      ? button({
          label: text.general.dismiss,
          icon: "ui-close",
          kind: "plain",
          size: "small",
          onlyIcon: true,
          onclick: () => {
            element.remove();
            onclose();
          },
        })
      : null,
  );
  return element;
}
