// SPDX-License-Identifier: MIT
//
// Moments as Chicago's clocks show them: US futures open, close and change their margin by these.

const kZone = "America/Chicago";
const inChicago = new Intl.DateTimeFormat("en-CA", {
  timeZone: kZone,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** "2026-11-23T15:40" as the clock shows it at a moment; with seconds where there are any. */
export function chicagoClock(moment: Date): string {
  const parts = new Map(inChicago.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "00";
  const seconds = part("second") === "00" ? "" : `:${part("second")}`;
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}${seconds}`;
}

/** The moment at which Chicago's clock shows `clock`, as ISO 8601 with the offset then; "" where there is none. */
export function momentOfClock(clock: string): string {
  const asUtc = Date.parse(`${clock}Z`);
  if (Number.isNaN(asUtc)) return "";
  // Standard time first, so that an hour that comes twice is the later one; an hour that is left out is neither.
  for (const hours of [6, 5]) {
    const moment = new Date(asUtc + hours * 3_600_000);
    if (chicagoClock(moment) === shortClock(clock)) return `${longClock(clock)}-0${hours}:00`;
  }
  return `${longClock(clock)}-06:00`;
}

/** Now, to the minute. */
export function chicagoNow(): string {
  return momentOfClock(chicagoClock(new Date()).slice(0, 16));
}

/** What Chicago's clock shows at an ISO moment; "" where it is none. */
export function clockOfMoment(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? "" : chicagoClock(new Date(time));
}

function longClock(clock: string): string {
  return clock.length === 16 ? `${clock}:00` : clock;
}

function shortClock(clock: string): string {
  return clock.length > 16 && clock.endsWith(":00") ? clock.slice(0, 16) : clock;
}
