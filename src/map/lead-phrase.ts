/**
 * Reads what the first sentence about an article's subject says that it is: in "X is a 1996 Hong Kong romantic drama film
 * directed by Y" the noun is "film" and the words before it tell when, where from and of which genre.
 */
import { findQuotations, findSentences, solidStretches } from '../value/sentence.js';
import { singulars } from '../value/singular.js';
import type { ValueTables } from '../value/tables.js';
import type { LeadPhrase, Word } from './noun-phrase.js';
import { NounPhrase } from './noun-phrase.js';
import { isProperName, lowerFirst } from './proper-name.js';
import type { Topic, Topics } from './topics.js';

/** How far into the paragraph the sentence may say it, in UTF-16 units; how many sentences; and how many words behind "is". */
const reach = 1500;
const mostSentences = 3;
const mostWords = 40;

const wordPattern =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’–/-]|\.(?=[\p{L}\p{N}]))*|[^\s\p{L}\p{N}]/gu;

export interface LeadContext {
  /** What the subject is called. */
  readonly names: readonly string[];
  readonly topics: Topics;
  readonly tables: ValueTables;
}

/**
 * Null where the paragraph does not say it.
 *
 * @param isFirst whether it is the first of the page, whose first sentence is about the subject whatever it calls it
 */
export function readLeadPhrase(paragraph: string, context: LeadContext, isFirst: boolean): LeadPhrase | null {
  const { names, topics, tables } = context;
  const text = paragraph.slice(0, reach);
  const solid = solidStretches(text, [], names);
  const sentences = findSentences(text, { solid, quotations: findQuotations(text) }, tables).filter(
    ({ begin }) => !isHatnote(text.slice(begin, begin + reach), tables),
  );
  for (const [index, { begin, end }] of sentences.slice(0, mostSentences).entries()) {
    const { copula } = tables.leads.patterns;
    copula.lastIndex = begin;
    for (let match = copula.exec(text); match && match.index < end; match = copula.exec(text)) {
      const before = text.slice(begin, match.index);
      if (!isSubject(before, context, isFirst && index === 0)) continue;
      const words = wordsBehind(match, text, topics);
      const other: LeadPhrase = { says: 'other', topic: null, genreOf: [], words };
      const phrase = new NounPhrase(words, topics, tables.leads).read();
      if (isAnyOne(before, names)) return { ...other, says: 'any', topic: sortOf(phrase) };
      if (!isPredicate(match, phrase)) continue;
      return isProperName({ before, verb: match[0], phrase, names }, tables)
        ? { ...phrase, all: words }
        : other;
    }
  }
  return null;
}

/** "A short film is a film": whether the words before the verb mean every one of a sort. */
function isAnyOne(before: string, names: readonly string[]): boolean {
  return /^["“'(]?An?\s+(?!\p{Lu}\p{Ll})\S/u.test(before) && !names.some((name) => /^An?\s/i.test(name));
}

/** What is said of every one of a sort makes it a sort of things itself, if it is no thing with a name of its own. */
function sortOf({ topic }: LeadPhrase): Topic | null {
  return topic?.isSort ? topic : null;
}

/** Whether the words behind the verb say what the subject is: without an article only an office does, such as "King". */
function isPredicate(
  { groups: { article, digit } = {} }: RegExpExecArray,
  { topic, words }: LeadPhrase,
): boolean {
  if (article !== undefined || digit !== undefined) return true;
  return topic?.named === 'person' && words.every(({ text }) => /^[\p{Lu}\p{N}]/u.test(text));
}

/** The words behind the verb; behind "one of the", plurals count as their singular. */
function wordsBehind(verb: RegExpExecArray, text: string, topics: Topics): readonly Word[] {
  const words = wordsFrom(text, verb.index + verb[0].length, topics);
  return verb.groups?.oneOf !== undefined ? words.map((word) => singular(word, topics)) : words;
}

/** "One of the leading painters" is a painter: a plural counts as the noun that is known. */
function singular(word: Word, { nouns }: Topics): Word {
  const { lower } = word;
  if (nouns.get(lower)) return word;
  const known = singulars(lower).find((form) => nouns.get(form));
  return known === undefined ? word : { ...word, lower: known };
}

function isHatnote(sentence: string, { leads }: ValueTables): boolean {
  const words = sentence.slice(0, 80).toLowerCase();
  return leads.hatnotes.some((begin) => words.startsWith(begin));
}

/** Whether a sentence calls its subject so instead of by its name: "it", "this film", "the album". */
function isStandIn(words: string, { topics: { nouns }, tables }: LeadContext): boolean {
  const { standIn, standInNoun } = tables.leads.patterns;
  const noun = standInNoun.exec(words)?.[1];
  return standIn.test(words) || (noun !== undefined && nouns.get(noun.toLowerCase()) !== undefined);
}

/** Whether the words before "is" are the subject, and no other that has something to do with it. */
function isSubject(before: string, context: LeadContext, isFirst: boolean): boolean {
  const { names, tables } = context;
  const { other, aside, turn } = tables.leads.patterns;
  const words = withoutBrackets(before);
  if (words === null) return false;
  if (other.test(words)) return false;
  // A common noun is a title in capitals: "The pincer is a species of beetle".
  const called = names.flatMap((name) => [name, lowerFirst(name)]);
  for (const name of called) {
    const at = name === '' ? -1 : positionOf(name, words);
    if (at < 0 || (at > furthest && !isFirst)) continue;
    const rest = words
      .slice(at + name.length)
      .replace(/^["”’'»]+(?!s\b)\s*/, '')
      .trim();
    if (/^['’]s?\b/.test(rest)) return false;
    return aside.test(rest) && !turn.test(rest);
  }
  if (!isFirst) return false;
  if (words === '' || isStandIn(words, context)) return true;
  // "His best-known work is the film": what it says is no name.
  const last = /(\S+?)["”’'»,]*$/.exec(words)?.[1] ?? '';
  return !/['’]s\s+\p{Ll}/u.test(words) && !/^\p{Ll}/u.test(last);
}

/** How far from its beginning a later sentence may name the subject: behind "The" or a quotation mark. */
const furthest = 5;

/** Where words stand that are no part of others, or -1. */
function positionOf(name: string, text: string): number {
  const at = text.indexOf(name);
  const isPart = (index: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(index));
  if (at < 0 || (isPart(at - 1) && isPart(at))) return -1;
  return isPart(at + name.length) && isPart(at + name.length - 1) ? -1 : at;
}

/** Words without what stands in brackets; null within an open one. */
function withoutBrackets(words: string): string | null {
  let depth = 0;
  let bare = '';
  for (const sign of words) {
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) bare += sign;
  }
  return depth > 0 ? null : bare.replace(/\s+/g, ' ').trim();
}

function wordsFrom(paragraph: string, offset: number, { nouns }: Topics): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = offset;
  for (
    let match = wordPattern.exec(paragraph);
    match && words.length < mostWords;
    match = wordPattern.exec(paragraph)
  ) {
    const parts = match[0].split(/(\/)/);
    // "Film/television director" are several words, "action/comedy" is one.
    const texts = parts.some((part) => nouns.get(part.toLowerCase())?.topic) ? parts : [match[0]];
    let begin = match.index;
    for (const text of texts) {
      words.push({ text, lower: text.toLowerCase(), begin, end: begin + text.length });
      begin += text.length;
    }
  }
  return words;
}
