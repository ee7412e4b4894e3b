// SPDX-License-Identifier: MIT
//
// Work that takes longer than a frame, and how it is cut into slices: one after another, each with an answer that is
// true of what is done so far.
import type { Errors, Odds, OddsRequest, Replay, ReplayRequest } from "#margin";
import type { FurtherCalculator } from "../module/calculator.ts";
import { replaySlices } from "./replay.ts";
import { simulationSlices } from "./simulation.ts";

/** The odds of several prices that move at once. */
export interface SimulationJob {
  kind: "simulation";
  request: Omit<Extract<OddsRequest, { motions: unknown }>, "blocks" | "simulation">;
  /** How many are wanted in all. */
  blocks: number;
}

/** An account held through a history of prices. */
export interface ReplayJob {
  kind: "replay";
  request: Omit<ReplayRequest, "points">;
}

export type Job = SimulationJob | ReplayJob;

export interface Slice<Answer extends Odds | Replay = Odds | Replay> {
  /** Of `total`; equal to it once nothing is left to do. */
  done: number;
  total: number;
  answer: Answer | Errors;
}

/** The answer that a kind of work comes to. */
export type AnswerTo<Work extends Job> = Work extends SimulationJob ? Odds : Replay;

/**
 * Each next() is given how many times as long as the last slice the next may take; what it yields says how much is
 * done.
 */
export type Slices = Generator<Slice, void, number>;

export type Ask = FurtherCalculator["ask"];

export function slicesOf(job: Job, ask: Ask): Slices {
  return job.kind === "simulation" ? simulationSlices(job, ask) : replaySlices(job, ask);
}
