// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { EmbeddedView } from "../embed/presentation.ts";
import { canMap } from "./embedded.ts";
import type { Choice } from "./fields.ts";
import type { View } from "./view.ts";

/** The parts that an author can lock or hide (element/fixed.ts); `only`: what there is nothing to lock of. */
export function partWords(): { name: string; words: string; only?: "hide" }[] {
  return [
    { name: "accounts", words: msg("Kinds of accounts") },
    { name: "collateral", words: msg("What is owned") },
    { name: "positions", words: msg("Positions") },
    { name: "orders", words: msg("Orders to try out") },
    { name: "transfers", words: msg("Transfers to try out") },
    { name: "prices", words: msg("Prices") },
    { name: "time", words: msg("Date and time") },
    { name: "rules", words: msg("Rules and assumptions") },
    { name: "examples", words: msg("Examples") },
    { name: "keep", words: msg("Keep and share"), only: "hide" },
    { name: "results", words: msg("Results"), only: "hide" },
  ];
}

export function viewChoices({ wallet }: View): Choice[] {
  const choices: { value: EmbeddedView; label: string }[] = [
    { value: "full", label: msg("The whole calculator") },
    { value: "form", label: msg("The answer and the form") },
    { value: "curve", label: msg("The answer and the picture of a price") },
    { value: "map", label: msg("The answer and the picture of two prices") },
    { value: "headline", label: msg("The answer alone") },
  ];
  return choices.filter(({ value }) => value !== "map" || (wallet !== undefined && canMap(wallet)));
}
