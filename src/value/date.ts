/**
 * Dates as precise as the text: a day, a month or a year.
 *
 * Days are checked against the Gregorian calendar: 30 February is no date. The value is the lexical form of
 * xsd:date, xsd:gYearMonth or xsd:gYear (https://www.w3.org/TR/xmlschema11-2/#date).
 */
import { daysIn } from '../source/date-time.js';
import { classAt, letter, number } from './character-classes.js';
import type { Found, Range } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface CalendarDate {
  readonly precision: 'day' | 'month' | 'year';
  /** `1996-11-02`, `1996-11` or `1996`. */
  readonly lexical: string;
  /** Four digits at least. */
  readonly year: string;
}

/** What stands where a date should: a date, or the reason why it is none. */
export type DateReading = Found<CalendarDate> | (Range & { readonly invalid: string });

const dayMonthYear = /(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/uy;
const monthDayYear = /(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/uy;
const monthYear = /(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/uy;
const isoDay = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y;
const slashed = /(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/y;
const yearOnly = /(\d{4})(?![\d,.]*\d)/y;

/** Every date in a text, from left to right. What only looks like one is given with the reason. */
export function findDates(text: string, tables: ValueTables): DateReading[] {
  const found: DateReading[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!startsWord(text, at)) continue;
    const reading = dateAt(text, at, tables);
    if (!reading) continue;
    found.push(reading);
    at = reading.end - 1;
  }
  return found;
}

/** The date that the whole of a text is; null where it is anything else or no such day exists. */
export function readDate(text: string, tables: ValueTables): CalendarDate | null {
  const reading = dateAt(text, 0, tables);
  return reading && 'value' in reading && reading.end === text.length ? reading.value : null;
}

/** The date that begins at an offset; null where none does. */
export function dateAt(text: string, at: number, tables: ValueTables): DateReading | null {
  const month = (word: string | undefined): number | undefined =>
    tables.months.get((word ?? '').toLowerCase());
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const reading = (whole: RegExpExecArray, year: string, monthNumber?: number, day?: number): DateReading => {
    const range = { begin: at, end: at + whole[0].length };
    const value = calendarDate(year, monthNumber, day);
    if (value) return { ...range, value };
    const invalid =
      Number(year) > latestYear ? 'is no year that anything is dated to' : 'is no day of the calendar';
    return { ...range, invalid };
  };

  const dmy = match(dayMonthYear);
  if (dmy && month(dmy[2])) return reading(dmy, dmy[3] as string, month(dmy[2]), Number(dmy[1]));
  const mdy = match(monthDayYear);
  if (mdy && month(mdy[1])) return reading(mdy, mdy[3] as string, month(mdy[1]), Number(mdy[2]));
  const my = match(monthYear);
  if (my && month(my[1])) return reading(my, my[2] as string, month(my[1]));
  const iso = match(isoDay);
  if (iso) return reading(iso, iso[1] as string, Number(iso[2]), Number(iso[3]));
  const numbers = match(slashed);
  if (numbers) return slashedDate(numbers, at, reading);
  const year = match(yearOnly);
  return year ? reading(year, year[1] as string) : null;
}

/** `25/12/1996` has one reading, `2/11/1996` has two and is therefore none. */
function slashedDate(
  match: RegExpExecArray,
  at: number,
  reading: (whole: RegExpExecArray, year: string, month: number, day: number) => DateReading,
): DateReading {
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = match[3] as string;
  if (first > 12 || first === second) return reading(match, year, second, first);
  if (second > 12) return reading(match, year, first, second);
  return { begin: at, end: at + match[0].length, invalid: 'may be either of two days' };
}

/** A greater number of four figures is none of a year: things are planned for some generations at most. */
const latestYear = 2200;

function calendarDate(year: string, month?: number, day?: number): CalendarDate | null {
  if (Number(year) === 0 || Number(year) > latestYear) return null;
  if (month === undefined) return { precision: 'year', lexical: year, year };
  if (month < 1 || month > 12) return null;
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return { precision: 'month', lexical: yearMonth, year };
  if (day < 1 || day > daysIn(Number(year), month)) return null;
  return { precision: 'day', lexical: `${yearMonth}-${String(day).padStart(2, '0')}`, year };
}

function startsWord(text: string, at: number): boolean {
  return isWordAt(text, at) && !isWordAt(text, at - 1);
}

function isWordAt(text: string, at: number): boolean {
  return (classAt(text, at) & (letter | number)) !== 0;
}
