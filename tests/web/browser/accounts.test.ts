// SPDX-License-Identifier: MIT
//
// Accounts of the three kinds: their tabs, what is entered of each, and what the page answers. Expected figures
// are worked out by hand beside them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { addressSays, figure, inAll, lead, liquidation, nonsense, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const kUs = "#v=2&r=kraken-us&a=2026-11-23T15:40:00-06:00&w=us:4000&p=MBT:long:2@100000&i=BTC:100000";
const kSingle = "#v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000";
const kLong = "#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000";

const tabs = (page: Page) => page.getByRole("tab");
const focusedId = (page: Page) => page.locator("margin-calculator :focus").getAttribute("id");

test("accounts are tabs: added, moved between with the arrow keys, removed and brought back", () =>
  visit({}, async (page) => {
    assert.deepEqual(await tabs(page).allInnerTexts(), ["Multi-collateral"]);
    await page.getByText("Another account").click();
    await page.getByRole("button", { name: "Add: Single-collateral" }).click();
    const [first, second] = [tabs(page).nth(0), tabs(page).nth(1)];
    assert.equal(await second.getAttribute("aria-selected"), "true");
    assert.equal(await focusedId(page), await second.getAttribute("id"));
    assert.equal(await page.getByRole("tabpanel").getAttribute("aria-labelledby"), await second.getAttribute("id"));
    await second.press("ArrowRight");
    assert.equal(await first.getAttribute("aria-selected"), "true", "round to the first");
    assert.equal(await focusedId(page), await first.getAttribute("id"));
    await says(figure(page, "marginEquity"), "$98,000.00");
    await first.press("End");
    assert.equal(await second.getAttribute("aria-selected"), "true");
    assert.equal(await first.getAttribute("tabindex"), "-1");
    await page.getByLabel("Balance").fill("2");
    await says(figure(page, "marginEquity"), "2 BTC");
    await page.getByRole("button", { name: /^Remove the account Single-collateral/ }).click();
    assert.equal(await tabs(page).count(), 1);
    await says(figure(page, "marginEquity"), "$98,000.00");
    await page.locator("#undo").click();
    assert.equal(await tabs(page).count(), 2);
    await addressSays(page, /^#v=2&w=multi&c=BTC:1@100000&.*&w=single:[A-Z]+:2$/);
  }));

test("what is to mend in another account is said at its tab", () =>
  visit({ fragment: "#v=2&w=multi&c=USD:5000&w=single:BTC:&i=BTC:100000" }, async (page) => {
    assert.deepEqual(
      (await tabs(page).allInnerTexts()).map((name) => name.replace(/\s+/g, " ").trim()),
      ["Multi-collateral", "Single-collateral BTC to mend"],
    );
  }));

test("a US account has its own rulebook: the form starts anew, says so, and can be taken back", () =>
  visit({}, async (page) => {
    await page.getByText("Another account").click();
    await page.getByRole("button", { name: "Start: US futures" }).click();
    await says(page.locator(".account-choices .undo"), /follow other rules .*taken out\./);
    assert.deepEqual(await tabs(page).allInnerTexts(), ["US futures"]);
    assert.equal(await page.getByLabel("Rulebook", { exact: true }).inputValue(), "kraken-us");
    await says(lead(page), /^You have \$10,000 and no open position/);
    await page.locator("#undo").click();
    await says(figure(page, "marginEquity"), "$98,000.00");
    await page.getByLabel("Rulebook", { exact: true }).selectOption("kraken-us");
    await says(page.locator(".account-choices .undo"), /has no such accounts, so they were taken out: Multi-collateral\./);
    await page.locator("#undo").click();
    assert.equal(await page.getByLabel("Rulebook", { exact: true }).inputValue(), "kraken-global");
  }));

test("a single-collateral account answers in its coin, with dollars beside", () =>
  visit({ fragment: kSingle }, async (page) => {
    // Mark basis: 1.01 × 1,000 / (0.01 + 0.125); maintenance 1 % of 0.125.
    await says(lead(page), /^You control 0\.125 BTC .* with 0\.01 BTC \(\$80\.00\) .*If BTC falls 6\.5% to \$7,481/);
    await says(figure(page, "maintenanceMargin"), "0.00125 BTC");
    await says(page.locator("li:has(#figure-maintenanceMargin) .beside"), "$10.00");
    assert.deepEqual(await liquidation(page, "BTC"), ["$8,000.00", "$7,481.48 −6.5%", "none"]);
    await page.getByText("What happens then, step by step").click();
    // Zero equity at 1,000 / 0.135 = 7,407.41, up to the tick of 0.5.
    await says(page.locator('[data-step="full-liquidation"]'), /Sells 1,000 PI_XBTUSD at a mark of \$7,481\.48, at \$7,407\.50 or better/);
    await says(page.locator("#story"), /Nobody calls or warns you/);
    // 0.00135 / 1.01 BTC at 7,481.48.
    await says(page.locator("#story"), /then 0\.00133663 BTC \(\$10\.00\), no more than the 0\.00133663 BTC \(\$10\.00\) that/);
    await says(page.locator("#story"), /What remains of this equity: 0\.00133663 BTC \(\$10\.00\) if/);
  }));

test("the story says what it assumes, and what the order book takes", () =>
  visit({ fragment: `${kLong.replace("v=1", "v=2")}&o=PF_XBTUSD:long:1@90000&d=PF_XBTUSD:99990@1;99950@2;50000@9:` }, async (page) => {
    await page.getByText("What happens then, step by step").click();
    const sale = page.locator('[data-step="full-liquidation"]');
    await says(sale, /Sells 5 PF_XBTUSD .*The order book you gave takes 3 so\./);
    await says(page.locator('[data-step="assignment"]'), /The order book you gave leaves 2 PF_XBTUSD\.$/);
    await page.getByText("What is assumed here").click();
    await says(page.locator("#story-assumed"), /Size of a part: 0\.1 of each position\..*Order book: as given, moved with the mark\./);
    await page.getByLabel("Order book: offers to buy").fill("");
    await says(sale, /^(?!.*order book you gave)/);
    await says(page.locator("#story-assumed"), /^(?!.*Order book: as given)/);
  }));

test("what a coin's account costs is said in dollars too", () =>
  visit({ fragment: `${kSingle}&f=PI_XBTUSD:0.01` }, async (page) => {
    const costs = page.locator("section:has(#costs-title)");
    // 1,000 × 0.01 % an hour, of which a coin at 8,000 is 0.0000125.
    await says(costs, /−0\.0000125 BTC −\$0\.10 Funding an hour.*−\$2\.40 Funding a day.*−\$72\.00 Funding a month/);
    await says(page.locator("#funding-settled"), "Each settlement: −0.0000125 BTC (−$0.10).");
    // 0.05 % of 1,000.
    await says(page.locator("section:has(#settlement-title)"), /0\.0000625 BTC \$0\.50 Fee to close/);
  }));

test("a dated contract ends on the day that is entered, and has ended after it", () =>
  visit({ fragment: "#v=2&a=2026-12-18T02:00:00-06:00&c=BTC:1@100000&p=FF_XBTUSD:long:2@100000" }, async (page) => {
    await page.getByText("Mark price, expiry, cross or isolated margin").click();
    await page.getByLabel("Expires on").fill("2026-12-25");
    const card = page.locator('li[data-contract="FF_XBTUSD"]');
    // A week of 168 hours; 0.05 % of 200,000.
    await says(card, /in 7 days; settlement costs \$100\.00 Expires/);
    await addressSays(page, /&s=FF_XBTUSD:2026-12-25/);
    await page.getByLabel("Expires on").fill("2026-12-11");
    await says(card, /expired; settlement costs/);
    await says(page.locator(".remarks"), /FF_XBTUSD has expired/);
  }));

test("from a US account, one of coins begins under today's rules", () =>
  visit({ fragment: kUs }, async (page) => {
    await page.getByText("Another account").click();
    await page.getByRole("button", { name: "Start: Single-collateral" }).click();
    assert.equal(await page.getByLabel("Rulebook", { exact: true }).inputValue(), "kraken-global");
  }));

test("a US account: two sliders in words, the clock, and what the switch brings", () =>
  visit({ fragment: kUs }, async (page) => {
    const meter = (name: string) => page.getByRole("meter", { name }).getAttribute("aria-valuetext");
    assert.match((await meter("Intraday margin used")) ?? "", /^50%, healthy; in force now/);
    assert.match((await meter("Initial margin used")) ?? "", /^137\.5%, warning;/);
    await says(page.locator("#status"), "Warning: cannot be kept past the close");
    await says(figure(page, "riskBuffer"), "$2,000.00");
    await says(page.locator("#next-switch"), "Next: initial margin at 3:45 PM on Monday in Chicago, in 5 minutes.");
    await page.getByLabel("Date and time in Chicago").fill("2026-11-23T15:50");
    await says(page.locator("#status"), "Liquidation risk");
    assert.match((await meter("Initial margin used")) ?? "", /^137\.5%, liquidation risk;/);
    await says(lead(page), /below the \$5,500 of initial margin in force now: positions may be liquidated\.$/);
    await page.getByLabel("Liquidations so far").fill("1");
    await says(page.locator(".notes"), /costs \$50\.00/);
    await addressSays(page, /a=2026-11-23T15:50:00-06:00&w=us:4000:n1/);
    await page.getByRole("button", { name: "Now" }).click();
    await addressSays(page, /^(?!.*2026-11-23T15:50)/);
  }));

test("a contract's terms, and one's own margin in their place", () =>
  visit({ fragment: kUs }, async (page) => {
    await page.getByText("Assumed figures and your own in their place").click();
    // Maintenance margin is never more than initial margin.
    await page.getByLabel("Maintenance margin, a contract").fill("1400");
    await page.getByLabel("Initial margin, a contract").fill("1500");
    await says(figure(page, "initialMargin"), "$3,000.00");
    await says(page.locator("#status"), "Healthy");
    await page.getByText("Contract specifications: MBT").click();
    await says(page.locator(".terms"), /Exchange CME.*Value per point \$0\.10.*opens 17:00, closes 16:00.*Initial margin \$1,500\.00/);
    await addressSays(page, /&e=contracts\/MBT\/maintenanceMargin:1400,contracts\/MBT\/initialMargin:1500/);
    await page.getByRole("button", { name: "Use it" }).first().click();
    await page.getByRole("button", { name: "Use it" }).click();
    await says(figure(page, "initialMargin"), "$5,500.00");
  }));

test("an order is shown before and after, and a refusal in words", () =>
  visit({ fragment: kLong }, async (page) => {
    await page.getByRole("button", { name: "Add an order" }).click();
    assert.match((await focusedId(page)) ?? "", /^order-\d+-type$/);
    const preview = page.locator('[data-order="0"]');
    await page.getByLabel("Size of order 1").fill("1");
    // 2 % of 100,000 more; what is left of 88,000.
    await says(preview, /The exchange would take it\..*\$2,000\.00 Margin while it rests.*\$86,000\.00 Available margin then/);
    await page.getByLabel("Size of order 1").fill("1000");
    await says(preview, /would reject it:.*/);
    await page.getByLabel("Kind of order 1").selectOption("stop");
    await page.getByRole("radio", { name: "Sell" }).check();
    await page.getByLabel("Size of order 1").fill("5");
    await page.getByLabel("Worst price accepted").fill("");
    await page.getByLabel("Trigger price").fill("90000");
    // 5 × −10,000, then 0.05 % of 450,000.
    await says(preview, /It comes before liquidation\..*It realises −\$50,000\.00, after the fee −\$50,225\.00\./);
    await page.getByLabel("Trigger price").fill("84000");
    await says(preview, /Liquidation comes first/);
    await addressSays(page, /&o=PF_XBTUSD:short:5:stop:g84000$/);
  }));

test("an order whose trigger is reached fires at once, and says so only then", () =>
  visit({ fragment: `${kLong.replace("v=1", "v=2")}&o=PF_XBTUSD:short:5:stop:g110000:reduce` }, async (page) => {
    const preview = page.locator('[data-order="0"]');
    await says(preview, /Its trigger is already reached: it fires at once\./);
    await page.getByLabel("Trigger price").fill("90000");
    await says(preview, /^(?!.*fires at once).*It comes before liquidation/);
  }));

test("an order to a closed session says when that opens again", () =>
  // A Saturday: the next session opens on Sunday at 17:00.
  visit({ fragment: `${kUs.replace("2026-11-23T15:40", "2026-11-21T12:00")}&o=MBT:short:1@100000` }, async (page) => {
    const preview = page.locator('[data-order="0"]');
    await says(preview, /The session is closed: nothing trades before 5:00 PM on Sunday in Chicago\./);
    await page.getByLabel("Date and time in Chicago").fill("2026-11-23T12:00");
    await says(preview, /^(?!.*session is closed).*The exchange would take it/);
  }));

test("an order of a coin's account has its dollars beside", () =>
  visit({ fragment: `${kSingle}&o=PI_XBTUSD:short:1000@8000,PI_XBTUSD:short:1000:take-profit:g16000` }, async (page) => {
    // Sold at the entry price for 0.05 % of 1,000 dollars; 0.01 − 0.0000625 BTC at 8,000 remain.
    const now = page.locator('[data-order="0"]');
    await says(now, /0\.0000625 BTC \(\$0\.50\) Fee \(taker\).*after the fee −0\.0000625 BTC \(−\$0\.50\)\./);
    await says(now, /Margin equity 0\.01 BTC \$80\.00 0\.0099375 BTC \$79\.50/);
    // 1,000 / 8,000 − 1,000 / 16,000, at 16,000.
    await says(page.locator('[data-order="1"]'), /It realises 0\.0625 BTC \(\$1,000\.00\)/);
  }));

test("the account after an order opens into its steps", () =>
  visit({ fragment: `${kLong.replace("v=1", "v=2")}&o=PF_XBTUSD:long:1@100000` }, async (page) => {
    const preview = page.locator('[data-order="0"]');
    await preview.getByText("How this is worked out").click();
    // A fee of 50 less; 2 % of 600,000.
    await says(preview, /Margin equity = .* = \$97,950\.00 .*Initial margin = \$12,000\.00/);
    assert.equal(await preview.locator(".omitted").count(), 0);
  }));

test("of more previews than can be traced, the last ones say that they are left out", inAll, () => {
  const rules = new URL("../../../rulebooks/kraken-global.json", import.meta.url);
  const { contracts } = JSON.parse(readFileSync(rules, "utf8")) as { contracts: { symbol: string; underlying: string }[] };
  const traded = contracts.filter(({ symbol }) => symbol.startsWith("PF_")).slice(0, 64);
  const positions = traded.map(({ symbol }) => `${symbol}:long:100@100`).join();
  const wallet = `w=multi&c=USD:14000&p=${positions}&o=${Array(32).fill("PF_ETHUSD:long:1@90").join()}`;
  const prices = traded.map(({ underlying }) => `${underlying}:100`).join();
  return visit({ fragment: `#v=2&b=mark&${wallet}&${wallet}&i=${prices}` }, async (page) => {
    const last = page.locator('[data-order="31"]');
    await last.getByText("How this is worked out").click();
    await says(last, /Margin equity = /);
    await page.getByRole("tab").nth(1).click();
    await last.getByText("How this is worked out").click();
    await says(last, /How this is worked out Left out: with so many positions and orders/);
    await says(page.locator('[data-order="0"]'), /^(?!.*Left out)/);
  });
});

test("the order book gives the slippage", () =>
  visit({ fragment: `${kLong.replace("v=1", "v=2")}&o=PF_XBTUSD:long:2:market&d=PF_XBTUSD::100010@1;100020@1` }, async (page) => {
    // (10 + 20) × 1
    await says(page.locator(".slippage"), /2 contracts would trade at an average of \$100,015\.00.*Slippage: \$30\.00\./);
    await page.getByLabel("Order book: offers to sell").fill("100,010 1\nnothing");
    await page.getByText("Line 2 is not a price and a size").waitFor();
  }));

test("a withdrawal is allowed as far as the margin goes", () =>
  visit({ fragment: `${kLong.replace("v=1", "v=2")}&x=BTC:0.5:out` }, async (page) => {
    const move = page.locator('[data-transfer="0"]');
    await says(move, /0\.5 BTC out It can be withdrawn\..*Margin equity \$98,000\.00 \$49,000\.00/);
    // 88,000 of available margin are 0.898 BTC at 98,000.
    await says(page.locator('[data-withdrawable="BTC"]'), /^0\.89795918 BTC/);
    await page.getByLabel("Quantity of transfer 1").fill("0.9");
    await says(move, /More than can be withdrawn/);
  }));

test("costs: fees by volume, funding, and what would be left", () =>
  visit({ fragment: `${kLong.replace("v=1", "v=2")}&f=PF_XBTUSD:0.001` }, async (page) => {
    const costs = page.locator("section:has(#costs-title)");
    // 500,000 × 0.001 % an hour.
    await says(costs, /0\.02% as maker, 0\.05% as taker.*−\$5\.00 Funding an hour.*−\$120\.00 Funding a day.*−\$3,600\.00/);
    // (98,000 − 5,000) / 5 hours.
    await says(page.locator("#funding-hours"), "775 days");
    // A fee of 250 is paid by selling BTC at 0.5 %: 250 / 99,500.
    await says(page.locator("section:has(#settlement-title)"), /0\.00251256 BTC \$250\.00 \$1\.26/);
    await page.getByText("You as a client").click();
    await page.getByLabel("Volume of the last 30 days").fill("250000");
    await says(costs, /0\.015% as maker, 0\.04% as taker/);
  }));

test("funding: what a settlement comes to, and when the next is", () =>
  visit(
    { fragment: `${kLong.replace("v=1", "v=2&a=2026-11-23T10:20:00-06:00")}&f=PF_XBTUSD:0.001` },
    async (page) => {
      await says(page.locator("#funding-settled"), "Each settlement: −$5.00, the next at 11:00 AM on Monday in Chicago.");
      await page.getByLabel("Funding rate").first().fill("0.002");
      await says(page.locator("#funding-settled"), /^Each settlement: −\$10\.00/);
    },
  ));

test("a figure opens into its formula with one's own numbers and its source", () =>
  visit({ fragment: kLong }, async (page) => {
    await page.locator("li:has(#figure-marginEquity) summary").first().click();
    const working = page.locator("li:has(#figure-marginEquity) .working");
    await says(working, /Margin equity = value as collateral \+ .* = \$98,000\.00 \+ \$0\.00 = \$98,000\.00 Kraken/);
    await working.getByText(/figures it rests on/).click();
    await says(working, /Haircut BTC = 2% Rulebook: Kraken, multi-collateral/);
    await says(working, /Open profit or loss PF_XBTUSD = \(side × size in units\) × change of the price = 5 × \$0\.00 = \$0\.00/);
  }));

test("pledged or sold, side by side", () =>
  visit({ fragment: kLong }, async (page) => {
    await page.getByText("The same account with its collateral sold for USD").click();
    // Sold for 0.5 %: 99,500 of USD; liquidation at 100,000 − (99,500 − 5,000) / 5.
    await says(
      page.locator("#pledge"),
      /Selling costs \$500\.00\..*Margin equity \$98,000\.00 \$99,500\.00.*Liquidation: BTC \$84,448\.16 −15\.6% \$81,100\.00 −18\.9%/,
    );
    assert.deepEqual(await nonsense(page), []);
  }));

test("pledged or sold: isolated positions that are liquidated on the way are named", () =>
  visit({ fragment: "#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:0.1@100000:x10" }, async (page) => {
    await page.getByText("The same account with its collateral sold for USD").click();
    // A tenth of 10,000 is lost: 90,000 − 1,000 where the coin is kept.
    const fall = page.locator("#pledge tr", { hasText: "moves −10%" });
    await says(fall, /\$89,000\.00 isolated PF_XBTUSD liquidated/);
    await says(page.locator("#pledge tr", { hasText: "moves +10%" }), /^(?!.*liquidated)/);
  }));

test("without its later part the page still answers, and says what is missing", () =>
  visit(
    { expected: /Failed to load|ERR_FAILED|later/, prepare: (page) => page.route("**/later-*.js", (route) => route.abort()) },
    async (page) => {
      await says(page.locator(".notices"), /Parts of this page did not arrive/);
      await says(lead(page), /If BTC falls 15\.6% to \$84,448/);
      await page.getByLabel("Quantity").fill("2");
      await says(lead(page), /\$196,000 of margin equity/);
    },
  ));
