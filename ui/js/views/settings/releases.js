/**
 * Newer versions of the program: whether to look for them, looking now, and what was found. Only in a build that looks for them.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { noteRelease, openReleasePage } from "../../releases.js";
import { preferenceSwitch } from "./preference-switch.js";

/** @param {import("../../main.js").App} app @returns {HTMLElement} */
export function releasesPart(app) {
  const t = app.text.settings;
  const trouble = h("div", { class: "trouble" });
  const look = button({
    label: t.newerNow,
    icon: "ui-refresh",
    onclick: () =>
      void busy(look, async () => {
        fill(trouble);
        try {
          const found = await app.call("look_for_release");
          noteRelease(app, found);
          // A toast is heard too; what was found stands below, unheard.
          if (found) app.announce(t.newerIs(found.version));
          else app.toast(t.newerNone);
        } catch (error) {
          app.showError(error, { where: trouble });
        }
      }),
  });
  const open = button({ label: t.newerOpen, icon: "ui-open-outside", onclick: () => void openReleasePage(app) });
  const title = h("span", null);
  const how = h("span", { class: "hint" });
  const buttons = h("div", { class: "buttons" });
  const notes = h("div", null);
  const show = () => {
    const { version, releases } = app.state.get();
    const found = releases?.found;
    title.textContent = found ? t.newerIs(found.version) : t.version(version);
    how.textContent = found ? (releases.packaged ? t.newerPackage : t.newerPage) : "";
    fill(buttons, found ? open : null, look);
    fill(
      notes,
      found?.notes
        ? h("pre", { class: "preview", tabIndex: 0, role: "region", "aria-label": t.newerNotes }, found.notes)
        : null,
    );
  };
  show();
  app.state.subscribe(show, app.signal);
  return h(
    "div",
    { class: "stack" },
    trouble,
    h(
      "div",
      { class: "group" },
      preferenceSwitch(app, "newer", { label: t.newerLook, hint: t.newerLookHint }),
      h("div", { class: "line" }, h("p", { class: "grow" }, title, how), buttons),
    ),
    notes,
  );
}
