// SPDX-License-Identifier: MIT
//
// Live prices, from a server on this machine that the browser takes for Kraken's, under the page's real policy.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import type { Page } from "playwright-core";

import { FeedServer } from "../feeds/server.ts";
import { kColours, violations } from "./axe.ts";
import { addressSays, figure, inAll, lead, says, visit, type Visit, withBrowser } from "./browser.ts";

const kraken = new FeedServer();
withBrowser({ options: () => kraken.start() });
beforeEach(() => kraken.reset());
after(() => kraken.stop());

const kBitcoin = "#v=1&c=BTC:1@100000,ETH:1@4000&p=PF_XBTUSD:long:5@100000";
const price = (page: Page, asset: string) => page.getByLabel(`Price today of ${asset}`);
const region = (page: Page) => page.getByRole("region", { name: "Live prices" });
const state = (page: Page, feed: "futures" | "spot") => page.locator(`[data-feed=${feed}]`);

/** Waits until a field holds this text. */
const holds = async (page: Page, asset: string, text: string) => {
  const handle = await price(page, asset).elementHandle();
  await page.waitForFunction(([input, text]) => (input as HTMLInputElement).value === text, [handle, text] as const);
};

/** Waits for what the server, which is here, is to see. */
const sees = async (page: Page, seen: () => boolean) => {
  for (let tries = 0; !seen() && tries < 500; tries++) await page.waitForTimeout(20);
  assert.ok(seen(), kraken.heard.join("\n"));
};

/** Opens the page, turns live prices on and waits until they are there. */
const live = (options: Visit, look: (page: Page) => Promise<unknown>) =>
  visit({ fragment: kBitcoin, feeds: true, ...options }, async (page) => {
    await page.getByRole("switch", { name: "Live prices from Kraken" }).check();
    await holds(page, "BTC", "98,000");
    await holds(page, "ETH", "3,900");
    await look(page);
  });

test("off by default: nothing is connected to, and the page says what turning it on would do", () =>
  visit({ fragment: kBitcoin }, async (page) => {
    const toggle = page.getByRole("switch", { name: "Live prices from Kraken" });
    assert.equal(await toggle.isChecked(), false);
    const told = page.locator("#live-more");
    await says(told, /Kraken will see your IP address; nothing you typed is sent\./);
    await says(told, /prices of PF_XBTUSD and ETH\/USD\./);
    assert.deepEqual([kraken.connections, kraken.heard], [0, []]);
  }));

test("the prices follow, the answers with them, and neither the undo nor the screen reader's line", () =>
  live({}, async (page) => {
    await says(state(page, "futures"), /^Futures: live, last prices of \d\d:\d\d:\d\d\.$/);
    await says(state(page, "spot"), /^Spot market: live/);
    await page.getByRole("button", { name: "Add a position" }).click();
    await page.getByRole("button", { name: "Remove position 2" }).click();
    await page.locator("#undo").waitFor();
    // What the removal has changed is announced after a pause.
    await page.waitForTimeout(1000);
    const spoken = page.locator("margin-calculator .page ~ [role=status]");
    const said = await spoken.textContent();
    assert.match(said ?? "", /^You control /, "prices that go on coming do not put it off");
    const before = await figure(page, "marginEquity").innerText();
    kraken.quote("PF_XBTUSD", { index: 99000, markPrice: 99010.123456789 });
    await holds(page, "BTC", "99,000");
    assert.notEqual(await figure(page, "marginEquity").innerText(), before);
    assert.equal(await page.getByLabel("Mark price of position 1").inputValue(), "99,010.123");
    assert.equal(await page.locator("#undo").count(), 1);
    await page.waitForTimeout(1000);
    assert.equal(await spoken.textContent(), said);
    await addressSays(page, /BTC:1@99000/);
    await says(page.locator(".field", { has: price(page, "BTC") }).locator(".source"), "Live from Kraken.");
  }));

test("what the reader typed stays until it is given back", () =>
  live({}, async (page) => {
    await price(page, "BTC").fill("90000");
    kraken.quote("PF_XBTUSD", { index: 99000, markPrice: 99000 });
    kraken.quote("ETH/USD", { last: 3950 });
    await holds(page, "ETH", "3,950");
    await holds(page, "BTC", "90000");
    // A live mark price would hold the position where it is.
    await page.getByText("Mark price, funding").click();
    assert.equal(await page.getByLabel("Mark price of position 1").inputValue(), "");
    await page.getByRole("button", { name: "Use Kraken’s of PF_XBTUSD" }).click();
    await holds(page, "BTC", "99,000");
    assert.ok(await price(page, "BTC").evaluate((input) => input.matches(":focus")));
  }));

