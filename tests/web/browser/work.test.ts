// SPDX-License-Identifier: MIT
//
// Long work beside the page: a simulation and the replay of a price history.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";

import { kColours, violations } from "./axe.ts";
import { figure, lead, nonsense, says, visit, withBrowser, inAll } from "./browser.ts";

withBrowser();

const kTwo = "#v=1&c=ETH:10@4000&p=PF_SOLUSD:long:300@200,PF_XBTUSD:long:0.1@100000&i=SOL:200,BTC:100000";
const kOne = "#v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000";
const kPrices = fileURLToPath(new URL("../../../examples/made-up-prices.csv", import.meta.url));

async function openSimulation(page: Page): Promise<Locator> {
  await page.locator("#backwards > summary").click();
  await page.locator("#simulation > summary").click();
  return page.locator("#ask-simulation");
}

const ended = (part: Locator) => part.locator('[aria-busy="false"]').waitFor();

/** Takes away what the page would start a worker with. */
const withoutWorkers = (page: Page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));

test("a long simulation shows its progress, gets better and can be cancelled", () =>
  visit({ fragment: kTwo }, async (page) => {
    const part = await openSimulation(page);
    await ended(part);
    await says(part.locator(".hint"), /^From 8,192 simulated paths\./);
    await part.getByLabel("Simulated paths").selectOption({ label: "2,097,152 paths" });
    const bar = part.getByRole("progressbar", { name: "Simulating …" });
    await bar.waitFor();
    await says(part.locator(".hint"), /^From (?!8,192 )[\d,]+ simulated paths\./);
    await page.waitForFunction(
      () => (document.querySelector("margin-calculator")?.shadowRoot?.querySelector("progress")?.value ?? 0) >= 1,
    );
    assert.deepEqual(await violations(page), []);
    await part.getByRole("button", { name: "Cancel" }).click();
    await part.getByText("Cancelled: the answer is that of the part which was done.").waitFor();
    const then = await part.locator("table").innerText();
    await page.waitForTimeout(300);
    assert.equal(await part.locator("table").innerText(), then, "nothing goes on");
    await part.getByRole("button", { name: "Start again" }).click();
    await bar.waitFor();
    assert.deepEqual(await nonsense(page), []);
  }));

test("typing does not wait for it, and the newest account is the one that is simulated", () =>
  visit({ fragment: kTwo }, async (page) => {
    const part = await openSimulation(page);
    await ended(part);
    await part.getByLabel("Simulated paths").selectOption({ label: "2,097,152 paths" });
    await part.getByRole("progressbar").waitFor();
    await page.evaluate(() => {
      const seen = globalThis as unknown as { longTasks: number[] };
      seen.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
      }).observe({ entryTypes: ["longtask"] });
    });
    await page.waitForTimeout(2000);
    const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
    // None is the aim; a busy machine may hold the page up once. On the page itself they would fill the time.
    assert.ok(longTasks.reduce((sum, one) => sum + one, 0) < 200, `milliseconds: ${longTasks.join(", ")}`);
    const size = page.getByLabel("Size of position 1");
    await size.fill("");
    await size.pressSequentially("100");
    await says(lead(page), /\$20,000 of SOL/);
    await part.getByLabel("Simulated paths").selectOption({ label: "8,192 paths" });
    await ended(part);
    const fresh = await part.locator("table").innerText();
    await page.reload();
    await ended(await openSimulation(page));
    assert.equal(await part.locator("table").innerText(), fresh);
  }));

test("without a worker the page does the same, to the same text", inAll, async () => {
  const texts: string[] = [];
  for (const prepare of [() => Promise.resolve(), withoutWorkers]) {
    await visit({ fragment: kTwo, prepare }, async (page) => {
      const part = await openSimulation(page);
      await ended(part);
      assert.equal(page.workers().length, prepare === withoutWorkers ? 0 : 1);
      texts.push(await part.innerText());
    });
  }
  assert.match(texts[0] ?? "", /From 8,192 simulated paths/);
  assert.equal(texts[1], texts[0]);
});

test("a worker that does not arrive is not missed: the page does it itself", () =>
  visit(
    {
      fragment: kTwo,
      prepare: (page) => page.route(/\/worker-/, (route) => route.abort()),
      expected: /ERR_FAILED/,
    },
    async (page) => {
      const part = await openSimulation(page);
      await ended(part);
      await says(part.locator(".hint"), /^From 8,192 simulated paths\./);
      assert.equal(await page.locator("#trouble").isVisible(), false);
    },
  ));

test("the replay of a price history: when it ends, and how it stood", () =>
  visit({ fragment: kOne }, async (page) => {
    await page.locator("#replay > summary").click();
    const part = page.locator("#ask-replay");
    await part.getByLabel("Or paste the table").fill("date,ETH\n2026-01-01,1\nyesterday,2\n2026-01-03,x");
    await part.getByText("This table cannot be read as it is.").waitFor();
    await says(part.locator(".plain-list"), /^Line 3: "yesterday" is no date: .* Line 4: "x" is no price/);
    await part.getByLabel("Choose a CSV file").setInputFiles(kPrices);
    // 84,448.16 as the report says: between 85,500 and 79,000.
    await says(
      part.locator("#replay-words"),
      /liquidated between Jan 6, 2026 and Jan 7, 2026: BTC at \$84,448, ETH .*\. It stood worst on Jan 7, 2026, with nothing left: margin equity was −\$27,580\.$/,
    );
    await page.locator("#replay-rows > summary").click();
    await part.locator("tbody tr").nth(6).waitFor();
    const rows = await part.locator("tbody tr").allInnerTexts();
    // 92,000 × 0.98 − 5 × 8,000, of which 5,000 must be left.
    assert.match(rows[2] ?? "", /Jan 3, 2026\s+\$50,160\.00\s+10%/);
    assert.equal(rows.length, 7, "to its end");
    assert.deepEqual(await nonsense(page), []);
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Size of position 1").fill("1");
    await says(part.locator("#replay-words"), /^(✓ )?From Jan 1, 2026 to Jan 9, 2026 the account would have lived\./);
    await says(figure(page, "marginEquity"), "$98,000.00");
  }));

test("a long history comes to the same text with and without a worker", inAll, async () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `${1_600_000_000 + row * 3600},${100_000 + 9_000 * Math.sin(row / 90)}`);
  const texts: string[] = [];
  for (const prepare of [() => Promise.resolve(), withoutWorkers]) {
    await visit({ fragment: kOne, prepare }, async (page) => {
      await page.locator("#replay > summary").click();
      const buffer = Buffer.from(["date,BTC", ...rows].join("\n"));
      await page.getByLabel("Choose a CSV file").setInputFiles({ name: "prices.csv", mimeType: "text/csv", buffer });
      const part = page.locator("#ask-replay");
      await ended(part);
      texts.push(await part.innerText(), (await part.locator("path.series").first().getAttribute("d")) ?? "");
    });
  }
  assert.match(texts[0] ?? "", /would have lived/);
  assert.deepEqual(texts.slice(2), texts.slice(0, 2));
});

test("both fit into the narrowest page, and their colours can be told apart in the dark", inAll, () =>
  visit({ fragment: kTwo, viewport: { width: 320, height: 800 }, colorScheme: "dark" }, async (page) => {
    await ended(await openSimulation(page));
    await page.locator("#replay > summary").click();
    await page.getByLabel("Choose a CSV file").setInputFiles(kPrices);
    await ended(page.locator("#ask-replay"));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(await violations(page, kColours), []);
  }));
