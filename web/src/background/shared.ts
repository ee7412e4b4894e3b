// SPDX-License-Identifier: MIT
import { ownWorker } from "../page/trusted.ts";
import { loadFurtherCalculator } from "../module/calculator.ts";
import { PageWork } from "./page-work.ts";
import type { Hear, Work } from "./work.ts";
import type { Job } from "./jobs.ts";
import { WorkerWork } from "./worker-work.ts";

let work: Work | undefined;

/** Begins with a job where this page can do it best. Returns what stops it. */
export function begin(job: Job, hear: Hear): () => void {
  work ??= hasWorkers() ? new WorkerWork(ownWorker, useThePage) : new PageWork(loadFurtherCalculator);
  try {
    return work.run(job, hear);
  } catch {
    // A host or an embedding page may forbid it.
    return useThePage().run(job, hear);
  }
}

/** From now on. */
function useThePage(): Work {
  return (work = new PageWork(loadFurtherCalculator));
}

/** A file from a disk may not start one. */
function hasWorkers(): boolean {
  return typeof Worker !== "undefined" && location.protocol !== "file:";
}
