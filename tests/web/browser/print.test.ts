// SPDX-License-Identifier: MIT
//
// On paper: what was entered, the answer and what it rests on, on one page.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { presets } from "../../../web/src/form/examples.ts";
import { visit, withBrowser, inAll } from "./browser.ts";

withBrowser();

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("every example fits on one page", inAll, () =>
  visit({ colorScheme: "dark" }, async (page) => {
    for (const { title, link } of presets()) {
      await page.evaluate((link) => (location.hash = link), link);
      await page.locator("#add-order").waitFor();
      await page.waitForTimeout(200);
      assert.equal(await pagesOf(page), 1, title);
    }
  }));

test("a sheet holds what was entered and the answer, and no control; on the screen there is none", () =>
  visit({ fragment: `#${presets().find(({ id }) => id === "orders")?.link}` }, async (page) => {
    await page.locator("#add-order").waitFor();
    const sheet = page.locator("#printed");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const text = (await sheet.innerText()).replace(/\s+/g, " ");
    assert.match(text, /If BTC falls 43\.6% to \$56,380/);
    assert.match(text, /Order to try sell 1 PF_XBTUSD, Stop, trigger \$90,000\.00, only reduces/);
    assert.match(text, /Margin calculator \d+\.\d+\.\d+, printed .*http.*#v=2&c=ETH/);
    assert.equal(await page.locator("button, input, select, textarea").filter({ visible: true }).count(), 0);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await sheet.innerText(), "");
  }));
