/** Where the words of a text stand: from offsets in the text to offsets in the source, and back. */
import type { Text } from '../article.js';
import { codePoints, stretchesOf } from '../article.js';

/** Part of a text, in UTF-16 units of its value, and where it stands in the source, in code points. */
export interface Placed {
  readonly begin: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** Whether its characters are the source's, one by one; else each of them stands for all of the source's. */
  readonly isOwn: boolean;
}

export function placedStretches(text: Text): Placed[] {
  return Array.from(stretchesOf(text), ({ begin, end, span, isOwn }) => ({
    begin,
    end,
    from: span.begin,
    to: span.end,
    isOwn,
  }));
}

/** Cuts the stretches of a text into those of its parts, which are asked for in their order. */
export class StretchCutter {
  private next = 0;
  private rest: Placed | undefined;

  constructor(
    private readonly value: string,
    private readonly stretches: readonly Placed[],
  ) {
    this.rest = stretches[0];
  }

  take(begin: number, end: number): Placed[] {
    this.until(begin);
    return this.until(end);
  }

  private until(end: number): Placed[] {
    const taken: Placed[] = [];
    while (this.rest && this.rest.begin < end) {
      const { rest } = this;
      if (rest.end > end) {
        const middle = rest.isOwn ? rest.from + codePoints(this.value.slice(rest.begin, end)) : rest.to;
        taken.push({ ...rest, end, to: middle });
        this.rest = { ...rest, begin: end, from: rest.isOwn ? middle : rest.from };
        break;
      }
      taken.push(rest);
      this.next++;
      this.rest = this.stretches[this.next];
    }
    return taken;
  }
}

/** The words of a stretch that stand between two offsets of the source, as offsets in the text. */
export function wordsBetween(
  value: string,
  stretch: Placed,
  from: number,
  to: number,
): { readonly begin: number; readonly end: number } {
  if (!stretch.isOwn) return stretch;
  return {
    begin: from <= stretch.from ? stretch.begin : offsetAt(value, stretch, from),
    end: to >= stretch.to ? stretch.end : offsetAt(value, stretch, to),
  };
}

function offsetAt(value: string, { begin, end, from, to }: Placed, at: number): number {
  // Without characters of two units, one is as good as the other.
  if (end - begin === to - from) return begin + at - from;
  let offset = begin;
  for (let left = at - from; left > 0 && offset < end; left--)
    offset += (value.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  return offset;
}
