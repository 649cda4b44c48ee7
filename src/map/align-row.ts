/**
 * Finds which columns the cells of a row belong to, in tables that lost their merged cells.
 *
 * Where a cell was merged over several rows, the rows below lack it, and their cells stand too far left. Cells keep
 * their order, so a row fits its columns in few ways; what the cells hold tells which way is right.
 */

/** How well a cell fits a column: above 0 it speaks for it, below 0 against it. */
export type Fit = (cell: number, column: number) => number;

export interface Alignment {
  /** The column of each cell. */
  readonly columns: readonly number[];
  readonly score: number;
  /** How much better it is than the next best; infinite where there is no other. */
  readonly margin: number;
}

/** What leaving a column out costs, before the row's first cell and between its cells. */
export interface Costs {
  readonly before: (column: number) => number;
  readonly between: (column: number) => number;
}

/** More columns than tables of the kind have; it bounds the ways that are tried to 924 a row. */
const mostColumns = 12;

/** The best alignment of cells to columns, in order; null where the cells cannot fit. */
export function alignRow(cellCount: number, columnCount: number, suits: Fit, costs: Costs): Alignment | null {
  if (cellCount === 0 || cellCount > columnCount || columnCount > mostColumns) return null;
  const fits = Array.from({ length: cellCount }, (_, cell) =>
    Array.from({ length: columnCount }, (__, column) => suits(cell, column)),
  );
  let best: { columns: number[]; score: number } | null = null;
  let second = Number.NEGATIVE_INFINITY;
  for (const columns of choices(cellCount, columnCount)) {
    const score = scoreOf(columns, fits, costs);
    if (!best || score > best.score) {
      second = best?.score ?? second;
      best = { columns, score };
    } else second = Math.max(second, score);
  }
  return best && { ...best, margin: best.score - second };
}

function scoreOf(columns: readonly number[], fits: readonly (readonly number[])[], costs: Costs): number {
  let score = 0;
  let next = 0;
  for (const [cell, column] of columns.entries()) {
    for (; next < column; next++) {
      score -= cell > 0 ? costs.between(next) : costs.before(next);
    }
    score += fits[cell]?.[column] ?? 0;
    next = column + 1;
  }
  return score;
}

/** Every way to choose `count` of `total` columns, in order. Only left-out columns before the last cell count. */
function* choices(count: number, total: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let column = from; column <= total - count; column++) {
    for (const rest of choices(count - 1, total, column + 1)) yield [column, ...rest];
  }
}
