// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Position, Scenario } from "#margin";
import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { formOfScenario } from "../../web/src/form/file.ts";
import { collateralRow, field, ownMarketOf, positionRow, transferRow, type Form } from "../../web/src/form/model.ts";
import { presets } from "../../web/src/form/examples.ts";
import { rulebookOf } from "../../web/src/form/rulebooks.ts";
import { placeOf } from "../../web/src/form/reading.ts";
import { draftScenario } from "../../web/src/form/scenario.ts";
import { calculator, numbers } from "./module.ts";
import { presetForm } from "./presets.ts";

const rulebook = rulebookOf(calculator.rulebooks, "kraken-global");
const example = () => presetForm(presets()[0]!, numbers);
const account = (form: Form) => form.wallets[0]!;

const position: Position = { contract: "PF_SOLUSD", side: "long", size: 500, entryPrice: 200 };
const scenario = (): Scenario => ({
  format: "margin-scenario/1",
  title: "Long SOL on ETH",
  rulebook: "kraken-eea",
  policy: { marginBasis: "mark" },
  prices: { BTC: 100000, ETH: 4000.123456789, SOL: 200, DOT: 7, EUR: 1.1 },
  marks: { PF_SOLUSD: 200.4 },
  wallets: [
    {
      type: "multi-collateral",
      profitCurrency: "EUR",
      collateral: [
        { asset: "ETH", quantity: 10 },
        { asset: "USD", quantity: -0.1 },
      ],
      positions: [
        position,
        { contract: "PF_XBTUSD", side: "short", size: 0.2, entryPrice: 100000, margin: "isolated", maxLeverage: 10 },
        { contract: "PF_ETHUSD", side: "short", size: 1, entryPrice: 4000, margin: "isolated", isolatedMargin: 800 },
      ],
    },
  ],
});

test("draftScenario: the first example as a document", () => {
  const { scenario, problems } = draftScenario(example(), rulebook, "en");
  assert.equal(problems.size, 0);
  assert.deepEqual(scenario, {
    format: "margin-scenario/1",
    rulebook: "kraken-global",
    prices: { BTC: 100000 },
    wallets: [
      {
        type: "multi-collateral",
        collateral: [{ asset: "BTC", quantity: 1 }],
        positions: [{ contract: "PF_XBTUSD", side: "long", size: 5, entryPrice: 100000 }],
      },
    ],
  });
});

test("draftScenario: a changed haircut carries the whole rulebook, all else as it was", () => {
  const form = example();
  form.figures["assets/BTC/haircut"] = "6.6";
  const { scenario } = draftScenario(form, rulebook, "en");
  const { assets, ...rest } = scenario.rulebook as typeof rulebook;
  const { assets: originalAssets, ...originalRest } = rulebook;
  assert.equal(assets["BTC"]?.haircut, 0.066);
  assert.deepEqual({ ...assets, BTC: originalAssets["BTC"] }, originalAssets);
  assert.deepEqual(rest, originalRest);
  const { result } = evaluateForm(calculator, form, "en");
  const [wallet] = result?.report.wallets ?? [];
  assert.ok(wallet?.type === "multi-collateral");
  assert.equal(wallet.marginEquity, 93400);
});

test("evaluateForm: what cannot be read stands at its field", () => {
  const form = example();
  const [held] = account(form).collateral;
  const [open] = account(form).positions;
  held!.quantity = "one";
  open!.entryPrice = "";
  form.prices["BTC"] = "1e5";
  const { problems, result } = evaluateForm(calculator, form, "en");
  assert.equal(result, undefined);
  assert.deepEqual(
    new Set(problems.keys()),
    new Set([
      field.collateral(held!, "quantity"),
      field.position(open!, "entryPrice"),
      field.price("BTC"),
    ]),
  );
});

