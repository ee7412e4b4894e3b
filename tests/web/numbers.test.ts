// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";

import { numbersFor } from "../../web/src/format/numbers.ts";
import { shortUsd } from "../../web/src/pictures/scales.ts";

/** With the spaces that do not break as plain ones, as newer and older locale data differ in them. */
const spaced = (text: string) => text.replace(/\s/g, " ");

test("signs, units and currency stand where the language puts them", () => {
  const german = numbersFor("de");
  assert.deepEqual(
    [german.usd(-1234.5), german.percent(0.156), german.change(-0.156), german.priceChange(120.5), german.hours(31.5)].map(spaced),
    ["−1.234,50 $", "15,6 %", "−15,6 %", "+120,50 $", "31,5 Stunden"],
  );
  assert.equal(spaced(shortUsd(-2_500_000, "de")), "−2,5 Mio. $");
});

test("a minus is a true one, and keeps the mark that holds it to its number from right to left", () => {
  for (const locale of ["ar", "ar-EG", "he", "fa"]) {
    const { change, usd, priceChange } = numbersFor(locale);
    for (const text of [change(-0.156), usd(-1234.5), priceChange(-120.5)]) {
      assert.match(text, /\p{Bidi_Control}\u2212/u, `${locale} ${text}`);
      assert.doesNotMatch(text, /-/, locale);
    }
  }
});
