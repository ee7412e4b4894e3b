// SPDX-License-Identifier: MIT
//
// <margin-calculator> in somebody else's page.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";

import type { Report } from "#margin";
import type { CalculatorAnswer } from "../../../web/margin-calculator.d.ts";
import { inAll, read, says, withBrowser } from "./browser.ts";

withBrowser();

/** An article with what stands in it, and the element's script. */
const article = (body: string) => (address: string) =>
  `<script type="module" src="${address}/margin-calculator.js"></script><body>${body}`;

const kLong = "v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000";
const kHedge = "v=1&c=BTC:1@100000,ETH:10@4000&p=PF_XBTUSD:long:5@100000";
const lead = (page: Page | Locator) => page.locator(".lead").filter({ visible: true });

test("an article shows an account, which the reader changes; nothing is kept, written or asked of anybody", () =>
  read({ html: article(`<margin-calculator scenario="${kLong}">Fallback</margin-calculator>`) }, async (page) => {
    await says(lead(page), /^You control \$500,000 of BTC contracts with \$98,000 .* falls 15\.6% to \$84,448/);
    await page.getByLabel("Haircut of BTC").fill("10");
    await says(page.locator("#figure-marginEquity"), "$90,000.00");
    await page.getByRole("button", { name: "Pin this account" }).click();
    await page.getByRole("button", { name: "Unpin" }).waitFor();
    assert.equal(await page.getByText("Saved on this device").count(), 0);
    assert.equal(await page.getByRole("button", { name: "Copy the link" }).count(), 0);
    assert.equal(await page.getByRole("switch", { name: "Live prices from Kraken" }).count(), 0);
    // Longer than an address waits to be written.
    await page.waitForTimeout(600);
    assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), sessionStorage.length, location.hash]), [[], 0, ""]);
  }));

test("each view shows its part and no other", () =>
  read(
    {
      html: article(
        ["headline", "curve", "map", "form"]
          .map((view) => `<margin-calculator id="${view}" view="${view}" scenario="${kHedge}" page="./whole/"></margin-calculator>`)
          .join(""),
      ),
    },
    async (page) => {
      const shows = async (view: string, selector: string) => (await page.locator(`#${view} ${selector}`).count()) > 0;
      await page.locator("#map .picture").waitFor();
      await page.locator("#curve .picture").waitFor();
      await page.locator("#form #add-order").waitFor();
      for (const view of ["headline", "curve", "map", "form"]) {
        await says(lead(page.locator(`#${view}`)), /^You control \$500,000/);
        assert.equal(await shows(view, ".picture"), view === "curve" || view === "map", view);
        assert.equal(await shows(view, ".inputs"), view === "form", view);
        assert.equal(await shows(view, "#results"), false, view);
        const link = page.locator(`#${view}`).getByRole("link", { name: "Open the whole calculator with this account" });
        assert.equal(await link.getAttribute("href"), `./whole/#${kHedge}`, view);
      }
      const modules = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".wasm")),
      );
      assert.equal(modules.length, new Set(modules).size, "one of each module for all");
      await page.evaluate(() => document.querySelector("#headline")?.setAttribute("view", "full"));
      await page.locator("#headline #results h3").first().waitFor();
    },
  ));

test("what is locked can be read and not changed, what is hidden is not there", () =>
  read(
    {
      html: article(
        `<margin-calculator view="form" scenario="${kLong}" lock="collateral prices positions.size" hide="orders transfers keep rules accounts nonsense"></margin-calculator>`,
      ),
    },
    async (page) => {
      const size = page.getByLabel("Size");
      await page.locator("#add-order").waitFor({ state: "attached" });
      await says(lead(page), /\$84,448/);
      for (const label of ["Quantity", "Price today of BTC", "Haircut of BTC", "Size"]) {
        assert.equal(await page.getByLabel(label).getAttribute("readonly"), "", label);
      }
      await size.press("ArrowUp");
      assert.equal(await size.inputValue(), "5");
      assert.equal(await page.getByLabel("Entry price of position 1").getAttribute("readonly"), null);
      for (const name of ["Add collateral", "Remove collateral BTC"]) {
        assert.ok(await page.getByRole("button", { name }).isDisabled(), name);
      }
      assert.ok(await page.getByLabel("Price of BTC", { exact: true }).isDisabled());
      for (const part of ["#add-order", ".files", ".saved", "section[aria-labelledby=rules-title]", ".accounts"]) {
        assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
      }
      await page.evaluate(() => Object.assign(document.querySelector("margin-calculator")!, { lock: "", hide: "" }));
      await page.locator("#add-order").waitFor();
      await size.press("ArrowUp");
      await says(lead(page), /You control \$5[01]/);
    },
  ));

