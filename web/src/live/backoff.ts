// SPDX-License-Identifier: MIT

/** Connections that may fail one after the other before it is left to the reader. */
export const kMostTries = 6;

const kShortest = 1000;
const kLongest = 30_000;

/**
 * How long to wait before the next try, in milliseconds: twice as long each time, and never the same for two pages
 * that lost the same server.
 * @param failures so far, from 1.
 * @param random from 0 to 1.
 */
export function pauseAfter(failures: number, random: number): number {
  const longest = Math.min(kLongest, kShortest * 2 ** failures);
  return kShortest + random * (longest - kShortest);
}
