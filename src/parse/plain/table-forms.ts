/** Tables of plain text, in the forms that renderings give them. */
import type { Line } from '../locator.js';
import { cellsBetween, cellsBetweenBars, cellsBetweenGaps, cellsInColumns, cellsOfCsv } from './cells.js';
import { firstInk, isBlank, isTableLine, lastInk } from './line-kinds.js';
import type { Page } from './page.js';
import type { Stretch } from './stretch.js';

/** Longest first row that nothing but its words makes one. */
const longestHead = 300;

/** A row as it is cut into cells. */
export interface RawRow extends Stretch {
  readonly cells: readonly Stretch[];
}

export interface RawTable {
  readonly rows: readonly RawRow[];
  /** The tags that make it, if there are any. */
  readonly marks?: readonly Stretch[];
  /** Number of the line behind it. */
  readonly next: number;
}

/** The table that begins at a line and ends before another; null where there is none. */
export function tableAt(page: Page, at: number, to: number): RawTable | null {
  const { source, locator } = page;
  const line = locator.lines[at] as Line;
  if (isTableLine(source, line)) return marked(page, at, to);
  if (source.charAt(firstInk(source, line)) === '<') return htmlTable(page, at, to);
  const text = source.slice(firstInk(source, line), lastInk(source, line));
  if (text.includes(' | ')) {
    const table = barred(page, at, to);
    if (table) return table;
  }
  if (text.includes('\t'))
    return run(page, at, to, (row) => cellsBetween(source, inkOf(source, row), '\t'), 2, 2);
  return ruled(page, at, to) ?? (text.length > longestHead ? null : headed(page, at, to, text));
}

/** A run of rows, each with bars around its cells. */
function marked({ source, locator }: Page, at: number, to: number): RawTable {
  const rows: RawRow[] = [];
  let next = at;
  for (; next < to && isTableLine(source, locator.lines[next] as Line); next++) {
    const line = locator.lines[next] as Line;
    if (source.charAt(firstInk(source, line)) === '+') continue;
    const row = rowOf(source, line, cellsBetweenBars(source, line));
    if (!isRule(source, row)) rows.push(row);
  }
  return { rows, next };
}

/** Rows with bars between their cells only: as many in each, or with a rule under the first. */
function barred(page: Page, at: number, to: number): RawTable | null {
  const { source, locator } = page;
  const cells = (line: Line): Stretch[] => cellsBetweenBars(source, line);
  const first = cells(locator.lines[at] as Line);
  const second = at + 1 < to ? cells(locator.lines[at + 1] as Line) : [];
  if (first.length < 2 || first.length !== second.length) return null;
  return run(page, at, to, cells, 2, 2);
}

/** Rows of some number of cells or more, until another line. */
function run(
  { source, locator }: Page,
  at: number,
  to: number,
  cellsOf: (line: Line) => Stretch[],
  leastCells: number,
  leastRows: number,
): RawTable | null {
  const rows: RawRow[] = [];
  let next = at;
  for (; next < to; next++) {
    const line = locator.lines[next] as Line;
    if (isBlank(source, line)) break;
    const row = rowOf(source, line, cellsOf(line));
    if (row.cells.length < leastCells) break;
    if (!isRule(source, row)) rows.push(row);
  }
  return rows.length < leastRows ? null : { rows, next };
}

/** Columns under lines of dashes: `----- ---`. */
function ruled({ source, locator }: Page, at: number, to: number): RawTable | null {
  const { lines } = locator;
  const isOver = columnsOf(source, lines[at] as Line) !== null;
  const ruleAt = isOver ? at : at + 1;
  const columns = ruleAt < to ? columnsOf(source, lines[ruleAt] as Line) : null;
  if (!columns) return null;
  const rows: RawRow[] = [];
  let next = at;
  for (; next < to; next++) {
    const line = lines[next] as Line;
    if (isBlank(source, line)) break;
    if (columnsOf(source, line) !== null) continue;
    rows.push(rowOf(source, line, cellsInColumns(source, line, columns) ?? cellsBetweenGaps(source, line)));
  }
  return rows.length < 2 ? null : { rows, next };
}

