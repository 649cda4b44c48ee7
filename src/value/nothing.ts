/** Words that stand where a name should and name nobody, nothing and nowhere: `Various`, `TBA`, `Himself`, `–`. */
import { ownCopy } from '../source.js';
import type { NothingWords } from './nothing-words.js';
import { bareWords } from './nothing-words.js';
import { singulars } from './singular.js';
import type { ValueTables } from './tables.js';

/** Longer than any such words with a note beside them. */
const longest = 200;

/** Whether a text names nothing. A number names nothing, either: `producer = 3`. */
export function namesNothing(text: string, { nothing }: Pick<ValueTables, 'nothing'>): boolean {
  if (text.length > longest || beginsAsName(text, nothing)) return false;
  const known = nothing.known.get(text);
  if (known !== undefined) return known;
  const found = isNothing(bareWords(text), nothing);
  if (nothing.known.size >= mostKnown) nothing.known.clear();
  nothing.known.set(ownCopy(text), found);
  return found;
}

/** Most names are of two words or more, of which the first tells at once that they are no such words. */
function beginsAsName(text: string, { beginnings }: NothingWords): boolean {
  return severalWords.test(text) && !beginnings.has(text.slice(0, text.indexOf(' ')).toLowerCase());
}

const severalWords = /^[A-Za-z]+ [A-Za-z0-9][^<[(]*$/;

const mostKnown = 20_000;

function isNothing(words: string, nothing: NothingWords): boolean {
  if (!/\p{L}/u.test(words)) return true;
  if (isAnyOf(nothing.words, words)) return true;
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
  return isAnyOf(counted, words);
}

function isAnyOf(known: ReadonlySet<string>, words: string): boolean {
  return known.has(words) || singulars(words).some((form) => known.has(form));
}
