// SPDX-License-Identifier: MIT
//
// How numbers are written for people. Only formatting: every figure comes from the module's report.
import { exact } from "./parse.ts";
import { remembered } from "./remembered.ts";

/** The ways a number is written in one locale. */
export interface Numbers {
  locale: string;
  /** An amount to the cent: "$98,000.00". */
  usd(value: number): string;
  /** An amount for a sentence: "$98,000", "$126.80". */
  usdInWords(value: number): string;
  /** An amount of a coin: "0.01 BTC". */
  coin(value: number, coin: string): string;
  /** A price, with more decimals where it is small: "$84,448.16", "$0.00001234". */
  price(value: number): string;
  /** A difference of prices: "+$120.50", "−$0.002". */
  priceChange(value: number): string;
  /** A price for a sentence: "$84,448". */
  priceInWords(value: number): string;
  /** A fraction: "15.6%". */
  percent(value: number): string;
  /** A fraction as a change: "−15.6%", "+40.0%". */
  change(value: number): string;
  /** A fraction without its sign, for "falls 15.6%". */
  size(value: number): string;
  /** A fraction with all its digits: "0.05%". */
  rate(value: number): string;
  /** Hours, or days where they are many: "31.5 hours", "12.4 days". */
  hours(value: number): string;
  /** "5.10×". */
  leverage(value: number): string;
  /** "5.1×". */
  leverageInWords(value: number): string;
  /** With one decimal at most: "5.1". */
  short(value: number): string;
  /** A ratio of prices: "×0.734". */
  ratio(value: number): string;
  /** A quantity, with all its digits: "1.5". */
  quantity(value: number): string;
  /** Any other figure, with ten digits at most: "0.1234567891". */
  figure(value: number): string;
  /** The text of an input field: all digits, grouped. */
  text(value: number): string;
  /** The same without grouping, to show how an ambiguous text was read. */
  reading(value: number): string;
}

const made = new Map<string, Numbers>();

export function numbersFor(locale: string): Numbers {
  let numbers = made.get(locale);
  if (!numbers) made.set(locale, (numbers = makeNumbers(locale)));
  return numbers;
}

function makeNumbers(locale: string): Numbers {
  // Made when it is first used: each takes the browser a while, and the first screen needs few.
  const formatter = (options: Intl.NumberFormatOptions) => {
    let format: Intl.NumberFormat | undefined;
    return remembered((value: number) => write((format ??= new Intl.NumberFormat(locale, options)), value));
  };
  const usdOptions = { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" } as const;
  const usd = formatter(usdOptions);
  const wholeUsd = formatter({ ...usdOptions, maximumFractionDigits: 0 });
  const smallPrice = formatter({ ...usdOptions, maximumSignificantDigits: 4 });
  const priceBy = (small: typeof usd, large: typeof usd) => (value: number) =>
    Math.abs(value) < 1 && value !== 0 ? small(value) : large(value);
  const price = priceBy(smallPrice, usd);
  const signed = { ...usdOptions, signDisplay: "exceptZero" } as const;
  const priceChange = priceBy(formatter({ ...signed, maximumSignificantDigits: 4 }), formatter(signed));
  // One decimal, two digits where that would show only zeros, and none above 1000%.
  const move = (signDisplay: "exceptZero" | "never") => {
    const fine = formatter({
      style: "percent",
      signDisplay,
      maximumFractionDigits: 1,
      maximumSignificantDigits: 2,
      roundingPriority: "morePrecision",
    });
    const whole = formatter({ style: "percent", signDisplay, maximumFractionDigits: 0 });
    return (value: number) => (Math.abs(value) < 10 ? fine(value) : whole(value));
  };
  const coin = formatter({ maximumFractionDigits: 8 });
  const rate = formatter({ style: "percent", maximumFractionDigits: 8 });
  const unit = (name: "hour" | "day") =>
    formatter({ style: "unit", unit: name, unitDisplay: "long", maximumFractionDigits: 1 });
  const hours = unit("hour");
  const days = unit("day");
  const percent = formatter({ style: "percent", maximumFractionDigits: 1 });
  const leverage = formatter({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const short = formatter({ maximumFractionDigits: 1 });
  const ratio = formatter({ maximumSignificantDigits: 3 });
  const quantity = formatter({ maximumFractionDigits: 20 });
  const figure = formatter({ maximumSignificantDigits: 10 });
  const all = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const ungrouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false });
  return {
    locale,
    usd,
    usdInWords: (value) => (Math.abs(value) >= 1000 ? wholeUsd(value) : usd(value)),
    coin: (value, name) => `${coin(value)} ${name}`,
    price,
    priceChange,
    priceInWords: (value) => (Math.abs(value) >= 1000 ? wholeUsd(value) : price(value)),
    percent,
    rate,
    hours: (value) => (value < 72 ? hours(value) : days(value / 24)),
    change: move("exceptZero"),
    size: move("never"),
    leverage: (value) => `${leverage(value)}×`,
    leverageInWords: (value) => `${short(value)}×`,
    short,
    ratio: (value) => `×${ratio(value)}`,
    quantity,
    figure,
    text: (value) => all.format(exact(value)),
    reading: (value) => ungrouped.format(exact(value)),
  };
}

/** Writes the number with a true minus sign, and never as "-0". No format has another hyphen in it. */
function write(format: Intl.NumberFormat, value: number): string {
  return format.format(exact(value === 0 ? 0 : value)).replace("-", "\u2212");
}
