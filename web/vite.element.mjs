// SPDX-License-Identifier: MIT
//
// Builds the element of articles beside the page: margin-calculator.js, with what it loads when it is wanted.
import { defineConfig } from "vite";

import { commit } from "./commit.mjs";

const element = "margin-calculator";

export default defineConfig({
  base: "./",
  define: { "import.meta.env.COMMIT": JSON.stringify(commit()) },
  publicDir: false,
  worker: { format: "es" },
  build: {
    outDir: "../build/web",
    // The page was built into it before.
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { [element]: new URL("src/margin-calculator.ts", import.meta.url).pathname },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: ({ name }) => (name === element ? "[name].js" : "element/[name]-[hash].js"),
        codeSplitting: {
          groups: [{ name: element, test: /src\/margin-calculator\.ts$/, includeDependenciesRecursively: true }],
        },
      },
    },
  },
});
