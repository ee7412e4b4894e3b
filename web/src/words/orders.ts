// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { OrderType } from "#margin";

export const orderWords: Readonly<Record<OrderType, { name: string; what: string }>> = {
  get limit() {
    return {
      name: msg("Limit"),
      what: msg("Trades at this price or a better one, or waits in the order book."),
    };
  },
  get market() {
    return {
      name: msg("Market"),
      what: msg("Trades at once at the best prices there are, within 1% of the mark price."),
    };
  },
  get stop() {
    return {
      name: msg("Stop"),
      what: msg("Waits until the price gets worse than the trigger, then closes or opens: to limit a loss."),
    };
  },
  get "take-profit"() {
    return {
      name: msg("Take profit"),
      what: msg("Waits until the price gets better than the trigger, then trades."),
    };
  },
  get "trigger-entry"() {
    return {
      name: msg("Trigger entry"),
      what: msg("Waits for the trigger price, then opens a position."),
    };
  },
};
