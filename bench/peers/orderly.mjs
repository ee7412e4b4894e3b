// SPDX-License-Identifier: MIT
// positions.liqPrice of @orderly.network/perp, on the account that every peer can represent.
import { positions } from "@orderly.network/perp";

export const name = "@orderly.network/perp positions.liqPrice";

/**
 * Its rate of maintenance margin grows with the notional to the power of 0.8, but never falls below a base rate. The
 * factor is such that the base rate holds at the liquidation price, as the account has it, and a rate 5 % higher
 * today: what makes it search.
 *
 * @param account  A plain account; its first asset is asked of.
 */
export function solver(account, rate) {
  const [asked] = account.assets;
  const [position] = asked.positions;
  const notional = position.size * position.mark;
  const mmr = 1.05 * rate;
  const profit = account.assets
    .flatMap((asset) => asset.positions)
    .reduce((sum, each) => sum + each.sign * each.size * (each.mark - each.entryPrice), 0);
  const inputs = {
    markPrice: position.mark,
    totalCollateral: account.cash + profit,
    symbol: asked.name,
    positionQty: position.sign * position.size,
    MMR: mmr,
    baseMMR: rate,
    baseIMR: 2 * rate,
    IMRFactor: (2 * mmr) / notional ** 0.8,
    costPosition: 0,
    positions: account.assets.map((asset, i) => ({
      symbol: asset.name,
      position_qty: asset.positions[0].sign * asset.positions[0].size,
      mark_price: asset.positions[0].mark,
      mmr: i === 0 ? mmr : rate,
    })),
  };
  return () => positions.liqPrice(inputs);
}
