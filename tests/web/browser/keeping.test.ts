// SPDX-License-Identifier: MIT
//
// Links and files: what was typed comes back, and nothing is lost in silence.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { addressSays, figure, inAll, lead, nonsense, says, visit, withBrowser } from "./browser.ts";

withBrowser();

const everything =
  "#v=1&r=kraken-eea&b=mark&l=marginal&c=BTC:1.5@80000~5,USD:-250,ETH:2@1800&p=PF_XBTUSD:long:5@100000,PF_SOLUSD:short:500@200~220:x10,PF_ETHUSD:short:3@2000:m900&i=SOL:200,EUR:1.1&q=EUR&t=Three%20ways";

test("a link restores everything the form holds", () =>
  visit({ fragment: everything }, async (page) => {
    const before = await figure(page, "marginEquity").innerText();
    // Any change writes the address anew, its reverse as it was.
    const title = page.getByLabel("Name of this scenario");
    assert.equal(await title.inputValue(), "Three ways");
    await title.fill("Three way");
    await addressSays(page, everything.replace(/s$/, ""));
    await title.fill("Three ways");
    await addressSays(page, everything);
    await page.reload();
    await says(figure(page, "marginEquity"), before);
  }));

test("a link changed in the address bar is followed", () =>
  visit({}, async (page) => {
    await page.evaluate(() => (location.hash = "v=1&c=ETH:10@4000&p=PF_ETHUSD:short:10@4000"));
    await says(lead(page), /If ETH rises 1,550% to \$66,000/);
  }));

test("what of a link is not understood is said, and the rest is shown", () =>
  visit({ fragment: "#v=1&r=elsewhere&c=BTC:1@100000,!!&p=PF_XBTUSD:long:5@100000&zz=1" }, async (page) => {
    const notices = page.locator(".notices");
    await says(notices, /“zz=1”.*“!!”.*“elsewhere”/);
    await says(figure(page, "marginEquity"), "$98,000.00");
    await notices.getByRole("button", { name: "Close" }).click();
    await notices.waitFor({ state: "detached" });
  }));

test("links of all kinds never break the page", async () => {
  const links = [
    "#",
    "#v=1",
    "#v=9",
    "#%",
    "#v=1&c=%E0%A4%A",
    "#v=1&c=__proto__:1@1&i=__proto__:3",
    `#v=1&t=${"x".repeat(9000)}`,
    "#v=1&c=BTC:@&p=PF_NONE:long:@",
  ];
  await visit({}, async (page) => {
    for (const fragment of links) {
      await page.evaluate((fragment) => (location.hash = fragment), fragment);
      // What is not understood is said; the rest is the page as it is.
      await page.waitForTimeout(200);
      await page.getByRole("heading", { name: "Your account" }).waitFor();
      assert.deepEqual(await nonsense(page), [], fragment);
    }
  });
  // A link that a page begins with takes another way; all of them are tried in ./dev test all.
  for (const fragment of "skip" in inAll ? links.slice(-1) : links) {
    await visit({ fragment }, async (page) => {
      await page.getByRole("heading", { name: "Your account" }).waitFor();
      assert.deepEqual(await nonsense(page), [], fragment);
    });
  }
});

test("a file written and opened again is the same account", () =>
  visit({ fragment: everything }, async (page) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a file" }).click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), "margin-scenario.json");
    const text = readFileSync(await download.path(), "utf8");
    const document = JSON.parse(text) as { format: string; wallets: { positions: unknown[] }[] };
    assert.equal(document.format, "margin-scenario/1");
    assert.equal(document.wallets[0]?.positions.length, 3);

    await page.getByRole("button", { name: /1 BTC pledged/ }).click();
    await says(figure(page, "marginEquity"), "$98,000.00");
    await page
      .getByLabel("Open a file")
      .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText("Opened mine.json.").waitFor();
    await addressSays(page, everything);
    await page.locator("#undo").click();
    await says(figure(page, "marginEquity"), "$98,000.00");
    assert.equal(await page.locator("margin-calculator :focus").getAttribute("id"), "open-file");
  }));

test("a file with one's own figures carries the whole rulebook, with its assumptions and sources", () =>
  visit({}, async (page) => {
    await page.getByLabel("Haircut of BTC").fill("10");
    await says(figure(page, "marginEquity"), "$90,000.00");
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a file" }).click();
    const text = readFileSync(await (await downloading).path(), "utf8");
    const { rulebook } = JSON.parse(text) as { rulebook: Record<string, unknown> };
    const file = new URL("../../../rulebooks/kraken-global.json", import.meta.url);
    const builtIn = JSON.parse(readFileSync(file, "utf8")) as typeof rulebook;
    assert.deepEqual(rulebook["assumptions"], builtIn["assumptions"]);
    assert.deepEqual(rulebook["sources"], builtIn["sources"]);

    await page.getByRole("button", { name: /1 BTC pledged/ }).click();
    await says(figure(page, "marginEquity"), "$98,000.00");
    await page
      .getByLabel("Open a file")
      .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText("Opened mine.json.").waitFor();
    await says(figure(page, "marginEquity"), "$90,000.00");
  }));

test("a file the page cannot read or show is refused with the reason, and the form stays", () =>
  visit({}, async (page) => {
    const open = (content: string) =>
      page
        .getByLabel("Open a file")
        .setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from(content) });
    await open("{");
    await says(page.locator(".notices"), /other\.json is not a scenario this page can read/);
    const wallet = { type: "multi-collateral", collateral: [{ asset: "BTC", quantity: 1 }], positions: [] };
    const scenario = {
      format: "margin-scenario/1",
      rulebook: "kraken-global",
      prices: { BTC: 100000 },
      wallets: [wallet],
    };
    await open(JSON.stringify({ ...scenario, prices: { BTC: -1 } }));
    await says(page.locator(".notices"), /\/prices\/BTC/);
    await open(JSON.stringify({ ...scenario, wallets: Array.from({ length: 9 }, () => wallet) }));
    await says(page.locator(".notices"), /cannot show all of it: \/wallets\/8/);
    await says(figure(page, "marginEquity"), "$98,000.00");
  }));

test("a file can be dropped on the page", () =>
  visit({}, async (page) => {
    const content = JSON.stringify({
      format: "margin-scenario/1",
      rulebook: "kraken-global",
      prices: {},
      wallets: [{ type: "multi-collateral", collateral: [{ asset: "USD", quantity: 123 }], positions: [] }],
    });
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
      return transfer;
    }, content);
    await page.dispatchEvent("margin-calculator", "drop", { dataTransfer: data });
    await says(lead(page), "You have $123.00 of margin equity and no open position, so nothing can be liquidated.");
  }));
