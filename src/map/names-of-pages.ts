/** What a thing is called by the title of its page, and which words for it are names of their own. */
import type { NamedNode } from '@rdfjs/types';
import { disambiguator, withoutDisambiguator } from '../article/title.js';
import { schema } from '../rdf/vocabulary.js';
import { upperFirst } from '../source/upper-first.js';
import { knownPlace } from '../value/known-place.js';
import type { ValueTables } from '../value/tables.js';
import { labelKey } from './label-key.js';

/**
 * The title without the words that only tell it from others: "Ann Lee (actress)", "Ann Lee, Lady Salt", "Salem, Oregon". A
 * parenthesis that begins in upper case is a part of the name if the words show it, and so is what follows a comma, unless the
 * words are what stands before it, or it is where a place is.
 */
export function nameOfPage(title: string, words: string, type: NamedNode, tables: ValueTables): string {
  const inside = disambiguator(title);
  const isPart = inside !== undefined && /^\p{Lu}/u.test(inside) && words.endsWith(`(${inside})`);
  const name = upperFirst(isPart ? title : withoutDisambiguator(title));
  // Titles begin in upper case: "iLamp" has the page "ILamp".
  if (/^\p{Ll}{1,2}\p{Lu}/u.test(words) && words.toLowerCase() === name.toLowerCase()) return words;
  const comma = name.indexOf(', ');
  if (comma < 0 || (type.equals(schema.Place) && knownPlace(name, tables))) return name;
  const [head, region] = [name.slice(0, comma), name.slice(comma + 2)];
  const isRegion = knownPlace(region, tables) !== null || tables.parts.has(region.toLowerCase());
  return head === words || (isRegion && type.equals(schema.Place)) ? head : name;
}

/**
 * Whether words for what is called otherwise are a name of their own, as "Bob Wall" for Robert Wall. "Wall" and "Robert" are
 * parts of the name, plurals, adjectives and "Salem, Oregon" are forms of it, and neither "her brother" nor "1st" is one.
 */
export function isOwnName(words: string, name: string, { nationalities }: ValueTables): boolean {
  const key = labelKey(words);
  if (key === '' || key === labelKey(name) || !/^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words)) return false;
  // "The Salt (film)" shows which one is meant.
  if (/^\d+\p{L}{0,3}$/u.test(words) || withoutDisambiguator(words) === name) return false;
  if (nationalities.has(words.toLowerCase()) || isPartOf(wordsOf(words), wordsOf(name))) return false;
  // The link to a section shows its heading, too.
  if (words.includes('#') && withoutDisambiguator(words.split('#', 1)[0] as string) === name) return false;
  return !/['’]s?$/.test(words) && !words.startsWith(`${name}, `);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** One word of a name, or all from one of its words on. The beginning of a name may be a name itself. */
function isPartOf(words: readonly string[], name: readonly string[]): boolean {
  if (words.length === 1) return name.includes(words[0] as string);
  return ` ${name.slice(1).join(' ')} `.includes(` ${words.join(' ')} `);
}
