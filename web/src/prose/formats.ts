// SPDX-License-Identifier: MIT
//
// How a value of a scenario or a report is written within a sentence, and what of it a finger moves.
import { clockOfMoment, momentOfClock } from "../form/clock.ts";
import type { Numbers } from "../format/numbers.ts";
import { statusWords, type Status } from "../words/status.ts";

export interface Format {
  /** The number that stands for a value: what is dragged, stepped and limited. Undefined where it is none. */
  number(value: unknown, base: number | undefined): number | undefined;
  /** The value that a number stands for. */
  value(number: number, before: unknown, base: number | undefined): unknown;
  /** The number in words. */
  words(number: number, numbers: Numbers): string;
}

const plain = (words: Format["words"]): Format => ({
  number: (value) => (typeof value === "number" ? value : undefined),
  value: (number) => number,
  words,
});

/** What is moved is the change in per cent against the base; `sign` is −1 where a fall is told. */
const against = (sign: 1 | -1, words: Format["words"]): Format => ({
  number: (value, base) => (typeof value === "number" && base ? tidy(sign * (value / base - 1) * 100) : undefined),
  value: (number, _, base) => tidy((base ?? 0) * (1 + (sign * number) / 100)),
  words,
});

export const formats: Readonly<Record<string, Format>> = {
  usd: plain((number, numbers) => numbers.usdInWords(number)),
  price: plain((number, numbers) => numbers.priceInWords(number)),
  quantity: plain((number, numbers) => numbers.quantity(number)),
  percent: plain((number, numbers) => numbers.percent(number)),
  leverage: plain((number, numbers) => numbers.leverageInWords(number)),
  /** "12%" of a value that has fallen so far below the base. */
  fall: against(-1, (number, numbers) => numbers.percent(number / 100)),
  /** "+12%" against the base. */
  change: against(1, (number, numbers) => numbers.change(number / 100)),
  /** A moment as Chicago's clock shows it; its number counts minutes from midnight. */
  clock: {
    number: (value) => minutesOf(clockOfMoment(String(value)).slice(11)),
    value: (number, before) => momentOfClock(`${clockOfMoment(String(before)).slice(0, 10)}T${clockText(number)}`),
    words: (number, { locale }) => {
      const moment = new Date(Date.UTC(2000, 0, 1, 0, number));
      return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(moment);
    },
  },
};

/** What is neither number nor moment, in words; undefined where it has none. */
export function otherWords(value: unknown): string | undefined {
  return typeof value === "string" && Object.hasOwn(statusWords, value) ? statusWords[value as Status].short : undefined;
}

/** A limit or a step as an author writes it: a number, or a time of day. */
export function numberOf(text: string | null): number | undefined {
  if (text === null || text.trim() === "") return undefined;
  const number = minutesOf(text) ?? Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function minutesOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function clockText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Without the digits that only binary fractions bring, and never "-0". */
function tidy(number: number): number {
  return Number(number.toPrecision(12)) + 0;
}
