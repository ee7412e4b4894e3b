// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { kLongestFragment } from "../../web/src/form/fragment.ts";
import {
  bareForm,
  collateralRow,
  emptyForm,
  kMostWallets,
  orderRow,
  ownMarketOf,
  positionRow,
  transferRow,
  walletRow,
  type Form,
  type MarginChoice,
} from "../../web/src/form/model.ts";
import { presets } from "../../web/src/form/examples.ts";
import { firstExample, firstForm } from "../../web/src/form/presets.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { writeFragment } from "../../web/src/form/write-fragment.ts";
import { numbersFor } from "../../web/src/format/numbers.ts";
import { presetForm } from "./presets.ts";

const numbers = numbersFor("en");

/** The form without the keys that tell rows apart on the page. */
function content(form: Form): unknown {
  const bare = <Row extends { key: number }>({ key: _, ...row }: Row) => row;
  return {
    ...form,
    wallets: form.wallets.map(bare).map((wallet) => ({
      ...wallet,
      collateral: wallet.collateral.map(bare),
      positions: wallet.positions.map(bare),
      orders: wallet.orders.map(bare),
      transfers: wallet.transfers.map(bare),
    })),
    prices: { ...form.prices },
    // A market of which nothing is known is none.
    markets: Object.fromEntries(
      Object.entries(form.markets)
        .filter(([, market]) => Object.values(market).some((value) => value))
        .map(([contract, market]) => [contract, { ...market }]),
    ),
    figures: { ...form.figures },
  };
}

