// SPDX-License-Identifier: MIT
import type { Job, Slice } from "./jobs.ts";

/** Where work is done: one interface for the worker and for the page itself. */
export interface Work {
  /** Begins with a job. Returns what stops it; a job that is stopped is told of no more. */
  run(job: Job, hear: Hear): () => void;
}

export interface Hear {
  told(slice: Slice): void;
  /** It ends without an answer. */
  failed(): void;
}
