// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import type { Numbers } from "../format/numbers.ts";

/** "3:45 PM on Monday in Chicago". */
export function clockWords(moment: string, { locale }: Numbers): string {
  const time = new Date(moment);
  const zone = { timeZone: "America/Chicago" } as const;
  const clock = new Intl.DateTimeFormat(locale, { ...zone, hour: "numeric", minute: "2-digit" })
    .format(time)
    // The space before "PM" is a narrow one in some versions of the locale data.
    .replace(/\s/g, " ");
  const day = new Intl.DateTimeFormat(locale, { ...zone, weekday: "long" }).format(time);
  return msg(str`${clock} on ${day} in Chicago`);
}

/** "5 minutes", "15 hours 20 minutes". */
export function waitWords(seconds: number, { locale }: Numbers): string {
  const minutes = Math.ceil(seconds / 60);
  const unit = (value: number, name: "hour" | "minute") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return unit(rest, "minute");
  const parts = rest === 0 ? [unit(hours, "hour")] : [unit(hours, "hour"), unit(rest, "minute")];
  return new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(parts);
}
