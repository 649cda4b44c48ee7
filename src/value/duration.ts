/**
 * Running times: `116 minutes`, `1h 56m`, `90–95 min.`, several cuts.
 *
 * The value is an XML Schema duration in minutes, so that equal times are equal text
 * (https://www.w3.org/TR/xmlschema11-2/#duration).
 */
import { afterApproximation } from './approximation.js';
import type { Found, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
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
const join = '(?:\\s*,?\\s*(?:and\\s+)?)';

const range = new RegExp(`^(\\d{1,4})(?:\\s*[-–—]\\s*|\\s+to\\s+)(\\d{1,4})\\s*${minuteUnit}$`, 'i');
const clock = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/;
const words = new RegExp(
  `^(?:(\\d{1,3})\\s*${hourUnit})?${join}(?:(\\d{1,5})\\s*${minuteUnit})?${join}(?:(\\d{1,2})\\s*${secondUnit})?$`,
  'i',
);

/** Reads every running time that a field lists. A number without a unit is none. */
export function readDurations(text: string, tables: ValueTables): Reading<Duration> {
  const found: Found<Duration>[] = [];
  const unread: Unread[] = [];
  for (const piece of splitPieces(text)) {
    const value = readDuration(text.slice(piece.core.begin, piece.core.end));
    const isExact = piece.notes.every(
      ({ begin, end }) => afterApproximation(text.slice(begin, end), tables) === null,
    );
    if (value && isExact) found.push({ ...piece.core, value, notes: piece.notes });
    else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no exact running time with a unit' });
  }
  return { found, unread };
}

/** Reads one running time; null where the text is anything else. */
export function readDuration(text: string): Duration | null {
  const between = range.exec(text);
  if (between) {
    const [minimum, maximum] = [Number(between[1]), Number(between[2])];
    return minimum < maximum ? { minimum: lexical(minimum, 0), maximum: lexical(maximum, 0) } : null;
  }
  const match = clock.exec(text) ?? words.exec(text);
  if (!match?.slice(1).some(Boolean)) return null;
  const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
  ];
  if (hours * 60 + minutes === 0 && seconds === 0) return null;
  const value = lexical(hours * 60 + minutes, seconds);
  return { minimum: value, maximum: value };
}

function lexical(minutes: number, seconds: number): string {
  return `PT${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
}
