// SPDX-License-Identifier: MIT
//
// A job whose progress is drawn in its place, without the rest of the page being drawn again.
import { nothing, type ElementPart, type TemplateResult } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";

import type { AnswerTo, Job, Slice } from "./jobs.ts";
import { begin } from "./shared.ts";

/** How a job stands. */
export interface Run<Work extends Job = Job> {
  state: "running" | "done" | "stopped" | "failed";
  /** The last answer, and how much was done for it. */
  slice: Slice<AnswerTo<Work>> | undefined;
  /** Whether that is the answer to a former job. */
  former: boolean;
  stop(): void;
  again(): void;
}

type Show = (run: Run) => TemplateResult;

class Running extends AsyncDirective {
  #job: Job | undefined;
  #show: Show = () => {
    throw new Error("nothing to show");
  };
  #stopWork: () => void = () => undefined;
  #run: Run = {
    state: "running",
    slice: undefined,
    former: false,
    stop: () => this.#end("stopped"),
    again: () => this.#begin(),
  };

  override render(_job: Job, _show: Show): unknown {
    return nothing;
  }

  override update(_part: ElementPart, [job, show]: [Job, Show]): unknown {
    this.#show = show;
    if (!this.isConnected) return show(this.#run);
    if (!this.#job || !isSame(this.#job, job)) {
      this.#job = job;
      this.#begin();
    }
    return show(this.#run);
  }

  #begin(): void {
    const job = this.#job;
    if (!job) return;
    this.#stopWork();
    this.#change({ state: "running", former: this.#run.slice !== undefined });
    this.#stopWork = begin(job, {
      told: (slice) => this.#change({ state: slice.done === slice.total ? "done" : "running", slice, former: false }),
      failed: () => this.#change({ state: "failed" }),
    });
  }

  #end(state: Run["state"]): void {
    this.#stopWork();
    this.#change({ state });
  }

  #change(change: Partial<Run>): void {
    this.#run = { ...this.#run, ...change };
    if (this.isConnected) this.setValue(this.#show(this.#run));
  }

  protected override disconnected(): void {
    this.#stopWork();
  }

  protected override reconnected(): void {
    if (this.#run.state === "running") this.#begin();
  }
}

const running = directive(Running);

/** Does the job and shows how it stands. Another job in its place replaces it; its answer is shown until there is one. */
export function working<Work extends Job>(job: Work, show: (run: Run<Work>) => TemplateResult): unknown {
  return running(job, show as unknown as Show);
}

/** Long texts are not copied for it. */
function isSame(one: Job, other: Job): boolean {
  const csv = (job: Job) => (job.kind === "replay" ? job.request.csv : "");
  const rest = (job: Job) => JSON.stringify({ ...job, request: { ...job.request, csv: "" } });
  return csv(one) === csv(other) && rest(one) === rest(other);
}
