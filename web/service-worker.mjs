// SPDX-License-Identifier: MIT
//
// Builds the service worker beside the page and writes the list of the page's files into it: all that a build emits,
// each with the hash of its content where its name has none.
import { createHash } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "vite";

const notices = "THIRD-PARTY-NOTICES.txt";

/**
 * What neither the page nor its articles are made of: the host's own, what is only ever downloaded, and what is for
 * articles on other hosts.
 */
const kNotKept = ["_headers", "margin-calculator.html", "embed.html", "margin-embed.js", "integrity.json"];
/** The frame's own script and style. */
const kOfFrame = /^element\/embed-/;
/** Folders whose files are named by their content. */
const kNamedByContent = /^(assets|element)\//;

/** Runs once everything else is in its place. */
export const serviceWorker = {
  name: "service-worker",
  writeBundle: {
    order: /** @type {const} */ ("post"),
    sequential: true,
    /** @param {{ dir?: string }} output */
    async handler({ dir = "" }) {
      const { script, licences } = await built();
      appendFileSync(join(dir, notices), `\n${licences}`);
      writeFileSync(join(dir, "service-worker.js"), script.replace("self.__WB_MANIFEST", JSON.stringify(filesIn(dir))));
    },
  },
};

async function built() {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    // Workbox's own checks and logs are left out.
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      license: { fileName: notices },
      rolldownOptions: {
        input: fileURLToPath(new URL("src/offline/service-worker.ts", import.meta.url)),
        output: { format: "iife" },
      },
    },
  });
  const files = [output].flat().flatMap((one) => ("output" in one ? one.output : []));
  const script = files.find((file) => file.type === "chunk");
  const licences = files.find((file) => file.type === "asset" && file.fileName === notices);
  if (script?.type !== "chunk" || licences?.type !== "asset") throw new Error("the service worker was not built");
  return { script: script.code, licences: licences.source.toString() };
}

/**
 * @param {string} folder
 * @returns {{ url: string, revision: string | null }[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: relative(folder, path).replaceAll(sep, "/") }))
    .filter(({ url }) => !kNotKept.includes(url) && !kOfFrame.test(url))
    .sort((one, other) => (one.url < other.url ? -1 : 1))
    .map(({ path, url }) => ({ url, revision: kNamedByContent.test(url) ? null : hashOf(path) }));
}

/** @param {string} path */
function hashOf(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);
}
