// SPDX-License-Identifier: MIT
//
// What the page does when something is wrong: with what was typed, with the module, with itself.
import assert from "node:assert/strict";
import { test } from "node:test";

import { figure, inAll, kNonsense, lead, openMost, says, visit, withBrowser } from "./browser.ts";

withBrowser();

test("what cannot be read is said at the field, and the last valid result stays", () =>
  visit({}, async (page) => {
    const quantity = page.getByLabel("Quantity, BTC");
    await quantity.fill("1 BTC");
    const problem = page.getByText("This is not a number this page can read.");
    await problem.waitFor();
    assert.equal(await quantity.getAttribute("aria-invalid"), "true");
    const described = await quantity.getAttribute("aria-describedby");
    assert.match(await page.locator(`#${described}`).innerText(), /not a number/);
    await says(figure(page, "marginEquity"), "$98,000.00");
    await says(lead(page), /\$84,448/);
    assert.equal(await page.locator("#results.stale").count(), 1);
    assert.equal(await page.getByText("Last valid result.").count(), 2);
    await quantity.fill("2");
    await says(figure(page, "marginEquity"), "$196,000.00");
    assert.equal(await page.locator(".stale").count(), 0);
    assert.equal(await quantity.getAttribute("aria-invalid"), "false");
  }));

test("an empty field is asked for before it is blamed", () =>
  visit({}, async (page) => {
    await page.getByRole("button", { name: "Add a position" }).click();
    const size = page.getByLabel("Size of position 2");
    await page.getByText("Enter a number.").waitFor();
    assert.equal(await size.getAttribute("aria-invalid"), "false");
    assert.equal(
      await page.getByLabel("Contract of position 2").inputValue(),
      "PF_ETHUSD",
      "not the one that is taken",
    );
    await size.fill("1");
    await says(lead(page), /\$500,000 of BTC and \$4,000 of ETH contracts/);
    await size.fill("");
    assert.equal(await size.getAttribute("aria-invalid"), "true");
  }));

test("what the module refuses is said at its field", () =>
  visit({}, async (page) => {
    const price = page.getByLabel("Price today of BTC");
    await price.fill("0");
    assert.equal(await price.getAttribute("aria-invalid"), "true");
    await page.locator("#results.stale").waitFor();
    await price.fill("100000");
    await page.getByRole("button", { name: "Add a position" }).click();
    await page.getByLabel("Size of position 2").fill("1");
    await page.getByLabel("Contract of position 2").selectOption("PF_XBTUSD");
    await page.getByText(/another position on PF_XBTUSD/).waitFor();
    assert.equal(await page.getByLabel("Contract of position 2").getAttribute("aria-invalid"), "true");
  }));

const filled: Record<string, [fragment: string, inputs: number]> = {
  "multi-collateral": [
    "#v=2&c=BTC:1@100000,USD:5&p=PF_XBTUSD:long:5@100000~100000:x10:f1&o=PF_XBTUSD:short:1@:stop:g90000:reduce&x=BTC:0.1:out&f=PF_XBTUSD:0.001",
    29,
  ],
  "single-collateral": ["#v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000", 22],
  "US futures": [
    "#v=2&r=kraken-us&a=2026-11-23T15:40:00-06:00&w=us:4000&p=MBT:long:2@100000&o=MBT:short:1@110000&i=BTC:100000",
    31,
  ],
};
for (const [kind, [fragment, count]] of Object.entries(filled)) {
  const often = kind === "single-collateral" ? {} : inAll;
  test(`any text in any field of ${kind} leaves a page that makes sense`, often, () => typeAnything(fragment, count));
}

const typed = ["", "1e400", "<b>", ...("skip" in inAll ? [] : ["-", "999999999999999", "0.000000000000001", "-1", "١٢"])];

function typeAnything(fragment: string, count: number): Promise<void> {
  return visit({ fragment }, async (page) => {
    await openMost(page);
    const inputs = page.locator("margin-calculator input[inputmode=decimal]");
    assert.equal(await inputs.count(), count);
    for (const input of await inputs.all()) {
      const nonsense = await input.evaluate(async (element: HTMLInputElement, [texts, pattern]) => {
        const host = (element.getRootNode() as ShadowRoot).host as Element & { updateComplete: Promise<unknown> };
        const type = async (text: string) => {
          element.value = text;
          element.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
          await host.updateComplete;
          const markup = host.shadowRoot?.querySelector(".page")?.innerHTML ?? "";
          return (markup === "" ? ["no page"] : (markup.match(new RegExp(pattern, "g")) ?? [])).map((found) => `${text}: ${found}`);
        };
        const kept = element.value;
        const found: string[] = [];
        for (const text of texts) found.push(...(await type(text)));
        await type(kept);
        return found;
      }, [typed, kNonsense] as const);
      assert.deepEqual(nonsense, [], (await input.getAttribute("id")) ?? "");
    }
    assert.equal(await page.locator(".stale").count(), 0);
  });
}

