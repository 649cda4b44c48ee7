import type { Row, Table, Text } from '../article.js';

/** A table's header, a label a column, and the rows below it. */
export interface SplitTable {
  readonly labels: readonly Text[];
  readonly rows: readonly Row[];
}

/**
 * The header is the rows at the top whose cells are all marked as headers, else the first row. Of several such rows the
 * lowest label of a column counts.
 */
export function splitHeader({ rows }: Table): SplitTable {
  let size = 0;
  while (size < rows.length && rows[size]?.cells.every(({ isHeader }) => isHeader)) size++;
  const last = rows[Math.max(0, size - 1)];
  return { labels: last?.cells.map(({ text }) => text) ?? [], rows: rows.slice(Math.max(1, size)) };
}
