// SPDX-License-Identifier: MIT
//
// Whether the exchange's margin levels are still those of the rulebook.
import type { Rulebook } from "#margin";
import type { Form } from "../form/model.ts";
import { contractOf } from "../form/rulebooks.ts";
import { usedContracts } from "../form/scenario.ts";
import type { Found } from "./found.ts";
import type { MarginLevel } from "./markets.ts";

/** The contracts in use whose levels differ. */
export function otherLevels(form: Form, found: Found, rulebook: Rulebook): string[] {
  const contracts = new Set(form.wallets.flatMap(usedContracts));
  return [...contracts].filter((symbol) => {
    const contract = contractOf(rulebook, symbol);
    if (!contract || contract.type === "us") return false;
    const retail = form.client === "retail" && contract.retailSchedule !== undefined;
    const schedule = (retail ? contract.retailSchedule : undefined) ?? contract.schedule;
    const ours = ((schedule !== undefined && rulebook.marginSchedules[schedule]) || []).map(
      ({ from, initial, maintenance }): MarginLevel => [from, initial, maintenance],
    );
    const theirs = [...found.instruments.values()].find((instrument) => instrument.contract === symbol);
    const levels = retail ? theirs?.retailLevels : theirs?.levels;
    return levels !== undefined && levels.length > 0 && JSON.stringify(sorted(levels)) !== JSON.stringify(sorted(ours));
  });
}

function sorted(levels: readonly MarginLevel[]): MarginLevel[] {
  return [...levels].sort(([a], [b]) => a - b);
}
