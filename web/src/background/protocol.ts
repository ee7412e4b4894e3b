// SPDX-License-Identifier: MIT
//
// What the page and its worker say to each other. Both check what arrives: the two files may come from different
// builds while a new one is published.
import type { Job, Slice } from "./jobs.ts";

/** To the worker. */
export type Order = { type: "run"; id: number; job: Job } | { type: "stop"; id: number };

/** From the worker. */
export type News =
  | { type: "ready" }
  | ({ type: "told"; id: number } & Slice)
  /** It will say no more of it. */
  | { type: "stopped"; id: number }
  | { type: "failed"; id: number };

/** Undefined where it is none. */
export function orderIn(data: unknown): Order | undefined {
  if (!isRecord(data) || !isId(data["id"])) return undefined;
  const { type, id, job } = data;
  if (type === "stop") return { type, id };
  return type === "run" && isJob(job) ? { type, id, job } : undefined;
}

/** Undefined where it is none. */
export function newsIn(data: unknown): News | undefined {
  if (!isRecord(data)) return undefined;
  const { type, id, done, total, answer } = data;
  if (type === "ready") return { type };
  if (!isId(id)) return undefined;
  if (type === "stopped" || type === "failed") return { type, id };
  if (type !== "told" || !isCount(done) || !isCount(total) || done > total || !isAnswer(answer)) return undefined;
  return { type, id, done, total, answer };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** What stands in the request itself is the module's to judge. */
function isJob(value: unknown): value is Job {
  if (!isRecord(value) || !isRecord(value["request"])) return false;
  const { kind, request, blocks } = value;
  if (kind === "simulation") return isCount(blocks) && blocks > 0;
  return kind === "replay" && typeof request["csv"] === "string";
}

function isAnswer(value: unknown): value is Slice["answer"] {
  if (!isRecord(value)) return false;
  const { format, errors } = value;
  return Array.isArray(errors) || format === "margin-odds/1" || format === "margin-replay/1";
}
