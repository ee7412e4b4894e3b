// SPDX-License-Identifier: MIT
//
// The worker: the whole module, loaded once, and the jobs that the page gives it, side by side, slice by slice.
import { loadFurtherCalculator } from "../module/calculator.ts";
import type { Job } from "./jobs.ts";
import { orderIn, type News } from "./protocol.ts";
import { runSlices, type Pacing } from "./slices.ts";

const say = (news: News) => postMessage(news);

/** A message that has arrived is read before the next slice. */
const { port1, port2 } = new MessageChannel();
let goOn: (() => void)[] = [];
port1.onmessage = () => {
  const waiting = goOn;
  goOn = [];
  for (const go of waiting) go();
};
const pause = () =>
  new Promise<void>((resolve) => {
    goOn.push(resolve);
    port2.postMessage(undefined);
  });

/** Milliseconds: rare enough to cost little, and often enough for a progress bar to move. */
const pacing: Pacing = { slice: 70, pause };

const running = new Set<number>();
const calculator = loadFurtherCalculator();
calculator.then(
  () => say({ type: "ready" }),
  // An error of the worker itself, which the page hears of.
  (error: unknown) => reportError(error),
);

onmessage = ({ data }: MessageEvent<unknown>) => {
  const order = orderIn(data);
  if (!order) throw new TypeError("The worker was asked for something that it does not do.");
  if (order.type === "run") {
    void run(order.id, order.job);
  } else {
    running.delete(order.id);
    say({ type: "stopped", id: order.id });
  }
};

async function run(id: number, job: Job): Promise<void> {
  running.add(id);
  try {
    const { ask } = await calculator;
    await runSlices(job, ask, pacing, {
      told: (slice) => say({ type: "told", id, ...slice }),
      stopped: () => !running.has(id),
    });
  } catch {
    if (running.has(id)) say({ type: "failed", id });
  }
  running.delete(id);
}
