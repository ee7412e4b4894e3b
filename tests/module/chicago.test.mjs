// SPDX-License-Identifier: MIT
// Chicago's clock and the sessions of US contracts, against Intl's own copy of the time-zone database.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadMargin, margin, vectors } from "./shipped.mjs";

const module = await loadMargin();
const scenario = vectors().find(({ name }) => name === "US: 15:45 Chicago time").scenario;
const base = JSON.stringify(scenario).replace(scenario.asOf, "@");
const known = { from: Date.UTC(2000, 0, 1), until: Date.UTC(2038, 0, 1) };
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const utc = (time) => new Date(time).toISOString().replace(".000Z", "Z");
const answer = (time) => JSON.parse(module.evaluate(base.replace("@", utc(time))));
const walletAt = (time) => answer(time).wallets[0];

const format = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Chicago", hourCycle: "h23", weekday: "short",
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
});
/** Chicago's clock by Intl: its weekday, the seconds since midnight, and the text with its offset. */
function chicago(time) {
  const { weekday, year, month, day: date, hour: h, minute: m, second: s } =
    Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const local = `${year}-${month}-${date}T${h}:${m}:${s}`;
  const behind = (time - Date.parse(`${local}Z`)) / hour;
  return { weekday, seconds: h * 3600 + m * 60 + +s, text: `${local}-0${behind}:00` };
}

/** The definition: Sunday to Thursday from 17:00, until 15:45 and the close at 16:00 of the following day. */
function session({ weekday, seconds }) {
  const evening = seconds >= 17 * 3600 && ["Sun", "Mon", "Tue", "Wed", "Thu"].includes(weekday);
  const trades = !["Sat", "Sun"].includes(weekday);
  return {
    open: evening || (trades && seconds < 16 * 3600),
    intraday: evening || (trades && seconds < 15.75 * 3600),
  };
}

/** Every moment of the range at which Chicago's offset changes, by Intl. */
function changes() {
  const offset = (time) => chicago(time).text.slice(-6);
  const found = [];
  for (let time = known.from; time + day < known.until; time += day) {
    let [before, after] = [time, time + day];
    if (offset(before) === offset(after)) continue;
    while (after - before > 1000) {
      const middle = before + Math.floor((after - before) / 2000) * 1000;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

function check(time) {
  const wallet = walletAt(time);
  const expected = session(chicago(time));
  const at = utc(time);
  assert.equal(wallet.open, expected.open, at);
  assert.equal(wallet.regime === "intraday", expected.intraday, at);
  const next = time + 1000 * wallet.nextSwitch.seconds;
  assert.equal(wallet.nextSwitch.time, chicago(next).text, at);
  assert.equal(Date.parse(wallet.nextSwitch.time), next, at);
  assert.notEqual(session(chicago(next)).intraday, expected.intraday, at);
  assert.equal(session(chicago(next - 1000)).intraday, expected.intraday, at);
  return next;
}

test("round every change of the clock", () => {
  const all = changes();
  assert.equal(all.length, 76);
  for (const change of all) {
    for (let time = change - 3 * day; time <= change + 2 * day; time += 3 * hour + 7 * minute) check(time);
    for (const apart of [-hour, -1000, 0, 1000, hour]) check(change + apart);
  }
});

test("at many moments of the range", () => {
  const step = 5 * day + 7 * hour + 11 * minute + 13_000;
  for (let time = known.from; time < known.until; time += step) check(time);
  check(known.until - 1000);
});

test("from switch to switch through a year: 15:45 and 17:00 by turns", () => {
  let time = Date.UTC(2026, 0, 5, 18);
  const seen = new Set();
  for (let count = 0; time < Date.UTC(2027, 0, 1); ++count) {
    time = check(time);
    const { text } = chicago(time);
    assert.equal(text.slice(11, 19), count % 2 ? "17:00:00" : "15:45:00");
    seen.add(text.slice(19));
  }
  assert.deepEqual([...seen].sort(), ["-05:00", "-06:00"]);
});

test("outside the range the moment is refused", () => {
  for (const time of [known.from - 1000, known.until]) {
    const [{ code, path }] = answer(time).errors;
    assert.deepEqual([code, path], ["out-of-range", "/asOf"]);
  }
});

test("funding is adjusted at 15:00 Chicago time on weekdays", () => {
  const perpetual = base.replace('"perpetual":false,', "");
  for (let time = Date.UTC(2026, 9, 20); time < Date.UTC(2026, 10, 10); time += 5 * hour) {
    const text = JSON.parse(module.evaluate(perpetual.replace("@", utc(time)))).wallets[0].funding.nextAdjustment;
    const next = Date.parse(text);
    assert.equal(text, chicago(next).text);
    assert.equal(text.slice(11, 19), "15:00:00");
    assert.ok(!["Sat", "Sun"].includes(chicago(next).weekday), text);
    assert.ok(next > time && next - time <= 3 * day + hour, text);
  }
});

test("the table for people says how long the margin holds", () => {
  const at = (asOf) => margin(["evaluate", "--text", "-"], base.replace("@", asOf)).stdout;
  assert.match(at("2026-11-23T15:40:00-06:00"),
    /\nIntraday margin until 15:45 Chicago time \(in 5 min\); then 20,000\.00 USD is required\.\n/);
  assert.match(at("2026-11-23T15:40:00-06:00"), /intraday margin used +\[##\.{18}\] +13\.33 %/);
  assert.match(at("2026-10-30T16:30:00-05:00"),
    /\nThe market is closed\. Initial margin until Sun 17:00 Chicago time \(in 2 d 1 h 30 min\); then 2,000\.00 USD/);
});
