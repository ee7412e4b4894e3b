// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import type { Scenario, Warning } from "#margin";
import { language } from "../language/language.ts";

/** What the module remarks. It says so in English, to which other languages go back where the code is not known here. */
export function remarkWords({ code, path, message }: Warning, scenario: Scenario): string {
  if (language() === "en") return message;
  const name = subjectOf(path, scenario);
  switch (code) {
    case "not-effective":
      return msg("The rulebook is not yet in effect on the day of the scenario.");
    case "rulebook-age":
      return msg("The rulebook is more than 180 days older than the scenario; rules may have changed since.");
    case "assumed":
      return msg(str`A figure of ${name} is an assumption: it is not published.`);
    case "negative-equity":
      return msg(str`The isolated position in ${name} has lost more than the margin set aside for it.`);
    case "isolated-liquidation":
      return msg(str`The isolated position in ${name} is at or below its maintenance margin today.`);
    case "mark-limit":
      return msg(str`The mark price of ${name} is further from its index price than the exchange lets it be.`);
    case "funding-limit":
      return msg(str`The funding rate of ${name} is beyond the exchange’s limit.`);
    case "expired":
      return msg(str`${name} has expired: it was settled in cash.`);
    default:
      return message;
  }
}

/** The asset or contract at this place of the scenario, or of the row there. */
function subjectOf(path: string, scenario: Scenario): string {
  const at = path
    .split("/")
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], scenario);
  if (typeof at === "string") return at;
  const { contract, asset } = (at ?? {}) as { contract?: string; asset?: string };
  return contract ?? asset ?? path.split("/").at(-1) ?? "";
}
