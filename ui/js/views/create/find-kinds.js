/**
 * Finding a kind by what people call it.
 * @module
 */

/** @typedef {import("../../types.js").KindCard} KindCard */
/** @typedef {import("../../types.js").KindGroup} KindGroup */
/** @typedef {{ group: KindGroup, kinds: KindCard[] }} FoundGroup */

/**
 * Lower case, without accents.
 * @param {string} text
 */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Every word of the search must begin a word of the kind's names, description or search words.
 * @param {KindCard} card
 * @param {string} text
 */
export function kindMatches(card, text) {
  const wanted = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (wanted.length === 0) return true;
  const hay = plain([card.name, card.consoleName, card.kind, card.what, card.triggers, ...card.search].join(" "));
  const words = hay.split(/[^\p{L}\p{N}]+/u);
  return wanted.every((want) => words.some((word) => word.startsWith(want)));
}

/**
 * The kinds that fit, in their groups and in the order given; groups without any are left out.
 * A kind of a group that is not listed goes to `other`.
 * @param {{ groups: KindGroup[], kinds: KindCard[] }} all
 * @param {string} text
 * @param {KindGroup} other
 * @returns {FoundGroup[]}
 */
export function findKinds(all, text, other) {
  const groups = all.groups.some((group) => group.id === other.id) ? all.groups : [...all.groups, other];
  const known = new Set(groups.map((group) => group.id));
  const groupOf = (/** @type {KindCard} */ card) =>
    known.has(/** @type {KindGroup["id"]} */ (card.group)) ? card.group : other.id;
  const found = all.kinds.filter((card) => kindMatches(card, text));
  return groups
    .map((group) => ({ group, kinds: found.filter((card) => groupOf(card) === group.id) }))
    .filter((entry) => entry.kinds.length > 0);
}
