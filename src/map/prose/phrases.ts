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
    return this.endAt(words, at) > 0;
  }

  /** Index behind the first of the phrases that begins with a word, or 0. */
  endAt(words: readonly Word[], at: number): number {
    const first = words[at];
    const phrases = first && this.byFirst.get(first.lower);
    if (!phrases) return 0;
    for (const phrase of phrases) if (isAt(words, at, phrase)) return at + phrase.length;
    return 0;
  }
}

function isAt(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  for (let i = 1; i < phrase.length; i++) if (words[at + i]?.lower !== phrase[i]) return false;
  return true;
}
