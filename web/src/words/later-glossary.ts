// SPDX-License-Identifier: MIT
//
// The words of the parts that come after the first screen.
import { msg } from "@lit/localize";

export const laterGlossary = {
  get funding() {
    return msg("What the open positions pay (minus) or receive at today’s funding rates, if those stay as they are.");
  },
  get settled() {
    return msg(
      "Funding builds up all the time and is paid or received in one sum at each settlement, if rates and positions stay as they are.",
    );
  },
  get hoursToLiquidation() {
    return msg(
      "How long until funding alone has used up the buffer, with prices and rates as they are. Usually far away; at a high rate it is not.",
    );
  },
  get interest() {
    return msg("Charged by the day on open losses beyond a threshold that no USD in the wallet covers.");
  },
  get settlement() {
    return msg(
      "What would be left if every position were closed now at its mark price. Where USD does not suffice, the exchange sells other collateral, that with the lowest haircut first, for a conversion fee.",
    );
  },
  get automaticConversion() {
    return msg("USD owed above the exchange’s threshold is covered by selling collateral without asking.");
  },
  get slippage() {
    return msg(
      "What a market order costs because it does not fill at the mark price: taken from the order book you pasted.",
    );
  },
  get triggerSignal() {
    return {
      mark: msg("What the exchange values the contract at, and liquidates by."),
      index: msg("The price of the asset itself, averaged over several exchanges."),
      last: msg("What the last trade was made at, which may jump for a moment."),
    };
  },
  get protection() {
    return msg(
      "What the exchange does when the liquidation price is reached. It sends no margin call and no warning: set alerts yourself.",
    );
  },
  get pledge() {
    return msg(
      "The same money kept as crypto collateral, or sold for USD first. Sold, there is no haircut and no second risk, but you no longer own the coin.",
    );
  },
} as const;
