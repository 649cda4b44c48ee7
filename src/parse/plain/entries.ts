/** Reads runs of lines into the entries of an infobox. */
import type { Line } from '../locator.js';
import type { Bullet } from './line-kinds.js';
import { bulletAt, firstInk, goesOn, isBlank, isTableLine, lastInk } from './line-kinds.js';
import type { Page } from './page.js';
import type { Pair, Separator } from './pairs.js';
import { splitPair } from './pairs.js';
import type { Stretch } from './stretch.js';
import type { RawTable } from './table-forms.js';

/** Lines of one value; one that goes on is a part of the line before it. */
export type RawValue = (Stretch & { readonly goesOn: boolean })[];

/** A label with its values, or what stands among such without a label. */
export interface Entry {
  readonly begin: number;
  end: number;
  readonly label: Stretch | null;
  readonly values: RawValue[];
  /** Whether its values stand below its label. */
  readonly isList: boolean;
}

export interface Run {
  readonly entries: Entry[];
  /** Number of the line behind it. */
  readonly next: number;
  /** The tags that make it, if there are any. */
  readonly marks?: readonly Stretch[];
}

/** A line that is long enough may have been broken for its length. */
const broken = 60;

/**
 * Bullets or lines with labels, all of one form. What is indented deeper, and bullets below a label without a value,
 * are values; blank lines part nothing as long as labels follow.
 */
export function pairRun(page: Page, from: number, to: number, separator: Separator): Run {
  const { source, locator } = page;
  const first = locator.lines[from] as Line;
  const reader = bulletAt(source, first)
    ? new BulletRun(page, separator, first)
    : new LineRun(page, separator, first);
  let next = from;
  for (let at = from; at < to; at++) {
    const line = locator.lines[at] as Line;
    if (isBlank(source, line)) continue;
    if (!reader.take(line, at > next)) break;
    next = at + 1;
  }
  return { entries: reader.entries, next };
}

abstract class PairRun {
  readonly entries: Entry[] = [];
  protected readonly outermost: number;

  constructor(
    protected readonly page: Page,
    protected readonly separator: Separator,
    first: Line,
  ) {
    this.outermost = indentOf(page.source, first);
  }

  /** @returns whether the line belongs to the run; `isApart`: blank lines stand before it */
  abstract take(line: Line, isApart: boolean): boolean;

  /** A line below a label: one of its values, or the rest of the last. */
  protected addBelow(line: Line, bullet: Bullet | null, isApart: boolean): boolean {
    const { source } = this.page;
    const last = this.entries.at(-1);
    if (!last || (isApart && !last.isList)) return false;
    if (bullet || last.isList) addValue(last, bullet ?? { begin: firstInk(source, line), end: line.end });
    else goOn(source, last, line);
    return true;
  }
}

class BulletRun extends PairRun {
  private last: Bullet | null = null;

  take(line: Line, isApart: boolean): boolean {
    const { source } = this.page;
    const bullet = bulletAt(source, line);
    if (indentOf(source, line) > this.outermost) return this.addBelow(line, bullet, isApart);
    if (!bullet || (this.last && !goesOn(this.last, bullet))) return false;
    const pair = splitPair(source, { begin: bullet.begin, end: line.end }, this.separator);
    const isBelow = !pair && this.entries.at(-1)?.isList === true;
    if (isApart && !pair && !isBelow) return false;
    this.last = bullet;
    if (isBelow) return this.addBelow(line, bullet, isApart);
    this.entries.push(entryOf(source, line, bullet, pair));
    return true;
  }
}

class LineRun extends PairRun {
  take(line: Line, isApart: boolean): boolean {
    const { source, usual } = this.page;
    const bullet = bulletAt(source, line);
    const isOutermost = indentOf(source, line) <= this.outermost;
    if (bullet || !isOutermost) return this.addBelow(line, bullet, isApart);
    const pair = isTableLine(source, line) ? null : splitPair(source, line, this.separator);
    if (!pair || (isApart && !usual.isLabel(source.slice(pair.label.begin, pair.label.end)))) return false;
    this.entries.push(entryOf(source, line, null, pair));
    return true;
  }
}

function entryOf(source: string, line: Line, bullet: Bullet | null, pair: Pair | null): Entry {
  const begin = firstInk(source, line);
  const value = pair?.value ?? { begin: bullet?.begin ?? begin, end: line.end };
  const isList = firstInk(source, value) === value.end;
  const values: RawValue[] = isList ? [] : [[{ ...value, goesOn: false }]];
  return { begin, end: lastInk(source, line), label: pair?.label ?? null, values, isList };
}

