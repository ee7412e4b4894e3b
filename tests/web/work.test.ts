// SPDX-License-Identifier: MIT
//
// Long work: what its slices come to, what the page and its worker say to each other, and what becomes of a worker
// that does not answer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import fc from "fast-check";

import type { ReplayPoint, Scenario } from "#margin";
import type { Ask, Job, ReplayJob, SimulationJob, Slice } from "../../web/src/background/jobs.ts";
import { slicesOf } from "../../web/src/background/jobs.ts";
import { PageWork } from "../../web/src/background/page-work.ts";
import { newsIn, orderIn } from "../../web/src/background/protocol.ts";
import { thinned } from "../../web/src/background/thinned.ts";
import type { Work } from "../../web/src/background/work.ts";
import { WorkerWork, type WorkerLike } from "../../web/src/background/worker-work.ts";
import { furtherCalculator } from "./module.ts";

const { ask } = furtherCalculator;
const read = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");
const scenario = JSON.parse(read("sol-long-on-eth.json")) as Scenario;

const simulation: SimulationJob = {
  kind: "simulation",
  blocks: 12,
  request: {
    format: "margin-odds-request/1",
    scenario,
    wallet: 0,
    horizons: [1, 7],
    motions: ["ETH", "SOL"].map((asset) => ({ asset, volatility: 0.9 })),
    correlations: [{ assets: ["ETH", "SOL"], correlation: 0.7 }],
  },
};

const replayOf = (csv: string): ReplayJob => ({
  kind: "replay",
  request: { format: "margin-replay-request/1", scenario, wallet: 0, csv },
});

/** Prices that swing about today's, a row an hour. */
function history(rows: number, swing: number): string[] {
  return Array.from({ length: rows }, (_, row) => {
    const moved = 1 + swing * Math.sin(row / 40) * Math.min(1, row / 300);
    return `${1_600_000_000 + row * 3600},${(4000 * moved).toFixed(2)},${(200 * moved).toFixed(3)}`;
  });
}
const csvOf = (rows: readonly string[]) => ["date,ETH,SOL", ...rows, ""].join("\n");

/** All slices of a job, each of which may take so many times as long as the one before. */
function allOf(job: Job, longer: () => number = () => 2): Slice[] {
  const slices = slicesOf(job, ask);
  const all: Slice[] = [];
  for (let next = slices.next(1); !next.done; next = slices.next(longer())) all.push(next.value);
  return all;
}

test("a simulation comes to the same text however it is cut", () => {
  const whole = JSON.stringify(ask("odds", { ...simulation.request, blocks: simulation.blocks }));
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 9, noNaN: true })), (paces) => {
      const slices = allOf(simulation, () => paces.next().value as number);
      const done = slices.map(({ done }) => done);
      assert.deepEqual(done, [...new Set(done)].sort((a, b) => a - b), "it goes on");
      assert.equal(JSON.stringify(slices.at(-1)?.answer), whole);
    }),
    { numRuns: 10 },
  );
});

test("a simulation of chances that are hardly any goes on too", () => {
  const motions = ["ETH", "SOL"].map((asset) => ({ asset, volatility: 0.6 }));
  const rare: SimulationJob = { ...simulation, request: { ...simulation.request, horizons: [1, 7, 30], motions } };
  const slices = allOf(rare);
  const squares = slices.flatMap(({ answer }) => ("method" in answer && answer.method === "simulation" ? answer.simulation.squares : []));
  assert.ok(squares.some((square) => square > 0 && square < 1e-15), squares.join());
  const whole = ask("odds", { ...rare.request, blocks: rare.blocks });
  assert.ok("method" in whole, JSON.stringify(whole));
  assert.equal(JSON.stringify(slices.at(-1)?.answer), JSON.stringify(whole));
});

test("a refusal ends the work at once", () => {
  const broken = { ...simulation, request: { ...simulation.request, horizons: [] } };
  const [only, ...more] = allOf(broken);
  assert.ok(only && "errors" in only.answer && only.done === only.total && more.length === 0);
});

