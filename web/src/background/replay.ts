// SPDX-License-Identifier: MIT
//
// The module does not go on in the middle of a history: it is asked again from the first row on, each time over
// twice as many rows, which is at most twice the work in all.
import type { Errors, Replay } from "#margin";
import type { Ask, ReplayJob, Slice, Slices } from "./jobs.ts";
import { thinned } from "./thinned.ts";

/** Rows of the first slice, so few that the largest account is soon through with them. */
const kFirstRows = 64;

export function* replaySlices({ request }: ReplayJob, ask: Ask): Slices {
  const replay = (csv: string) => ask("replay", { ...request, csv, points: true });
  const [head = "", ...rows] = rowsOf(request.csv);
  const total = Math.max(1, rows.length);
  let backwards = false;
  for (let count = kFirstRows; count < total; count *= 2) {
    const part = backwards ? rows.slice(-count) : rows.slice(0, count);
    const answer = replay([head, ...part].join("\n"));
    // What is wrong is told of all lines at once, by the whole.
    if ("errors" in answer) break;
    if (!backwards && isBackwards(answer)) {
      backwards = true;
      continue;
    }
    yield sliceOf(answer, count, total);
    // Nothing of the account is left for the rows to come.
    if (answer.liquidation) break;
  }
  yield sliceOf(replay(request.csv), total, total);
}

function sliceOf(answer: Replay | Errors, done: number, total: number): Slice<Replay> {
  if ("errors" in answer || !answer.points) return { done, total, answer };
  return { done, total, answer: { ...answer, points: thinned(answer.points) } };
}

/** The lines of the text that are not empty; all as one where a quoted cell may hold a line's end. */
function rowsOf(csv: string): string[] {
  return csv.includes('"') ? [csv] : csv.split("\n").filter((line) => line.trim() !== "");
}

/** Whether the latest row stands first. */
function isBackwards({ points = [] }: Replay): boolean {
  const [first, second] = points;
  return first !== undefined && second !== undefined && second.line < first.line;
}
