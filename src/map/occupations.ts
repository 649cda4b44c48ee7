/** What a first sentence says that somebody is: "a retired Norwegian writer, film director and politician". */
import type { ValueTables } from '../value/tables.js';
import type { Word } from './noun-phrase.js';
import type { Topics } from './topics.js';

export interface OccupationWords {
  readonly topics: Topics;
  readonly tables: ValueTables;
  /** Words that say when or how well somebody was it. */
  readonly ignored: ReadonlySet<string>;
}

/**
 * The words of each occupation of a list. Each ends with a noun for people; the first that does not ends the list, and one of
 * whose words no more than the last is known to belong to it ends it too.
 */
export function occupationsIn(words: readonly Word[], known: OccupationWords): Word[][] {
  const found: Word[][] = [];
  let begin = 0;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    const isJoint =
      word !== undefined && (word.text === ',' || known.tables.leads.conjunctions.has(word.lower));
    const isOver = word === undefined || (!isJoint && isEnd(word, known.tables));
    if (!isJoint && !isOver) continue;
    const run = trimmed(words.slice(begin, at), known);
    if (run.length > 0) {
      if (!isOccupation(run, known)) return found;
      found.push(run);
    }
    // "A writer of novels and a painter" goes on about other things.
    if (isOver) return found;
    begin = at + 1;
  }
  return found;
}

function isEnd({ text, lower }: Word, { leads }: ValueTables): boolean {
  return leads.phraseEnds.has(lower) || leads.participles.has(lower) || !/^[\p{L}\p{N}]/u.test(text);
}

/** Without articles, adjectives of nationality and what says when; "Australian" is a part of "Australian rules footballer". */
function trimmed(run: readonly Word[], { topics, tables, ignored }: OccupationWords): Word[] {
  const isBefore = ({ lower }: Word): boolean =>
    tables.leads.determiners.has(lower) || ignored.has(lower) || isNationality(lower, tables);
  const begin = run.findIndex((word, at) => !isBefore(word) || isWholeNoun(run.slice(at), topics));
  return begin < 0 ? [] : run.slice(begin);
}

/** "Norwegian", "Norwegian-born", "Norwegian-American". */
function isNationality(word: string, { nationalities }: ValueTables): boolean {
  const parts = word.replace(/-born$/, '').split(/[-–]/);
  return nationalities.has(word) || parts.every((part) => nationalities.has(part));
}

/** Whether words are one noun of several that is known. */
function isWholeNoun(run: readonly Word[], { nouns }: Topics): boolean {
  return run.length > 1 && nouns.longestAt(0, (index) => run[index]?.lower ?? '')?.size === run.length;
}

function isOccupation(run: readonly Word[], { topics, tables }: OccupationWords): boolean {
  const { nouns } = topics;
  const isOfNation = isWholeNoun(run, topics) && isNationality(run[0]?.lower ?? '', tables);
  if (run.slice(isOfNation ? 1 : 0).some(({ text }) => !/^\p{Ll}/u.test(text))) return false;
  for (let at = 0; at < run.length; at++) {
    const noun = nouns.longestAt(at, (index) => run[index]?.lower ?? '');
    if (noun && at + noun.size === run.length) return noun.meaning.topic?.named === 'person';
  }
  return false;
}
