// SPDX-License-Identifier: MIT
//
// Builds margin-calculator.html: the page, its module, its documents and the notices of third parties as one file that
// a browser opens from a disk. docs/offline.md says why it is made this way.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

import { build } from "vite";

import { commit } from "./commit.mjs";
import { documents, documentText, escaped, titleOf } from "./documents.mjs";
import { singleFilePolicy } from "./policy.mjs";

/** @param {string} path From here. */
const own = (path) => fileURLToPath(new URL(path, import.meta.url));

const wholeModule = own("../build/wasm/margin.mjs");
const moduleFromFile = own("src/single-file/module.ts");

/** What the page imports, and what stands for it in the file. */
const replaced = new Map([
  [wholeModule, moduleFromFile],
  [own("../build/wasm/margin-evaluate.mjs"), moduleFromFile],
  [own("src/page/trusted.ts"), own("src/single-file/no-worker.ts")],
  [own("src/parts/live-switch.ts"), own("src/single-file/no-live-prices.ts")],
  [own("src/live/live.ts"), own("src/single-file/no-live-prices.ts")],
]);

const replacing = {
  name: "replacing",
  enforce: /** @type {const} */ ("pre"),
  /**
   * @this {{ resolve: (source: string, importer?: string, options?: object) => Promise<{ id: string } | null> }}
   * @param {string} source
   * @param {string | undefined} importer
   * @param {object} options
   */
  async resolveId(source, importer, options) {
    if (importer === undefined || importer === moduleFromFile) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return (resolved && replaced.get(resolved.id)) ?? resolved;
  },
  /**
   * The module's script looks for its bytes beside itself, which a script in a file is not: they are handed to it.
   * @param {string} code
   * @param {string} id
   */
  transform(code, id) {
    if (id !== wholeModule) return null;
    // Emscripten's versions write it in different ways.
    const named = code.replace(/new URL\("margin\.wasm",\s*import\.meta\.url\)\.(toString\(\)|href)/, '"margin.wasm"');
    const alone = named.replaceAll("import.meta.url", '""');
    if (named === code || alone.includes("import.meta")) throw new Error(`${id} is not as it was: see web/single-file.mjs`);
    return { code: alone, map: null };
  },
};

/** @param {string} entry */
async function scriptOf(entry) {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { "import.meta.env.COMMIT": JSON.stringify(commit()) },
    plugins: [replacing],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: own(entry),
        output: { format: "iife", codeSplitting: false },
        // There is no other file to load.
        transform: { define: { "import.meta": "{}" } },
      },
    },
  });
  const files = [output].flat().flatMap((one) => ("output" in one ? one.output : []));
  const [script] = files;
  if (files.length !== 1 || script?.type !== "chunk") throw new Error(`${entry} came to more than one file`);
  return script.code.trim();
}

/** @param {string} folder That of the built page. */
async function fileOf(folder) {
  const script = await scriptOf("src/single-file/main.ts");
  const boot = await scriptOf("src/single-file/boot.ts");
  const [css = ""] = globSync("assets/index-*.css", { cwd: folder });
  const style = readFileSync(join(folder, css), "utf8").trim() + kFootStyle;
  const icon = readFileSync(own("public/icon.svg"), "utf8").trim();
  const policy = singleFilePolicy({ scripts: [boot, script].map(hashOf), style: hashOf(style) });
  const packed = [
    block("packed-script", Buffer.from(script)),
    block("packed-module", readFileSync(own("../build/wasm/margin.wasm"))),
    block("packed-notices", readFileSync(join(folder, "THIRD-PARTY-NOTICES.txt"))),
  ];
  return inOrder(readFileSync(own("index.html"), "utf8"), [
    [/(<meta charset="utf-8" \/>)/, `$1\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`],
    [/<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />`],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/ *<link rel="manifest"[^>]*>\n/, ""],
    [/ *<script [^>]*><\/script>\n/, ""],
    [/(<div id="trouble"[^>]*>)/, `$1<p>This browser cannot start the calculator from a file: it may be too old for it.</p>`],
    [/<footer>.*<\/footer>/s, `<footer>\n${foot()}    </footer>\n    ${packed.join("\n    ")}\n    <script>${boot}</script>`],
  ]);
}

const kFootStyle = [
  "footer details{margin-block:.5rem}",
  "footer summary{cursor:pointer;min-block-size:1.75rem}",
  // A document in several languages is shown in the page's.
  "html:not(:lang(de)) .in-de,html:lang(de) .in-en{display:none}",
].join("");

function foot() {
  const names = documents.map(({ name }) => name).filter((name) => !name.includes("."));
  const folds = names.map((name) => {
    const versions = documents.filter((document) => document.name === name || document.name.startsWith(`${name}.`));
    const texts = versions.map(({ name, language }) => {
      // The summary says what it is.
      const text = documentText(name, (other) => `#document-${other}`).replace(/<h1>.*?<\/h1>/, "");
      const only = versions.length > 1 ? ` class="in-${language}"` : "";
      return `<div lang="${language}"${only}>${text}</div>\n`;
    });
    return fold(name, escaped(titleOf(name)), texts.join(""));
  });
  return [...folds, fold("notices", "Notices of third parties", '<pre tabindex="0" lang="en"></pre>')].join("");
}

/** src/page/frame.ts puts the summaries into the language shown. */
const fold = (/** @type {string} */ name, /** @type {string} */ title, /** @type {string} */ text) =>
  `<details class="document" id="document-${name}">\n<summary id="page-${name}">${title}</summary>\n${text}</details>\n`;

/**
 * @param {string} id
 * @param {Buffer} content
 */
function block(id, content) {
  const text = deflateRawSync(content, { level: 9, memLevel: 9 }).toString("base64");
  return `<script type="application/octet-stream" id="${id}">${text}</script>`;
}

/** @param {string} text */
const hashOf = (text) => createHash("sha256").update(text).digest("base64");

/**
 * @param {string} text
 * @param {readonly (readonly [RegExp, string])[]} changes
 */
function inOrder(text, changes) {
  return changes.reduce((changed, [what, instead]) => {
    if (!what.test(changed)) throw new Error(`web/index.html has no ${what}`);
    // Only the first mark of the replacement is one: scripts and texts hold dollar signs of their own.
    return changed.replace(what, (_, kept) => instead.replace(/^\$1/, () => kept));
  }, text);
}

export const singleFile = {
  name: "single-file",
  writeBundle: {
    // Once the notices are whole.
    order: /** @type {const} */ ("post"),
    sequential: true,
    /** @param {{ dir?: string }} output */
    async handler({ dir = "" }) {
      writeFileSync(join(dir, "margin-calculator.html"), await fileOf(dir));
    },
  },
};
