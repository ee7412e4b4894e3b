// SPDX-License-Identifier: MIT
//
// What the page says while live prices are on.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { language, plural } from "../language/language.ts";
import type { Connection } from "../live/connection.ts";
import type { Feeds } from "../live/feeds.ts";
import type { Question } from "../live/prices.ts";
import type { View } from "./view.ts";

/** The state of each connection in use, and what the reader has to know or decide. */
export function feedStates(view: View, feeds: Feeds): TemplateResult {
  const inUse = feeds.connections.filter(({ state }) => state !== "resting");
  return html`<ul class="feeds">
      ${inUse.map((connection) => feedState(view, connection))}
    </ul>
    <p class="unseen" role="status">${inUse.map((connection) => html`${spoken(view, connection)} `)}</p>
    ${feeds.questions.map((question) => leapQuestion(view, feeds, question))} ${withoutPrice(feeds)}`;
}

function feedState(view: View, connection: Connection): TemplateResult {
  const { state, unreadable } = connection;
  return html`<li class="feed ${state}" data-feed=${connection.venue.id}>
    ${state === "stale" ? html`<span class="mark">${msg("stale")}</span> ` : nothing}${sentence(view, connection)}
    ${
      state === "offline"
        ? html`<button type="button" class="link" @click=${() => connection.retry()}>${msg("Try again")}</button>`
        : nothing
    }
    ${unreadable > 0 ? html`<span class="hint">${leftOut(view, unreadable)}</span>` : nothing}
  </li>`;
}

function leftOut({ numbers }: View, count: number): string {
  const many = numbers.quantity(count);
  return plural(count, {
    one: msg("One message could not be read and was left out."),
    other: msg(str`${many} messages could not be read and were left out.`),
  });
}

/** What is shown, with the time of the last prices. */
function sentence(view: View, connection: Connection): string {
  const name = nameOf(connection);
  const time = timeOf(view, connection);
  if (connection.state === "live") {
    return time === ""
      ? msg(str`${name}: connected, no price has come so far.`)
      : msg(str`${name}: live, last prices of ${time}.`);
  }
  return spoken(view, connection);
}

/** What is announced: nothing that changes with every price. */
function spoken(view: View, connection: Connection): string {
  const name = nameOf(connection);
  const time = timeOf(view, connection);
  switch (connection.state) {
    case "connecting":
      return time === ""
        ? msg(str`${name}: connecting …`)
        : msg(str`${name}: connecting again, last prices of ${time}.`);
    case "live":
      return msg(str`${name}: live.`);
    case "stale":
      return time === ""
        ? msg(str`${name}: nothing has come for a while.`)
        : msg(str`${name}: nothing has come for a while, last prices of ${time}.`);
    case "offline":
      return time === "" ? msg(str`${name}: offline, no price came.`) : msg(str`${name}: offline, last prices of ${time}.`);
    case "resting":
      return "";
  }
}

function nameOf({ venue }: Connection): string {
  return venue.id === "futures" ? msg("Futures") : msg("Spot market");
}

function timeOf({ numbers }: View, { heard }: Connection): string {
  const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
  return heard ? new Intl.DateTimeFormat(numbers.locale, clock).format(heard) : "";
}

function leapQuestion(view: View, feeds: Feeds, question: Question): TemplateResult {
  const { symbol } = question;
  const from = view.numbers.price(question.from);
  const to = view.numbers.price(question.to);
  return html`<div class="leap" role="alert">
    <p>${msg(str`Kraken’s price of ${symbol} leapt from ${from} to ${to}. Is that so?`)}</p>
    <div class="buttons">
      <button type="button" @click=${() => feeds.answer(question, true)}>${msg("Use it")}</button>
      <button type="button" @click=${() => feeds.answer(question, false)}>${msg("Leave it out")}</button>
    </div>
  </div>`;
}

function withoutPrice(feeds: Feeds): TemplateResult | typeof nothing {
  const { without } = feeds;
  if (without.length === 0) return nothing;
  const names = new Intl.ListFormat(language()).format(without);
  return html`<p class="hint">${msg(str`No live price of: ${names}.`)}</p>`;
}

/** Below a price: whose it is. */
export function sourceHint(view: View, feeds: Feeds, place: string): TemplateResult | undefined {
  const source = feeds.sourceOf(place, view.form);
  if (!source) return undefined;
  if (source.is === "live") {
    const time = timeOf(view, source.from);
    return html`<p class="hint source">
      ${source.from.state === "live" ? msg("Live from Kraken.") : msg(str`Kraken’s of ${time}.`)}
    </p>`;
  }
  const release = (event: Event) => {
    // The button goes, and with it the focus.
    (event.currentTarget as HTMLElement).closest(".field")?.querySelector("input")?.focus();
    view.live.release(place);
  };
  const { symbol } = source.field;
  return html`<p class="hint source">
    ${msg("Yours.")}
    <button type="button" class="link" @click=${release}>
      ${msg(html`Use Kraken’s<span class="unseen"> of ${symbol}</span>`)}
    </button>
  </p>`;
}
