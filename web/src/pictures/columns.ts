// SPDX-License-Identifier: MIT
//
// The numbers of a picture: written for people in a table, and with all their digits in a CSV file.
import { table, type Narrow } from "../parts/tables.ts";
import type { TemplateResult } from "lit";

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
  /** Of the table. */
  narrow?: Narrow;
}

export function columnsTable({ caption, columns, rows, narrow }: Columns, most: number): TemplateResult {
  const written = (entry: Entry, column: number) =>
    typeof entry === "number" ? (columns[column]?.write(entry) ?? "") : (entry ?? "–");
  return table({
    caption,
    titled: true,
    narrow: narrow ?? (columns.length < 3 ? "compact" : "stacking"),
    heads: columns.map(({ head }) => head),
    rows: rows.slice(0, most).map(([name = null, ...values]) => [
      written(name, 0),
      ...values.map((value, index) => written(value, index + 1)),
    ]),
  });
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
