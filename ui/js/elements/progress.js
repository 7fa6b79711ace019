/**
 * How far a long job is.
 * @module
 */

import { h } from "../dom.js";

/**
 * A bar with a sentence. Without a total it only shows that something happens.
 *
 * @param {object} options
 * @param {string} options.label what is being done, for screen readers
 * @param {(progress: { done: number, total: number | null, failed: number }) => string} [options.say] the sentence beside the bar
 * @returns {{ element: HTMLElement, update: (progress: { done: number, total: number | null, failed: number }) => void }}
 */
export function progress({ label, say }) {
  const bar = h("progress", { class: "progress", "aria-label": label });
  const sentence = h("p", { class: "quiet number" });
  const element = h("div", { class: "progress-box" }, bar, say ? sentence : null);
  return {
    element,
    update(now) {
      if (now.total === null) bar.removeAttribute("value");
      else {
        bar.max = Math.max(1, now.total);
        bar.value = now.done;
      }
      if (say) sentence.textContent = say(now);
    },
  };
}