test("it tells of what it shows, takes documents, and says why where it refuses one", () =>
  read({ html: article(`<margin-calculator view="headline" scenario="${kLong}">The author’s words.</margin-calculator>`) }, async (page) => {
    await says(lead(page), /\$84,448/);
    const told = await page.evaluate(async () => {
      const element = document.querySelector("margin-calculator")!;
      const change = new Promise<CalculatorAnswer>((done) =>
        element.addEventListener("change", (event) => done((event as CustomEvent<CalculatorAnswer>).detail), { once: true }),
      );
      element.scenario = { ...element.scenario!, prices: { BTC: 90000 } };
      const { report } = await change;
      const equity = ({ wallets: [wallet] }: Report) => wallet?.type === "multi-collateral" && wallet.marginEquity;
      return [equity(report), equity(element.report!), element.fragment];
    });
    assert.deepEqual(told, [38200, 38200, "v=1&c=BTC:1@90000&p=PF_XBTUSD:long:5@100000"]);
    await says(lead(page), /^You control \$450,000/);
    await page.evaluate(() => {
      document.querySelector("margin-calculator")!.scenario = `{"format": "margin-scenario/1", "wallets": "none"}`;
    });
    await says(page.locator(".notices"), /The scenario is not a scenario this page can read\./);
    // The last valid answer stays.
    await says(lead(page), /^You control \$450,000/);
  }));

test("figures in a sentence are dragged and stepped, and the answers follow", () =>
  read(
    {
      html: article(`<p>If BTC falls by <margin-value id="fall" input="/prices/BTC" format="fall" from="100000" max="30" label="Fall of BTC">0%</margin-value>,
        you keep <margin-value id="kept" answer="/wallets/0/marginEquity">$98,000</margin-value>; liquidated
        at <margin-value id="price" answer="/wallets/0/factors/BTC/below/price" format="price" >?</margin-value> or
        <margin-value id="above" answer="/wallets/0/factors/BTC/above/price" format="price" none="no price">?</margin-value>, now
        <margin-value id="status" answer="/wallets/0/status">?</margin-value>. With
        <margin-value id="size" input="/wallets/0/positions/PF_XBTUSD/size" format="quantity" min="0.5" max="10" step="0.5" label="Size">5</margin-value> BTC.</p>
        <margin-calculator view="headline" scenario="${kLong}" hidden></margin-calculator>`),
    },
    async (page) => {
      const value = (id: string) => page.locator(`#${id} :is(.input, .answer)`);
      await says(value("kept"), "$98,000");
      await page.getByRole("slider", { name: "Fall of BTC" }).focus();
      await page.keyboard.press("PageUp");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await says(value("fall"), "12%");
      await says(value("kept"), "$26,240");
      await page.keyboard.press("End");
      await says(value("status"), "liquidation");
      await page.keyboard.press("Home");
      await says(value("kept"), "$98,000");
      const { x, y, width, height } = (await value("size").boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      // Six pixels are a step of half a BTC.
      await page.mouse.move(x + width / 2 - 6 * 9, y + height / 2, { steps: 3 });
      await page.mouse.up();
      await says(value("size"), "0.5");
      await says(value("price"), "$34,122");
      await says(value("above"), "no price");
      assert.equal(await page.locator("margin-calculator").evaluate((element) => getComputedStyle(element).display), "none");
    },
  ));

test("a thousand come and go, and nothing of them stays", inAll, () =>
  read({ html: article(`<main></main>`) }, async (page) => {
    const session = await page.context().newCDPSession(page);
    const mount = (times: number) =>
      page.evaluate(
        async ([times, scenario]) => {
          for (let count = 0; count < times; count++) {
            const element = document.createElement("margin-calculator");
            element.setAttribute("view", ["full", "form", "headline", "headline", "headline"][count % 5]!);
            element.setAttribute("scenario", scenario);
            const ready = new Promise((done) => element.addEventListener("ready", done, { once: true }));
            document.querySelector("main")!.append(element);
            await ready;
            element.remove();
          }
        },
        [times, kLong] as const,
      );
    const held = async () => {
      // What is to be drawn a moment later holds on to it for that moment.
      await page.waitForTimeout(6000);
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
    };
    await session.send("Performance.enable");
    await mount(100);
    const before = await held();
    await mount(1000);
    const after = await held();
    assert.ok(after.heap - before.heap < 2_000_000, `heap: ${before.heap} → ${after.heap}`);
    assert.ok(after.nodes - before.nodes < 2_000, `nodes: ${before.nodes} → ${after.nodes}`);
    assert.ok(after.listeners - before.listeners < 200, `listeners: ${before.listeners} → ${after.listeners}`);
  }));
