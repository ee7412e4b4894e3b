// SPDX-License-Identifier: MIT
//
// Lighthouse on the built page, as a host would send it; for the tests and for the bench.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

import { builtPage, serve } from "../../../web/serve.mjs";

const program = fileURLToPath(new URL("node_modules/lighthouse/cli/index.js", import.meta.url));

/** Whether ./dev test all has installed it. */
export const isInstalled = existsSync(program);

/** Lighthouse's two devices, as its options. */
export const devices = { telephone: [], desktop: ["--preset=desktop"] };

/**
 * @typedef {object} Result
 * @property {Record<string, { score: number | null, auditRefs: { id: string, weight: number }[] }>} categories
 * @property {Record<string, { score: number | null, title: string, displayValue?: string }>} audits
 */

/** Serves the built page, its files compressed as well. */
export async function serveCompressed() {
  const folder = mkdtempSync(join(tmpdir(), "margin-lighthouse-"));
  cpSync(builtPage, folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  const server = await serve({ port: 0, folder });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: server.address, close };
}

/**
 * @param {string} address
 * @param {readonly string[]} categories
 * @param {readonly string[]} [options]
 * @returns {Promise<Result>}
 */
export async function measure(address, categories, options = []) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      program,
      address,
      "--quiet",
      "--output=json",
      `--only-categories=${categories.join()}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
      ...options,
    ],
    { env: { ...process.env, CHROME_PATH: process.env["CHROMIUM"] ?? "/usr/bin/chromium" }, maxBuffer: 64 << 20, timeout: 180_000 },
  );
  return JSON.parse(stdout);
}
