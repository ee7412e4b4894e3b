// SPDX-License-Identifier: MIT
// The account at other prices, and one liquidation price by bisection, as a user would write them.

function maintenanceRate(levels, notional) {
  let rate = levels[0].maintenance;
  for (const level of levels) {
    if (level.from > notional) break;
    rate = level.maintenance;
  }
  return rate;
}

/** Margin equity and maintenance margin where each asset's price is today's times its ratio. */
export function amountsAt(account, ratios) {
  let equity = account.cash;
  let requirement = 0;
  for (let i = 0; i < account.assets.length; ++i) {
    const asset = account.assets[i];
    const ratio = ratios[i];
    equity += asset.collateral * ratio;
    let long = 0;
    let short = 0;
    for (const position of asset.positions) {
      const mark = position.mark * ratio;
      const notional = position.size * mark;
      equity += position.sign * position.size * (mark - position.entryPrice);
      const margin = notional * maintenanceRate(position.levels, notional);
      if (position.sign > 0) long += margin;
      else short += margin;
    }
    requirement += Math.max(long, short);
  }
  return { equity, requirement };
}

/**
 * Where the price of one asset (by index) liquidates the account: a ratio of today's price between 1 and `end`, at
 * which the account is taken to be liquidated.
 */
export function bisection(account, asset, end) {
  const ratios = account.assets.map(() => 1);
  let safe = 1;
  let liquidated = end;
  for (let i = 0; i < 60; ++i) {
    const middle = (safe + liquidated) / 2;
    ratios[asset] = middle;
    const { equity, requirement } = amountsAt(account, ratios);
    if (equity > requirement) safe = middle;
    else liquidated = middle;
  }
  return (safe + liquidated) / 2;
}
