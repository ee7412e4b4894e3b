// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { clockOfMoment, momentOfClock } from "../form/clock.ts";
import { field } from "../form/model.ts";
import { checkField, numberField } from "./fields.ts";
import { accountIn, type View } from "./view.ts";

/** Cash and circumstances of a US account. */
export function cashSection(view: View): TemplateResult {
  const { account } = view;
  return html`<section aria-labelledby="cash-title">
    <h3 id="cash-title">${msg(html`What you have <span class="term">cash and clock</span>`)}</h3>
    <div class="row">
      <div class="fields">
        ${numberField(view, {
          id: field.wallet(account, "cash"),
          label: msg("Cash"),
          unit: "USD",
          value: account.cash,
          set: (form, text) => (accountIn(view, form).cash = text),
        })}
        ${momentField(view)}
        ${numberField(view, {
          id: field.wallet(account, "liquidations"),
          label: msg("Liquidations so far"),
          value: account.liquidations,
          placeholder: "0",
          set: (form, text) => (accountIn(view, form).liquidations = text),
        })}
      </div>
      ${checkField(view, {
        id: `wallet-${account.key}-carried`,
        label: msg("Positions are carried for several days"),
        checked: account.carried,
        set: (form, checked) => (accountIn(view, form).carried = checked),
        hint: html`<p class="hint">${msg("Then maintenance margin applies overnight in place of initial margin.")}</p>`,
      })}
      ${checkField(view, {
        id: `wallet-${account.key}-news`,
        label: msg("Around important news"),
        checked: account.news,
        set: (form, checked) => (accountIn(view, form).news = checked),
        hint: html`<p class="hint">
          ${msg("Raises the intraday margin of new positions, not of those already open.")}
        </p>`,
      })}
    </div>
  </section>`;
}

/** The moment the scenario is for, as Chicago's clock shows it. */
export function momentField(view: View): TemplateResult {
  const problem = view.problems.get(field.asOf);
  const { asOf } = view.form;
  return html`<div class="field ${problem ? "wrong" : ""}">
    <div class="label"><label for=${field.asOf}>${msg("Date and time in Chicago")}</label></div>
    <input
      id=${field.asOf}
      type="datetime-local"
      max="9999-12-31T23:59"
      .value=${live(clockOfMoment(asOf))}
      aria-invalid=${problem ? "true" : "false"}
      aria-describedby="${field.asOf}-more"
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        view.act.edit((form) => (form.asOf = value === "" ? "" : momentOfClock(value)), field.asOf);
      }}
    />
    <div class="more" id="${field.asOf}-more">
      ${problem ? html`<p class="problem">${problem}</p>` : ""}
      <p class="hint">
        <button type="button" class="link" id="now" @click=${() => view.act.setNow()}>${msg("Now")}</button>
        ${asOf ? html`<time datetime=${asOf}>${asOf}</time>` : msg("no moment given")}
      </p>
    </div>
  </div>`;
}
