// SPDX-License-Identifier: MIT
// The native program and both modules give the same text, to the last digit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kinds, loadMargin, nativeAnswers, randomScenarios, shipped, vectors } from "./shipped.mjs";

const module = await loadMargin();
const first = await shipped["margin-evaluate"].load();

function same(scenarios) {
  const native = nativeAnswers(scenarios);
  assert.equal(native.length, scenarios.length);
  for (const [i, scenario] of scenarios.entries()) {
    for (const { evaluate } of [module, first]) {
      if (evaluate(scenario) !== native[i]) assert.equal(evaluate(scenario), native[i], scenario);
    }
  }
}

test("golden documents", () => {
  const scenarios = vectors().map((vector) => JSON.stringify(vector.scenario));
  assert.ok(scenarios.length > 40);
  same(scenarios);
});

for (const kind of kinds) {
  test(`random accounts: ${kind}`, () => {
    const count = Math.max(kind === "plain" ? 10000 : 1500, Number(process.env.MARGIN_RANDOM_ACCOUNTS ?? 0));
    const scenarios = randomScenarios(count, 1_000_000, kind);
    assert.equal(new Set(scenarios).size, count);
    assert.ok(scenarios.every((scenario) => !module.evaluate(scenario).includes('"errors"')));
    same(scenarios);
  });
}

test("refused rulebooks", () => {
  const [book] = JSON.parse(module.rulebooks());
  for (const changed of [book, {}, { ...book, assumptions: [{}] }, { ...book, sources: 1 }, { ...book, effective: "now" }]) {
    const document = JSON.stringify(changed);
    assert.equal(first.checkRulebook(document), module.checkRulebook(document));
  }
});

test("refused documents", () => {
  same(["", "{", "[]", '{"format":"margin-scenario/1"}', '{"prices":{"BTC":1e999}}', '{"a":1,"a":2}', "\u00e9", '"\\ud800"']);
});
