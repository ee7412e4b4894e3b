// SPDX-License-Identifier: MIT
//
// The form as one readable line behind the # of the page's address, so that a link restores it exactly:
//   v=1&r=kraken-eea&b=mark&l=marginal&c=BTC:1@100000~5,USD:250&p=PF_SOLUSD:long:500@200~201:x10&i=SOL:200&q=EUR&t=…
//   c  collateral  ASSET:quantity[@price][~haircut in percent]
//   p  positions   CONTRACT:side:size@entryPrice[~markPrice][:x maxLeverage | :m isolatedMargin]
//   i  index prices of assets that are not held
// What follows the rulebook or a default is left out. A text that is no number is kept as well, after "!".
import { plainText, readNumber } from "../format/parse.ts";
import type { Numbers } from "../format/numbers.ts";
import {
  collateralRow,
  emptyForm,
  kDefaultRulebook,
  kMostCollateral,
  kMostPositions,
  positionRow,
  type CollateralRow,
  type Form,
  type PositionRow,
} from "./model.ts";

const kVersion = "1";
/** Longer fragments are neither written nor read. */
export const kLongestFragment = 8192;
const kMostPrices = 128;
const kLongestText = 80;

/* ----------------------------------------------------------------------------------- writing */

/** The fragment of the form, without "#"; null where it would be too long for an address. */
export function writeFragment(form: Form, locale: string): string | null {
  const number = (text: string) => writeNumber(text, locale);
  const held = new Set<string>(["USD"]);
  const collateral = form.collateral.map((row) => {
    const price = form.prices[row.asset] ?? "";
    const priced = !held.has(row.asset) && price !== "";
    if (priced) held.add(row.asset);
    const haircut = row.haircut === null ? "" : `~${number(row.haircut)}`;
    return `${row.asset}:${number(row.quantity)}${priced ? `@${number(price)}` : ""}${haircut}`;
  });
  const positions = form.positions.map((row) => {
    const mark = row.markPrice.trim() === "" ? "" : `~${number(row.markPrice)}`;
    const margin = {
      cross: "",
      maxLeverage: `:x${number(row.maxLeverage)}`,
      isolatedMargin: `:m${number(row.isolatedMargin)}`,
    };
    return `${row.contract}:${row.side}:${number(row.size)}@${number(row.entryPrice)}${mark}${margin[row.margin]}`;
  });
  const prices = Object.entries(form.prices)
    .filter(([asset, price]) => !held.has(asset) && price !== "")
    .map(([asset, price]) => `${asset}:${number(price)}`);
  const parts: [string, string][] = [
    ["v", kVersion],
    ["r", form.rulebook === kDefaultRulebook ? "" : form.rulebook],
    ["b", form.marginBasis],
    ["l", form.levels],
    ["c", collateral.join(",")],
    ["p", positions.join(",")],
    ["i", prices.join(",")],
    ["q", form.profitCurrency === "USD" ? "" : form.profitCurrency],
    ["t", encodeURIComponent(form.title)],
  ];
  const fragment = parts
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  return fragment.length <= kLongestFragment ? fragment : null;
}

function writeNumber(text: string, locale: string): string {
  if (text === "") return "";
  const reading = readNumber(text, locale);
  if (reading) return plainText(reading.value);
  // "!" takes the place of "%": an address may be decoded on its way, which must not free a separator.
  const kept = text.slice(0, kLongestText).toWellFormed();
  return `!${encodeURIComponent(kept)
    .replace(/[!'()*~.]/g, percentCode)
    .replaceAll("%", "!")}`;
}

function percentCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/* ----------------------------------------------------------------------------------- reading */

export interface Restored {
  form: Form;
  /** What of the link was not understood, in words. */
  notices: string[];
}

const kName = "[A-Za-z0-9][A-Za-z0-9._-]{0,23}";
const kNumber = "(?:-?[0-9]{1,15}(?:\\.[0-9]{1,15})?|![A-Za-z0-9!_-]*)?";
const kCollateral = new RegExp(`^(${kName}):(${kNumber})(?:@(${kNumber}))?(?:~(${kNumber}))?$`);
const kPosition = new RegExp(
  `^(${kName}):(long|short):(${kNumber})@(${kNumber})(?:~(${kNumber}))?(?::([xm])(${kNumber}))?$`,
);
const kPrice = new RegExp(`^(${kName}):(${kNumber})$`);

