// SPDX-License-Identifier: MIT
//
// The built page as files: what is shipped, how large it is, and that building again gives the same bytes.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

import { contentSecurityPolicy } from "../../web/policy.mjs";

const builtPage = fileURLToPath(new URL("../../build/web", import.meta.url));
/** Bytes: what stands on the first screen without the module, its module, and the parts that follow it. */
const kFirst = 52_000;
// The aim is 90 KB of 1,024 bytes. Debian 12's Emscripten keeps to it; Debian 13's makes it 1.6 kB more.
const kFirstModule = 95_000;
/** Orders, costs, explanations; links and files; saving, sharing, comparing and printing. */
const kLater = 40_000;
/** The texts of another language. */
const kCatalogue = 48_000;
/** Four pictures with what takes them away as files, questions asked backwards and long work, which come with the whole module. */
const kViews = 46_000;
/** Without the module, which the page has loaded already. */
const kWorker = 2_000;
/** What comes when live prices are turned on. */
const kLive = 5_000;
/** The import of Kraken's own answers, loaded when it is opened. */
const kKraken = 11_000;
/** The whole module, loaded when an answer is asked for that only it has. A guard against growth. */
const kWholeModule = 228_000;

/** Every file below a folder, by its path in it. */
function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

const files = filesOf(builtPage);
const page = files.get("index.html")?.toString() ?? "";

test("the policy stands in the page before anything it must hold for", () => {
  const policy = contentSecurityPolicy({ livePrices: true });
  const escaped = policy.replaceAll("'", "&#39;");
  const at = Math.max(page.indexOf(policy), page.indexOf(escaped));
  assert.ok(at > 0);
  assert.ok(at < page.search(/<script|<link/));
});

test("only where live prices are allowed may a page connect to anybody, and then to the price feeds alone", () => {
  const hosts = (livePrices: boolean) => contentSecurityPolicy({ livePrices }).match(/connect-src ([^;]*)/)?.[1];
  assert.equal(hosts(false), "'self'");
  assert.equal(hosts(true), "'self' wss://futures.kraken.com wss://ws.kraken.com");
});

test("the policy allows the page's own worker, and no other maker of trusted types", () => {
  const policy = contentSecurityPolicy({ livePrices: true });
  assert.match(policy, /worker-src 'self'(;|$)/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html margin$/);
  const scripts = [...files].filter(([name]) => name.endsWith(".js")).map(([, content]) => content.toString());
  const policies = scripts.flatMap((script) => [...script.matchAll(/createPolicy\(([^,]*),/g)].map(([, name]) => name));
  assert.deepEqual(policies.sort(), ["`lit-html`", "`margin`"]);
});

test("the page holds no inline script or style, and only relative addresses", () => {
  assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  for (const [, address] of page.matchAll(/(?:src|href)="([^"]*)"/g)) assert.match(address!, /^\.\//);
});

test("no script evaluates text as code", () => {
  for (const [name, content] of files) {
    if (name.endsWith(".js")) assert.doesNotMatch(content.toString(), /\beval\(|new Function\(/, name);
  }
});

test("all a visit loads stays within its budgets", () => {
  const sizes = [...files]
    .filter(([name]) => name !== "THIRD-PARTY-NOTICES.txt")
    .map(([name, content]) => [name, gzipSync(content, { level: 9 }).length] as const);
  const total = (kind: RegExp) => sizes.reduce((sum, [name, size]) => (kind.test(name) ? sum + size : sum), 0);
  const parts = [
    [/\/margin-evaluate-/, kFirstModule],
    [/\/margin-(?!evaluate)/, kWholeModule],
    [/\/(?:later|links|blanks|tables|scenario-file|wanted|download)-/, kLater],
    [/\/live-/, kLive],
    [/\/de-/, kCatalogue],
    [/\/views-/, kViews],
    [/\/worker-/, kWorker],
    [/\/kraken-import-/, kKraken],
  ] as const;
  const rest = parts.reduce((rest, [part]) => rest - total(part), total(/./));
  const budgets = [[rest, kFirst] as const, ...parts.map(([part, budget]) => [total(part), budget] as const)];
  for (const [size, budget] of budgets) {
    assert.ok(size > 0 && size <= budget, `${size} of ${budget} bytes gzipped: ${JSON.stringify(sizes)}`);
  }
});

test("the notices name every library in the page", () => {
  const notices = files.get("THIRD-PARTY-NOTICES.txt")?.toString() ?? "";
  const lit = ["lit", "lit-html", "lit-element", "@lit/reactive-element"];
  const d3 = ["array", "color", "format", "interpolate", "path", "scale", "shape"].map((name) => `d3-${name}`);
  for (const library of [...lit, ...d3, "@internationalized/number"]) {
    assert.ok(notices.includes(`## ${library} `), library);
  }
});

test("building again gives the same bytes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "margin-page-"));
  try {
    const root = fileURLToPath(new URL("../../web", import.meta.url));
    await build({ root, logLevel: "silent", build: { outDir: folder, emptyOutDir: true } });
    const again = filesOf(folder);
    assert.deepEqual([...again.keys()], [...files.keys()]);
    for (const [name, content] of files) assert.ok(again.get(name)?.equals(content), name);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
