// SPDX-License-Identifier: MIT
//
// The numbers of a picture: written for people in a table, and with all their digits in a CSV file.
import { table, type Narrow } from "../parts/tables.ts";
import { html, type TemplateResult } from "lit";

export interface Column {
  head: string;
  /** How the table writes a number of it. */
  write: (value: number) => string;
}

/** A number, words that say why there is none, or nothing. */
export type Entry = number | string | null;

export interface Columns {
  caption: string;
  /** The first is that of the rows' own names. */
  columns: readonly Column[];
  rows: readonly (readonly Entry[])[];
}

export function columnsTable({ caption, columns, rows }: Columns, most: number): TemplateResult {
  const narrow = narrowest(columns.length);
  const written = (entry: Entry, column: number) =>
    typeof entry === "number" ? (columns[column]?.write(entry) ?? "") : (entry ?? "–");
  const shown = table({
    caption,
    titled: true,
    narrow,
    heads: columns.map(({ head }) => head),
    rows: rows.slice(0, most).map(([name = null, ...values]) => [
      written(name, 0),
      ...values.map((value, index) => written(value, index + 1)),
    ]),
  });
  return narrow === "matrix" ? html`<div class="scrolls" role="region" tabindex="0" aria-label=${caption}>${shown}</div>` : shown;
}

/** How a table of so many columns is shown where it is narrow. */
function narrowest(columns: number): Narrow {
  return columns < 3 ? "compact" : columns < 7 ? "stacking" : "matrix";
}

/** As RFC 4180 has it; the mark at its head tells spreadsheets that it is UTF-8. */
export function csvOf({ columns, rows }: Columns): string {
  const lines = [columns.map(({ head }) => head), ...rows];
  return `\uFEFF${lines.map((line) => line.map(csvField).join(",")).join("\r\n")}\r\n`;
}

function csvField(entry: Entry): string {
  const text = entry === null ? "" : String(entry);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
