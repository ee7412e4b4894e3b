// SPDX-License-Identifier: MIT
//
// The headers of the page's files, in the three places that say them: the server of this checkout, the file _headers of
// the build, and the sample for nginx.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { headersOf } from "../../web/headers.mjs";
import { builtPage, serve } from "../../web/serve.mjs";

const built = readdirSync(builtPage, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(builtPage.length + 1));
const paths = ["", ...built, "privacy", "embed.html", "embed", "margin-calculator"];

const framesOf = (path: string) => /frame-ancestors ([^;]*)/.exec(headersOf(path)["Content-Security-Policy"] ?? "")?.[1];

test("only what is made for it may stand in a frame of another page", () => {
  for (const path of paths) assert.equal(framesOf(path), path.startsWith("embed") ? undefined : "'self'", path);
});

test("only what is named by its content is kept for long", () => {
  const lasting = paths.filter((path) => /immutable/.test(headersOf(path)["Cache-Control"] ?? ""));
  assert.ok(lasting.length > 10);
  for (const path of lasting) assert.match(path, /-[\w-]{8}\.\w+$/);
});

test("the server of this checkout sends them, also for what is not there", async () => {
  const server = await serve({ port: 0, base: "/a/b/" });
  try {
    const script = built.find((path) => path.startsWith("assets/"))!;
    for (const path of ["", "privacy.html", "service-worker.js", "margin-calculator.html", script]) {
      const { headers } = await fetch(server.address + path);
      for (const [name, value] of Object.entries(headersOf(path))) assert.equal(headers.get(name), value, `${path}: ${name}`);
    }
    const { headers } = await fetch(`${server.address}nothing.html`);
    assert.equal(headers.get("content-security-policy"), headersOf("")["Content-Security-Policy"]);
  } finally {
    await server.close();
  }
});

/** The rules of the file: a path, with * for anything at its end, and its headers. */
function rulesOf(text: string): { path: string; headers: [string, string][] }[] {
  return text
    .split("\n\n")
    .slice(1)
    .map((rule) => {
      const [path = "", ...lines] = rule.trim().split("\n");
      return { path: path.slice(1), headers: lines.map((line) => /^ +([\w-]+): (.*)$/.exec(line)!.slice(1) as [string, string]) };
    });
}

const holds = (rule: string, path: string) => (rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : rule === path);

test("the file _headers gives each file its own, none twice", () => {
  const rules = rulesOf(readFileSync(join(builtPage, "_headers"), "utf8"));
  for (const path of ["", "privacy", ...built.filter((path) => /\.(html|js)$|^(assets|element)\//.test(path))]) {
    const given = rules.filter((rule) => holds(rule.path, path)).flatMap(({ headers }) => headers);
    assert.equal(new Set(given.map(([name]) => name)).size, given.length, `${path}: a header stands in two rules`);
    const { "Cache-Control": caching, ...rest } = headersOf(path);
    // Those hosts let browsers ask anew for what has no rule about that.
    const expected = caching === "no-cache" ? rest : { ...rest, "Cache-Control": caching };
    assert.deepEqual(Object.fromEntries(given), expected, path);
  }
});

test("the sample for nginx gives each file its own", () => {
  const sample = readFileSync(new URL("../../docs/hosting/nginx.conf", import.meta.url), "utf8");
  const maps = new Map(
    [...sample.matchAll(/^map \$uri (\$\w+) \{\n(.*?)^\}/gms)].map(([, variable = "", body = ""]) => [
      variable,
      [...body.matchAll(/^ *(\S+) "(.*)";$/gm)].map(([, key = "", value = ""]) => ({ key, value })),
    ]),
  );
  const valueOf = (word: string, path: string) => {
    const choices = maps.get(word);
    if (!choices) return word.slice(1, -1);
    const fitting = choices.find(({ key }) => key.startsWith("~") && new RegExp(key.slice(1)).test(`/${path}`));
    return (fitting ?? choices.find(({ key }) => key === "default"))?.value;
  };
  const added = [...sample.matchAll(/^  add_header (\S+) (".*"|\$\w+) always;$/gm)];
  for (const path of paths) {
    const given = Object.fromEntries(added.map(([, name = "", word = ""]) => [name, valueOf(word, path)]));
    assert.deepEqual(given, headersOf(path), path);
  }
  assert.equal(sample.match(/add_header [A-Z]/g)?.length, added.length, "none in a location, which would hide all others");
});
