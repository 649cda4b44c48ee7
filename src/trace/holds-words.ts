import type { Token, Word } from './token.js';

/** How many beginnings of a text are followed at a time; only markup without end has more. */
const mostBeginnings = 200;

/** How far words that may stand in any order lead at a time, in places. */
const mostLed = 1000;

/** Longest word whose parts are looked for among words that may stand in any order. */
const longestWord = 60;

/**
 * Whether words stand among tokens one behind the other: each visible word between the first and the last is one of them,
 * and nothing but markup is passed over. Markup may stand inside a word.
 */
export function holdsWords(tokens: readonly Token[], words: readonly string[]): boolean {
  const wanted = new Wanted(words);
  /** How many characters of the words stand before the place that is looked at. */
  let reached: readonly number[] = [];
  for (const token of tokens) {
    const next = new Set('word' in token && !token.isHidden ? [] : reached);
    for (const at of [...reached, 0]) {
      if ('word' in token) wanted.takeWord(at, token, next);
      else wanted.takeAdded(at, token.added, next);
    }
    if (next.has(wanted.length)) return true;
    reached = mostAdvanced(next);
  }
  return wanted.length === 0;
}

function mostAdvanced(next: ReadonlySet<number>): readonly number[] {
  const all = [...next];
  return all.length > mostBeginnings ? all.sort((a, b) => b - a).slice(0, mostBeginnings) : all;
}

/** Words, one behind the other, as the places between their characters. */
class Wanted {
  readonly length: number;
  private readonly text: string;
  /** Where the word ends that a place is in, or before. */
  private readonly ends: Uint32Array;

  constructor(words: readonly string[]) {
    this.text = words.join('');
    this.length = this.text.length;
    this.ends = new Uint32Array(this.length + 1);
    let at = 0;
    for (const word of words) {
      this.ends.fill(at + word.length, at, at + word.length);
      at += word.length;
    }
  }

  /** Adds the place behind a word, where it stands at a place. */
  takeWord(at: number, { word, joins }: Word, next: Set<number>): void {
    const isInside = at > 0 && this.ends[at - 1] !== at;
    if (isInside && !joins) return;
    if (at + word.length <= (this.ends[at] as number) && this.text.startsWith(word, at))
      next.add(at + word.length);
  }

  /** Adds all places that words of a set lead to from a place. */
  takeAdded(from: number, added: ReadonlySet<string>, next: Set<number>): void {
    const waiting = [from];
    for (let at = waiting.pop(); at !== undefined && next.size < mostLed; at = waiting.pop()) {
      const end = Math.min(this.ends[at] as number, at + longestWord);
      for (let to = at + 1; to <= end; to++) {
        if (next.has(to) || !added.has(this.text.slice(at, to))) continue;
        next.add(to);
        waiting.push(to);
      }
    }
  }
}
