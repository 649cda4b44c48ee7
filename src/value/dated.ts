/**
 * Dates with what is said of how exact they are: `c. 1931`, `before 1950`, `late 1890`, `384 BC`, `AD 79`; and what stands
 * beside them: `1 May 1900 (aged 12), Oslo`.
 *
 * Years before Christ are numbered as XML Schema 1.1 does it, in which 1 BC is 0000
 * (https://www.w3.org/TR/xmlschema11-2/#gYear).
 */

import { daysIn } from '../source/date-time.js';
import type { CalendarDate, DateReading } from './date.js';
import { findDates, readDate } from './date.js';
import { matchesOf } from './matches.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
import { piecesAround } from './pieces.js';
import { isUncertain } from './release.js';
import type { Qualifier, ValueTables } from './tables.js';

export interface Dated {
  readonly date: CalendarDate;
  readonly qualifier: Qualifier | null;
}

type FoundDate = Found<Dated> & { readonly notes: readonly Range[] };

/** Reads the dates that a field lists; the notes of each are all that stands beside it. */
export function readDated(text: string, tables: ValueTables): Reading<Dated> {
  const found: FoundDate[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  /** What follows a date and stands in no parentheses. */
  const tails = new Map<Found<Dated>, Range>();
  const dates = findDated(text, tables);
  for (const { piece, whole: exact = earlyDate(text, piece.core, tables) } of piecesAround(
    text,
    dates,
    left,
  )) {
    const { whole, place } = exact ? { whole: exact } : dateInPlace(text, piece.core, dates);
    const words = text.slice(piece.core.begin, piece.core.end);
    const doubt = piece.notes.some(({ begin, end }) => isUncertain(text.slice(begin, end), tables));
    const last = found.at(-1);
    if (whole && 'value' in whole && !doubt) {
      if (place) left.push({ begin: whole.end, end: place.begin, rule: 'separator' });
      const notes = newNotes(text, piece.notes, whole.value.date, tables, left);
      found.push(
        place ? withTail({ ...whole, notes: [] }, { core: place, notes }, tails) : { ...whole, notes },
      );
    } else if (last && unread.length === 0 && !whole && !/\d/.test(words)) {
      found[found.length - 1] = withTail(last, piece, tails);
    } else {
      unread.push({ begin: piece.begin, end: piece.end, reason: whyUnread(whole, doubt) });
    }
  }
  return { found, unread, left };
}

/** A year of three digits, and the day or month before it, where a value is nothing else: "976", "2 February 962". */
function earlyDate(text: string, { begin, end }: Range, tables: ValueTables): Stretch | undefined {
  const match = early.exec(text.slice(begin, end))?.groups;
  if (!match) return undefined;
  const { day, month, year } = match;
  const number = month === undefined ? undefined : tables.months.get(month.toLowerCase());
  if (month !== undefined && number === undefined) return undefined;
  const date = eraDate(Number(year), false, number, day);
  return date ? { begin, end, value: { date, qualifier: null } } : undefined;
}

const early = /^(?:(?:(?<day>\d{1,2})\s+)?(?<month>\p{L}{3,9})\s+)?(?<year>[1-9]\d\d)$/u;

function whyUnread(stretch: Stretch | undefined, doubt: boolean): string {
  if (stretch && !('value' in stretch)) return stretch.invalid;
  return doubt ? 'is no certain date' : 'is no date';
}

/** The notes of a date with words behind it; over its own commas what stands there is one stretch: "Oslo, Norway". */
function withTail(
  date: FoundDate,
  { core, notes }: { readonly core: Range; readonly notes: readonly Range[] },
  tails: Map<Found<Dated>, Range>,
): FoundDate {
  const tail = tails.get(date);
  const stretch = { begin: tail?.begin ?? core.begin, end: core.end };
  const longer = { ...date, notes: [...date.notes.filter((note) => note !== tail), stretch, ...notes] };
  tails.set(longer, stretch);
  return longer;
}

/** The notes beside a date; the same date once more, for machines, says nothing new. */
function newNotes(
  text: string,
  notes: readonly Range[],
  { lexical }: CalendarDate,
  tables: ValueTables,
  left: Left[],
): Range[] {
  const repeats = ({ begin, end }: Range): boolean =>
    readDate(text.slice(begin, end), tables)?.lexical === lexical;
  left.push(...notes.filter(repeats).map((note) => ({ ...note, rule: 'repeated-date' as const })));
  return notes.filter((note) => !repeats(note));
}

/** "1 May 1900 in Oslo": a date, and where it was. */
function dateInPlace(
  text: string,
  core: Range,
  dates: readonly Stretch[],
): { readonly whole?: Stretch; readonly place?: Range } {
  const date = dates.find(({ begin }) => begin === core.begin);
  if (!date || !('value' in date)) return {};
  const words = /^\s+in\s+(?=\p{Lu})[^\d]*$/u.exec(text.slice(date.end, core.end))?.[0];
  if (words === undefined) return {};
  const begin = date.end + (/^\s+in\s+/.exec(words) as RegExpExecArray)[0].length;
  return { whole: date, place: { begin, end: core.end } };
}

type Stretch = Found<Dated> | (Range & { readonly invalid: string });

/** Every date with the words before it that say how exact it is, from left to right. */
export function findDated(text: string, tables: ValueTables): Stretch[] {
  // Every form of a date has a digit, and most texts have none.
  if (!/\d/.test(text)) return [];
  const eras = findEraDates(text, tables);
  const plain = findDates(text, tables).filter((date) => !eras.some((era) => overlap(era, date)));
  return [...eras, ...plain]
    .sort((a, b) => a.begin - b.begin)
    .map((date) => {
      if (!('value' in date)) return date;
      const { qualifier, begin } = qualifierBefore(text, date.begin, tables);
      return { begin, end: date.end, value: { date: date.value, qualifier } };
    });
}

function overlap(a: Range, b: Range): boolean {
  return a.begin < b.end && b.begin < a.end;
}

const era =
  /(?<![\p{L}\p{N}.,-])(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(?:(\p{L}{3,9})\.?,?\s+)?(?:(AD|A\.D\.|CE)\s*)?(\d{1,4})(?:\s*(BCE|B\.C\.E\.|BC|B\.C\.|AD|A\.D\.|CE))?(?![\p{L}\p{N}]|[.,]\d)/gu;

/** Dates of years that an era stands beside, and years of three digits behind a day of a month or a word such as "circa". */
function findEraDates(text: string, tables: ValueTables): DateReading[] {
  const found: DateReading[] = [];
  for (const match of matchesOf(era, text)) {
    const [whole, day, word = '', before, digits = '', behind] = match;
    const month = tables.months.get(word.toLowerCase());
    // A word before the year that is no month is no part of the date: "born 44 BC".
    if (month === undefined && day !== undefined) continue;
    const begin = match.index + (month === undefined ? whole.indexOf(before ?? digits) : 0);
    const range = { begin, end: match.index + whole.length };
    const hasEra = before !== undefined || behind !== undefined;
    const isDay = month !== undefined && day !== undefined;
    const isYear = isDay || qualifierBefore(text, begin, tables).qualifier !== null;
    if (!hasEra && !(digits.length === 3 && isYear)) continue;
    const value = eraDate(Number(digits), behind?.startsWith('B') === true, month, day);
    found.push(value ? { ...range, value } : { ...range, invalid: 'is no day of the calendar' });
  }
  return found;
}

export function eraDate(
  digits: number,
  isBefore: boolean,
  month?: number,
  day?: string,
): CalendarDate | null {
  if (digits === 0) return null;
  const number = isBefore ? 1 - digits : digits;
  const year = `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`;
  if (month === undefined) return { precision: 'year', lexical: year, year };
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return { precision: 'month', lexical: yearMonth, year };
  if (Number(day) < 1 || Number(day) > daysIn(number, month)) return null;
  return { precision: 'day', lexical: `${yearMonth}-${day.padStart(2, '0')}`, year };
}

/** Longer than any word that says how exact a date is. */
const furthest = 24;

/** The word right before an offset that says how what follows is meant, and where it begins. */
export function qualifierBefore(
  text: string,
  at: number,
  { qualifiers }: ValueTables,
): { readonly qualifier: Qualifier | null; readonly begin: number } {
  const before = text.slice(Math.max(0, at - furthest), at).toLowerCase();
  const words = before.trimEnd();
  for (const [word, qualifier] of qualifiers) {
    if (!words.endsWith(word)) continue;
    const begin = at - before.length + words.length - word.length;
    const isWord = begin === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(begin - 1));
    const isApart = words.length < before.length || !/\p{L}$/u.test(word);
    if (isWord && isApart) return { qualifier, begin };
  }
  return { qualifier: null, begin: at };
}
