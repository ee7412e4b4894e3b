// SPDX-License-Identifier: MIT
//
// A build of the page whose German is made-up English: every letter accented and every vowel twice, so that texts
// are some 40 per cent longer and what has not gone through the catalogue stands out.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const kAccented: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyz"].map((letter, index) => [letter, [..."áƀçđéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýž"][index]!]),
);

/** Letters within the tags of a text, in its entities and in its placeholders stay. */
function accented(source: string): string {
  return source.replace(/<[^>]*>|&[a-z#0-9]+;|[A-Za-z]/g, (found) => {
    const lower = found.toLowerCase();
    const letter = kAccented[lower];
    if (letter === undefined) return found;
    const own = found === lower ? letter : letter.toUpperCase();
    return /[aeiou]/.test(lower) ? own + letter : own;
  });
}

/** Builds the page so, and returns its folder. */
export async function buildAccented(): Promise<string> {
  // Within the project, because the catalogue imports the page's libraries.
  const folder = `${root}build/pseudo`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/xliff`, { recursive: true });
  const sources = readFileSync(`${root}web/locales/de.xlf`, "utf8");
  const catalogue = sources
    .replace(/\s*<target[^>]*>.*?<\/target>|\s*<target\/>/gs, "")
    .replace(/<source>(.*?)<\/source>/gs, (source, text: string) => `${source}\n  <target>${accented(text)}</target>`);
  writeFileSync(`${folder}/xliff/de.xlf`, catalogue);
  const config = JSON.parse(readFileSync(`${root}web/lit-localize.json`, "utf8"));
  Object.assign(config, {
    tsConfig: `${root}tsconfig.json`,
    output: { ...config.output, outputDir: `${folder}/locales` },
    interchange: { ...config.interchange, xliffDir: `${folder}/xliff` },
  });
  writeFileSync(`${folder}/lit-localize.json`, JSON.stringify(config));
  execFileSync(`${root}node_modules/.bin/lit-localize`, ["build", `--config=${folder}/lit-localize.json`], { stdio: "ignore" });
  // The page, and the element that its preview of an article shows.
  for (const config of ["vite.config.mjs", "vite.element.mjs"]) {
    await build({
      root: `${root}web`,
      configFile: `${root}web/${config}`,
      logLevel: "silent",
      resolve: { alias: [{ find: /^.*\/build\/locales\/de\.ts$/, replacement: `${folder}/locales/de.ts` }] },
      build: { outDir: `${folder}/web`, emptyOutDir: false },
    });
  }
  return `${folder}/web`;
}
