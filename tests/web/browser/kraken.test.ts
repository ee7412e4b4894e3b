// SPDX-License-Identifier: MIT
//
// The import of Kraken's own answers: pasted, opened or dropped, looked at, taken over and taken back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { violations } from "./axe.ts";
import { addressSays, figure, nonsense, says, visit, withBrowser, inAll } from "./browser.ts";

withBrowser();

const answer = (name: string) => readFileSync(new URL(`../kraken/${name}.json`, import.meta.url), "utf8");
const all = ["tickers", "instruments", "accounts", "openpositions"].map(answer);
const first = "#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000";

const fold = (page: Page) => page.locator("details#kraken");
const choice = (page: Page, name: string) => page.locator(".choice").filter({ has: page.locator(`#kraken-${name}`) });

async function open(page: Page): Promise<void> {
  await fold(page).locator("summary").first().click();
  await page.locator("#kraken-text").waitFor();
}

async function drop(page: Page, files: Record<string, string>): Promise<void> {
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name, { type: "application/json" }));
    return transfer;
  }, files);
  await page.dispatchEvent("margin-calculator", "drop", { dataTransfer: data });
}

test("answers are pasted, looked at, taken over and taken back", () =>
  visit({ fragment: first }, async (page) => {
    await says(figure(page, "marginEquity"), "$98,000.00");
    await open(page);
    await page.locator("#kraken-text").fill(all.slice(0, 2).join("\n"));
    await says(choice(page, "prices"), /there are 2 prices.*Index prices: BTC/);
    assert.equal(await page.locator("#kraken-accounts").count(), 0);
    await page.locator("#kraken-text").fill(all.slice(2).join("\n"));
    await says(choice(page, "accounts"), /Found 4 positions, 4 kinds of collateral and 7 prices\..*EUR/);
    // Nothing has changed yet, and nothing of what was pasted stays in the field.
    assert.equal(await page.locator("#kraken-text").inputValue(), "");
    await says(figure(page, "marginEquity"), "$98,000.00");
    await says(fold(page).locator(".left"), /\/openPositions\/6\/symbol: The rules that are chosen have no contract PF_NOSUCHUSD/);

    await page.locator("#kraken-accounts").click();
    await says(page.locator(".undo"), /replaced by Kraken’s answers/);
    assert.equal(await page.locator("margin-calculator :focus").getAttribute("id"), "undo");
    await addressSays(page, /c=BTC:0\.25@96000,USD:-150\.5,EUR:1000@1\.1.*p=PF_XBTUSD:long:0\.5@95000/);
    assert.deepEqual(await nonsense(page), []);
    await page.locator("#undo").click();
    await says(figure(page, "marginEquity"), "$98,000.00");
    await addressSays(page, first);
    assert.equal(await page.locator("margin-calculator :focus").getAttribute("id"), "kraken-accounts");

    await page.locator("#kraken-prices").click();
    await addressSays(page, /c=BTC:1@96000&p=PF_XBTUSD:long:5@100000~96004\.5/);
  }));

test("answers dropped on the page open the import with them", () =>
  visit({ fragment: first }, async (page) => {
    await drop(page, { "tickers.json": all[0]!, "positions.json": all[3]! });
    await says(choice(page, "accounts"), /Found 4 positions.*There is no answer of accounts/);
    assert.equal(await page.locator("margin-calculator :focus").getAttribute("id"), "kraken-found");
    await fold(page).getByRole("button", { name: "Remove tickers.json" }).click();
    await page.locator("#kraken-prices").waitFor({ state: "detached" });
    await says(figure(page, "marginEquity"), "$98,000.00");
  }));

test("a key is dropped at once and kept nowhere", () =>
  visit({ fragment: first }, async (page) => {
    const key = Buffer.from(Array.from({ length: 64 }, (_, at) => (at * 73 + 41) % 256)).toString("base64");
    await open(page);
    await page.locator("#kraken-text").fill(`my secret: ${key}`);
    await says(fold(page).getByRole("alert"), /looks like a key or a secret.*Never paste keys/);
    assert.equal(await page.locator("#kraken-text").inputValue(), "");
    await drop(page, { "key.txt": key });
    await says(fold(page).getByRole("alert"), /looks like a key or a secret/);
    const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, history.state]));
    assert.ok(!kept.includes(key.slice(0, 20)));
    assert.ok(!(await page.locator("margin-calculator .page").innerHTML()).includes(key.slice(0, 20)));
  }));

test("the open import is accessible and fits the narrowest page", inAll, () =>
  visit({ fragment: first, viewport: { width: 320, height: 800 } }, async (page) => {
    await drop(page, Object.fromEntries(all.map((text, index) => [`an-answer-with-a-long-name-${index}.json`, text])));
    await page.locator("#kraken-accounts").waitFor();
    await fold(page).getByText("How to get the answers").click();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await violations(page), []);
  }));
