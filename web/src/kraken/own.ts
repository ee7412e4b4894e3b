// SPDX-License-Identifier: MIT
//
// The reader's own answers: what they hold, and what positions they have.
import { partOf, type Answer } from "./answers.ts";
import { left, type Left, type Place } from "./left.ts";
import { assetOfCode, coinOfAccount, readSymbol, type Symbol_ } from "./symbols.ts";
import { below, isFields, numberOf, objectsOf, Values, type Fields } from "./values.ts";

export interface Holding {
  asset: string;
  quantity: number;
  /** What the account itself values one of it at, USD. */
  price: number | undefined;
  place: Place;
}

export interface Accounts {
  /** What backs multi-collateral contracts. */
  flex: Holding[];
  /** Accounts of one coin each. */
  coins: Holding[];
}

export interface HeldPosition extends Symbol_ {
  place: Place;
  side: "long" | "short";
  size: number;
  entryPrice: number;
  /** Not yet realised; 0 where the answer has none. */
  funding: number;
  /** Of isolated positions. */
  maxLeverage: number | undefined;
  /** Empty where the answer has none. */
  profitCurrency: string;
}

/* ------------------------------------------------------------------------------- accounts */

export function readAccounts(answer: Answer, lefts: Left[]): Accounts {
  const accounts: Accounts = { flex: [], coins: [] };
  const { value, place } = partOf(answer);
  if (!isFields(value)) {
    lefts.push(left(place, "noObject", value));
    return accounts;
  }
  for (const [name, account] of Object.entries(value)) {
    const at = below(place, name);
    if (isFields(account)) readAccount(name, new Values(account, at, lefts), accounts, lefts);
    else lefts.push(left(at, "noObject", account));
  }
  return accounts;
}

function readAccount(name: string, values: Values, accounts: Accounts, lefts: Left[]): void {
  const type = values.get("type") ?? (name === "flex" ? "multiCollateralMarginAccount" : name === "cash" ? "cashAccount" : "marginAccount");
  switch (type) {
    case "multiCollateralMarginAccount":
      readFlex(values, accounts.flex, lefts);
      break;
    case "marginAccount":
      readCoin(name, values, accounts.coins, lefts);
      break;
    case "cashAccount":
      if (balancesOf(values, lefts).some(({ balance }) => balance !== 0)) values.note("", "cashAccount");
      break;
    default:
      values.note("type", "accountType");
  }
}

function readFlex(values: Values, flex: Holding[], lefts: Left[]): void {
  const currencies = values.get("currencies");
  const place = below(values.place, "currencies");
  if (!isFields(currencies)) {
    lefts.push(left(place, "noObject", currencies));
    return;
  }
  for (const [code, currency] of Object.entries(currencies)) {
    const at = below(place, code);
    if (!isFields(currency)) {
      lefts.push(left(at, "noObject", currency));
      continue;
    }
    const own = new Values(currency, at, lefts);
    const asset = assetOfCode(code);
    const quantity = own.number("quantity");
    if (quantity === undefined && own.get("quantity") === undefined) own.note("quantity", "noNumber");
    if (quantity === undefined || quantity === 0) continue;
    if (quantity < 0 && asset !== "USD") own.note("quantity", "negative");
    else add(flex, { asset, quantity, price: priceOf(quantity, own.number("value")), place: at }, lefts);
  }
}

/** The exchange values what is held at the index price: the one is the other a unit. */
function priceOf(quantity: number, value: number | undefined): number | undefined {
  return value !== undefined && quantity > 0 && value > 0 ? numberOf(value / quantity) || undefined : undefined;
}

function readCoin(name: string, values: Values, coins: Holding[], lefts: Left[]): void {
  const asset = coinOfAccount(name);
  const currency = values.text("currency");
  const balances = balancesOf(values, lefts);
  const isEmpty = balances.every(({ balance }) => balance === 0);
  if (asset === undefined || (currency !== "" && assetOfCode(currency) !== asset)) {
    if (!isEmpty) values.note(asset === undefined ? "" : "currency", "accountCoin");
    return;
  }
  for (const { code, balance, place } of balances) {
    if (assetOfCode(code) === asset) {
      if (balance < 0) lefts.push(left(place, "negative", balance));
      else add(coins, { asset, quantity: balance, price: undefined, place }, lefts);
    } else if (balance !== 0) {
      // Old accounts list the contracts that they hold among their balances, without the price paid.
      lefts.push(left(place, readSymbol(code) ? "heldContract" : "heldOther", balance));
    }
  }
}

function balancesOf(values: Values, lefts: Left[]): { code: string; balance: number; place: Place }[] {
  const balances: Fields | undefined = asFields(values.get("balances"));
  const place = below(values.place, "balances");
  if (!balances) {
    lefts.push(left(place, "noObject", values.get("balances")));
    return [];
  }
  const own = new Values(balances, place, lefts);
  return Object.keys(balances).flatMap((code) => {
    const balance = own.number(code);
    return balance === undefined ? [] : [{ code, balance, place: below(place, code) }];
  });
}

function asFields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

function add(holdings: Holding[], holding: Holding, lefts: Left[]): void {
  if (holdings.some(({ asset }) => asset === holding.asset)) lefts.push(left(holding.place, "twice", holding.asset));
  else holdings.push(holding);
}

/* ------------------------------------------------------------------------------- positions */

export function readPositions(answer: Answer, lefts: Left[]): HeldPosition[] {
  const { value, place } = partOf(answer);
  return objectsOf(value, place, lefts).flatMap((values) => {
    const symbol = values.text("symbol");
    const read = readSymbol(symbol);
    if (!read) {
      values.note("symbol", symbol === "" ? "noSymbol" : "noName");
      return [];
    }
    const sized = sizeOf(values);
    const entryPrice = values.positive("price");
    if (values.get("price") === undefined) values.note("price", "noNumber");
    if (!sized || entryPrice === undefined) return [];
    return [
      {
        ...read,
        ...sized,
        place: values.place,
        entryPrice,
        funding: values.number("unrealizedFunding") ?? 0,
        maxLeverage: values.positive("maxFixedLeverage"),
        profitCurrency: assetOfCode(values.text("pnlCurrency")),
      },
    ];
  });
}

/** A size below 0 is a short one where no side is named, and with "long" a contradiction. */
function sizeOf(values: Values): Pick<HeldPosition, "side" | "size"> | undefined {
  const size = values.number("size");
  const side = values.text("side").toLowerCase();
  if (size === undefined) {
    if (values.get("size") === undefined) values.note("size", "noNumber");
    return undefined;
  }
  if (size === 0) {
    values.note("size", "notPositive");
    return undefined;
  }
  if (values.get("side") === undefined) return { side: size < 0 ? "short" : "long", size: Math.abs(size) };
  if (side !== "long" && side !== "short") values.note("side", "noSide");
  else if (size < 0 && side === "long") values.note("size", "otherSide");
  else return { side, size: Math.abs(size) };
  return undefined;
}
