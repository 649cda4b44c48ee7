/**
 * What the parenthesis behind a person's name says of birth and death: "(born 7 February 1931 in Oslo)",
 * "(Oslo, 7 February 1931 – Paris, 3 May 2001)", "(née Lee; 1931–2001)".
 */
import type { CalendarDate } from './date.js';
import { dateAt } from './date.js';
import type { Found, Range } from './pieces.js';
import type { ValueTables } from './tables.js';

/** A birth or a death, as far as the words say when and where. */
export interface LifeEvent {
  readonly date?: Found<CalendarDate>;
  readonly place?: Range;
}

export interface Life {
  readonly born?: LifeEvent;
  readonly died?: LifeEvent;
}

/** Longer than any parenthesis that says it, in UTF-16 units. */
const longest = 400;

const bornLabel = /^(?:born|b\.)\s+/i;
const diedLabel = /^(?:died|d\.)\s+/i;
/** Between birth and death. A hyphen between letters is a part of a name: "Aix-en-Provence". */
const dash = /\s+[–—-]{1,2}\s+|(?<=\d)\s*[–—]\s*|\s*[–—]\s*(?=\d)|(?<=\d)-(?=\d)/g;
/** Words for which nothing precise can be stated. */
const aside = /\s*\[[^[\]]*\]|\s*\([^()]*\)|,?\s+(?:aged?|at the age of)\s+\d{1,3}$/gi;

/**
 * Null if the words do not say it, or say it in a way that may be read otherwise. A part that is not exact ("c. 1931", "?") is
 * left out; the other is read.
 *
 * @param words what stands inside the parenthesis; offsets are those of UTF-16 units in it
 */
export function readLife(words: string, tables: ValueTables): Life | null {
  if (words.length > longest) return null;
  // Masked, so that offsets stay.
  const text = words.replace(aside, (part) => ' '.repeat(part.length));
  const segments: Range[] = [];
  let from = 0;
  for (const { index } of [...text.matchAll(/;/g), { index: text.length }]) {
    segments.push({ begin: from, end: index });
    from = index + 1;
  }
  let life: Life = {};
  for (const segment of segments) {
    const read = readSegment(text, trim(text, segment), tables);
    if (!read) continue;
    if ((read.born && life.born) || (read.died && life.died)) return null;
    life = { ...life, ...read };
  }
  const dates = [life.born?.date, life.died?.date].filter((date) => date !== undefined);
  // "4 October [O.S. 22 September] 1880": its words are no date as they stand.
  if (dates.some(({ begin, end }) => /[[(]/.test(words.slice(begin, end)))) return null;
  return life.born || life.died ? life : null;
}

function readSegment(text: string, segment: Range, tables: ValueTables): Life | null {
  const words = text.slice(segment.begin, segment.end);
  if (diedLabel.test(words)) {
    const died = readEvent(text, segment, diedLabel, tables);
    return died ? { died } : null;
  }
  const spans = [...words.matchAll(dash)].flatMap(({ index, 0: sign }) => {
    const before = trim(text, { begin: segment.begin, end: segment.begin + index });
    const behind = trim(text, { begin: segment.begin + index + sign.length, end: segment.end });
    const life = readSpan(text, before, behind, tables);
    return life ? [life] : [];
  });
  if (spans.length > 0) return spans.length === 1 ? (spans[0] as Life) : null;
  if (!bornLabel.test(words)) return null;
  const born = readEvent(text, segment, bornLabel, tables);
  return born ? { born } : null;
}

/** Birth and death on both sides of a dash; one of them at least with a date. */
function readSpan(text: string, before: Range, behind: Range, tables: ValueTables): Life | null {
  const born = readEvent(text, before, bornLabel, tables);
  const died = readEvent(text, behind, diedLabel, tables);
  if (!(born?.date || isInexact(text, before, bornLabel))) return null;
  if (!(died?.date || isInexact(text, behind, diedLabel))) return null;
  if (born?.date && died?.date && died.date.value.lexical < born.date.value.lexical) return null;
  return { ...(born?.date ? { born } : {}), ...(died?.date ? { died } : {}) };
}

/** "c. 1931", "before 1900", "?", "unknown". */
function isInexact(text: string, range: Range, label: RegExp): boolean {
  const words = text.slice(range.begin, range.end).replace(label, '');
  return /^(?:\?|unknown$|(?:c\.|ca\.|circa|about|around|before|after|by|between|early|late|mid)[\s-]*(?:[\d\p{L}]+\s+){0,3}\d{3,4}s?\??$|\d{3,4}s?\?$|\d{3,4}s$|\d{3,4}(?:\s+or\s+|\/)\d{1,4}$)/iu.test(
    words,
  );
}

/** "7 February 1931 in Oslo", "7 February 1931, Oslo, Norway", "Oslo, 7 February 1931", "in Oslo". */
function readEvent(text: string, range: Range, label: RegExp, tables: ValueTables): LifeEvent | null {
  const labelled = label.exec(text.slice(range.begin, range.end));
  const begin = range.begin + (labelled?.[0].length ?? 0);
  const { end } = range;
  const isIn = /^(?:in|at)\s+/i.exec(text.slice(begin, end));
  if (isIn) return placeFirst(text, { begin: begin + isIn[0].length, end }, tables);
  const date = dateAt(text, begin, tables);
  if (date) return 'value' in date ? dateFirst(text, date, end) : null;
  if (!labelled) return placeFirst(text, { begin, end }, tables, true);
  // "born Ann Lee, 7 February 1931" has a name there.
  const last = lastDate(text, begin, end, tables);
  return last && /,\s*$/.test(text.slice(begin, last.begin)) ? { date: last } : null;
}

function dateFirst(text: string, date: Found<CalendarDate>, end: number): LifeEvent | null {
  if (date.end >= end) return date.end === end ? { date } : null;
  const link = /^(?:,\s*(?:in\s+|at\s+)?|\s+(?:in|at)\s+)/i.exec(text.slice(date.end, end));
  const place = link && { begin: date.end + link[0].length, end };
  return place && isPlaceLike(text, place) ? { date, place } : null;
}

function placeFirst(text: string, range: Range, tables: ValueTables, needsDate = false): LifeEvent | null {
  const date = lastDate(text, range.begin, range.end, tables);
  if (!date) return !needsDate && isPlaceLike(text, range) ? { place: range } : null;
  const join = /(?:,\s*|\s+on\s+)$/i.exec(text.slice(range.begin, date.begin));
  const place = join && { begin: range.begin, end: date.begin - join[0].length };
  return place && isPlaceLike(text, place) ? { date, place } : null;
}

/** The date at the very end of a range. */
function lastDate(text: string, begin: number, end: number, tables: ValueTables): Found<CalendarDate> | null {
  for (let at = begin + 1; at < end; at++) {
    if (!/[\s(,]/.test(text.charAt(at - 1)) || !/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
    const date = dateAt(text, at, tables);
    if (date && 'value' in date && date.end === end) return date;
  }
  return null;
}

/** Words that begin with a capital and hold no figures: whether they name a place, the grammar of places says. */
function isPlaceLike(text: string, { begin, end }: Range): boolean {
  return /^(?:the\s+)?\p{Lu}[^\d–—;:?]*$/u.test(text.slice(begin, end));
}

function trim(text: string, { begin, end }: Range): Range {
  const words = text.slice(begin, end);
  const lead = words.length - words.trimStart().length;
  return { begin: begin + lead, end: Math.max(begin + lead, end - (words.length - words.trimEnd().length)) };
}
