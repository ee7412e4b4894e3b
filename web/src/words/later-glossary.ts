// SPDX-License-Identifier: MIT
//
// The words of the parts that come after the first screen.

export const laterGlossary = {
  funding: "What the open positions pay (minus) or receive at today’s funding rates, if those stay as they are.",
  settled:
    "Funding builds up all the time and is paid or received in one sum at each settlement, if rates and positions stay as they are.",
  hoursToLiquidation:
    "How long until funding alone has used up the buffer, with prices and rates as they are. Usually far away; at a high rate it is not.",
  interest: "Charged by the day on open losses beyond a threshold that no USD in the wallet covers.",
  settlement:
    "What would be left if every position were closed now at its mark price. Where USD does not suffice, the exchange sells other collateral, that with the lowest haircut first, for a conversion fee.",
  automaticConversion:
    "USD owed above the exchange’s threshold is covered by selling collateral without asking.",
  slippage: "What a market order costs because it does not fill at the mark price: taken from the order book you pasted.",
  triggerSignal: {
    mark: "What the exchange values the contract at, and liquidates by.",
    index: "The price of the asset itself, averaged over several exchanges.",
    last: "What the last trade was made at, which may jump for a moment.",
  },
  protection:
    "What the exchange does when the liquidation price is reached. It sends no margin call and no warning: set alerts yourself.",
  pledge:
    "The same money kept as crypto collateral, or sold for USD first. Sold, there is no haircut and no second risk, but you no longer own the coin.",
} as const;
