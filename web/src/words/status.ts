// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { UsStatus, WalletStatus } from "#margin";

export type Status = WalletStatus | UsStatus;

interface Words {
  /** A line of its own. */
  full: string;
  /** For tight places. */
  short: string;
  /** How it is drawn. */
  tone: "calm" | "caution" | "danger";
}

export const statusWords: Readonly<Record<Status, Words>> = {
  get healthy(): Words {
    return {
      full: msg("Healthy"),
      short: msg("healthy"),
      tone: "calm",
    };
  },
  get "reduce-only"(): Words {
    return {
      full: msg("Caution: positions can only be reduced"),
      short: msg("caution"),
      tone: "caution",
    };
  },
  get liquidation(): Words {
    return {
      full: msg("Liquidation"),
      short: msg("liquidation"),
      tone: "danger",
    };
  },
  get warning(): Words {
    return {
      full: msg("Warning: cannot be kept past the close"),
      short: msg("warning"),
      tone: "caution",
    };
  },
  get "liquidation-risk"(): Words {
    return {
      full: msg("Liquidation risk"),
      short: msg("liquidation risk"),
      tone: "danger",
    };
  },
};
