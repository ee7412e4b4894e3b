// SPDX-License-Identifier: MIT
//
// Everything can be taken back and made again; prices are dragged; rows are copied; contracts are searched.
import assert from "node:assert/strict";
import { test } from "node:test";

import { addressSays, lead, liquidation, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const start = /If BTC falls 15\.6% to \$84,448/;

test("whatever is done is taken back and made again, by button and by keyboard", () =>
  visit({}, async (page) => {
    const [back, on] = [page.locator("#step-back"), page.locator("#step-on")];
    await says(lead(page), start);
    assert.ok(await back.isDisabled());
    await page.getByLabel("Quantity").fill("2");
    await says(lead(page), /\$196,000 of margin equity/);
    await page.getByRole("button", { name: /ETH pledged, SOL long/ }).click();
    await says(lead(page), /of SOL contracts/);
    await page.locator("#add-collateral").click();
    await back.click();
    await back.click();
    await says(lead(page), /\$196,000 of margin equity/);
    // Outside of the fields; inside of them the keys belong to the typing.
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await says(lead(page), start);
    assert.ok(await back.isDisabled());
    await page.keyboard.press("Control+y");
    await says(lead(page), /\$196,000 of margin equity/);
    await page.keyboard.press("Control+Shift+Z");
    await says(lead(page), /of SOL contracts/);
    assert.equal(await page.locator("#preset-eth-sol").getAttribute("aria-pressed"), "true");
    await on.click();
    await addressSays(page, /c=ETH:10@4000,/);
    assert.ok(await on.isDisabled());
    assert.ok(await on.evaluate((button) => button.matches(":focus")));
  }));

test("a price is dragged, everything follows, and it goes back", () =>
  visit({ fragment: "#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000~101000" }, async (page) => {
    const strip = page.getByLabel("Price of BTC");
    const before = await liquidation(page, "BTC");
    await strip.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press("PageDown");
    await says(page.locator(".strip-head"), /Back to \$100,000\.00/);
    assert.match((await strip.getAttribute("aria-valuetext")) ?? "", /^\$[\d,.]+; (liquidated|safe again)/);
    await says(lead(page), /liquidated at today’s prices/);
    const thumb = await strip.boundingBox();
    assert.ok(thumb);
    await page.mouse.move(thumb.x + thumb.width * 0.5, thumb.y + thumb.height / 2);
    await page.mouse.down();
    await page.mouse.move(thumb.x + thumb.width * 0.9, thumb.y + thumb.height / 2, { steps: 5 });
    await page.mouse.up();
    await says(page.locator(".strip-head strong"), /^\$1[234]\d,\d{3}\.00$/);
    await page.getByRole("button", { name: "Back to $100,000.00" }).click();
    assert.deepEqual(await liquidation(page, "BTC"), before);
    await addressSays(page, /@100000~101000/);
  }));

test("a row is copied right behind itself", () =>
  visit({}, async (page) => {
    await page.getByRole("button", { name: "Duplicate position 1" }).click();
    // One position for each contract: the copy asks for another one, where the focus is.
    await page.getByText(/another position on PF_XBTUSD/).waitFor();
    const second = page.getByLabel("Contract of position 2");
    assert.ok(await second.evaluate((select) => (select.getRootNode() as ShadowRoot).activeElement === select));
    await second.selectOption("PF_ETHUSD");
    await says(lead(page), /of BTC and \$20,000 of ETH contracts/);
    await page.locator("#step-back").click();
    await page.locator("#step-back").click();
    await says(lead(page), start);
  }));

test("a contract is found by its name and taken with Enter", () =>
  visit({}, async (page) => {
    await page.getByRole("button", { name: "Search the contract of position 1" }).click();
    await page.getByLabel("Find a contract, position 1").fill("sol perp");
    await page.getByText(/Enter takes/).waitFor();
    await page.keyboard.press("Enter");
    await says(lead(page), /of SOL contracts/);
    await page.getByRole("button", { name: "Search the contract of position 1" }).click();
    await page.getByLabel("Find a contract, position 1").fill("no such thing");
    await page.getByText("No contract is called so.").waitFor();
    await page.keyboard.press("Enter");
    await says(lead(page), /of SOL contracts/);
  }));
