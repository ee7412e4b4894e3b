// SPDX-License-Identifier: MIT
// What travels to a reader: the two files of each module and every file the page loads, gzipped.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = new URL("../build/", import.meta.url);
const gzipped = (file) => gzipSync(readFileSync(new URL(file, root)), { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function filesUnder(folder) {
  return readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(root), join(entry.parentPath, entry.name)));
}

console.log("sizes, gzip -9");
for (const module of ["margin-evaluate", "margin"]) {
  const [wasm, script] = ["wasm", "mjs"].map((kind) => kilobytes(gzipped(`wasm/${module}.${kind}`)));
  console.log(`  ${module}: wasm ${wasm}, script ${script}`);
}
if (existsSync(new URL("web/", root))) {
  const loaded = filesUnder("web").filter((file) => /\.(html|js|css|wasm|svg)$/.test(file));
  console.log(`  page in all: ${kilobytes(loaded.reduce((sum, file) => sum + gzipped(file), 0))}`);
  for (const file of loaded) console.log(`    ${file} ${kilobytes(gzipped(file))}`);
}
