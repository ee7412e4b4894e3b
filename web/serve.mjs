// SPDX-License-Identifier: MIT
//
// Serves the built page as a host should: under the real policy, on this machine only.
//   node web/serve.mjs [--port 8080] [--base /margin/] [--folder build/web]
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";

import { headersOf } from "./headers.mjs";

const host = "127.0.0.1";
export const builtPage = fileURLToPath(new URL("../build/web", import.meta.url));

/**
 * @typedef {object} Options
 * @property {number} [port]
 * @property {string} [base] The path the page is served under, "/…/".
 * @property {string} [folder] Another build of the page than the usual one.
 * @property {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean} [before]
 *   Answers requests of its own below `base`, and says whether it did.
 */

/**
 * Starts the server on `port` or, where that is taken, on the next free one.
 * @param {Options} options
 * @returns {Promise<{address: string, close: () => Promise<void>}>}
 */
export async function serve({ port = 8080, base = "/", folder = builtPage, before } = {}) {
  // dev: files are read anew for each request, so a new build shows without a restart.
  const files = sirv(folder, {
    dev: true,
    // Where a file lies there compressed as well.
    gzip: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersOf(path.slice(1)))) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    const nothing = () => {
      response.writeHead(404, { ...headersOf(""), "Content-Type": "text/plain; charset=utf-8" });
      response.end("There is nothing at this address.\n");
    };
    if (!request.url?.startsWith(base)) return nothing();
    request.url = request.url.slice(base.length - 1);
    if (before?.(request, response)) return undefined;
    return files(request, response, nothing);
  });
  const taken = await listen(server, port);
  return {
    address: `http://${host}:${taken}${base}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port 0 for any free one.
 * @returns {Promise<number>} the port taken.
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    const tryPort = (/** @type {number} */ candidate) => {
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
        const next = candidate + 1;
        if (error.code === "EADDRINUSE" && next < Math.min(port + 100, 65536)) tryPort(next);
        else reject(error);
      });
      server.listen(candidate, host);
    };
    server.once("listening", () => {
      server.removeAllListeners("error");
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
    tryPort(port);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      base: { type: "string", default: "/" },
      folder: { type: "string", default: builtPage },
    },
  });
  const { address } = await serve({ ...values, port: Number(values.port) });
  console.log(`The margin calculator is at ${address} (stop with Ctrl+C)`);
}
