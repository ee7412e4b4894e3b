// SPDX-License-Identifier: MIT
//
// Assembles the npm package in build/package, from packaging/npm, the modules in build/wasm with their types, and the
// element in build/web. The version and the licence are those of the project's own package.json.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
let folder = new URL("build/package/", root);

/** @param {string} file From the project's folder. @param {string} [as] In the package's. */
function copy(file, as = file) {
  cpSync(new URL(file, root), new URL(as, folder), { recursive: true });
}

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(new URL(file, root), "utf8"));

/** The element and all that it loads: the files whose relative addresses stand in it, and in those. */
function copyElement() {
  const built = new URL("build/web/", root);
  const wanted = new Set([new URL("margin-calculator.js", built).href]);
  for (const file of wanted) {
    const name = file.slice(built.href.length);
    copy(`build/web/${name}`, `element/${name}`);
    if (!name.endsWith(".js")) continue;
    const addresses = readFileSync(new URL(file), "utf8").matchAll(/[`"'](\.{1,2}\/[\w./-]+\.(?:js|wasm))[`"']/g);
    for (const [, address = ""] of addresses) {
      const other = new URL(address, file);
      // Some are addresses of the page's own, as its service worker's.
      if (existsSync(other)) wanted.add(other.href);
    }
  }
  const types = "margin-calculator.d.ts";
  if (existsSync(new URL(`web/${types}`, root))) copy(`web/${types}`, `element/${types}`);
}

/** @param {URL} into A folder, with "/" at its end. */
export function assemble(into = folder) {
  folder = into;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copy("packaging/npm", ".");
  for (const file of ["LICENSE", "CHANGELOG.md", "wasm/documents"]) copy(file);
  copy("wasm/margin.d.ts");
  for (const module of ["margin", "margin-evaluate"]) {
    for (const kind of ["mjs", "wasm"]) copy(`build/wasm/${module}.${kind}`, `wasm/${module}.${kind}`);
  }
  copyElement();
  // The page's libraries are the element's; the modules' follow them.
  copy("build/web/THIRD-PARTY-NOTICES.txt", "THIRD-PARTY-NOTICES.txt");
  const { version, license } = json("package.json");
  const { name, description, ...more } = json("packaging/npm/package.json");
  const described = { name, version, description, license, ...more };
  writeFileSync(new URL("package.json", folder), `${JSON.stringify(described, undefined, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) assemble();
