/** Finds the wordings whose words a sentence has: a grammar has hundreds, and a sentence the words of a few. */
import type { Word } from './word.js';

/** What a wording needs of a sentence. */
export interface Needs {
  /** Words of which one stands in every sentence that it fits. */
  readonly anchors: readonly string[];
  /** Sets of words of each of which one stands there, by their numbers. */
  readonly requires: readonly number[];
}

/** A wording that a sentence has the words of. */
export interface Candidate<Wording> {
  readonly wording: Wording;
  /** Index of the last word that it may begin with: behind that, words that it needs are missing. */
  readonly last: number;
}

export class WordingIndex<Wording extends Needs> {
  /** The numbers of the words that wordings require. */
  readonly numbers = new Map<string, number>();
  private readonly wordings: Wording[] = [];
  /** Indices of the wordings that need one of several words, by the number of each of these. */
  private readonly byAnchor: number[][] = [];
  /** Sets of words; wordings share most of them. */
  private readonly sets: WordSet[] = [];
  private readonly known = new Map<string, number>();
  /** The numbers of the words of the last sentence that have one, and where they stand. */
  private readonly said: number[] = [];
  private readonly places: number[] = [];
  /** In which sentence each set was asked for last, and each wording found, by numbers that count the sentences without end. */
  private sentence = 0;
  private asked = new Float64Array(0);
  private met = new Float64Array(0);
  /** Where the last word of each set stands in that sentence, or -1. */
  private lasts = new Int32Array(0);

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(word, number);
    this.byAnchor.push([]);
    return number;
  }

  /** The number of a set of words. */
  setOf(words: readonly string[]): number {
    const numbers = words.map((word) => this.numberOf(word));
    const key = numbers.join(' ');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const set = this.sets.length;
    this.known.set(key, set);
    this.sets.push({ numbers, has: null });
    return set;
  }

  /** The numbers of the words that a wording requires, of one set or another. */
  wordsOf({ requires }: Needs): readonly number[] {
    return requires.flatMap((set) => (this.sets[set] as WordSet).numbers);
  }

  /** The numbers of the words of a sentence, of each that none has -1. */
  numbersOf(words: readonly Word[]): Int32Array {
    const found = new Int32Array(words.length);
    for (let at = 0; at < words.length; at++) found[at] = this.numbers.get((words[at] as Word).lower) ?? -1;
    return found;
  }

  /** Wordings are found in the order in which they were added. */
  add(wording: Wording): void {
    for (const anchor of wording.anchors) this.byAnchor[this.numberOf(anchor)]?.push(this.wordings.length);
    this.wordings.push(wording);
  }

  /**
   * The wordings that may fit a sentence.
   *
   * @param words their numbers
   */
  find(words: Int32Array): readonly Candidate<Wording>[] {
    this.begin(words);
    const found: number[] = [];
    for (const number of this.said) {
      for (const index of this.byAnchor[number] as number[]) {
        if (this.met[index] === this.sentence || !this.hasAll(this.wordings[index] as Wording)) continue;
        this.met[index] = this.sentence;
        found.push(index);
      }
    }
    if (found.length > 1) found.sort((a, b) => a - b);
    const fitting: Candidate<Wording>[] = [];
    for (const index of found) fitting.push(this.candidate(this.wordings[index] as Wording, words));
    return fitting;
  }

  /** Those of some wordings that may fit a sentence; they need not be in the index. */
  among(wordings: readonly Wording[], words: Int32Array): readonly Candidate<Wording>[] {
    this.begin(words);
    return wordings.flatMap((wording) => (this.hasAll(wording) ? [this.candidate(wording, words)] : []));
  }

  private candidate(wording: Wording, { length }: Int32Array): Candidate<Wording> {
    let last = length - 1;
    for (const set of wording.requires) last = Math.min(last, this.lastOf(set));
    return { wording, last };
  }

  private begin(words: Int32Array): void {
    this.sentence++;
    if (this.met.length < this.wordings.length) this.met = new Float64Array(this.wordings.length);
    if (this.asked.length < this.sets.length) {
      this.asked = new Float64Array(this.sets.length);
      this.lasts = new Int32Array(this.sets.length);
    }
    this.said.length = 0;
    this.places.length = 0;
    for (let at = 0; at < words.length; at++) {
      const number = words[at] as number;
      if (number < 0) continue;
      this.said.push(number);
      this.places.push(at);
    }
  }

  /** Whether the sentence has all that a wording needs. */
  private hasAll({ requires }: Needs): boolean {
    for (const set of requires) if (this.lastOf(set) < 0) return false;
    return true;
  }

  /** Where the last of a set's words stands in the sentence, or -1. */
  private lastOf(set: number): number {
    if (this.asked[set] === this.sentence) return this.lasts[set] as number;
    const has = this.membersOf(this.sets[set] as WordSet);
    let at = this.said.length - 1;
    while (at >= 0 && has[this.said[at] as number] !== 1) at--;
    const last = at < 0 ? -1 : (this.places[at] as number);
    this.asked[set] = this.sentence;
    this.lasts[set] = last;
    return last;
  }

  private membersOf(set: WordSet): Uint8Array {
    if (set.has) return set.has;
    set.has = new Uint8Array(this.numbers.size);
    for (const number of set.numbers) set.has[number] = 1;
    return set.has;
  }
}

interface WordSet {
  readonly numbers: readonly number[];
  /** 1 by the number of each of its words; made when it is asked for, as few sets are. */
  has: Uint8Array | null;
}
