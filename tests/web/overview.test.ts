// SPDX-License-Identifier: MIT
//
// A result in words, for text and paper.
import assert from "node:assert/strict";
import { test } from "node:test";

import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { presets } from "../../web/src/form/examples.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { rulebookOf } from "../../web/src/form/rulebooks.ts";
import { asText } from "../../web/src/keep/as-text.ts";
import { overviewOf } from "../../web/src/keep/overview.ts";
import { calculator, numbers } from "./module.ts";
import { presetForm } from "./presets.ts";

function textOf(fragment: string): string {
  const { result } = evaluateForm(calculator, readFragment(fragment, numbers).form, "en");
  assert.ok(result, fragment);
  const overview = overviewOf(result, rulebookOf(calculator.rulebooks, result.rulebook.id), numbers);
  return asText(overview, { version: "1.2.3", date: "today", link: "link" });
}

test("every example can be written down without a gap", () => {
  for (const preset of presets()) {
    const { result } = evaluateForm(calculator, presetForm(preset, numbers), "en");
    assert.ok(result);
    assert.doesNotMatch(textOf(preset.link), /NaN|Infinity|∞|undefined|null|\[object|: *$/m, preset.title);
  }
});

test("all that was entered is written down, of every account", () => {
  const text = textOf(
    "v=2&b=mark&n=netting-off&k=retail&a=2026-11-23T15:40:00-06:00&y=250000" +
      "&c=USD:5000&p=PF_SOLUSD:long:5@200~199:x10:f-2.5&o=PF_SOLUSD:short:5:stop:g180:last:reduce&x=USD:100:out&q=EUR" +
      "&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000,SOL:200,EUR:1.1&z=PF_SOLUSD:198" +
      "&d=PF_SOLUSD:199@5:201@7&f=PF_SOLUSD:0.001&e=assets/BTC/haircut:7&t=My%20plan",
  );
  for (const line of [
    "My plan",
    "Multi-collateral",
    "- Collateral: 5,000 USD",
    "- Profit currency: EUR",
    "- Position: 5 PF_SOLUSD, long, entered at $200.00, mark price $199.00, isolated margin by a leverage of 10×, funding 0.001% an hour, funding not yet settled −2.5",
    "- Order to try: sell 5 PF_SOLUSD, Stop, trigger $180.00, watches the last price, only reduces",
    "- Withdrawal to try: 100 USD",
    "- Price of SOL: $200.00",
    "- Last price of PF_SOLUSD: $198.00",
    "- Order book of PF_SOLUSD: bids 5 × $199.00; asks 7 × $201.00",
    "Single-collateral BTC",
    "- Balance: 0.01 BTC at $8,000.00",
    "- Margin is charged on: the mark price",
    "- Long and short on one underlying: Both are charged",
    "- Client: retail",
    "- Haircut of BTC: 7%, your figure; the rulebook has 2%",
    "link",
  ]) {
    assert.ok(text.split("\n").includes(line), `${line}\n${text}`);
  }
});
