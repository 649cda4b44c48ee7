/**
 * Scientific names, with or without who gave them: `Proteles cristata`, `P. cristata`, `afer`, `Pellaea Link`; and
 * authorities: `Sparrman, 1783`, `(Pallas, 1766)`, `(Massee) Vánky`.
 */
import type { Link } from '../article.js';
import { matchesOf } from './matches.js';
import type { Left, Range } from './pieces.js';
import { trimRange } from './pieces.js';

export interface TaxonName {
  /** `short` has its genus by a letter; `epithet` is only what follows the genus. */
  readonly form: 'whole' | 'short' | 'epithet';
  readonly name: Range;
  readonly authority: Range | null;
  /** The sign of what has died out. */
  readonly left: readonly Left[];
}

const lower = String.raw`\p{Ll}[\p{Ll}-]+`;
const epithets = String.raw`(?:\s(?:(?:subsp|ssp|var|f|cf)\.\s)?${lower}){0,3}`;
const forms = {
  whole: new RegExp(String.raw`^\p{Lu}[\p{Ll}-]+(?:\s\(\p{Lu}${lower}\))?${epithets}`, 'u'),
  short: new RegExp(String.raw`^(?:\p{Lu}\p{Ll}{0,2}\.\s?)(?:\p{Ll}{1,2}\.\s?)?${lower}${epithets}`, 'u'),
  epithet: new RegExp(`^${lower}$`, 'u'),
} as const;

export function readTaxonName(text: string, links: readonly Link[] = []): TaxonName | null {
  const mark = /^\s*[†‡]?\s*/u.exec(text)?.[0].length ?? 0;
  const { end: last } = trimRange(text, 0, text.length);
  const link = links.find(({ begin, end }) => begin === mark && !/^[\p{L}-]/u.test(text.slice(end)));
  const words = text.slice(mark, link?.end ?? last);
  for (const form of ['short', 'whole', 'epithet'] as const) {
    const found = forms[form].exec(words)?.[0];
    if (found === undefined || (link && found.length < words.length)) continue;
    const name = { begin: mark, end: mark + found.length };
    const rest = trimRange(text, name.end, last);
    if (rest.begin < rest.end && !readAuthority(text.slice(rest.begin, rest.end))) continue;
    const left: Left[] = mark > 0 ? [{ begin: 0, end: mark, rule: 'note-mark' }] : [];
    return { form, name, authority: rest.begin < rest.end ? rest : null, left };
  }
  return null;
}

export interface Authority {
  /** When the name was published; null where none is said, or several. */
  readonly year: Range | null;
}

const author = String.raw`(?:\p{Lu}|(?:de|d['’]|la|le|van|von|der|den|du|di|da)\s?\b)[\p{L}\p{M}.'’ -]*`;
const authors = String.raw`${author}(?:(?:\s?&\s?|,\s?|\sex\s|\sin\s|\set\s)(?:${author}|al\.?))*`;
const one = String.raw`${authors}(?:,?\s(?:1[5-9]|20)\d\d)?`;
const whole = new RegExp(String.raw`^(?:\(${one}\)(?:\s?${one})?|${one})\.?$`, 'u');

/** Who named a taxon, and when. */
export function readAuthority(text: string): Authority | null {
  if (text.length > longest || !whole.test(text)) return null;
  const [year, ...others] = matchesOf(/\d{4}/g, text);
  const isOne = year && others.length === 0;
  return { year: isOne ? { begin: year.index, end: year.index + 4 } : null };
}

/** No authority has more characters. */
const longest = 200;