test("evaluateForm: what the module refuses stands at its field", () => {
  const form = example();
  const { collateral, positions } = account(form);
  form.figures["assets/BTC/haircut"] = "150";
  form.prices["BTC"] = "-1";
  collateral.push(collateralRow({ asset: "ETH", quantity: "-2" }));
  form.prices["ETH"] = "4000";
  positions.push(
    positionRow({ contract: "PF_XBTUSD", size: "0", entryPrice: "1", margin: "maxLeverage", maxLeverage: "0" }),
  );
  const [, ether] = collateral;
  const [, second] = positions;
  const { problems, generalProblems, result } = evaluateForm(calculator, form, "en");
  assert.equal(result, undefined);
  assert.deepEqual(generalProblems, []);
  assert.ok(problems.has(field.figure("assets/BTC/haircut")));
  delete form.figures["assets/BTC/haircut"];
  const again = evaluateForm(calculator, form, "en");
  assert.deepEqual(again.generalProblems, []);
  assert.deepEqual(
    new Set(again.problems.keys()),
    new Set([
      field.price("BTC"),
      field.collateral(ether!, "quantity"),
      field.position(second!, "size"),
      field.position(second!, "contract"),
      field.position(second!, "maxLeverage"),
    ]),
  );
});

test("placeOf: the nearest place above", () => {
  const places = new Map([
    ["/wallets/0/positions/1", "row"],
    ["/prices/A~1B", "price"],
  ]);
  assert.equal(placeOf(places, "/wallets/0/positions/1/size"), "row");
  assert.equal(placeOf(places, "/prices/A~1B"), "price");
  assert.equal(placeOf(places, "/wallets/0"), undefined);
  assert.equal(placeOf(places, ""), undefined);
});

test("formOfScenario: a document comes back as it went in", () => {
  const document = scenario();
  const { form, beyond } = formOfScenario(document, calculator.rulebooks, numbers);
  assert.deepEqual(beyond, []);
  const eea = rulebookOf(calculator.rulebooks, "kraken-eea");
  assert.deepEqual(draftScenario(form, eea, "en").scenario, document);
});

test("formOfScenario: a document with a changed haircut comes back as it went in", () => {
  const form = example();
  form.figures["assets/BTC/haircut"] = "5";
  const { scenario: document } = draftScenario(form, rulebook, "en");
  const { form: restored, beyond } = formOfScenario(
    JSON.parse(JSON.stringify(document)) as Scenario,
    calculator.rulebooks,
    numbers,
  );
  assert.deepEqual(beyond, []);
  assert.equal(restored.figures["assets/BTC/haircut"], "5");
});

test("formOfScenario: what only repeats a default is no loss", () => {
  const document = scenario();
  document.client = "professional";
  document.prices["USD"] = 1;
  document.rulebook = rulebookOf(calculator.rulebooks, "kraken-eea");
  document.wallets[0]!.positions![0] = { ...position, margin: "cross", unrealizedFunding: 0 };
  assert.deepEqual(formOfScenario(document, calculator.rulebooks, numbers).beyond, []);
});

test("formOfScenario: what the form cannot show is named", () => {
  const cases: [change: (document: Scenario) => void, pointers: string[]][] = [
    [(document) => (document.prices["SOL"] = 1 / 3), ["/prices/SOL"]],
    [(document) => (document.rulebook = { ...rulebook, title: "Mine" }), ["/rulebook"]],
    [
      (document) => {
        document.wallets[0]!.orders = [{ contract: "PF_SOLUSD", side: "long", size: 1, type: "market", price: 5 }];
      },
      ["/wallets/0/orders/0/price"],
    ],
    [(document) => Object.assign(document, { remark: "mine" }), ["/remark"]],
    [
      (document) => document.wallets.push(...Array.from({ length: 8 }, () => ({ type: "multi-collateral" as const }))),
      ["/wallets/8"],
    ],
  ];
  for (const [change, pointers] of cases) {
    const document = scenario();
    change(document);
    assert.deepEqual(formOfScenario(document, calculator.rulebooks, numbers).beyond, pointers);
  }
});

