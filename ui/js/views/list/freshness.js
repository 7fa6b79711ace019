/**
 * The line above the rows: filters, how many there are, how old the list is, how far it has come.
 * @module
 */

import { h } from "../../dom.js";
import { formatAgo } from "../../format.js";
import { text } from "../../text.js";

/** @typedef {import("../../types.js").ListStatus} ListStatus */

/** @param {{ filters: HTMLElement }} options */
export function makeFreshness({ filters }) {
  const t = text.list;
  const number = h("span", { class: "number", role: "status" });
  const when = h("span", { class: "when" });
  const bar = h("progress", { class: "load-bar", "aria-label": t.loadingNow, hidden: true });
  return {
    line: h("div", { class: "filter-bar" }, filters, h("p", { class: "freshness" }, number, when)),
    bar,
    /** @param {{ status: ListStatus, total: number, all: number, found: string | null }} now `found`: what stands in the place of the count @returns {string} "2 minutes ago", or nothing */
    show({ status, total, all, found }) {
      const loading = status.phase === "loading";
      const ago = status.refreshedAt === null ? "" : formatAgo(status.refreshedAt);
      const filling = loading && !ago && status.loaded < (status.expected ?? Number.POSITIVE_INFINITY);
      number.textContent = found ?? (filling ? t.loadingCount(status.loaded, status.expected) : t.count(total, all));
      // While it fills, the number changes four times a second: nobody wants to hear that.
      number.setAttribute("aria-live", loading ? "off" : "polite");
      when.textContent = ago && !loading && found === null ? t.refreshed(ago) : "";
      bar.hidden = !loading;
      if (status.expected) {
        bar.max = status.expected;
        bar.value = status.loaded;
      } else bar.removeAttribute("value");
      return ago;
    },
  };
}
