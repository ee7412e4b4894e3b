// SPDX-License-Identifier: MIT
//
// Builds what articles use, beside the page: the element margin-calculator.js with what it loads when it is wanted, the
// page embed.html for frames, margin-embed.js, which fits those, and the articles of this project. Their names stay:
// articles hold them.
import { build, defineConfig } from "vite";

import { articlePages } from "./articles.mjs";
import { commit } from "./commit.mjs";
import { integrityFile } from "./integrity.mjs";
import { policyInPage } from "./policy.mjs";
import { serviceWorker } from "./service-worker.mjs";
import { slim } from "./slim.mjs";

const element = "margin-calculator";
const resizer = "margin-embed";

/** Built apart: whole in itself, as an integrity attribute needs it, and shared with nobody. */
const ownResizer = {
  name: "own-resizer",
  /** @this {{ emitFile: (file: { type: "asset", fileName: string, source: string }) => unknown }} */
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: "silent",
      build: { write: false, target: "es2022", modulePreload: false, rolldownOptions: { input: path(`src/${resizer}.ts`) } },
    });
    const [file] = "output" in built ? built.output : [];
    if (file) this.emitFile({ type: "asset", fileName: `${resizer}.js`, source: file.code });
  },
};

const path = (/** @type {string} */ name) => new URL(name, import.meta.url).pathname;

/** The frame asks for the element together with its own script, which would only ask for it once it runs. */
const elementAhead = {
  name: "element-ahead",
  transformIndexHtml: {
    order: /** @type {const} */ ("post"),
    handler: () => [{ tag: "link", attrs: { rel: "modulepreload", href: `./${element}.js` }, injectTo: /** @type {const} */ ("head") }],
  },
};

export default defineConfig({
  base: "./",
  define: { "import.meta.env.COMMIT": JSON.stringify(commit()) },
  publicDir: false,
  plugins: [...slim, policyInPage({ livePrices: false }), elementAhead, ownResizer, integrityFile, articlePages, serviceWorker],
  worker: { format: "es" },
  build: {
    outDir: "../build/web",
    // The page was built into it before.
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { [element]: path("src/margin-calculator.ts"), embed: path("embed.html") },
      output: {
        entryFileNames: ({ name }) => (name === element ? "[name].js" : "element/[name]-[hash].js"),
        chunkFileNames: ({ name }) => (name === element ? "[name].js" : "element/[name]-[hash].js"),
        assetFileNames: ({ names }) => (names.some((name) => name.endsWith(".css")) ? "element/[name]-[hash][extname]" : "assets/[name]-[hash][extname]"),
        codeSplitting: {
          groups: [{ name: element, test: /src\/margin-calculator\.ts$/, includeDependenciesRecursively: true }],
        },
      },
    },
  },
});
