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
  const scale = Math.max(Math.abs(made), ...(sums ? operands.map(Math.abs) : []));
  assert.ok(Math.abs(made - step.value) <= 1e-12 * scale, `${told} makes ${made}`);
}

/** A figure's scale: what a rounding of its inputs by a share of themselves can move it by. */
function scales(steps) {
  const result = [];
  for (const { operation, operands, value } of steps) {
    const values = operands.map((operand) => Math.abs(steps[operand].value));
    const of = operands.map((operand) => result[operand]);
    let scale = Math.max(Math.abs(value), ...of);
    if (operation === "product") scale = Math.max(Math.abs(value), of[0] * values[1], of[1] * values[0]);
    if (operation === "quotient") {
      scale = Math.max(Math.abs(value), of[0] / values[1], (of[1] * values[0]) / values[1] ** 2);
    }
    result.push(scale);
  }
  return result;
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
    const { steps, figures } = JSON.parse(module.explain(text));
    const scale = scales(steps);
    assert.equal(new Set(figures.map(({ path }) => path)).size, figures.length, name);
    for (const { path, step } of figures) {
      const told = at(report, path);
      assert.equal(typeof told, "number", `${name}: ${path}`);
      const equal = 1e-9 * Math.max(scale[step], Math.abs(told));
      assert.ok(Math.abs(told - steps[step].value) <= equal, `${name}: ${path} is ${told}, not ${steps[step].value}`);
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

test("what is refused is not explained", () => {
  assert.equal(module.explain("{}"), module.evaluate("{}"));
});
