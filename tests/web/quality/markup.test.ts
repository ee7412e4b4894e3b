// SPDX-License-Identifier: MIT
//
// The Nu Html Checker, which is W3C's: on the built pages, and on what the calculator shows.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { builtPage } from "../../../web/serve.mjs";
import { presets } from "../../../web/src/form/examples.ts";
import { openMost, visit, withBrowser } from "../browser/browser.ts";

withBrowser();

const checker = fileURLToPath(new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));

/** What the checker says against the files, each once. */
function faults(files: string[]): string[] {
  const { stderr, error } = spawnSync("java", ["-jar", checker, "--errors-only", "--format", "json", ...files], {
    encoding: "utf8",
  });
  assert.ifError(error);
  const { messages } = JSON.parse(stderr) as { messages: { url: string; message: string; extract?: string }[] };
  // Tables that become lists in a narrow column would lose what they are to screen readers without their roles.
  const kept = messages.filter(({ message }) => !/^The “role” attribute must not be used on a “t[rhd]” element/.test(message));
  const lines = kept.map(({ message, extract = "" }) => `${message} ${extract.replace(/\s+/g, " ")}`);
  return [...new Set(lines)];
}

test("the built pages are valid", () => {
  const pages = readdirSync(builtPage, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  assert.ok(pages.includes("index.html") && pages.includes("articles/pledge.html"));
  assert.deepEqual(faults(pages.map((name) => join(builtPage, name))), []);
});

test("what the calculator shows is valid", async () => {
  const folder = mkdtempSync(join(tmpdir(), "margin-markup-"));
  try {
    const files: string[] = [];
    for (const { id, link } of presets().filter(({ id }) => ["btc-long", "inverse", "us-close", "orders", "debt"].includes(id))) {
      await visit({ fragment: `#${link}` }, async (page) => {
        await openMost(page);
        const markup = await page.locator("margin-calculator .page").evaluate((element) => element.outerHTML);
        const file = join(folder, `${id}.html`);
        writeFileSync(file, asDocument(markup));
        files.push(file);
      });
    }
    assert.deepEqual(faults(files), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The shadow tree's content in a document of its own, without the marks that Lit leaves. */
function asDocument(markup: string): string {
  const plain = markup.replace(/<!--.*?-->/gs, "");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Calculator</title></head><body>${plain}</body></html>`;
}
