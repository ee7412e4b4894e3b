// SPDX-License-Identifier: MIT
// The accounts that are measured, as scenarios, made alike in every run. Their rules are those of large venues:
// levels of margin on the mark price, long and short on one underlying netted, collateral with haircuts.

const underlyings = [
  { asset: "BTC", price: 100000, haircut: 0.02, held: 2, schedule: "A", size: 3 },
  { asset: "ETH", price: 4000, haircut: 0.06, held: 25, schedule: "A", size: 70 },
  { asset: "SOL", price: 200, haircut: 0.2, held: 300, schedule: "B", size: 900, mostly: "short" },
  { asset: "XRP", price: 2.5, haircut: 0.2, held: 20000, schedule: "B", size: 60000 },
];

const levelsFrom = (...starts) =>
  starts.map((from, i) => {
    const initial = [0.02, 0.04, 0.05, 0.1, 0.2, 0.3, 0.5][i];
    return { from, initial, maintenance: initial / 2 };
  });

const schedules = {
  A: levelsFrom(0, 1e6, 2e6, 5e6, 1e7, 2e7, 6e7),
  B: levelsFrom(0, 2.5e5, 7.5e5, 1e6, 5e6, 1e7, 3e7),
};

/** Numbers from 0 to 1, the same for the same seed: Marsaglia's xorshift. */
function seeded(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** An account with so many positions, evenly on four assets, of each two of three on one side. */
export function account(count) {
  const random = seeded(20261125);
  const each = count / underlyings.length;
  const contracts = [];
  const marks = {};
  const positions = [];
  for (const { asset, price, schedule, size, mostly = "long" } of underlyings) {
    const seldom = mostly === "long" ? "short" : "long";
    for (let i = 0; i < each; ++i) {
      const contract = `${asset}_${i}`;
      contracts.push({ symbol: contract, type: "linear", underlying: asset, schedule, perpetual: true });
      marks[contract] = price * (1 + (random() - 0.5) / 500);
      positions.push({
        contract,
        side: i % 3 === 2 ? seldom : mostly,
        // The whole is as large however many positions it is made of.
        size: size * (0.5 + random()) * (5 / each),
        entryPrice: price * (0.95 + random() / 10),
      });
    }
  }
  return {
    format: "margin-scenario/1",
    rulebook: {
      format: "margin-rulebook/1",
      id: "bench",
      title: "Rules of the measurements",
      effective: "2026-11-01",
      policy: { marginBasis: "mark", levels: "flat", netting: true },
      assets: Object.fromEntries(underlyings.map(({ asset, haircut }) => [asset, { haircut, conversionFee: 0.005 }])),
      marginSchedules: schedules,
      contracts,
    },
    prices: Object.fromEntries(underlyings.map(({ asset, price }) => [asset, price])),
    marks,
    wallets: [
      {
        type: "multi-collateral",
        collateral: [
          { asset: "USD", quantity: 100000 },
          ...underlyings.map(({ asset, held }) => ({ asset, quantity: held })),
        ],
        positions,
      },
    ],
  };
}

/**
 * What every peer can represent: USD as collateral, one position an asset, one rate of maintenance margin whatever
 * the size.
 */
export function plainAccount(rate) {
  const positions = [
    { asset: "BTC", side: "long", size: 5, entryPrice: 100500 },
    { asset: "ETH", side: "short", size: 40, entryPrice: 3950 },
    { asset: "SOL", side: "long", size: 500, entryPrice: 205 },
    { asset: "XRP", side: "short", size: 20000, entryPrice: 2.4 },
  ];
  return {
    format: "margin-scenario/1",
    rulebook: {
      format: "margin-rulebook/1",
      id: "bench-plain",
      title: "Rules that every peer knows",
      effective: "2026-11-01",
      policy: { marginBasis: "mark", levels: "flat" },
      assets: {},
      marginSchedules: { flat: [{ from: 0, initial: 2 * rate, maintenance: rate }] },
      contracts: positions.map(({ asset }) => ({ symbol: asset, type: "linear", underlying: asset, schedule: "flat" })),
    },
    prices: Object.fromEntries(underlyings.map(({ asset, price }) => [asset, price])),
    wallets: [
      {
        type: "multi-collateral",
        collateral: [{ asset: "USD", quantity: 70000 }],
        positions: positions.map(({ asset, ...position }) => ({ contract: asset, ...position })),
      },
    ],
  };
}