test("a history grows to its end, whichever way it goes", () => {
  const rows = history(900, 0.1);
  for (const csv of [csvOf(rows), csvOf(rows.toReversed())]) {
    const slices = allOf(replayOf(csv));
    assert.deepEqual(slices.at(-1), { done: 900, total: 900, answer: { ...ask("replay", { ...replayOf(csv).request, points: true }) } });
    assert.ok(slices.length > 2);
    for (const { done, answer } of slices) {
      assert.ok("rows" in answer && answer.rows === done && answer.from === "2020-09-13T12:26:40Z");
    }
  }
});

test("after a liquidation only the rest is read, and every line that is wrong is told", () => {
  const rows = history(2000, 0.6);
  const slices = allOf(replayOf(csvOf(rows)));
  const ends = slices.map(({ answer }) => "rows" in answer && answer.liquidation !== null);
  assert.deepEqual(ends, [...ends.slice(0, -2).map(() => false), true, true]);
  rows[1500] = rows[1600] = "yesterday,1,1";
  const last = allOf(replayOf(csvOf(rows))).at(-1)?.answer;
  assert.ok(last && "errors" in last && last.errors.length >= 2);
});

test("a picture's points keep the ends, the lowest equity and the highest usage", () => {
  const point = fc.record({
    at: fc.constant(""),
    line: fc.nat(),
    marginEquity: fc.integer(),
    marginUsage: fc.option(fc.double({ min: 0, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 900 }), (some, times) => {
      const points = Array.from({ length: times }, () => some).flat();
      const kept = thinned(points);
      assert.ok(kept.length <= 1200 && kept[0] === points[0] && kept.at(-1) === points.at(-1));
      const lowest = (of: readonly ReplayPoint[]) => Math.min(...of.map(({ marginEquity }) => marginEquity));
      const highest = (of: readonly ReplayPoint[]) => Math.max(...of.map(({ marginUsage }) => marginUsage ?? Infinity));
      assert.deepEqual([lowest(kept), highest(kept)], [lowest(points), highest(points)]);
    }),
  );
});

test("only what the two can say is heard", () => {
  const told = { type: "told", id: 1, done: 1, total: 2, answer: { errors: [] } };
  const run = { type: "run", id: 1, job: simulation };
  assert.deepEqual(newsIn(told), told);
  assert.deepEqual(orderIn(run), run);
  assert.deepEqual(orderIn({ type: "run", id: 2, job: replayOf("") })?.id, 2);
  assert.deepEqual(newsIn({ type: "ready" }), { type: "ready" });
  for (const wrong of [
    { ...told, done: 3 },
    { ...told, answer: { format: "margin-report/1" } },
    { ...told, id: "1" },
    { ...told, total: Number.NaN },
    { type: "said", id: 1 },
  ]) {
    assert.equal(newsIn(wrong), undefined, JSON.stringify(wrong));
  }
  for (const job of [undefined, {}, { ...simulation, blocks: 0 }, { kind: "replay", request: {} }, { kind: "explain" }]) {
    assert.equal(orderIn({ ...run, job }), undefined, JSON.stringify(job));
  }
  fc.assert(fc.property(fc.anything(), (data) => orderIn(data) === undefined && newsIn(data) === undefined));
});

/** What is heard of a job, in order. */
function listener() {
  const heard: string[] = [];
  const hear = {
    told: ({ done, total }: Slice) => heard.push(done === total ? "done" : "told"),
    failed: () => heard.push("failed"),
  };
  return { heard, hear };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("on the page everything else has its turn between two slices, and a job that is stopped is silent", async () => {
  let goOn: () => void = () => undefined;
  const pause = () => new Promise<void>((resolve) => (goOn = resolve));
  const { heard, hear } = listener();
  const stop = new PageWork(() => Promise.resolve({ ask }), pause).run(simulation, hear);
  await settled();
  assert.deepEqual(heard, ["told"]);
  goOn();
  await settled();
  assert.deepEqual(heard, ["told", "told"]);
  stop();
  goOn();
  await settled();
  assert.deepEqual(heard, ["told", "told"]);
});

test("on the page a module that does not come, or that throws, is a failure", async () => {
  const { heard, hear } = listener();
  new PageWork(() => Promise.reject(new Error("gone"))).run(simulation, hear);
  const broken: Ask = () => {
    throw new Error("broken");
  };
  new PageWork(() => Promise.resolve({ ask: broken })).run(simulation, hear);
  await settled();
  assert.deepEqual(heard, ["failed", "failed"]);
});

/** Workers that do what the test says. */
function workers() {
  const started: (WorkerLike & { orders: unknown[]; ended: boolean; says: (data: unknown) => void })[] = [];
  const start = () => {
    const worker = {
      orders: [] as unknown[],
      ended: false,
      onmessage: null as WorkerLike["onmessage"],
      onmessageerror: null,
      onerror: null,
      postMessage: (order: unknown) => worker.orders.push(order),
      terminate: () => (worker.ended = true),
      says: (data: unknown) => worker.onmessage?.call(worker as never, { data } as MessageEvent),
    };
    started.push(worker as never);
    return worker as unknown as WorkerLike;
  };
  return { started, start };
}
const answer = { errors: [] };

test("a worker is started once, tells of each job, and what is not its language is a failure", () => {
  const { started, start } = workers();
  const [one, other] = [listener(), listener()];
  const work = new WorkerWork(start);
  work.run(simulation, one.hear);
  work.run(simulation, other.hear);
  const [worker] = started;
  worker?.says({ type: "ready" });
  worker?.says({ type: "told", id: 1, done: 1, total: 2, answer });
  worker?.says({ type: "told", id: 2, done: 2, total: 2, answer });
  worker?.says({ type: "told", id: 2, done: 2, total: 2, answer });
  assert.deepEqual([started.length, one.heard, other.heard], [1, ["told"], ["done"]]);
  worker?.says("nonsense");
  assert.deepEqual([worker?.ended, one.heard, other.heard], [true, ["told", "failed"], ["done"]]);
  work.run(simulation, one.hear);
  assert.equal(started.length, 2, "another one is tried");
  work.run(simulation, other.hear)();
});

test("a worker that does not load is given up in time, and its jobs are done elsewhere", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { started, start } = workers();
    const { heard, hear } = listener();
    const elsewhere: string[] = [];
    const instead: Work = {
      run: (job) => {
        elsewhere.push(job.kind);
        return () => elsewhere.push("stopped");
      },
    };
    const stop = new WorkerWork(start, () => instead).run(simulation, hear);
    mock.timers.tick(9_999);
    assert.deepEqual(elsewhere, []);
    mock.timers.tick(1);
    stop();
    assert.deepEqual([heard, elsewhere, started[0]?.ended], [[], [simulation.kind, "stopped"], true]);
  } finally {
    mock.timers.reset();
  }
});

test("a worker that goes on with a stopped job is ended, and another does what is still wanted", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { started, start } = workers();
    const [one, other] = [listener(), listener()];
    const work = new WorkerWork(start);
    const stop = work.run(replayOf("date"), one.hear);
    work.run(simulation, other.hear);
    started[0]?.says({ type: "ready" });
    stop();
    mock.timers.tick(500);
    assert.deepEqual([started.length, started[0]?.ended], [2, true]);
    assert.deepEqual(started[1]?.orders, [{ type: "run", id: 2, job: simulation }]);
    started[1]?.says({ type: "ready" });
    started[1]?.says({ type: "told", id: 2, done: 2, total: 2, answer });
    assert.deepEqual([one.heard, other.heard], [[], ["done"]]);
  } finally {
    mock.timers.reset();
  }
});
