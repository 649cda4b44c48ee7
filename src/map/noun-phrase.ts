/**
 * Finds the head of the noun phrase behind "is a": in "film and television director" it is the director, in "1996 Hong Kong
 * romantic drama film directed by" the film.
 */
import type { LeadWords } from '../value/tables.js';

export interface Word {
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  /** UTF-16 offsets in the paragraph. */
  readonly begin: number;
  readonly end: number;
}

/**
 * `is`: the noun is the kind's. `not`: it is one that the kind is not. `genre`: only a genre's name stands there. `other`: it is
 * none of these.
 */
export type Sign = 'is' | 'not' | 'genre' | 'other';

export interface LeadPhrase {
  readonly sign: Sign;
  /** The words between the article ("a", "the") and the noun; with the noun where that is a genre's. */
  readonly words: readonly Word[];
}

export interface LeadNouns {
  readonly is: readonly string[];
  readonly not: readonly string[];
  readonly genres: readonly string[];
  /** What the subject may be besides, behind "and". */
  readonly relations: readonly string[];
}

/** The words of nouns in lower case, by the first of them. */
type Nouns = ReadonlyMap<string, readonly (readonly string[])[]>;

export type CompiledNouns = { readonly [List in keyof LeadNouns]: Nouns };

export function compileNouns({ is, not, genres, relations }: LeadNouns): CompiledNouns {
  return {
    is: byFirstWord(is),
    not: byFirstWord(not),
    genres: byFirstWord(genres),
    relations: byFirstWord(relations),
  };
}

function byFirstWord(nouns: readonly string[]): Nouns {
  const found = new Map<string, string[][]>();
  for (const noun of nouns) {
    const parts = noun.toLowerCase().split(' ');
    const [first = ''] = parts;
    found.set(first, [...(found.get(first) ?? []), parts]);
  }
  return found;
}

/** What stands behind a noun: the end of its phrase, the noun that it is a modifier of, or one that it is coordinated with. */
type Next = { readonly is: 'end' | 'compound' } | { readonly is: 'coordination'; readonly from: number };

const end: Next = { is: 'end' };
const compound: Next = { is: 'compound' };

/** How far the last noun of a list may be: "film, stage, radio and television actor". */
const longestList = 14;

export class NounPhrase {
  constructor(
    private readonly words: readonly Word[],
    private readonly nouns: CompiledNouns,
    private readonly table: LeadWords,
  ) {}

  /** What the phrase that begins with a word says. */
  read(from = 0): LeadPhrase {
    const { words } = this;
    let coordinated: { phrase: LeadPhrase; behind: number } | null = null;
    let at = from;
    for (; at < words.length && !this.isOver(at); at++) {
      if (this.lower(at) === '(') at = this.closing(at);
      const noun = this.nounAt(at);
      if (!noun) continue;
      const phrase = this.phraseOf(noun.sign, from, at, noun.size);
      const next = this.behind(at + noun.size);
      if (next.is === 'coordination') {
        coordinated ??= { phrase, behind: next.from };
        at = next.from - 1;
      } else if (next.is === 'end') {
        return coordinated ? joined(coordinated.phrase, phrase, at === coordinated.behind) : phrase;
      }
    }
    if (!coordinated) return { sign: 'other', words: words.slice(from, at) };
    // "A film and sequel to": no other thing.
    const { phrase, behind } = coordinated;
    if (phrase.sign === 'not' || this.isRelation(behind, at)) return phrase;
    return { sign: 'other', words: words.slice(from, at) };
  }

  private phraseOf(sign: Sign, from: number, at: number, size: number): LeadPhrase {
    return { sign, words: this.words.slice(from, sign === 'genre' ? at + size : at) };
  }

  private nounAt(at: number): { sign: Sign; size: number } | null {
    let found: { sign: Sign; size: number } | null = null;
    for (const sign of ['not', 'is', 'genre'] as const) {
      const size = this.longest(at, sign === 'genre' ? this.nouns.genres : this.nouns[sign]);
      if (size > (found?.size ?? 0)) found = { sign, size };
    }
    return found;
  }

  private longest(at: number, nouns: Nouns): number {
    let longest = 0;
    for (const parts of nouns.get(this.lower(at)) ?? []) {
      if (parts.length > longest && parts.every((part, i) => this.lower(at + i) === part))
        longest = parts.length;
    }
    return longest;
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
        const { is } = this.coordinated(joint);
        return is === 'coordination' ? { is, from: i === at ? joint : at } : end;
      }
      if (this.lower(i) === ',' && i > at) continue;
      if (this.isOver(i) || this.isVerb(i) || !/^[\p{L}\p{N}]/u.test(this.words[i]?.text ?? '')) return end;
      if (this.table.determiners.has(this.lower(i)) || /['’]s$/.test(this.lower(i))) return end;
    }
    return end;
  }

  /** Whether another noun without an article of its own follows a conjunction, or something else is said. */
  private coordinated(at: number): Next {
    if (this.table.determiners.has(this.lower(at))) {
      const { sign } = new NounPhrase(this.words.slice(0, at + longestList), this.nouns, this.table).read(
        at + 1,
      );
      return sign === 'not' ? { is: 'coordination', from: at + 1 } : end;
    }
    return this.isOver(at) || this.isPredicate(at) ? end : { is: 'coordination', from: at };
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
  private isRelation(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const size = this.longest(at, this.nouns.relations);
      if (size > 0 && this.behind(at + size).is === 'end') return true;
    }
    return false;
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

/** "A film and a novel" is both, and so none; in "a song and dance film" the song says of which sort it is. */
function joined(first: LeadPhrase, last: LeadPhrase, isNext: boolean): LeadPhrase {
  if (last.sign === 'not') return last;
  if (first.sign === 'not') return isNext ? first : last;
  return first.sign === 'genre' && last.sign === 'is' ? last : first;
}
