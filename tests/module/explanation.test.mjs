// SPDX-License-Identifier: MIT
// The working that the shipped module shows: every step is what its operands make, and every figure is the
// report's own number.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadMargin, margin, vectors } from "./shipped.mjs";

const module = await loadMargin();

const operations = {
  sum: (operands) => operands.reduce((total, operand) => total + operand, 0),
  difference: ([first, ...others]) => others.reduce((rest, operand) => rest - operand, first),
  product: (operands) => operands.reduce((product, operand) => product * operand, 1),
  quotient: ([dividend, divisor]) => dividend / divisor,
  max: (operands) => Math.max(...operands),
  min: (operands) => Math.min(...operands),
  choice: ([chosen]) => chosen,
};

function checkStep(step, at, steps) {
  const told = JSON.stringify(step);
  assert.ok(step.operands.every((operand) => Number.isInteger(operand) && operand >= 0 && operand < at), told);
  if (step.operation === "input") {
    assert.equal(step.operands.length, 0, told);
    assert.equal(step.formula, "", told);
    return;
  }
  const operands = step.operands.map((operand) => steps[operand].value);
  const made = operations[step.operation](operands);
  if (step.value === null) {
    assert.ok(!Number.isFinite(made), told);
    return;
  }
  const sums = step.operation === "sum" || step.operation === "difference";
  // Sums are compensated there, and not here.
  const scale = sums ? Math.max(Math.abs(made), ...operands.map(Math.abs)) : 0;
  assert.ok(Math.abs(made - step.value) <= 1e-12 * scale, `${told} makes ${made}`);
}

const at = (document, pointer) =>
  pointer.split("/").slice(1).reduce((value, token) => value?.[token], document);

test("every step of the golden documents is what its operands make", () => {
  for (const { scenario } of vectors()) {
    const { format, steps } = JSON.parse(module.explain(JSON.stringify(scenario)));
    assert.equal(format, "margin-explanation/1");
    steps.forEach((step, i) => checkStep(step, i, steps));
  }
});

test("every figure is a number of the report, once", () => {
  let figuresSeen = 0;
  for (const { name, scenario } of vectors()) {
    const text = JSON.stringify(scenario);
    const report = JSON.parse(module.evaluate(text));
    const { steps, figures, omitted } = JSON.parse(module.explain(text));
    assert.deepEqual(omitted, [], name);
    assert.equal(new Set(figures.map(({ path }) => path)).size, figures.length, name);
    for (const { path, step } of figures) {
      const told = at(report, path);
      assert.equal(typeof told, "number", `${name}: ${path}`);
      assert.equal(told, steps[step].value, `${name}: ${path}`);
    }
    figuresSeen += figures.length;
  }
  assert.ok(figuresSeen > 1000);
});

test("the article's collateral value opens into 1 BTC, 100,000 USD and a haircut of 2 %", () => {
  const scenario = JSON.stringify(vectors().find(({ name }) => name.startsWith("1 BTC pledged")).scenario);
  const { steps, figures } = JSON.parse(module.explain(scenario));
  const inputs = (step) =>
    steps[step].operation === "input" ? [steps[step]] : steps[step].operands.flatMap(inputs);
  const { step } = figures.find(({ path }) => path === "/wallets/0/collateralValue");
  assert.equal(steps[step].value, 98000);
  assert.deepEqual(new Map(inputs(step).map(({ symbol, value }) => [symbol, value])),
    new Map([["quantity", 1], ["indexPrice", 100000], ["one", 1], ["haircut", 0.02]]));
});

test("the native command line explains the same, step by step", () => {
  for (const { name, scenario } of vectors()) {
    const text = JSON.stringify(scenario);
    assert.equal(margin(["explain", "-"], text).stdout.trimEnd(), module.explain(text), name);
  }
});

test("one figure is explained by its path, as the command line does", () => {
  const path = "/wallets/0/factors/0/below/price";
  const text = JSON.stringify(vectors().find(({ name }) => name.startsWith("1 BTC pledged")).scenario);
  const answer = module.explainFigure(text, path);
  assert.equal(margin(["explain", "--path", path, "-"], text).stdout.trimEnd(), answer);
  const { steps, figures } = JSON.parse(answer);
  assert.deepEqual(figures, [{ path, step: steps.length - 1 }]);
  const valueOf = (name) => steps.find(({ symbol }) => symbol === name).value;
  // 98,000 x + 500,000 (x - 1) = 5,000.
  assert.equal(valueOf("equitySlope"), 598000);
  assert.equal(valueOf("equityIntercept"), -500000);
  assert.equal(valueOf("requirementIntercept"), 5000);
  assert.equal(valueOf("ratio"), 505000 / 598000);
  const [refused] = JSON.parse(module.explainFigure(text, "/wallets/0/status")).errors;
  assert.deepEqual([refused.code, refused.path], ["unknown", "/wallets/0/status"]);
});

test("what is refused is not explained", () => {
  assert.equal(module.explain("{}"), module.evaluate("{}"));
});
