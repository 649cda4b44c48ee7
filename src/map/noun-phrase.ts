/**
 * Finds the head of the noun phrase behind "is a": in "film and television director" it is the director, in "1996 Hong Kong
 * romantic drama film directed by" the film.
 */
import type { LeadWords } from '../value/tables.js';
import type { Noun, Topic, Topics } from './topics.js';
import { exclude } from './topics.js';

export interface Word {
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  /** UTF-16 offsets in the paragraph. */
  readonly begin: number;
  readonly end: number;
}

/**
 * What the phrase says: a topic; `genre`: only a genre's name stands there; `any`: what holds for every one of its sort; `other`:
 * none that is known, or several.
 */
export interface LeadPhrase {
  readonly says: 'topic' | 'genre' | 'any' | 'other';
  readonly topic: Topic | null;
  /** Names of the kinds of which the genre is one. */
  readonly genreOf: readonly string[];
  /** The words between the article ("a", "the") and the noun; with the noun where that is a genre's. */
  readonly words: readonly Word[];
  /** All words from the noun phrase on. */
  readonly all?: readonly Word[];
}

/** What stands behind a noun: the end of its phrase, the noun that it is a modifier of, or one that it is coordinated with. */
type Next =
  | { readonly is: 'end' | 'compound' }
  /** `isOwn`: the other noun has an article of its own. */
  | { readonly is: 'coordination'; readonly from: number; readonly isOwn: boolean };

const end: Next = { is: 'end' };
const compound: Next = { is: 'compound' };

/** How far the last noun of a list may be: "film, stage, radio and television actor". */
const longestList = 14;

export class NounPhrase {
  constructor(
    private readonly words: readonly Word[],
    private readonly topics: Topics,
    private readonly table: LeadWords,
  ) {}

  /** What the phrase that begins with a word says. */
  read(from = 0): LeadPhrase {
    const { words } = this;
    let coordinated: { phrase: LeadPhrase; behind: number; isOwn: boolean } | null = null;
    let at = from;
    for (; at < words.length && !this.isOver(at) && !this.isAnew(at, from); at++) {
      if (this.lower(at) === '(') at = this.closing(at);
      const noun = this.nounAt(at);
      if (!noun) continue;
      const phrase = this.phraseOf(noun.meaning, from, at, noun.size);
      const next = this.behind(at + noun.size);
      if (next.is === 'coordination') {
        coordinated ??= { phrase, behind: next.from, isOwn: next.isOwn };
        at = next.from - 1;
      } else if (next.is === 'end') {
        if (!coordinated) return phrase;
        const isNext = coordinated.isOwn || at === coordinated.behind;
        return joined(coordinated.phrase, phrase, isNext) ?? this.other(from, at);
      }
    }
    const isAll = coordinated !== null && this.isAll(coordinated.phrase, coordinated.behind, at);
    return coordinated && isAll ? coordinated.phrase : this.other(from, at);
  }

  /** Whether unknown words behind "and" make no other thing of the first: "a film and sequel to", "an actor and polyglot". */
  private isAll(first: LeadPhrase, from: number, to: number): boolean {
    return first.topic?.named === 'person' || this.isRelation(first, from, to);
  }

  private other(from: number, to: number): LeadPhrase {
    return { says: 'other', topic: null, genreOf: [], words: this.words.slice(from, to) };
  }

  private phraseOf({ topic, genreOf }: Noun, from: number, at: number, size: number): LeadPhrase {
    const words = this.words.slice(from, topic ? at : at + size);
    const isUnreal = words.some(({ lower }) => this.topics.unreal.words.has(lower));
    if (!topic && !isUnreal) return { says: 'genre', topic, genreOf, words };
    return { says: 'topic', topic: isUnreal ? this.topics.unreal.topic : topic, genreOf, words };
  }

  private nounAt(at: number): { readonly meaning: Noun; readonly size: number } | null {
    const { nouns } = this.topics;
    const found = nouns.longestAt(at, (index) => this.lower(index));
    if (found) return found;
    // "A writer-director".
    const meaning = nouns.get(/-(\p{Ll}+)$/u.exec(this.lower(at))?.[1] ?? '');
    return meaning?.topic?.named === 'person' ? { meaning, size: 1 } : null;
  }

