// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import type { Asset, Contract, Levels, MarginBasis, Policy, Rulebook, UsContract } from "#margin";
import { kDefaultRulebook, type WalletRow, type WalletType } from "./model.ts";

/** Where a rulebook comes from: of the host's its address, of a file that the reader opened its name. */
export type Origin = "program" | { host: string } | { file: string };

/** Of the rulebooks of whose id there is more than the program's own: documents carry them whole. */
export const origins = /* @__PURE__ */ new WeakMap<Rulebook, Origin>();

/** A name that tells rulebooks of one id apart: "kraken-eea@2027-01-01". */
export function datedName({ id, effective }: Pick<Rulebook, "id" | "effective">): string {
  return `${id}@${effective}`;
}

/** The name by which a form has it. */
export function nameOf(rulebook: Rulebook): string {
  return origins.has(rulebook) ? datedName(rulebook) : rulebook.id;
}

/** What a scenario has of it: the id is enough where the module knows it. */
export function inScenario(rulebook: Rulebook): Rulebook | string {
  return origins.has(rulebook) ? rulebook : rulebook.id;
}

/** The rulebook of this name; else the first with its id, which is in effect from the latest day; else the default one. */
export function rulebookOf(rulebooks: readonly Rulebook[], name: string): Rulebook {
  const [id] = name.split("@");
  const found =
    rulebooks.find((rulebook) => datedName(rulebook) === name) ??
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

/** What a rulebook says of a switch where it says nothing. */
export function switchOf(rulebook: Rulebook, name: "netting" | "collateralFee" | "closingFee"): boolean {
  const otherwise: Required<Pick<Policy, typeof name>> = { netting: true, collateralFee: false, closingFee: false };
  return rulebook.policy?.[name] ?? otherwise[name];
}

export type AnyContract = Contract | UsContract;

export function contractOf(rulebook: Rulebook, symbol: string): AnyContract | undefined {
  return rulebook.contracts.find((contract) => contract.symbol === symbol);
}

export function assetOf(rulebook: Rulebook, asset: string): Asset | undefined {
  return Object.hasOwn(rulebook.assets, asset) ? rulebook.assets[asset] : undefined;
}

export function isPerpetual(contract: AnyContract): boolean {
  return contract.perpetual ?? contract.expiry === undefined;
}

/** Whether a contract of an account that holds coins ends on a day; of such the reader may say when. */
export function isDated(contract: AnyContract | undefined): contract is Contract {
  return contract !== undefined && contract.type !== "us" && !isPerpetual(contract);
}

/** The asset whose price a contract follows; the symbol itself where the contract is not in the rulebook. */
export function underlyingOf(rulebook: Rulebook, symbol: string): string {
  return contractOf(rulebook, symbol)?.underlying ?? symbol;
}

const kindOf = { "multi-collateral": "linear", "single-collateral": "inverse", "us-futures": "us" } as const;

/** The contracts that an account of this type trades, by underlying; of one coin those on the coin. */
export function contractsFor(rulebook: Rulebook, wallet: Pick<WalletRow, "type" | "asset">): AnyContract[] {
  return rulebook.contracts
    .filter(({ type, underlying }) => {
      return type === kindOf[wallet.type] && (type !== "inverse" || underlying === wallet.asset);
    })
    .sort((a, b) => compare(a.underlying, b.underlying) || compare(b.symbol, a.symbol));
}

/** Whether the rulebook has contracts for this type of account. */
export function covers(rulebook: Rulebook, type: WalletType): boolean {
  return rulebook.contracts.some((contract) => contract.type === kindOf[type]);
}

/** The coins on which the rulebook has inverse contracts. */
export function coinsOf(rulebook: Rulebook): string[] {
  const coins = rulebook.contracts.flatMap(({ type, underlying }) => (type === "inverse" ? [underlying] : []));
  return [...new Set(coins)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "BTC perpetual", "BTC dated future", "Micro Bitcoin". */
export function contractTitle(contract: AnyContract): string {
  if (contract.type === "us" && contract.title) return contract.title;
  const { underlying, expiry } = contract;
  if (isPerpetual(contract)) return msg(str`${underlying} perpetual`);
  return expiry ? msg(str`${underlying} future to ${expiry}`) : msg(str`${underlying} dated future`);
}