const everything = (): Scenario => ({
  ...scenario(),
  rulebook: "kraken-global",
  policy: { levels: "marginal", netting: false, closingFee: true },
  client: "retail",
  asOf: "2026-11-23T15:40:00-06:00",
  volume30d: 250000,
  marks: { PF_SOLUSD: 200.4, PI_XBTUSD: 100010 },
  lasts: { PF_SOLUSD: 200.5 },
  fundingRates: { PF_SOLUSD: 0.00001 },
  absoluteFundingRates: { PI_XBTUSD: -4e-10 },
  orderBooks: {
    PF_SOLUSD: {
      bids: [
        [200.3, 10],
        [200.2, 25.5],
      ],
      asks: [[200.5, 7]],
    },
  },
  wallets: [
    {
      type: "multi-collateral",
      collateral: [{ asset: "ETH", quantity: 10 }],
      positions: [{ ...position, unrealizedFunding: -2.5 }],
      orders: [
        { contract: "PF_SOLUSD", side: "long", size: 1, price: 190, makerOnly: true },
        { contract: "PF_SOLUSD", side: "long", size: 1, price: 201, timeInForce: "immediate-or-cancel" },
        { contract: "PF_SOLUSD", side: "short", size: 500, type: "stop", triggerPrice: 180, reduceOnly: true },
        { contract: "PF_SOLUSD", side: "short", size: 5, type: "market" },
        {
          contract: "PF_XBTUSD",
          side: "long",
          size: 0.1,
          type: "trigger-entry",
          triggerPrice: 110000,
          triggerSignal: "last",
          price: 111000,
          margin: "isolated",
          maxLeverage: 5,
        },
      ],
      transfers: [
        { asset: "ETH", quantity: -1.5 },
        { asset: "USD", quantity: 100 },
      ],
    },
    {
      type: "single-collateral",
      asset: "BTC",
      balance: 0.01,
      positions: [{ contract: "PI_XBTUSD", side: "long", size: 1000, entryPrice: 8000 }],
    },
    { type: "single-collateral", asset: "ETH", balance: 0, positions: [] },
  ],
});

test("formOfScenario: accounts, orders, transfers and markets come back as they went in", () => {
  const document = everything();
  const { form, beyond } = formOfScenario(document, calculator.rulebooks, numbers);
  assert.deepEqual(beyond, []);
  assert.deepEqual(draftScenario(form, rulebook, "en").scenario, document);
});

test("formOfScenario: a US account with the reader's own margins comes back as it went in", () => {
  const us = rulebookOf(calculator.rulebooks, "kraken-us");
  assert.equal(us.id, "kraken-us");
  const form = presetForm(presets().find(({ id }) => id === "us-close")!, numbers);
  form.figures["contracts/MBT/initialMargin"] = "1800";
  form.figures["contracts/MBT/maintenanceMargin"] = "1600";
  form.figures["contracts/MBT/fees/exchange"] = "2.5";
  form.figures["contracts/MBT/quantityMargins/from"] = "10";
  form.figures["contracts/MBT/quantityMargins/factor"] = "2";
  form.figures["usFutures/newsFactor"] = "5";
  const { scenario: document, problems } = draftScenario(form, us, "en");
  assert.equal(problems.size, 0);
  const own = document.rulebook as typeof us;
  const contract = own.contracts.find(({ symbol }) => symbol === "MBT");
  assert.ok(contract?.type === "us");
  assert.deepEqual(contract.quantityMargins, [{ from: 10, factor: 2 }]);
  assert.deepEqual([contract.initialMargin, contract.fees.exchange, own.usFutures?.newsFactor], [1800, 2.5, 5]);
  assert.equal(us.contracts.find(({ symbol }) => symbol === "MBT")?.type, "us");
  const { form: restored, beyond } = formOfScenario(document, calculator.rulebooks, numbers);
  assert.deepEqual(beyond, []);
  assert.deepEqual({ ...restored.figures }, {
    "usFutures/newsFactor": "5",
    "contracts/MBT/initialMargin": "1,800",
    "contracts/MBT/maintenanceMargin": "1,600",
    "contracts/MBT/quantityMargins/from": "10",
    "contracts/MBT/quantityMargins/factor": "2",
    "contracts/MBT/fees/exchange": "2.5",
  });
  const { result, generalProblems } = evaluateForm(calculator, form, "en");
  assert.deepEqual(generalProblems, []);
  const [wallet] = result?.report.wallets ?? [];
  assert.ok(wallet?.type === "us-futures");
  assert.equal(wallet.initialMargin, 3600);
});

