// SPDX-License-Identifier: MIT
//
// The articles as a reader has them: on a narrow telephone, below a path.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { violations } from "./axe.ts";
import { says, visit, withBrowser } from "./browser.ts";

withBrowser();

/** How many calculators each holds. */
const kArticles = { pledge: 6, wallets: 6, close: 4 };

const open = (name: string, look: (page: Page) => Promise<unknown>) =>
  visit({ search: `articles/${name}.html`, loads: false, viewport: { width: 320, height: 780 } }, async (page) => {
    await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll("margin-calculator")].map(
          (element) => element.report ?? new Promise((done) => element.addEventListener("ready", done, { once: true })),
        ),
      ),
    );
    await look(page);
  });

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

/** Texts that stand in the file beside those that have taken their place. */
const told = (page: Page) =>
  page.evaluate(() => {
    const plain = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
    const sentences = [...document.querySelectorAll("margin-calculator:not([hidden])")].map((element) => [
      plain(element.querySelector(".lead")?.textContent),
      plain(element.shadowRoot?.querySelector(".lead")?.textContent),
    ]);
    const values = [...document.querySelectorAll("margin-value")].map((element) => [
      plain(element.textContent),
      plain(element.shadowRoot?.querySelector(".input, .answer")?.textContent),
    ]);
    return [...sentences, ...values];
  });

for (const [name, figures] of Object.entries(kArticles)) {
  test(`${name}: every figure is live, and says at first what stands in the file`, () =>
    open(name, async (page) => {
      const pictures = page.locator("margin-calculator:is([view=curve], [view=map])");
      for (const one of await pictures.all()) await one.locator(".picture").waitFor();
      assert.equal(await page.locator("margin-calculator").count(), figures);
      for (const [written, live] of await told(page)) assert.equal(written, live);
      assert.ok(await fits(page));
      assert.deepEqual(await violations(page), []);
    }));
}

/** Steps a slider by its keys. */
async function step(page: Page, label: string, key: string, times: number): Promise<void> {
  await page.getByRole("slider", { name: label, exact: true }).focus();
  for (let count = 0; count < times; count++) await page.keyboard.press(key);
}

const answer = (page: Page, id: string, pointer: string) => page.locator(`margin-value[for="${id}"][answer$="${pointer}"] .answer`);

test("what the reader is to find is found by trying", async () => {
  await open("pledge", async (page) => {
    await step(page, "Contracts, in bitcoin", "ArrowLeft", 27);
    await says(answer(page, "size", "below/price"), "$70,823");
    await step(page, "Contracts, in bitcoin", "ArrowLeft", 1);
    await says(answer(page, "size", "below/price"), "$69,874");
  });
  await open("wallets", async (page) => {
    const states = async (...expected: string[]) => {
      for (const [index, text] of expected.entries()) await says(answer(page, "ways", `/wallets/${index}/status`), text);
    };
    await step(page, "Fall of ETH", "PageUp", 2);
    await states("healthy", "healthy", "liquidation");
    await step(page, "Fall of ETH", "ArrowLeft", 2);
    await step(page, "Fall of bitcoin", "PageUp", 3);
    await step(page, "Fall of bitcoin", "ArrowLeft", 2);
    await states("liquidation", "healthy", "liquidation");
    assert.ok(await fits(page));
  });
  await open("close", async (page) => {
    await step(page, "Time in Chicago", "ArrowRight", 1);
    await says(answer(page, "clock", "requirement"), "$5,500");
    await says(answer(page, "clock", "status"), "liquidation risk");
    await step(page, "Contracts", "ArrowLeft", 1);
    await says(answer(page, "past", "riskBuffer"), "$1,250");
    await says(answer(page, "past", "status"), "healthy");
  });
});
