// SPDX-License-Identifier: MIT
import type { OrderType } from "#margin";

export const orderWords: Readonly<Record<OrderType, { name: string; what: string }>> = {
  limit: { name: "Limit", what: "Trades at this price or a better one, or waits in the order book." },
  market: { name: "Market", what: "Trades at once at the best prices there are, within 1% of the mark price." },
  stop: { name: "Stop", what: "Waits until the price gets worse than the trigger, then closes or opens: to limit a loss." },
  "take-profit": { name: "Take profit", what: "Waits until the price gets better than the trigger, then trades." },
  "trigger-entry": { name: "Trigger entry", what: "Waits for the trigger price, then opens a position." },
};
