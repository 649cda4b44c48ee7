import { firstIndex } from '../first-index.js';
import type { PartWords } from './units.js';

/** Finds the part that an offset of the source lies in. */
export class PartFinder {
  /** By where they begin. Categories are left out: they may stand anywhere, and other parts between them. */
  private readonly parts: readonly PartWords[];
  /** The furthest that any part up to each one reaches. */
  private readonly reach: readonly number[];

  constructor(parts: readonly PartWords[]) {
    const inOrder = parts.filter(({ type }) => type !== 'categories');
    this.parts = inOrder.sort((a, b) => a.span.begin - b.span.begin);
    let furthest = 0;
    this.reach = this.parts.map(({ span }) => {
      furthest = Math.max(furthest, span.end);
      return furthest;
    });
  }

  /** The innermost: an infobox may stand inside another. Null where it lies in none. */
  at(offset: number): PartWords | null {
    for (let i = this.lastBegun(offset); i >= 0 && (this.reach[i] as number) >= offset; i--) {
      const part = this.parts[i] as PartWords;
      if (part.span.end >= offset) return part;
    }
    return null;
  }

  private lastBegun(offset: number): number {
    const { parts } = this;
    return firstIndex(parts.length, (at) => (parts[at] as PartWords).span.begin <= offset) - 1;
  }
}
