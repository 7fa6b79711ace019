/**
 * What few people need: a Console outside canary.tools.
 * @module
 */

import { fill, h } from "../../dom.js";
import { banner } from "../../elements/banner.js";
import { icon } from "../../elements/icon.js";
import { switchLine } from "../../elements/switch.js";
import { text } from "../../text.js";

/**
 * @param {object} options
 * @param {() => string} options.host what stands in the address
 * @param {() => void} options.onallow it was turned on
 */
export function advancedSection({ host, onallow }) {
  const t = text.connect;
  const warning = h("div", { "aria-live": "polite" });
  const line = switchLine({
    label: t.otherHost,
    hint: t.otherHostHint,
    checked: false,
    onchange: (on) => {
      show();
      if (on) onallow();
    },
  });
  const show = () => {
    if (!line.control.checked) fill(warning);
    else fill(warning, banner({ tone: "attention", title: t.otherHostWarningTitle(host()), body: t.otherHostWarning }));
  };
  const element = h(
    "details",
    { class: "advanced" },
    h("summary", null, icon("ui-chevron-right", { small: true }), t.advanced),
    h("div", { class: "stack" }, h("div", { class: "group" }, line.element), warning),
  );
  return {
    element,
    allowed: () => line.control.checked,
    open: () => {
      element.open = true;
    },
    /** The address was changed: the warning names the new one. */
    update: show,
  };
}
