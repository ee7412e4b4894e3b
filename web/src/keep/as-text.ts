// SPDX-License-Identifier: MIT
//
// A result as plain text, to paste anywhere.
import { msg, str } from "@lit/localize";

import type { AccountOverview, Overview, Table } from "./overview.ts";
import type { Line } from "./lines.ts";

export interface Origin {
  version: string;
  /** The day on which it was written, in words. */
  date: string;
  /** That restores the form; absent where there is none. */
  link?: string;
}

export function asText(overview: Overview, { version, date, link }: Origin): string {
  const title = overview.title || msg("Margin of a crypto-futures account");
  const several = overview.accounts.length > 1;
  return [
    title,
    ...overview.accounts.flatMap((account) => accountText(account, several)),
    section(msg("Rules"), overview.rules.map(lineText)),
    section(msg("Assumed, because it is not published"), overview.assumed),
    section(msg("Remarks"), overview.remarks),
    [msg("An estimate, not advice."), msg(str`Margin calculator ${version}, ${date}.`), ...(link ? [link] : [])].join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function accountText(account: AccountOverview, several: boolean): string[] {
  return [
    ...(several ? [account.name] : []),
    [account.lead, ...account.notes].join("\n"),
    section(several ? msg("Entered") : msg(str`Entered (${account.name})`), account.entered.map(lineText)),
    section(msg("Figures"), account.figures.map(lineText)),
    section(msg("Liquidation prices"), tableLines(account.liquidations)),
    section(msg("Positions"), tableLines(account.positions)),
  ];
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map((line) => `- ${line}`)].join("\n");
}

function lineText([label, value]: Line): string {
  return msg(str`${label}: ${value}`);
}

/** "BTC: Today $100,000.00; Liquidation below $84,448.16 (−15.6%)". */
function tableLines({ heads, rows }: Table): string[] {
  return rows.map(([name = "", ...values]) =>
    lineText([name, values.map((value, index) => `${heads[index + 1] ?? ""} ${value}`).join("; ")]),
  );
}
