/** A work that another is based on: `Flowers for Algernon by Daniel Keyes`, `"The Sentinel"`. */
import { readNames } from './name.js';
import type { Found, Left, Range } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface Work {
  readonly title: Range;
  /** What is said beside the title, such as `(stage play)`. */
  readonly notes: readonly Range[];
  readonly authors: readonly Found<string>[];
  /** What is neither. */
  readonly left: readonly Left[];
}

/**
 * Null where the text names no work, only a sort of work ("characters"), or perhaps several.
 *
 * @param shape the text with the words of its links masked: the comma in the title of a page parts nothing
 */
export function readWork(text: string, tables: ValueTables, shape: string = text): Work | null {
  const byline = /,?\s+by\s+(?=[\p{Lu}\ue000])/u.exec(shape);
  const titleEnd = byline?.index ?? text.length;
  const left: Left[] = [];
  const named = titleOf(text.slice(0, titleEnd), shape.slice(0, titleEnd), tables, left);
  if (!named) return null;
  if (!byline) return { ...named, authors: [], left };
  const from = titleEnd + byline[0].length;
  left.push({ begin: titleEnd, end: from, rule: 'byline' });
  const { found, unread, left: between } = readNames(text.slice(from), 'any', tables, shape.slice(from));
  if (found.length === 0 || unread.length > 0) return null;
  // "Stand by Me" may well be a title.
  const isPlain = !/["”]$/.test(text.slice(0, titleEnd).trimEnd());
  if (isPlain && found.every(({ value }) => !value.includes(' '))) return null;
  left.push(...between.map((sign) => ({ ...sign, begin: from + sign.begin, end: from + sign.end })));
  return {
    ...named,
    left,
    authors: found.map((name) => ({ ...name, begin: from + name.begin, end: from + name.end })),
  };
}

function titleOf(
  text: string,
  shape: string,
  tables: ValueTables,
  left: Left[],
): Pick<Work, 'title' | 'notes'> | null {
  const [piece, ...others] = splitPieces(shape, left);
  if (!piece || others.length > 0) return null;
  let { begin, end } = piece.core;
  const marks = /^["“](.*)["”]$/s.exec(text.slice(begin, end));
  if (marks) {
    for (const at of [begin, end - 1]) left.push({ begin: at, end: at + 1, rule: 'quotation-mark' });
    [begin, end] = [begin + 1, end - 1];
  }
  const words = text.slice(begin, end).toLowerCase();
  if (words === '' || tables.genericWorks.has(words)) return null;
  if (!marks && isDescription(text.slice(begin, end), tables)) return null;
  return { title: { begin, end }, notes: piece.notes };
}

/** "Characters appearing in magazines published": what was there, and not what it is called. */
export function isDescription(words: string, { genericWorks }: ValueTables): boolean {
  const [first = '', second = '', ...others] = words.replace(/^(?:the|an?)\s+/i, '').split(/\s+/);
  if (/^\p{Ll}/u.test(second) && genericWorks.has(first.toLowerCase())) return true;
  const last = others.at(-1) ?? second;
  return /^\p{Ll}+(?:ed|en|wn|ing)$/u.test(last);
}
