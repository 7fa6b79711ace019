/**
 * Everything about one Canarytoken of the fake.
 * @module
 */

import { byKind } from "./kinds.js";
import { read } from "./reminder.js";

/** @typedef {import("../../../ui/js/types.js").TokenRow} TokenRow */
/** @typedef {import("../../../ui/js/types.js").TokenDetail} TokenDetail */
/** @typedef {import("../../../ui/js/types.js").CopyValue} CopyValue */

/**
 * @param {string} label
 * @param {string} value
 * @param {{ secret?: boolean, multiline?: boolean }} [more]
 * @returns {CopyValue}
 */
const copy = (label, value, { secret = false, multiline = false } = {}) => ({ label, value, secret, multiline });

/** @param {TokenRow} row @returns {CopyValue[]} */
function copies(row) {
  const short = row.id.slice(0, 8);
  const host = `${short}.a1b2c3d4.example`;
  const url = `https://a1b2c3d4.example/traffic/${short}/login.html`;
  /** @type {Record<string, CopyValue[]>} */
  const own = {
    http: [copy("Link", url)],
    dns: [copy("Host name", host)],
    "qr-code": [copy("Link behind the code", url)],
    "web-image": [copy("Link to the picture", url.replace("login.html", "crest.png"))],
    "fast-redirect": [copy("Link", url)],
    "slow-redirect": [copy("Link", url)],
    "doc-msword": [copy("Host name in the file", host)],
    "aws-id": [
      copy("Access key id", "AKIAFAKEFAKEFAKEFAKE"),
      copy("Secret access key", "fake/secret+of/the/sample+fleet/0000000", { secret: true }),
      copy(
        "Text for the credentials file",
        "[default]\naws_access_key_id = AKIAFAKEFAKEFAKEFAKE\nregion = us-east-2\noutput = json",
        { multiline: true },
      ),
    ],
    "cloned-web": [
      copy(
        "Script for your page",
        `<script>\nif (document.domain != "portal.example.org") {\n  var l = location.href;\n  var m = new Image();\n  m.src = "https://${host}/?l=" + encodeURI(l);\n}\n</script>`,
        { multiline: true },
      ),
    ],
    apeeper: [copy("Factory link", `https://a1b2c3d4.example/d3/factory/${short}`)],
  };
  return [...(own[row.kind] ?? []), copy("Canarytoken id", row.id)];
}

/** Where a Canarytoken leads on to, once that was changed; null: nowhere. @type {Map<string, string | null>} */
export const redirects = new Map();

/** A pattern that looks like a QR code. @param {string} seed */
function pattern(seed) {
  const size = 33;
  let path = "";
  let x = [...seed].reduce((sum, one) => sum + one.charCodeAt(0) * 7919, 17);
  const corner = (/** @type {number} */ c, /** @type {number} */ r) => {
    path += `M${c} ${r}h7v7h-7zM${c + 1} ${r + 1}v5h5v-5zM${c + 2} ${r + 2}h3v3h-3z`;
  };
  for (const [c, r] of [
    [4, 4],
    [22, 4],
    [4, 22],
  ])
    corner(c ?? 0, r ?? 0);
  for (let r = 4; r < 29; r += 1) {
    for (let c = 4; c < 29; c += 1) {
      x = (x * 1103515245 + 12345) % 2147483648;
      const inCorner = (r < 12 && (c < 12 || c > 20)) || (r > 20 && c < 12);
      if (!inCorner && (x >> 16) % 2) path += `M${c} ${r}h1v1h-1z`;
    }
  }
  return { size, path };
}

/** @param {TokenRow} row */
const memoOf = ({ memo, lookedAfterBy }) =>
  lookedAfterBy ? `Place: ${memo}\nLooked after by: ${lookedAfterBy}` : memo;

/**
 * @param {TokenRow} row
 * @param {string} [memo] the whole reminder
 * @returns {TokenDetail}
 */
export function detail(row, memo = memoOf(row)) {
  const card = byKind.get(row.kind);
  const redirect = row.kind.endsWith("redirect")
    ? "always"
    : ["qr-code", "http"].includes(row.kind)
      ? "optional"
      : "none";
  const given = redirects.get(row.id);
  return {
    row: { ...row },
    memo,
    reminder: read(memo),
    kindConsoleName: card?.consoleName ?? "New Kind 2027",
    triggers: card?.triggers ?? "Touching it raises an alert",
    known: !!card,
    artifact: card?.artifact
      ? {
          suggestedName: `${card.artifact.names[0]}.${card.artifact.extension}`,
          extension: card.artifact.extension,
          label: card.artifact.label,
        }
      : null,
    copy: copies(row),
    qr: row.kind === "qr-code" ? pattern(row.id) : null,
    advice: card?.advice ?? { place: [], places: [], test: [], notes: [] },
    facts: card
      ? row.kind === "cloned-web"
        ? [{ label: "Your website", value: "portal.example.org" }]
        : []
      : [
          { label: "trigger_host", value: "k3vq0xw7.a1b2c3d4.example" },
          { label: "renders.snippet", value: "a line that the Console made for it" },
          { label: "node_id", value: "00000000deadbeef" },
        ],
    redirectUrl: given !== undefined ? given : redirect === "always" ? "https://portal.example.org/start" : null,
    redirect,
    browserScanner: row.kind === "http" ? true : null,
    factoryHash: row.kind === "apeeper" ? "0f1e2d3c4b5a69788796a5b4c3d2e1f0" : null,
    removableBucket: row.kind === "aws-s3",
    sourceBucket: row.kind === "aws-s3" ? "rowanhill-archive-old" : null,
    canAlert: true,
  };
}
