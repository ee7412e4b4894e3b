// SPDX-License-Identifier: MIT
//
// What the builds leave out of the files that readers wait for.

/** The id of the bundler's own loader of parts, which also asks for what they will ask for: pages here name that themselves. */
const kLoader = "\0vite/preload-helper.js";

/** @type {import("vite").Plugin} */
const plainLoading = {
  name: "plain-loading",
  enforce: "pre",
  load: (id) => (id === kLoader ? "export const __vitePreload = (load) => load();" : undefined),
};

/** Styles stand in the sources as they are read there; browsers need neither their blanks nor their remarks. @type {import("vite").Plugin} */
const tightStyles = {
  name: "tight-styles",
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: "css`" },
    handler: (code) =>
      code.replace(/(?<=\bcss`)[^`]*/g, (style) => style.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};]) ?/g, "$1")),
  },
};

export const slim = [plainLoading, tightStyles];
