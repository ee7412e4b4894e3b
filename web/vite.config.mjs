// SPDX-License-Identifier: MIT
import { defineConfig } from "vite";

import { contentSecurityPolicy } from "./policy.mjs";

/** Writes the policy into the page, first in the head: a policy holds only for what comes after it. */
const policyInPage = {
  name: "policy-in-page",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
      injectTo: /** @type {const} */ ("head-prepend"),
    },
  ],
};

export default defineConfig({
  // Relative, so that the page works under any path of any host.
  base: "./",
  plugins: [policyInPage],
  build: {
    outDir: "../build/web",
    emptyOutDir: true,
    target: "es2022",
    // The policy allows no data: script and the page needs no older browser's help.
    assetsInlineLimit: 0,
    modulePreload: false,
    license: { fileName: "THIRD-PARTY-NOTICES.txt" },
  },
});
