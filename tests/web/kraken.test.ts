// SPDX-License-Identifier: MIT
//
// Kraken's own answers, as its documentation has them, turned into the form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";

import { emptyForm, kDefaultRulebook, type Form } from "../../web/src/form/model.ts";
import { presets } from "../../web/src/form/examples.ts";
import { rulebookOf } from "../../web/src/form/rulebooks.ts";
import { draftScenario } from "../../web/src/form/scenario.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { writeFragment } from "../../web/src/form/write-fragment.ts";
import { takeAccounts } from "../../web/src/kraken/accounts.ts";
import { kLargestText, type Source } from "../../web/src/kraken/documents.ts";
import { isComplete, isOfKraken } from "../../web/src/kraken/files.ts";
import { readSources } from "../../web/src/kraken/found.ts";
import { otherLevels } from "../../web/src/kraken/levels.ts";
import { takePrices } from "../../web/src/kraken/prices.ts";
import { holdsSecret } from "../../web/src/kraken/secrets.ts";
import { readSymbol } from "../../web/src/kraken/symbols.ts";
import { whyLeft } from "../../web/src/words/kraken.ts";
import { calculator, numbers } from "./module.ts";

const names = ["tickers", "instruments", "accounts", "openpositions"] as const;
const texts = names.map((name) => readFileSync(new URL(`kraken/${name}.json`, import.meta.url), "utf8"));
const [tickers, , accounts, positions] = texts as [string, string, string, string];
const { rulebooks } = calculator;

const source = (text: string, name = "a"): Source => ({ name, text });
const read = (...all: string[]) => readSources(all.map((text) => source(text)));
const reasons = (found: { left: readonly { pointer: string; reason: string }[] }) =>
  found.left.map(({ pointer, reason }) => `${pointer} ${reason}`).sort();

/** The form with accounts and prices of the answers, as the page takes them over. */
function imported(former: Form, found: ReturnType<typeof read>) {
  const taken = takeAccounts(former, found, rulebooks, numbers);
  const prices = takePrices(taken.form, found, taken.rulebook, numbers);
  return { ...taken, prices };
}

const exampleForm = (index: number) => readFragment(presets()[index]!.link, numbers).form;
const scenarioOf = (form: Form) => draftScenario(form, rulebookOf(rulebooks, form.rulebook), "en").scenario;

test("the answers become the accounts, prices, funding and expiries that they say", () => {
  const { form, positions: count, holdings } = imported(emptyForm(), read(...texts));
  assert.deepEqual([count, holdings], [4, 4]);
  const { prices, marks, lasts, absoluteFundingRates, wallets, asOf } = scenarioOf(form);
  assert.deepEqual(prices, { BTC: 96000, ETH: 3200, EUR: 1.1 });
  assert.deepEqual(marks, { PF_XBTUSD: 96004.5, PF_ETHUSD: 3202.25, PI_XBTUSD: 95995.5, FF_XBTUSD: 96850 });
  assert.deepEqual(lasts, { PF_XBTUSD: 96010, PF_ETHUSD: 3201.5, PI_XBTUSD: 95990, FF_XBTUSD: 96900 });
  assert.deepEqual(absoluteFundingRates, { PF_XBTUSD: 1.25, PF_ETHUSD: -0.0123, PI_XBTUSD: -3.995839963e-9 });
  assert.equal(asOf, "2026-11-20T10:15:33Z");
  assert.equal(form.markets["FF_XBTUSD"]?.expiry, "2026-12-25");
  assert.deepEqual(wallets, [
    {
      type: "multi-collateral",
      collateral: [
        { asset: "BTC", quantity: 0.25 },
        { asset: "USD", quantity: -150.5 },
        { asset: "EUR", quantity: 1000 },
      ],
      positions: [
        { contract: "PF_XBTUSD", side: "long", size: 0.5, entryPrice: 95000, unrealizedFunding: -1.25 },
        { contract: "PF_ETHUSD", side: "short", size: 2, entryPrice: 3300, margin: "isolated", maxLeverage: 5 },
        { contract: "FF_XBTUSD", side: "short", size: 0.2, entryPrice: 97000 },
      ],
    },
    {
      type: "single-collateral",
      asset: "BTC",
      balance: 0.05,
      positions: [{ contract: "PI_XBTUSD", side: "long", size: 1000, entryPrice: 90000, unrealizedFunding: 1.5e-8 }],
    },
  ]);
  assert.ok(!("errors" in calculator.evaluate(scenarioOf(form))));
  // A link holds all of it, small funding too.
  const restored = readFragment(writeFragment(form, "en") ?? "", numbers);
  assert.deepEqual(restored.notices, []);
  assert.deepEqual(scenarioOf(restored.form), scenarioOf(form));
});

