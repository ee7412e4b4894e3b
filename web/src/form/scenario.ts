// SPDX-License-Identifier: MIT
//
// From the form to the scenario document, and from a place in that document back to the form's field.
import type { OrderBook, Policy, Rulebook, Scenario } from "#margin";
import { readNumber, shiftedDecimal } from "../format/parse.ts";
import { figureOf, figurePointer, figureValue, withFigures } from "./figures.ts";
import { field, type Form, type MarketRow, type WalletRow } from "./model.ts";
import { pointerStep, Reading } from "./reading.ts";
import { assetOf, contractOf, inScenario, isDated, underlyingOf } from "./rulebooks.ts";
import { draftWallet } from "./wallets.ts";

export interface Draft {
  /** Complete only where `problems` is empty. */
  scenario: Scenario;
  /** What is wrong, by field. */
  problems: Map<string, string>;
  /** The field that a JSON Pointer into the scenario belongs to. */
  places: Map<string, string>;
}

/** The scenario the form describes; `builtIn` is the rulebook without the reader's own figures. */
export function draftScenario(form: Form, builtIn: Rulebook, locale: string): Draft {
  const reading = new Reading(locale);
  const rulebook = ownRulebook(form, builtIn, reading);
  const wallets = form.wallets.map((row, index) => draftWallet(row, `/wallets/${index}`, builtIn, reading));
  const policy = draftPolicy(form, reading);
  const volume30d = reading.optional(field.volume30d, "/volume30d", form.volume30d);
  for (const name of ["rulebook", "client", "asOf", "title"] as const) reading.places.set(`/${name}`, field[name]);
  const scenario: Scenario = {
    format: "margin-scenario/1",
    ...(form.title && { title: form.title }),
    rulebook: rulebook ?? inScenario(builtIn),
    ...(Object.keys(policy).length > 0 && { policy }),
    ...(form.client !== "professional" && { client: form.client }),
    ...(form.asOf && { asOf: form.asOf }),
    ...(volume30d !== undefined && { volume30d }),
    prices: draftPrices(form, builtIn, reading),
    ...draftMarkets(form, builtIn, reading),
    wallets,
  };
  return { scenario, problems: reading.problems, places: reading.places };
}

/** The rulebook with the reader's own figures and expiries; undefined where there are none. */
function ownRulebook(form: Form, builtIn: Rulebook, reading: Reading): Rulebook | undefined {
  const values = new Map<string, number>();
  for (const [key, text] of Object.entries(form.figures)) {
    const figure = figureOf(builtIn, key);
    if (!figure) continue;
    const pointer = `/rulebook${figurePointer(builtIn, key)}`;
    values.set(key, figureValue(figure, reading.number(field.figure(key), pointer, text)));
  }
  const expiries = new Map<string, string>();
  for (const [symbol, { expiry }] of Object.entries(form.markets)) {
    if (expiry === "" || !isDated(contractOf(builtIn, symbol))) continue;
    expiries.set(symbol, expiry);
    const pointer = figurePointer(builtIn, `contracts/${symbol}/expiry`);
    reading.places.set(`/rulebook${pointer}`, field.market(symbol, "expiry"));
  }
  return values.size + expiries.size > 0 ? withFigures(builtIn, values, expiries) : undefined;
}

function draftPolicy(form: Form, { places }: Reading): Policy {
  const policy: Policy = {};
  if (form.marginBasis) policy.marginBasis = form.marginBasis;
  if (form.levels) policy.levels = form.levels;
  for (const name of ["netting", "collateralFee", "closingFee"] as const) {
    if (form[name]) policy[name] = form[name] === "on";
    places.set(`/policy/${name}`, field[name]);
  }
  places.set("/policy/marginBasis", field.marginBasis);
  places.set("/policy/levels", field.levels);
  return policy;
}

