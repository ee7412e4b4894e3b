// SPDX-License-Identifier: MIT
//
// The npm package as its users have it: packed, installed into an empty project, run in Node, type-checked and shown in
// a page, with a bundler and without.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "vite";

import { assemble } from "../../../scripts/package.mjs";
import { lead, says, visit, withBrowser } from "./browser.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const project = `${root}build/installed-package`;

/** An empty project with the package in it, and the example built into a page. */
async function install(): Promise<string> {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  assemble();
  const npm = (...args: string[]) => execFileSync("npm", args, { cwd: project, encoding: "utf8" });
  const tarball = npm("pack", `${root}build/package`, "--silent").trim();
  writeFileSync(`${project}/package.json`, '{ "type": "module" }');
  npm("install", tarball, "--offline", "--no-audit", "--no-fund", "--ignore-scripts");
  cpSync(`${root}examples/npm`, project, { recursive: true });
  const options = { outDir: "dist", assetsInlineLimit: 0, modulePreload: false, target: "es2022" } as const;
  await build({ root: project, base: "./", configFile: false, logLevel: "silent", build: options });
  return project;
}

withBrowser({ folder: install });

/** Runs a program of the project's, and gives what it writes. */
function run(program: string): string {
  writeFileSync(`${project}/program.js`, program);
  const { stdout, stderr } = spawnSync(process.execPath, ["program.js"], { cwd: project, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout;
}

test("in Node the example of its README gives the article's answer", () => {
  const readme = readFileSync(`${project}/node_modules/margin-calculator/README.md`, "utf8");
  const [, program = ""] = /```js\n(.*?)```/s.exec(readme) ?? [];
  assert.equal(run(program), "84448.16\n");
  assert.equal(run(program.replace('"margin-calculator"', '"margin-calculator/evaluate"')), "84448.16\n");
});

test("what is wrong with a document is answered with its place, and not thrown", () => {
  const program = `
    import { loadMargin } from "margin-calculator";
    const margin = await loadMargin();
    const wallet = { type: "multi-collateral", collateral: [{ asset: "BTC", quantity: -1 }], positions: [] };
    const scenario = { format: "margin-scenario/1", rulebook: "kraken-global", prices: { BTC: NaN }, wallets: [wallet] };
    const answers = [margin.evaluate(scenario), margin.explain("{"), margin.explainFigure(undefined, "/x"), margin.odds({})];
    console.log(JSON.stringify(answers.map(({ errors }) => errors.map(({ path }) => path))));
    console.log(margin.usageOfMap({}).length);`;
  const [paths, numbers] = run(program).split("\n");
  assert.deepEqual(JSON.parse(paths ?? "")[0], ["/prices/BTC", "/wallets/0/collateral/0/quantity"]);
  assert.doesNotMatch(paths ?? "", /\[\]/);
  assert.equal(numbers, "0");
});

test("its types are right for programs of both kinds, and refuse what is wrong", () => {
  writeFileSync(
    `${project}/typed.ts`,
    `import { loadMargin, type Curve, type Errors } from "margin-calculator";
    const margin = await loadMargin();
    export const usage: Float64Array = margin.usageOfMap("{}");
    export const curve: Curve | Errors = margin.curve("{}");
    // @ts-expect-error: only one of the documents' words is a format.
    margin.evaluate({ format: "scenario", rulebook: "kraken-global", prices: {}, wallets: [] });`,
  );
  for (const [module, moduleResolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    // The package's own declarations are checked as well, not only what is used of them.
    const strict = { strict: true, noUncheckedIndexedAccess: true, skipLibCheck: false, skipDefaultLibCheck: true };
    const compilerOptions = { ...strict, noEmit: true, target: "es2022", module, moduleResolution };
    writeFileSync(`${project}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ["page.ts", "typed.ts"] }));
    const { stdout } = spawnSync(`${root}node_modules/.bin/tsc`, { cwd: project, encoding: "utf8" });
    assert.equal(stdout, "", module);
  }
});

test("a page finds the module's files, built by a bundler or importing the package by its address", () =>
  visit({ search: "dist/", loads: false }, async (page) => {
    await says(page.locator("#answer"), "Liquidated where BTC falls to 84448.16 USD.");
    await says(lead(page), /falls 15\.6% to \$84,448/);
    // Of the whole module, and on the page: a bundler does not bring along what the element's worker loads.
    const two = "v=1&c=ETH:10@4000&p=PF_SOLUSD:long:300@200,PF_XBTUSD:long:0.1@100000&i=SOL:200,BTC:100000";
    await page.locator("margin-calculator").evaluate((element, account) => element.setAttribute("scenario", account), two);
    await page.locator("#backwards > summary").click();
    await page.locator("#simulation > summary").click();
    await says(page.locator("#ask-simulation .hint"), /^From 8,192 simulated paths\./);
    const version = await page.evaluate(async () => {
      const { href } = new URL("../node_modules/margin-calculator/index.js", document.baseURI);
      return (await import(href)).loadMargin().then((margin: { version(): string }) => margin.version());
    });
    const described = readFileSync(`${project}/node_modules/margin-calculator/package.json`, "utf8");
    assert.equal(version, JSON.parse(described).version);
  }));
