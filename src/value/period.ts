/**
 * Periods: `1953–1998`, `since 2015`, `2001–2003, 2005–present`, `1925–30`, `4 March 1861 – 15 April 1865`, `1–3 July 1863`,
 * `44–31 BC`.
 */
import type { CalendarDate } from './date.js';
import { findDated } from './dated.js';
import type { DayRange } from './day-range.js';
import { findDayRanges } from './day-range.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

/** One of the ends at least is there. A year alone is a period from its begin to its end. */
export interface Period {
  readonly start?: Found<CalendarDate>;
  readonly end?: Found<CalendarDate>;
}

/**
 * Reads the periods that a field lists. What is open at both ends, or not meant exactly, stays unread.
 * @param days whether a day or a month alone is a period, as that of an event
 */
export function readPeriods(text: string, tables: ValueTables, days = false): Reading<Period> {
  const ranges = findDayRanges(text, tables);
  const dates = exactDates(text, tables, ranges);
  const found: Found<Period>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const piece of splitPieces(masked(text, [...dates, ...ranges].sort(byBegin)), left)) {
    const inside = dates.filter(({ begin, end }) => piece.core.begin <= begin && end <= piece.core.end);
    const [alone] = inside;
    const isDay = days && alone?.begin === piece.core.begin && alone.end === piece.core.end;
    const range = ranges.find(({ begin, end }) => isAround(text, piece.core, begin, end));
    const value = range
      ? ends(range)
      : isDay
        ? { start: alone, end: alone }
        : (earlyPeriod(text, piece.core) ?? periodOf(text, piece.core, inside, tables));
    if (value) found.push({ ...piece.core, value, notes: piece.notes });
    else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no period of time' });
  }
  return { found, unread, left };
}

const byBegin = (a: Range, b: Range): number => a.begin - b.begin;

/** The dates outside of ranges of days that are meant exactly. */
function exactDates(
  text: string,
  tables: ValueTables,
  ranges: readonly Range[],
): readonly Found<CalendarDate>[] {
  return findDated(text, tables).flatMap((date): Found<CalendarDate>[] => {
    const isInside = ranges.some(({ begin, end }) => begin < date.end && date.begin < end);
    if (isInside || !('value' in date) || date.value.qualifier) return [];
    return [{ ...date, value: date.value.date }];
  });
}

/** Whether a piece is a range of days and nothing else, "from" apart. */
function isAround(text: string, piece: Range, begin: number, end: number): boolean {
  return end === piece.end && /^(?:from\s+)?$/i.test(text.slice(piece.begin, Math.max(piece.begin, begin)));
}

function ends({ begin, end, first, last }: DayRange): Period {
  return { start: { begin, end, value: first }, end: { begin, end, value: last } };
}

/** The period that the whole of a text is. */
export function readPeriod(text: string, tables: ValueTables): Period | null {
  const { found, unread } = readPeriods(text, tables);
  const [only] = found;
  return only && found.length === 1 && unread.length === 0 && !only.notes?.length ? only.value : null;
}

/** The comma of "March 4, 1861" parts nothing. */
function masked(text: string, dates: readonly Range[]): string {
  let shape = '';
  let from = 0;
  for (const { begin, end } of dates) {
    shape += text.slice(from, begin) + '\u0001'.repeat(end - begin);
    from = end;
  }
  return shape + text.slice(from);
}

/** "632–661", "987–1014" */
function earlyPeriod(text: string, { begin, end }: Range): Period | null {
  const years = /^([1-9]\d\d)\s?[-–—]\s?([1-9]\d{2,3})$/.exec(text.slice(begin, end));
  const [, from = '', to = ''] = years ?? [];
  if (Number(from) >= Number(to) || Number(to) > Number(from) + longestEarly) return null;
  const yearOf = (digits: string, at: number): Found<CalendarDate> => {
    const year = digits.padStart(4, '0');
    return { begin: at, end: at + digits.length, value: { precision: 'year', lexical: year, year } };
  };
  return { start: yearOf(from, begin), end: yearOf(to, end - to.length) };
}

/** Years of a period from a year of three digits: numbers further apart are others. */
const longestEarly = 1000;

const dash = /^\s*(?:[-–—−]|to|until|till)\s*$/i;

function periodOf(
  text: string,
  { begin, end }: Range,
  dates: readonly Found<CalendarDate>[],
  tables: ValueTables,
): Period | null {
  const [start, stop] = dates;
  if (!start || dates.length > 2) return null;
  const before = text.slice(begin, start.begin);
  if (!stop) return openPeriod(text, before, start, end, tables);
  const between = text.slice(start.end, stop.begin);
  const isRange = /^(?:from)?\s*$/i.test(before) && dash.test(between) && stop.end === end;
  return isRange && isInOrder(start.value, stop.value) ? { start, end: stop } : null;
}

/** A period of which one date is written: "since 2015", "2013–", "until 1950", "1925–30", "1996". */
function openPeriod(
  text: string,
  before: string,
  date: Found<CalendarDate>,
  end: number,
  { ongoing }: ValueTables,
): Period | null {
  const isAlone = date.end === end;
  if (/^since\s*$/i.test(before)) return isAlone ? { start: date } : null;
  if (/^(?:until|till|to|[-–—])\s*$/i.test(before)) return isAlone ? { end: date } : null;
  if (isAlone) return before === '' && date.value.precision === 'year' ? { start: date, end: date } : null;
  if (!/^(?:from)?\s*$/i.test(before)) return null;
  const open = /^\s*(?:[-–—−]|to|until|till)\s*(\P{N}*)$/iu.exec(text.slice(date.end, end))?.[1];
  if (open !== undefined)
    return open === '' || ongoing.has(open.toLowerCase().trim()) ? { start: date } : null;
  const short = shortEnd(text, date, end);
  return short ? { start: date, end: short } : null;
}

/** "1925–30". With a hyphen the two digits may be a month. */
function shortEnd(
  text: string,
  { end: from, value }: Found<CalendarDate>,
  end: number,
): Found<CalendarDate> | null {
  const [, sign, digits] = /^([-–—])(\d{2})$/.exec(text.slice(from, end)) ?? [];
  if (digits === undefined || value.precision !== 'year') return null;
  if (sign === '-' && Number(digits) <= 12) return null;
  const century = value.year.slice(0, 2);
  const isNext = Number(digits) < Number(value.year.slice(2));
  const year = `${String(Number(century) + (isNext ? 1 : 0)).padStart(2, '0')}${digits}`;
  if (isNext && Number(year) - Number(value.year) > 30) return null;
  return { begin: end - 2, end, value: { precision: 'year', lexical: year, year } };
}

function isInOrder(start: CalendarDate, end: CalendarDate): boolean {
  // Years before Christ have a sign.
  const [first, last] = [Number(start.year), Number(end.year)];
  if (first < 0 || last < 0) return first < last || (first === last && start.lexical <= end.lexical);
  const length = Math.min(start.lexical.length, end.lexical.length);
  return start.lexical.slice(0, length) <= end.lexical.slice(0, length);
}
