// SPDX-License-Identifier: MIT
//
// The module goes on from a former answer, and the same blocks give the same numbers however they are cut.
import type { Simulation } from "#margin";
import type { Ask, SimulationJob, Slices } from "./jobs.ts";

export function* simulationSlices({ request, blocks }: SimulationJob, ask: Ask): Slices {
  let simulation: Simulation | undefined;
  let size = 1;
  while (true) {
    const done = simulation?.blocks ?? 0;
    const next = Math.min(size, blocks - done);
    const answer = ask("odds", { ...request, blocks: next, ...(simulation && { simulation }) });
    const further = "method" in answer && answer.method === "simulation" ? answer.simulation : undefined;
    // A refusal is final, and so is the answer of an account for which nothing has to be simulated.
    const ends = !further || further.blocks <= done || further.blocks >= blocks;
    const longer = yield { done: ends ? blocks : further.blocks, total: blocks, answer };
    if (ends) return;
    simulation = further;
    size = Math.max(1, Math.floor(size * Math.min(longer, 4)));
  }
}
