// SPDX-License-Identifier: MIT
// What core/src/course.cpp and requirement.cpp do, in plain JavaScript: amounts along a ratio of prices as lines that
// bend, in sums that keep what rounding takes.

/** A compensated sum of lines: slope times ratio plus intercept. */
export class LineSum {
  slope = 0;
  slopeLow = 0;
  intercept = 0;
  interceptLow = 0;

  add(slope, intercept) {
    let total = this.slope + slope;
    let added = total - this.slope;
    this.slopeLow += this.slope - (total - added) + (slope - added);
    this.slope = total;
    total = this.intercept + intercept;
    added = total - this.intercept;
    this.interceptLow += this.intercept - (total - added) + (intercept - added);
    this.intercept = total;
  }

  line() {
    return { slope: this.slope + this.slopeLow, intercept: this.intercept + this.interceptLow };
  }

  at(ratio) {
    return (this.slope + this.slopeLow) * ratio + (this.intercept + this.interceptLow);
  }
}

export const least = 1e-6;
export const most = 1e6;
/** How far a requirement is followed: a shock may move today's price as far as that. */
const leastOfAll = least * least;
const mostOfAll = most * most;

/** Where the margin of a position comes to another level, by its notional today. */
function levelBends(position, bends) {
  const { levels } = position;
  const notional = position.size * position.mark;
  let slope = levels[0].maintenance * notional;
  const first = slope;
  for (let i = 1; i < levels.length; ++i) {
    const ratio = levels[i].from / notional;
    if (ratio > mostOfAll) break;
    const after = levels[i].maintenance * notional;
    bends.push({ ratio, sign: position.sign, by: after - slope });
    slope = after;
  }
  return first;
}

/**
 * The maintenance margin on one asset along a ratio of its price, the larger of both sides: its first line, and its
 * bends, each with the lines before and after it.
 */
export function requirementOf(positions) {
  const turns = [];
  const long = new LineSum();
  const short = new LineSum();
  for (const position of positions) {
    (position.sign > 0 ? long : short).add(levelBends(position, turns), 0);
  }
  turns.sort((a, b) => a.ratio - b.ratio);
  const bends = [];
  let first;
  let current;
  const follow = (ratio, line, jump) => {
    if (!current) first = line;
    else if (line.slope !== current.slope || line.intercept !== current.intercept) {
      bends.push({ ratio, before: current, after: line, jump });
    }
    current = line;
  };
  let from = leastOfAll;
  let jump = false;
  for (let next = 0; ; ) {
    const to = next < turns.length ? turns[next].ratio : mostOfAll;
    const a = long.line();
    const b = short.line();
    const slope = a.slope - b.slope;
    const intercept = a.intercept - b.intercept;
    const atFrom = slope * from + intercept;
    const atTo = slope * to + intercept;
    if (atFrom >= 0 && atTo >= 0) follow(from, a, jump);
    else if (atFrom <= 0 && atTo <= 0) follow(from, b, jump);
    else {
      follow(from, atFrom > 0 ? a : b, jump);
      follow(Math.min(Math.max(-intercept / slope, from), to), atFrom > 0 ? b : a, false);
    }
    if (next === turns.length) return { first, bends };
    from = to;
    for (; next < turns.length && turns[next].ratio === from; ++next) {
      (turns[next].sign > 0 ? long : short).add(turns[next].by, 0);
    }
    jump = true;
  }
}
