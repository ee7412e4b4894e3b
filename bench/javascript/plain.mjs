// SPDX-License-Identifier: MIT
// A scenario as a program in plain JavaScript would hold it: by asset what is held of it and what stands on it.

/** The first wallet of a scenario of the measurements, by asset. */
export function plain(scenario) {
  const { rulebook, prices, marks } = scenario;
  const wallet = scenario.wallets[0];
  const held = (asset) => wallet.collateral.find((holding) => holding.asset === asset)?.quantity ?? 0;
  const contracts = new Map(rulebook.contracts.map((contract) => [contract.symbol, contract]));
  const assets = Object.entries(prices).map(([name, price]) => ({
    name,
    price,
    collateral: held(name) * price * (1 - (rulebook.assets[name]?.haircut ?? 0)),
    positions: wallet.positions
      .filter((position) => contracts.get(position.contract).underlying === name)
      .map((position) => ({
        sign: position.side === "long" ? 1 : -1,
        size: position.size,
        entryPrice: position.entryPrice,
        mark: marks?.[position.contract] ?? price,
        levels: rulebook.marginSchedules[contracts.get(position.contract).schedule],
      })),
  }));
  return { cash: held("USD"), assets };
}

/** The same after a shock: every price of an asset times 1 + its move. */
export function shocked(account, moves) {
  return {
    cash: account.cash,
    assets: account.assets.map((asset) => {
      const ratio = 1 + (moves[asset.name] ?? 0);
      return {
        name: asset.name,
        price: asset.price * ratio,
        collateral: asset.collateral * ratio,
        positions: asset.positions.map((position) => ({ ...position, mark: position.mark * ratio })),
      };
    }),
  };
}
