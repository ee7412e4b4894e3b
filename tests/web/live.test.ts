// SPDX-License-Identifier: MIT
//
// The price feeds' messages, and what of a form they are asked for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";

import type { Rulebook } from "#margin";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { numbersFor } from "../../web/src/format/numbers.ts";
import { kMostTries, pauseAfter } from "../../web/src/live/backoff.ts";
import { futuresFeed } from "../../web/src/live/futures-feed.ts";
import { Prices } from "../../web/src/live/prices.ts";
import { spotFeed } from "../../web/src/live/spot-feed.ts";
import { wantedBy } from "../../web/src/live/wanted.ts";

const numbers = numbersFor("en");
const rulebook = JSON.parse(
  readFileSync(new URL("../../rulebooks/kraken-global.json", import.meta.url), "utf8"),
) as Rulebook;
const formOf = (fragment: string) => readFragment(fragment, numbers).form;

const ticker = {
  time: 1612270825253,
  product_id: "PI_XBTUSD",
  feed: "ticker",
  tag: "perpetual",
  index: 34803.45,
  markPrice: 34844.25,
  last: 34852,
  funding_rate: 3.891007752e-9,
  relative_funding_rate: 0.000135046879166667,
};
const price = { index: 34803.45, mark: 34844.25, last: 34852 };
const unreadable = { kind: "unreadable" };

test("futures: a ticker message is its prices and the funding rate, which is not sent where it is 0", () => {
  const read = (message: object) => futuresFeed.read(JSON.stringify(message));
  const quote = { symbol: "PI_XBTUSD", ...price };
  const rates = { relativeFunding: 0.000135046879166667, absoluteFunding: 3.891007752e-9 };
  assert.deepEqual(read(ticker), { kind: "quotes", quotes: [{ ...quote, ...rates }] });
  const { funding_rate, relative_funding_rate, ...still } = ticker;
  const zero = { relativeFunding: 0, absoluteFunding: 0 };
  assert.deepEqual(read(still), { kind: "quotes", quotes: [{ ...quote, ...zero }] });
  assert.deepEqual(read({ ...still, tag: "month" }), { kind: "quotes", quotes: [quote] });
  const { last, ...untraded } = { ...still, tag: "month" };
  assert.deepEqual(read(untraded), { kind: "quotes", quotes: [{ symbol: "PI_XBTUSD", index: price.index, mark: price.mark }] });
});

test("futures: heartbeats, confirmations and refusals are no quotes", () => {
  const kinds = {
    '{"feed":"heartbeat","time":1534262350627}': "alive",
    '{"event":"info","version":1}': "alive",
    '{"event":"subscribed","feed":"ticker","product_ids":["PI_XBTUSD"]}': "alive",
    '{"event":"alert","message":"Already subscribed to feed, re-requesting"}': "alive",
    '{"event":"error","message":"Invalid product id"}': "refused",
    '{"event":"subscribed_failed","feed":"ticker","product_ids":["PI_X"]}': "refused",
    '{"feed":"book","product_id":"PI_XBTUSD"}': "unreadable",
    '{"feed":"ticker","product_id":"PI_XBTUSD"}': "unreadable",
  };
  for (const [text, kind] of Object.entries(kinds)) assert.equal(futuresFeed.read(text).kind, kind, text);
});

test("spot: snapshots and updates are last prices; heartbeats, status, pongs and refusals are not", () => {
  const message = (type: string) =>
    `{"channel":"ticker","type":"${type}","data":[{"symbol":"ALGO/USD","bid":0.1,"last":0.10036,"volume":1}]}`;
  const quotes = { kind: "quotes", quotes: [{ symbol: "ALGO/USD", last: 0.10036 }] };
  assert.deepEqual(spotFeed.read(message("snapshot")), quotes);
  assert.deepEqual(spotFeed.read(message("update")), quotes);
  assert.deepEqual(spotFeed.read(message("other")), unreadable);
  const kinds = {
    '{"channel":"heartbeat"}': "alive",
    '{"channel":"status","type":"update","data":[{"system":"online"}]}': "alive",
    '{"method":"pong","req_id":101}': "alive",
    '{"method":"subscribe","success":true,"result":{"channel":"ticker","symbol":"BTC/USD"}}': "alive",
    '{"method":"subscribe","success":false,"error":"Currency pair not supported X/USD","symbol":"X/USD"}': "refused",
    '{"method":"add_order"}': "unreadable",
    '{"channel":"book"}': "unreadable",
  };
  for (const [text, kind] of Object.entries(kinds)) assert.equal(spotFeed.read(text).kind, kind, text);
});

test("whatever comes, only prices above 0 and finite rates get through", () => {
  const figure = fc.oneof(fc.double(), fc.constantFrom(0, -1, "1", null, 1e308), fc.json());
  const futures = fc.record(
    { feed: fc.constantFrom("ticker", "heartbeat", 7), product_id: fc.oneof(fc.string(), figure), tag: fc.constantFrom("perpetual", "month"), index: figure, markPrice: figure, last: figure, funding_rate: figure, relative_funding_rate: figure },
    { requiredKeys: [] },
  );
  const spot = fc.record(
    { channel: fc.constantFrom("ticker", "status", 7), type: fc.constantFrom("snapshot", "update"), data: fc.oneof(fc.array(fc.record({ symbol: fc.string(), last: figure }, { requiredKeys: [] })), figure) },
    { requiredKeys: [] },
  );
  const text = fc.oneof(fc.string(), fc.json(), futures.map((message) => JSON.stringify(message)), spot.map((message) => JSON.stringify(message)));
  fc.assert(
    fc.property(text, fc.constantFrom(futuresFeed, spotFeed), (text, feed) => {
      const message = feed.read(text);
      if (message.kind !== "quotes") return;
      assert.ok(message.quotes.length > 0);
      for (const { symbol, relativeFunding = 0, absoluteFunding = 0, ...prices } of message.quotes) {
        assert.equal(typeof symbol, "string");
        for (const rate of [relativeFunding, absoluteFunding]) assert.ok(Number.isFinite(rate));
        for (const price of Object.values(prices)) assert.ok(Number.isFinite(price) && price > 0);
      }
    }),
    { numRuns: 2000 },
  );
});

