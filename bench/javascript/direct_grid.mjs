// SPDX-License-Identifier: MIT
// A map of margin usage as a user would write it: the whole account at the prices of each cell.
import { amountsAt } from "./bisection.mjs";

/** Margin usage row by row of ascending y, both assets (by index) moving from -50 % to 50 %. */
export function directGrid(account, x, y, size) {
  const usage = new Float64Array(size * size);
  const ratios = account.assets.map(() => 1);
  for (let row = 0; row < size; ++row) {
    ratios[y] = 0.5 + row / (size - 1);
    for (let column = 0; column < size; ++column) {
      ratios[x] = 0.5 + column / (size - 1);
      const { equity, requirement } = amountsAt(account, ratios);
      usage[row * size + column] = equity > 0 ? requirement / equity : Infinity;
    }
  }
  return usage;
}
