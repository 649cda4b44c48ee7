/** Words that stand where a name should and name nobody, nothing and nowhere: `Various`, `TBA`, `Himself`, `–`. */
import type { ValueTables } from './tables.js';

/** What the table says, each word as `bareWords` gives it. */
export interface NothingWords {
  readonly words: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
}

/** Longer than any such words with a note beside them. */
const longest = 200;

/** Whether a text names nothing. A number names nothing, either: `producer = 3`. */
export function namesNothing(text: string, { nothing }: Pick<ValueTables, 'nothing'>): boolean {
  if (text.length > longest) return false;
  const words = bareWords(text);
  if (!/\p{L}/u.test(words)) return true;
  if (nothing.words.has(words) || nothing.words.has(singular(words))) return true;
  const parts = words.split(' ');
  const [first = ''] = parts;
  return (
    parts.length > 1 &&
    nothing.counts.has(first) &&
    // "various other artists", "several production companies"
    parts.some((_, i) => i > 0 && i < 3 && isCounted(parts.slice(i).join(' '), nothing))
  );
}

function isCounted(words: string, { counted }: NothingWords): boolean {
  return counted.has(words) || counted.has(singular(words));
}

function singular(words: string): string {
  return words.endsWith('s') ? words.slice(0, -1) : words;
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
    .replace(/^(?:(?:and|or|plus|by|with|&)\s)+/, '');
}

export function compileNothing(entries: {
  readonly words: readonly string[];
  readonly counts: readonly string[];
  readonly counted: readonly string[];
}): NothingWords {
  const bare = (words: readonly string[]): Set<string> => new Set(words.map(bareWords));
  return { words: bare(entries.words), counts: bare(entries.counts), counted: bare(entries.counted) };
}
