import type { Span, Text } from '../article.js';
import { stretchesOf } from '../article.js';
import { CodePointText } from '../source/code-points.js';

/** What became of characters; of several the greatest counts. */
export const fates = { lost: 0, hidden: 1, shown: 2, reported: 3, kept: 4, fact: 5 } as const;

/** Paints the characters of a source with what became of them. */
export class Painter {
  readonly fate: Uint8Array;
  /** Number of the rule that hides a character, in `rules`. */
  readonly rule: Uint32Array;
  readonly rules: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly codePoints: CodePointText;

  constructor(readonly text: string) {
    this.fate = new Uint8Array(text.length);
    this.rule = new Uint32Array(text.length);
    this.codePoints = new CodePointText(text);
  }

  hide(begin: number, end: number, name: string): void {
    const number = this.numbers.get(name) ?? this.rules.push(name) - 1;
    this.numbers.set(name, number);
    for (let at = begin; at < end; at++) {
      if (this.fate[at] !== fates.lost) continue;
      this.fate[at] = fates.hidden;
      this.rule[at] = number;
    }
  }

  /** What a text shows is not hidden, whatever else hides it; it must still become of it what becomes of words. */
  show(begin: number, end: number): void {
    this.fate.fill(fates.shown, begin, end);
  }

  /** A whole text is kept, as far as it is shown. */
  keep(text: Text): void {
    for (const { span } of stretchesOf(text)) this.raise(...this.range(span), fates.kept);
  }

  /** The part of a text that a place holds. */
  keepSpan(text: Text, place: Span): void {
    const [from, to] = this.range(place);
    for (const { span } of stretchesOf(text)) {
      const [begin, end] = this.range(span);
      this.raise(Math.max(begin, from), Math.min(end, to), fates.kept);
    }
  }

  /** Facts, and problems that tell of words, are about what is shown. */
  raise(begin: number, end: number, fate: number): void {
    for (let at = begin; at < end; at++) {
      const old = this.fate[at] as number;
      if (old >= fates.shown && old < fate) this.fate[at] = fate;
    }
  }

  /** Words that a rule leaves out of texts, or out of what is stated of them. */
  leaveOut(begin: number, end: number, name: string): void {
    for (let at = begin; at < end; at++) {
      if (this.fate[at] === fates.shown) this.fate[at] = fates.lost;
      this.hide(at, at + 1, name);
    }
  }

  isHiddenBy(name: string, begin: number, end: number): boolean {
    const number = this.numbers.get(name);
    for (let at = begin; at < end; at++)
      if (this.fate[at] !== fates.hidden || this.rule[at] !== number) return false;
    return true;
  }

  /** A problem tells of words that are not shown. */
  report(begin: number, end: number): void {
    for (let at = begin; at < end; at++) if (this.fate[at] === fates.lost) this.fate[at] = fates.reported;
  }

  /** UTF-16 offsets of a span. */
  range({ begin, end }: Span): [number, number] {
    return [this.codePoints.offset(begin), this.codePoints.offset(end)];
  }
}
