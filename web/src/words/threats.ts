// SPDX-License-Identifier: MIT
//
// Which boundaries of a report a reader should hear of first. Picks and compares, computes nothing.
import type {
  Boundary,
  LiquidationSet,
  MultiCollateralReport,
  PositionReport,
  SingleCollateralReport,
  WalletReport,
} from "#margin";

/** The accounts in which coins are pledged. */
export type CoinReport = MultiCollateralReport | SingleCollateralReport;

/** One price move that liquidates. */
export interface Threat {
  set: LiquidationSet;
  side: "below" | "above";
  boundary: Boundary;
  /** The isolated position that is liquidated; absent where it is the shared pool. */
  isolated?: PositionReport;
}

export function crossPositions(wallet: CoinReport): PositionReport[] {
  return wallet.positions.filter((position) => position.margin === "cross");
}

export function isolatedPositions(wallet: WalletReport): PositionReport[] {
  if (wallet.type === "us-futures") return [];
  return wallet.positions.filter((position) => position.margin === "isolated");
}

export function marketOf(wallet: WalletReport): LiquidationSet | undefined {
  return wallet.factors.find((set) => set.factor === "market");
}

/** What is pledged, by asset. */
export function holdingsOf(wallet: CoinReport): string[] {
  return wallet.type === "multi-collateral" ? wallet.collateral.map(({ asset }) => asset) : [wallet.currency];
}

/** Every single-asset move that liquidates something that is safe today, nearest first. */
export function threatsTo(wallet: WalletReport): Threat[] {
  const assets = wallet.factors.filter((set) => set.factor !== "market");
  const threats = [
    ...assets.flatMap((set) => threatsOf(set)),
    ...isolatedPositions(wallet).flatMap((isolated) =>
      threatsOf(isolated.liquidation).map((threat) => ({ ...threat, isolated })),
    ),
  ];
  return threats.sort((a, b) => distance(a) - distance(b));
}

export function threatsOf(set: LiquidationSet): Threat[] {
  if (set.state !== "safe") return [];
  const threats: Threat[] = [];
  if (set.below) threats.push({ set, side: "below", boundary: set.below });
  if (set.above) threats.push({ set, side: "above", boundary: set.above });
  return threats;
}

/** How far away, for sorting; a fall and a rise of the same percentage are equally near. */
export function distance(threat: Threat): number {
  return Math.abs(threat.boundary.move);
}