const failures: [what: string, block: "abort" | "empty"][] = [
  ["cannot be fetched", "abort"],
  ["is not what it should be", "empty"],
];
for (const [what, block] of failures) {
  test(`a module that ${what} leaves an explanation and a worked example`, () =>
    visit(
      {
        loads: false,
        expected: /wasm|Failed to load resource|abort|ArrayBuffer instantiation/i,
        prepare: (page) =>
          page.route("**/*.wasm", (route) =>
            block === "abort" ? route.abort() : route.fulfill({ status: 200, body: "" }),
          ),
      },
      async (page) => {
        const panel = page.getByRole("alert").filter({ hasText: "The calculator could not be loaded" });
        await panel.waitFor();
        await says(lead(page), /If BTC falls 15\.6% to \$84,448, the position is liquidated\.$/);
        await page.getByRole("cell", { name: "$84,448.16" }).waitFor();
        await page.unroute("**/*.wasm");
        await panel.getByRole("button", { name: "Try again" }).click();
        await says(figure(page, "marginEquity"), "$98,000.00");
      },
    ));
}

test("a module that never comes is given up", () =>
  visit(
    {
      loads: false,
      own: true,
      prepare: async (page) => {
        await page.clock.install();
        await page.route("**/*.wasm", () => undefined);
      },
    },
    async (page) => {
      await page.getByText("Loading the calculator").waitFor();
      await says(lead(page), /\$84,448/);
      await page.clock.runFor(10_500);
      await page.getByText("The calculator could not be loaded").waitFor();
    },
  ));

const wholeModule = /\/margin-(?!evaluate)[^/]*\.wasm$/;

test("an answer that waits for the whole module holds up nothing, and can be asked for again", () => {
  let refuse: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  return visit(
    {
      expected: /wasm|Failed to load resource|abort/i,
      prepare: (page) => page.route(wholeModule, (route) => refused.then(() => route.abort())),
    },
    async (page) => {
      const story = page.locator("#story");
      await page.getByText("What happens then, step by step").click();
      await says(story, /Loading …$/);
      await page.getByLabel("Quantity, BTC").fill("2");
      await says(figure(page, "marginEquity"), "$196,000.00");
      refuse();
      await says(story.getByRole("alert"), /did not arrive\. Try again$/);
      await page.getByLabel("Quantity, BTC").fill("1");
      await says(figure(page, "marginEquity"), "$98,000.00");
      assert.equal(await page.getByRole("alert").count(), 1);
      await page.unroute(wholeModule);
      await story.getByRole("button", { name: "Try again" }).click();
      await says(story, /BTC falls 15\.6% to \$84,448\.16/);
    },
  );
});

test("a visit loads the whole module only when one of its answers is asked for", () => {
  const loaded: string[] = [];
  return visit(
    { prepare: async (page) => page.on("request", (request) => loaded.push(request.url())) },
    async (page) => {
      const count = () => loaded.filter((url) => wholeModule.test(url)).length;
      await page.getByLabel("Quantity, BTC").fill("2");
      await page.locator("#add-order").waitFor();
      assert.equal(count(), 0);
      await page.getByText("Assumptions: what is not published").click();
      await says(page.locator("#assumptions dl"), /haircut/i);
      await page.locator("li:has(#figure-marginEquity) summary").first().click();
      await says(page.locator("li:has(#figure-marginEquity) .working"), /\$196,000\.00/);
      assert.equal(count(), 1);
    },
  );
});

test("without its script the page still shows the worked example", () =>
  visit({ loads: false, javaScriptEnabled: false }, async (page) => {
    await says(lead(page), /\$84,448/);
    await says(page.locator("noscript p").first(), /needs JavaScript and WebAssembly/);
  }));

test("an error nobody caught shows a panel, and the last result stays", () =>
  visit({ expected: /on purpose/ }, async (page) => {
    await page.evaluate(() => void Promise.reject(new Error("on purpose")));
    const panel = page.getByRole("alert").filter({ hasText: "went wrong" });
    await panel.waitFor();
    await says(figure(page, "marginEquity"), "$98,000.00");
    await panel.getByRole("button", { name: "Close" }).click();
    await panel.waitFor({ state: "hidden" });
  }));

test("the page may run no inline script, no eval and no style of anybody else", () =>
  visit({ expected: /Content Security Policy|TrustedHTML|Trusted/ }, async (page) => {
    const refused = await page.evaluate(() => {
      const refusals: string[] = [];
      try {
        document.body.innerHTML += "";
      } catch {
        refusals.push("markup");
      }
      const style = document.createElement("style");
      style.textContent = "body { outline: 7px solid red }";
      document.head.append(style);
      if (getComputedStyle(document.body).outlineWidth !== "7px") refusals.push("style");
      return refusals;
    });
    assert.deepEqual(refused, ["markup", "style"]);
  }));
