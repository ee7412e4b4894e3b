// SPDX-License-Identifier: MIT
//
// The page in German: how it is chosen, what becomes of what was typed, and that English readers load none of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { violations } from "./axe.ts";
import { addressSays, figure, inAll, lead, nonsense, openMost, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const germanLead = /Wenn BTC um 15,6 % auf 84\.448 \$ fällt, wird die Position liquidiert\./;
const englishLead = /If BTC falls 15\.6% to \$84,448, the position is liquidated\./;

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

/** Opens the same page again with this behind its address. */
async function askFor(page: Page, query: string): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}${pathname}${query}`);
  await page.locator("#results").waitFor();
}

test("a German browser shows the page in German, its frame too", inAll, () =>
  visit({ locale: "de-DE" }, async (page) => {
    await says(lead(page), germanLead);
    assert.equal(await languageOf(page), "de");
    assert.equal(await page.title(), "Margin-Rechner für Krypto-Futures");
    assert.equal(await page.locator("h1").innerText(), "Margin-Rechner");
    await says(figure(page, "marginEquity"), "98.000,00 $");
  }));

test("the address asks for a language, and is stronger than the browser", () =>
  visit({}, async (page) => {
    await says(lead(page), englishLead);
    await askFor(page, "?lang=de");
    await says(lead(page), germanLead);
    await askFor(page, "?lang=en");
    await says(lead(page), englishLead);
    assert.equal(await languageOf(page), "en");
  }));

test("an English page loads no catalogue, and one in a language there is not is English", async () => {
  for (const locale of ["en-US", "fr-FR"]) {
    const asked: string[] = [];
    const prepare = (page: Page) => Promise.resolve(page.on("request", (request) => asked.push(request.url())));
    await visit({ locale, prepare }, async (page) => {
      await page.locator("#add-order").waitFor();
      await says(lead(page), englishLead);
      assert.equal(await languageOf(page), "en");
      assert.ok(asked.length > 0);
      assert.deepEqual(asked.filter((url) => /\/de-[^/]*\.js$/.test(url)), []);
    });
  }
});

test("chosen by keyboard, the language keeps the focus on its button and is there after a reload", () =>
  visit({}, async (page) => {
    await says(lead(page), englishLead);
    const german = page.getByRole("button", { name: "Deutsch" });
    assert.equal(await german.getAttribute("aria-pressed"), "false");
    await german.focus();
    await page.keyboard.press("Enter");
    await says(lead(page), germanLead);
    assert.equal(await german.getAttribute("aria-pressed"), "true");
    await page.waitForFunction(() => document.activeElement?.textContent === "Deutsch");
    await page.reload();
    await says(lead(page), germanLead);
    assert.equal(await page.title(), "Margin-Rechner für Krypto-Futures");
    await page.getByRole("button", { name: "English" }).press("Enter");
    await says(lead(page), englishLead);
    assert.equal(await page.title(), "Margin calculator for crypto futures");
  }));

test("numbers are typed, read and shown as in German", () =>
  visit({ locale: "de-DE" }, async (page) => {
    const quantity = page.getByLabel("Menge, BTC");
    await quantity.fill("1.234,5");
    await says(figure(page, "marginEquity"), "120.981.000,00 $");
    await addressSays(page, /c=BTC:1234\.5(@|&|$)/);
    await quantity.fill("1 BTC");
    await page.getByText("Das ist keine Zahl, die diese Seite lesen kann.").waitFor();
  }));

test("a change of the language writes numbers anew and loses nothing, not even what cannot be read", () =>
  visit({}, async (page) => {
    await openMost(page, 0);
    await page.getByLabel("Quantity, BTC").fill("1.5");
    await page.getByLabel("Name of this scenario").fill("Mine, 1.5");
    await page.getByLabel("Entry price of position 1").fill("about 100,000");
    const values = () => page.locator("#editor input:not([type=checkbox]), #editor select").evaluateAll(
      (fields) => fields.map((field) => (field as HTMLInputElement).value));
    const before = await values();
    await page.getByRole("button", { name: "Deutsch" }).click();
    const quantity = page.getByLabel("Menge, BTC");
    await quantity.waitFor();
    assert.equal(await quantity.inputValue(), "1,5");
    assert.equal(await page.getByLabel("Name dieses Szenarios").inputValue(), "Mine, 1.5");
    assert.equal(await page.getByLabel("Einstiegspreis von Position 1").inputValue(), "about 100,000");
    await page.getByLabel("Einstiegspreis von Position 1").fill("90.000,5");
    await page.getByRole("button", { name: "English" }).click();
    const entry = page.getByLabel("Entry price of position 1");
    await entry.waitFor();
    assert.equal(await entry.inputValue(), "90,000.5");
    await entry.fill("about 100,000");
    assert.deepEqual(await values(), before);
  }));

const everything =
  "#v=2&zz=1&w=multi&c=BTC:1@80000~5&p=PF_XBTUSD:long:5@100000,PF_SOLUSD:short:500@200~220:x10&o=PF_XBTUSD:short:5:stop:g75000:reduce&x=BTC:0.5:out&w=single:BTC:1&i=SOL:200";

for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 9000 }, narrow: { width: 360, height: 16000 } })) {
  test(`axe finds nothing in the German page, everything opened, ${size}`, inAll, () =>
    visit({ viewport, locale: "de-DE", reducedMotion: "reduce", fragment: everything, bypassCSP: true }, async (page) => {
      await page.locator("#add-order").waitFor();
      await openMost(page, 12);
      assert.deepEqual(await violations(page), []);
      // Where the English page says zero, the German one says null.
      assert.deepEqual((await nonsense(page)).filter((found) => !/\bnull\b/.test(found)), []);
      // Long German words must not make the page wider than the window.
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    }));
}
