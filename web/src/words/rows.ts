// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { RowKind } from "../parts/view.ts";

export function removedWords(kind: RowKind): string {
  switch (kind) {
    case "collateral":
      return msg("Collateral removed.");
    case "positions":
      return msg("Position removed.");
    case "orders":
      return msg("Order removed.");
    case "transfers":
      return msg("Transfer removed.");
  }
}
