// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { OrderType } from "#margin";

/** An order's kind within a line, as in "Buy BTC: take profit". */
export function orderKind(type: OrderType): string {
  switch (type) {
    case "limit":
      return msg("limit", { id: "order-kind-limit" });
    case "market":
      return msg("market", { id: "order-kind-market" });
    case "stop":
      return msg("stop", { id: "order-kind-stop" });
    case "take-profit":
      return msg("take profit", { id: "order-kind-take-profit" });
    case "trigger-entry":
      return msg("trigger entry", { id: "order-kind-trigger-entry" });
  }
}
