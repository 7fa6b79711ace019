/**
 * Serves the page with the fake, under the page's own policy. `node tests/ui/server.js` prints its address and runs until ended.
 * @module
 */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
};
/** The policy of tauri.conf.json; `connect-src` has no need of IPC here. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** @param {number} [port] @returns {Promise<{ address: string, close: () => Promise<void> }>} */
export async function serve(port = 0) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    // The page lies at the root as it does in the app; the fake beside it under /tests/ui/.
    const file = path.startsWith(`${sep}tests${sep}ui${sep}`) ? join(root, path) : join(root, "ui", path);
    try {
      let body = await readFile(file);
      if (extname(file) === ".html") {
        const page = body
          .toString()
          .replace(
            '<script type="module"',
            '<script type="module" src="tests/ui/start.js"></script>\n<script type="module"',
          );
        body = Buffer.from(page);
      }
      response.writeHead(200, {
        "Content-Type": types[/** @type {keyof typeof types} */ (extname(file))] ?? "application/octet-stream",
        "Content-Security-Policy": policy,
        "Cache-Control": "max-age=60",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", () => done(null)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(process.env.PORT ?? 0));
  process.stdout.write(`${address}/index.html\n`);
}