test("draftScenario: the day on which a dated contract ends goes into the rulebook, and comes back from a file", () => {
  const form = example();
  form.asOf = "2026-12-18T08:00:00Z";
  account(form).positions = [
    positionRow({ contract: "FF_XBTUSD", side: "short", size: "2", entryPrice: "100000" }),
    positionRow({ contract: "PF_XBTUSD", side: "long", size: "1", entryPrice: "100000" }),
  ];
  ownMarketOf(form, "FF_XBTUSD").expiry = "2026-12-25";
  ownMarketOf(form, "PF_XBTUSD").expiry = "2026-12-25";
  const { scenario: document } = draftScenario(form, rulebook, "en");
  const contracts = (document.rulebook as typeof rulebook).contracts;
  const expiryOf = (symbol: string) => contracts.find((contract) => contract.symbol === symbol)?.expiry;
  assert.deepEqual([expiryOf("FF_XBTUSD"), expiryOf("PF_XBTUSD")], ["2026-12-25", undefined], "a perpetual has none");
  const { result } = evaluateForm(calculator, form, "en");
  const [wallet] = result?.report.wallets ?? [];
  assert.ok(wallet?.type === "multi-collateral");
  // A week; 0.05 % of 2 × 100,000 to settle.
  assert.deepEqual([wallet.positions[0]?.expiry?.hours, wallet.positions[0]?.expiry?.settlementFee], [168, 100]);
  const { form: restored, beyond } = formOfScenario(document, calculator.rulebooks, numbers);
  assert.deepEqual(beyond, []);
  assert.equal(restored.markets["FF_XBTUSD"]?.expiry, "2026-12-25");
  ownMarketOf(form, "FF_XBTUSD").expiry = "2026-02-31";
  const { problems } = evaluateForm(calculator, form, "en");
  assert.ok(problems.has(field.market("FF_XBTUSD", "expiry")), "said at its field");
});

test("draftScenario: an order book is taken however it was pasted, and what is none is said", () => {
  const form = example();
  const market = ownMarketOf(form, "PF_XBTUSD");
  market.bids = "99,990 2\n\n99,995\t1.5";
  market.asks = "100,010; 3\n100,005 | 1";
  const { scenario, problems } = draftScenario(form, rulebook, "en");
  assert.equal(problems.size, 0);
  assert.deepEqual(scenario.orderBooks, {
    PF_XBTUSD: {
      bids: [
        [99995, 1.5],
        [99990, 2],
      ],
      asks: [
        [100005, 1],
        [100010, 3],
      ],
    },
  });
  market.asks = "100,010 3\nnothing";
  const refused = draftScenario(form, rulebook, "en").problems;
  assert.match(refused.get(field.market("PF_XBTUSD", "asks")) ?? "", /^Line 2 /);
});

test("draftScenario: a withdrawal is a transfer below 0, and a negative one is refused", () => {
  const form = example();
  account(form).transfers.push(transferRow({ asset: "BTC", direction: "withdrawal", quantity: "0.5" }));
  assert.deepEqual(draftScenario(form, rulebook, "en").scenario.wallets[0]?.transfers, [{ asset: "BTC", quantity: -0.5 }]);
  account(form).transfers[0]!.quantity = "-0.5";
  assert.equal(draftScenario(form, rulebook, "en").problems.size, 1);
});
