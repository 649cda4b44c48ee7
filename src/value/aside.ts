/** What stands beside a value in parentheses, or behind it: a date, a period, a share, an age, a place, or words. */
import type { CalendarDate } from './date.js';
import { readDate } from './date.js';
import type { Place } from './known-place.js';
import { readPlace } from './known-place.js';
import type { Numeral } from './number.js';
import { numeralPattern, readNumeral } from './number.js';
import { readPeriod } from './period.js';
import type { Found } from './pieces.js';
import type { PlaceHints } from './place.js';
import { readPlaces } from './place.js';
import type { ValueTables } from './tables.js';

export type Aside =
  | { readonly sort: 'share'; readonly value: Numeral }
  | { readonly sort: 'age'; readonly value: Numeral }
  | { readonly sort: 'date'; readonly value: CalendarDate }
  | { readonly sort: 'period'; readonly start?: CalendarDate; readonly end?: CalendarDate }
  | { readonly sort: 'place'; readonly places: readonly Found<Place>[] }
  | { readonly sort: 'words' };

const share = new RegExp(`^(${numeralPattern})\\s?(?:%|per cent|percent)$`);
const age = /^age[ds]?\s+(\d{1,3})$/i;

/**
 * @param isPlaceLike whether words that are written as a name and stand here name a place
 */
export function readAside(
  words: string,
  tables: ValueTables,
  { isPlaceLike, hints }: { readonly isPlaceLike: boolean; readonly hints: PlaceHints },
): Aside {
  const part = readNumeral(share.exec(words)?.[1] ?? '');
  if (part) return { sort: 'share', value: part };
  const years = readNumeral(age.exec(words)?.[1] ?? '');
  if (years) return { sort: 'age', value: years };
  const date = readAsOf(words, tables);
  if (date) return { sort: 'date', value: date };
  const period = readPeriod(words, tables);
  if (period) {
    const { start, end } = period;
    return { sort: 'period', ...(start ? { start: start.value } : {}), ...(end ? { end: end.value } : {}) };
  }
  const { found, unread } = readPlaces(words, tables, hints);
  const isPlace =
    found.length > 0 &&
    unread.length === 0 &&
    (isPlaceLike || found.every(({ begin, end, value }) => isKnown(words.slice(begin, end), value, tables)));
  return isPlace ? { sort: 'place', places: found } : { sort: 'words' };
}

function isKnown(words: string, { isCountry, within }: Place, tables: ValueTables): boolean {
  const lower = words.toLowerCase();
  return (
    isCountry ||
    within !== undefined ||
    tables.parts.has(lower) ||
    tables.cities.has(lower) ||
    readPlace(words, tables) !== null
  );
}

/** The date at which something is said to be true: "2019", "as of May 2019", "2012 est.", "2011 census", "FY 2019". */
export function readAsOf(words: string, tables: ValueTables): CalendarDate | null {
  const parts = words.trim().split(/\s+/);
  const lower = parts.map((part) => part.toLowerCase().replace(/,$/, ''));
  let begin = 0;
  let end = parts.length;
  const { before, behind } = tables.asOf;
  for (let moved = true; moved && begin < end; ) {
    moved = true;
    if (before.has(`${lower[begin]} ${lower[begin + 1]}`)) begin += 2;
    else if (before.has(lower[begin] ?? '')) begin += 1;
    else if (behind.has(lower[end - 1] ?? '')) end -= 1;
    else moved = false;
  }
  return readDate(parts.slice(begin, end).join(' '), tables);
}
