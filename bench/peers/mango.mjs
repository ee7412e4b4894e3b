// SPDX-License-Identifier: MIT
// HealthCache of @blockworks-foundation/mango-v4, searched as its getPerpPositionLiquidationPrice does, without what
// that function reads from the chain.
import anchor from "@coral-xyz/anchor";
import mango from "@blockworks-foundation/mango-v4";
import healthCache from "@blockworks-foundation/mango-v4/dist/cjs/src/accounts/healthCache.js";

export const name = "@blockworks-foundation/mango-v4 HealthCache";

const { HealthType, I80F48 } = mango;
const { HealthCache, PerpInfo, Prices, TokenInfo } = healthCache;
const number = (value) => I80F48.fromNumber(value);
const one = () => number(1);
const zero = () => number(0);

// A unit of the base and of the dollar are a million of their native parts; a lot of the base is a hundred of them.
const native = 1e6;
const lot = 100;

/** @param account  A plain account; its first asset is asked of. */
export function solver(account, rate) {
  const prices = (price) => new Prices(number(price), number(price));
  const dollars = new TokenInfo(0, one(), one(), one(), one(), one(), one(), prices(1), number(account.cash * native));
  const perps = account.assets.map((asset, i) => {
    const { sign, size, mark, entryPrice } = asset.positions[0];
    const lots = Math.round((sign * size * native) / lot);
    return new PerpInfo(
      i, 0, number(1 - rate), number(1 - 2 * rate), number(1 + rate), number(1 + 2 * rate), one(), one(),
      new anchor.BN(lot), new anchor.BN(lots), new anchor.BN(0), new anchor.BN(0),
      number(-sign * size * entryPrice * native), prices(mark), false,
    );
  });
  const cache = new HealthCache([dollars], [], perps);
  const today = number(account.assets[0].positions[0].mark);
  const health = (price) => {
    perps[0].basePrices.oracle = price;
    return cache.health(HealthType.maint);
  };
  // A tick of its BTC-PERP: a dollar.
  return () =>
    HealthCache.binaryApproximationSearch(zero(), health(zero()), today, zero(), number(1), health).toNumber();
}