test("readFragment: every part finds its field", () => {
  const link =
    "#v=1&r=kraken-eea&b=mark&l=marginal&c=BTC:1.5@100000~5,USD:-250&p=PF_SOLUSD:short:500@200~201:x10,PF_ETHUSD:long:1@4000:m900&i=SOL:200,ETH:4000&q=EUR&t=A%20%26%20B";
  const { form, notices } = readFragment(link, numbers);
  assert.deepEqual(notices, []);
  const expected = emptyForm();
  const [wallet] = expected.wallets;
  Object.assign(expected, { rulebook: "kraken-eea", marginBasis: "mark", levels: "marginal", title: "A & B" });
  wallet!.profitCurrency = "EUR";
  Object.assign(expected.prices, { BTC: "100,000", SOL: "200", ETH: "4,000" });
  expected.figures["assets/BTC/haircut"] = "5";
  ownMarketOf(expected, "PF_SOLUSD").mark = "201";
  wallet!.collateral.push(
    collateralRow({ asset: "BTC", quantity: "1.5" }),
    collateralRow({ asset: "USD", quantity: "-250" }),
  );
  const sol = { contract: "PF_SOLUSD", side: "short", size: "500", entryPrice: "200" } as const;
  const eth = { contract: "PF_ETHUSD", size: "1", entryPrice: "4,000" };
  wallet!.positions.push(
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
  assert.equal(form.wallets[0]?.collateral.length, 1);
  assert.equal(form.wallets[0]?.positions.length, 0);
  assert.deepEqual(
    notices.map((notice) => /“(.*)”/.exec(notice)?.[1]),
    ["z=3", "c=ETH:1", "ETH:x", "PF_XBTUSD:sideways:5@1", "b=last"],
  );
});

test("readFragment: another version, no version and too long a link are said, not guessed at", () => {
  for (const link of ["v=3&c=BTC:1@1", "v=toString&c=BTC:1@1", "c=BTC:1@1", `v=1&t=${"a".repeat(kLongestFragment)}`]) {
    const { form, notices } = readFragment(link, numbers);
    assert.deepEqual(content(form), content(emptyForm()));
    assert.equal(notices.length, 1);
  }
});

test("readFragment: accounts of all kinds, and all that belongs to them", () => {
  const link =
    "v=2&n=netting-off&k=retail&a=2026-11-23T15:40:00-06:00&y=250000" +
    "&w=multi&c=USD:5000&p=PF_SOLUSD:long:5@200:f-2.5&o=PF_SOLUSD:short:5:stop:g180:last:reduce,PF_SOLUSD:long:1@190:maker:isolated:x5" +
    "&x=USD:100:out&q=EUR&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000~8010&w=us:4000:news:carried:n1" +
    "&i=BTC:8000&m=MBT:8020&s=PF_SOLUSD:2026-12-25&z=PF_SOLUSD:199&f=PI_XBTUSD:-0.0001:abs,PF_SOLUSD:0.001" +
    "&d=PF_SOLUSD:199@5;198@10:201@7&e=interest/ratePerYear:10";
  const { form, notices } = readFragment(link, numbers);
  assert.deepEqual(notices, []);
  assert.equal(writeFragment(form, "en"), link);
  const [multi, single, us] = form.wallets;
  assert.deepEqual([form.netting, form.client, form.volume30d], ["off", "retail", "250,000"]);
  assert.equal(multi?.positions[0]?.unrealizedFunding, "-2.5");
  const { key: _, ...stop } = multi!.orders[0]!;
  const { key: __, ...expected } = orderRow({
    contract: "PF_SOLUSD",
    side: "short",
    size: "5",
    type: "stop",
    triggerPrice: "180",
    triggerSignal: "last",
    reduceOnly: true,
  });
  assert.deepEqual(stop, expected);
  assert.equal(multi?.transfers[0]?.direction, "withdrawal");
  assert.deepEqual([single?.type, single?.asset, single?.balance], ["single-collateral", "BTC", "0.01"]);
  assert.deepEqual([us?.type, us?.cash, us?.news, us?.carried, us?.liquidations], ["us-futures", "4,000", true, true, "1"]);
  assert.deepEqual(form.markets["PF_SOLUSD"], {
    mark: "",
    last: "199",
    expiry: "2026-12-25",
    funding: "0.001",
    absolute: false,
    bids: "199 5\n198 10",
    asks: "201 7",
  });
});

test("readFragment: version 1 knows nothing of what came later", () => {
  const { form, notices } = readFragment("v=1&c=BTC:1@100000&w=us:4000&k=retail", numbers);
  assert.equal(form.wallets.length, 1);
  assert.equal(form.client, "professional");
  assert.equal(notices.length, 2);
});

test("readFragment: more accounts than the form holds are told, not kept", () => {
  const { form, notices } = readFragment(`v=2${"&w=us:1&p=MBT:long:1@1".repeat(kMostWallets + 1)}`, numbers);
  assert.equal(form.wallets.length, kMostWallets);
  assert.match(notices[0] ?? "", /more than 8/);
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
const contract = fc.constantFrom("PF_XBTUSD", "PF_SOLUSD", "PI_XBTUSD", "MBT");
const side = fc.constantFrom("long" as const, "short" as const);
const collateral = fc.record({ asset, quantity: text });
const position = fc.record({
  contract,
  side,
  size: text,
  entryPrice: text,
  unrealizedFunding: text,
  margin: fc.constantFrom<MarginChoice>("cross", "maxLeverage", "isolatedMargin"),
  amount: text,
});
const order = fc.record({
  contract,
  side,
  size: text,
  type: fc.constantFrom("limit" as const, "market" as const, "stop" as const, "take-profit" as const),
  price: text,
  triggerPrice: text,
  triggerSignal: fc.constantFrom("mark" as const, "index" as const, "last" as const),
  reduceOnly: fc.boolean(),
  makerOnly: fc.boolean(),
  immediateOrCancel: fc.boolean(),
  margin: fc.constantFrom("" as const, "cross" as const, "isolated" as const),
  maxLeverage: text,
});
const transfer = fc.record({
  asset,
  direction: fc.constantFrom("deposit" as const, "withdrawal" as const),
  quantity: text,
});
const wallet = fc
  .record({
    type: fc.constantFrom("multi-collateral" as const, "single-collateral" as const, "us-futures" as const),
    profitCurrency: fc.constantFrom("USD", "EUR", "BTC"),
    collateral: fc.array(collateral, { maxLength: 4 }),
    asset,
    balance: text,
    cash: text,
    news: fc.boolean(),
    carried: fc.boolean(),
    liquidations: text,
    positions: fc.array(position, { maxLength: 4 }),
    orders: fc.array(order, { maxLength: 3 }),
    transfers: fc.array(transfer, { maxLength: 3 }),
  })
  .map(({ type, asset, balance, cash, news, carried, liquidations, ...rest }) =>
    walletRow({
      type,
      profitCurrency: rest.profitCurrency,
      ...(type === "single-collateral" && { asset, balance }),
      ...(type === "us-futures" && { cash, news, carried, liquidations }),
      collateral: rest.collateral.map((row) => collateralRow(row)),
      positions: rest.positions.map(({ amount, ...row }) =>
        positionRow({ ...row, ...(row.margin !== "cross" && { [row.margin]: amount }) }),
      ),
      orders: rest.orders.map((row) => orderRow(row)),
      transfers: rest.transfers.map((row) => transferRow(row)),
    }),
  );
const someNumber = number.filter((written) => written !== "");
const book = fc
  .array(
    fc.tuple(someNumber, someNumber).map(([price, size]) => `${price.replace("-", "")} ${size.replace("-", "")}`),
    { maxLength: 3 },
  )
  .map((lines) => lines.join("\n"));
const expiry = fc.constantFrom("", "2026-12-25", "2028-02-29");
const market = fc.record({
  mark: text,
  last: text,
  expiry,
  funding: text,
  absolute: fc.boolean(),
  bids: book,
  asks: book,
});
const choice = fc.constantFrom("" as const, "on" as const, "off" as const);
const dictionary = <Value>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<Value>) =>
  fc.dictionary(keys, values, { maxKeys: 3, noNullPrototype: false });
const forms = fc
  .record({
    title: fc.string({ maxLength: 40, unit: "grapheme" }),
    rulebook: fc.constantFrom("kraken-global", "kraken-eea"),
    marginBasis: fc.constantFrom("" as const, "entry" as const, "mark" as const),
    levels: fc.constantFrom("" as const, "flat" as const, "marginal" as const),
    netting: choice,
    collateralFee: choice,
    closingFee: choice,
    client: fc.constantFrom("professional" as const, "retail" as const),
    asOf: fc.constantFrom("", "2026-11-23T15:40:00-06:00", "2026-11-23T21:40Z"),
    volume30d: text,
    prices,
    markets: dictionary(contract, market),
    figures: dictionary(fc.constantFrom("assets/BTC/haircut", "interest/ratePerYear", "contracts/MBT/fees/nfa"), text),
    wallets: fc.array(wallet, { minLength: 1, maxLength: 3 }),
  })
  .map(({ prices, markets, figures, ...rest }): Form => {
    const form = { ...bareForm(), ...rest };
    Object.assign(form.prices, prices);
    Object.assign(form.markets, markets);
    Object.assign(form.figures, figures);
    return form;
  });

test("a form written to a link and read back is the same form", () => {
  fc.assert(
    fc.property(forms, (form) => {
      const fragment = writeFragment(form, "en");
      fc.pre(fragment !== null);
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
      .string({ unit: fc.constantFrom(..."v=1&cprbilqtwoxmzfd:@~,!%x0.9BTC-PF_XBTUSDlongshort".split("")), maxLength: 200 })
      .map((tail) => `v=2&${tail}`),
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

test("the first form is the first example", () => {
  assert.equal(writeFragment(firstForm(numbers), "en"), firstExample.link);
  assert.equal(presets()[0]?.link, firstExample.link);
});

test("the examples are written as the page writes them, so that it knows them again", () => {
  for (const preset of presets()) assert.equal(writeFragment(presetForm(preset, numbers), "en"), preset.link);
});
