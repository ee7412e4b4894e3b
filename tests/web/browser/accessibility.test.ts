// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { kColours, violations } from "./axe.ts";
import { figure, inAll, lead, openMost, says, visit, withBrowser } from "./browser.ts";

withBrowser();

// So high that the bar at the foot lies over nothing: what is under it can be scrolled out from there.
const wide = { width: 1280, height: 9000 };
const narrow = { width: 320, height: 16000 };

const accounts: Record<string, string> = {
  healthy: "#v=1&c=ETH:10@4000&p=PF_SOLUSD:long:500@200&i=SOL:200",
  caution: "#v=1&c=BTC:1@85000&p=PF_XBTUSD:long:5@100000",
  liquidation:
    "#v=2&zz=1&w=multi&c=BTC:1@80000~5&p=PF_XBTUSD:long:5@100000,PF_SOLUSD:short:500@200~220:x10&o=PF_XBTUSD:short:5:stop:g75000:reduce&x=BTC:0.5:out&w=single:BTC:1&i=SOL:200",
  single: "#v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000",
  us: "#v=2&r=kraken-us&a=2026-11-23T15:40:00-06:00&w=us:4000&p=MBT:long:2@100000&o=MBT:long:1@90000&i=BTC:100000",
};

/** The colours in their other modes: set on the page as it stands, where motion is reduced, so that none lags behind. */
type Media = Parameters<Page["emulateMedia"]>[0];
const otherColours: Record<string, Media> = {
  dark: { colorScheme: "dark" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};

/** Under every rule in light, then the colours in the other modes. */
async function inAllColours(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  assert.deepEqual(await violations(page), [], `light, ${state}`);
  for (const [name, media] of Object.entries(otherColours)) {
    await page.emulateMedia(media);
    assert.deepEqual(await violations(page, kColours), [], `${name}, ${state}`);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

/** Of the figures' explanations, which are all made alike, axe is shown so many. */
const kExplanations = 12;

for (const [account, fragment] of Object.entries(accounts)) {
  test(`axe finds nothing in any colours: ${account}`, account === "us" ? {} : inAll, () =>
    visit({ viewport: wide, reducedMotion: "reduce", fragment, bypassCSP: true }, async (page) => {
      await page.locator("#add-order").waitFor();
      await inAllColours(page, "as it opens");
      await openMost(page, kExplanations);
      assert.deepEqual(await violations(page), [], "with everything opened");
    }));
}

test("axe finds nothing in a narrow page, everything opened, greyed as the last valid result", inAll, () =>
  visit({ viewport: narrow, reducedMotion: "reduce", fragment: accounts["liquidation"]!, bypassCSP: true }, async (page) => {
    await page.getByLabel("Size of position 1").fill("x");
    await page.locator("#results.stale").waitFor();
    await openMost(page, kExplanations);
    await inAllColours(page, "stale, with everything opened");
  }));

test("axe finds nothing where the calculator could not be loaded", () =>
  visit(
    {
      bypassCSP: true,
      loads: false,
      expected: /wasm|Failed to load|abort|ArrayBuffer/i,
      prepare: (page) => page.route("**/*.wasm", (route) => route.abort()),
    },
    async (page) => {
      await page.getByText("The calculator could not be loaded").waitFor();
      assert.deepEqual(await violations(page), []);
    },
  ));

test("everything can be done with the keyboard alone", () =>
  visit({}, async (page) => {
    const focused = page.locator("margin-calculator :focus");
    const tabTo = async (id: RegExp) => {
      for (let presses = 0; presses < 100; presses++) {
        await page.keyboard.press("Tab");
        const now = await page.evaluate(
          () => document.querySelector("margin-calculator")?.shadowRoot?.activeElement?.id ?? "",
        );
        if (id.test(now)) return;
      }
      assert.fail(`no way to ${id}`);
    };
    await tabTo(/collateral-\d+-asset/);
    await page.keyboard.type("ETH");
    await tabTo(/collateral-\d+-quantity/);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("50");
    await says(figure(page, "marginEquity"), "$188,000.00");
    await tabTo(/position-\d+-side-long/);
    await page.keyboard.press("ArrowDown");
    await says(lead(page), /If BTC rises/);
    await tabTo(/add-collateral|add-position/);
    await page.keyboard.press("Enter");
    assert.match((await focused.getAttribute("id")) ?? "", /position-\d+-contract/);
    // Past the search of its contract.
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused.innerText(), "Undo");
    await tabTo(/marginBasis-entry/);
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.locator("#marginBasis-mark").isChecked(), true);
  }));

test("the focus passes through the whole page, is always in sight, and leaves again", inAll, () =>
  visit({ viewport: { width: 360, height: 640 } }, async (page) => {
    const stops: string[] = [];
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const root = document.querySelector("margin-calculator")?.shadowRoot;
        const active = root?.activeElement;
        if (!active) return null;
        const box = active.getBoundingClientRect();
        const bar = root.querySelector(".summary:not(.away)")?.getBoundingClientRect();
        const under =
          bar &&
          active.matches(":not(.summary)") &&
          box.top >= bar.top &&
          box.bottom <= bar.bottom &&
          box.right > bar.left;
        const out = box.bottom <= 0 || box.top >= innerHeight;
        // An input hidden in its label is outlined with it.
        const target = active.closest("label.button") ?? active;
        const outlined = getComputedStyle(target).outlineStyle !== "none";
        return {
          name: active.id || (active.textContent ?? "").trim().slice(0, 30),
          under: Boolean(under),
          out,
          outlined,
        };
      });
      // The choice of languages comes before the calculator.
      if (!stop && stops.length === 0) continue;
      if (!stop) break;
      assert.deepEqual({ ...stop, name: "" }, { name: "", under: false, out: false, outlined: true }, stop.name);
      stops.push(stop.name);
    }
    assert.ok(stops.length > 25 && stops.length < 120, `${stops.length} stops`);
    assert.equal(new Set(stops.slice(0, 12)).size, 12);
  }));
