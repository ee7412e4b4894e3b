// SPDX-License-Identifier: MIT
//
// Takes accounts over into a form. What there is no answer of stays as it is: balances without `accounts`,
// positions without `openpositions`.
import type { Rulebook } from "#margin";
import {
  collateralRow,
  copyForm,
  kMostCollateral,
  kMostPositions,
  kMostWallets,
  ownMarketOf,
  positionRow,
  walletRow,
  type Form,
  type WalletRow,
  type WalletType,
} from "../form/model.ts";
import { rulebookFor } from "../form/new-rows.ts";
import { assetOf, contractOf, contractsFor, covers, nameOf, rulebookOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Found } from "./found.ts";
import { left, type Left } from "./left.ts";
import { keyOf } from "./markets.ts";
import type { HeldPosition } from "./own.ts";
import { below } from "./values.ts";

type Imported = Exclude<WalletType, "us-futures">;

export interface TakenAccounts {
  form: Form;
  rulebook: Rulebook;
  positions: number;
  /** Kinds of collateral and coins. */
  holdings: number;
  left: Left[];
}

/** A copy of the form with the accounts of the answers in place of its own. */
export function takeAccounts(
  former: Form,
  found: Found,
  rulebooks: readonly Rulebook[],
  numbers: Numbers,
): TakenAccounts {
  const rulebook = rulebookWith(neededTypes(found), rulebookOf(rulebooks, former.rulebook), rulebooks);
  return new Taking({ ...copyForm(former), rulebook: nameOf(rulebook) }, found, rulebook, numbers).done();
}

function neededTypes({ accounts, positions = [] }: Found): Imported[] {
  const inverse = positions.some(({ contract }) => /^.I/.test(contract));
  const linear = positions.some(({ contract }) => /^.F/.test(contract));
  const coins = accounts?.coins.some(({ quantity }) => quantity > 0) ?? false;
  return [
    ...(linear || accounts?.flex.length ? (["multi-collateral"] as const) : []),
    ...(inverse || coins ? (["single-collateral"] as const) : []),
  ];
}

/** The rulebook that is chosen, where it knows such accounts. */
function rulebookWith(types: readonly Imported[], now: Rulebook, rulebooks: readonly Rulebook[]): Rulebook {
  if (types.every((type) => covers(now, type))) return now;
  return types.map((type) => rulebookFor(type, now, rulebooks)).find((one) => one && one !== now) ?? now;
}

class Taking {
  readonly #form: Form;
  readonly #found: Found;
  readonly #rulebook: Rulebook;
  readonly #numbers: Numbers;
  readonly #taken: Omit<TakenAccounts, "form" | "rulebook"> = { positions: 0, holdings: 0, left: [] };

  constructor(form: Form, found: Found, rulebook: Rulebook, numbers: Numbers) {
    this.#form = form;
    this.#found = found;
    this.#rulebook = rulebook;
    this.#numbers = numbers;
  }

