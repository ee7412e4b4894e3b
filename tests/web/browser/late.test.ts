// SPDX-License-Identifier: MIT
//
// What is far from the window may follow a moment after a key, but it follows, and nothing of it is left out.
import assert from "node:assert/strict";
import { test } from "node:test";

import { visit, withBrowser } from "./browser.ts";

withBrowser();

const contracts = ["XBT", "ETH", "SOL", "XRP", "ADA", "DOT", "LTC", "LINK", "DOGE", "AVAX"];
const tenPositions = `#v=1&c=USD:900&p=${contracts.map((name) => `PF_${name}USD:long:${name === "AVAX" ? 100 : 1}@10`).join()}&i=${contracts
  .map((name) => `${name === "XBT" ? "BTC" : name}:10`)
  .join()}`;

test("results far from the window follow what is typed, and the browser lays them out again", async () => {
  await visit({ fragment: tenPositions, viewport: { width: 1280, height: 600 } }, async (page) => {
    const size = page.locator("[id^=position-][id$=-size]").first();
    const last = page.locator("#results .cards > li").last();
    const first = page.locator("#results .cards > li").first();
    await page.locator("#add-order").waitFor();
    await page.locator("#results .cards > li[data-far]").last().waitFor({ state: "attached" });
    await size.focus();
    // Its liquidation price follows the margin of all others.
    const before = await last.textContent();
    await size.press("1");
    // What is skipped has a text, though no inner one.
    const head = await first.locator("h4 .role").elementHandle();
    await page.waitForFunction((head) => head?.textContent.trim().startsWith("11 PF_XBTUSD"), head);
    assert.equal(await page.locator(".page[data-hurried]").count(), 1);
    await page.waitForFunction(
      ({ card, before }) => card?.textContent !== before,
      { card: await last.elementHandle(), before },
    );
    await page.locator(".page:not([data-hurried])").waitFor();
    assert.equal(await first.evaluate((card) => card.checkVisibility({ contentVisibilityAuto: true })), true);
    assert.equal(await last.evaluate((card) => card.checkVisibility({ contentVisibilityAuto: true })), true);
  });
});

test("what leaves the window while the rest is skipped keeps its size, so that nothing jumps", () =>
  visit({ fragment: tenPositions, viewport: { width: 1280, height: 600 } }, async (page) => {
    await page.locator("#results .cards > li[data-far]").last().waitFor({ state: "attached" });
    const heights = await page.locator("margin-calculator").evaluate(async (host) => {
      const root = host.shadowRoot!;
      const parts = [...root.querySelectorAll<HTMLElement>(".page :is(section, .cards > li)")].filter(
        (part) => !part.hasAttribute("data-far"),
      );
      const now = () => parts.map(({ offsetHeight }) => offsetHeight);
      const before = now();
      const size = root.querySelector<HTMLInputElement>("[id^=position-][id$=-size]")!;
      size.value = "2";
      size.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      scrollTo(0, document.documentElement.scrollHeight);
      for (let frames = 0; frames < 6; frames++) await new Promise(requestAnimationFrame);
      const isSkipping = root.querySelector(".page[data-hurried]") !== null;
      return { before, after: now(), isSkipping };
    });
    assert.ok(heights.isSkipping && heights.before.length > 3);
    assert.deepEqual(heights.after, heights.before);
  }));

test("Enter in the only field of a row does not load the page again", async () => {
  await visit({ fragment: "#v=1&c=USD:900&p=PF_XBTUSD:long:1@10&i=BTC:10" }, async (page) => {
    await page.locator("#add-order").waitFor();
    await page.evaluate(() => Object.assign(globalThis, { same: true }));
    await page.locator("[id^=collateral-][id$=-quantity]").press("Enter");
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => "same" in globalThis), true);
  });
});

test("whichever comes first, the module or the later parts: what is drawn is whole, and nothing is put in between", () =>
  visit(
    {
      fragment: tenPositions,
      loads: false,
      prepare: async (page) => {
        const later = page.waitForResponse(/\/later-[^/]*\.js$/).then(() => page.waitForTimeout(500));
        await page.route("**/*.wasm", (route) => later.then(() => route.continue()));
      },
    },
    async (page) => {
      await page.locator("#results .cards > li").last().waitFor({ state: "attached" });
      const titles = () => page.locator(".page :is(h2, h3)").allTextContents();
      const first = await titles();
      for (const title of ["Live prices", "Saved on this device", "Compare"]) assert.ok(first.includes(title), title);
      await page.waitForTimeout(1500);
      assert.deepEqual(await titles(), first);
    },
  ));

test("what is below the form stays where it is when the answer leaves the window and its gist appears", () =>
  visit({ fragment: tenPositions, viewport: { width: 360, height: 640 } }, async (page) => {
    const results = page.locator("#results");
    const top = () => results.evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY));
    const bar = page.getByRole("button", { name: "Show the results" });
    assert.equal(await bar.count(), 0);
    const before = await top();
    await page.locator("#add-position").scrollIntoViewIfNeeded();
    await bar.waitFor();
    assert.equal(await top(), before);
  }));
