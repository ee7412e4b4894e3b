// SPDX-License-Identifier: MIT
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
  healthy: { full: "Healthy", short: "healthy", tone: "calm" },
  "reduce-only": { full: "Caution: positions can only be reduced", short: "caution", tone: "caution" },
  liquidation: { full: "Liquidation", short: "liquidation", tone: "danger" },
  warning: { full: "Warning: cannot be kept past the close", short: "warning", tone: "caution" },
  "liquidation-risk": { full: "Liquidation risk", short: "liquidation risk", tone: "danger" },
};
