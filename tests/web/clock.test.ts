// SPDX-License-Identifier: MIT
//
// Chicago's clock: central standard time is UTC−6, daylight time UTC−5, from the second Sunday of March (2026:
// the 8th) to the first of November (2026: the 1st), each at 2:00.
import assert from "node:assert/strict";
import { test } from "node:test";

import { chicagoNow, clockOfMoment, momentOfClock } from "../../web/src/form/clock.ts";
import { numbersFor } from "../../web/src/format/numbers.ts";
import { clockWords, waitWords } from "../../web/src/words/clock.ts";

const pairs: [clock: string, moment: string][] = [
  ["2026-11-23T15:40", "2026-11-23T15:40:00-06:00"],
  ["2026-07-01T08:30", "2026-07-01T08:30:00-05:00"],
  ["2026-03-08T01:59", "2026-03-08T01:59:00-06:00"],
  ["2026-03-08T03:00", "2026-03-08T03:00:00-05:00"],
  ["2026-11-01T00:59", "2026-11-01T00:59:00-05:00"],
  ["2026-11-01T02:00", "2026-11-01T02:00:00-06:00"],
  ["2026-11-23T15:40:30", "2026-11-23T15:40:30-06:00"],
];

test("momentOfClock and clockOfMoment: summer and winter", () => {
  for (const [clock, moment] of pairs) {
    assert.equal(momentOfClock(clock), moment);
    assert.equal(clockOfMoment(moment), clock);
  }
  assert.equal(clockOfMoment("2026-11-23T21:40:00Z"), "2026-11-23T15:40");
});

test("momentOfClock: the hour that comes twice is the later one, and no clock is no moment", () => {
  assert.equal(momentOfClock("2026-11-01T01:30"), "2026-11-01T01:30:00-06:00");
  assert.equal(momentOfClock(""), "");
  assert.equal(momentOfClock("tomorrow"), "");
  assert.equal(clockOfMoment("tomorrow"), "");
});

test("chicagoNow: this minute", () => {
  const apart = Math.abs(Date.parse(chicagoNow()) - Date.now());
  assert.ok(apart < 61_000, String(apart));
});

test("clock in words", () => {
  const numbers = numbersFor("en");
  assert.equal(clockWords("2026-11-23T15:45:00-06:00", numbers), "3:45 PM on Monday in Chicago");
  assert.equal(waitWords(300, numbers), "5 minutes");
  assert.equal(waitWords(3600, numbers), "1 hour");
  assert.equal(waitWords(4501, numbers), "1 hour 16 minutes");
});
