// SPDX-License-Identifier: MIT
// The project's two algorithms in plain JavaScript, without its documents, checks and workings: what WebAssembly
// itself is worth.
import { LineSum, least, most, requirementOf } from "./course.mjs";

/** What does not bend: collateral and profit of an asset as lines of the ratio of its price. */
function linesOf(asset) {
  let profit = 0;
  let slope = 0;
  for (const { sign, size, mark, entryPrice } of asset.positions) {
    profit += sign * size * (mark - entryPrice);
    slope += sign * size * mark;
  }
  return { collateral: asset.collateral, slope, intercept: profit - slope };
}

/** A requirement at ascending ratios. */
function along({ first, bends }, ratios) {
  const sum = new LineSum();
  sum.add(first.slope, first.intercept);
  let next = 0;
  return ratios.map((ratio) => {
    for (; next < bends.length && bends[next].ratio <= ratio; ++next) {
      const { before, after } = bends[next];
      sum.add(-before.slope, -before.intercept);
      sum.add(after.slope, after.intercept);
    }
    return sum.at(ratio);
  });
}

/** Margin usage as of directGrid: each axis once, then an addition and a division a cell. */
export function usageGrid(account, x, y, size) {
  const ratios = Array.from({ length: size }, (_, i) => 0.5 + i / (size - 1));
  let still = account.cash;
  let stillRequired = 0;
  const axes = [];
  account.assets.forEach((asset, i) => {
    const { collateral, slope, intercept } = linesOf(asset);
    const requirement = requirementOf(asset.positions);
    if (i !== x && i !== y) {
      still += collateral + slope + intercept;
      stillRequired += along(requirement, [1])[0];
      return;
    }
    axes[i] = {
      equity: Float64Array.from(ratios, (ratio) => (collateral + slope) * ratio + intercept),
      required: Float64Array.from(along(requirement, ratios)),
    };
  });
  const usage = new Float64Array(size * size);
  const { equity, required } = axes[x];
  for (let row = 0; row < size; ++row) {
    const rowEquity = axes[y].equity[row] + still;
    const rowRequired = axes[y].required[row] + stillRequired;
    for (let column = 0; column < size; ++column) {
      const cellEquity = equity[column] + rowEquity;
      usage[row * size + column] = cellEquity > 0 ? (required[column] + rowRequired) / cellEquity : Infinity;
    }
  }
  return usage;
}

/** Every ratio at which equity above the requirement turns to at or below it, or back. */
function boundaries(equity, requirement, bends, today) {
  const difference = new LineSum();
  difference.add(equity.slope, equity.intercept);
  difference.add(-requirement.slope, -requirement.intercept);
  const found = [];
  const change = (ratio) => {
    if (found.at(-1) === ratio) found.pop();
    else found.push(ratio);
  };
  let from = least;
  let value = difference.at(from);
  let next = 0;
  while (from < most) {
    let to = from < 1 ? 1 : most;
    if (next < bends.length) to = Math.min(to, bends[next].ratio);
    const { slope, intercept } = difference.line();
    let valueTo = slope * to + intercept;
    const valueFrom = value;
    let jump = false;
    for (; next < bends.length && bends[next].ratio === to; ++next) {
      const { before, after } = bends[next];
      difference.add(before.slope, before.intercept);
      difference.add(-after.slope, -after.intercept);
      jump ||= bends[next].jump;
    }
    value = to === 1 ? today : difference.at(to);
    if (!jump) valueTo = value;
    const safeFrom = valueFrom > 0;
    const safeTo = valueTo > 0 || (jump && valueTo === 0 && safeFrom);
    if (safeFrom !== safeTo) change(Math.min(Math.max(-intercept / slope, from), to));
    if (jump && safeTo !== value > 0) change(to);
    from = to;
  }
  return found;
}

/** What each asset adds along its own price, worked out once; and what no price moves. */
export function prepared(account) {
  let still = account.cash;
  const parts = account.assets.map((asset) => {
    const { collateral, slope, intercept } = linesOf(asset);
    const requirement = requirementOf(asset.positions);
    still += intercept;
    // The requirement's lines by where they begin.
    const from = [0, ...requirement.bends.map((bend) => bend.ratio)];
    const lines = [requirement.first, ...requirement.bends.map((bend) => bend.after)];
    return { name: asset.name, price: asset.price, slope: collateral + slope, requirement, from, lines };
  });
  return { still, parts };
}

/** Of a requirement, at a ratio. */
function requiredAt({ from, lines }, ratio) {
  let piece = 0;
  while (piece + 1 < from.length && from[piece + 1] <= ratio) ++piece;
  return lines[piece].slope * ratio + lines[piece].intercept;
}

/** A requirement along today's price as one along a shocked one: adds to a sum of lines, and to bends. */
function addShocked({ first, bends }, ratio, sum, added) {
  sum.add(first.slope * ratio, first.intercept);
  for (const { ratio: at, before, after, jump } of bends) {
    const moved = {
      ratio: at / ratio,
      before: { slope: before.slope * ratio, intercept: before.intercept },
      after: { slope: after.slope * ratio, intercept: after.intercept },
      jump,
    };
    if (moved.ratio > most) continue;
    if (moved.ratio > least) {
      added.push(moved);
      continue;
    }
    sum.add(-moved.before.slope, -moved.before.intercept);
    sum.add(moved.after.slope, moved.after.intercept);
  }
}

/**
 * After a shock, the nearest liquidation prices below (0: none) and above (infinite: none) of each asset and, as a
 * ratio, of the market.
 *
 * @param account  As prepared.
 * @param moves    By asset; what is not named stands still.
 */
export function liquidationPrices({ still, parts }, moves) {
  const ratios = parts.map((part) => 1 + (moves[part.name] ?? 0));
  const requirements = parts.map((part, i) => requiredAt(part, ratios[i]));
  let equity = still;
  let required = 0;
  parts.forEach((part, i) => {
    equity += part.slope * ratios[i];
    required += requirements[i];
  });
  const prices = [];
  const add = (current, moving) => {
    if (equity <= required) return prices.push(current, current);
    let slope = 0;
    const requirement = new LineSum();
    requirement.add(0, required);
    const bends = [];
    for (const i of moving) {
      slope += parts[i].slope * ratios[i];
      requirement.add(0, -requirements[i]);
      addShocked(parts[i].requirement, ratios[i], requirement, bends);
    }
    if (moving.length > 1) bends.sort((a, b) => a.ratio - b.ratio);
    const line = { slope, intercept: equity - slope };
    const found = boundaries(line, requirement.line(), bends, equity - required);
    const above = found.find((ratio) => ratio >= 1);
    const below = found.findLast((ratio) => ratio <= 1);
    prices.push(below ? current * below : 0, above ? current * above : Infinity);
  };
  parts.forEach((part, i) => add(part.price * ratios[i], [i]));
  add(1, [...parts.keys()]);
  return prices;
}
