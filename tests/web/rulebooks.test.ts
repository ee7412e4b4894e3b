// SPDX-License-Identifier: MIT
//
// Rulebooks that did not come with the program.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Rulebook } from "#margin";
import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { formOfDocument } from "../../web/src/element/scenario-file.ts";
import { readRulebook } from "../../web/src/element/rulebook-file.ts";
import { firstExample, firstForm } from "../../web/src/form/presets.ts";
import { readLink, writeFragment } from "../../web/src/form/links.ts";
import { isBrought, withRulebook } from "../../web/src/form/more-rulebooks.ts";
import { datedName, nameOf, rulebookOf } from "../../web/src/form/rulebooks.ts";
import { draftScenario } from "../../web/src/form/scenario.ts";
import { calculator, furtherCalculator, numbers } from "./module.ts";

/** The built-in one as it may be on another day, with more haircut. */
function later(effective = "2027-01-01", own: Partial<Rulebook> = {}): Rulebook {
  const rulebook = structuredClone(rulebookOf(furtherCalculator.rulebooks, "kraken-global")) as Rulebook;
  rulebook.assets["BTC"]!.haircut = 0.1;
  return { ...rulebook, effective, ...own };
}

const updated = () => ({ ...calculator, rulebooks: withRulebook(calculator.rulebooks, later(), { host: "./rulebook.json" }) });
const equityOf = (result: ReturnType<typeof evaluateForm>["result"]) => {
  const wallet = result?.report.wallets[0];
  return wallet?.type === "multi-collateral" ? wallet.marginEquity : undefined;
};

test("of one id the latest is used unless a form names another, and each answers by its own figures", () => {
  const { rulebooks } = updated();
  const form = firstForm(numbers);
  assert.equal(equityOf(evaluateForm(calculator, form, "en").result), 98000);
  assert.equal(equityOf(evaluateForm(updated(), form, "en").result), 90000);
  const former = rulebooks.filter(({ id }) => id === "kraken-global")[1]!;
  assert.equal(nameOf(former), datedName(rulebookOf(calculator.rulebooks, "kraken-global")));
  assert.equal(equityOf(evaluateForm(updated(), { ...form, rulebook: nameOf(former) }, "en").result), 98000);
  // Those of calculators without it are named as ever.
  assert.equal(nameOf(rulebookOf(calculator.rulebooks, "kraken-global")), "kraken-global");
  const older = withRulebook(calculator.rulebooks, later("2020-01-01"), { file: "old.json" });
  assert.equal(isBrought(rulebookOf(older, "kraken-global")), false);
  assert.equal(isBrought(rulebookOf(older, "kraken-global@2020-01-01")), true);
  const another = withRulebook(calculator.rulebooks, later("2020-01-01", { id: "a-venue" }), { file: "venue.json" });
  assert.equal(another.length, calculator.rulebooks.length + 1);
  assert.equal(isBrought(rulebookOf(another, "a-venue")), true);
});

test("a link names the day, and where there are no such rules it is said which are used", () => {
  const { form } = readLink(firstExample.link, numbers, updated().rulebooks);
  const link = writeFragment(form, "en") ?? "";
  assert.equal(link, "v=1&r=kraken-global@2027-01-01&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000");
  const restored = readLink(link, numbers, updated().rulebooks);
  assert.deepEqual([restored.form.rulebook, restored.notices], ["kraken-global@2027-01-01", []]);
  const elsewhere = readLink(link, numbers, calculator.rulebooks);
  const [notice, ...others] = elsewhere.notices;
  assert.match(notice ?? "", /does not have \(“kraken-global@2027-01-01”\)\. In their place it uses “Kraken.*”, in effect from 2026-/);
  assert.deepEqual([elsewhere.form.rulebook, others], ["kraken-global", []]);
});

test("a file carries such rules whole, and comes back under them", async () => {
  const known = updated();
  const latest = rulebookOf(known.rulebooks, "kraken-global");
  const form = { ...firstForm(numbers), rulebook: nameOf(latest), figures: { "assets/ETH/haircut": "7" } };
  for (const figures of [{}, form.figures]) {
    const { scenario } = draftScenario({ ...form, figures }, latest, "en");
    assert.ok(typeof scenario.rulebook === "object" && scenario.rulebook.assumptions);
    const restored = await formOfDocument(JSON.stringify(scenario), "own.json", known, numbers);
    assert.ok(!Array.isArray(restored), String(restored));
    assert.deepEqual([restored.rulebook, { ...restored.figures }], ["kraken-global@2027-01-01", figures]);
  }
});

test("a document may name such rules by their id", async () => {
  const venue = later("2027-01-01", { id: "a-venue" });
  const known = { ...calculator, rulebooks: withRulebook(calculator.rulebooks, venue, { host: "venue.json" }) };
  const { scenario } = draftScenario(firstForm(numbers), rulebookOf(calculator.rulebooks, "kraken-global"), "en");
  const restored = await formOfDocument(JSON.stringify({ ...scenario, rulebook: "a-venue" }), "own.json", known, numbers);
  assert.ok(!Array.isArray(restored), String(restored));
  assert.equal(equityOf(evaluateForm(known, restored, "en").result), 90000);
});

test("a rulebook with mistakes is refused with all of them, each at its place", () => {
  const wrong = { ...later("2027-13-01"), assets: { BTC: { haircut: 2, conversionFee: 0 } }, title: undefined };
  const refused = readRulebook(JSON.stringify(wrong), "wrong.json", calculator);
  assert.ok(Array.isArray(refused));
  assert.match(refused[0]!, /^wrong\.json is not a rulebook/);
  for (const place of ["/effective: ", "/assets/BTC/haircut: ", "/title: "]) {
    assert.ok(refused.some((reason) => reason.startsWith(place)), `${place} in ${refused.join(" ")}`);
  }
  for (const text of ["", "null", "{", `{"format": "margin-scenario/1"}`, "x".repeat(1_000_001)]) {
    assert.ok(Array.isArray(readRulebook(text, "wrong.json", calculator)), text.slice(0, 40));
  }
  const unnamed = readRulebook(JSON.stringify(later("2027-01-01", { id: "a&b" })), "wrong.json", calculator);
  assert.match(String(unnamed), /\/id: A link cannot name “a&b”/);
});
