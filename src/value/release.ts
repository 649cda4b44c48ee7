/** Release dates with the places beside them: `2 November 1996 (Hong Kong), May 3, 1997 (Japan)`. */
import type { CalendarDate } from './date.js';
import { findDates, readDate } from './date.js';
import type { Found, Piece, Range, Reading, Unread } from './pieces.js';
import { piecesAround, splitAt, splitPieces } from './pieces.js';
import type { Place } from './place.js';
import { readPlace } from './place.js';
import type { ValueTables } from './tables.js';

export interface Release {
  readonly date: CalendarDate;
  readonly places: readonly Found<Place>[];
  /** What else is said beside the date, such as a festival's name. */
  readonly notes: readonly Range[];
}

/** Reads every date that a field lists. Words that are neither a date nor a note beside one stay unread. */
export function readReleases(text: string, tables: ValueTables): Reading<Release> {
  const dates = findDates(text, tables);
  const found: Found<Release>[] = [];
  const unread: Unread[] = [];
  for (const { piece, whole: date } of piecesAround(text, dates)) {
    if (date && 'value' in date) {
      found.push({
        begin: date.begin,
        end: date.end,
        value: { date: date.value, ...readNotes(text, piece, date.value, tables) },
      });
    } else {
      unread.push({ begin: piece.begin, end: piece.end, reason: date ? date.invalid : 'is no date' });
    }
  }
  return { found, unread };
}

function readNotes(
  text: string,
  piece: Piece,
  date: CalendarDate,
  tables: ValueTables,
): { places: Found<Place>[]; notes: Range[] } {
  const places: Found<Place>[] = [];
  const notes: Range[] = [];
  for (const note of piece.notes) {
    for (const part of splitPieces(text.slice(note.begin, note.end))) {
      const range = { begin: note.begin + part.begin, end: note.begin + part.end };
      const said = text.slice(range.begin, range.end);
      // The same date once more, for machines, says nothing new.
      if (readDate(said, tables)?.lexical === date.lexical) continue;
      const found = readPlaces(text, range, tables);
      if (found) places.push(...found);
      else notes.push(range);
    }
  }
  return { places, notes };
}

/** The places that a range names and nothing else: "United Kingdom and United States" are two. */
function readPlaces(text: string, range: Range, tables: ValueTables): Found<Place>[] | null {
  const words = ({ begin, end }: Range): string => text.slice(begin, end);
  const isOne = tables.countries.has(words(range).toLowerCase());
  const found = (isOne ? [range] : splitAt(text, range, tables.separator)).map((part) => {
    const value = readPlace(words(part), tables);
    return value && { ...part, value };
  });
  return found.every((place) => place !== null) ? found : null;
}
