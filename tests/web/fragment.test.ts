// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { kLongestFragment, readFragment, writeFragment } from "../../web/src/form/fragment.ts";
import { collateralRow, emptyForm, positionRow, type Form, type MarginChoice } from "../../web/src/form/model.ts";
import { presetForm, presets } from "../../web/src/form/presets.ts";
import { numbersFor } from "../../web/src/format/numbers.ts";

const numbers = numbersFor("en");

/** The form without the keys that tell rows apart on the page. */
function content(form: Form): unknown {
  const bare = ({ key: _, ...row }: { key: number }) => row;
  return {
    ...form,
    collateral: form.collateral.map(bare),
    positions: form.positions.map(bare),
    prices: { ...form.prices },
  };
}

test("writeFragment: the examples read as one would write them by hand", () => {
  assert.deepEqual(
    presets.map((preset) => writeFragment(presetForm(preset, numbers), "en")),
    [
      "v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000",
      "v=1&c=ETH:10@4000&p=PF_SOLUSD:long:500@200&i=SOL:200",
      "v=1&c=ETH:10@4000&p=PF_ETHUSD:short:10@4000",
      "v=1&c=USDC:20000@1&p=PF_XBTUSD:long:0.5@100000&i=BTC:100000",
    ],
  );
});

test("readFragment: every part finds its field", () => {
  const link =
    "#v=1&r=kraken-eea&b=mark&l=marginal&c=BTC:1.5@100000~5,USD:-250&p=PF_SOLUSD:short:500@200~201:x10,PF_ETHUSD:long:1@4000:m900&i=SOL:200,ETH:4000&q=EUR&t=A%20%26%20B";
  const { form, notices } = readFragment(link, numbers);
  assert.deepEqual(notices, []);
  const expected = emptyForm();
  Object.assign(expected, {
    rulebook: "kraken-eea",
    marginBasis: "mark",
    levels: "marginal",
    profitCurrency: "EUR",
    title: "A & B",
  });
  Object.assign(expected.prices, { BTC: "100,000", SOL: "200", ETH: "4,000" });
  expected.collateral.push(
    collateralRow({ asset: "BTC", quantity: "1.5", haircut: "5" }),
    collateralRow({ asset: "USD", quantity: "-250" }),
  );
  const sol = { contract: "PF_SOLUSD", side: "short", size: "500", entryPrice: "200", markPrice: "201" } as const;
  const eth = { contract: "PF_ETHUSD", size: "1", entryPrice: "4,000" };
  expected.positions.push(
    positionRow({ ...sol, margin: "maxLeverage", maxLeverage: "10" }),
    positionRow({ ...eth, margin: "isolatedMargin", isolatedMargin: "900" }),
  );
  assert.deepEqual(content(form), content(expected));
});

test("readFragment: a link that was encoded on its way reads the same", () => {
  const link = "c=BTC:1@100000~5&p=PF_XBTUSD:long:5@100000,PF_ETHUSD:short:1@4000";
  const encoded = link.replace(/[:,@~]/g, (sign) => encodeURIComponent(sign).replace("~", "%7E"));
  assert.notEqual(encoded, link);
  assert.deepEqual(
    content(readFragment(`v=1&${encoded}`, numbers).form),
    content(readFragment(`v=1&${link}`, numbers).form),
  );
});

test("readFragment: what is not understood is named, and the rest is read", () => {
  const { form, notices } = readFragment(
    "v=1&z=3&c=BTC:1@100000,ETH:x&p=PF_XBTUSD:sideways:5@1&b=last&c=ETH:1",
    numbers,
  );
  assert.equal(form.collateral.length, 1);
  assert.equal(form.positions.length, 0);
  assert.deepEqual(
    notices.map((notice) => /“(.*)”/.exec(notice)?.[1]),
    ["z=3", "c=ETH:1", "b=last", "ETH:x", "PF_XBTUSD:sideways:5@1"],
  );
});

