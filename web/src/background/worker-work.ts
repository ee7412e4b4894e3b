// SPDX-License-Identifier: MIT
//
// Work in a worker, which is started with the first job and kept.
import type { Job } from "./jobs.ts";
import { newsIn, type News, type Order } from "./protocol.ts";
import type { Hear, Work } from "./work.ts";

/** What is needed of a worker. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onmessageerror" | "onerror">;

/** Milliseconds until a worker that has not loaded is given up. */
const kLoading = 10_000;
/** Milliseconds that a worker may go on with a slice of a job that is stopped. */
const kStopping = 500;

interface Running {
  job: Job;
  hear: Hear;
}

export class WorkerWork implements Work {
  readonly #start: () => WorkerLike;
  /** What does the jobs where a worker does not even load. */
  readonly #instead: () => Work | undefined;
  readonly #running = new Map<number, Running>();
  /** What stops the jobs that it does. */
  readonly #handedOver = new Map<number, () => void>();
  #worker: WorkerLike | undefined;
  #loading: ReturnType<typeof setTimeout> | undefined;
  #stopping: ReturnType<typeof setTimeout> | undefined;
  #ids = 0;

  constructor(start: () => WorkerLike, instead: () => Work | undefined = () => undefined) {
    this.#start = start;
    this.#instead = instead;
  }

  run(job: Job, hear: Hear): () => void {
    const id = ++this.#ids;
    this.#running.set(id, { job, hear });
    this.#order({ type: "run", id, job });
    return () => this.#stop(id);
  }

  #order(order: Order): void {
    this.#worker ??= this.#started();
    this.#worker.postMessage(order);
  }

  #started(): WorkerLike {
    const worker = this.#start();
    this.#loading = setTimeout(() => this.#fail(), kLoading);
    worker.onmessage = ({ data }) => {
      const news = newsIn(data);
      if (news) this.#hear(news);
      else this.#fail();
    };
    worker.onmessageerror = () => this.#fail();
    worker.onerror = (event) => {
      // Told to those who wait for it; the page as a whole is not in trouble.
      event.preventDefault();
      this.#fail();
    };
    return worker;
  }

  #hear(news: News): void {
    if (news.type === "ready") {
      clearTimeout(this.#loading);
      this.#loading = undefined;
    } else if (news.type === "stopped") {
      clearTimeout(this.#stopping);
    } else {
      const hear = this.#running.get(news.id)?.hear;
      if (news.type === "failed" || news.done === news.total) this.#running.delete(news.id);
      if (news.type === "failed") hear?.failed();
      else hear?.told(news);
    }
  }

  #stop(id: number): void {
    this.#handedOver.get(id)?.();
    if (!this.#running.delete(id) || !this.#worker) return;
    this.#order({ type: "stop", id });
    // One that is still loading answers later, and has no slice in hand.
    if (this.#loading !== undefined) return;
    clearTimeout(this.#stopping);
    this.#stopping = setTimeout(() => this.#again(), kStopping);
  }

  /** Another worker does from its beginning what is still wanted. */
  #again(): void {
    this.#end();
    for (const [id, { job }] of this.#running) this.#order({ type: "run", id, job });
  }

  #fail(): void {
    const instead = this.#loading === undefined ? undefined : this.#instead();
    this.#end();
    const waiting = [...this.#running];
    this.#running.clear();
    for (const [id, { job, hear }] of waiting) {
      if (instead) this.#handedOver.set(id, instead.run(job, hear));
      else hear.failed();
    }
  }

  #end(): void {
    clearTimeout(this.#loading);
    clearTimeout(this.#stopping);
    this.#loading = undefined;
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
