// SPDX-License-Identifier: MIT
//
// Reading the numbers that people type, as tolerantly as can be done without guessing in silence.
import { remembered } from "./remembered.ts";

/** A number of more digits could not be written back as it was typed. */
const kMostDigits = 15;
/** Zeros before them are no digits of theirs, up to what a number is written with. */
const kMostDecimals = 20;

interface Signs {
  group: string;
  decimal: string;
  read: (text: string) => Reading | undefined;
}

const signsByLocale = new Map<string, Signs>();

function signsOf(locale: string): Signs {
  let signs = signsByLocale.get(locale);
  if (!signs) {
    const parts = new Intl.NumberFormat(locale).formatToParts(12345678.9);
    const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
    const own = { group: sign("group"), decimal: sign("decimal") };
    signs = { ...own, read: remembered((text) => readAnew(text, own)) };
    signsByLocale.set(locale, signs);
  }
  return signs;
}

/** A typed number, as it was understood. */
export interface Reading {
  readonly value: number;
  /** True where the text could be read in two ways ("1,5", "1,234" …): the page then shows its reading. */
  readonly ambiguous: boolean;
}

const kSeparators = /[.,٫٬]/g;

/**
 * What a typed number means, or undefined where it is none. Spaces, apostrophes and underscores are taken for
 * grouping. Of two kinds of separator the last one is the decimal sign. A single separator is the decimal sign
 * unless it is the locale's grouping sign and three digits follow. No exponents.
 */
export function readNumber(text: string, locale: string): Reading | undefined {
  return signsOf(locale).read(text);
}

function readAnew(text: string, { group, decimal }: Omit<Signs, "read">): Reading | undefined {
  const bare = text
    .replace(/\p{Bidi_Control}/gu, "")
    .trim()
    // Signs of dollars and per cent stand at either end, by the language.
    .replace(/^([-+\u2212]?)\s*(?:US)?\$|(?:(?:US)?\$|[%٪])$/g, "$1")
    .replace(/[\s'’_]/g, "")
    .replace(/^\+/, "")
    .replace(/^\u2212/, "-");
  if (!/^-?[\p{Nd}.,٫٬]*\p{Nd}[\p{Nd}.,٫٬]*$/u.test(bare)) return undefined;

  const marks = bare.match(kSeparators) ?? [];
  const last = marks.at(-1);
  let whole = bare;
  let fraction = "";
  let ambiguous = false;
  if (last !== undefined) {
    const kinds = new Set(marks).size;
    const place = bare.lastIndexOf(last);
    const isGrouping = marks.length > 1 ? kinds === 1 : last === group && /^-?(?!0)\p{Nd}{1,3}.\p{Nd}{3}$/u.test(bare);
    ambiguous = marks.length === 1 && (isGrouping || last !== decimal);
    if (!isGrouping) {
      if (kinds > 2 || marks.filter((mark) => mark === last).length > 1) return undefined;
      whole = bare.slice(0, place);
      fraction = bare.slice(place + 1);
    }
    if (!/^-?\p{Nd}*$|^-?\p{Nd}{1,3}(?:[.,٫٬]\p{Nd}{2,3})*[.,٫٬]\p{Nd}{3}$/u.test(whole)) return undefined;
    whole = whole.replace(kSeparators, "");
  }
  const digits = /[1-9]/.test(whole) ? fraction : fraction.replace(/^0+/, "");
  if (whole.replace("-", "").length > kMostDigits || digits.length > kMostDigits) return undefined;
  if (fraction.length > kMostDecimals) return undefined;

  const value = Number(`${whole}.${fraction || "0"}`.replace(/\p{Nd}/gu, latinDigit));
  return Number.isFinite(value) ? { value, ambiguous } : undefined;
}

/** "7" for "٧": in every script the ten digits follow each other, from its zero on. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/**
 * The number one step of an arrow key away. The step follows the number: a hundredth of its power of ten for
 * `fine` fields (prices), a tenth otherwise; ten times that with Shift.
 */
export function steppedNumber(value: number, direction: 1 | -1, fine: boolean, big: boolean): number {
  const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const exponent = power - (fine ? 2 : 1) + (big ? 1 : 0);
  const decimals = Math.min(kMostDigits, Math.max(0, -exponent, decimalsOf(value)));
  return Number((value + direction * 10 ** exponent).toFixed(decimals));
}

function decimalsOf(value: number): number {
  return plainText(value).split(".")[1]?.length ?? 0;
}

const plain = new Intl.NumberFormat("en-US", { useGrouping: false, maximumFractionDigits: 20 });

/** The shortest text that reads back as the same number, without grouping or exponent: for links. */
export function plainText(value: number): string {
  return plain.format(exact(value)).replace(/^-0$/, "0");
}

/** Intl rounds a number's binary value, but takes a decimal text exactly. */
export function exact(value: number): Intl.StringNumericLiteral {
  return String(value) as Intl.StringNumericLiteral;
}

/** `value` × 10^digits without a rounding of its own: 2 % is 0.02 to the last bit. */
export function shiftedDecimal(value: number, digits: number): number {
  return Number(`${plainText(value)}e${digits}`);
}
