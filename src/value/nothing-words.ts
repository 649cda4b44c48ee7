/** The table of words that name nothing, in the form in which they are compared. */

/** What the table says, each word as `bareWords` gives it. */
export interface NothingWords {
  /** Whether texts that were asked for name nothing: names come again and again. How many are remembered is bounded. */
  readonly known: Map<string, boolean>;
  readonly words: ReadonlySet<string>;
  /** The first word of each of several that name nothing. */
  readonly beginnings: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  /** Titles of pages that are about having none. */
  readonly pages: ReadonlySet<string>;
  /** How names of files end, behind their last point. */
  readonly files: ReadonlySet<string>;
}

/** Lower case, without what may stand around and between words without changing what they name. */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<[^<>]*>|\[[^[\]]*\]|\([^()]*\)/g, ' ')
    .replace(/["“”„«»‹›‘’*_.,:;!†‡§]|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, '')
    .replace(/[\p{Pd}\s]+/gu, ' ')
    .trim()
    .replace(leading, '');
}

/** Words that may stand before others that name nothing. */
const leadingWords = ['and', 'or', 'plus', 'by', 'with'];

const leading = new RegExp(`^(?:(?:${leadingWords.join('|')}|&)\\s)+`);

export function compileNothing(entries: {
  readonly words: readonly string[];
  readonly counts: readonly string[];
  readonly counted: readonly string[];
  readonly pages?: readonly string[] | undefined;
  readonly files?: readonly string[] | undefined;
}): NothingWords {
  const bare = (words: readonly string[]): Set<string> => new Set(words.map(bareWords));
  const words = bare(entries.words);
  const counts = bare(entries.counts);
  const firstOf = (phrase: string): string[] => (phrase.includes(' ') ? phrase.split(' ', 1) : []);
  return {
    known: new Map(),
    words,
    beginnings: new Set([...[...words].flatMap(firstOf), ...counts, ...leadingWords]),
    counts,
    counted: bare(entries.counted),
    pages: new Set(entries.pages ?? []),
    files: new Set(entries.files ?? []),
  };
}
