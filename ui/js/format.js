/**
 * Numbers, dates and sizes in the language of the page, as the person's system writes it, and their zone.
 * @module
 */

import { language as spoken } from "./language.js";

/** The system's own form of the page's language, such as en-US or de-AT; "C" and "POSIX" are nobody's language. */
const system = new Intl.NumberFormat().resolvedOptions().locale;
const language = system.startsWith(spoken) && !/posix/i.test(system) ? system : { en: "en-GB", de: "de-DE" }[spoken];
const number = new Intl.NumberFormat(language);
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

/** Made when it is first wanted: each costs WebKit some milliseconds. @param {Intl.DateTimeFormatOptions} options */
const dates = (options) => {
  /** @type {Intl.DateTimeFormat | undefined} */
  let made;
  return (/** @type {number} */ time) => {
    made ??= new Intl.DateTimeFormat(language, options);
    return made.format(time);
  };
};
const day = dates({ day: "numeric", month: "short", year: "numeric" });

/** @param {number} value */
export const formatNumber = (value) => number.format(value);

/** "18 Nov 2026", or nothing for null. @param {number | null} time epoch milliseconds */
export const formatDay = (time) => (time === null ? "" : day(time));

/** "Tuesday". @param {number} time epoch milliseconds */
export const formatWeekday = dates({ weekday: "long" });

/** "18 November 2026 at 09:14". @param {number} time epoch milliseconds */
export const formatMoment = dates({ dateStyle: "long", timeStyle: "short" });

/** "14:05". @param {number} time epoch milliseconds */
export const formatClock = dates({ hour: "2-digit", minute: "2-digit" });

/**
 * "now", "2 minutes ago", "3 hours ago", then the day.
 * @param {number} time epoch milliseconds
 * @param {number} [now]
 */
export function formatAgo(time, now = Date.now()) {
  const seconds = Math.max(0, (now - time) / 1000);
  if (seconds < 60) return relative.format(0, "second");
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), "minute");
  if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), "hour");
  return formatDay(time);
}

/** "18 KB"; thousands as file managers count them. @param {number} bytes */
export function formatBytes(bytes) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[unit],
    unitDisplay: unit === 0 ? "long" : "short",
    maximumFractionDigits: unit > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

/**
 * "1 Canarytoken", "12 Canarytokens".
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export const plural = (count, one, many) => `${formatNumber(count)} ${count === 1 ? one : many}`;
