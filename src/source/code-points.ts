import { firstIndex } from '../first-index.js';

/** Offsets of the first halves of surrogate pairs: most texts have none, and few have many. */
export function surrogatePairs(text: string): number[] {
  const found: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) found.push(index);
  return found;
}

/** A text whose parts are asked for by code points, as spans count, and not by the UTF-16 units of strings. */
export class CodePointText {
  /** Length in code points. */
  readonly length: number;
  private readonly pairs: readonly number[];

  constructor(readonly text: string) {
    this.pairs = surrogatePairs(text);
    this.length = text.length - this.pairs.length;
  }

  /** What stands from code point `begin` up to `end`. */
  slice(begin: number, end: number): string {
    return this.text.slice(this.offset(begin), this.offset(end));
  }

  /** Offset of a code point in UTF-16 units. */
  offset(codePoint: number): number {
    const { pairs } = this;
    // Of the pairs before it each counts twice; the pair of number `at` is code point `pairs[at] - at`.
    return codePoint + firstIndex(pairs.length, (at) => (pairs[at] as number) - at < codePoint);
  }
}
