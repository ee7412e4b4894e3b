// SPDX-License-Identifier: MIT
//
// Typing into the page and reading its answers. The golden figures are the methodology's worked examples.
import assert from "node:assert/strict";
import { test } from "node:test";

import { commit } from "../../../web/commit.mjs";
import { calculator } from "../module.ts";
import { addressSays, figure, lead, liquidation, says, visit, withBrowser } from "./browser.ts";

withBrowser();

test("the first screen answers before anything is typed", () =>
  visit({}, async (page) => {
    await says(
      lead(page),
      /^You control \$500,000 of BTC contracts .* 5\.1× leverage\. If BTC falls 15\.6% to \$84,448,/,
    );
    await says(figure(page, "effectiveLeverage"), "5.10×");
    await says(figure(page, "marginEquity"), "$98,000.00");
    await says(figure(page, "initialMargin"), "$10,000.00");
    await says(figure(page, "maintenanceMargin"), "$5,000.00");
    await says(figure(page, "availableMargin"), "$88,000.00");
    await says(figure(page, "riskBuffer"), "$93,000.00");
    await says(page.locator("#status"), "Healthy");
    assert.deepEqual(await liquidation(page, "BTC"), ["$100,000.00", "$84,448.16 −15.6%", "none"]);
    const meter = page.getByRole("meter", { name: "Margin usage" });
    assert.equal(await meter.getAttribute("aria-valuenow"), "5.1");
    assert.match((await meter.getAttribute("aria-valuetext")) ?? "", /^5\.1%, healthy/);
    assert.equal(new URL(page.url()).hash, "", "the address stays clean until something changes");
  }));

test("the foot says what answers: the date of the rules, the version and the commit", () =>
  visit({}, async (page) => {
    const built = commit();
    const what = `Margin calculator ${calculator.version}${built && `, commit ${built}`}.`;
    const foot = page.locator("margin-calculator footer p").last();
    await says(foot, /in effect from \d{4}-\d{2}-\d{2}\. Margin calculator/);
    assert.ok((await foot.innerText()).endsWith(what), what);
  }));

test("the mark basis moves the liquidation price", () =>
  visit({}, async (page) => {
    await page.getByLabel("Mark price", { exact: true }).check();
    await says(page.locator('tr[data-factor="BTC"]'), /\$84,317\.03 −15\.7%/);
    await addressSays(page, "#v=1&b=mark&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000");
  }));

test("ETH pledged and SOL long: each alone, and the market", () =>
  visit({}, async (page) => {
    await page.getByRole("button", { name: /ETH pledged, SOL long/ }).click();
    await says(lead(page), /If SOL falls 36\.6% to \$126\.80/);
    await says(page.locator(".notes"), /even if SOL does not move/);
    assert.deepEqual(await liquidation(page, "ETH"), ["$4,000.00", "$106.38 −97.3%", "none"]);
    assert.deepEqual(await liquidation(page, "SOL"), ["$200.00", "$126.80 −36.6%", "none"]);
    // 101 / 137.6
    assert.deepEqual(await liquidation(page, "market"), ["all as today", "−26.6% ×0.734", "none"]);
    assert.equal(await page.locator(".mark").first().innerText(), "assumption");
  }));

test("every keystroke is answered", () =>
  visit({}, async (page) => {
    const size = page.getByLabel("Size of position 1");
    await size.fill("");
    await page.getByText("Enter a number.").waitFor();
    await size.pressSequentially("2");
    await says(lead(page), /^You control \$200,000 of BTC contracts/);
    await size.pressSequentially(".5");
    await says(lead(page), /^You control \$250,000 of BTC contracts/);
    assert.equal(await size.inputValue(), "2.5");
    await size.press("ArrowUp");
    assert.equal(await size.inputValue(), "2.6");
    await size.press("Shift+ArrowDown");
    assert.equal(await size.inputValue(), "1.6");
  }));

