// SPDX-License-Identifier: MIT
//
// The words for the steps of a working: the module's own names and sentences never reach the reader.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import type { Scenario } from "#margin";
import { sourceWords } from "../../web/src/words/step-sources.ts";
import { symbolWords } from "../../web/src/words/symbols.ts";
import { furtherCalculator } from "./module.ts";

/** As the core lists them. */
const names = [...readFileSync(new URL("../../core/src/working.cpp", import.meta.url), "utf8").matchAll(/\{"(\w+)", Unit::/g)].map(([, name]) => name!);

test("every figure that a step can be has words, but for one and those without a name", () => {
  assert.ok(names.length > 100, `${names.length}`);
  assert.deepEqual(names.filter((name) => symbolWords(name) === undefined), ["one", "intermediate"]);
});

test("no two figures have the same words", () => {
  const words = names.map(symbolWords).filter((one) => one !== undefined);
  assert.deepEqual(words.filter((one, index) => words.indexOf(one) !== index), []);
});

test("what a step comes from is a document or said in the page's own words", () => {
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(`../vectors/${file}.json`, import.meta.url), "utf8")) as { scenario: Scenario }[];
  const sources = new Set<string>();
  for (const { scenario } of ["golden", "inverse", "orders", "us"].flatMap(read)) {
    const answer = furtherCalculator.ask("explain", scenario);
    if ("steps" in answer) for (const { source } of answer.steps) sources.add(source);
  }
  const left = [...sources].filter((source) => typeof sourceWords(source, { title: "" }) !== "string");
  assert.ok(left.length > 5 && left.length < sources.size, left.join());
  assert.deepEqual(left.filter((source) => source !== "" && !source.startsWith("Kraken, ")), []);
});