test("what is not taken over is listed with its place", () => {
  const found = read(...texts);
  const { left } = imported(emptyForm(), found);
  assert.deepEqual(reasons(found), [
    "/accounts/cash cashAccount",
    "/accounts/safe/type accountType",
    "/openPositions/7/size otherSide",
    "/tickers/5/markPrice notPositive",
    "/tickers/8/symbol noName",
  ]);
  assert.deepEqual(reasons({ left }), [
    "/accounts/flex/currencies/SHELLS noAsset",
    "/openPositions/2/symbol otherExpiry",
    "/openPositions/5/symbol twice",
    "/openPositions/6/symbol noContract",
  ]);
  assert.deepEqual(reasons(read(accounts)).filter((reason) => reason.includes("PI_XBTUSD")), [
    "/accounts/fi_xbtusd/balances/PI_XBTUSD heldContract",
  ]);
});

test("margin levels that are no longer the rulebook's are told", () => {
  const found = read(...texts);
  const { form, rulebook } = imported(emptyForm(), found);
  assert.deepEqual(otherLevels(form, found, rulebook).sort(), ["PF_XBTUSD", "PI_XBTUSD"]);
});

test("the order of the answers, and whether they stand in one text, makes no difference", () => {
  const whole = scenarioOf(imported(emptyForm(), read(...texts)).form);
  fc.assert(
    fc.property(fc.shuffledSubarray([...texts], { minLength: 4 }), fc.boolean(), (order, together) => {
      const found = together ? read(order.join("\n")) : read(...order, order[0]!);
      assert.deepEqual(scenarioOf(imported(emptyForm(), found).form), whole);
    }),
  );
});

test("the newest answer of a kind counts, ticker by ticker", () => {
  const later = (symbol: string, indexPrice: number) =>
    JSON.stringify({ result: "success", serverTime: "2026-11-20T11:00:00Z", ticker: { symbol, indexPrice } });
  const found = read(later("PF_ETHUSD", 3333), tickers);
  assert.equal(found.tickers.get("PF_ETHUSD")?.index, 3333);
  assert.equal(found.tickers.get("PF_XBTUSD")?.index, 96000);
  const none = positions.replace(/"openPositions": \[[^]*\]/, '"openPositions": []').replace(":33.000Z", ":59.000Z");
  assert.deepEqual(read(none, positions).positions, []);
  assert.deepEqual(reasons(read(none, positions)), [" olderAnswer"]);
});

test("prices alone change nothing else of the form", () => {
  const link = "v=2&c=ETH:10@4000,USD:5000&p=PF_XBTUSD:long:1@98000&i=BTC:100000&d=PF_XBTUSD:99990@1:100010@0.4";
  const former = readFragment(link, numbers).form;
  const form = structuredClone(former);
  const taken = takePrices(form, read(tickers), rulebookOf(rulebooks, kDefaultRulebook), numbers);
  assert.deepEqual(taken, { assets: ["ETH", "BTC"], valued: [], contracts: ["PF_XBTUSD"], missing: [] });
  assert.deepEqual(form.wallets, former.wallets);
  assert.equal(form.prices["BTC"], "96,000");
  assert.equal(form.markets["PF_XBTUSD"]?.bids, former.markets["PF_XBTUSD"]?.bids);
});

test("what there is no answer of stays as the form has it", () => {
  const former = exampleForm(0);
  const balances = imported(former, read(accounts)).form.wallets[0];
  assert.deepEqual(balances?.positions, former.wallets[0]?.positions);
  assert.equal(balances?.collateral.length, 3);
  const traded = imported(former, read(positions)).form.wallets[0];
  assert.deepEqual(traded?.collateral, former.wallets[0]?.collateral);
  assert.equal(traded?.positions.length, 3);
});

test("inverse contracts bring rules that know them; accounts that those do not know are left behind", () => {
  for (const rulebook of ["kraken-eea", "kraken-us"]) {
    const { form } = imported({ ...emptyForm(), rulebook }, read(...texts));
    assert.equal(form.rulebook, kDefaultRulebook);
    assert.deepEqual(form.wallets.map(({ type }) => type), ["multi-collateral", "single-collateral"]);
  }
});

test("sides, sizes and symbols in all their spellings", () => {
  const side = (position: object) => read(JSON.stringify({ openPositions: [{ symbol: "PF_XBTUSD", price: 1, ...position }] }));
  assert.equal(side({ side: "short", size: -2 }).positions?.[0]?.size, 2);
  assert.equal(side({ size: "-2" }).positions?.[0]?.side, "short");
  assert.deepEqual(reasons(side({ side: "long", size: -2 })), ["/openPositions/0/size otherSide"]);
  assert.deepEqual(reasons(side({ side: "up", size: 2 })), ["/openPositions/0/side noSide"]);
  assert.deepEqual(reasons(side({ side: "long", size: "two" })), ["/openPositions/0/size noNumber"]);
  assert.deepEqual(readSymbol("pf_xdgusd"), { contract: "PF_XDGUSD", expiry: "", asset: "DOGE" });
  assert.equal(readSymbol("FI_XBTUSD_261225")?.expiry, "2026-12-25");
  for (const symbol of ["PF_XBTUSD_261225", "FI_XBTUSD_261340", "XBTUSD", ""]) assert.equal(readSymbol(symbol), undefined);
});

