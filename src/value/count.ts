/** Counts: `1,234`, `about 1.2 million`, `1,000–2,000`, `over 500`, `50,000+`. */
import type { Numeral } from './number.js';
import { compareNumerals, isInteger, numeralPattern, readNumeral, shifted } from './number.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import { singular } from './singular.js';
import type { Qualifier, ValueTables } from './tables.js';

export interface Count {
  readonly minimum: Numeral | null;
  /** The same as `minimum` unless the text gives a range; null where it is open. */
  readonly maximum: Numeral | null;
  readonly qualifier: Extract<Qualifier, 'circa'> | null;
}

const figure = `(${numeralPattern})(?:\\s*(\\p{L}+)\\.?)?`;
const pattern = new RegExp(`^${figure}(?:\\s*(?:[-–—]|\\bto\\b)\\s*${figure})?(\\+)?$`, 'u');

/**
 * Reads the counts that a field lists; the notes beside each may say of when it is.
 *
 * @param label what the field is called, whose nouns may stand behind a number: "2 side platforms" of platforms
 */
export function readCounts(text: string, tables: ValueTables, label = ''): Reading<Count> {
  const found: Found<Count>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const piece of splitPieces(text, left)) {
    const noun = countedNoun(text.slice(piece.core.begin, piece.core.end), label);
    const end = noun === null ? piece.core.end : piece.core.begin + noun.at;
    const value = countOf(text.slice(piece.core.begin, end), tables);
    const isOfOthers = piece.notes.some((note) => isLabel(text, note));
    if (isOfOthers) unread.push({ begin: piece.begin, end: piece.end, reason: 'counts what its label says' });
    else if (value) {
      const sort = { begin: end + (noun?.space ?? 0), end: piece.core.end };
      if (noun?.isLabel) left.push({ begin: end, end: piece.core.end, rule: 'label-noun' });
      found.push({
        begin: piece.core.begin,
        end,
        value,
        notes: noun && !noun.isLabel ? [sort, ...piece.notes] : piece.notes,
      });
    } else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no count' });
  }
  return { found, unread, left };
}

export interface Share {
  readonly part: Numeral;
  readonly total: Numeral;
}

/** So many of all: `12 / 40`. */
export function readShare(text: string): Share | null {
  const [, first = '', second = ''] = share.exec(text) ?? [];
  const [part, total] = [readNumeral(first), readNumeral(second)];
  if (!part || !total || !isInteger(part) || !isInteger(total)) return null;
  return compareNumerals(part, total) > 0 ? null : { part, total };
}

const share = new RegExp(`^(${numeralPattern})\\s*/\\s*(${numeralPattern})$`);

/** The words behind a number that end with a noun of the label; null where there are none. */
function countedNoun(
  words: string,
  label: string,
): { readonly at: number; readonly space: number; readonly isLabel: boolean } | null {
  const match = /^(.*\d\S*)(\s+)((?:\p{L}[\p{L}-]*\s+){0,3})(\p{L}+)$/u.exec(words);
  if (!match || label === '') return null;
  const [, number = '', space = '', before = '', last = ''] = match;
  const nouns = label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
  if (!nouns.some((noun) => singular(noun) === singular(last.toLowerCase()))) return null;
  return { at: number.length, space: space.length, isLabel: before === '' };
}

/** "Suburbs: 500" counts something else than the field; "2011: 500" does not. */
function isLabel(text: string, { begin, end }: Range): boolean {
  return text.charAt(end) === ':' && /\p{L}/u.test(text.slice(begin, end));
}

/** The count that the whole of some words is. */
export function countOf(words: string, tables: ValueTables): Count | null {
  const { qualifier, rest } = leadingQualifier(words, tables);
  const match = pattern.exec(rest);
  if (!match) return null;
  const [, first = '', word, second, secondWord, plus] = match;
  const upper = second === undefined ? undefined : whole(second, secondWord, tables);
  // "1.2–1.5 million" are both millions.
  const lower = whole(first, word ?? (second === undefined ? undefined : secondWord), tables);
  if (lower === null || upper === null) return null;
  if (upper !== undefined) {
    const isRange = qualifier === null && plus === undefined && compareNumerals(lower, upper) < 0;
    return isRange ? { minimum: lower, maximum: upper, qualifier: null } : null;
  }
  if (plus !== undefined)
    return qualifier === null ? { minimum: lower, maximum: null, qualifier: null } : null;
  switch (qualifier) {
    case 'after':
      return { minimum: lower, maximum: null, qualifier: null };
    case 'before':
      return { minimum: null, maximum: lower, qualifier: null };
    case 'circa':
    case null:
      return { minimum: lower, maximum: lower, qualifier };
    default:
      return null;
  }
}

/** A number with the word for its zeros; null where it is none or no whole one. */
function whole(digits: string, word: string | undefined, { multipliers }: ValueTables): Numeral | null {
  const numeral = readNumeral(digits);
  const power = word === undefined ? 0 : multipliers.get(word.toLowerCase());
  if (numeral === null || power === undefined) return null;
  const value = shifted(numeral, power);
  return isInteger(value) ? value : null;
}

/** The word at the beginning that says how a number is meant. */
export function leadingQualifier(
  words: string,
  { qualifiers }: ValueTables,
): { readonly qualifier: Qualifier | null; readonly rest: string } {
  const lower = words.toLowerCase();
  for (const [word, qualifier] of qualifiers) {
    if (!lower.startsWith(word)) continue;
    const behind = words.slice(word.length);
    if (/\p{L}$/u.test(word) && !/^[.\s]/.test(behind)) continue;
    const rest = behind.trimStart();
    if (/^[\d−-]/.test(rest)) return { qualifier, rest };
  }
  return { qualifier: null, rest: words };
}