  done(): TakenAccounts {
    const form = this.#form;
    const former = form.wallets.filter(({ type }) => type !== "us-futures" && covers(this.#rulebook, type));
    if (this.#found.accounts) {
      form.wallets = [];
      this.#takeHoldings(former);
    } else form.wallets = former;
    if (this.#found.positions) this.#takePositions(this.#found.positions);
    if (form.wallets.length === 0) form.wallets.push(walletRow({}));
    return { form, rulebook: this.#rulebook, ...this.#taken };
  }

  /** Positions and plans of the accounts before stay with those of the same kind. */
  #takeHoldings(former: readonly WalletRow[]): void {
    const { flex = [], coins = [] } = this.#found.accounts ?? {};
    if (flex.length > 0 && covers(this.#rulebook, "multi-collateral")) {
      const before = former.find(({ type }) => type === "multi-collateral");
      const wallet = { ...(before ?? walletRow({})), collateral: [] as WalletRow["collateral"] };
      for (const { asset, quantity, place } of flex) {
        if (asset !== "USD" && !assetOf(this.#rulebook, asset)) this.#leave(place, "noAsset", asset);
        else if (wallet.collateral.length >= kMostCollateral) this.#leave(place, "noRoom", asset);
        else wallet.collateral.push(collateralRow({ asset, quantity: this.#numbers.text(quantity) }));
      }
      this.#taken.holdings += wallet.collateral.length;
      this.#form.wallets.push(wallet);
    }
    for (const { asset, quantity, place } of coins) {
      if (quantity === 0) continue;
      const before = former.find((one) => one.type === "single-collateral" && one.asset === asset);
      if (contractsFor(this.#rulebook, { type: "single-collateral", asset }).length === 0) this.#leave(place, "noAsset", asset);
      else if (this.#form.wallets.length >= kMostWallets) this.#leave(place, "noRoom", asset);
      else {
        const balance = this.#numbers.text(quantity);
        this.#form.wallets.push({ ...(before ?? walletRow({ type: "single-collateral", asset })), balance });
        this.#taken.holdings++;
      }
    }
  }

  #takePositions(positions: readonly HeldPosition[]): void {
    for (const wallet of this.#form.wallets) wallet.positions = [];
    // A form holds one day of a dated contract: the one that comes first.
    const order = [...positions].sort((a, b) => (a.expiry < b.expiry ? -1 : a.expiry > b.expiry ? 1 : 0));
    for (const position of order) this.#takePosition(position);
  }

  #takePosition(position: HeldPosition): void {
    const { contract, place } = position;
    const known = contractOf(this.#rulebook, contract);
    if (!known) return this.#leave(below(place, "symbol"), "noContract", keyOf(position));
    const wallet = this.#walletFor(known.type === "linear" ? "multi-collateral" : "single-collateral", known.underlying);
    if (!wallet || wallet.positions.length >= kMostPositions) return this.#leave(place, "noRoom", contract);
    if (wallet.positions.some((other) => other.contract === contract)) {
      return this.#leave(below(place, "symbol"), position.expiry ? "otherExpiry" : "twice", keyOf(position));
    }
    wallet.positions.push(this.#rowOf(position, wallet));
    this.#taken.positions++;
    if (position.expiry) this.#takeExpiry(position);
  }

  #rowOf({ contract, side, size, entryPrice, funding, maxLeverage, profitCurrency, place }: HeldPosition, wallet: WalletRow) {
    const text = (value: number) => this.#numbers.text(value);
    const isolated = maxLeverage !== undefined && wallet.type === "multi-collateral";
    if (maxLeverage !== undefined && !isolated) this.#leave(below(place, "maxFixedLeverage"), "noIsolation", maxLeverage);
    if (wallet.type === "multi-collateral" && profitCurrency) this.#takeProfitCurrency(profitCurrency, wallet, place);
    return positionRow({
      contract,
      side,
      size: text(size),
      entryPrice: text(entryPrice),
      unrealizedFunding: funding === 0 ? "" : text(funding),
      ...(isolated && { margin: "maxLeverage", maxLeverage: text(maxLeverage) }),
    });
  }

  /** The exchange keeps it by position, the form by account: the first one counts. */
  #takeProfitCurrency(currency: string, wallet: WalletRow, place: HeldPosition["place"]): void {
    const isKnown = currency === "USD" || assetOf(this.#rulebook, currency) !== undefined;
    if (isKnown && wallet.positions.length === 0) wallet.profitCurrency = currency;
    else if (currency !== wallet.profitCurrency) this.#leave(below(place, "pnlCurrency"), "otherCurrency", currency);
  }

  /** What is known of another day's market is not of this one's. */
  #takeExpiry({ contract, expiry }: HeldPosition): void {
    const market = ownMarketOf(this.#form, contract);
    if (market.expiry === expiry) return;
    Object.assign(market, { mark: "", last: "", funding: "", bids: "", asks: "", expiry });
  }

  #walletFor(type: Imported, asset: string): WalletRow | undefined {
    const { wallets } = this.#form;
    const found = wallets.find((one) => one.type === type && (type === "multi-collateral" || one.asset === asset));
    if (found || wallets.length >= kMostWallets) return found;
    const made = walletRow(type === "multi-collateral" ? {} : { type, asset, balance: "0" });
    wallets.push(made);
    return made;
  }

  #leave(place: HeldPosition["place"], ...why: [Parameters<typeof left>[1], unknown]): void {
    this.#taken.left.push(left(place, ...why));
  }
}
