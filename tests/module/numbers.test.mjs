// SPDX-License-Identifier: MIT
// Numbers in documents are the doubles nearest to them, to the last bit: against JavaScript's own reading.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shipped } from "./shipped.mjs";

const modules = await Promise.all([shipped.margin.load(), shipped["margin-evaluate"].load()]);

/** The price that a report says it was given. */
function readBack(module, price) {
  const scenario = `{"format":"margin-scenario/1","rulebook":"kraken-global","prices":{"BTC":${price}},` +
    `"wallets":[{"type":"multi-collateral","collateral":[{"asset":"BTC","quantity":1}],"positions":[]}]}`;
  const [wallet] = JSON.parse(module.evaluate(scenario)).wallets;
  return wallet.collateral[0].price;
}

/** All digits of a number halfway between two doubles: the hardest to round. */
function halfway(mantissa, exponent) {
  const odd = 2n * (BigInt(mantissa) + 2n ** 52n) + 1n;
  if (exponent >= 0) return String(odd * 2n ** BigInt(exponent));
  const digits = String(odd * 5n ** BigInt(-exponent)).padStart(1 - exponent, "0");
  return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

const decimals = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 14n }), fc.bigInt({ min: 0n, max: 10n ** 30n }))
  .map(([whole, part]) => `${whole}.${part}`);
const doubles = fc.double({ min: 1e-14, max: 1e14, noNaN: true }).map(String);
const exponents = fc.tuple(fc.integer({ min: 1, max: 999999 }), fc.integer({ min: -15, max: 8 })).map(([n, e]) => `${n}e${e}`);
const halves = fc.tuple(fc.nat({ max: 2 ** 31 - 1 }), fc.integer({ min: -95, max: -5 })).map(([m, e]) => halfway(m * 2 ** 20 + (m % 2), e));

test("a price is read as JavaScript reads it", () => {
  fc.assert(
    fc.property(fc.oneof(decimals, doubles, exponents, halves), (text) => {
      for (const module of modules) assert.equal(readBack(module, text), Number(text), text);
    }),
    { numRuns: 4000 },
  );
});