/** The form that a fragment describes. Never throws: what is not understood is left out and named. */
export function readFragment(fragment: string, numbers: Numbers): Restored {
  const form = emptyForm();
  const notices: string[] = [];
  const text = fragment.replace(/^#/, "");
  if (text.length > kLongestFragment) {
    return { form, notices: ["The link is too long to be read."] };
  }
  const values = splitValues(text, notices);
  const version = values.get("v");
  if (version !== kVersion) {
    notices.push(
      version === undefined
        ? "The link does not say which version it is written in, so it was not read."
        : "The link was written by another version of this page, so it was not read.",
    );
    return { form, notices };
  }

  const number = (written: string | undefined) => restoreNumber(written ?? "", numbers);
  const word = <Word extends string>(name: string, words: readonly Word[]): Word | "" => {
    const value = values.get(name);
    const known = words.find((candidate) => candidate === value);
    if (value !== undefined && known === undefined) notices.push(notUnderstood(`${name}=${value}`));
    return known ?? "";
  };
  const each = (name: string, most: number, pattern: RegExp, take: (match: RegExpExecArray) => void) => {
    const items = (values.get(name) ?? "").split(",").filter((item) => item !== "");
    if (items.length > most)
      notices.push(`The link holds more than ${most} entries of one kind; the rest was left out.`);
    for (const item of items.slice(0, most)) {
      const match = pattern.exec(item);
      if (match) take(match);
      else notices.push(notUnderstood(item));
    }
  };

  form.marginBasis = word("b", ["entry", "mark"]);
  form.levels = word("l", ["flat", "marginal"]);
  form.rulebook = name(values.get("r"), notices) ?? form.rulebook;
  form.profitCurrency = name(values.get("q"), notices) ?? form.profitCurrency;
  form.title = (values.get("t") ?? "").slice(0, kLongestText);
  each("c", kMostCollateral, kCollateral, ([, asset, quantity, price, haircut]) => {
    if (price !== undefined) form.prices[asset!] = number(price);
    form.collateral.push(collateralOf(asset!, number(quantity), haircut === undefined ? null : number(haircut)));
  });
  each("p", kMostPositions, kPosition, ([, contract, side, size, entry, mark, kind, amount]) => {
    form.positions.push(
      positionRow({
        contract: contract!,
        side: side as PositionRow["side"],
        size: number(size),
        entryPrice: number(entry),
        markPrice: number(mark),
        ...(kind === "x" && { margin: "maxLeverage", maxLeverage: number(amount) }),
        ...(kind === "m" && { margin: "isolatedMargin", isolatedMargin: number(amount) }),
      }),
    );
  });
  each("i", kMostPrices, kPrice, ([, asset, price]) => {
    form.prices[asset!] = number(price);
  });
  // A link made by hand may repeat one mistake many times.
  return { form, notices: [...new Set(notices)].slice(0, 5) };
}

function collateralOf(asset: string, quantity: string, haircut: string | null): CollateralRow {
  return collateralRow({ asset, quantity, haircut });
}

function splitValues(text: string, notices: string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const part of text.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const key = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? undefined : decoded(part.slice(equals + 1));
    if (value === undefined || !/^[vrblcpiqt]$/.test(key) || values.has(key)) notices.push(notUnderstood(part));
    else values.set(key, value);
  }
  return values;
}

function name(value: string | undefined, notices: string[]): string | undefined {
  if (value === undefined || new RegExp(`^${kName}$`).test(value)) return value;
  notices.push(notUnderstood(value));
  return undefined;
}

function restoreNumber(written: string, numbers: Numbers): string {
  if (written.startsWith("!")) return (decoded(written.slice(1).replaceAll("!", "%")) ?? "").slice(0, kLongestText);
  return written === "" ? "" : numbers.text(Number(written));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function notUnderstood(part: string): string {
  return `Part of the link was not understood and left out: “${part.slice(0, 40)}${part.length > 40 ? "…" : ""}”`;
}
