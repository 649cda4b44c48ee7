/** Dates and times of XML Schema 1.1 (https://www.w3.org/TR/xmlschema11-2/#theSevenPropertyModel). */

export interface Moment {
  /** Since a day in the past, in the time zone given, or else in none. */
  readonly seconds: number;
  /** Digits of a second's fraction. */
  readonly fraction: string;
  readonly hasZone: boolean;
}

const zone = '(Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const year = '(-?(?:[1-9]\\d{3,8}|0\\d{3}))';
const month = '(0[1-9]|1[0-2])';
const day = '(0[1-9]|[12]\\d|3[01])';
const clock = '(?:([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)(?:\\.(\\d+))?|(24):00:00(?:\\.0+)?)';

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'midnight' | 'zone';
interface Form {
  readonly form: RegExp;
  readonly parts: readonly Part[];
}

const form = (pattern: string, ...parts: readonly Part[]): Form => ({
  form: new RegExp(`^${pattern}${zone}$`),
  parts: [...parts, 'zone'],
});
const clockParts: readonly Part[] = ['hour', 'minute', 'second', 'fraction', 'midnight'];

const forms: Readonly<Record<string, Form>> = {
  dateTime: form(`${year}-${month}-${day}T${clock}`, 'year', 'month', 'day', ...clockParts),
  date: form(`${year}-${month}-${day}`, 'year', 'month', 'day'),
  time: form(clock, ...clockParts),
  gYear: form(year, 'year'),
  gYearMonth: form(`${year}-${month}`, 'year', 'month'),
  gMonthDay: form(`--${month}-${day}`, 'month', 'day'),
  gMonth: form(`--${month}`, 'month'),
  gDay: form(`---${day}`, 'day'),
};

/** Local names of the datatypes that are moments. */
export const momentTypes: ReadonlySet<string> = new Set([...Object.keys(forms), 'dateTimeStamp']);

/** Null if the form is none of the datatype: 30 February is no day. */
export function readMoment(text: string, datatype: string): Moment | null {
  const stamped = datatype === 'dateTimeStamp';
  const { form, parts } = forms[stamped ? 'dateTime' : datatype] as Form;
  const match = form.exec(text);
  if (!match) return null;
  const found = new Map(parts.map((part, i) => [part, match[i + 1]]));
  const number = (part: Part, otherwise: number): number => Number(found.get(part) ?? otherwise);
  // 2000 is a leap year, so that --02-29 is a day.
  const [y, m, d] = [number('year', 2000), number('month', 1), number('day', 1)];
  if (d > daysOf(y, m)) return null;
  const zoneText = found.get('zone');
  if (stamped && zoneText === undefined) return null;
  const hours = found.get('midnight') === undefined ? number('hour', 0) : 24;
  const clockSeconds = (hours * 60 + number('minute', 0)) * 60 + number('second', 0);
  return {
    seconds: dayNumber(y, m, d) * 86_400 + clockSeconds - 60 * zoneMinutes(zoneText),
    fraction: (found.get('fraction') ?? '').replace(/0+$/, ''),
    hasZone: zoneText !== undefined,
  };
}

const farthestZone = 14 * 3600;

/**
 * Negative if the first comes before the second; null if nobody can know, as one has a time zone and the other has none
 * (https://www.w3.org/TR/xmlschema11-2/#vp-dateTime-lessThan).
 */
export function compareMoments(a: Moment, b: Moment): number | null {
  const difference = a.seconds - b.seconds;
  if (a.hasZone !== b.hasZone && Math.abs(difference) <= farthestZone) return null;
  if (difference !== 0) return difference;
  return a.fraction < b.fraction ? -1 : a.fraction > b.fraction ? 1 : 0;
}

function zoneMinutes(text: string | undefined): number {
  if (text === undefined || text === 'Z') return 0;
  const minutes = 60 * Number(text.slice(1, 3)) + Number(text.slice(4));
  return text.startsWith('-') ? -minutes : minutes;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March of the year 0, of the Gregorian calendar for all years. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear;
}
