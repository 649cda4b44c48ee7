/** Words and runs of words that stand somewhere in a sentence. */
import type { Word } from './word.js';

export class Phrases {
  private readonly byFirst = new Map<string, string[][]>();

  /** @param phrases in any case; words of one are parted by blanks */
  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = phrase.toLowerCase().split(' ');
      const [first = ''] = words;
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), words]);
    }
  }

  /** Whether one begins with a word. */
  standsAt(words: readonly Word[], at: number): boolean {
    const phrases = this.byFirst.get(words[at]?.lower ?? '');
    return phrases?.some((phrase) => phrase.every((word, i) => words[at + i]?.lower === word)) === true;
  }
}
