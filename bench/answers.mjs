// SPDX-License-Identifier: MIT
// Before anything is timed: do the contestants answer alike? Sentences for the reader, and an error where the project's
// own algorithms differ from what a user would write.
import { plain, shocked } from "./javascript/plain.mjs";
import { bisection } from "./javascript/bisection.mjs";
import { directGrid } from "./javascript/direct_grid.mjs";
import { liquidationPrices, prepared, usageGrid } from "./javascript/same_algorithm.mjs";
import { account } from "./account.mjs";
import { mapSize, requests, shockOf, shocks } from "./requests.mjs";

/** The largest relative difference of two lists of numbers. */
function difference(left, right) {
  if (left.length !== right.length || left.length === 0) throw new Error("The answers differ in length.");
  return left.reduce((most, value, i) => {
    if (value === right[i]) return most;
    return Math.max(most, Math.abs(value - right[i]) / Math.abs(right[i]));
  }, 0);
}

/** Bisection's answers to what the module answered: it is told on which side to look. */
function bisected(holdings, found) {
  const prices = [];
  holdings.assets.forEach((asset, i) => {
    const below = found[2 * i] > 0;
    const above = found[2 * i + 1] < Infinity;
    prices.push(below ? asset.price * bisection(holdings, i, 1e-6) : 0);
    prices.push(above ? asset.price * bisection(holdings, i, 1e6) : Infinity);
  });
  return prices;
}

const power = (value) => value.toExponential(0);

/** @return  Sentences, one a comparison. */
export function compareOurs(margin) {
  const holdings = plain(account(20));
  const usage = margin.usageOfMap(requests.map.text);
  const direct = difference(directGrid(holdings, 0, 1, mapSize), usage);
  const same = difference(usageGrid(holdings, 0, 1, mapSize), usage);
  const prices = margin.liquidationPrices(requests.sets.text);
  const width = prices.length / (shocks + 1);
  const ready = prepared(holdings);
  let worst = 0;
  let bisectedWorst = 0;
  for (let i = 0; i <= shocks; ++i) {
    const found = prices.subarray(i * width, (i + 1) * width);
    const after = shocked(holdings, shockOf(i));
    worst = Math.max(worst, difference(liquidationPrices(ready, shockOf(i)), found));
    if (i % 8 === 0) bisectedWorst = Math.max(bisectedWorst, difference(bisected(after, found), found.slice(0, -2)));
  }
  if (!(Math.max(direct, same, worst, bisectedWorst) < 1e-9)) {
    throw new Error(`The answers differ: ${[direct, same, worst, bisectedWorst]}`);
  }
  return [
    `${mapSize * mapSize} cells of the map: the direct grid in JavaScript differs by at most ${power(direct)}, the same` +
      ` algorithm by ${power(same)} (relative).`,
    `Liquidation sets after ${shocks + 1} shocks: the same algorithm in JavaScript differs by at most ${power(worst)};` +
      ` bisection, where it is told on which side of today's price one is, by ${power(bisectedWorst)}.`,
  ];
}
