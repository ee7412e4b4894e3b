// SPDX-License-Identifier: MIT
//
// What the answers come to, before anything of the form changes.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Rulebook } from "#margin";
import type { Kraken } from "../element/kraken.ts";
import { copyForm, type Form } from "../form/model.ts";
import { takeAccounts, type TakenAccounts } from "../kraken/accounts.ts";
import type { Found } from "../kraken/found.ts";
import type { Left } from "../kraken/left.ts";
import { otherLevels } from "../kraken/levels.ts";
import { takePrices, type TakenPrices } from "../kraken/prices.ts";
import { language, plural } from "../language/language.ts";
import { whyLeft } from "../words/kraken.ts";
import { namesOf } from "./sentence.ts";
import type { View } from "./view.ts";

type Content = TemplateResult | typeof nothing;

/** Entries of what was left out; a foreign file may have thousands. */
const kShown = 40;

export function krakenFound(view: View, { found }: Kraken): Content {
  if (!found) return nothing;
  const accounts = found.accounts || found.positions ? takeAccounts(view.form, found, view.rulebooks, view.numbers) : undefined;
  return html`<section class="kraken" aria-labelledby="kraken-found">
    <h4 id="kraken-found" tabindex="-1">${msg("What the answers hold")}</h4>
    ${moment(found)} ${accounts ? accountChoice(view, found, accounts) : nothing} ${priceChoice(view, found)}
    ${leftOut([...found.left, ...(accounts?.left ?? [])])}
  </section>`;
}

function moment({ time }: Found): Content {
  if (time === "") return nothing;
  const format = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return html`<p class="hint">${msg(str`The newest answer is of ${format.format(new Date(time))}, UTC.`)}</p>`;
}

/* ------------------------------------------------------------------------------- the choices */

function accountChoice(view: View, found: Found, accounts: TakenAccounts): TemplateResult {
  const { form, rulebook } = accounts;
  const prices = takePrices(form, found, rulebook, view.numbers);
  const sentence = msg(
    str`Found ${positionCount(accounts.positions)}, ${holdingCount(accounts.holdings)} and ${priceCount(prices)}.`,
  );
  return choice(view, {
    id: "kraken-accounts",
    sentence,
    notes: [...accountNotes(view, found, accounts), ...priceNotes(prices), ...levelNotes(form, found, rulebook)],
    button: msg("Replace the accounts of the form"),
    form,
    done: msg("The accounts of the form were replaced by Kraken’s answers."),
  });
}

function priceChoice(view: View, found: Found): TemplateResult {
  const form = copyForm(view.form);
  const prices = takePrices(form, found, view.rulebook, view.numbers);
  if (prices.assets.length + prices.contracts.length === 0) {
    return html`<p class="hint">
      ${msg("None of the prices in the answers is of something that the form holds or trades now.")}
    </p>`;
  }
  return choice(view, {
    id: "kraken-prices",
    sentence: msg(str`For what the form holds and trades now there are ${priceCount(prices)}.`),
    notes: [...priceNotes(prices), ...levelNotes(form, found, view.rulebook)],
    button: msg("Take over only the prices"),
    form,
    done: msg("The prices of the form were replaced by Kraken’s answers."),
  });
}

interface Choice {
  id: string;
  sentence: string;
  notes: readonly string[];
  button: string;
  form: Form;
  done: string;
}

function choice(view: View, { id, sentence, notes, button, form, done }: Choice): TemplateResult {
  const take = (event: Event) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    view.act.fill(form, done, id);
    // The way back is at the top, beside the new answer.
    requestAnimationFrame(() => root.getElementById("undo")?.focus());
  };
  return html`<div class="choice">
    <p>${sentence}</p>
    ${notes.length > 0 ? html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    <button type="button" id=${id} @click=${take}>${button}</button>
  </div>`;
}

/* ------------------------------------------------------------------------------- in words */

function positionCount(count: number): string {
  return plural(count, { one: msg(str`${count} position`), other: msg(str`${count} positions`) });
}

function holdingCount(count: number): string {
  return plural(count, { one: msg(str`${count} kind of collateral`), other: msg(str`${count} kinds of collateral`) });
}

function priceCount({ assets, contracts }: TakenPrices): string {
  const count = assets.length + contracts.length;
  return plural(count, { one: msg(str`${count} price`), other: msg(str`${count} prices`) });
}

function accountNotes(view: View, found: Found, { rulebook }: TakenAccounts): string[] {
  const { form, rulebooks } = view;
  const lost = form.wallets.some(({ type }) => type === "us-futures");
  return [
    ...(found.accounts ? [] : [msg("There is no answer of accounts: collateral and balances stay as they are in the form.")]),
    ...(found.positions ? [] : [msg("There is no answer of openpositions: positions stay as they are in the form.")]),
    ...(rulebook.id === view.rulebook.id ? [] : [msg(str`They follow other rules, which are chosen with them: ${titleOf(rulebook, rulebooks)}.`)]),
    ...(lost ? [msg("Accounts of US futures are taken out; this can be undone.")] : []),
  ];
}

function titleOf({ id, title }: Rulebook, rulebooks: readonly Rulebook[]): string {
  return rulebooks.find((rulebook) => rulebook.id === id)?.title ?? title;
}

function priceNotes({ assets, valued, contracts, missing }: TakenPrices): string[] {
  const listed = assets.filter((asset) => !valued.includes(asset));
  return [
    ...(listed.length > 0 ? [msg(str`Index prices: ${namesOf(listed)}.`)] : []),
    ...(valued.length > 0 ? [msg(str`Prices that the account values its own collateral at: ${namesOf(valued)}.`)] : []),
    ...(contracts.length > 0 ? [msg(str`Mark price, last price and funding, as far as given: ${namesOf(contracts)}.`)] : []),
    ...(missing.length > 0 ? [msg(str`Without a price in the answers, so the form’s own stays: ${namesOf(missing)}.`)] : []),
  ];
}

function levelNotes(form: Form, found: Found, rulebook: Rulebook): string[] {
  const others = otherLevels(form, found, rulebook);
  if (others.length === 0) return [];
  return [
    msg(
      str`Kraken’s margin levels are other ones by now than those of the rules chosen here, which this page goes by: ${namesOf(others)}.`,
    ),
  ];
}

/* ------------------------------------------------------------------------------- what was left out */

/** The reader's own answers first: the public ones hold much that nobody asked for. */
function leftOut(left: readonly Left[]): Content {
  if (left.length === 0) return html`<p class="hint">${msg("All of it was understood.")}</p>`;
  const isPublic = ({ pointer }: Left) => /^\/(?:tickers?|instruments)(?:\/|$)/.test(pointer);
  const sorted = [...left.filter((one) => !isPublic(one)), ...left.filter(isPublic)];
  const more = sorted.length - kShown;
  const title = plural(left.length, {
    one: msg(str`Not taken over: ${left.length} entry`),
    other: msg(str`Not taken over: ${left.length} entries`),
  });
  return html`<details class="fold" ?open=${left.some((one) => !isPublic(one))}>
    <summary>${title}</summary>
    <ul class="left">
      ${sorted.slice(0, kShown).map(
        (one) => html`<li><span class="where">${one.document} <code>${one.pointer}</code></span>: ${whyLeft(one)}</li>`,
      )}
      ${more > 0 ? html`<li>${msg(str`And ${more} more.`)}</li>` : nothing}
    </ul>
  </details>`;
}
