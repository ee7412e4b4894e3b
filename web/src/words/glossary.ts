// SPDX-License-Identifier: MIT
//
// Each figure in one or two plain sentences, for someone who has never traded.

export const glossary = {
  effectiveLeverage:
    "How many dollars of contracts stand on each dollar of margin equity. At 5×, a move of 1% in the price changes margin equity by about 5%. There is none when no margin equity is left.",
  marginEquity:
    "What the account counts for as security: the collateral after its haircut, plus open profit or minus open loss.",
  initialMargin: "What margin equity must cover to open these positions. Below it, nothing may be added, only closed.",
  maintenanceMargin:
    "The least that must be left. When the margin equity behind the positions falls to it, the exchange closes them: a liquidation.",
  availableMargin: "What is left to back new positions: margin equity less the initial margin in use.",
  marginUsage: "Maintenance margin as a share of the margin equity behind it. At 100% the positions are liquidated.",
  riskBuffer: "How much the account can lose, at unchanged requirements, before it is liquidated.",
  collateralValue: "What the pledged assets count for after the haircut.",
  haircut:
    "The part of an asset’s value that does not count as collateral, in case its price falls. At 2%, $100,000 of the asset count as $98,000.",
  liquidationPrice:
    "The price at which margin equity falls to the maintenance margin while every other price stays as it is. The percentage is its distance from today’s price.",
  market: "All crypto assets, held or traded, moving by the same percentage at once.",
  position:
    "A futures contract follows the price of an asset without your owning it. A long position gains when the price " +
    "rises and loses when it falls; a short position does the opposite.",
  notional: "The value of the contracts at the mark price.",
  unrealizedPnl: "Open profit or loss: what closing at the mark price would bring or cost, before fees.",
  level:
    "Large positions need a higher percentage of margin. The level is the row of the exchange’s margin schedule that applies.",
  bankruptcyPrice:
    "The price at which nothing would be left of the margin equity. Liquidation comes earlier, to stop short of it.",
  markPrice:
    "The price the exchange values a contract at; liquidations follow it, not the last trade. Left empty, it is the index price.",
  indexPrice: "The price of the asset itself, averaged over several exchanges.",
  cross: "The whole wallet backs the position.",
  isolated: "Only the margin set aside for the position is at risk.",
} as const;

export const policyWords = {
  entry: "Margin is a share of the position’s value when it was opened. Kraken’s schedules read this way.",
  mark: "Margin is a share of the position’s value at today’s mark price, so it moves with the price.",
  flat: "One percentage for the whole position, given by its total size.",
  marginal: "Each slice of the position has its own percentage, as with tax brackets.",
} as const;
