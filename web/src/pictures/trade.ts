// SPDX-License-Identifier: MIT
//
// The same trade in three kinds of account: profit and loss side by side, and where each account ends.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import { blank, blankId, blankProblems, blankValue, choice, chosen, type Blank, type Choosing } from "../parts/blanks.ts";
import type { View } from "../parts/view.ts";
import { accountWords } from "../words/accounts.ts";
import { noAnswerWords } from "../words/refusals.ts";
import { figure, type Sentence } from "../words/sentences.ts";
import type { Columns } from "./columns.ts";
import { fileWord, framed, sentenceId } from "./frame.ts";
import { placesAlong, type Span } from "./scales.ts";
import { sentencesIn } from "./standing.ts";
import { drawnLines, drawnProfit, tradeChart, type TradeChart } from "./trade-chart.ts";
import { kTradePlaces, tradeLines, type AccountLine, type TradeLines } from "./trade-lines.ts";

interface Fields {
  side: Choosing;
  asset: Choosing;
  unit: Choosing;
  notional: Blank;
  collateral: Blank;
  from: Blank;
  to: Blank;
}

export function tradePicture(view: View, wallet: WalletReport): TemplateResult {
  const fields = fieldsOf(view, wallet);
  const { notional, collateral, from, to } = fields;
  const span: Span = { from: blankValue(view, from), to: blankValue(view, to) };
  const side = chosen(view, fields.side.id, fields.side.choices) === "short" ? "short" : "long";
  const asset = chosen(view, fields.asset.id, fields.asset.choices);
  const asked = { asset, side, notional: blankValue(view, notional), collateral: blankValue(view, collateral) } as const;
  const trade = tradeLines(view, asked, span);
  const unit = chosen(view, fields.unit.id, fields.unit.choices);
  const told =
    trade === undefined || "message" in trade
      ? html`<p class="problem">${noAnswerWords(trade)}</p>`
      : tradeFigure(view, { name: "", trade, side, span, coin: unit === "USD" ? undefined : unit }, asset);
  return html`<p class="blanks">
      ${msg(html`${choice(view, fields.side)} ${blank(view, notional)} USD of ${choice(view, fields.asset)} with
      ${blank(view, collateral)} USD of margin, at prices from ${blank(view, from)} % to ${blank(view, to)} %, in
      ${choice(view, fields.unit)}`)}
    </p>
    ${blankProblems(view, [notional, collateral, from, to])} ${told}`;
}

/** At first the reader's own first position. */
function fieldsOf(view: View, wallet: WalletReport): Fields {
  const { result } = view;
  const held = wallet.positions.map(({ contract }) => (result ? underlyingOf(result.rulebook, contract) : contract));
  const asset = { id: blankId(view, "trade-asset"), label: msg("Asset"), choices: choicesOf([...new Set(held)]) };
  const [first] = wallet.positions;
  const sides = [
    { value: "long", label: msg("Long") },
    { value: "short", label: msg("Short") },
  ];
  const percent = (name: string, label: string, otherwise: number, least: number, most: number): Blank => ({
    id: blankId(view, name),
    label,
    otherwise,
    least,
    most,
  });
  return {
    asset,
    side: { id: blankId(view, "trade-side"), label: msg("Side"), choices: first?.side === "short" ? sides.reverse() : sides },
    unit: { id: blankId(view, "trade-unit"), label: msg("Drawn in"), choices: choicesOf(["USD", chosen(view, asset.id, asset.choices)]) },
    notional: percent("trade-size", msg("Size in USD"), worthOf(wallet), 1, 1e12),
    collateral: percent("trade-margin", msg("Margin in USD"), equityOf(wallet), 1, 1e12),
    from: percent("trade-from", msg("Lowest move in per cent"), -50, -95, -1),
    to: percent("trade-to", msg("Highest move in per cent"), 50, 1, 300),
  };
}

function choicesOf(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}

/** To start with, where the reader's own cannot be had. */
const kNotional = 50_000;
const kCollateral = 10_000;

/** A contract of a coin's wallet is a dollar. */
function worthOf({ type, positions: [first] }: WalletReport): number {
  const worth = first && (type === "single-collateral" ? first.size : first.notional);
  return worth !== undefined && worth >= 1 ? legible(worth) : kNotional;
}

function equityOf(wallet: WalletReport): number {
  const equity =
    wallet.type === "us-futures"
      ? wallet.equity
      : wallet.type === "single-collateral"
        ? wallet.marginEquityUsd
        : wallet.portfolioValue;
  return equity >= 1 ? legible(equity) : kCollateral;
}

