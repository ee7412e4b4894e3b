// SPDX-License-Identifier: MIT
//
// The articles of web/articles as the build leaves them: plain pages, each with its policy and with what its first figure
// loads named ahead. They stand beside the element that they hold.
import { readdirSync, readFileSync } from "node:fs";

import { contentSecurityPolicy } from "./policy.mjs";

const folder = new URL("articles/", import.meta.url);

/** What the first figure of an article loads, by the names of the build's files. */
const kAhead = ["margin-calculator", "read-fragment", "margin-evaluate"];
/** A US account's words come with the later parts. */
const kAheadOfUs = [...kAhead, "later"];

/** @typedef {Record<string, { type: string, fileName: string, name?: string | undefined, imports?: string[] }>} Bundle */

export const articlePages = {
  name: "article-pages",
  /**
   * @this {{ emitFile: (file: { type: "asset", fileName: string, source: string }) => unknown }}
   * @param {unknown} _options
   * @param {Bundle} bundle
   */
  generateBundle(_options, bundle) {
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
      this.emitFile({ type: "asset", fileName: `articles/${name}`, source: pageOf(textOf(`articles/${name}`), bundle) });
    }
    const style = textOf("src/page/page.css") + textOf("articles/article.css");
    this.emitFile({ type: "asset", fileName: "articles/article.css", source: style });
  },
};

/** @param {string} path Below web/. */
function textOf(path) {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

/**
 * A policy holds only for what comes after it.
 * @param {string} html
 * @param {Bundle} bundle
 */
function pageOf(html, bundle) {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy({ livePrices: false })}" />`;
  const [first = ""] = /<margin-calculator[^>]*>/.exec(html) ?? [];
  const names = first === "" ? [] : first.includes("r=kraken-us") ? kAheadOfUs : kAhead;
  const lines = [policy, ...scriptsOf(names, bundle), ...modulesOf(names, bundle)];
  return html.replace('<meta charset="utf-8" />', (charset) => [charset, ...lines].join("\n    "));
}

/**
 * @param {string[]} names
 * @param {Bundle} bundle
 */
function scriptsOf(names, bundle) {
  const wanted = new Set(Object.values(bundle).filter(({ type, name = "" }) => type === "chunk" && names.includes(name)).map(({ fileName }) => fileName));
  for (const file of wanted) for (const further of bundle[file]?.imports ?? []) wanted.add(further);
  return [...wanted].map((file) => `<link rel="modulepreload" href="../${file}" />`);
}

/**
 * The WebAssembly of the first answer, as the module's script asks for it.
 * @param {string[]} names
 * @param {Bundle} bundle
 */
function modulesOf(names, bundle) {
  if (names.length === 0) return [];
  const files = Object.keys(bundle).filter((file) => /margin-evaluate-[^/]*\.wasm$/.test(file));
  return files.map((file) => `<link rel="preload" as="fetch" type="application/wasm" href="../${file}" crossorigin />`);
}
