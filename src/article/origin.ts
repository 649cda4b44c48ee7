import type { Span } from './span.js';

/** Gives the span of a stretch of the source, in UTF-16 offsets. */
export interface SpanFinder {
  span(begin: number, end: number): Span;
  /** The span of the link around a stretch, with its target and marks; that of the stretch where there is none. */
  linkSpan(begin: number, end: number): Span;
}

/** A stretch of a text, in UTF-16 offsets, and where its words stand. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly span: Span;
  /** Whether the words are the source's own, character by character; else all of them stand for all of the span. */
  readonly isOwn: boolean;
}

/** Numbers a mark has in `Origin`. */
const size = 3;

/**
 * Where the words of a text stand in the source, when markup stands between or behind them.
 *
 * Marks are numbers in threes: the offset in the text from which they hold, where that stands in the source, and where
 * its source ends, or -1 where the text is the source's own, character by character. What a template made of its
 * parameters stands for all of them: any part of it has their whole span.
 */
export class Origin {
  constructor(
    private readonly finder: SpanFinder,
    private readonly marks: readonly number[],
    /** Offset of the text in the text that the marks count in. */
    private readonly offset = 0,
  ) {}

  /** The stretch of the source behind a part of the text; empty where the part is. */
  span(begin: number, end: number): Span {
    const [first, last] = [this.markAt(begin), this.markAt(Math.max(begin, end - 1))];
    const from = this.source(first, begin, false);
    if (begin >= end) return this.finder.span(from, from);
    let [spanBegin, spanEnd] = [from, this.source(last, end, true)];
    // What a template made stands for all of it, on both sides of its parameters.
    for (let mark = first; mark <= last; mark += size) {
      const madeEnd = this.marks[mark + 2] as number;
      if (madeEnd < 0) continue;
      spanBegin = Math.min(spanBegin, this.marks[mark + 1] as number);
      spanEnd = Math.max(spanEnd, madeEnd);
    }
    return this.finder.span(spanBegin, spanEnd);
  }

  /** The stretch of the source that is the link around a part of the text. */
  linkSpan(begin: number, end: number): Span {
    const [first, last] = [this.markAt(begin), this.markAt(Math.max(begin, end - 1))];
    return this.finder.linkSpan(this.source(first, begin, false), this.source(last, end, true));
  }

  /** The origin of the part of the text that begins at an offset. */
  from(begin: number): Origin {
    return new Origin(this.finder, this.marks, this.offset + begin);
  }

  /** The stretches of a text of some length, one after the other. */
  *stretches(length: number): Generator<Stretch> {
    let begin = 0;
    for (let mark = this.markAt(0); begin < length; mark += size) {
      const next = this.marks[mark + size];
      const end = next === undefined ? length : Math.min(next - this.offset, length);
      if (end <= begin) continue;
      const isOwn = (this.marks[mark + 2] as number) < 0;
      const from = this.source(mark, begin, false);
      yield { begin, end, span: this.finder.span(from, this.source(mark, end, true)), isOwn };
      begin = end;
    }
  }

  /** It belongs to a text and is no part of its JSON form. */
  toJSON(): undefined {
    return undefined;
  }

  private source(mark: number, at: number, isEnd: boolean): number {
    const sourceEnd = this.marks[mark + 2] as number;
    const sourceBegin = this.marks[mark + 1] as number;
    if (sourceEnd >= 0) return isEnd ? sourceEnd : sourceBegin;
    return sourceBegin + at + this.offset - (this.marks[mark] as number);
  }

  /** Index of the last mark at or before an offset. */
  private markAt(offset: number): number {
    const at = offset + this.offset;
    let low = 0;
    let high = this.marks.length / size;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.marks[middle * size] as number) <= at) low = middle;
      else high = middle;
    }
    return low * size;
  }
}
