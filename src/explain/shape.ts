/** The shape of words: what is the same in sentences, items and rows that say the same of other things. */
import type { Word } from '../map/prose/word.js';

/**
 * @param kept words that are kept as they are; all others, but for names, numbers and signs, are one `…`
 * @param isQuoted whether a word stands in a quotation
 */
export function shapeOf(
  words: readonly Word[],
  kept: (word: string) => boolean,
  isQuoted: (word: Word) => boolean,
): string[] {
  const shape: string[] = [];
  for (const word of words) {
    const sign = isQuoted(word) ? '“”' : signOf(word, kept);
    if (shape.at(-1) !== sign) shape.push(sign);
  }
  return shape;
}

function signOf({ text, lower }: Word, kept: (word: string) => boolean): string {
  if (/^\d/.test(text)) return '0';
  if (kept(lower)) return lower;
  if (/^\p{Lu}/u.test(text)) return 'Name';
  return /^\p{L}/u.test(text) ? '…' : text;
}
