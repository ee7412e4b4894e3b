// SPDX-License-Identifier: MIT
//
// What is kept on the device and read back, whoever wrote it; and accounts side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import type { WalletReport } from "#margin";
import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { presets } from "../../web/src/form/examples.ts";
import { firstExample } from "../../web/src/form/presets.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { comparison } from "../../web/src/keep/compare.ts";
import { readDraft, writeDraft } from "../../web/src/keep/draft.ts";
import { parsePin, Pinned } from "../../web/src/keep/pinned.ts";
import { kLongestName, kMostSaved, newSaved, parseSaved, readSaved, writeSaved } from "../../web/src/keep/saved.ts";
import { kPrefix, Store } from "../../web/src/keep/store.ts";
import { calculator, numbers } from "./module.ts";

/** A storage as browsers have it; with a limit, one that is full. */
class Area extends Map<string, string> {
  limit = Infinity;
  get length() {
    return this.size;
  }
  key(index: number) {
    return [...this.keys()][index] ?? null;
  }
  getItem(name: string) {
    return this.get(name) ?? null;
  }
  setItem(name: string, text: string) {
    if (text.length > this.limit) throw new DOMException("", "QuotaExceededError");
    this.set(name, text);
  }
  removeItem(name: string) {
    this.delete(name);
  }
}

const storeOf = (area: Area) => new Store(() => area as unknown as Storage);
const refused = new Store(() => {
  throw new DOMException("", "SecurityError");
});
const link = "v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000";

test("what is saved comes back, the latest first; what is not ours is left alone and counted", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 200 })), fc.string({ unit: "binary" }), (names, noise) => {
      const area = new Area([["other", "theirs"], [`${kPrefix}saved/x`, noise]]);
      const store = storeOf(area);
      const saved = names.flatMap((name) => {
        const one = newSaved(name, link);
        return one.name === "" ? [] : [one];
      });
      for (const one of saved) assert.ok(writeSaved(store, one));
      const { scenarios, unknown } = readSaved(store);
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      assert.deepEqual([...scenarios].sort(byId), saved.sort(byId));
      assert.equal(unknown, 1);
      assert.equal(area.get(`${kPrefix}saved/x`), noise);
      store.clear();
      assert.deepEqual([...area], [["other", "theirs"]]);
    }),
  );
});

test("a kept document that is mangled is none", () => {
  const good = { version: 1, name: "Mine", date: "2026-11-25T10:00:00.000Z", link };
  const parse = (change: object) => parseSaved("a", JSON.stringify({ ...good, ...change }));
  assert.deepEqual(parse({}), { id: "a", name: good.name, date: good.date, link });
  const changes = [
    { version: 2 },
    { name: 1 },
    { name: " " },
    { name: "x".repeat(kLongestName + 1) },
    { date: "yesterday" },
    { date: "2026-99-25T10:00:00.000Z" },
    { link: "javascript:alert(1)" },
    { link: `v=1&t=${"x".repeat(9000)}` },
    { link: undefined },
  ];
  for (const change of changes) assert.equal(parse(change), undefined, JSON.stringify(change));
  for (const text of ["", "null", "[]", "1", "{", '"v=1"', '{"__proto__":{"version":1}}']) {
    assert.equal(parseSaved("a", text), undefined);
    assert.equal(parsePin(text), undefined);
  }
  assert.equal(parsePin(JSON.stringify({ version: 1, name: "A", link, index: 8 })), undefined);
  assert.equal(parsePin(JSON.stringify({ version: 1, name: "A", link, index: 0.5 })), undefined);
  assert.equal(readSaved(storeOf(new Area(
    Array.from({ length: kMostSaved + 9 }, (_, at) => [`${kPrefix}saved/${at}`, JSON.stringify(good)]),
  ))).scenarios.length, kMostSaved);
});

test("a storage that is refused or full keeps nothing and throws nothing", () => {
  assert.equal(refused.open, false);
  assert.deepEqual(readSaved(refused), { scenarios: [], unknown: 0 });
  assert.equal(readDraft(refused), "");
  writeDraft(link, refused);
  refused.clear();
  assert.equal(writeSaved(refused, newSaved("A", link)), false);
  const full = new Area();
  full.limit = 10;
  assert.equal(storeOf(full).open, true);
  assert.equal(writeSaved(storeOf(full), newSaved("A", link)), false);
});

