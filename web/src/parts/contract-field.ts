// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Rulebook } from "#margin";
import type { Form, WalletRow } from "../form/model.ts";
import { suggestPrice } from "../form/new-rows.ts";
import { contractOf, contractsFor, contractTitle, underlyingOf, type AnyContract } from "../form/rulebooks.ts";
import { language } from "../language/language.ts";
import { assumptionMark, selectField, type Choice } from "./fields.ts";
import type { View } from "./view.ts";

/** A list of more is searched. */
const kFew = 8;

export interface ContractField {
  id: string;
  /** The row it belongs to, in words. */
  of: string;
  contract: string;
  set: (form: Form, symbol: string) => void;
}

/** The contracts to choose from, and the one chosen. */
export function contractField(
  view: View,
  options: ContractField,
): TemplateResult {
  const { rulebook, account } = view;
  const contract = contractOf(rulebook, options.contract);
  const choices = contractChoices(rulebook, account);
  return selectField(view, {
    id: options.id,
    label: msg("Contract"),
    of: options.of,
    value: options.contract,
    choices: found(view, options, choices),
    badge: html`${contract?.assumed ? assumptionMark(assumedOf(contract)) : nothing}
    ${choices.length > kFew ? (view.later?.searchSwitch(view, options) ?? nothing) : nothing}`,
    hint: view.later?.searchField(view, options, choices) ?? nothing,
    set: (form, symbol) => choose(view, options, form, symbol),
  });
}

/** Hundreds of labels, which each row shows: made once for a rulebook, a kind of account and a language. */
const made = new WeakMap<Rulebook, Map<string, readonly Choice[]>>();

function contractChoices(rulebook: Rulebook, account: WalletRow): readonly Choice[] {
  const key = `${language()} ${account.type} ${account.asset}`;
  const known = made.get(rulebook) ?? new Map<string, readonly Choice[]>();
  made.set(rulebook, known);
  const choices = known.get(key) ?? contractsFor(rulebook, account).map(contractChoice);
  known.set(key, choices);
  return choices;
}

function assumedOf({ type, symbol }: AnyContract): string {
  return type === "us" ? msg(str`the margins of ${symbol}`) : msg(str`the margin class of ${symbol}`);
}

function contractChoice(contract: AnyContract): Choice {
  return { value: contract.symbol, label: `${contractTitle(contract)} (${contract.symbol})` };
}

/** Trades another contract; its price is needed then too. */
export function choose({ rulebook, numbers }: View, options: ContractField, form: Form, symbol: string): void {
  options.set(form, symbol);
  suggestPrice(form, underlyingOf(rulebook, symbol), numbers);
}

/** Where what is searched for is kept. */
export function searchId({ id }: ContractField): string {
  return `${id}-search`;
}

/** The choices whose words hold everything that is searched for, and the one chosen. */
export function found(view: View, options: ContractField, choices: readonly Choice[]): readonly Choice[] {
  const wanted = (view.asked.get(searchId(options)) ?? "").toLowerCase().trim();
  if (wanted === "") return choices;
  const words = wanted.split(/\s+/);
  const holds = ({ label }: Choice) => words.every((word) => label.toLowerCase().includes(word));
  return choices.filter((choice) => choice.value === options.contract || holds(choice));
}
