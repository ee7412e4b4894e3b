// SPDX-License-Identifier: MIT
//
// Takes prices over into a form: of what its accounts hold and trade, so that its link stays short.
import type { Rulebook } from "#margin";
import { marketOf, ownMarketOf, type Form } from "../form/model.ts";
import { contractOf, isDated } from "../form/rulebooks.ts";
import { pricedAssets, usedContracts } from "../form/scenario.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Found } from "./found.ts";
import { keyOf, type Ticker } from "./markets.ts";

export interface TakenPrices {
  /** Whose index price was found. */
  assets: string[];
  /** Of those, the ones whose price is only what the account values them at. */
  valued: string[];
  /** Whose market was found. */
  contracts: string[];
  /** Assets and contracts in use that the answers say nothing of. */
  missing: string[];
}

/** Changes the form in place. */
export function takePrices(form: Form, found: Found, rulebook: Rulebook, numbers: Numbers): TakenPrices {
  const taken: TakenPrices = { assets: [], valued: [], contracts: [], missing: [] };
  const assets = new Set(form.wallets.flatMap((wallet) => pricedAssets(wallet, rulebook)));
  for (const asset of assets) {
    const listed = indexPrice(found, asset);
    const price = listed ?? valuedAt(found, asset);
    if (price === undefined) taken.missing.push(asset);
    else {
      form.prices[asset] = numbers.text(price);
      taken.assets.push(asset);
      if (listed === undefined) taken.valued.push(asset);
    }
  }
  const contracts = new Set(form.wallets.flatMap(usedContracts).filter((one) => contractOf(rulebook, one)));
  for (const contract of contracts) {
    takeExpiry(form, found, rulebook, contract);
    const ticker = found.tickers.get(keyOf({ contract, expiry: expiryOf(form, rulebook, contract) }));
    if (ticker && takeMarket(form, ticker, numbers)) taken.contracts.push(contract);
    else taken.missing.push(contract);
  }
  takeMoment(form, found, [...contracts].some((contract) => isDated(contractOf(rulebook, contract))));
  return taken;
}

/** The kinds of contracts whose index price is asked for, in this order. */
const kKinds = ["PF", "PI", "FF", "FI"];

function indexPrice(found: Found, asset: string): number | undefined {
  const byKind = (kind: string) =>
    [...found.tickers.values()]
      .filter((ticker) => ticker.asset === asset && ticker.contract.startsWith(kind) && ticker.index !== undefined)
      .sort((a, b) => (a.expiry < b.expiry ? -1 : 1))[0]?.index;
  return kKinds.map(byKind).find((price) => price !== undefined) ?? found.indices.get(asset);
}

function valuedAt({ accounts }: Found, asset: string): number | undefined {
  return accounts?.flex.find((holding) => holding.asset === asset)?.price;
}

/** Of a dated contract; empty of perpetuals. */
function expiryOf(form: Form, rulebook: Rulebook, contract: string): string {
  const known = contractOf(rulebook, contract);
  return isDated(known) ? marketOf(form, contract).expiry || (known.expiry?.slice(0, 10) ?? "") : "";
}

/** A dated contract whose day nobody has said is the one that ends next. */
function takeExpiry(form: Form, { tickers, instruments, time }: Found, rulebook: Rulebook, contract: string): void {
  if (!isDated(contractOf(rulebook, contract)) || expiryOf(form, rulebook, contract) !== "") return;
  const listed = [...tickers.values(), ...instruments.values()].filter((one) => one.contract === contract);
  const [next] = listed.map(({ expiry }) => expiry).filter((expiry) => expiry !== "" && expiry >= time.slice(0, 10)).sort();
  if (next) ownMarketOf(form, contract).expiry = next;
}

/** Whether there was anything to take. */
function takeMarket(form: Form, ticker: Ticker, numbers: Numbers): boolean {
  const { contract, mark, last, funding } = ticker;
  if (mark === undefined && last === undefined && funding === undefined) return false;
  const market = ownMarketOf(form, contract);
  if (mark !== undefined) market.mark = numbers.text(mark);
  if (last !== undefined) market.last = numbers.text(last);
  if (funding !== undefined) Object.assign(market, { funding: numbers.text(funding), absolute: true });
  return true;
}

/** Prices of dated contracts mean something only on their day. */
function takeMoment(form: Form, { time }: Found, dated: boolean): void {
  if (dated && time) form.asOf = `${time.slice(0, 19)}Z`;
}