function addValue(entry: Entry, { begin, end }: Stretch): void {
  entry.values.push([{ begin, end, goesOn: false }]);
  entry.end = end;
}

/** A line below a value: the rest of it, if that was broken for its length, else one more. */
function goOn(source: string, entry: Entry, line: Line): void {
  const value = entry.values.at(-1) as RawValue;
  const more = { begin: firstInk(source, line), end: line.end };
  value.push({ ...more, goesOn: joinsLines(source, value.at(-1) as Stretch, more) });
  entry.end = lastInk(source, line);
}

/** Whether a line was broken for its length, so that the next one goes on with it. */
export function joinsLines(source: string, before: Stretch, { begin }: Stretch): boolean {
  const written = source.slice(before.begin, before.end).trimEnd();
  return (
    written.length >= broken || /[,;&]$/.test(written) || /^\p{Ll}/u.test(source.slice(begin, begin + 2))
  );
}

/** `Label`, and under it `:   value`, as often as there are values. */
export function definitionRun({ source, locator }: Page, from: number, to: number): Run {
  const entries: Entry[] = [];
  let next = from;
  for (let at = from; at < to; at++) {
    const line = locator.lines[at] as Line;
    if (isBlank(source, line)) continue;
    const begin = firstInk(source, line);
    const last = entries.at(-1);
    if (isDefinition(source, line)) {
      if (!last) break;
      addValue(last, {
        begin: firstInk(source, { begin: begin + 1, end: line.end }),
        end: lastInk(source, line),
      });
    } else {
      const below = locator.lines[at + 1];
      if (at + 1 >= to || !below || !isDefinition(source, below)) break;
      const label = { begin: source.charAt(begin) === ';' ? begin + 1 : begin, end: lastInk(source, line) };
      entries.push({ begin, end: label.end, label, values: [], isList: true });
    }
    next = at + 1;
  }
  return { entries, next };
}

function isDefinition(source: string, line: Line): boolean {
  const begin = firstInk(source, line);
  const sign = source.charAt(begin);
  return (sign === ':' || sign === '~') && begin + 1 < line.end && /\s/.test(source.charAt(begin + 1));
}

/** A label on a line, its value on the next. */
export function alternatingRun({ source, locator }: Page, from: number, to: number): Run {
  const entries: Entry[] = [];
  let at = from;
  for (; at + 1 < to; at += 2) {
    const [label, value] = [locator.lines[at] as Line, locator.lines[at + 1] as Line];
    if (isBlank(source, label) || isBlank(source, value)) break;
    if (bulletAt(source, label) || isTableLine(source, label)) break;
    const begin = firstInk(source, label);
    entries.push({
      begin,
      end: lastInk(source, value),
      label: { begin, end: lastInk(source, label) },
      values: [[{ begin: firstInk(source, value), end: value.end, goesOn: false }]],
      isList: false,
    });
  }
  const isWhole = at >= to || isBlank(source, locator.lines[at] as Line);
  return isWhole ? { entries, next: at } : { entries: [], next: from };
}

/** A table whose rows are labels with their values. One cell alone has no label; the first such is the box's title. */
export function tableRun(
  { source }: Page,
  { rows, next, marks = [] }: RawTable,
): Run & { readonly title: Stretch | null } {
  const entries: Entry[] = [];
  let title: Stretch | null = null;
  for (const [i, { begin, end, cells: all }] of rows.entries()) {
    const cells = all.filter((cell) => firstInk(source, cell) < cell.end);
    const [first, second] = cells;
    if (!first) continue;
    if (cells.length > 2) return { entries: [], next, title: null };
    const isLabel = second !== undefined || (all.length > 1 && all[0] === first);
    const value = second ?? first;
    if (i === 0 && !second) title = first;
    else {
      const values: RawValue[] = second || !isLabel ? [[{ ...value, goesOn: false }]] : [];
      entries.push({ begin, end, label: isLabel ? first : null, values, isList: false });
    }
  }
  return { entries, next, title, marks };
}

function indentOf(source: string, line: Line): number {
  const bullet = bulletAt(source, line);
  return bullet ? bullet.indent : firstInk(source, line) - line.begin;
}
