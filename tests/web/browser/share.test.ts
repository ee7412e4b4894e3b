// SPDX-License-Identifier: MIT
//
// Handing an account on: as a link, through the system's share sheet, as text.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { figure, says, visit, withBrowser, inAll } from "./browser.ts";

withBrowser();

const said = (page: Page) => page.locator("#keep-said");

test("the link is copied, and opened elsewhere it is the same account", () =>
  visit({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.getByLabel("Haircut of BTC").fill("10");
    await says(figure(page, "marginEquity"), "$90,000.00");
    await page.getByRole("button", { name: "Copy the link" }).click();
    await says(said(page), "The link is copied.");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /^http:\/\/.*\/some\/path\/#v=1&c=BTC:1@100000~10&p=PF_XBTUSD:long:5@100000$/);
    await page.goto("about:blank");
    await page.goto(link);
    await says(figure(page, "marginEquity"), "$90,000.00");
  }));

test("where nothing may be copied the link stands in a field, ready to be taken", inAll, () =>
  visit(
    { prepare: (page) => page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined })) },
    async (page) => {
      await page.getByRole("button", { name: "Copy the link" }).click();
      const field = page.getByLabel("Link to this account");
      await field.focus();
      const selected = await field.evaluate((input: HTMLInputElement) =>
        input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
      );
      assert.match(selected, /#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000$/);
    },
  ));

test("the share sheet gets the sentence and the link; a refusal is said, a change of mind is not", inAll, () =>
  visit(
    {
      prepare: (page) =>
        page.addInitScript(() => {
          const errors = ["", "AbortError", "NotAllowedError"];
          const share = (data: ShareData) => {
            const name = errors.shift();
            Object.assign(window, { given: data });
            return name ? Promise.reject(new DOMException("", name)) : Promise.resolve();
          };
          Object.defineProperty(navigator, "share", { value: share });
        }),
    },
    async (page) => {
      const button = page.getByRole("button", { name: "Share …" });
      await button.click();
      const given = await page.evaluate(() => (window as unknown as { given: ShareData }).given);
      assert.match(given.text ?? "", /^You control \$500,000 of BTC contracts/);
      assert.match(given.url ?? "", /#v=1&c=BTC/);
      await button.click();
      await says(said(page), "");
      await button.click();
      await says(said(page), "This browser could not share the link.");
    },
  ));

test("the account as text: what was entered, the answer, and what it rests on", () =>
  visit({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.locator("#as-text summary").click();
    const text = await page.getByLabel("This account as text").inputValue();
    for (const part of [
      /^You control \$500,000 of BTC contracts with \$98,000 of margin equity: 5\.1× leverage\./m,
      /^- Collateral: 1 BTC at \$100,000\.00, haircut 2%$/m,
      /^- Position: 5 PF_XBTUSD, long, entered at \$100,000\.00, mark price \$100,000\.00, cross margin$/m,
      /^- Maintenance margin: \$5,000\.00$/m,
      /^- BTC: Today \$100,000\.00; Liquidation below \$84,448\.16 \(−15\.6%\); Liquidation above none$/m,
      /^- Rulebook: .*, in effect from \w+ \d+, \d{4}$/m,
      /^- Margin is charged on: the entry price$/m,
      /^Margin calculator \d+\.\d+\.\d+, \w+ \d+, \d{4}\.$/m,
      /#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000$/m,
    ]) {
      assert.match(text, part);
    }
    await page.getByRole("button", { name: "Copy the text" }).click();
    await says(said(page), "The text is copied.");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  }));
