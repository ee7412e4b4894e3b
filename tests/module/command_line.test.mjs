// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { margin, vectors } from "./shipped.mjs";

const folder = mkdtempSync(join(tmpdir(), "margin-"));
after(() => rmSync(folder, { recursive: true }));
const golden = JSON.stringify(vectors()[0].scenario);
const file = join(folder, "scenario.json");
writeFileSync(file, golden);

test("evaluate prints the report, from a file or from standard input", () => {
  const run = margin(["evaluate", file]);
  assert.equal(run.status, 0);
  assert.equal(JSON.parse(run.stdout).format, "margin-report/1");
  assert.equal(margin(["evaluate", "-"], golden).stdout, run.stdout);
});

test("evaluate --text prints a table", () => {
  const { stdout, status } = margin(["evaluate", "--text", file]);
  assert.equal(status, 0);
  assert.match(stdout, /BTC +100,000\.00 +84,448\.16 \(-15\.55 %\) +none/);
});

test("bad input exits 2 with the errors on standard error", () => {
  const { status, stdout, stderr } = margin(["evaluate", "-"], "{}");
  assert.equal(status, 2);
  assert.equal(stdout, "");
  assert.deepEqual(JSON.parse(stderr).errors.map(({ path }) => path), ["/format", "/rulebook", "/wallets"]);
  assert.equal(margin(["evaluate", join(folder, "none.json")]).status, 2);
});

test("evaluate --lines answers every line in its place", () => {
  const { status, stdout } = margin(["evaluate", "--lines", "-"], `${golden}\n{}\n${golden}`);
  assert.equal(status, 0);
  const answers = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(answers.map((answer) => "errors" in answer), [false, true, false]);
});

test("what cannot be read or written is told", { skip: process.platform !== "linux" }, () => {
  assert.equal(margin(["evaluate", folder]).status, 2);
  assert.equal(margin(["evaluate", "--lines", folder]).status, 2);
  const full = openSync("/dev/full", "w");
  assert.equal(margin(["rulebooks", "kraken-eea"], "", ["pipe", full, "pipe"]).status, 1);
  closeSync(full);
});

test("the table shows a position in liquidation as such", () => {
  const poor = golden.replace('{"asset":"BTC","quantity":1}', '{"asset":"USD","quantity":500}');
  assert.match(margin(["evaluate", "--text", "-"], poor).stdout, /long PF_XBTUSD.* now, 100,900\.00 \(\+0\.90 %\)/);
});

test("rulebooks lists and prints", () => {
  assert.deepEqual(margin(["rulebooks"]).stdout.split("\n").sort().filter(Boolean), ["kraken-2019", "kraken-eea", "kraken-global", "kraken-us"]);
  assert.equal(JSON.parse(margin(["rulebooks", "kraken-eea"]).stdout).id, "kraken-eea");
  assert.equal(margin(["rulebooks", "nowhere"]).status, 2);
});

test("check-rulebook tells what is wrong with a rulebook", () => {
  const book = JSON.parse(margin(["rulebooks", "kraken-us"]).stdout);
  const right = join(folder, "rulebook.json");
  writeFileSync(right, JSON.stringify(book));
  const accepted = margin(["check-rulebook", right]);
  assert.equal(accepted.status, 0);
  assert.deepEqual(JSON.parse(accepted.stdout), { errors: [] });
  book.contracts[0].session.open = "noon";
  book.usFutures.newsFactor = 0;
  const refused = margin(["check-rulebook", "-"], JSON.stringify(book));
  assert.equal(refused.status, 2);
  assert.equal(refused.stdout, "");
  assert.deepEqual(
    JSON.parse(refused.stderr).errors.map(({ path }) => path),
    ["/usFutures/newsFactor", "/contracts/0/session/open"],
  );
  assert.equal(margin(["check-rulebook", join(folder, "none.json")]).status, 2);
});

test("contract prints what a venue's contract window shows", () => {
  const { stdout, status } = margin(["contract", "MNQ"]);
  assert.equal(status, 0);
  for (const line of [
    /^MNQ, Micro E-mini Nasdaq-100\nRulebook kraken-us, /,
    / exchange +CME\n/,
    / value per point +2\.00 USD\n/,
    / contract months +March, June, September, December\n/,
    / trading hours +Sunday to Friday, 17:00 to 16:00 of the next day, Chicago\n/,
    / tick, USD +0\.25\n/,
    / commission +0\.39 USD\n/,
    / all fees, round turn +0\.78 USD\n/,
    / intraday margin +50\.00 USD\n/,
    / initial margin +3,300\.00 USD\n/,
    / maintenance margin +3,000\.00 USD\n/,
    /examples, not published figures/,
  ]) {
    assert.match(stdout, line);
  }
  const inverse = margin(["contract", "PI_XBTUSD"]).stdout;
  assert.match(inverse, /\n  3 +1,000,000 +6 % +3 % +16\.7 x\n/);
  assert.match(inverse, / funding at most +0\.25 % an hour\n/);
  assert.match(inverse, /Retail clients:\n.*\n  1 +0 +50 % +25 % +2 x\n/);
});

test("contract looks in the rulebook that is named", () => {
  const then = margin(["contract", "PI_XBTUSD", "--rulebook", "kraken-2019"]).stdout;
  assert.match(then, /largest position +6,000,000 contracts/);
  const file = join(folder, "own.json");
  writeFileSync(file, margin(["rulebooks", "kraken-2019"]).stdout);
  assert.equal(margin(["contract", "PI_XBTUSD", "--rulebook", file]).stdout, then);
  for (const wrong of [["MBT", "--rulebook", "kraken-2019"], ["NOSUCH"], ["MBT", "--rulebook", folder], []]) {
    assert.equal(margin(["contract", ...wrong]).status, 2, wrong.join(" "));
  }
  writeFileSync(file, "{}");
  assert.ok(JSON.parse(margin(["contract", "MBT", "--rulebook", file]).stderr).errors.length > 0);
});

test("--help and --version exit 0, a wrong call 2", () => {
  assert.equal(margin(["--help"]).status, 0);
  assert.equal(margin(["--version"]).status, 0);
  assert.equal(margin([]).status, 2);
  assert.equal(margin(["evaluate"]).status, 2);
  assert.equal(margin(["evaluate", "--text", "--lines", file]).status, 2);
});
