/** How rows of plain text are cut into cells. */
import type { Line } from '../locator.js';
import { isSpace } from '../locator.js';
import { firstInk } from './line-kinds.js';
import type { Stretch } from './stretch.js';

/** Cells between bars; `\|` is a bar that belongs to a cell. `^` is a bar of heads in some wikis. */
export function cellsBetweenBars(source: string, line: Line): Stretch[] {
  const begin = firstInk(source, line);
  const isCaret =
    source.charAt(begin) === '^' || (source.charAt(begin) === '|' && endsWithCaret(source, line));
  const isBar = (at: number): boolean => source.charAt(at) === '|' || (isCaret && source.charAt(at) === '^');
  const bars: number[] = isBar(begin) ? [] : [begin - 1];
  let isInLink = false;
  for (let at = begin; at < line.end; at++) {
    if (source.charAt(at) === '\\') at++;
    else if (source.startsWith('[[', at)) isInLink = closesLink(source, at, line.end);
    else if (source.startsWith(']]', at)) isInLink = false;
    else if (isBar(at) && !isInLink) bars.push(at);
  }
  const lastBar = bars.at(-1) ?? begin;
  if (source.slice(lastBar + 1, line.end).trim() !== '') bars.push(line.end);
  return bars.slice(1).map((end, i) => ({ begin: (bars[i] as number) + 1, end }));
}

function endsWithCaret(source: string, { end }: Line): boolean {
  let at = end;
  while (isSpace(source, at - 1)) at--;
  return source.charAt(at - 1) === '^';
}

/** Whether the bar of `[[target|words]]` belongs to a link, which is closed before another opens. */
function closesLink(source: string, open: number, end: number): boolean {
  const inside = source.slice(open + 2, Math.min(end, open + 1000));
  const close = inside.indexOf(']]');
  return close > 0 && !inside.slice(0, close).includes('[[');
}

/** Cells that a sign parts, such as a tab. */
export function cellsBetween(source: string, { begin, end }: Line, sign: string): Stretch[] {
  const cells: Stretch[] = [];
  let from = begin;
  for (let at = source.indexOf(sign, from); at >= 0 && at < end; at = source.indexOf(sign, from)) {
    cells.push({ begin: from, end: at });
    from = at + sign.length;
  }
  cells.push({ begin: from, end });
  return cells;
}

/** Cells that two or more blanks part. */
export function cellsBetweenGaps(source: string, line: Line): Stretch[] {
  const cells: Stretch[] = [];
  let from = firstInk(source, line);
  for (let at = from; at < line.end; at++) {
    if (!isSpace(source, at) || !isSpace(source, at + 1)) continue;
    cells.push({ begin: from, end: at });
    while (at < line.end && isSpace(source, at)) at++;
    from = at;
  }
  if (from < line.end) cells.push({ begin: from, end: line.end });
  return cells;
}

/** Cells in given columns; null where words stand over the edge of one. */
export function cellsInColumns(source: string, line: Line, columns: readonly number[]): Stretch[] | null {
  const cells: Stretch[] = [];
  for (const [i, column] of columns.entries()) {
    const next = columns[i + 1];
    const begin = Math.min(line.begin + column, line.end);
    const end = next === undefined ? line.end : Math.min(line.begin + next, line.end);
    if (begin > line.begin && begin < line.end && !isSpace(source, begin - 1)) return null;
    cells.push({ begin, end });
  }
  return cells;
}

/** Cells of a line of comma-separated values; one in quotes may hold commas. */
export function cellsOfCsv(source: string, line: Line): Stretch[] {
  const cells: Stretch[] = [];
  for (let at = line.begin; ; ) {
    const ink = firstInk(source, { begin: at, end: line.end });
    const close = source.charAt(ink) === '"' ? source.indexOf('"', ink + 1) : -1;
    const isQuoted = close > ink && close < line.end;
    const comma = source.indexOf(',', isQuoted ? close : at);
    const end = comma < 0 || comma > line.end ? line.end : comma;
    cells.push(isQuoted ? { begin: ink + 1, end: close } : { begin: at, end });
    if (end === line.end) return cells;
    at = end + 1;
  }
}
