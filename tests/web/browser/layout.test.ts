// SPDX-License-Identifier: MIT
//
// Geometry: nothing overlaps, nothing is cut off, nothing scrolls sideways, every target can be hit. Done by
// measuring boxes, because no accessibility checker notices two inputs on top of each other.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inAll, openAll, visit, withBrowser } from "./browser.ts";
import { presets } from "../../../web/src/form/examples.ts";
import { faults, faultsInEveryText, inDirection, kDirections } from "./geometry.ts";

withBrowser();

const accounts: Record<string, string> = {
  "the first example": "",
  "three positions in liquidation":
    "#v=1&zz=1&r=kraken-eea&b=mark&c=BTC:1@80000~5,USD:-5000,ETH:2@1800&p=PF_XBTUSD:long:5@100000,PF_SOLUSD:short:500@200~220:x10,PF_ETHUSD:short:3@2000:m900&i=SOL:200&t=A%20long%20name%20of%20a%20scenario",
  "large and small figures":
    "#v=1&c=BTC:123456789.123456789@987654321.123456789&p=PF_PEPEUSD:short:999999999999@0.000012345678&i=PEPE:0.000012345678",
  "nothing that can be read": "#v=1&c=BTC:!abc@!x!20y~!haircut,NOPE:1&p=PF_XBTUSD:long:@:x,PF_NONE:short:1@2",
  "an empty account": "#v=1",
  "two coins, orders and transfers":
    "#v=2&w=multi&c=ETH:10@4000,USDC:5000@1&p=PF_SOLUSD:long:500@200,PF_XBTUSD:short:0.1@100000:x5&o=PF_SOLUSD:short:500:stop:g150:reduce,PF_SOLUSD:long:100@190,PF_SOLUSD:long:5:market&x=ETH:5:out,USD:100&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=SOL:200,BTC:100000&f=PF_SOLUSD:0.01&d=PF_SOLUSD:199@5:201@7",
  "a single-collateral account": "#v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&x=BTC:0.001:out&i=BTC:8000",
  "a US account":
    "#v=2&r=kraken-us&a=2026-11-23T15:40:00-06:00&w=us:4000&p=MBT:long:2@100000,PETHIUZ50:short:10@4000&o=MBT:long:1@90000&i=BTC:100000,ETH:4000",
};

const widths = [320, 360, 768, 1280, 1600];

const onEachRun = ["two coins, orders and transfers"];
for (const [account, fragment] of Object.entries(accounts)) {
  test(`boxes at ${widths.join(", ")} px: ${account}`, onEachRun.includes(account) ? {} : inAll, () =>
    visit({ fragment }, async (page) => {
      const everyWidth = async (state: string) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await faults(page), [], `${width} px, ${state}`);
        }
      };
      await everyWidth("as it opens");
      await openAll(page);
      await everyWidth("with everything opened");
    }));
}

const examples = presets().filter(({ id }) => ["btc-long", "us-close", "orders"].includes(id));
for (const direction of kDirections) {
  for (const { id, link } of examples) {
    test(`boxes ${direction}, in every size and spacing of text: ${id}`, id === "us-close" && direction === kDirections[0] ? {} : inAll, () =>
      visit({ fragment: `#${link}`, prepare: (page) => inDirection(page, direction) }, async (page) => {
        await openAll(page, "details.fold");
        assert.deepEqual(await faultsInEveryText(page), []);
      }));
  }
}

test("boxes of the worked example that stands in for the calculator", async () => {
  for (const width of [320, 1280]) {
    await visit(
      { viewport: { width, height: 900 }, loads: false, prepare: (page) => page.route("**/*.wasm", () => undefined) },
      async (page) => {
        await page.getByText("Loading the calculator").waitFor();
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      },
    );
  }
});

test("on paper there are the answer and the account, and no buttons", () =>
  visit({ fragment: accounts["three positions in liquidation"]! }, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0);
    assert.equal(await page.locator(".lead").filter({ visible: true }).count(), 1);
    assert.equal(await page.locator("#results").isVisible(), true);
    assert.ok((await page.pdf()).byteLength > 10_000);
  }));
