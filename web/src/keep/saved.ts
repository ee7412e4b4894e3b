// SPDX-License-Identifier: MIT
//
// Scenarios that the reader has saved on the device, each under a name of its own in the storage: tabs that save at
// the same time lose nothing. What is read back may be anybody's: what is not understood is left alone and counted.
import { isLink, kept } from "./form-of-link.ts";
import type { Store } from "./store.ts";

export const kMostSaved = 50;
export const kLongestName = 80;
const kFolder = "saved/";

export interface Saved {
  id: string;
  name: string;
  /** ISO 8601. */
  date: string;
  /** As behind the # of the page's address. */
  link: string;
}

export interface SavedList {
  /** The latest first. */
  scenarios: Saved[];
  /** How many could not be read. */
  unknown: number;
}

export function readSaved(store: Store): SavedList {
  const names = store.names(kFolder);
  const scenarios = names
    .flatMap((name) => parseSaved(name.slice(kFolder.length), store.read(name) ?? "") ?? [])
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return { scenarios: scenarios.slice(0, kMostSaved), unknown: names.length - scenarios.length };
}

export function parseSaved(id: string, text: string): Saved | undefined {
  const document = kept(text);
  if (!document || !/^[a-z0-9-]{1,40}$/.test(id)) return undefined;
  const { name, date, link } = document;
  if (typeof name !== "string" || name.trim() === "" || name.length > kLongestName) return undefined;
  if (typeof date !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(date) || Number.isNaN(Date.parse(date))) {
    return undefined;
  }
  return isLink(link) ? { id, name, date, link } : undefined;
}

/** Whether it is kept now. */
export function writeSaved(store: Store, { id, name, date, link }: Saved): boolean {
  return store.write(kFolder + id, JSON.stringify({ version: 1, name, date, link }));
}

export function removeSaved(store: Store, id: string): void {
  store.remove(kFolder + id);
}

export function newSaved(name: string, link: string): Saved {
  const date = new Date();
  const id = `${date.getTime().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  return { id, name: shortName(name), date: date.toISOString(), link };
}

/** A name as it may be kept; "" where it is none. */
export function shortName(name: string): string {
  return name.trim().slice(0, kLongestName).toWellFormed().trim();
}
