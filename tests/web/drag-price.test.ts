// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { anchorOf, dragPrice, dropPrice, round } from "../../web/src/form/drag-price.ts";
import { emptyForm, ownMarketOf, type Form } from "../../web/src/form/model.ts";
import { readNumber } from "../../web/src/format/parse.ts";
import { numbers } from "./module.ts";

function formAt(price: string, mark: string): Form {
  const form = emptyForm();
  form.prices["BTC"] = price;
  Object.assign(ownMarketOf(form, "PF_XBTUSD"), { mark, funding: "0.01" });
  return form;
}

const valueOf = (text: string) => readNumber(text, "en")?.value ?? NaN;

test("a dragged price takes its marks along, in per cent, and goes back to what was typed", () => {
  const price = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(price, fc.double({ min: 0.9, max: 1.1, noNaN: true }), fc.array(price, { minLength: 1 }), (start, premium, stops) => {
      const typed = [numbers.text(Number(start.toPrecision(6))), numbers.text(Number((start * premium).toPrecision(6)))] as const;
      const form = formAt(...typed);
      const anchor = anchorOf(form, "BTC", ["PF_XBTUSD"]);
      for (const stop of stops) {
        dragPrice(form, "BTC", anchor, round(stop), numbers);
        const ratio = valueOf(form.markets["PF_XBTUSD"]!.mark) / valueOf(form.prices["BTC"]!);
        const before = valueOf(typed[1]) / valueOf(typed[0]);
        assert.ok(Math.abs(ratio / before - 1) < 1e-4, `${ratio} ${before}`);
      }
      dropPrice(form, "BTC", anchor);
      assert.deepEqual([form.prices["BTC"], form.markets["PF_XBTUSD"]!.mark, form.markets["PF_XBTUSD"]!.funding], [...typed, "0.01"]);
    }),
  );
});

test("a mark that cannot be read is left as it was typed", () => {
  const form = formAt("100", "about 101");
  dragPrice(form, "BTC", anchorOf(form, "BTC", ["PF_XBTUSD"]), 90, numbers);
  assert.deepEqual([form.prices["BTC"], form.markets["PF_XBTUSD"]!.mark], ["90", "about 101"]);
});
