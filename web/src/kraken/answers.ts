// SPDX-License-Identifier: MIT
//
// Which of Kraken's answers a document is.
import type { Document_ } from "./documents.ts";
import { left, type Left, type Place } from "./left.ts";
import { below, isFields, Values, type Fields } from "./values.ts";

const kinds = ["instruments", "tickers", "ticker", "accounts", "openPositions"] as const;
export type Kind = (typeof kinds)[number];

/** Answers of the same interface that the form has no use for. */
const unread = ["openOrders", "fills", "orderBook", "history", "rates", "subaccounts", "leveragePreferences", "preferences"];

export interface Answer {
  kind: Kind;
  place: Place;
  fields: Fields;
  /** When it was given, ISO 8601 UTC; empty where it does not say. */
  time: string;
  /** As it came, to put answers in an order that does not depend on how they were pasted. */
  text: string;
}

/** The answers in the documents: of each kind the oldest first, whatever order they came in. */
export function answersIn(documents: readonly Document_[], lefts: Left[]): Answer[] {
  return documents
    .flatMap((document) => answerOf(document, lefts))
    .sort((a, b) => compare(a.kind, b.kind) || compare(a.time, b.time) || compare(a.text, b.text));
}

function answerOf({ value, text, ...place }: Document_, lefts: Left[]): Answer[] {
  if (!isFields(value)) {
    lefts.push(left(place, "unknownAnswer", value));
    return [];
  }
  const values = new Values(value, place, lefts);
  // A document of this page's own may have names like these.
  const isOwn = values.text("format").startsWith("margin-");
  const held = isOwn ? [] : kinds.filter((name) => values.get(name) !== undefined);
  if (values.text("result") === "error" || (held.length === 0 && values.get("error") !== undefined)) {
    lefts.push(left(place, "errorAnswer", errorOf(values)));
    return [];
  }
  const time = timeOf(values.text("serverTime"));
  if (held.length > 0) return held.map((kind) => ({ kind, place, fields: value, time, text }));
  const other = isOwn ? undefined : unread.find((name) => values.get(name) !== undefined);
  if (other) lefts.push(left(below(place, other), "unreadAnswer", other));
  else lefts.push(left(place, "unknownAnswer", Object.keys(value).slice(0, 5).join(", ")));
  return [];
}

function errorOf(values: Values): unknown {
  const errors = values.get("errors");
  return values.get("error") ?? (Array.isArray(errors) ? errors[0] : errors) ?? "";
}

function timeOf(text: string): string {
  const time = Date.parse(text);
  const year = Number.isNaN(time) ? 0 : new Date(time).getUTCFullYear();
  return year >= 2000 && year < 2100 ? new Date(time).toISOString() : "";
}

/** A part of the answer, where it stands. */
export function partOf({ fields, place, kind }: Answer): { value: unknown; place: Place } {
  return { value: Object.hasOwn(fields, kind) ? fields[kind] : undefined, place: below(place, kind) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