test("only what the form uses is subscribed to, and what was typed is never sent", () =>
  live({}, async (page) => {
    assert.deepEqual(kraken.symbols, ["ETH/USD", "PF_XBTUSD"]);
    await page.getByRole("button", { name: "Remove position 1" }).click();
    await sees(page, () => kraken.symbols.join() === "BTC/USD,ETH/USD");
    await holds(page, "BTC", "98,020");
    await page.getByLabel("Quantity, BTC").fill("7.125");
    await page.getByLabel("Asset of collateral 2").selectOption("ADA");
    await says(region(page), /No live price of: ADA\/USD\./);
    assert.ok(!kraken.heard.some((text) => text.includes("7.125")));
    await page.getByRole("switch").uncheck();
    await sees(page, () => kraken.connections === 0);
    await holds(page, "BTC", "98,020");
  }));

test("a price that leaps is asked about", inAll, () =>
  live({}, async (page) => {
    kraken.quote("PF_XBTUSD", { index: 50000 });
    const question = page.getByRole("alert").filter({ hasText: "PF_XBTUSD leapt from $98,000.00 to $50,000.00" });
    await question.waitFor();
    await holds(page, "BTC", "98,000");
    await question.getByRole("button", { name: "Use it" }).click();
    await holds(page, "BTC", "50,000");
    assert.equal(await page.getByRole("alert").count(), 0);
  }));

test("messages that cannot be read are left out and counted", () =>
  live({}, async (page) => {
    const garbage = ["", "{", "[]", "null", '{"feed":"ticker","product_id":"PF_XBTUSD","index":-1}', "x".repeat(200_000)];
    for (const text of garbage) kraken.say("futures", text);
    await says(state(page, "futures"), /6 messages could not be read and were left out\.$/);
    await holds(page, "BTC", "98,000");
    kraken.quote("PF_XBTUSD", { index: 98500 });
    await holds(page, "BTC", "98,500");
    await says(lead(page), /BTC/);
  }));

const clocked: Visit = { own: true, prepare: (page) => page.clock.install(), expected: /WebSocket connection to/ };

test("silence makes a feed stale and is ended by a new connection", () =>
  live(clocked, async (page) => {
    await page.clock.runFor(10_500);
    await says(state(page, "futures"), /^stale Futures: nothing has come for a while, last prices of/);
    await says(page.locator(".field", { has: price(page, "BTC") }).locator(".source"), /^Kraken’s of \d\d:\d\d:\d\d\.$/);
    kraken.quote("PF_XBTUSD", { index: 98100 });
    await says(state(page, "futures"), /^Futures: live/);
    const asked = kraken.heard.length;
    await page.clock.runFor(35_000);
    await sees(page, () => kraken.heard.length > asked);
    await says(state(page, "spot"), /^Spot market: live/);
  }));

test("a lost connection is opened again, and given up after six tries", () =>
  live(clocked, async (page) => {
    kraken.drop();
    await says(state(page, "futures"), /connecting again, last prices of/);
    kraken.quote("PF_XBTUSD", { index: 97000 });
    await page.clock.runFor(2500);
    await holds(page, "BTC", "97,000");
    kraken.closed = true;
    kraken.drop();
    const offline = /^Futures: offline, last prices of \d\d:\d\d:\d\d\. Try again$/;
    for (let tries = 0; tries < 8; tries++) {
      await page.clock.runFor(31_000);
      await page.waitForTimeout(100);
    }
    await says(state(page, "futures"), offline);
    await says(region(page).getByRole("status"), /Futures: offline, last prices of/);
    await holds(page, "BTC", "97,000");
    kraken.closed = false;
    await state(page, "futures").getByRole("button", { name: "Try again" }).click();
    await says(state(page, "futures"), /^Futures: live/);
  }));

test("out of sight for a minute, the page closes its connections, and opens them when it is seen again", () =>
  live(clocked, async (page) => {
    const see = (visibility: DocumentVisibilityState) =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, "visibilityState", { value: visibility, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, visibility);
    await see("hidden");
    await page.clock.runFor(2000);
    assert.equal(kraken.connections, 2);
    await page.clock.runFor(59_000);
    await sees(page, () => kraken.connections === 0);
    await page.clock.runFor(60_000);
    assert.equal(kraken.connections, 0);
    await see("visible");
    await says(state(page, "futures"), /^Futures: live/);
  }));

test("axe finds nothing while prices are live", inAll, () =>
  live({ bypassCSP: true, reducedMotion: "reduce", viewport: { width: 1280, height: 9000 } }, async (page) => {
    await price(page, "BTC").fill("90000");
    kraken.quote("ETH/USD", { last: 1000 });
    await page.getByRole("alert").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await violations(page, kColours), []);
  }));
