// SPDX-License-Identifier: MIT
import type { Asset, Contract, Levels, MarginBasis, Rulebook } from "#margin";
import { kDefaultRulebook } from "./model.ts";

/** The built-in rulebook with this id, or the default one. */
export function rulebookOf(rulebooks: readonly Rulebook[], id: string): Rulebook {
  const found =
    rulebooks.find((rulebook) => rulebook.id === id) ??
    rulebooks.find((rulebook) => rulebook.id === kDefaultRulebook) ??
    rulebooks[0];
  if (!found) throw new Error("The module brings no rulebook.");
  return found;
}

export function marginBasisOf(rulebook: Rulebook): MarginBasis {
  return rulebook.policy?.marginBasis ?? "entry";
}

export function levelsOf(rulebook: Rulebook): Levels {
  return rulebook.policy?.levels ?? "flat";
}

export function contractOf(rulebook: Rulebook, symbol: string): Contract | undefined {
  return rulebook.contracts.find((contract) => contract.symbol === symbol);
}

export function assetOf(rulebook: Rulebook, asset: string): Asset | undefined {
  return Object.hasOwn(rulebook.assets, asset) ? rulebook.assets[asset] : undefined;
}

/** The asset whose price a contract follows; the symbol itself where the contract is not in the rulebook. */
export function underlyingOf(rulebook: Rulebook, symbol: string): string {
  return contractOf(rulebook, symbol)?.underlying ?? symbol;
}

/** The contracts of a multi-collateral wallet, by underlying. */
export function linearContracts(rulebook: Rulebook): Contract[] {
  return rulebook.contracts
    .filter((contract) => contract.type === "linear")
    .sort((a, b) => compare(a.underlying, b.underlying) || compare(b.symbol, a.symbol));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "BTC perpetual", "BTC dated future". */
export function contractTitle(contract: Contract): string {
  const perpetual = contract.perpetual ?? contract.expiry === undefined;
  const kind = perpetual ? "perpetual" : contract.expiry ? `future to ${contract.expiry}` : "dated future";
  return `${contract.underlying} ${kind}`;
}

/** The rulebook with some haircuts (fractions, by asset) replaced by the reader's. */
export function withHaircuts(rulebook: Rulebook, haircuts: ReadonlyMap<string, number>): Rulebook {
  const assets: Record<string, Asset> = { ...rulebook.assets };
  for (const [asset, haircut] of haircuts) {
    // The reader's own figure is no longer the rulebook's assumption.
    const { assumed: _, ...rest } = assets[asset] ?? { haircut };
    assets[asset] = { ...rest, haircut };
  }
  return { ...rulebook, assets };
}
