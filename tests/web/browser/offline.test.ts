// SPDX-License-Identifier: MIT
//
// The page without a network, and what becomes of it when a new version is published.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, beforeEach, test } from "node:test";
import type { Page } from "playwright-core";

import type { Rulebook } from "#margin";
import { builtPage } from "../../../web/serve.mjs";
import { addressSays, lead, says, visit, withBrowser } from "./browser.ts";

const parent = mkdtempSync(join(tmpdir(), "margin-published-"));
const published = join(parent, "page");

withBrowser({ folder: () => Promise.resolve(published) });
beforeEach(() => {
  rmSync(published, { recursive: true, force: true });
  cpSync(builtPage, published, { recursive: true });
});
after(() => rmSync(parent, { recursive: true }));

/** What is for hosts, for articles on others, and for downloading. */
const kNotKept = /^(_headers|integrity\.json|service-worker\.js|element\/embed-.*|embed\.html|margin-embed\.js|margin-calculator\.html)$/;

const kept = (page: Page) => page.locator("#kept").waitFor();
const offered = (page: Page) => page.locator("#reload").waitFor();

async function isWhole(page: Page): Promise<void> {
  await page.locator("#add-order").waitFor();
  await page.locator("#curve > summary").click();
  await page.locator("#curve .chart").waitFor();
}

test("after one visit every file of the page is there without a network", () =>
  visit({ own: true, serviceWorkers: "allow" }, async (page) => {
    await kept(page);
    const address = page.url().split("#")[0]!;
    const files = readdirSync(published, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(published.length + 1))
      .filter((file) => !kNotKept.test(file));
    assert.ok(files.length > 20);
    await page.context().setOffline(true);
    rmSync(published, { recursive: true });

    await page.goto(`${address}?lang=de`);
    await says(lead(page), /Wenn BTC um 15,6 % auf 84\.448 \$ fällt/);
    await isWhole(page);
    await says(page.locator("#kept"), "Funktioniert jetzt auch ohne Netz.");
    const missing = await page.evaluate(async (files) => {
      const answers = files.map(async (file) => ((await fetch(file)).ok ? [] : file));
      return (await Promise.all(answers)).flat();
    }, files);
    assert.deepEqual(missing, []);
    await page.goto(`${address}privacy.html`);
    await says(page.locator("h1"), "Privacy");
    await page.goto(`${address}articles/`);
    await page.getByRole("link", { name: "What it means to pledge crypto" }).click();
    await page.locator("#pair .picture").waitFor();
    await says(page.locator("margin-value[for=size][answer] .answer"), "$84,448");
  }));

test("rules of the host's own are asked for at each visit, and without a network those of last time hold", () => {
  const rules = (haircut: number, effective: string) => {
    const rulebook = JSON.parse(readFileSync("rulebooks/kraken-global.json", "utf8")) as Rulebook;
    rulebook.assets["BTC"]!.haircut = haircut;
    writeFileSync(join(published, "rulebook.json"), JSON.stringify({ ...rulebook, effective }));
  };
  const index = join(published, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace("<margin-calculator>", `<margin-calculator rulebook="./rulebook.json">`));
  rules(0.1, "2027-01-01");
  return visit({ own: true, serviceWorkers: "allow" }, async (page) => {
    await kept(page);
    rules(0.2, "2027-02-01");
    await page.reload();
    await says(page.locator("#figure-marginEquity"), "$80,000.00");
    await page.context().setOffline(true);
    rmSync(published, { recursive: true });
    await page.reload();
    await says(page.locator("#figure-marginEquity"), "$80,000.00");
  });
});

/** The same page under other names of all files that are named by their content, and without those of before. */
function publishNext(): void {
  const files = readdirSync(published, { recursive: true, encoding: "utf8" });
  const byContent = files.filter((file) => /^(assets|element)\/.*\.(js|css|wasm)$/.test(file));
  // Some have one name in both folders.
  const named = [...new Set(byContent.map((file) => basename(file)))];
  const next = (name: string) => name.replace(/\.(\w+)$/, "2.$1");
  for (const file of files.filter((file) => /\.(js|html)$/.test(file) && file !== "margin-calculator.html")) {
    const path = join(published, file);
    let text = named.reduce((text, name) => text.replaceAll(name, next(name)), readFileSync(path, "utf8"));
    if (file === "service-worker.js") text = text.replace(/("url":"index\.html","revision":")\w+/, "$1next");
    writeFileSync(path, text);
  }
  for (const file of byContent) renameSync(join(published, file), join(published, next(file)));
}

const isNext = (page: Page) => page.evaluate(() => document.querySelector("script")?.src.endsWith("2.js"));

test("a new version waits until the reader asks for it, in each tab", () =>
  visit({ own: true, serviceWorkers: "allow" }, async (page) => {
    await kept(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await kept(other);
    publishNext();

    await page.getByLabel("Size of position 1").fill("4");
    await page.reload();
    await offered(page);
    await isWhole(page);
    assert.equal(await isNext(page), false);
    await page.getByLabel("Size of position 1").fill("2.5");
    await page.locator("#reload").click();
    await page.waitForFunction(() => document.querySelector("script")?.src.endsWith("2.js"));
    await says(lead(page), /^You control \$250,000 of BTC contracts/);
    await addressSays(page, /long:2\.5@/);
    await isWhole(page);
    assert.equal(await page.locator("#reload").count(), 0);

    // Its further files are no more with the host.
    await isWhole(other);
    assert.equal(await isNext(other), false);
    await offered(other);
    await other.locator("#reload").click();
    await other.waitForFunction(() => document.querySelector("script")?.src.endsWith("2.js"));
    await kept(other);

    const address = page.url();
    await page.close();
    await other.goto("about:blank");
    await other.goto(address);
    await kept(other);
    const former = await other.evaluate(async () => {
      const [name = ""] = await caches.keys();
      const files = await (await caches.open(name)).keys();
      return files.map(({ url }) => url).filter((url) => url.includes("/assets/") && !/2\.\w+$/.test(url));
    });
    assert.deepEqual(former, []);
  }));

test("a frame keeps nothing", () =>
  visit({ own: true, serviceWorkers: "allow", loads: false, prepare: inFrame }, async (page) => {
    await page.frameLocator("iframe").locator("#add-order").waitFor();
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  }));

/** The page's own address shows it in a frame. */
async function inFrame(page: Page): Promise<void> {
  const body = '<iframe title="The page" src="index.html" width="800" height="600"></iframe>';
  await page.route(/path\/$/, (route) => route.fulfill({ contentType: "text/html", body }));
}
