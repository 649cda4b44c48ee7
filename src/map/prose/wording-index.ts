/** Finds the wordings whose words a sentence has: a grammar has hundreds, and a sentence the words of a few. */
import type { Word } from './word.js';

/** What a wording needs of a sentence. */
export interface Needs {
  /** Words of which one stands in every sentence that it fits. */
  readonly anchors: readonly string[];
  /** Sets of words of each of which one stands there, by the numbers of the words. */
  readonly requires: readonly (readonly number[])[];
}

export class WordingIndex<Wording extends Needs> {
  /** The numbers of the words that wordings require. */
  readonly numbers = new Map<string, number>();
  private readonly wordings: Wording[] = [];
  /** Indices of the wordings that need one of several words, by the number of each of these. */
  private readonly byAnchor: number[][] = [];
  /** Which words the last sentence has, and which wordings were met in it: 1 by their numbers. */
  private said = new Uint8Array(0);
  private met = new Uint8Array(0);

  numberOf(word: string): number {
    const number = this.numbers.get(word) ?? this.numbers.size;
    this.numbers.set(word, number);
    return number;
  }

  /** Wordings are found in the order in which they were added. */
  add(wording: Wording): void {
    for (const anchor of wording.anchors) {
      const number = this.numberOf(anchor);
      const known = this.byAnchor[number];
      if (known) known.push(this.wordings.length);
      else this.byAnchor[number] = [this.wordings.length];
    }
    this.wordings.push(wording);
  }

  /** The wordings that may fit a sentence. */
  find(words: readonly Word[]): readonly Wording[] {
    const numbers = this.mark(words);
    if (this.met.length < this.wordings.length) this.met = new Uint8Array(this.wordings.length);
    const found: number[] = [];
    for (const number of numbers) {
      for (const index of this.byAnchor[number] ?? []) {
        if (this.met[index] === 1 || !this.hasAll(this.wordings[index] as Wording)) continue;
        this.met[index] = 1;
        found.push(index);
      }
    }
    for (const index of found) this.met[index] = 0;
    for (const number of numbers) this.said[number] = 0;
    if (found.length > 1) found.sort((a, b) => a - b);
    return found.map((index) => this.wordings[index] as Wording);
  }

  /** Those of some wordings that may fit a sentence; they need not be in the index. */
  among(wordings: readonly Wording[], words: readonly Word[]): readonly Wording[] {
    const numbers = this.mark(words);
    const found = wordings.filter((wording) => this.hasAll(wording));
    for (const number of numbers) this.said[number] = 0;
    return found;
  }

  /** @returns the numbers of those words that are known, each once */
  private mark(words: readonly Word[]): number[] {
    if (this.said.length < this.numbers.size) this.said = new Uint8Array(this.numbers.size);
    const numbers: number[] = [];
    for (const { lower } of words) {
      const number = this.numbers.get(lower);
      if (number === undefined || this.said[number] === 1) continue;
      this.said[number] = 1;
      numbers.push(number);
    }
    return numbers;
  }

  /** Whether the marked words are all that a wording must have. */
  private hasAll({ requires }: Needs): boolean {
    for (const words of requires) if (!this.hasAny(words)) return false;
    return true;
  }

  private hasAny(words: readonly number[]): boolean {
    for (const word of words) if (this.said[word] === 1) return true;
    return false;
  }
}
