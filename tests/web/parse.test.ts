// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { numbersFor } from "../../web/src/format/numbers.ts";
import { plainText, readNumber, shiftedDecimal, steppedNumber } from "../../web/src/format/parse.ts";

const readings: [locale: string, text: string, value: number | undefined][] = [
  ["en", "100000", 100000],
  ["en", "100,000", 100000],
  ["en", " 1 234.5 ", 1234.5],
  ["en", "1'234.5", 1234.5],
  ["en", "1_000_000", 1000000],
  ["en", "1,234", 1234],
  ["en", "0,123", 0.123],
  ["en", "1,5", 1.5],
  ["en", "1.234,5", 1234.5],
  ["en", "1,234,567.8", 1234567.8],
  ["en", "12,34,567.8", 1234567.8],
  ["en", "$84,448.16", 84448.16],
  ["en", "−$1,234.50", -1234.5],
  ["en", "2%", 2],
  ["en", "-5,000", -5000],
  ["en", "\u22125000", -5000],
  ["en", ".5", 0.5],
  ["en", "5.", 5],
  ["en", "+3", 3],
  ["de", "1.5", 1.5],
  ["de", "1.234", 1234],
  ["de", "1.234,5", 1234.5],
  ["de", "1.234,50 $", 1234.5],
  ["fr", "1\u202f234,5", 1234.5],
  ["hi-IN", "12,34,567.8", 1234567.8],
  ["ar-EG", "١٢٬٣٤٥٫٦", 12345.6],
  ["ar-EG", "\u061c-١٬٢٣٤٫٥٠ US$", -1234.5],
  ["ar-EG", "١٥٫٦٪\u061c", 15.6],
  ["en", "$", undefined],
  ["en", "", undefined],
  ["en", "abc", undefined],
  ["en", "1e5", undefined],
  ["en", "1,2,3", undefined],
  ["en", "1.2.3", undefined],
  ["en", "1,,000", undefined],
  ["en", "--1", undefined],
  ["en", "Infinity", undefined],
  ["en", "NaN", undefined],
  ["en", "0x10", undefined],
  ["en", ".", undefined],
  ["en", "-0.000000003995839963", -3.995839963e-9],
  ["en", "0.1234567890123456", undefined],
  ["en", "1234567890123456", undefined],
];

for (const [locale, text, value] of readings) {
  test(`readNumber: “${text}” in ${locale} is ${value}`, () => {
    assert.equal(readNumber(text, locale)?.value, value);
  });
}

test("readNumber says where a text could be read in two ways", () => {
  assert.equal(readNumber("1,5", "en")?.ambiguous, true);
  assert.equal(readNumber("1,234", "en")?.ambiguous, true);
  assert.equal(readNumber("1.234", "de")?.ambiguous, true);
  assert.equal(readNumber("1.5", "en")?.ambiguous, false);
  assert.equal(readNumber("1,234.5", "en")?.ambiguous, false);
  assert.equal(readNumber("1234", "en")?.ambiguous, false);
});

/** Numbers people could type: at most fifteen digits. */
const typed = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([minus, whole, parts]) => Number(`${minus ? "-" : ""}${whole}.${String(parts).padStart(6, "0")}`));

test("readNumber reads back what the page writes, in every locale", () => {
  const locales = fc.constantFrom("en", "de", "fr", "de-CH", "hi-IN", "pt-PT", "ar", "ar-EG", "he", "fa");
  fc.assert(
    fc.property(typed, locales, (value, locale) => {
      const expected = value === 0 ? 0 : value;
      assert.equal(Number(readNumber(numbersFor(locale).text(value), locale)?.value), expected);
      assert.equal(Number(plainText(value)), expected);
    }),
  );
});

test("readNumber never throws and never gives anything but a finite number", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("en", "de", "ar-EG"), (text, locale) => {
      const reading = readNumber(text, locale);
      assert.ok(reading === undefined || Number.isFinite(reading.value));
    }),
  );
});

test("shiftedDecimal turns percent into a fraction without a rounding of its own", () => {
  for (const [percent, fraction] of [
    [2, 0.02],
    [6.6, 0.066],
    [0.07, 0.0007],
    [100, 1],
    [0, 0],
  ] as const) {
    assert.equal(shiftedDecimal(percent, -2), fraction);
    assert.equal(shiftedDecimal(fraction, 2), percent);
  }
});

test("steppedNumber steps by the second or third digit, ten times that with Shift", () => {
  assert.equal(steppedNumber(100000, 1, true, false), 101000);
  assert.equal(steppedNumber(100000, -1, true, true), 90000);
  assert.equal(steppedNumber(5, 1, false, false), 5.1);
  assert.equal(steppedNumber(0.3, -1, false, false), 0.29);
  assert.equal(steppedNumber(0, 1, false, false), 0.1);
});
