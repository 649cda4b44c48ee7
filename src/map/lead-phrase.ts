/**
 * Reads what the first sentence says that its subject is: in "X is a 1996 Hong Kong romantic drama film directed by Y"
 * the noun is "film" and the words before it tell when, where from and of which genre.
 */

export interface Word {
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  /** UTF-16 offsets in the paragraph. */
  readonly begin: number;
  readonly end: number;
}

export interface LeadPhrase {
  /** `is`: the noun is the kind's. `not`: it is one that the kind is not. `genre`: only a genre's name stands there. */
  readonly sign: 'is' | 'not' | 'genre';
  /** The words between the article ("a", "the") and the noun; with the noun where that is a genre's. */
  readonly words: readonly Word[];
}

export interface LeadNouns {
  readonly is: readonly string[];
  readonly not: readonly string[];
  readonly genres: readonly string[];
}

/** The words of nouns in lower case, by the first of them. */
type Nouns = ReadonlyMap<string, readonly (readonly string[])[]>;

export type CompiledNouns = { readonly [List in keyof LeadNouns]: Nouns };

export function compileNouns({ is, not, genres }: LeadNouns): CompiledNouns {
  return { is: byFirstWord(is), not: byFirstWord(not), genres: byFirstWord(genres) };
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

/** How far into the paragraph the sentence may say it, and how many words may stand before the noun. */
const reach = 1500;
const mostWords = 30;

const copula = /(?<![\p{L}\p{N}])(?:is|was|are|were)\s+(?:(?:an?|the)\s+|(?=\d))/gu;
const wordPattern =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’–/-]|\.(?=[\p{L}\p{N}]))*|[^\s\p{L}\p{N}]/gu;

/** Words behind which the sentence speaks of something else. */
const stops = new Set(
  'about after at based before by during for from in into of on set starring that to which who whose with where when'.split(
    ' ',
  ),
);
const followers = /^(?:and|as|or|but|is|was|made|shot|cut|[\p{Ll}-]+(?:ed|ing|en))$/u;

/** Null where the paragraph has no such sentence, or its nouns are none of the given. */
export function readLeadPhrase(paragraph: string, name: string, nouns: CompiledNouns): LeadPhrase | null {
  const from = paragraph.startsWith(name) ? name.length : 0;
  copula.lastIndex = from;
  const start = copula.exec(paragraph.slice(0, reach));
  if (!start) return null;
  const words = wordsFrom(paragraph, start.index + start[0].length);
  let genre: LeadPhrase | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (/^[.;!?:]$/.test(word.text) || stops.has(word.text)) break;
    if (nounAt(words, at, nouns.not) > 0) return { sign: 'not', words: words.slice(0, at) };
    if (nounAt(words, at, nouns.is) > 0) return { sign: 'is', words: words.slice(0, at) };
    const size = nounAt(words, at, nouns.genres);
    if (size > 0) genre = { sign: 'genre', words: words.slice(0, at + size) };
  }
  return genre;
}

function wordsFrom(paragraph: string, offset: number): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = offset;
  for (
    let match = wordPattern.exec(paragraph);
    match && words.length < mostWords;
    match = wordPattern.exec(paragraph)
  ) {
    const [text] = match;
    words.push({ text, lower: text.toLowerCase(), begin: match.index, end: wordPattern.lastIndex });
  }
  return words;
}

/**
 * How many words of the longest noun that stands at a place, or 0. It must be the head of its phrase: in "film
 * director" there is no film.
 */
function nounAt(words: readonly Word[], at: number, nouns: Nouns): number {
  const candidates = nouns.get((words[at] as Word).lower) ?? [];
  let longest = 0;
  for (const parts of candidates) {
    if (parts.length <= longest) continue;
    const stands = parts.every((part, i) => words[at + i]?.lower === part);
    if (stands && endsPhrase(words[at + parts.length])) longest = parts.length;
  }
  return longest;
}

function endsPhrase(next: Word | undefined): boolean {
  return (
    next === undefined ||
    !/^[\p{L}\p{N}"“‘]/u.test(next.text) ||
    stops.has(next.text) ||
    followers.test(next.text)
  );
}