test("an ambiguous number shows how it was read", () =>
  visit({}, async (page) => {
    await page.getByLabel("Quantity, BTC").fill("1,5");
    await page.getByText("read as 1.5").waitFor();
    await says(figure(page, "marginEquity"), "$147,000.00");
    assert.equal(await page.getByLabel("Quantity, BTC").inputValue(), "1,5");
  }));

test("a changed haircut counts, is marked, and can be taken back", () =>
  visit({}, async (page) => {
    await page.getByLabel("Haircut of BTC").fill("10");
    await says(figure(page, "marginEquity"), "$90,000.00");
    await page.getByText("your figure").waitFor();
    await page.getByRole("button", { name: "Use it" }).click();
    await says(figure(page, "marginEquity"), "$98,000.00");
  }));

test("another rulebook is another answer", () =>
  visit({}, async (page) => {
    await page.getByLabel("Rulebook", { exact: true }).selectOption("kraken-eea");
    // 10 % of 500,000, half of it for maintenance.
    await says(figure(page, "initialMargin"), "$50,000.00");
    await says(figure(page, "maintenanceMargin"), "$25,000.00");
  }));

test("rows are added, removed and brought back, and the focus is never lost", () =>
  visit({}, async (page) => {
    await page.getByRole("button", { name: "Add collateral" }).click();
    const focused = page.locator("margin-calculator :focus");
    assert.match((await focused.getAttribute("id")) ?? "", /^collateral-\d+-asset$/);
    assert.equal(await focused.inputValue(), "USD");
    await focused.selectOption("ETH");
    assert.equal(await page.getByLabel("Price today of ETH").inputValue(), "4,000", "an example price to start from");
    await page.getByLabel("Quantity, ETH").fill("10");
    await says(figure(page, "marginEquity"), "$135,600.00");
    await page.getByRole("button", { name: "Remove collateral BTC" }).click();
    await says(figure(page, "marginEquity"), "$37,600.00");
    assert.equal(await focused.innerText(), "Undo");
    await focused.press("Enter");
    await says(figure(page, "marginEquity"), "$135,600.00");
    assert.match((await focused.getAttribute("id")) ?? "", /^collateral-\d+-remove$/);
    await page.getByRole("button", { name: "Add a position" }).click();
    assert.match((await focused.getAttribute("id")) ?? "", /^position-\d+-contract$/);
  }));

test("an isolated position has its own end", () =>
  visit({ fragment: "#v=1&c=USD:5000&p=PF_XBTUSD:long:0.1@100000&i=BTC:100000" }, async (page) => {
    await page.getByText("Mark price, funding, cross or isolated margin").click();
    await page.getByLabel("Margin of position 1").selectOption("maxLeverage");
    await page.getByLabel("Maximum leverage").fill("10");
    await says(lead(page), /If BTC falls 9% to \$91,000, the isolated BTC long is liquidated\.$/);
    await says(page.locator('tr[data-factor="BTC"]'), /none: no cross position is open/);
    await addressSays(page, "#v=1&c=USD:5000&p=PF_XBTUSD:long:0.1@100000:x10&i=BTC:100000");
  }));

test("an account in liquidation says so in words", () =>
  visit({ fragment: "#v=1&c=BTC:1@84000&p=PF_XBTUSD:long:5@100000" }, async (page) => {
    await says(lead(page), /liquidated at today’s prices\.$/);
    await says(page.locator("#status"), "Liquidation");
    await says(page.locator('tr[data-factor="BTC"]'), /already in liquidation; safe again above \$84,448\.16/);
    assert.equal(await page.getByRole("meter").getAttribute("aria-valuenow"), "100.0");
  }));

test("what is spoken is one sentence, after a pause", () =>
  visit({}, async (page) => {
    const status = page.locator("p.unseen[role=status]");
    await says(status, /^You control \$500,000/);
    await page.getByLabel("Size of position 1").fill("4");
    assert.match(await status.innerText(), /^You control \$500,000/, "not yet");
    await says(status, /^You control \$400,000/);
  }));
