// SPDX-License-Identifier: MIT
//
// Work on the page itself, between its frames: where there is no worker, as in a file opened from a disk.
import type { Ask, Job } from "./jobs.ts";
import { runSlices } from "./slices.ts";
import type { Hear, Work } from "./work.ts";

/** Milliseconds; with what a frame takes besides, typing is answered without a noticeable delay. */
const kSlice = 25;

export class PageWork implements Work {
  readonly #load: () => Promise<{ ask: Ask }>;
  readonly #pause: () => Promise<void>;

  constructor(load: () => Promise<{ ask: Ask }>, pause = nextFrame) {
    this.#load = load;
    this.#pause = pause;
  }

  run(job: Job, hear: Hear): () => void {
    let running = true;
    this.#run(job, { told: (slice) => hear.told(slice), stopped: () => !running }).catch(() => {
      if (running) hear.failed();
    });
    return () => {
      running = false;
    };
  }

  async #run(job: Job, progress: Parameters<typeof runSlices>[3]): Promise<void> {
    const { ask } = await this.#load();
    await runSlices(job, ask, { slice: kSlice, pause: this.#pause }, progress);
  }
}

/** After the next frame is drawn; a page that is not seen draws none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
