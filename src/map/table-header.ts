import type { Cell, Row, Table, Text } from '../article.js';

/** A table's header, a label a column, and the rows below it. */
export interface SplitTable {
  readonly labels: readonly Text[];
  /** The labels above each of these, the highest first; one that is merged over several rows is said once. */
  readonly above: readonly (readonly Text[])[];
  readonly rows: readonly Row[];
}

/**
 * The header is the rows at the top whose cells are all marked as headers, else the first row. Of several such rows the
 * lowest label of a column counts.
 */
export function splitHeader(table: Table): SplitTable {
  const rows = table.isGrid ? table.rows : withoutTitle(table.rows);
  let size = 0;
  while (size < rows.length && rows[size]?.cells.every(({ isHeader }) => isHeader)) size++;
  const last = rows[Math.max(0, size - 1)];
  const higher = rows.slice(0, Math.max(0, size - 1));
  return {
    labels: last?.cells.map(({ text }) => text) ?? [],
    above: last?.cells.map((cell, i) => labelsAbove(higher, cell, i)) ?? [],
    rows: rows.slice(Math.max(1, size)),
  };
}

function labelsAbove(rows: readonly Row[], below: Cell, column: number): readonly Text[] {
  const cells = new Set(rows.flatMap(({ cells }) => cells[column] ?? []));
  cells.delete(below);
  return [...cells].map(({ text }) => text);
}

/** A rendering shows a cell over all columns as a row of one: at the top, it is what the table is called. */
function withoutTitle(rows: readonly Row[]): readonly Row[] {
  const [first, second] = rows.map(({ cells }) => cells.filter(({ text }) => text.value !== '').length);
  return first === 1 && (second ?? 0) > 1 ? rows.slice(1) : rows;
}
