// SPDX-License-Identifier: MIT
// Times calls against each other: many rounds, in each every contestant for a moment, so that all of them meet the
// machine in the same mood, and few of the moments are cut by others' work.

const now = () => Number(process.hrtime.bigint()) / 1000;

/** So many calls that they take about so many microseconds. */
function callsFor(call, microseconds) {
  let calls = 1;
  while (true) {
    const start = now();
    for (let i = 0; i < calls; ++i) call();
    const taken = now() - start;
    if (taken >= microseconds / 2) return Math.max(1, Math.round((calls * microseconds) / taken));
    calls *= 2;
  }
}

export function median(values) {
  const ascending = Float64Array.from(values).sort();
  return ascending[ascending.length >> 1];
}

/**
 * Microseconds of one call of each by name, round by round.
 *
 * @param calls  Functions by name.
 */
export function rounds(calls, { count = 200, warmUp = 20, microseconds = 300 } = {}) {
  const contestants = Object.entries(calls).map(([name, call]) => ({
    name,
    call,
    times: callsFor(call, microseconds),
    taken: [],
  }));
  for (let round = -warmUp; round < count; ++round) {
    // What the calls leave behind is cleared away between the rounds, not in one contestant's time.
    if (round % 10 === 0) globalThis.gc?.();
    for (const { call, times, taken } of contestants) {
      const start = now();
      for (let i = 0; i < times; ++i) call();
      const each = (now() - start) / times;
      if (round >= 0) taken.push(each);
    }
  }
  return Object.fromEntries(contestants.map(({ name, taken }) => [name, taken]));
}

/** Median of what one more of something costs: of the difference of two calls, round by round. */
export const slope = (more, less, steps) => median(more.map((value, i) => (value - less[i]) / steps));
