// SPDX-License-Identifier: MIT
import { slicesOf, type Ask, type Job, type Slice } from "./jobs.ts";

export interface Pacing {
  /** How long a slice should take, in milliseconds. */
  slice: number;
  /** Lets everything else have its turn. */
  pause: () => Promise<void>;
}

/** Does a job slice by slice and tells of each, until it is done or stopped. */
export async function runSlices(
  job: Job,
  ask: Ask,
  { slice, pause }: Pacing,
  { told, stopped }: { told: (slice: Slice) => void; stopped: () => boolean },
): Promise<void> {
  const slices = slicesOf(job, ask);
  let longer = 1;
  while (!stopped()) {
    const begin = performance.now();
    const { value, done } = slices.next(longer);
    if (done) return;
    longer = slice / Math.max(performance.now() - begin, 0.1);
    told(value);
    await pause();
  }
}