test("readFragment: another version, no version and too long a link are said, not guessed at", () => {
  for (const link of ["v=2&c=BTC:1@1", "c=BTC:1@1", `v=1&t=${"a".repeat(kLongestFragment)}`]) {
    const { form, notices } = readFragment(link, numbers);
    assert.deepEqual(content(form), content(emptyForm()));
    assert.equal(notices.length, 1);
  }
});

test("readFragment: names of built-in properties are assets like any other", () => {
  const { form } = readFragment("v=1&c=constructor:1@2&i=toString:3", numbers);
  assert.equal(form.prices["constructor"], "2");
  assert.equal(emptyForm().prices["constructor"], undefined);
});

const number = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, part]) => numbers.text(Number(`${whole}.${String(part).padStart(4, "0")}`)));
/** What a reader may leave in a field: a number, nothing, or anything else. */
const text = fc.oneof(
  { weight: 6, arbitrary: number },
  fc.constant(""),
  fc.string({ maxLength: 20, unit: "grapheme" }).filter((typed) => !/\d|\p{Nd}/u.test(typed)),
);
const asset = fc.constantFrom("BTC", "ETH", "SOL", "USDC", "EUR", "1INCH", "constructor");
const prices = fc.dictionary(
  asset,
  number.filter((price) => price !== ""),
  { noNullPrototype: false },
);
const collateral = fc.record({ asset, quantity: text, haircut: fc.option(text) });
const position = fc.record({
  contract: fc.constantFrom("PF_XBTUSD", "PF_SOLUSD", "FF_ETHUSD"),
  side: fc.constantFrom("long" as const, "short" as const),
  size: text,
  entryPrice: text,
  markPrice: text.filter((typed) => typed.trim() !== "" || typed === ""),
  margin: fc.constantFrom<MarginChoice>("cross", "maxLeverage", "isolatedMargin"),
  amount: text,
});
const forms = fc
  .record({
    title: fc.string({ maxLength: 40, unit: "grapheme" }),
    rulebook: fc.constantFrom("kraken-global", "kraken-eea"),
    marginBasis: fc.constantFrom("" as const, "entry" as const, "mark" as const),
    levels: fc.constantFrom("" as const, "flat" as const, "marginal" as const),
    profitCurrency: fc.constantFrom("USD", "EUR", "BTC"),
    collateral: fc.array(collateral, { maxLength: 6 }),
    positions: fc.array(position, { maxLength: 6 }),
    prices,
  })
  .map(({ collateral, positions, prices, ...rest }): Form => ({
    ...rest,
    collateral: collateral.map((row) => collateralRow(row)),
    positions: positions.map(({ amount, ...row }) =>
      positionRow({ ...row, ...(row.margin !== "cross" && { [row.margin]: amount }) }),
    ),
    prices: Object.assign(emptyForm().prices, prices),
  }));

test("a form written to a link and read back is the same form", () => {
  fc.assert(
    fc.property(forms, (form) => {
      const fragment = writeFragment(form, "en");
      assert.ok(fragment !== null);
      const { form: restored, notices } = readFragment(fragment, numbers);
      assert.deepEqual(notices, []);
      assert.deepEqual(content(restored), content(form));
    }),
    { numRuns: 500 },
  );
});

test("readFragment never throws, whatever the link", () => {
  const noise = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .string({ unit: fc.constantFrom(..."v=1&cprbilqt:@~,!%x0.9BTC-PF_XBTUSDlongshort".split("")), maxLength: 200 })
      .map((tail) => `v=1&${tail}`),
  );
  fc.assert(
    fc.property(noise, (fragment) => {
      const { form, notices } = readFragment(fragment, numbers);
      assert.ok(Array.isArray(notices) && notices.length <= 5);
      assert.equal(typeof writeFragment(form, "en"), "string");
    }),
    { numRuns: 2000 },
  );
});
