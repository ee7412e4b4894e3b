// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import type { OrderType, Side, TriggerSignal } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { haircutKey } from "./figures.ts";
import { fragmentKeys, kLongestFragment, kLongestText, kRulebook, kWalletKeys } from "./fragment.ts";
import {
  bareForm,
  collateralRow,
  emptyForm,
  kMostCollateral,
  kMostOrders,
  kMostPositions,
  kMostTransfers,
  kMostWallets,
  orderRow,
  ownMarketOf,
  positionRow,
  transferRow,
  walletRow,
  type Choice,
  type Form,
  type OrderRow,
  type WalletRow,
} from "./model.ts";

export interface Restored {
  form: Form;
  /** What of the link was not understood, in words. */
  notices: string[];
}

const kMostEntries = 128;
const kName = "[A-Za-z0-9][A-Za-z0-9._-]{0,23}";
const kNumber = "(?:-?[0-9]{1,15}(?:\\.[0-9]{1,20})?|![A-Za-z0-9!_-]*)?";
const kBook = `((?:[0-9.]+@[0-9.]+|![A-Za-z0-9!_-]*)(?:;(?:[0-9.]+@[0-9.]+|![A-Za-z0-9!_-]*))*)?`;
const pattern = (text: string) => new RegExp(`^${text}$`);
const kAlone = pattern(kName);
const kCollateral = pattern(`(${kName}):(${kNumber})(?:@(${kNumber}))?(?:~(${kNumber}))?`);
const kPosition = pattern(
  `(${kName}):(long|short):(${kNumber})@(${kNumber})(?:~(${kNumber}))?(?::([xm])(${kNumber}))?(?::f(${kNumber}))?`,
);
const kOrder = pattern(`(${kName}):(long|short):(${kNumber})(?:@(${kNumber}))?((?::[^:]*)*)`);
const kOrderNumber = pattern(`([gx])(${kNumber})`);
const kTransfer = pattern(`(${kName}):(${kNumber})(:out)?`);
const kPrice = pattern(`(${kName}):(${kNumber})`);
const kExpiry = pattern(`(${kName}):([0-9]{4}-[0-9]{2}-[0-9]{2})`);
const kFunding = pattern(`(${kName}):(${kNumber})(:abs)?`);
const kOrderBook = pattern(`(${kName}):${kBook}:${kBook}`);
const kFigure = pattern(`([A-Za-z0-9._/-]{1,64}):(${kNumber})`);
const kSingle = pattern(`single:(${kName}):(${kNumber})`);
const kUs = pattern(`us:(${kNumber})(:news)?(:carried)?(?::n(${kNumber}))?`);
const kMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** The form that a fragment describes. Never throws: what is not understood is left out and named. */
export function readFragment(fragment: string, numbers: Numbers): Restored {
  const text = fragment.replace(/^#/, "");
  const refused = (notice: string) => ({ form: emptyForm(), notices: [notice] });
  if (text.length > kLongestFragment) return refused(msg("The link is too long to be read."));
  const version = /(?:^|&)v=([^&]*)/.exec(text)?.[1];
  if (version === undefined) {
    return refused(msg("The link does not say which version it is written in, so it was not read."));
  }
  const keys = Object.hasOwn(fragmentKeys, version) ? fragmentKeys[version] : undefined;
  if (!keys) return refused(msg("The link was written by another version of this page, so it was not read."));
  return new Reader(text, keys, numbers).read();
}

class Reader {
  readonly #form = bareForm();
  readonly #notices: string[] = [];
  readonly #numbers: Numbers;
  readonly #parts: [key: string, value: string][];
  #wallet: WalletRow | undefined;

  constructor(text: string, keys: string, numbers: Numbers) {
    this.#numbers = numbers;
    this.#parts = this.#split(text, keys);
  }

  read(): Restored {
    for (const [key, value] of this.#parts) this.#take(key, value);
    if (this.#form.wallets.length === 0) this.#begin({});
    // A link made by hand may repeat one mistake many times.
    return { form: this.#form, notices: [...new Set(this.#notices)].slice(0, 5) };
  }

  #split(text: string, keys: string): [string, string][] {
    const parts: [string, string][] = [];
    const seen = new Set<string>();
    for (const part of text.split("&").filter((some) => some !== "")) {
      const equals = part.indexOf("=");
      const key = equals < 0 ? part : part.slice(0, equals);
      const value = equals < 0 ? undefined : decoded(part.slice(equals + 1));
      if (value === undefined || key.length !== 1 || !keys.includes(key) || seen.has(key)) this.#puzzled(part);
      else parts.push([key, value]);
      // Each account may have its own.
      if (key === "w") for (const own of kWalletKeys) seen.delete(own);
      else seen.add(key);
    }
    return parts;
  }

  #take(key: string, value: string): void {
    const form = this.#form;
    const fixed = <Word extends string>(words: readonly Word[]): Word | undefined => {
      const known = words.find((word) => word === value);
      if (known === undefined) this.#puzzled(`${key}=${value}`);
      return known;
    };
    switch (key) {
      case "r":
        form.rulebook = this.#name(value, kRulebook) ?? form.rulebook;
        break;
      case "b":
        form.marginBasis = fixed(["entry", "mark"]) ?? "";
        break;
      case "l":
        form.levels = fixed(["flat", "marginal"]) ?? "";
        break;
      case "n":
        this.#each(value, kMostEntries, pattern("(netting|collateralFee|closingFee)-(on|off)"), ([, name, choice]) => {
          form[name as "netting" | "collateralFee" | "closingFee"] = choice as Choice;
        });
        break;
      case "k":
        form.client = fixed(["retail"]) ?? form.client;
        break;
      case "a":
        if (kMoment.test(value)) form.asOf = value;
        else this.#puzzled(`a=${value}`);
        break;
      case "y":
        if (pattern(kNumber).test(value)) form.volume30d = this.#number(value);
        else this.#puzzled(`y=${value}`);
        break;
      case "t":
        form.title = value.slice(0, kLongestText);
        break;
      case "w":
        this.#beginAs(value);
        break;
      default:
        if (kWalletKeys.includes(key)) this.#takeOfWallet(key, value, this.#wallet ?? this.#begin({}));
        else this.#takeList(key, value);
    }
  }

  /* ---------------------------------------------------------------------------------- accounts */

  #begin(row: Partial<WalletRow>): WalletRow {
    this.#wallet = walletRow(row);
    if (this.#form.wallets.length < kMostWallets) this.#form.wallets.push(this.#wallet);
    else this.#tooMany(kMostWallets);
    return this.#wallet;
  }

  #beginAs(value: string): void {
    const single = kSingle.exec(value);
    const us = kUs.exec(value);
    if (single) {
      this.#begin({ type: "single-collateral", asset: single[1]!, balance: this.#number(single[2]) });
    } else if (us) {
      this.#begin({
        type: "us-futures",
        cash: this.#number(us[1]),
        news: us[2] !== undefined,
        carried: us[3] !== undefined,
        liquidations: this.#number(us[4]),
      });
    } else {
      if (value !== "multi") this.#puzzled(`w=${value}`);
      this.#begin({});
    }
  }

  #takeOfWallet(key: string, value: string, wallet: WalletRow): void {
    const form = this.#form;
    switch (key) {
      case "q":
        wallet.profitCurrency = this.#name(value) ?? wallet.profitCurrency;
        break;
      case "c":
        this.#each(value, kMostCollateral, kCollateral, ([, asset, quantity, price, haircut]) => {
          if (price !== undefined) form.prices[asset!] = this.#number(price);
          if (haircut !== undefined) form.figures[haircutKey(asset!)] = this.#number(haircut);
          wallet.collateral.push(collateralRow({ asset: asset!, quantity: this.#number(quantity) }));
        });
        break;
      case "p":
        this.#each(value, kMostPositions, kPosition, ([, contract, side, size, entry, mark, kind, amount, funding]) => {
          if (mark) ownMarketOf(form, contract!).mark = this.#number(mark);
          wallet.positions.push(
            positionRow({
              contract: contract!,
              side: side as Side,
              size: this.#number(size),
              entryPrice: this.#number(entry),
              unrealizedFunding: this.#number(funding),
              ...(kind === "x" && { margin: "maxLeverage", maxLeverage: this.#number(amount) }),
              ...(kind === "m" && { margin: "isolatedMargin", isolatedMargin: this.#number(amount) }),
            }),
          );
        });
        break;
      case "o":
        this.#each(value, kMostOrders, kOrder, ([item, contract, side, size, price, words]) => {
          const own = { contract: contract!, side: side as Side, size: this.#number(size), price: this.#number(price) };
          const order = orderRow(own);
          const known = (words ?? "")
            .split(":")
            .slice(1)
            .every((word) => this.#orderWord(order, word));
          if (known) wallet.orders.push(order);
          else this.#puzzled(item);
        });
        break;
      case "x":
        this.#each(value, kMostTransfers, kTransfer, ([, asset, quantity, out]) => {
          const direction = out ? "withdrawal" : "deposit";
          wallet.transfers.push(transferRow({ asset: asset!, direction, quantity: this.#number(quantity) }));
        });
        break;
    }
  }

  /** Whether the word is one of an order's. */
  #orderWord(order: OrderRow, word: string): boolean {
    switch (word) {
      case "market":
      case "stop":
      case "take-profit":
      case "trigger-entry":
        order.type = word satisfies OrderType;
        return true;
      case "index":
      case "last":
        order.triggerSignal = word satisfies TriggerSignal;
        return true;
      case "cross":
      case "isolated":
        order.margin = word;
        return true;
      case "reduce":
        order.reduceOnly = true;
        return true;
      case "maker":
        order.makerOnly = true;
        return true;
      case "ioc":
        order.immediateOrCancel = true;
        return true;
      default: {
        const match = kOrderNumber.exec(word);
        if (match) order[match[1] === "g" ? "triggerPrice" : "maxLeverage"] = this.#number(match[2]);
        return match !== null;
      }
    }
  }

  /* ------------------------------------------------------------------------------ the whole form */

  #takeList(key: string, value: string): void {
    const form = this.#form;
    const entry = {
      i: [kPrice, ([, asset, price]: RegExpExecArray) => (form.prices[asset!] = this.#number(price))],
      e: [kFigure, ([, figure, text]: RegExpExecArray) => (form.figures[figure!] = this.#number(text))],
      m: [kPrice, ([, at, price]: RegExpExecArray) => (ownMarketOf(form, at!).mark = this.#number(price))],
      z: [kPrice, ([, at, price]: RegExpExecArray) => (ownMarketOf(form, at!).last = this.#number(price))],
      s: [kExpiry, ([, at, expiry]: RegExpExecArray) => (ownMarketOf(form, at!).expiry = expiry!)],
      f: [
        kFunding,
        ([, at, rate, absolute]: RegExpExecArray) =>
          Object.assign(ownMarketOf(form, at!), { funding: this.#number(rate), absolute: absolute !== undefined }),
      ],
      d: [
        kOrderBook,
        ([, at, bids, asks]: RegExpExecArray) =>
          Object.assign(ownMarketOf(form, at!), { bids: this.#book(bids), asks: this.#book(asks) }),
      ],
    } as const;
    if (!(key in entry)) return;
    const [shape, take] = entry[key as keyof typeof entry];
    this.#each(value, kMostEntries, shape, take);
  }

  #each(value: string, most: number, shape: RegExp, take: (match: RegExpExecArray) => void): void {
    const items = value.split(",").filter((item) => item !== "");
    if (items.length > most) this.#tooMany(most);
    for (const item of items.slice(0, most)) {
      const match = shape.exec(item);
      if (match) take(match);
      else this.#puzzled(item);
    }
  }

  #book(written: string | undefined): string {
    return (written ?? "")
      .split(";")
      .map((line) =>
        line.startsWith("!")
          ? keptText(line)
          : line
              .split("@")
              .map((part) => this.#number(part))
              .join(" "),
      )
      .join("\n");
  }

  #name(value: string, shape = kAlone): string | undefined {
    if (shape.test(value)) return value;
    this.#puzzled(value);
    return undefined;
  }

  #number(written: string | undefined): string {
    if (!written) return "";
    if (written.startsWith("!")) return keptText(written);
    const value = Number(written);
    return Number.isFinite(value) ? this.#numbers.text(value) : "";
  }

  #puzzled(part: string): void {
    const shown = `${part.slice(0, 40)}${part.length > 40 ? "…" : ""}`;
    this.#notices.push(msg(str`Part of the link was not understood and left out: “${shown}”`));
  }

  #tooMany(most: number): void {
    this.#notices.push(msg(str`The link holds more than ${most} entries of one kind; the rest was left out.`));
  }
}

function keptText(written: string): string {
  return (decoded(written.slice(1).replaceAll("!", "%")) ?? "").slice(0, kLongestText);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
