/** A link among other words: which of them name, and which only stand beside the name. */
import { isLink, linksIn } from './linked.js';
import type { NameStyle } from './name-style.js';
import { isOrganisation } from './name-style.js';
import type { Left, Range, Unread } from './pieces.js';
import { trimRange } from './pieces.js';
import type { ValueTables } from './tables.js';

interface Named extends Range {
  readonly notes: readonly Range[];
}

interface AroundLinks {
  readonly named: readonly Named[];
  readonly unread: readonly Unread[];
  readonly left: readonly Left[];
}

/**
 * The names in a part of a list. What a link leads to is what is named: words beside it are a title ("Dr."), a suffix
 * ("Jr.") or a note, and two links are two names. Only in an organisation's name a link may be a part of the name:
 * `[[Ann Lee]] Productions` is not Ann Lee. Whatever else stands beside a link may change what is meant, and stays unread.
 */
export function aroundLinks(shape: string, part: Range, style: NameStyle, tables: ValueTables): AroundLinks {
  const links = linksIn(shape, part);
  if (links.length === 0 || isLink(shape, part))
    return { named: [{ ...part, notes: [] }], unread: [], left: [] };
  const gaps = gapsBetween(shape, part, links);
  const words = gaps.map(({ begin, end }) => shape.slice(begin, end));
  const stands = (gap: string, i: number): boolean => {
    if (i === 0) return isBefore(gap, tables);
    return i < links.length ? isBetween(gap, tables) : isBehind(gap, tables);
  };
  if (!words.every(stands)) return whole(shape, part, style, tables);
  const named: Named[] = [];
  const unread: Unread[] = [];
  const left = gaps.flatMap((gap, i): Left[] => {
    const rule = ruleOf(words[i] as string, tables);
    return rule === null ? [] : [{ ...gap, rule }];
  });
  for (const [i, link] of links.entries()) {
    // "[[Ann Lee]] – [[Norway]]": what follows a dash may say whatever of what stands before it.
    const isBesideDash = i > 0 && dash.test(words[i] as string);
    const notes = [gaps[i] as Range, ...(i === links.length - 1 ? gaps.slice(-1) : [])];
    if (isBesideDash) unread.push({ ...link, reason: 'may be a name or a note beside one' });
    else
      named.push({
        ...link,
        notes: notes.filter((note) => ruleOf(shape.slice(note.begin, note.end), tables) === null),
      });
  }
  return { named, unread, left };
}

function whole(shape: string, part: Range, style: NameStyle, tables: ValueTables): AroundLinks {
  const isOne = linksIn(shape, part).length === 1;
  const words = shape.slice(part.begin, part.end);
  if (isOne && (style === 'organisation' || (style === 'any' && isOrganisation(words, tables))))
    return { named: [{ ...part, notes: [] }], unread: [], left: [] };
  return { named: [], unread: [{ ...part, reason: 'holds a link among other words' }], left: [] };
}

function gapsBetween(shape: string, part: Range, links: readonly Range[]): Range[] {
  const ends = [part.begin, ...links.map(({ end }) => end)];
  const begins = [...links.map(({ begin }) => begin), part.end];
  return ends.map((begin, i) => trimmed(shape, begin, begins[i] as number));
}

/** A gap keeps the white space that tells a dash from a hyphen. */
function trimmed(shape: string, begin: number, end: number): Range {
  return /^\s+[-–—]/.test(shape.slice(begin, end)) ? { begin, end } : trimRange(shape, begin, end);
}

const dash = /^\s+[-–—]\s*$/;
const signs = /^["“”'‘’*†‡§()[\],;:/+&|·•.\s–—-]*$/;

/** "Dr.", "Sir", "by" */
function isBefore(words: string, { honorifics, bylines }: ValueTables): boolean {
  return words
    .split(/\s+/)
    .every((word) => signs.test(word) || honorifics.has(word.replace(/\.$/, '')) || bylines.has(word));
}

function isBetween(words: string, { bylines, honorifics }: ValueTables): boolean {
  return words
    .split(/\s+/)
    .every((word) => signs.test(word) || bylines.has(word) || honorifics.has(word.replace(/\.$/, '')));
}

/** "Jr.", "ASC", "– words", "as Kim" */
function isBehind(words: string, { nameSuffixes, creditNotes, besideNames }: ValueTables): boolean {
  if (signs.test(words) || /^\s*(?:[-–—]\s|[:(])/.test(words)) return true;
  const [first = '', ...others] = words.replace(/^[\s,]+/, '').split(/\s+/);
  if (besideNames.has(first)) return true;
  return [first, ...others].every((word) => nameSuffixes.has(word) || creditNotes.has(word.toLowerCase()));
}

/** Signs, articles and conjunctions say nothing, by a rule; null of what is a note. */
function ruleOf(words: string, { conjunctions }: ValueTables): Left['rule'] | null {
  if (signs.test(words)) return 'separator';
  const word = words.trim().toLowerCase();
  if (word === 'the') return 'article';
  return conjunctions.has(word) ? 'conjunction' : null;
}
