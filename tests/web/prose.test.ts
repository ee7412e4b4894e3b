// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { numbersFor } from "../../web/src/format/numbers.ts";
import { formats, numberOf } from "../../web/src/prose/formats.ts";
import { valueAt, withValueAt } from "../../web/src/prose/pointer.ts";

const document = {
  prices: { BTC: 100000, "a/b~c": 1 },
  wallets: [{ positions: [{ contract: "PF_XBTUSD", size: 5 }, { contract: "PF_ETHUSD", size: 7 }], factors: [{ factor: "BTC", below: null }] }],
};

test("a pointer leads to members, to items by their place and by what they are about, and else nowhere", () => {
  assert.equal(valueAt(document, "/prices/BTC"), 100000);
  assert.equal(valueAt(document, "/prices/a~1b~0c"), 1);
  assert.equal(valueAt(document, "/wallets/0/positions/1/size"), 7);
  assert.equal(valueAt(document, "/wallets/0/positions/PF_ETHUSD/size"), 7);
  for (const pointer of ["/wallets/0/factors/BTC/below/price", "/wallets/1", "/constructor", "/wallets/0/positions/length/x"]) {
    assert.equal(valueAt(document, pointer), undefined, pointer);
  }
});

test("another value at a pointer leaves the document as it was, and makes no new members", () => {
  const changed = withValueAt(document, "/wallets/0/positions/PF_XBTUSD/size", 6);
  assert.equal(valueAt(changed, "/wallets/0/positions/0/size"), 6);
  assert.equal(valueAt(document, "/wallets/0/positions/0/size"), 5);
  for (const pointer of ["", "/prices/DOGE", "/prices/__proto__/x", "/wallets/0/positions/PF_X/size"]) {
    assert.equal(withValueAt(document, pointer, 1), undefined, pointer);
  }
});

test("no pointer is an exception", () => {
  fc.assert(
    fc.property(fc.string(), (pointer) => {
      valueAt(document, pointer);
      withValueAt(document, pointer, 1);
    }),
  );
});

test("what is dragged and what stands in the scenario are the same", () => {
  fc.assert(
    fc.property(fc.constantFrom("fall", "change"), fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 200000 }), (name, percent, base) => {
      const { value, number } = formats[name]!;
      assert.equal(number(value(percent, base, base), base), percent);
    }),
  );
  assert.equal(Object.is(formats["fall"]?.number(100000, 100000), 0), true, "never -0");
  const { clock } = formats;
  const before = "2026-11-23T15:40:00-06:00";
  assert.equal(clock?.number(before, undefined), 15 * 60 + 40);
  assert.equal(clock?.value(numberOf("16:05")!, before, undefined), "2026-11-23T16:05:00-06:00");
  assert.match(clock!.words(15 * 60 + 45, numbersFor("en-US")), /^3:45\sPM$/);
  assert.equal(clock?.number("no moment", undefined), undefined);
});

test("limits are numbers or times of day, and nothing else", () => {
  assert.deepEqual(["0.5", "15:45", "", "x", null].map(numberOf), [0.5, 945, undefined, undefined, undefined]);
});
