// SPDX-License-Identifier: MIT
//
// A grid of margin usage as areas of a few bands, each with a colour and a pattern.

/** Upper ends of the bands; what is above the last one is liquidated. */
export const bandEnds = [0.25, 0.5, 0.75, 1] as const;

/** The band of a margin usage, infinite where no equity is left: 0 to 4. */
export function bandOf(usage: number): number {
  const band = bandEnds.findIndex((end) => usage < end);
  return band < 0 ? bandEnds.length : band;
}

/**
 * One SVG path for each band: the cells of the grid that lie in it, those side by side as one. The grid's points are
 * the middles of cells, so that the picture reaches from 0 to columns − 1 and the outer cells are cut in half. Its
 * first row is at the foot.
 */
export function bandPaths(usage: ArrayLike<number>, columns: number, rows: number): string[] {
  const paths = Array.from({ length: bandEnds.length + 1 }, () => "");
  const edge = (cell: number, count: number) => Math.min(Math.max(cell - 0.5, 0), count - 1);
  for (let row = 0; row < rows; row++) {
    const top = rows - 1 - edge(row + 1, rows);
    const bottom = rows - 1 - edge(row, rows);
    for (let begin = 0, end = 1; begin < columns; begin = end, end++) {
      const band = bandOf(usage[row * columns + begin] ?? 0);
      while (end < columns && bandOf(usage[row * columns + end] ?? 0) === band) end++;
      const [left, right] = [edge(begin, columns), edge(end, columns)];
      paths[band] += `M${left} ${top}H${right}V${bottom}H${left}Z`;
    }
  }
  return paths;
}
