// SPDX-License-Identifier: MIT
//
// The page without a mouse: an example, a change, a share and a print, each reached by Tab alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { lead, says, visit, withBrowser } from "./browser.ts";

withBrowser();

/** More presses than it takes to go once through the page. */
const kMost = 150;

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, selector: string, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < kMost; presses++) {
    await page.keyboard.press(key);
    const there = await page.evaluate((selector) => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      return (inside ?? document.activeElement)?.matches(selector) ?? false;
    }, selector);
    if (there) return;
  }
  assert.fail(`Tab does not reach ${selector}`);
}

test("an example, a change, a share and a print by keyboard alone", () =>
  visit(
    {
      permissions: ["clipboard-read", "clipboard-write"],
      prepare: (page) => page.addInitScript(() => (window.print = () => document.body.setAttribute("data-printed", "yes"))),
    },
    async (page) => {
      await page.locator("#print").waitFor();
      await tabTo(page, "#preset-btc-long");
      await page.keyboard.press("Enter");
      await says(lead(page), /\$98,000 of margin equity/);
      await tabTo(page, '[id^="collateral-"][id$="-quantity"]');
      await page.keyboard.press("Control+a");
      await page.keyboard.type("2");
      await says(lead(page), /\$196,000 of margin equity/);
      // A field's arrows step it.
      await page.keyboard.press("ArrowUp");
      await says(lead(page), /\$205,800 of margin equity/);
      await tabTo(page, "#copy-link");
      await page.keyboard.press("Enter");
      await says(page.locator("#keep-said"), /copied/i);
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#v=1&c=BTC:2.1@100000&p=PF_XBTUSD:long:5@100000$/);
      await tabTo(page, "#print");
      await page.keyboard.press("Enter");
      await page.locator('body[data-printed="yes"]').waitFor();
      // And back up to where one came from, without a trap.
      await tabTo(page, '[id^="strip-"]', "Shift+Tab");
      await page.keyboard.press("PageUp");
      await says(page.locator(".strip-head"), /Back to \$100,000\.00/);
    },
  ));
