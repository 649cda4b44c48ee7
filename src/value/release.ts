/** Release dates with the places beside them: `2 November 1996 (Hong Kong), May 3, 1997 (Japan)`. */
import type { CalendarDate } from './date.js';
import { findDates, readDate } from './date.js';
import type { Place } from './known-place.js';
import { readPlace } from './known-place.js';
import type { Found, Left, Piece, Range, Reading, Unread } from './pieces.js';
import { piecesAround, splitPieces } from './pieces.js';
import type { PlaceHints } from './place.js';
import { readPlaces } from './place.js';
import type { ValueTables } from './tables.js';

export interface Release {
  readonly date: CalendarDate;
  readonly places: readonly Found<Place>[];
  /** What else is said beside the date, such as a festival's name. */
  readonly notes: readonly Range[];
}

/** Reads every date that a field lists. Words that are neither a date nor a note beside one stay unread. */
export function readReleases(text: string, tables: ValueTables, hints: PlaceHints = {}): Reading<Release> {
  const dates = findDates(text, tables);
  const found: Found<Release>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const { piece, whole: date } of piecesAround(text, dates, left)) {
    const doubt = piece.notes.find(({ begin, end }) => isUncertain(text.slice(begin, end), tables));
    if (date && 'value' in date && !doubt) {
      const release = { date: date.value, ...readNotes(text, piece, date.value, { tables, hints, left }) };
      found.push({ begin: date.begin, end: date.end, value: release });
    } else {
      const reason = date && !('value' in date) ? date.invalid : doubt ? 'is no certain date' : 'is no date';
      unread.push({ begin: piece.begin, end: piece.end, reason });
    }
  }
  return { found, unread, left };
}

function readNotes(
  text: string,
  piece: Piece,
  date: CalendarDate,
  { tables, hints, left }: { tables: ValueTables; hints: PlaceHints; left: Left[] },
): { places: Found<Place>[]; notes: Range[] } {
  const places: Found<Place>[] = [];
  const notes: Range[] = [];
  for (const note of piece.notes) {
    const said = text.slice(note.begin, note.end);
    const links = (hints.links ?? []).map((link) => moved(link, -note.begin));
    const qualities = (hints.qualities ?? []).map((quality) => moved(quality, -note.begin));
    const { found, left: between } = readPlaces(said, tables, { ...hints, links, qualities });
    left.push(...between.map((sign) => moved(sign, note.begin)));
    const sure = found.filter(({ begin, end, value }) => isKnownPlace(said.slice(begin, end), value, tables));
    // "Cannes, France": whatever Cannes is here, France is a country.
    const around = found.flatMap((place) =>
      !sure.includes(place) && place.value.within?.value.isCountry ? [place.value.within] : [],
    );
    places.push(...[...sure, ...around].map((place) => movedPlace(place, note.begin)));
    const taken = [...sure, ...around].map(({ begin, end, value }) => ({ begin, end: lastEnd(end, value) }));
    for (const piece of restOf(said, taken)) {
      const rest = { begin: note.begin + piece.begin, end: note.begin + piece.end };
      // The same date once more, for machines, says nothing new.
      const isAgain = readDate(text.slice(rest.begin, rest.end), tables)?.lexical === date.lexical;
      if (isAgain) left.push({ ...rest, rule: 'repeated-date' });
      else notes.push(rest);
    }
  }
  return { places: places.sort((a, b) => a.begin - b.begin), notes };
}

function lastEnd(end: number, { within }: Place): number {
  return within ? lastEnd(Math.max(end, within.end), within.value) : end;
}

/** The pieces of a note that no place was read from. */
function restOf(note: string, taken: readonly Range[]): Range[] {
  const isTaken = ({ begin, end }: Range): boolean =>
    taken.some((place) => place.begin < end && begin < place.end);
  return splitPieces(note).filter((piece) => !isTaken(piece));
}

/** Beside a date stands a festival, a firm or a medium as well as a place: only what is known to be one is read as one. */
function isKnownPlace(words: string, place: Place, tables: ValueTables): boolean {
  if (place.isCountry || readPlace(words, tables) !== null) return true;
  const lower = words.toLowerCase();
  if (tables.parts.has(lower) || tables.cities.has(lower)) return true;
  if (lower.split(/[^\p{L}\p{N}\p{M}]+/u).some((word) => tables.festivals.has(word))) return false;
  const tail = (place.title ?? place.name).split(', ').slice(1).at(-1)?.toLowerCase() ?? '';
  return tables.parts.has(tail) || tables.countries.has(tail);
}

function moved<T extends Range>(range: T, by: number): T {
  return { ...range, begin: range.begin + by, end: range.end + by };
}

function movedPlace(found: Found<Place>, by: number): Found<Place> {
  const { within } = found.value;
  const value = within ? { ...found.value, within: movedPlace(within, by) } : found.value;
  return { ...moved(found, by), value };
}

/** Whether a note says that the date is not certain, or the date of something else. */
export function isUncertain(note: string, { uncertain }: ValueTables): boolean {
  const first = note.toLowerCase().split(/[\s,;:]/, 1)[0] ?? '';
  return uncertain.has(first);
}
