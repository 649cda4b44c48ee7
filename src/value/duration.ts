/**
 * Running times: `116 minutes`, `1h 56m`, `90–95 min.`, several cuts.
 *
 * The value is an XML Schema duration in minutes, so that equal times are equal text
 * (https://www.w3.org/TR/xmlschema11-2/#duration).
 */
import { afterApproximation } from './approximation.js';
import { matchesOf } from './matches.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
import { piecesAround } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface Duration {
  /** Lexical form of an xsd:duration, such as `PT116M`. */
  readonly minimum: string;
  /** The same as `minimum` unless the text gives a range. */
  readonly maximum: string;
}

const minuteUnit = '(?:minutes?|mins?|m|′)\\.?';
const hourUnit = '(?:hours?|hrs?|h)\\.?';
const secondUnit = '(?:seconds?|secs?|s|″)\\.?';
const join = '(?:[^\\S\\n]*,?[^\\S\\n]*(?:and[^\\S\\n]+)?)';
const hours = `(\\d{1,3})\\s*${hourUnit}`;
const minutes = `(\\d{1,5})\\s*${minuteUnit}`;
const seconds = `(\\d{1,2})\\s*${secondUnit}`;
const end = '(?![\\p{L}\\p{N}])';

const range = new RegExp(`(\\d{1,4})(?:\\s*[-–—]\\s*|\\s+to\\s+)(\\d{1,4})\\s*${minuteUnit}${end}`, 'iuy');
const clock = /(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])/y;
const shortClock = /(\d{1,3}):([0-5]\d)(?![\d:])/y;
const words = new RegExp(
  `(?:${hours}(?:${join}${minutes})?(?:${join}${seconds})?|${minutes}(?:${join}${seconds})?|${seconds})${end}`,
  'iuy',
);

/**
 * Reads every running time that a field lists. A number without a unit is none.
 *
 * @param readsMinutes whether "45:13" are minutes and seconds
 */
export function readDurations(text: string, tables: ValueTables, readsMinutes = false): Reading<Duration> {
  const found: Found<Duration>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const { piece, whole } of piecesAround(text, findDurations(text, readsMinutes), left)) {
    const isExact = piece.notes.every(
      ({ begin, end }) => afterApproximation(text.slice(begin, end), tables) === null,
    );
    if (whole?.value && isExact) found.push({ ...piece.core, value: whole.value, notes: piece.notes });
    else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no exact running time with a unit' });
  }
  return { found, unread, left };
}

const numberBegin = /(?<![\p{L}\p{N}])\d/gu;

/** What is written as a running time, from left to right; null where there is none so long. */
function findDurations(text: string, readsMinutes: boolean): (Range & { readonly value: Duration | null })[] {
  const found: (Range & { value: Duration | null })[] = [];
  for (const { index } of matchesOf(numberBegin, text)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const reading = durationAt(text, index, readsMinutes);
    if (reading) found.push(reading);
  }
  return found;
}

function durationAt(
  text: string,
  at: number,
  readsMinutes: boolean,
): (Range & { readonly value: Duration | null }) | null {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const between = match(range);
  if (between) {
    const [minimum, maximum] = [Number(between[1]), Number(between[2])];
    const value = minimum < maximum ? { minimum: lexical(minimum, 0), maximum: lexical(maximum, 0) } : null;
    return { begin: at, end: at + between[0].length, value };
  }
  const short = readsMinutes ? match(shortClock) : null;
  if (short) {
    const value = durationOf({ hours: 0, minutes: Number(short[1]), seconds: Number(short[2]) }, false);
    return { begin: at, end: at + short[0].length, value };
  }
  const whole = match(clock) ?? match(words);
  if (!whole) return null;
  const [a, b, c, d, e, f] = whole.slice(1).map((digits) => Number(digits ?? 0));
  const time = { hours: a ?? 0, minutes: (b ?? 0) + (d ?? 0), seconds: (c ?? 0) + (e ?? 0) + (f ?? 0) };
  return { begin: at, end: at + whole[0].length, value: durationOf(time, (a ?? 0) > 0) };
}

/** Behind hours stand less than 60 minutes, behind minutes less than 60 seconds. */
function durationOf(
  time: { hours: number; minutes: number; seconds: number },
  hasHours: boolean,
): Duration | null {
  const minutes = time.hours * 60 + time.minutes;
  if (minutes + time.seconds === 0 || (hasHours && time.minutes > 59)) return null;
  if (time.seconds > 59 && minutes > 0) return null;
  const value = lexical(minutes, time.seconds);
  return { minimum: value, maximum: value };
}

function lexical(minutes: number, seconds: number): string {
  return `PT${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
}