/** Where the columns of `----- ---` begin; null where a line is none such. */
function columnsOf(source: string, line: Line): number[] | null {
  const sign = source.charAt(firstInk(source, line));
  if (sign !== '-' && sign !== '=') return null;
  const columns: number[] = [];
  for (let at = line.begin; at < line.end; at++) {
    const character = source.charAt(at);
    if (character === sign) {
      if (at === line.begin || source.charAt(at - 1) !== sign) columns.push(at - line.begin);
    } else if (character !== ' ' && character !== '\t') return null;
  }
  const isWide = lastInk(source, line) - firstInk(source, line) >= columns.length * 3;
  return columns.length > 1 && isWide ? columns : null;
}

/** Rows without marks: only a first row of heads that tables usually have tells them from words. */
function headed(page: Page, at: number, to: number, text: string): RawTable | null {
  const { source, locator, usual } = page;
  const forms: ((line: Line) => Stretch[])[] = [];
  if (text.includes(',')) forms.push((line) => cellsOfCsv(source, line));
  if (text.includes('  ')) forms.push((line) => cellsBetweenGaps(source, line));
  for (const cellsOf of forms) {
    const heads = cellsOf(locator.lines[at] as Line);
    if (heads.length < 3 || !heads.every((head) => usual.isColumn(source.slice(head.begin, head.end))))
      continue;
    return run(page, at, to, cellsOf, heads.length, 2);
  }
  return null;
}

const htmlMarks = /<(\/?)(table|tr|td|th|caption)\b[^<>]{0,500}>/gi;

/** `<table>`, with rows and cells over any lines. */
function htmlTable({ source, locator, lastTableEnd }: Page, at: number, to: number): RawTable | null {
  const begin = (locator.lines[at] as Line).begin;
  const end = (locator.lines[to - 1] as Line).end;
  if (begin > lastTableEnd || !/^\s*<table[\s>]/i.test(source.slice(begin, begin + 500))) return null;
  const rows: RawRow[] = [];
  let row: { readonly begin: number; readonly cells: Stretch[] } = { begin, cells: [] };
  let cellBegin = -1;
  const marks: Stretch[] = [];
  for (const { 0: mark, 1: slash, 2: name, index } of source.slice(begin, end).matchAll(htmlMarks)) {
    const from = begin + index;
    const kind = `${slash}${(name as string).toLowerCase()}`;
    marks.push({ begin: from, end: from + mark.length });
    if (cellBegin >= 0) row.cells.push({ begin: cellBegin, end: from });
    cellBegin = cells.has(kind) ? from + mark.length : -1;
    if (!rowEnds.has(kind)) continue;
    if (row.cells.length > 0) rows.push({ ...row, end: from });
    row = { begin: from, cells: [] };
    if (kind === '/table')
      return rows.length === 0 ? null : { rows, marks, next: lineBehind(locator.lines, at, to, from) };
  }
  return null;
}

const cells = new Set(['td', 'th', 'caption']);
const rowEnds = new Set(['tr', '/tr', '/table']);

function lineBehind(lines: readonly Line[], from: number, to: number, offset: number): number {
  let next = from;
  while (next < to && (lines[next] as Line).begin <= offset) next++;
  return next;
}

/** A line without white space at its ends. */
function inkOf(source: string, line: Line): Line {
  return { begin: firstInk(source, line), end: lastInk(source, line) };
}

function rowOf(source: string, line: Line, cells: readonly Stretch[]): RawRow {
  return { begin: firstInk(source, line), end: line.end, cells };
}

/** A line of `---` and `:--:`, with which some renderings underline a table's header. */
function isRule(source: string, { cells }: RawRow): boolean {
  const texts = cells.map(({ begin, end }) => source.slice(begin, Math.min(end, begin + 200)).trim());
  return texts.every((text) => /^:?-+:?$/.test(text)) && texts.some((text) => text.length > 1);
}
