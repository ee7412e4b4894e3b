// SPDX-License-Identifier: MIT
import { appendFileSync, readFileSync } from "node:fs";

import { defineConfig } from "vite";

import { commit } from "./commit.mjs";
import { documentPages } from "./documents.mjs";
import { headersFile } from "./headers.mjs";
import { policyInPage } from "./policy.mjs";
import { singleFile } from "./single-file.mjs";
import { slim } from "./slim.mjs";

/** Asks for the module's script together with the page's own, which would only ask for it once it runs. */
const moduleAhead = {
  name: "module-ahead",
  transformIndexHtml: {
    order: /** @type {const} */ ("post"),
    /** @type {import("vite").IndexHtmlTransformHook} */
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /margin-evaluate-[^/]*\.js$/.test(file))
        .map((file) => ({ tag: "link", attrs: { rel: "modulepreload", href: `./${file}` }, injectTo: /** @type {const} */ ("head") })),
  },
};

/** The sources' indentation is of no use to a reader. */
const withoutIndentation = {
  name: "without-indentation",
  transformIndexHtml: { order: /** @type {const} */ ("post"), handler: (/** @type {string} */ html) => html.replace(/\n\s+/g, "\n") },
};

const notices = "THIRD-PARTY-NOTICES.txt";

/** Adds the licences of what is compiled into the module to those of the page's libraries. */
const moduleNotices = {
  name: "module-notices",
  /** @param {{ dir?: string }} output */
  writeBundle: (output) => {
    const ofModule = readFileSync(new URL(`../build/wasm/${notices}`, import.meta.url), "utf8");
    appendFileSync(`${output.dir ?? ""}/${notices}`, `\n${ofModule}`);
  },
};

export default defineConfig({
  // Relative, so that the page works under any path of any host.
  base: "./",
  define: { "import.meta.env.COMMIT": JSON.stringify(commit()) },
  plugins: [...slim, policyInPage({ livePrices: true, frames: true }), moduleAhead, withoutIndentation, documentPages, moduleNotices, headersFile, singleFile],
  // The module finds its file beside itself, which takes an ES module.
  worker: { format: "es" },
  build: {
    outDir: "../build/web",
    emptyOutDir: true,
    target: "es2022",
    // The policy allows no data: script and the page needs no older browser's help.
    assetsInlineLimit: 0,
    modulePreload: false,
    license: { fileName: notices },
    // All that the first screen needs is one file, whatever of it the later parts use too.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "index", test: /src\/main\.ts$/, includeDependenciesRecursively: true }] } },
    },
  },
});
