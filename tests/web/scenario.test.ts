// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Position, Scenario } from "#margin";
import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { formOfScenario } from "../../web/src/form/file.ts";
import { collateralRow, field, positionRow } from "../../web/src/form/model.ts";
import { presetForm, presets } from "../../web/src/form/presets.ts";
import { rulebookOf } from "../../web/src/form/rulebooks.ts";
import { draftScenario, placeOf } from "../../web/src/form/scenario.ts";
import { calculator, numbers } from "./module.ts";

const rulebook = rulebookOf(calculator.rulebooks, "kraken-global");
const example = () => presetForm(presets[0]!, numbers);

const position: Position = { contract: "PF_SOLUSD", side: "long", size: 500, entryPrice: 200 };
const scenario = (): Scenario => ({
  format: "margin-scenario/1",
  title: "Long SOL on ETH",
  rulebook: "kraken-eea",
  policy: { marginBasis: "mark" },
  prices: { BTC: 100000, ETH: 4000.123456789, SOL: 200, DOT: 7 },
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
  form.collateral[0]!.haircut = "6.6";
  const { scenario } = draftScenario(form, rulebook, "en");
  const { assets, ...rest } = scenario.rulebook as typeof rulebook;
  const { assets: originalAssets, ...originalRest } = rulebook;
  assert.equal(assets["BTC"]?.haircut, 0.066);
  assert.deepEqual({ ...assets, BTC: originalAssets["BTC"] }, originalAssets);
  assert.deepEqual(rest, originalRest);
  const { result } = evaluateForm(calculator, form, "en");
  assert.equal(result?.wallet.marginEquity, 93400);
});

test("evaluateForm: what cannot be read stands at its field", () => {
  const form = example();
  const [held] = form.collateral;
  const [open] = form.positions;
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
      field.collateral(held!, "price"),
    ]),
  );
});

test("evaluateForm: what the module refuses stands at its field", () => {
  const form = example();
  const [held] = form.collateral;
  held!.haircut = "150";
  form.prices["BTC"] = "-1";
  form.collateral.push(collateralRow({ asset: "ETH", quantity: "-2" }));
  form.prices["ETH"] = "4000";
  form.positions.push(
    positionRow({ contract: "PF_XBTUSD", size: "0", entryPrice: "1", margin: "maxLeverage", maxLeverage: "0" }),
  );
  const [, ether] = form.collateral;
  const [, second] = form.positions;
  const { problems, generalProblems, result } = evaluateForm(calculator, form, "en");
  assert.equal(result, undefined);
  assert.deepEqual(generalProblems, []);
  assert.ok(problems.has(field.collateral(held!, "haircut")));
  held!.haircut = null;
  const again = evaluateForm(calculator, form, "en");
  assert.deepEqual(again.generalProblems, []);
  assert.deepEqual(
    new Set(again.problems.keys()),
    new Set([
      field.collateral(held!, "price"),
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
  form.collateral[0]!.haircut = "5";
  const { scenario: document } = draftScenario(form, rulebook, "en");
  const { form: restored, beyond } = formOfScenario(
    JSON.parse(JSON.stringify(document)) as Scenario,
    calculator.rulebooks,
    numbers,
  );
  assert.deepEqual(beyond, []);
  assert.equal(restored.collateral[0]?.haircut, "5");
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
    [(document) => (document.client = "retail"), ["/client"]],
    [(document) => (document.asOf = "2026-11-23T15:40:00-06:00"), ["/asOf"]],
    [(document) => (document.policy = { netting: false }), ["/policy"]],
    [
      (document) => (document.wallets[0]!.positions![0] = { ...position, unrealizedFunding: 5 }),
      ["/wallets/0/positions/0/unrealizedFunding"],
    ],
    [(document) => document.wallets.push({ type: "multi-collateral" }), ["/wallets/1"]],
    [(document) => (document.marks = { PF_SOLUSD: 200, PF_DOTUSD: 7 }), ["/marks/PF_DOTUSD"]],
    [(document) => (document.prices["SOL"] = 1 / 3), ["/prices/SOL"]],
    [(document) => (document.rulebook = { ...rulebook, title: "Mine" }), ["/rulebook"]],
    [(document) => Object.assign(document.wallets[0]!, { orders: [{}] }), ["/wallets/0/orders"]],
  ];
  for (const [change, pointers] of cases) {
    const document = scenario();
    change(document);
    assert.deepEqual(formOfScenario(document, calculator.rulebooks, numbers).beyond, pointers);
  }
});
