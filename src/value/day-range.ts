/** Periods of which only the end names its year: `1–3 July 1863`, `June 24 – July 3, 1863`, `May–June 1809`, `336–323 BC`. */
import type { CalendarDate } from './date.js';
import { eraDate } from './dated.js';
import { matchesOf } from './matches.js';
import type { Range } from './pieces.js';
import type { ValueTables } from './tables.js';

/** A stretch that says when something began and ended. */
export interface DayRange extends Range {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

const until = '\\s*(?:[-–—−]|\\bto\\b|\\buntil\\b)\\s*';
const joint = /[-–—−]|\bto\b|\buntil\b/;
const month = '(\\p{L}{3,9})\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = ',?\\s+(\\d{3,4})(?![\\d,.]*\\d)(?:\\s*(BCE?(?!\\p{L})|B\\.C\\.(?:E\\.)?))?';
const pattern = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${words}`, 'gu');

/** Each with the groups of its parts, by the number that they have in it; a part that is not there is that of the other end. */
const forms = [
  { words: pattern(`${day}${until}${day}\\s+${month}${year}`), start: [1, 3], end: [2, 3], year: 4 },
  {
    words: pattern(`${day}\\s+${month}${until}${day}\\s+${month}${year}`),
    start: [1, 2],
    end: [3, 4],
    year: 5,
  },
  { words: pattern(`${month}\\s+${day}${until}${day}${year}`), start: [2, 1], end: [3, 1], year: 4 },
  {
    words: pattern(`${month}\\s+${day}${until}${month}\\s+${day}${year}`),
    start: [2, 1],
    end: [4, 3],
    year: 5,
  },
  { words: pattern(`${month}${until}${month}${year}`), start: [0, 1], end: [0, 2], year: 3 },
] as const;

/** How all of them end, which begins where little stands: behind what joins both ends. */
const ending =
  /(?:[-–—−]|to|until)\s*(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+\p{L}{3,9}\.?)?|\p{L}{3,9}\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?),?\s+\d{3}|[-–—−]\s*\d{1,4}\s*B\.?C/u;

const beforeChrist =
  /(?<![\p{L}\p{N}.,-])(\d{1,4})\s*[-–—−]\s*(\d{1,4})\s*(?:BCE|BC|B\.C\.E\.|B\.C\.)(?![\p{L}\p{N}])/gu;

/** All of them in a text, from left to right. What ends before it begins is none. */
export function findDayRanges(text: string, { months }: ValueTables): readonly DayRange[] {
  // Most texts have no period, and most periods no month and no era: to look for each form takes longer than to see that.
  if (!/\d/.test(text) || !joint.test(text) || !ending.test(text)) return [];
  const found: DayRange[] = [];
  const add = (match: RegExpExecArray, first: CalendarDate | null, last: CalendarDate | null): void => {
    const range = { begin: match.index, end: match.index + match[0].length };
    const isNew = found.every((other) => other.end <= range.begin || range.end <= other.begin);
    if (isNew && first && last) found.push({ ...range, first, last });
  };
  for (const form of forms) {
    for (const match of matchesOf(form.words, text)) {
      const dateOf = ([dayAt, monthAt]: readonly [number, number]): CalendarDate | null => {
        const number = months.get((match[monthAt] as string).toLowerCase());
        const ofMonth = dayAt === 0 ? undefined : (match[dayAt] as string);
        const isBefore = match[form.year + 1] !== undefined;
        return number === undefined ? null : eraDate(Number(match[form.year]), isBefore, number, ofMonth);
      };
      const [start, end] = [dateOf(form.start), dateOf(form.end)];
      if (start && end && start.lexical < end.lexical) add(match, start, end);
    }
  }
  for (const match of matchesOf(beforeChrist, text)) {
    const [start, end] = [Number(match[1]), Number(match[2])];
    if (start > end) add(match, eraDate(start, true), eraDate(end, true));
  }
  return found.sort((a, b) => a.begin - b.begin);
}