function draftPrices(form: Form, rulebook: Rulebook, reading: Reading): Record<string, number> {
  const prices: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const asset of new Set(form.wallets.flatMap((wallet) => pricedAssets(wallet, rulebook)))) {
    prices[asset] = reading.number(field.price(asset), `/prices/${pointerStep(asset)}`, form.prices[asset] ?? "");
  }
  // Prices that no row uses now are kept: they came from a file or a former choice. The module takes only
  // prices of what the rulebook knows.
  for (const [asset, text] of Object.entries(form.prices)) {
    if (asset in prices || asset === "USD" || !isPriced(rulebook, asset)) continue;
    const price = readNumber(text, reading.locale);
    if (price && price.value > 0) prices[asset] = price.value;
  }
  return { ...prices };
}

function isPriced(rulebook: Rulebook, asset: string): boolean {
  return assetOf(rulebook, asset) !== undefined || rulebook.contracts.some(({ underlying }) => underlying === asset);
}

type Markets = Pick<Scenario, "marks" | "lasts" | "fundingRates" | "absoluteFundingRates" | "orderBooks">;

function draftMarkets(form: Form, rulebook: Rulebook, reading: Reading): Markets {
  const markets: Required<Markets> = {
    marks: {},
    lasts: {},
    fundingRates: {},
    absoluteFundingRates: {},
    orderBooks: {},
  };
  for (const [contract, market] of Object.entries(form.markets)) {
    if (!contractOf(rulebook, contract)) continue;
    const step = pointerStep(contract);
    const number = (name: "mark" | "last" | "funding", section: keyof Markets) =>
      reading.optional(field.market(contract, name), `/${section}/${step}`, market[name]);
    const mark = number("mark", "marks");
    const last = number("last", "lasts");
    const funding = number("funding", market.absolute ? "absoluteFundingRates" : "fundingRates");
    if (mark !== undefined) markets.marks[contract] = mark;
    if (last !== undefined) markets.lasts[contract] = last;
    if (funding !== undefined && market.absolute) markets.absoluteFundingRates[contract] = funding;
    if (funding !== undefined && !market.absolute) markets.fundingRates[contract] = shiftedDecimal(funding, -2);
    const book = draftBook(contract, market, reading);
    if (book) markets.orderBooks[contract] = book;
  }
  // What was not given is not written.
  return Object.fromEntries(Object.entries(markets).filter(([, given]) => Object.keys(given).length > 0));
}

function draftBook(contract: string, market: MarketRow, reading: Reading): OrderBook | undefined {
  const pointer = `/orderBooks/${pointerStep(contract)}`;
  const bids = reading.book(field.market(contract, "bids"), `${pointer}/bids`, market.bids, -1);
  const asks = reading.book(field.market(contract, "asks"), `${pointer}/asks`, market.asks, 1);
  if (bids.length === 0 && asks.length === 0) return undefined;
  return { ...(bids.length > 0 && { bids }), ...(asks.length > 0 && { asks }) };
}

/** Every asset an account uses but USD: what it holds, then what it trades, transfers or is paid in and does not hold. */
export function pricedAssets(wallet: WalletRow, rulebook: Rulebook): string[] {
  const held = heldAssets(wallet);
  const traded = [...wallet.positions, ...wallet.orders].flatMap(({ contract }) =>
    contractOf(rulebook, contract) ? [underlyingOf(rulebook, contract)] : [],
  );
  const trades = wallet.positions.length + wallet.orders.length > 0;
  const paidIn = wallet.type === "multi-collateral" && trades ? [wallet.profitCurrency] : [];
  const all = new Set([...held, ...traded, ...wallet.transfers.map(({ asset }) => asset), ...paidIn]);
  return [...all].filter((asset) => asset !== "" && asset !== "USD");
}

/** What an account holds, USD too. */
export function heldAssets(wallet: WalletRow): string[] {
  switch (wallet.type) {
    case "multi-collateral":
      return [...new Set(wallet.collateral.map(({ asset }) => asset))];
    case "single-collateral":
      return [wallet.asset];
    case "us-futures":
      return ["USD"];
  }
}

/** The contracts that an account trades or would trade, once each. */
export function usedContracts(wallet: WalletRow): string[] {
  return [...new Set([...wallet.positions, ...wallet.orders].map(({ contract }) => contract))];
}
