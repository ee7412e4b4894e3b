// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { after, test } from "node:test";
import { examples, loadMargin, margin, vectors } from "./shipped.mjs";

const module = await loadMargin();
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

/** By command, what the module calls it. */
const onScenarios = {
  evaluate: "evaluate", explain: "explain", "equity-protection": "equityProtection", "pledge-or-sell": "pledgeOrSell",
};
const example = (name) => examples().find(({ file }) => file.endsWith(`${sep}${name}.json`)).file;
/** What a command prints for people of an example. */
const shown = (command, name, ...options) => {
  const { status, stdout, stderr } = margin([command, "--text", ...options, example(name)]);
  assert.equal(status, 0, stderr);
  return stdout;
};

test("every command that applies answers every example, natively and through the module alike", () => {
  const all = examples();
  assert.equal(all.length, 10);
  for (const { file, text } of all) {
    const trade = JSON.parse(text).format === "margin-trade/1";
    for (const [command, name] of Object.entries(trade ? { compare: "compare" } : onScenarios)) {
      const { status, stdout } = margin([command, file]);
      assert.equal(status, 0, `${command} ${file}`);
      assert.equal(stdout, module[name](text) + "\n", `${command} ${file}`);
      const forPeople = margin([command, "--text", file]);
      assert.equal(forPeople.status, 0, `${command} --text ${file}`);
      assert.doesNotMatch(forPeople.stdout, /\bnan\b|\binf\b|^\{/m, `${command} --text ${file}`);
    }
  }
});

test("the table tells what positions cost", () => {
  // Break-even 50,025 / (0.5 x 0.9995); funding 0.5 x 100,000 x 0.00001 an hour.
  const costs = shown("evaluate", "stablecoin-long");
  assert.match(costs, /long PF_XBTUSD +25\.00 +25\.00 +100,100\.05\n/);
  assert.match(costs, /long PF_XBTUSD +0\.001 % +-0\.50000 +-12\.00 +-360\.00/);
  assert.match(costs, /If everything were closed now at its mark: 0\.00 USD realised, 25\.00 USD of fees\n/);
  assert.match(costs, /PF_XBTUSD: the mark is kept between 99,000\.00 and 101,000\.00\n/);
});

test("the table of a coin's wallet has USD beside", () => {
  // 1,000 / 8,000 BTC at 1 %; 1.01 x 1,000 / 0.135; a fee of 0.05 % of 0.125 BTC.
  const table = shown("evaluate", "inverse");
  assert.match(table, /Wallet 1 \(single-collateral\): healthy\n +BTC +USD\n/);
  assert.match(table, /maintenance margin +0\.0012500 +10\.00\n/);
  assert.match(table, /long PI_XBTUSD .* 7,481\.48 \(-6\.48 %\) +7,407\.41\n/);
  assert.match(table, /long PI_XBTUSD +0\.000062500 \(0\.50000 USD\)/);
});

test("the table tells what orders and transfers do", () => {
  const table = shown("evaluate", "orders");
  // Two levels of the book stand within 1 %: 0.4 at 100,010 and at 100,100; 0.8 x 55 above the mark.
  assert.match(table, /Order 2: 0\.80000 find a counterpart at 100,055\.00 on average, .* slippage of 44\.00; 0\.20000 do not\n/);
  // The stop: 90,000 - 98,000, and 0.05 % of 90,000.
  assert.match(table, /3\. sell 1\.00 PF_XBTUSD +closed +-8,000\.00 +-8,045\.00 /);
  assert.match(table, /Order 3: its trigger comes before liquidation\n/);
  assert.match(table, /Order 4 would be rejected: It is reduce-only, and there is no position that it would reduce\.\n/);
  assert.match(table, /1\. ETH out +-2\.00000 +yes /);
  assert.match(table, /2\. USD out +-50,000\.00 +no /);
  assert.match(shown("evaluate", "us-past-the-close"), /1\. sell 1\.00 MBT +long 1\.00 [^]*1\. USD in +2,000\.00 +yes /);
});

test("the table tells what fires at once, what waits for the open and what may leave", () => {
  const shownOf = (scenario) => margin(["evaluate", "--text", "-"], JSON.stringify(scenario)).stdout;
  const us = shownOf({
    format: "margin-scenario/1", rulebook: "kraken-us", prices: { BTC: 100000 }, asOf: "2026-11-27T23:00:00Z",
    wallets: [{ type: "us-futures", cash: 20000, orders: [
      { contract: "MBT", side: "short", size: 1, type: "stop", triggerPrice: 105000 },
      { contract: "MBT", side: "long", size: 9, type: "trigger-entry", triggerPrice: 105000 }] }],
  });
  assert.match(us, /Order 1 fires at once: today's price has reached its trigger\n/);
  assert.match(us, /Order 1 cannot trade before Sun 17:00 Chicago time: the session is closed\n/);
  // 9 x 2,750 of initial margin, which is in force while the market is closed.
  assert.match(us, /Order 2 would be rejected once triggered: It needs more margin than is available\.\n/);
  const multi = shownOf({
    format: "margin-scenario/1", rulebook: "kraken-global", prices: { BTC: 100000 }, asOf: "2026-05-01T10:20:00Z",
    fundingRates: { PF_XBTUSD: 0.00001 },
    wallets: [{ type: "multi-collateral", collateral: [{ asset: "BTC", quantity: 1 }],
      positions: [{ contract: "PF_XBTUSD", side: "long", size: 1, entryPrice: 90000 }] }],
  });
  assert.match(multi, /withdrawable, one at a time +quantity\n +BTC +1\.00000\n +USD +10,000\.00\n/);
  assert.match(multi, /It settles next in 40 min; a whole interval comes to -1\.00 USD\.\n/);
});

test("explain shows one figure as a tree, or its steps alone", () => {
  const path = "/wallets/0/collateralValue";
  const tree = shown("explain", "one-bitcoin", "--path", path);
  assert.match(tree, /\n {4}value of BTC = quantity × indexPrice = 1 × 100000 = 100000 USD \[/);
  assert.match(tree, /\n {6}haircut of BTC = 0\.02 fraction \[Rulebook kraken-global\]/);
  const file = example("one-bitcoin");
  const { steps, figures } = JSON.parse(margin(["explain", "--path", path, file]).stdout);
  assert.deepEqual(figures, [{ path, step: steps.length - 1 }]);
  assert.equal(steps.at(-1).value, 98000);
  for (const [i, { operands }] of steps.entries()) assert.ok(operands.every((operand) => operand < i));
  const used = new Set(steps.flatMap(({ operands }) => operands));
  assert.equal(used.size, steps.length - 1);
  const { status, stderr } = margin(["explain", "--path", "/wallets/0/nothing", file]);
  assert.equal(status, 2);
  assert.match(JSON.parse(stderr).errors[0].message, /\/wallets\/0\/nothing is no figure/);
});

test("equity protection is told in numbered sentences", () => {
  const inverse = shown("equity-protection", "inverse");
  assert.match(inverse, / 1\. Liquidation begins at BTC 7,481\.48 \(-6\.48 %\)/);
  // 0.00135 / 1.01 BTC at 7,481.48.
  assert.match(inverse, /equity is then 0\.0013366 BTC \(10\.00 USD\), no more than the maintenance margin/);
  assert.match(inverse, / 2\. It takes the long of 1,000\.00 PI_XBTUSD at its mark of 7,481\.48\./);
  assert.match(inverse, / 3\. All of it is closed at once: sell 1,000\.00 PI_XBTUSD, not below 7,407\.50 \(equity is 0 at 7,407\.41\)\./);
  assert.match(inverse, /never falls below zero/);
  const us = shown("equity-protection", "us-past-the-close");
  assert.match(us, /sell 2\.00 MBT, at no limit\. It costs a fee of 25\.00 USD\./);
  assert.match(us, /can exceed the deposit/);
  assert.doesNotMatch(us, /below zero/);
  assert.match(us, /no margin call and sends no warning/);
  const parts = shown("equity-protection", "one-bitcoin");
  assert.match(parts, / 3\. First a part of it is closed: sell 0\.50000 PF_XBTUSD, [^\n]* Liquidation fee: 0\.00 USD \(assumed\)\. [^\n]*it ends here\./);
  assert.match(parts, /\n +partialStep: 0\.1 of each position\. /);
  assert.match(parts, /\n +stop: once equity is above maintenance margin\. /);
  assert.match(parts, /Alerts to set yourself: BTC 85,034\.01 /);
});

test("the story of an order book that does not take all: the worked example of an assignment", () => {
  const scenario = {
    format: "margin-scenario/1", rulebook: "kraken-global", prices: { BTC: 8000 },
    orderBooks: { PI_XBTUSD: { bids: [[8000, 1007379], [4000, 5000000]] } },
    wallets: [{ type: "single-collateral", asset: "BTC", balance: 20,
      positions: [{ contract: "PI_XBTUSD", side: "long", size: 1760000, entryPrice: 8000 }] },
    { type: "us-futures", cash: 100 }],
    asOf: "2026-11-23T10:00:00-06:00",
  };
  const { stdout } = margin(["equity-protection", "--text", "-"], JSON.stringify(scenario));
  assert.match(stdout, /The order book given takes 1,007,379\.00 PI_XBTUSD\./);
  assert.match(stdout, /Assignment: what finds no counterpart, 752,621\.00 PI_XBTUSD, goes to liquidity providers/);
  assert.match(stdout, /Other wallets are not touched: 2\./);
  const [{ pools, assumptions, untouched }] = JSON.parse(module.equityProtection(JSON.stringify(scenario))).wallets;
  assert.equal(pools[0].steps[0].orders[0].filled, 1007379);
  assert.equal(pools[0].steps[1].orders[0].size, 752621);
  assert.deepEqual(assumptions.map(({ subject }) => subject), ["zeroEquityPrice", "orderBooks"]);
  assert.deepEqual(untouched, [1]);
  // A coin's amounts in dollars at the trigger's index price, as its contracts are worth a dollar each.
  const [{ trigger, triggerUsd, steps, remains }] = pools;
  const inUsd = (coin) => coin * trigger.price;
  assert.ok(Math.abs(triggerUsd.marginEquity - inUsd(trigger.marginEquity)) < 1e-9);
  assert.ok(Math.abs(steps[0].marginEquityUsd - inUsd(steps[0].marginEquity)) < 1e-9);
  assert.ok(remains.atTriggerUsd > 0 && Math.abs(remains.atTriggerUsd - inUsd(remains.atTrigger)) < 1e-9);
  assert.equal(steps[1].marginEquityUsd, null);
});

test("isolated positions that a move liquidates are named, and their margins gone", () => {
  const scenario = {
    format: "margin-scenario/1", rulebook: "kraken-global", prices: { BTC: 100000 },
    wallets: [{ type: "multi-collateral", collateral: [{ asset: "BTC", quantity: 1 }],
      positions: [{ contract: "PF_XBTUSD", side: "long", size: 1, entryPrice: 100000, margin: "isolated", isolatedMargin: 15000 }] }],
  };
  const { stdout } = margin(["pledge-or-sell", "--text", "-"], JSON.stringify(scenario));
  assert.match(stdout, /With crypto at -20\.00 % isolated positions are liquidated, at the loss of their margins: PF_XBTUSD\n/);
  // 80,000 less 15,000.
  assert.match(stdout, /value, crypto at -20\.00 % +65,000\.00 /);
});

test("comparisons stand side by side", () => {
  // 40,000 less 6 %; sold at a fee of 0.5 %.
  const both = shown("pledge-or-sell", "sol-long-on-eth");
  assert.match(both, /collateral value +37,600\.00 +39,800\.00\n/);
  assert.match(both, /value, crypto today +40,000\.00 +39,800\.00\n/);
  const three = shown("compare", "trade");
  assert.match(three, /margin figures +published +published +assumed\n/);
  assert.match(three, /us-futures: assumed margins of crypto contracts, EXAMPLES: /);
  const [multi, , us] = JSON.parse(module.compare(examples().find(({ file }) => file.endsWith("trade.json")).text)).accounts;
  assert.deepEqual([multi.assumed, multi.assumptions], [false, []]);
  assert.deepEqual([us.assumed, us.assumptions.length], [true, 1]);
  assert.match(three, /contract +PF_XBTUSD +PI_XBTUSD +PBTCUCZ50\n/);
  assert.match(three, /value at -20\.00 % +3,000\.00 +3,000\.00 +5,000\.00\n/);
});

test("commands for people refuse bad input as the others do", () => {
  for (const command of [...Object.keys(onScenarios), "compare"]) {
    const { status, stdout, stderr } = margin([command, "--text", "-"], "{}");
    assert.equal(status, 2, command);
    assert.equal(stdout, "", command);
    assert.ok(JSON.parse(stderr).errors.length > 0, command);
  }
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
