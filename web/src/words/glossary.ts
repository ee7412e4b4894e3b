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
  lastPrice:
    "What the last trade was made at. Only orders that wait on it follow it: neither profit nor liquidation does.",
  fundingRate:
    "What one side of a perpetual pays the other each hour, as a percentage of the position. Positive: longs pay shorts.",
  fees: "The taker fee at your volume of the last thirty days, on the value at entry or at today’s mark price.",
  breakEvenPrice: "The mark price at which profit and funding just pay the fees for opening and closing.",
  returnOnEquity: "Open profit or loss as a share of the position’s initial margin.",
  positionLeverage: "The position’s value over the whole wallet’s value (isolated: over its own equity).",
  markLimits: "The exchange keeps the mark price within this range of the index price.",
  expiry: "When the contract ends. Holding it until then costs a taker fee at settlement.",
  withdrawable: "What can leave the wallet today without the available margin falling below zero.",
  equity: "Cash plus open profit or minus open loss.",
  requirement:
    "What equity must cover at this moment: intraday margin while the session runs, initial or maintenance margin around and after its close.",
  portfolioRiskBuffer: "How much the account can lose before its equity falls below the margin in force now.",
  intradayMargin: "The margin for each contract from the opening until shortly before the close of its session.",
  usInitialMargin: "The margin to hold a contract into the next session. In force from shortly before the close.",
  usMaintenanceMargin: "The margin to keep a position that is carried for several days.",
  usLiquidationPrice:
    "The price at which equity falls below the margin in force now, while every other price stays as it is. The firm may then close positions, and chooses which.",
  sliders:
    "How much of your equity each kind of margin uses. Above 100% of intraday margin is a warning; above 100% of initial margin near the close, positions are likely to be liquidated.",
  clock:
    "US futures need less margin while their session runs than overnight. Shortly before the close the requirement rises, whatever the price does.",
  nextRequirement: "The margin for the same positions once the next change is in force.",
  nextRiskBuffer: "Equity less that margin. Below zero the positions cannot be kept.",
  usLiquidationFee: "What the firm charges for closing your positions: less the first time than later.",
  indexPrice: "The price of the asset itself, averaged over several exchanges.",
  cross: "The whole wallet backs the position.",
  isolated: "Only the margin set aside for the position is at risk.",
  ownEquity: "The margin set aside, with the position’s own profit, loss and funding.",
  unrealizedFunding: "Funding that has built up and is not yet paid (minus) or received.",
  indicatedFundingRate:
    "The rate that today’s distance between mark and index price leads to, within the contract’s limit. The exchange sets the actual one from its own averages.",
  portfolioValue: "The whole account with open profit and loss, nothing left out: what it is worth, not what it counts for.",
  netted:
    "Margin is charged on the larger of the two sides only, so the account’s margin is less than that of its positions together.",
} as const;

export const policyWords = {
  entry: "Margin is a share of the position’s value when it was opened. Kraken’s schedules read this way.",
  mark: "Margin is a share of the position’s value at today’s mark price, so it moves with the price.",
  flat: "One percentage for the whole position, given by its total size.",
  marginal: "Each slice of the position has its own percentage, as with tax brackets.",
  netting: { on: "The larger of the two is charged", off: "Both are charged" },
  collateralFee: { on: "Also reduces collateral", off: "Does not reduce collateral" },
  closingFee: { on: "Added to maintenance margin", off: "Not added" },
} as const;
