// SPDX-License-Identifier: MIT
// parseAccountPosition of ccxt's binanceusdm: the position as that venue's API would tell it, as decimal strings, into
// an object that has the liquidation price. No network: the market and the brackets are given.
import ccxt from "ccxt";

export const name = "ccxt parseAccountPosition";

/** @param account  A plain account; its first asset is asked of. */
export function solver(account, rate) {
  const [asked] = account.assets;
  const [position] = asked.positions;
  const symbol = `${asked.name}/USDT:USDT`;
  const exchange = new ccxt.binanceusdm();
  exchange.options.leverageBrackets = { [symbol]: [["0", String(rate)]] };
  const market = { id: `${asked.name}USDT`, symbol, contractSize: 1, precision: { price: 1e-8 } };
  const notional = position.sign * position.size * position.mark;
  const profit = position.sign * position.size * (position.mark - position.entryPrice);
  const raw = {
    symbol: market.id,
    positionSide: "BOTH",
    positionAmt: String(position.sign * position.size),
    unrealizedProfit: String(profit),
    notional: String(notional),
    isolatedMargin: "0",
    isolatedWallet: "0",
    initialMargin: String(Math.abs(notional) * 2 * rate),
    maintMargin: String(Math.abs(notional) * rate),
    updateTime: "0",
    leverage: String(Math.round(1 / (2 * rate))),
    entryPrice: String(position.entryPrice),
    isolated: false,
    crossMargin: String(account.cash + profit),
    crossWalletBalance: String(account.cash),
  };
  return () => exchange.parseAccountPosition(raw, market).liquidationPrice;
}