test("a draft is what was typed last, and never the first example", () => {
  const area = new Area();
  const store = storeOf(area);
  writeDraft("v=1&c=ETH:1@4000", store);
  assert.equal(readDraft(store), "v=1&c=ETH:1@4000");
  writeDraft(firstExample.link, store);
  assert.equal(area.size, 0);
  for (const noise of ["<b>", "v=7&c=BTC:1@1", `v=1&t=${"x".repeat(9000)}`]) {
    store.write("draft", noise);
    assert.equal(readDraft(store), "", noise.slice(0, 20));
  }
});

test("a pin lasts, and comes back once its swap is undone", () => {
  const store = storeOf(new Area());
  const [a, b] = [{ name: "A", link, index: 0 }, { name: "B", link: "v=1&c=ETH:1@4000", index: 0 }];
  const pinned = new Pinned(store);
  pinned.pin = a;
  assert.deepEqual(new Pinned(store).pin, a);
  // The form holds B; swapped, it holds A, then something typed, then B again.
  pinned.swap(b);
  for (const [form, expected] of [[a.link, b], ["v=1&c=ETH:9@9", b], [b.link, a]] as const) {
    pinned.follow(() => form);
    assert.deepEqual(pinned.pin, expected);
  }
  pinned.pin = undefined;
  assert.equal(new Pinned(store).pin, undefined);
});

const linkOf = (id: string) => presets().find((preset) => preset.id === id)?.link ?? "";

function walletOf(fragment: string): WalletReport {
  const { result } = evaluateForm(calculator, readFragment(fragment, numbers).form, "en");
  assert.ok(result, fragment);
  return result.report.wallets[0]!;
}

const rowsOf = (pinned: string, now: string) =>
  comparison(walletOf(pinned), walletOf(now), numbers).map(({ name, pinned, now, difference }) => [name, pinned, now, difference]);

test("two accounts of one type, figure by figure", () => {
  // Two coins pledged: equity 196,000; liquidated where 1.96 x + 5 (x − 100,000) = 5,000, x = 505,000 / 6.96.
  assert.deepEqual(rowsOf(link, link.replace("BTC:1@", "BTC:2@")), [
    ["Effective leverage", "5.10×", "2.55×", "Lower (−50%)"],
    ["Margin equity", "$98,000.00", "$196,000.00", "Higher by $98,000.00 (+100%)"],
    ["Initial margin", "$10,000.00", "$10,000.00", "The same"],
    ["Maintenance margin", "$5,000.00", "$5,000.00", "The same"],
    ["Available margin", "$88,000.00", "$186,000.00", "Higher by $98,000.00 (+111.4%)"],
    ["Risk buffer", "$93,000.00", "$191,000.00", "Higher by $98,000.00 (+105.4%)"],
    ["Liquidation: BTC, below", "$84,448.16 (−15.6%)", "$72,557.47 (−27.4%)", "Farther away (price −14.1%)"],
    ["Liquidation: Whole crypto market, below", "−15.6%", "−27.4%", "Farther away (price −14.1%)"],
  ]);
});

test("accounts of different types: what has no counterpart says why", () => {
  const rows = new Map(
    rowsOf("v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000", linkOf("us-close")).map(
      ([name = "", ...rest]) => [name, rest],
    ),
  );
  assert.deepEqual(rows.get("Margin equity"), ["$80.00", "$4,000.00", "Higher by $3,920.00 (+4,900%)"]);
  assert.deepEqual(rows.get("Margin in force now"), [
    "– (only US futures have a margin that depends on the clock)",
    "$2,000.00",
    "–",
  ]);
  const sol = new Map(rowsOf(link, linkOf("eth-sol")).map(([name = "", ...rest]) => [name, rest]));
  assert.deepEqual(sol.get("Liquidation: BTC, below"), [
    "$84,448.16 (−15.6%)",
    "– (nothing in this account follows BTC)",
    "Not any more",
  ]);
  assert.equal(sol.get("Liquidation: SOL, below")?.[2], "Only now");
});

test("every example can be compared with every other without a gap", () => {
  for (const a of presets()) {
    for (const b of presets()) {
      const text = rowsOf(a.link, b.link).flat();
      assert.ok(text.every((cell) => cell && !/NaN|Infinity|∞|undefined|null/.test(cell)), `${a.title}, ${b.title}`);
    }
  }
});
