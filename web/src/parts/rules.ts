// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Client, Levels, MarginBasis } from "#margin";
import { field, type Choice } from "../form/model.ts";
import { levelsOf, marginBasisOf, nameOf, switchOf } from "../form/rulebooks.ts";
import { policyWords } from "../words/glossary.ts";
import { originWords, rulebookTitle } from "../words/origins.ts";
import { fold } from "./explain.ts";
import { numberField, priceField, radioField, selectField } from "./fields.ts";
import { momentField } from "./us.ts";
import { accountIn, type View } from "./view.ts";

export function rulesSection(view: View): TemplateResult {
  const { form, rulebook, rulebooks, account } = view;
  const us = account.type === "us-futures";
  return html`<section aria-labelledby="rules-title">
    <h3 id="rules-title">${msg("Rules of the exchange")}</h3>
    ${selectField(view, {
      id: field.rulebook,
      label: msg("Rulebook"),
      value: nameOf(rulebook),
      choices: rulebooks.map((one) => ({ value: nameOf(one), label: rulebookTitle(one) })),
      choose: (name) => view.act.useRulebook(name),
      hint: html`<p class="hint">${effectWords(rulebook.effective)} ${originWords(rulebook)}</p>`,
    })}
    ${us ? nothing : policyFields(view)}
    ${
      us
        ? nothing
        : fold(
            view,
            "client-fold",
            msg("You as a client: volume and kind"),
            volumeUsed(view),
            html`<div class="fields">
            ${numberField(view, {
              id: field.volume30d,
              label: msg("Volume of the last 30 days"),
              unit: "USD",
              value: form.volume30d,
              placeholder: "0",
              set: (form, text) => (form.volume30d = text),
              hint: html`<p class="hint">${msg("The trading fee depends on it.")}</p>`,
            })}
            ${radioField(view, {
              id: field.client,
              label: msg("Client"),
              value: form.client,
              choices: [
                { value: "professional", label: msg("Professional") },
                {
                  value: "retail",
                  label: msg("Retail"),
                  hint: msg("Higher margin where the exchange asks it of retail clients."),
                },
              ],
              set: (form, client) => (form.client = client as Client),
            })}
          </div>`,
          )
    }
    ${moreOptions(view)} ${view.later?.otherMarkets(view) ?? nothing} ${view.later?.ownFigures(view) ?? nothing}
  </section>`;
}

function effectWords(effective: string): TemplateResult {
  const day = html`<time datetime=${effective}>${effective}</time>`;
  return isOld(effective)
    ? msg(html`In effect from ${day}, more than 180 days ago: what the exchange has changed since is not in it.`)
    : msg(html`In effect from ${day}.`);
}

/** By the reader's own clock: the module warns of it only where the scenario has a date. */
function isOld(effective: string): boolean {
  const kDay = 86_400_000;
  return Date.now() - Date.parse(effective) > 180 * kDay;
}

function volumeUsed({ form, problems }: View): boolean {
  return form.volume30d !== "" || form.client !== "professional" || problems.has(field.volume30d);
}

function policyFields(view: View): TemplateResult {
  const { form, rulebook } = view;
  const basis = marginBasisOf(rulebook);
  const levels = levelsOf(rulebook);
  // What the rulebook says anyway is not written down, so that it follows a change of rulebook.
  const unless = <Word extends string>(own: Word, chosen: string): Word | "" =>
    chosen === own ? "" : (chosen as Word);
  return html`<div class="pair">
    ${radioField(view, {
      id: field.marginBasis,
      label: msg("Margin is charged on"),
      value: form.marginBasis || basis,
      choices: [
        { value: "entry", label: choiceName(msg("Entry price"), basis === "entry"), hint: policyWords.entry },
        { value: "mark", label: choiceName(msg("Mark price"), basis === "mark"), hint: policyWords.mark },
      ],
      set: (form, value) => (form.marginBasis = unless<MarginBasis>(basis, value)),
    })}
    ${radioField(view, {
      id: field.levels,
      label: msg("Levels of the margin schedule"),
      value: form.levels || levels,
      choices: [
        { value: "flat", label: choiceName(msg("Flat"), levels === "flat"), hint: policyWords.flat },
        { value: "marginal", label: choiceName(msg("Marginal"), levels === "marginal"), hint: policyWords.marginal },
      ],
      set: (form, value) => (form.levels = unless<Levels>(levels, value)),
    })}
  </div>`;
}

/** A choice of the rules; that of the rulebook says so. */
function choiceName(name: string, usual: boolean): string {
  return usual ? msg(str`${name} (as in the rulebook)`) : name;
}

function moreOptions(view: View): TemplateResult {
  const { form, account, problems } = view;
  const multi = account.type === "multi-collateral";
  const us = account.type === "us-futures";
  const used =
    (multi && account.profitCurrency !== "USD") ||
    (!us && (form.asOf !== "" || form.netting + form.collateralFee + form.closingFee !== "")) ||
    form.title !== "" ||
    problems.has(field.wallet(account, "profitCurrency"));
  return fold(
    view,
    "more-options",
    msg("More options"),
    used,
    html`<div class="fields">
      ${multi ? profitFields(view) : nothing}
      ${us ? nothing : momentField(view)}
      ${us ? nothing : switchField(view, "netting", msg("Long and short on one underlying"), policyWords.netting)}
      ${multi ? switchField(view, "collateralFee", msg("Conversion fee in the haircut"), policyWords.collateralFee) : nothing}
      ${us ? nothing : switchField(view, "closingFee", msg("Closing fee in the margin"), policyWords.closingFee)}
      <div class="field">
        <div class="label"><label for=${field.title}>${msg("Name of this scenario")}</label></div>
        <input
          id=${field.title}
          type="text"
          maxlength="80"
          autocomplete="off"
          .value=${form.title}
          @input=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            view.act.edit((form) => (form.title = value), field.title);
          }}
        />
        <div class="more"><p class="hint">${msg("Kept in the link and the file.")}</p></div>
      </div>
    </div>`,
  );
}

function profitFields(view: View): TemplateResult {
  const { account, rulebook } = view;
  const currency = account.profitCurrency;
  const held = account.collateral.some(({ asset }) => asset === currency);
  return html`${selectField(view, {
    id: field.wallet(account, "profitCurrency"),
    label: msg("Profit currency"),
    value: currency,
    choices: Object.keys(rulebook.assets).map((asset) => ({ value: asset, label: asset })),
    set: (form, asset) => (accountIn(view, form).profitCurrency = asset),
    hint: html`<p class="hint">
      ${msg("Open profit counts as margin after this asset’s haircut and conversion fee. Losses always count in full.")}
    </p>`,
  })}
  ${currency === "USD" || held ? nothing : priceField(view, currency, field.wallet(account, "price"))}`;
}

type Switch = "netting" | "collateralFee" | "closingFee";

function switchField(view: View, name: Switch, label: string, what: { on: string; off: string }): TemplateResult {
  const usual = switchOf(view.rulebook, name) ? "on" : "off";
  return selectField(view, {
    id: field[name],
    label,
    value: view.form[name] || usual,
    choices: (["on", "off"] as const).map((value) => ({
      value,
      label: choiceName(what[value], value === usual),
    })),
    set: (form, value) => (form[name] = value === usual ? "" : (value as Choice)),
  });
}
