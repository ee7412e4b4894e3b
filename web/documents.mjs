// SPDX-License-Identifier: MIT
//
// The documents that the page's foot leads to, made of docs/*.md by the build: readable without the calculator and
// without a script.
import { readFileSync } from "node:fs";

import { Marked } from "marked";

import { contentSecurityPolicy } from "./policy.mjs";

/** By file name in docs/. A document without the others' language stands in English for both. */
export const documents = [
  { name: "methodology", language: "en" },
  { name: "source-errors", language: "en" },
  { name: "privacy", language: "en" },
  { name: "privacy.de", language: "de" },
  { name: "accessibility", language: "en" },
  { name: "accessibility.de", language: "de" },
];

const back = { en: "Back to the margin calculator", de: "Zurück zum Margin-Rechner" };

/**
 * A document's text as markup.
 * @param {string} name
 * @param {(document: string) => string} addressOf Where another document is found.
 */
export function documentText(name, addressOf) {
  const marked = new Marked({
    renderer: {
      // What scrolls sideways must be reachable by keyboard.
      code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        if (/^(https:|#)/.test(href)) return `<a href="${escaped(href)}">${text}</a>`;
        const document = documents.find(({ name }) => href === `${name}.md`);
        // What is not among the documents is a file of the sources.
        return document ? `<a href="${addressOf(document.name)}">${text}</a>` : text;
      },
    },
  });
  return marked.parse(source(name), { async: false });
}

/** @param {string} name */
function source(name) {
  return readFileSync(new URL(`../docs/${name}.md`, import.meta.url), "utf8");
}

/** @param {string} name */
export function titleOf(name) {
  return /^# (.*)$/m.exec(source(name))?.[1] ?? name;
}

/** Emits each document as a page of the site's look. */
export const documentPages = {
  name: "document-pages",
  /**
   * @this {{ emitFile: (file: { type: "asset", fileName: string, source: string }) => unknown }}
   * @param {unknown} _options
   * @param {Record<string, { fileName: string }>} bundle
   */
  generateBundle(_options, bundle) {
    const style = Object.values(bundle).find(({ fileName }) => fileName.endsWith(".css"))?.fileName ?? "";
    for (const { name, language } of documents) {
      this.emitFile({ type: "asset", fileName: `${name}.html`, source: pageOf(name, language, style) });
    }
  },
};

/**
 * @param {string} name
 * @param {string} language
 * @param {string} style
 */
function pageOf(name, language, style) {
  const title = titleOf(name);
  const home = language === "de" ? "./?lang=de" : "./";
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy({ livePrices: false })}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${escaped(title)}: margin calculator for crypto futures" />
    <title>${escaped(title)} – Margin calculator</title>
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="./${style}" />
  </head>
  <body>
    <nav><a href="${home}">${language === "de" ? back.de : back.en}</a></nav>
    <main class="document">
${documentText(name, (document) => `./${document}.html`)}
    </main>
  </body>
</html>
`;
}

/** @param {string} text */
export function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