test("requests name the instruments and nothing else", () => {
  assert.deepEqual(futuresFeed.subscribe(["PF_XBTUSD", "PF_ETHUSD"]), [
    '{"event":"subscribe","feed":"ticker","product_ids":["PF_XBTUSD"]}',
    '{"event":"subscribe","feed":"ticker","product_ids":["PF_ETHUSD"]}',
  ]);
  assert.deepEqual(spotFeed.subscribe(["ETH/USD", "SOL/USD"]), [
    '{"method":"subscribe","params":{"channel":"ticker","symbol":["ETH/USD","SOL/USD"],"snapshot":true}}',
  ]);
  assert.deepEqual(spotFeed.unsubscribe(["ETH/USD"]), [
    '{"method":"unsubscribe","params":{"channel":"ticker","symbol":["ETH/USD"]}}',
  ]);
});

test("a form wants the contracts it trades, the spot price of what else it holds, and no more", () => {
  const { symbols, fields, without } = wantedBy(
    formOf("v=2&c=BTC:1,ETH:2,USD:5,JPY:1&p=PF_XBTUSD:long:1@1,FF_XBTUSD:short:1@1,FF_ETHUSD:long:1@1&o=FF_XBTUSD:long:1@1&s=FF_XBTUSD:2026-12-25&i=BTC:1"),
    rulebook,
  );
  assert.deepEqual([...symbols.futures], ["PF_XBTUSD", "FF_XBTUSD_261225"]);
  assert.deepEqual([...symbols.spot], ["ETH/USD"]);
  assert.deepEqual(without, ["FF_ETHUSD", "JPY"]);
  assert.deepEqual(
    fields.map(({ place, symbol, quantity }) => `${place} ${symbol} ${quantity}`),
    [
      "price-BTC PF_XBTUSD index",
      "market-PF_XBTUSD-mark PF_XBTUSD mark",
      "market-PF_XBTUSD-funding PF_XBTUSD relativeFunding",
      "market-FF_XBTUSD-mark FF_XBTUSD_261225 mark",
      "market-FF_XBTUSD-last FF_XBTUSD_261225 last",
      "price-ETH ETH/USD last",
    ],
  );
});

/** The texts that are written into a form with one perpetual contract. */
function written(prices: Prices, form = formOf("v=2&c=USD:1&p=PF_XBTUSD:long:1@1&o=PF_XBTUSD:long:1@1&i=BTC:1"), own = ""): string[] {
  const { fields } = wantedBy(form, rulebook);
  for (const change of prices.changes(fields, form, numbers, ({ place }) => place === own)) change(form);
  const { mark = "", last = "", funding = "" } = form.markets["PF_XBTUSD"] ?? {};
  return [form.prices["BTC"] ?? "", mark, last, funding];
}

test("quotes become texts as one would type them: funding in percent, a mark price without its endless digits", () => {
  const prices = new Prices();
  prices.take("futures", [
    { symbol: "PF_XBTUSD", index: 79871.28, mark: 79873.40587777576, last: 79874, relativeFunding: 0.000012439370833333 },
  ]);
  assert.deepEqual(written(prices), ["79,871.28", "79,873.406", "79,874", "0.0012439371"]);
});

test("beside an index price of the reader's own there is no live mark or last price to hold the positions still", () => {
  const prices = new Prices();
  prices.take("futures", [{ symbol: "PF_XBTUSD", index: 100, mark: 101, last: 102 }]);
  const form = formOf("v=2&c=USD:1&p=PF_XBTUSD:long:1@1&o=PF_XBTUSD:long:1@1&i=BTC:1");
  assert.deepEqual(written(prices, form), ["100", "101", "102", ""]);
  assert.deepEqual(written(prices, form, "price-BTC"), ["100", "", "", ""]);
  form.markets["PF_XBTUSD"]!.mark = "99";
  assert.deepEqual(written(prices, form, "price-BTC"), ["100", "99", "", ""]);
  assert.deepEqual(written(prices, form), ["100", "101", "102", ""]);
});

test("a price that leaps by more than 20% waits for the reader, who is asked once", () => {
  const prices = new Prices();
  const quote = (index: number) => prices.take("futures", [{ symbol: "PF_XBTUSD", index }]);
  const asked = () => prices.questions.map(({ from, to }) => [from, to]);
  quote(100);
  quote(120);
  assert.deepEqual(asked(), []);
  quote(95);
  assert.deepEqual(asked(), [[120, 95]]);
  assert.equal(written(prices)[0], "120");
  prices.answer(prices.questions[0]!, false);
  quote(94);
  assert.deepEqual(asked(), []);
  assert.equal(written(prices)[0], "120");
  quote(121);
  quote(90);
  prices.answer(prices.questions[0]!, true);
  assert.deepEqual([asked(), written(prices)[0]], [[], "90"]);
});

test("pauses between tries grow from 1 to 30 seconds and differ by chance", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: kMostTries }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const pause = pauseAfter(failures, random);
      assert.ok(pause >= 1000 && pause <= 30_000);
    }),
  );
  assert.ok(pauseAfter(1, 1) < pauseAfter(2, 1) && pauseAfter(2, 0.1) < pauseAfter(2, 0.9));
});
