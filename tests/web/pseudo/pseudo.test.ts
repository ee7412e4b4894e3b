// SPDX-License-Identifier: MIT
//
// The page in a made-up language with long words: nothing is left in English, and nothing breaks the layout.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";

import { commit } from "../../../web/commit.mjs";
import { presets } from "../../../web/src/form/examples.ts";
import { openAll, visit, withBrowser } from "../browser/browser.ts";
import { faultsInEveryText, inDirection, kDirections } from "../browser/geometry.ts";
import { furtherCalculator } from "../module.ts";
import { buildAccented } from "./catalogue.ts";

withBrowser({ folder: buildAccented });

const examples = presets().filter(({ id }) => ["btc-long", "eth-sol", "inverse", "us-close", "orders", "debt"].includes(id));

for (const { id, link } of examples) {
  test(`every text comes from the catalogue: ${id}`, () =>
    visit({ search: "?lang=de", fragment: `#${link}` }, async (page) => {
      // Every explanation of a large account is many at once.
      page.setDefaultTimeout(60_000);
      await openAll(page, "details");
      assert.deepEqual(await untranslated(page), []);
    }));
}

for (const direction of kDirections) {
  for (const { id, link } of examples.filter(({ id }) => ["btc-long", "us-close", "orders"].includes(id))) {
    test(`long words keep to their boxes ${direction}: ${id}`, () =>
      visit({ search: "?lang=de", fragment: `#${link}`, prepare: (page) => inDirection(page, direction) }, async (page) => {
        await openAll(page, "details.fold");
        assert.deepEqual(await faultsInEveryText(page, ["as it is"]), []);
      }));
  }
}

/** What the rulebooks say of themselves and of contracts, the module of an order and the foot of its commit, longest first: shown as it is. */
const kReason = "It is reduce-only, and there is no position that it would reduce.";
const kData = [...textsIn(furtherCalculator.rulebooks), kReason, commit()].sort((one, other) => other.length - one.length);

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return /[a-z]{2}/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? [...new Set(Object.values(value).flatMap(textsIn))] : [];
}

/** Texts and labels with letters of plain English that are no names. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate((data) => {
    const names = /^(?:[A-Z0-9_]+|English|Deutsch|Kraken|Montag|Tage?|Stunden?|Minuten|und)$/;
    // Programs, formulas and what the module tells of its rules and its steps.
    const told = "style, script, noscript, margin-calculator, code, textarea, time, .symbol, .formula, .working, #assumptions dl, #story-assumed, .remarks";
    const found = new Set<string>();
    const look = (text: string, where: Element | null) => {
      const own = data.reduce((rest, known) => rest.replaceAll(known, ""), text);
      const words = own.match(/[A-Za-z][A-Za-z0-9_]+/g)?.filter((word) => !names.test(word)) ?? [];
      if (words.length > 0) found.add(`${where?.localName}${where?.id ? `#${where.id}` : ""}.${where?.className}: ${text.trim().replace(/\s+/g, " ")}`);
    };
    const walk = (root: Node) => {
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        if (node instanceof Text) {
          if (!node.parentElement?.closest(told)) look(node.data, node.parentElement);
        } else if (node instanceof Element) {
          for (const name of node.closest(told) && node.localName !== "margin-calculator" ? [] : ["aria-label", "aria-valuetext", "aria-description", "title", "placeholder", "alt"]) {
            look(node.getAttribute(name) ?? "", node);
          }
          if (node.shadowRoot) walk(node.shadowRoot);
        }
      }
    };
    walk(document.body);
    return [...found];
  }, kData);
}
