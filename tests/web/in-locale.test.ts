// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { inLocale } from "../../web/src/form/in-locale.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { writeFragment } from "../../web/src/form/write-fragment.ts";
import { numbersFor } from "../../web/src/format/numbers.ts";
import { numbers } from "./module.ts";

const link =
  "v=2&a=2026-11-23T15:40:00-06:00&y=250000.5&c=BTC:1.234@80000.5~5.5,USD:-1250&p=PF_XBTUSD:long:5.125@100000~100001.5:x10.5:f-1.25" +
  "&o=PF_XBTUSD:long:1234.5@99999.5,PF_XBTUSD:short:1:stop:g90000.5:reduce&x=BTC:0.125:out&d=PF_XBTUSD:99990.5@1:100010@1234.5";

test("every number of a form is the same number in another locale, and unreadable texts stay", () => {
  for (const locale of ["de", "fr", "de-CH", "en-IN", "ar-EG"]) {
    const { form } = readFragment(link, numbers);
    form.wallets[0]!.positions[0]!.maxLeverage = "about ten";
    const there = inLocale(form, "en", locale);
    assert.equal(writeFragment(there, locale), writeFragment(form, "en"), locale);
    const back = inLocale(there, locale, "en");
    // A book is written without grouping.
    for (const { markets } of [form, back]) for (const market of Object.values(markets)) market.asks = market.bids = "";
    assert.deepEqual(back, form, locale);
  }
});

test("an account too large for a link keeps its numbers too", () => {
  const size = fc.double({ min: 0.001, max: 1e9, noNaN: true }).map((value) => numbers.text(Number(value.toPrecision(6))));
  fc.assert(
    fc.property(fc.array(size, { minLength: 400, maxLength: 400 }), (sizes) => {
      const { form } = readFragment("v=1&p=PF_XBTUSD:long:1@1", numbers);
      const [row] = form.wallets[0]!.positions;
      form.wallets[0]!.positions = sizes.map((size, key) => ({ ...row!, size, key }));
      const there = inLocale(form, "en", "de");
      assert.equal(writeFragment(form, "en"), null);
      assert.deepEqual(inLocale(there, "de", "en"), form);
      assert.equal(there.wallets[0]!.positions[0]!.size, numbersFor("de").text(Number(sizes[0]!.replaceAll(",", ""))));
    }),
    { numRuns: 5 },
  );
});