test("errors, strangers and texts that are too large are named", () => {
  assert.deepEqual(reasons(read('{"result":"error","error":"authenticationError","accounts":{}}')), [" errorAnswer"]);
  assert.deepEqual(reasons(read('{"result":"success","openOrders":[]}')), ["/openOrders unreadAnswer"]);
  assert.deepEqual(reasons(read('{"format":"margin-scenario/1","accounts":{}}')), [" unknownAnswer"]);
  assert.deepEqual(reasons(read('{"tickers":')), [" noJson"]);
  assert.deepEqual(reasons(read(`{"tickers":"${"x".repeat(kLargestText)}"}`)), [" tooLarge"]);
  assert.deepEqual(reasons(read("{}".repeat(1000))).at(-1), " unknownAnswer");
  assert.equal(reasons(read("{}".repeat(1000))).length, 65);
  assert.equal(isOfKraken(source(tickers)), true);
  assert.equal(isOfKraken(source('{"format":"margin-scenario/1","wallets":[]}')), false);
  assert.deepEqual([tickers, '{"a":', "words"].map(isComplete), [true, false, false]);
});

test("names that every object has are names like any other", () => {
  const flex = '{"type":"multiCollateralMarginAccount","currencies":{"__proto__":{"quantity":1},"constructor":{"quantity":2}}}';
  const found = read(`{"accounts":{"__proto__":{"type":"toString"},"flex":${flex}},"openPositions":[{"__proto__":{"size":1}}]}`);
  assert.deepEqual(reasons(found), ["/accounts/__proto__/type accountType", "/openPositions/0/symbol noSymbol"].sort());
  assert.deepEqual(reasons(imported(emptyForm(), found)), [
    "/accounts/flex/currencies/__proto__ noAsset",
    "/accounts/flex/currencies/constructor noAsset",
  ]);
  assert.equal(({} as Record<string, unknown>)["quantity"], undefined);
});

test("keys and secrets are known by their form, and answers are not taken for such", () => {
  const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 73 + 41) % 256)).toString("base64");
  for (const key of [bytes(42), bytes(64)]) {
    for (const text of [key, `key: ${key}\n`, `{"apiKey":"${key}"}`, `-H "APIKey: ${key}"`]) assert.ok(holdsSecret(text), text);
  }
  for (const text of [...texts, "https://futures.kraken.com/derivatives/api/v3/openpositions", "A".repeat(88)]) {
    assert.ok(!holdsSecret(text));
  }
});

/** One of the answers with some of its values replaced by something else. */
const mangled = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.oneof(
          fc.jsonValue({ maxDepth: 2 }),
          fc.constantFrom(1e308, -1, 1e-320, "1e999", "NaN", "", "__proto__", " 12 ", -0, 1e15, "PF_XBTUSD", "short"),
        ),
      ),
      { minLength: 1, maxLength: 12 },
    ),
  )
  .map(([text, changes]) => {
    const places: [Record<string, unknown>, string][] = [];
    const collect = (value: unknown) => {
      if (typeof value !== "object" || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        places.push([value as Record<string, unknown>, name]);
        collect(inner);
      }
    };
    const document = JSON.parse(text) as unknown;
    collect(document);
    for (const [at, value] of changes) {
      const [object, name] = places[at % places.length]!;
      object[name] = value;
    }
    return JSON.stringify(document);
  });

test("mangled answers are never thrown at, and whatever is taken of them is finite and fits the form", () => {
  const text = fc.oneof({ weight: 5, arbitrary: mangled }, fc.string(), fc.json(), mangled.map((one) => one.slice(0, one.length / 2)));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (all) => {
      const found = read(...all);
      const { form, left } = imported(exampleForm(0), found);
      for (const one of [...found.left, ...left]) assert.doesNotMatch(whyLeft(one), /NaN|Infinity|undefined|\[object/);
      const { scenario, problems } = draftScenario(form, rulebookOf(rulebooks, form.rulebook), "en");
      // Only prices that no answer has are still asked for.
      for (const [id, problem] of problems) assert.match(`${id} ${problem}`, /^price-.* Enter a number\.$/);
      const answer = calculator.evaluate(scenario);
      if (problems.size === 0 && "errors" in answer) assert.deepEqual(answer.errors.map(({ code }) => code), ["out-of-range"]);
    }),
    { numRuns: 400 },
  );
});

test("every value that cannot be read is listed at its place", () => {
  const field = fc.constantFrom("/tickers/0/indexPrice", "/tickers/0/markPrice", "/tickers/1/fundingRate", "/tickers/2/last");
  const strange = fc.constantFrom("many", true, [], {}, "1,5", "0x10", "Infinity", "1e400");
  fc.assert(
    fc.property(field, strange, (pointer, value) => {
      const document = JSON.parse(tickers) as { tickers: Record<string, unknown>[] };
      const [, , index, name] = pointer.split("/");
      document.tickers[Number(index)]![name!] = value;
      assert.ok(reasons(read(JSON.stringify(document))).includes(`${pointer} noNumber`));
    }),
  );
});
