// SPDX-License-Identifier: MIT
//
// Each figure in one or two plain sentences, for someone who has never traded.
import { msg } from "@lit/localize";

export const glossary = {
  get effectiveLeverage() {
    return msg(
      "How many dollars of contracts stand on each dollar of margin equity. At 5×, a move of 1% in the price changes margin equity by about 5%. There is none when no margin equity is left.",
    );
  },
  get marginEquity() {
    return msg(
      "What the account counts for as security: the collateral after any haircut, plus open profit or minus open loss.",
    );
  },
  get initialMargin() {
    return msg("What margin equity must cover to open these positions. Below it, nothing may be added, only closed.");
  },
  get maintenanceMargin() {
    return msg(
      "The least that must be left. When the margin equity behind the positions falls to it, the exchange closes them: a liquidation.",
    );
  },
  get liquidated() {
    return msg(
      "The exchange closes the positions by itself, because the margin equity behind them has fallen to the least that must be left, the maintenance margin.",
    );
  },
  get availableMargin() {
    return msg("What is left to back new positions: margin equity less the initial margin in use and what open orders set aside.");
  },
  get marginUsage() {
    return msg("Maintenance margin as a share of the margin equity behind it. At 100% the positions are liquidated.");
  },
  get riskBuffer() {
    return msg("How much the account can lose, at unchanged requirements, before it is liquidated.");
  },
  get collateralValue() {
    return msg("What the pledged assets count for after the haircut.");
  },
  get haircut() {
    return msg(
      "The part of an asset’s value that does not count as collateral, in case its price falls. At 2%, $100,000 of the asset count as $98,000.",
    );
  },
  get liquidationPrice() {
    return msg(
      "The price at which margin equity falls to the maintenance margin while every other price stays as it is. The percentage is its distance from today’s price.",
    );
  },
  get market() {
    return msg("All crypto assets, held or traded, moving by the same percentage at once.");
  },
  get position() {
    return msg(
      "A futures contract follows the price of an asset without your owning it. A long position gains when the price rises and loses when it falls; a short position does the opposite.",
    );
  },
  get notional() {
    return msg("The value of the contracts at the mark price.");
  },
  get unrealizedPnl() {
    return msg("Open profit or loss: what closing at the mark price would bring or cost, before fees.");
  },
  get level() {
    return msg(
      "Large positions need a higher percentage of margin. The level is the row of the exchange’s margin schedule that applies.",
    );
  },
  get bankruptcyPrice() {
    return msg(
      "The price at which nothing would be left of the margin equity. Liquidation comes earlier, to stop short of it.",
    );
  },
  get markPrice() {
    return msg(
      "The price the exchange values a contract at; liquidations follow it, not the last trade. Left empty, it is the index price.",
    );
  },
  get lastPrice() {
    return msg(
      "What the last trade was made at. Only orders that wait on it follow it: neither profit nor liquidation does.",
    );
  },
  get fundingRate() {
    return msg(
      "What one side of a perpetual pays the other each hour, as a percentage of the position. Positive: longs pay shorts.",
    );
  },
  get fees() {
    return msg("The taker fee at your volume of the last thirty days, on the value at entry or at today’s mark price.");
  },
  get breakEvenPrice() {
    return msg("The mark price at which profit and funding just pay the fees for opening and closing.");
  },
  get returnOnEquity() {
    return msg("Open profit or loss as a share of the position’s initial margin.");
  },
  get positionLeverage() {
    return msg("The position’s value over the whole wallet’s value (isolated: over its own equity).");
  },
  get markLimits() {
    return msg("The exchange keeps the mark price within this range of the index price.");
  },
  get expiry() {
    return msg("When the contract ends. Holding it until then costs a taker fee at settlement.");
  },
  get withdrawable() {
    return msg("What can leave the wallet today without the available margin falling below zero.");
  },
  get equity() {
    return msg("Cash plus open profit or minus open loss.");
  },
  get requirement() {
    return msg(
      "What equity must cover at this moment: intraday margin while the session runs, initial or maintenance margin around and after its close.",
    );
  },
  get portfolioRiskBuffer() {
    return msg("How much the account can lose before its equity falls below the margin in force now.");
  },
  get intradayMargin() {
    return msg("The margin for each contract from the opening until shortly before the close of its session.");
  },
  get usInitialMargin() {
    return msg("The margin to hold a contract into the next session. In force from shortly before the close.");
  },
  get usMaintenanceMargin() {
    return msg("The margin to keep a position that is carried for several days.");
  },
  get usLiquidationPrice() {
    return msg(
      "The price at which equity falls below the margin in force now, while every other price stays as it is. The firm may then close positions, and chooses which.",
    );
  },
  get sliders() {
    return msg(
      "How much of your equity each kind of margin uses. Above 100% of intraday margin is a warning; above 100% of initial margin near the close, positions are likely to be liquidated.",
    );
  },
  get clock() {
    return msg(
      "US futures need less margin while their session runs than overnight. Shortly before the close the requirement rises, whatever the price does.",
    );
  },
  get nextRequirement() {
    return msg("The margin for the same positions once the next change is in force.");
  },
  get nextRiskBuffer() {
    return msg("Equity less that margin. Below zero the positions cannot be kept.");
  },
  get usLiquidationFee() {
    return msg("What the firm charges for closing your positions: less the first time than later.");
  },
  get indexPrice() {
    return msg("The price of the asset itself, averaged over several exchanges.");
  },
  get cross() {
    return msg("The whole wallet backs the position.");
  },
  get isolated() {
    return msg("Only the margin set aside for the position is at risk.");
  },
  get ownEquity() {
    return msg("The margin set aside, with the position’s own profit, loss and funding.");
  },
  get unrealizedFunding() {
    return msg("Funding that has built up and is not yet paid (minus) or received.");
  },
  get indicatedFundingRate() {
    return msg(
      "The rate that today’s distance between mark and index price leads to, within the contract’s limit. The exchange sets the actual one from its own averages.",
    );
  },
  get portfolioValue() {
    return msg(
      "The whole account with open profit and loss, nothing left out: what it is worth, not what it counts for.",
    );
  },
  get netted() {
    return msg(
      "Margin is charged on the larger of the two sides only, so the account’s margin is less than that of its positions together.",
    );
  },
} as const;

export const policyWords = {
  get entry() {
    return msg("Margin is a share of the position’s value when it was opened. Kraken’s schedules read this way.");
  },
  get mark() {
    return msg("Margin is a share of the position’s value at today’s mark price, so it moves with the price.");
  },
  get flat() {
    return msg("One percentage for the whole position, given by its total size.");
  },
  get marginal() {
    return msg("Each slice of the position has its own percentage, as with tax brackets.");
  },
  get netting() {
    return {
      on: msg("The larger of the two is charged"),
      off: msg("Both are charged"),
    };
  },
  get collateralFee() {
    return {
      on: msg("Also reduces collateral"),
      off: msg("Does not reduce collateral"),
    };
  },
  get closingFee() {
    return {
      on: msg("Added to maintenance margin"),
      off: msg("Not added"),
    };
  },
} as const;
