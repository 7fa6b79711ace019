/**
 * The Settings screen: Consoles, appearance, alerts, files, about.
 * @module
 */

import { h } from "../dom.js";
import { button } from "../elements/button.js";
import { helpButton } from "../elements/help-button.js";
import { icon } from "../elements/icon.js";
import { noticeBanners } from "./list/notices.js";
import { aboutPart } from "./settings/about.js";
import { appearancePart, filesPart } from "./settings/appearance.js";
import { consolesPart } from "./settings/consoles.js";
import { factoriesPart } from "./settings/factories.js";
import { releasesPart } from "./settings/releases.js";
import { watchPart } from "./settings/watch.js";

/**
 * @param {import("../main.js").App} app
 * @param {Record<string, any>} _params
 * @returns {HTMLElement}
 */
export function settingsView(app, _params) {
  const t = app.text.settings;
  const back = button({ label: t.back, icon: "ui-arrow-left", kind: "plain", onclick: () => goBack() });
  const goBack = () => app.go(app.state.get().session ? "list" : "connect");
  const name = () => {
    const label = back.querySelector(".label");
    if (label) label.textContent = app.state.get().session ? t.back : t.backConnect;
  };
  name();
  app.state.subscribe(name, app.signal);
  app.onCommand("close", goBack, app.signal);
  const parts = [
    { id: "consoles", title: t.consoles, sign: "ui-practice", body: consolesPart(app) },
    { id: "appearance", title: t.appearance, sign: "ui-sun", body: appearancePart(app) },
    { id: "alerts", title: t.alerts, sign: "ui-bell", body: watchPart(app) },
    { id: "files", title: t.files, sign: "ui-folder", body: filesPart(app) },
    ...(app.state.get().session?.abilities.list
      ? [{ id: "factories", title: t.factories, sign: "ui-key", body: factoriesPart(app) }]
      : []),
    ...(app.state.get().releases ? [{ id: "newer", title: t.newer, sign: "ui-refresh", body: releasesPart(app) }] : []),
    { id: "about", title: t.about, sign: "ui-info", body: aboutPart(app) },
  ].map((part) => ({ ...part, ...partElement(part) }));
  const main = h(
    "main",
    null,
    h(
      "div",
      { class: "settings-page" },
      h("h1", { class: "visually-hidden" }, t.title),
      h("div", { class: "stack notices" }, noticeBanners(app)),
      parts.map((part) => part.section),
    ),
  );
  return h(
    "div",
    { class: "app" },
    h("header", { class: "toolbar" }, back, h("span", { class: "spacer" }), helpButton(app)),
    h("div", { class: "settings" }, navigation(app, parts, main), main),
  );
}

/** @param {{ id: string, title: string, body: HTMLElement }} part */
function partElement({ id, title, body }) {
  const heading = h("h2", { id: `h-${id}`, tabIndex: -1 }, title);
  return { heading, section: h("section", { id, "aria-labelledby": `h-${id}` }, heading, body) };
}

/**
 * The list of parts; the one in sight is marked.
 * @param {import("../main.js").App} app
 * @param {{ id: string, title: string, sign: string, section: HTMLElement, heading: HTMLElement }[]} parts
 * @param {HTMLElement} main
 */
function navigation(app, parts, main) {
  /** The part that was asked for stays marked while it is in sight, even when the page cannot scroll it to the top. */
  let asked = "";
  const links = parts.map(({ id, title, sign, section, heading }) => {
    const link = h("a", { href: `#${id}` }, icon(sign), title);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      asked = id;
      section.scrollIntoView({ block: "start" });
      heading.focus({ preventScroll: true });
      mark();
    });
    return { id, link, section };
  });
  const mark = () => {
    const box = main.getBoundingClientRect();
    const end = main.scrollTop > 0 && main.scrollTop + main.clientHeight >= main.scrollHeight - 2;
    const reached = links.filter(({ section }) => section.getBoundingClientRect().top < box.top + box.height * 0.4);
    const wanted = links.find(({ id, section }) => {
      const { top, bottom } = section.getBoundingClientRect();
      return id === asked && bottom > box.top + 40 && top < box.bottom - 40;
    });
    const current = wanted ?? (end ? links.at(-1) : (reached.at(-1) ?? links[0]));
    for (const one of links) {
      if (one === current) one.link.setAttribute("aria-current", "true");
      else one.link.removeAttribute("aria-current");
    }
  };
  main.addEventListener("scroll", mark, { passive: true, signal: app.signal });
  main.addEventListener(
    "wheel",
    () => {
      asked = "";
    },
    { passive: true, signal: app.signal },
  );
  links[0]?.link.setAttribute("aria-current", "true");
  return h(
    "nav",
    { "aria-label": app.text.settings.title },
    h(
      "ul",
      null,
      links.map((one) => h("li", null, one.link)),
    ),
  );
}
