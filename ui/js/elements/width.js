/**
 * Widths that follow the text size. `tellWidth` says in an element's `data-below` which widths it does not reach, in rem: `data-below~="50"` for one that is narrower than 50rem.
 * For what changes its width often and holds much: a container query makes WebKit style all that is in it at each new width.
 * @module
 */

/** How many px a rem is now: 16 at a text size of 100 %. */
export const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Every width that a style sheet may ask for. */
const widths = Array.from({ length: 19 }, (_, step) => 24 + 2 * step);

/**
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 */
export function tellWidth(element, signal) {
  const observer = new ResizeObserver(() => {
    const below = widths.filter((width) => element.clientWidth < width * rem()).join(" ");
    if (below !== (element.dataset.below ?? "")) element.dataset.below = below;
  });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}
