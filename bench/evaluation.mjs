// SPDX-License-Identifier: MIT
// One evaluation through the module that a page loads first, text to text, against what JavaScript needs to stringify the same
// scenario and parse the same report. Prints the medians of many short rounds, and their ratio.
import { readFileSync } from "node:fs";
import createMargin from "../build/wasm/margin-evaluate.mjs";

const wasm = new URL("../build/wasm/margin-evaluate.wasm", import.meta.url);
const margin = await createMargin({ wasmBinary: readFileSync(wasm) });

const scenario = {
  format: "margin-scenario/1",
  rulebook: "kraken-global",
  policy: { marginBasis: "mark", levels: "flat" },
  prices: { BTC: 100000, ETH: 4000, SOL: 200, XRP: 2.5, EUR: 1.1, DOGE: 0.2 },
  wallets: [
    {
      type: "multi-collateral",
      collateral: [
        { asset: "USD", quantity: 25000 },
        { asset: "BTC", quantity: 1.25 },
        { asset: "ETH", quantity: 10.5 },
        { asset: "SOL", quantity: 120 },
        { asset: "EUR", quantity: 5000 },
      ],
      positions: [
        { contract: "PF_XBTUSD", side: "long", size: 5.25, entryPrice: 98765.5 },
        { contract: "FF_XBTUSD", side: "short", size: 2, entryPrice: 101234 },
        { contract: "PF_ETHUSD", side: "short", size: 30.5, entryPrice: 4100.5 },
        { contract: "PF_SOLUSD", side: "long", size: 500, entryPrice: 190.25 },
        { contract: "PF_XRPUSD", side: "long", size: 10000, entryPrice: 2.4, margin: "isolated", maxLeverage: 10 },
      ],
    },
  ],
};
const scenarioJson = JSON.stringify(scenario);
const reportJson = margin.evaluate(scenarioJson);
if (!reportJson.includes('"margin-report/1"')) throw new Error(reportJson);

/** Microseconds of one call, over a short round. */
function microseconds(call) {
  const calls = 100;
  const start = process.hrtime.bigint();
  for (let i = 0; i < calls; ++i) call();
  return Number(process.hrtime.bigint() - start) / 1000 / calls;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

// The two in turn, so that both meet the machine in the same mood.
const rounds = Array.from({ length: 150 }, () => ({
  module: microseconds(() => margin.evaluate(scenarioJson)),
  javascript: microseconds(() => {
    JSON.stringify(scenario);
    JSON.parse(reportJson);
  }),
})).slice(30);

console.log(`one evaluation, 5 collateral and 5 positions (${scenarioJson.length} bytes in, ${reportJson.length} bytes out)`);
console.log(`  module, text to text       ${median(rounds.map((round) => round.module)).toFixed(1)} µs`);
console.log(`  JavaScript stringify+parse ${median(rounds.map((round) => round.javascript)).toFixed(1)} µs`);
console.log(`  ratio                      ${median(rounds.map((round) => round.module / round.javascript)).toFixed(2)}`);
