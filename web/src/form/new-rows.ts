// SPDX-License-Identifier: MIT
//
// What a new row starts with: something not yet in the account, with a price to start from where there is one.
import type { Rulebook } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import {
  bareForm,
  collateralRow,
  kDefaultRulebook,
  kMostWallets,
  orderRow,
  positionRow,
  transferRow,
  walletRow,
  walletTypes,
  type CollateralRow,
  type Form,
  type OrderRow,
  type PositionRow,
  type TransferRow,
  type WalletRow,
  type WalletType,
} from "./model.ts";
import type { RowKind } from "../parts/view.ts";
import { examplePrices } from "./presets.ts";
import { coinsOf, contractsFor, covers, nameOf, rulebookOf, underlyingOf } from "./rulebooks.ts";

const kFirstAssets = ["USD", "BTC", "ETH", "USDC"];
const kFirstContracts = ["PF_XBTUSD", "PF_ETHUSD", "PF_SOLUSD", "PI_XBTUSD", "PI_ETHUSD", "MBT", "MET"];

export function addCollateral(form: Form, wallet: WalletRow, rulebook: Rulebook, numbers: Numbers): CollateralRow {
  const used = new Set(wallet.collateral.map(({ asset }) => asset));
  const asset = [...kFirstAssets, ...Object.keys(rulebook.assets)].find((candidate) => !used.has(candidate)) ?? "USD";
  suggestPrice(form, asset, numbers);
  const row = collateralRow({ asset });
  wallet.collateral.push(row);
  return row;
}

export function addPosition(form: Form, wallet: WalletRow, rulebook: Rulebook, numbers: Numbers): PositionRow {
  const contract = nextContract(wallet, rulebook);
  const underlying = underlyingOf(rulebook, contract);
  suggestPrice(form, underlying, numbers);
  const row = positionRow({ contract, entryPrice: form.prices[underlying] ?? "" });
  wallet.positions.push(row);
  return row;
}

/** A new order is on what is traded already. */
export function addOrder(form: Form, wallet: WalletRow, rulebook: Rulebook, numbers: Numbers): OrderRow {
  const contract = wallet.positions[0]?.contract ?? nextContract(wallet, rulebook);
  const underlying = underlyingOf(rulebook, contract);
  suggestPrice(form, underlying, numbers);
  const row = orderRow({ contract, price: form.prices[underlying] ?? "" });
  wallet.orders.push(row);
  return row;
}

/** A copy of a row, right behind it; its key. */
export function duplicateRow(wallet: WalletRow, kind: RowKind, key: number): number | undefined {
  const copied: Readonly<Record<RowKind, () => { key: number } | undefined>> = {
    collateral: () => copyBehind(wallet.collateral, key, collateralRow),
    positions: () => copyBehind(wallet.positions, key, positionRow),
    orders: () => copyBehind(wallet.orders, key, orderRow),
    transfers: () => copyBehind(wallet.transfers, key, transferRow),
  };
  return copied[kind]()?.key;
}

function copyBehind<Row extends { key: number }>(rows: Row[], key: number, make: (row: Row) => Row): Row | undefined {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (!row) return undefined;
  const copy = make(row);
  rows.splice(at + 1, 0, copy);
  return copy;
}

export function addTransfer(wallet: WalletRow): TransferRow {
  const asset = {
    "multi-collateral": wallet.collateral[0]?.asset ?? "USD",
    "single-collateral": wallet.asset,
    "us-futures": "USD",
  }[wallet.type];
  const row = transferRow({ asset, direction: "withdrawal" });
  wallet.transfers.push(row);
  return row;
}

function nextContract(wallet: WalletRow, rulebook: Rulebook): string {
  const used = new Set(wallet.positions.map(({ contract }) => contract));
  const symbols = contractsFor(rulebook, wallet).map(({ symbol }) => symbol);
  const first = kFirstContracts.filter((symbol) => symbols.includes(symbol));
  return [...first, ...symbols].find((symbol) => !used.has(symbol)) ?? "";
}

/** An empty account of this type; `now` is the moment for accounts that go by the clock. */
export function newWallet(form: Form, type: WalletType, rulebook: Rulebook, numbers: Numbers, now: string): WalletRow {
  const wallet = walletRow({ type });
  if (type === "us-futures") {
    wallet.cash = numbers.text(10000);
    form.asOf ||= now;
  }
  if (type === "single-collateral") {
    const used = new Set(form.wallets.flatMap(({ type, asset }) => (type === "single-collateral" ? [asset] : [])));
    const coins = coinsOf(rulebook);
    const first = kFirstAssets.filter((asset) => coins.includes(asset));
    wallet.asset = [...first, ...coins].find((coin) => !used.has(coin)) ?? "BTC";
    wallet.balance = numbers.text(1);
    suggestPrice(form, wallet.asset, numbers);
  }
  form.wallets.push(wallet);
  return wallet;
}

/** The rulebook an account of this type is kept under: the one now where it knows such accounts, else the default. */
export function rulebookFor(type: WalletType, now: Rulebook, rulebooks: readonly Rulebook[]): Rulebook | undefined {
  return [now, rulebookOf(rulebooks, kDefaultRulebook), ...rulebooks].find((rulebook) => covers(rulebook, type));
}

/** Whether another account of this type can join those of the form. */
export function canJoin(form: Form, type: WalletType, rulebook: Rulebook): boolean {
  return form.wallets.length < kMostWallets && covers(rulebook, type);
}

/** What is left of a form under another rulebook: the accounts of types that it knows, else a new one. */
export function underRulebook(
  form: Form,
  rulebook: Rulebook,
  numbers: Numbers,
  now: string,
  wanted?: WalletType,
): Form {
  const wallets = form.wallets.filter(({ type }) => covers(rulebook, type));
  if (wallets.length > 0 && !wanted) return { ...form, rulebook: nameOf(rulebook), wallets };
  const { asOf, prices } = form;
  const fresh = { ...bareForm(), rulebook: nameOf(rulebook), asOf, prices };
  const type = wanted ?? walletTypes.find((one) => covers(rulebook, one)) ?? "multi-collateral";
  newWallet(fresh, type, rulebook, numbers, now);
  return fresh;
}

/** Fills in the example's price of an asset that has none yet. */
export function suggestPrice(form: Form, asset: string, numbers: Numbers): void {
  const example = examplePrices[asset];
  if (form.prices[asset] === undefined && example !== undefined) form.prices[asset] = numbers.text(example);
}

/** Whether a price is still the example's, so that nobody takes it for today's. */
export function isExamplePrice(form: Form, asset: string, numbers: Numbers): boolean {
  const example = examplePrices[asset];
  return example !== undefined && example !== 1 && form.prices[asset] === numbers.text(example);
}