  /** What stands behind a noun that ends before a word. */
  private behind(at: number): Next {
    const { words, table } = this;
    const next = words[at];
    if (!next) return end;
    if (next.text === '(') {
      const closing = this.closing(at);
      return closing >= words.length ? end : this.behind(closing + 1);
    }
    if (next.text === ',') return this.behindComma(at + 1);
    const joint = this.conjunctionEnd(at);
    if (joint > 0) return this.coordinated(joint);
    if (table.phraseEnds.has(next.text) || this.isVerb(at)) return end;
    return /^[\p{L}\p{N}"“‘'’-]/u.test(next.text) ? compound : end;
  }

  /** "Film, stage and television actor" is a list; "film, directed by", "film, the first of" are none. */
  private behindComma(at: number): Next {
    for (let i = at; i < Math.min(at + longestList, this.words.length); i++) {
      const joint = this.conjunctionEnd(i);
      if (joint > 0) {
        const next = this.coordinated(joint);
        return next.is === 'coordination' && i !== at ? { ...next, from: at } : next;
      }
      if (this.lower(i) === ',' && i > at) continue;
      if (this.isOver(i) || this.isVerb(i) || !/^[\p{L}\p{N}]/u.test(this.words[i]?.text ?? '')) return end;
      if (this.table.determiners.has(this.lower(i)) || /['’]s$/.test(this.lower(i))) return end;
    }
    return end;
  }

  /** Whether another noun follows a conjunction, or something else is said. */
  private coordinated(at: number): Next {
    if (!this.table.determiners.has(this.lower(at)))
      return this.isOver(at) || this.isPredicate(at) ? end : { is: 'coordination', from: at, isOwn: false };
    const behind = this.words.slice(0, at + longestList);
    const { topic } = new NounPhrase(behind, this.topics, this.table).read(at + 1);
    return topic ? { is: 'coordination', from: at + 1, isOwn: true } : end;
  }

  /** Index behind "and" or its like, or 0. */
  private conjunctionEnd(at: number): number {
    if (this.lower(at) === 'as' && this.lower(at + 1) === 'well' && this.lower(at + 2) === 'as')
      return at + 3;
    const next = this.lower(at + 1);
    if (!this.table.conjunctions.has(this.lower(at))) return 0;
    return this.table.conjunctions.has(next) ? at + 2 : at + 1;
  }

  /** Whether a participle, an adverb or a verb goes on about the noun before it. */
  private isVerb(at: number): boolean {
    const { table } = this;
    const word = this.lower(at);
    if (!/^\p{Ll}/u.test(this.words[at]?.text ?? '') || table.gerunds.has(word)) return false;
    if (table.verbs.has(word) || table.participles.has(word)) return true;
    return /ed$|ing$|(?:[^i]|ri)ten$|wn$/.test(word) || (/ly$/.test(word) && this.isVerb(at + 1));
  }

  /** Whether what follows "and" is another thing that is said of the subject: "and stars", "and directed by". */
  private isPredicate(at: number): boolean {
    const next = this.words[at + 1];
    const word = this.words[at];
    if (!word || !next) return true;
    if (/['’]s$/.test(word.lower) || /^['’]s?$/.test(next.text)) return true;
    if (this.table.verbs.has(word.lower)) return true;
    const object = /^[\p{Lu}\p{N}"“]/u.test(next.text) || this.table.determiners.has(next.lower);
    if (/^\p{Ll}.*s$/u.test(word.text) && object) return true;
    return this.isVerb(at) && (object || this.isOver(at + 1) || next.text === ',' || this.isVerb(at + 1));
  }

  /** Whether the last word before an index is the head of a noun that makes no other thing of the subject. */
  private isRelation({ topic, genreOf }: LeadPhrase, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const found = this.topics.relations.longestAt(at, (index) => this.lower(index));
      const isOfIts = found?.meaning.some((kind) => genreOf.includes(kind) || topic?.line.includes(kind));
      if (found && isOfIts && this.behind(at + found.size).is === 'end') return true;
    }
    return false;
  }

  /** "A quern, the largest": behind an article of its own something else is said of it. */
  private isAnew(at: number, from: number): boolean {
    return at > from && this.table.determiners.has(this.lower(at));
  }

  private isOver(at: number): boolean {
    return /^[.;!?:]$/.test(this.lower(at)) || this.table.phraseEnds.has(this.words[at]?.text ?? '');
  }

  /** Index of the bracket that closes one; of the last word where none does. */
  private closing(at: number): number {
    let close = at;
    while (close < this.words.length && this.lower(close) !== ')') close++;
    return close;
  }

  private lower(at: number): string {
    return this.words[at]?.lower ?? '';
  }
}

/** "A film and a novel" is both, and so none: null. In "a song and dance film" the song says of which sort it is. */
function joined(first: LeadPhrase, last: LeadPhrase, isNext: boolean): LeadPhrase | null {
  if (!first.topic) return last.topic ? last : first;
  if (!last.topic) return isNext || first.topic.line.some((one) => last.genreOf.includes(one)) ? first : last;
  if (!exclude(first.topic, last.topic)) return first;
  // "A film and television director", "a boat- and shipbuilder".
  if (last.topic.named === 'person' || !isNext) return last;
  return null;
}
