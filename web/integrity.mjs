// SPDX-License-Identifier: MIT
//
// Hashes of what articles load, for the integrity attribute and for import maps (docs/embedding.md).
import { createHash } from "node:crypto";

/** Writes integrity.json: the files of the build, each with the hash of its bytes. */
export const integrityFile = {
  name: "integrity-file",
  generateBundle: {
    order: /** @type {const} */ ("post"),
    /**
     * @this {{ emitFile: (file: { type: "asset", fileName: string, source: string }) => unknown }}
     * @param {unknown} _options
     * @param {Record<string, { type: "chunk", code: string } | { type: "asset", source: string | Uint8Array }>} bundle
     */
    handler(_options, bundle) {
      const hashes = Object.entries(bundle)
        .filter(([name]) => /\.(?:js|wasm)$/.test(name))
        .map(([name, file]) => [name, hashOf(file.type === "chunk" ? file.code : file.source)])
        .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
      this.emitFile({ type: "asset", fileName: "integrity.json", source: `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n` });
    },
  },
};

/** @param {string | Uint8Array} content */
function hashOf(content) {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}