/** As many digits as a field can show. */
function legible(amount: number): number {
  return Number(amount.toPrecision(6));
}

function tradeFigure(view: View, chart: TradeChart, asset: string): TemplateResult {
  const { coin, trade } = chart;
  const name =
    coin === undefined
      ? msg(str`Profit and loss in USD by the price of ${asset}, in three accounts`)
      : msg(str`Profit and loss in ${coin} by the price of ${asset}, of the inverse contract`);
  return framed(view, {
    id: "trade",
    title: name,
    picture: tradeChart(view, { ...chart, name }),
    sentence: html`<p class="standing" id=${sentenceId("trade")}>${sentencesIn(sentences(view, trade, asset))}</p>`,
    hint: html`${whatIsPosted(view, trade)}`,
    file: `profit-and-loss-of-three-accounts-${fileWord(asset)}-${coin ?? "USD"}`,
    numbers: () => tradeColumns(view, chart),
  });
}

/** Where each account ends, and why the lines are as they are. */
function sentences(view: View, { lines, without }: TradeLines, asset: string): Sentence[] {
  const inverse = lines.find(({ account }) => account.type === "single-collateral");
  return [
    ...lines.map((line) => endOf(view, line)),
    ...without.map((type) => msg(str`${accountWords[type].name}: the rules list no contract on ${asset}.`)),
    ...(lines.some(({ account }) => account.size !== 0)
      ? [msg("In dollars every line is straight, and equal trades lie on each other until one is liquidated.")]
      : []),
    ...(inverse
      ? [
          msg(
            str`${inverse.account.contract} is inverse: it pays in ${asset}, and the lower the price, the more ${asset} a dollar is. So its line bends in ${asset}: a fall costs more ${asset} than an equal rise brings, and the collateral loses value at the same time.`,
          ),
        ]
      : []),
  ];
}

function endOf({ numbers }: View, { account }: AccountLine): Sentence {
  const { contract, size, possible, marginNeeded, liquidation } = account;
  if (size === 0) return msg(str`${contract}: the size is less than one contract.`);
  if (possible === false && marginNeeded !== undefined) {
    return msg(str`${contract}: cannot be opened, for it needs ${figure(numbers.usd(marginNeeded))} of margin.`);
  }
  if (liquidation?.state === "liquidation") return msg(str`${contract}: in liquidation from the start.`);
  const ends = [liquidation?.below, liquidation?.above].flatMap((end) => (end ? [figure(numbers.price(end.price))] : []));
  if (ends.length === 0) return msg(str`${contract}: no price liquidates it.`);
  return msg(str`${contract}: liquidated at ${new Intl.ListFormat(numbers.locale, { type: "disjunction" }).format(ends)}.`);
}

function whatIsPosted({ numbers }: View, { lines }: TradeLines): TemplateResult {
  const posted = lines.flatMap(({ account: { contract, collateral, notional, assumed } }) => {
    if (!collateral || notional === undefined) return [];
    const { asset, quantity } = collateral;
    const margin = asset === "USD" ? numbers.usd(quantity) : numbers.coin(quantity, asset);
    return assumed
      ? [msg(str`${contract}: ${numbers.usd(notional)} with ${margin} posted; its margins are not published, but assumed.`)]
      : [msg(str`${contract}: ${numbers.usd(notional)} with ${margin} posted.`)];
  });
  return html`${posted.map((text) => html`${text} `)}${
    posted.length > 0 ? msg("Profit and loss is of the trade alone, before fees and funding.") : nothing
  }`;
}

function tradeColumns({ numbers }: View, chart: TradeChart): Columns {
  const { coin } = chart;
  const lines = drawnLines(chart);
  const places = lines.find(({ places }) => places.some((place) => place !== undefined));
  const write = (amount: number) => (coin === undefined ? numbers.usd(amount) : numbers.coin(amount, coin));
  const moves = placesAlong(chart.span, kTradePlaces);
  return {
    caption: msg("Profit and loss by the move of the price; “–” where the account is liquidated before"),
    columns: [{ head: msg("Move"), write: numbers.change }, ...lines.map(({ account }) => ({ head: account.contract, write }))],
    rows: places
      ? moves.map((move, index) => [
          move,
          ...lines.map(({ places }) => {
            const point = places[index];
            return point ? drawnProfit(point, coin) : null;
          }),
        ])
      : [],
  };
}
