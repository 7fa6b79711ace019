/**
 * What Rust does with flocks, addresses that are led on to, factories and the search on the Console.
 * @module
 */

import { flocks } from "./data.js";
import { detail, redirects } from "./detail.js";
import { kinds } from "./kinds.js";

/** @typedef {import("../../../ui/js/types.js").TokenRow} TokenRow */
/** @typedef {import("../../../ui/js/types.js").Factory} Factory */
/**
 * @typedef {object} House
 * @property {ReturnType<typeof import("./index.js").makeIndex>} index
 * @property {(id: string) => TokenRow} rowOf
 * @property {() => void} changed
 * @property {typeof import("../fake.js").uiError} uiError
 * @property {(ms: number) => Promise<unknown>} wait
 * @property {number} latency
 * @property {number} factories how many there are
 */

/** @param {string} id */
const flockName = (id) => flocks.find((one) => one.id === id)?.name ?? id;

/** @param {number} n @returns {Factory & { code: string, link: string | null }} */
const factory = (n) => ({
  id: `factory-${n}`,
  memo: ["Laptop set-up script, ask Tom", "New teachers’ tablets. Mrs Osei", "Archive server, nightly"][n % 3] ?? "",
  flockId: flocks[n % flocks.length]?.id ?? "",
  flock: flocks[n % flocks.length]?.name ?? "",
  code: `f00d${n}`.padEnd(32, "e"),
  link: null,
  hasLink: false,
});

/** @param {House} house @returns {Record<string, (args: any) => any>} */
export function careCommands({ index, rowOf, changed, uiError, wait, latency, factories: count }) {
  const factories = Array.from({ length: count }, (_, n) => factory(n));
  const known = (/** @type {string} */ id) => {
    const one = factories.find((other) => other.id === id);
    if (!one) throw uiError("factoryGone", "Somebody has deleted this factory meanwhile.");
    return one;
  };
  const shown = (/** @type {Factory} */ { id, memo, flockId, flock, hasLink }) => ({
    id,
    memo,
    flockId,
    flock,
    hasLink,
  });
  return {
    set_redirect: ({ id, redirectUrl }) => {
      redirects.set(id, redirectUrl);
      return detail(rowOf(id));
    },
    summarize_flocks: () =>
      flocks.map(({ id, name }) => {
        const rows = index.rows.filter((row) => row.flockId === id);
        const enabled = rows.filter((row) => row.enabled).length;
        return { id, name, total: rows.length, enabled, disabled: rows.length - enabled };
      }),
    move_tokens: async ({ selection, expected, flock, operation, onProgress }) => {
      const rows = index.selected(selection);
      if (rows.length !== expected) throw uiError("fieldInvalid", "The list has changed meanwhile.");
      const moved = rows.filter((row) => row.flockId !== flock);
      for (const [done, row] of moved.entries()) {
        Object.assign(row, { flockId: flock, flock: flockName(flock) });
        if (latency && done % 10 === 0) {
          onProgress?.onmessage({ operation, done, total: moved.length, failed: 0, unit: "items" });
          await wait(latency);
        }
      }
      changed();
      return { done: moved.length, ids: moved.slice(0, 1000).map((row) => row.id), failed: [] };
    },
    search_console: ({ search }) => {
      const words = search.text.toLowerCase().split(/\s+/).filter(Boolean);
      const begins = (/** @type {TokenRow} */ row, /** @type {string} */ word) =>
        row.id.startsWith(word) ||
        row.memo
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .some((one) => one.startsWith(word));
      const rows = index.rows.filter(
        (row) =>
          words.every((/** @type {string} */ word) => begins(row, word)) &&
          (search.kind === null || row.kind === search.kind) &&
          (search.flock === null || row.flockId === search.flock) &&
          (search.enabled === null || row.enabled === search.enabled),
      );
      for (const row of rows) row.unacked = row.alerts % 2 ? row.alerts : 0;
      index.found(new Set(rows.slice(0, 1000).map((row) => row.id)));
      changed();
      return { total: rows.length, fetched: Math.min(rows.length, 1000) };
    },
    list_factories: () => ({
      factories: factories.map(shown),
      kinds: kinds.filter((one) => ["http", "dns", "aws-id", "doc-msword", "qr-code"].includes(one.kind)),
    }),
    create_factory: ({ flock, memo }) => {
      const code = `beef${factories.length}`.padEnd(32, "a");
      const link = `https://rowanhill.canary.tools/factory/${code}`;
      const one = {
        id: `factory-${factories.length}`,
        memo,
        flockId: flock,
        flock: flockName(flock),
        code,
        link,
        hasLink: true,
      };
      factories.push(one);
      return shown(one);
    },
    reveal_factory: ({ id }) => {
      const { code, link } = known(id);
      const address = "https://rowanhill.canary.tools/api/v1/canarytoken/factory/create";
      return {
        code,
        link,
        command: `curl '${address}' \\\n  --data-urlencode 'factory_auth=${code}' \\\n  --data-urlencode 'kind=http' \\\n  --data-urlencode 'memo=Where it will be'`,
      };
    },
    delete_token_factory: ({ id }) => {
      factories.splice(factories.indexOf(known(id)), 1);
      return null;
    },
  };
}
