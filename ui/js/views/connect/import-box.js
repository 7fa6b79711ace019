/**
 * The configuration file: dropped on the window or chosen. Rust reads it; the page gets its address and a handle.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { errorLine, isQuiet } from "../../errors.js";

/**
 * @param {import("../../main.js").App} app
 * @param {(config: import("../../types.js").ImportedConfig) => void} onread
 */
export function importBox(app, onread) {
  const t = app.text.connect;
  const title = h("span", null, t.drop);
  const problem = h("div", { class: "field", role: "alert" });
  const say = (/** @type {unknown} */ error) => {
    if (error === null || isQuiet(error)) fill(problem);
    else fill(problem, h("p", { class: "error" }, icon("ui-attention"), h("span", null, errorLine(error))));
  };
  const take = (/** @type {import("../../types.js").ImportedConfig} */ config) => {
    say(null);
    onread(config);
  };
  const open = button({
    label: t.open,
    onclick: () =>
      void busy(open, async () => {
        try {
          const config = await app.call("import_config");
          if (config) take(config);
        } catch (error) {
          say(error);
        }
      }),
  });
  const box = h(
    "div",
    { class: "drop" },
    icon("ui-folder"),
    h("p", { class: "grow" }, title, h("span", { class: "hint" }, t.dropHint)),
    open,
  );
  const over = (/** @type {boolean} */ on) => {
    box.classList.toggle("over", on);
    title.textContent = on ? t.dropNow : t.drop;
  };
  app.on("dragOver", (event) => over(event.over), app.signal);
  app.on(
    "configDropped",
    ({ config }) => {
      over(false);
      take(config);
    },
    app.signal,
  );
  app.on(
    "dropRefused",
    ({ error }) => {
      over(false);
      say(error);
    },
    app.signal,
  );
  return h("div", { class: "import-box" }, box, problem);
}
