// SPDX-License-Identifier: MIT
// The peers that can be had: their functions for one liquidation price of one and the same account, and how their
// answers stand to ours. One that cannot be loaded is told of, and is no failure.
import { plain } from "./javascript/plain.mjs";

const rate = 0.01;

const why = {
  orderly: "it stops searching at a width of 1e-4",
  mango: "it stops searching at a tick",
  ccxt: "it leaves out what the other positions gain and need",
};

/** @param plainAccount  Makes the account that every peer can represent. */
export async function loadPeers(margin, plainAccount) {
  const scenario = plainAccount(rate);
  const [exact] = margin.liquidationPrices(
    JSON.stringify({ format: "margin-ladder-request/1", scenario, shocks: [{}] }),
  );
  const holdings = plain(scenario);
  const solvers = {};
  const sentences = [];
  const failures = [];
  for (const [peer, reason] of Object.entries(why)) {
    try {
      const { name, solver } = await import(`./peers/${peer}.mjs`);
      const call = solver(holdings, rate);
      const price = call();
      const off = price - exact;
      sentences.push(
        `${name}: ${price.toFixed(4)} where the exact price is ${exact.toFixed(4)}, ${off < 0 ? "" : "+"}${off.toFixed(4)}: ${reason}.`,
      );
      solvers[peer] = { name, call };
    } catch (error) {
      failures.push(peer);
      sentences.push(`${peer} could not be asked: ${String(error.message).split("\n")[0]}`);
    }
  }
  return { solvers, sentences, failures };
}
