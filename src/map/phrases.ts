/** Phrases, each with what it means; the longest that begins or ends somewhere is found by a lookup a word. */
export class Phrases<Meaning> {
  private readonly meanings = new Map<string, Meaning>();
  /** How many words the longest has, by its first and by its last word. */
  private readonly sizes = new Map<string, number>();
  private readonly endSizes = new Map<string, number>();

  constructor(entries: Iterable<readonly [phrase: string, meaning: Meaning]>) {
    for (const [phrase, meaning] of entries) {
      const words = phrase.split(' ');
      this.meanings.set(phrase, meaning);
      grow(this.sizes, words[0], words.length);
      grow(this.endSizes, words.at(-1), words.length);
    }
  }

  get(phrase: string): Meaning | undefined {
    return this.meanings.get(phrase);
  }

  /** Of the phrases that begin with the word at an index, the longest. */
  longestAt(
    at: number,
    wordAt: (index: number) => string,
  ): { readonly meaning: Meaning; readonly size: number } | null {
    const first = wordAt(at);
    for (let size = this.sizes.get(first) ?? 0; size > 0; size--) {
      let phrase = first;
      for (let i = 1; i < size; i++) phrase += ` ${wordAt(at + i)}`;
      const meaning = this.meanings.get(phrase);
      if (meaning !== undefined) return { meaning, size };
    }
    return null;
  }

  /** Of the phrases with which words end, the longest. */
  longestEnd(words: readonly string[]): Meaning | null {
    const most = this.endSizes.get(words.at(-1) ?? '') ?? 0;
    for (let size = Math.min(most, words.length); size > 0; size--) {
      const meaning = this.meanings.get(words.slice(-size).join(' '));
      if (meaning !== undefined) return meaning;
    }
    return null;
  }
}

function grow(sizes: Map<string, number>, word: string | undefined, size: number): void {
  if (word !== undefined) sizes.set(word, Math.max(size, sizes.get(word) ?? 0));
}
