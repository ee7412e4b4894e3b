// SPDX-License-Identifier: MIT
//
// How an article shows the calculator: attributes of the element, and the query of the frame's address. The account is
// no part of it: it stands in the fragment, which no server is told.

export const embeddedViews = ["headline", "curve", "map", "form", "full"] as const;
export type EmbeddedView = (typeof embeddedViews)[number];

/** "auto" follows the reader's own setting. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export interface Presentation {
  view: EmbeddedView;
  theme: Theme;
  /** BCP 47; "" for the reader's own. */
  lang: string;
  /** Names of element/fixed.ts. */
  lock: readonly string[];
  hide: readonly string[];
  /** Address of a rulebook on the frame's own host, from there; "" for those of the program. */
  rulebook: string;
}

/** No longer list is read. */
const kLongestList = 1000;

/** What a query asks for: names and values that are not known count for nothing. */
export function readQuery(search: string): Presentation {
  const query = new URLSearchParams(search);
  const list = (name: string) => (query.get(name) ?? "").slice(0, kLongestList).split(/[\s,]+/).filter((word) => word !== "");
  const lang = query.get("lang") ?? "";
  return {
    view: oneOf(embeddedViews, query.get("view")) ?? "full",
    theme: oneOf(themes, query.get("theme")) ?? "auto",
    lang: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : "",
    lock: list("lock"),
    hide: list("hide"),
    rulebook: (query.get("rulebook") ?? "").slice(0, kLongestList),
  };
}

/** The attributes that differ from what the element does without them, in the order in which they are written. */
export function attributesOf({ view, theme, lang, lock, hide, rulebook }: Presentation): [name: string, value: string][] {
  const all: [string, string][] = [
    ["view", view === "full" ? "" : view],
    ["theme", theme === "auto" ? "" : theme],
    ["lang", lang],
    ["lock", lock.join(" ")],
    ["hide", hide.join(" ")],
    ["rulebook", rulebook],
  ];
  return all.filter(([, value]) => value !== "");
}

/** The same as a query, with its "?"; "" where there is nothing to ask for. */
export function queryOf(presentation: Presentation): string {
  const query = attributesOf(presentation).map(([name, value]) => `${name}=${encodeURIComponent(value.replaceAll(" ", ","))}`);
  return query.length > 0 ? `?${query.join("&").replaceAll("%2C", ",")}` : "";
}

export function oneOf<Value extends string>(values: readonly Value[], given: unknown): Value | undefined {
  return values.find((value) => value === given);
}
