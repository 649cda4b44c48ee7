import type { Span, Text } from '../article.js';

/** A line of the source: UTF-16 offsets of its text without the line ending. */
export interface Line {
  readonly begin: number;
  readonly end: number;
}

/**
 * Knows where every character of a source stands. Readers work with UTF-16 offsets, as strings do; spans count
 * code points, as RFC 5147 does (https://www.rfc-editor.org/rfc/rfc5147#section-2.1.1).
 */
export class Locator {
  readonly lines: readonly Line[];
  private readonly pairs: readonly number[];

  constructor(readonly source: string) {
    this.lines = splitLines(source);
    this.pairs = surrogatePairs(source);
  }

  /** Span of `source.slice(begin, end)`. */
  span(begin: number, end: number): Span {
    const line = lastAtOrBelow(this.lines.length, (i) => (this.lines[i] as Line).begin, begin);
    const lineBegin = this.codePoint(this.lines[line]?.begin ?? 0);
    const at = this.codePoint(begin);
    return { begin: at, end: this.codePoint(end), line: line + 1, column: at - lineBegin + 1 };
  }

  /** The words between two offsets, white space at both ends left out. */
  text(begin: number, end: number): Text {
    const [from, to] = this.trimmed(begin, end);
    return { type: 'text', value: this.source.slice(from, to), span: this.span(from, to) };
  }

  /** Span of what stands between two offsets, white space at both ends left out. */
  trimmedSpan(begin: number, end: number): Span {
    return this.span(...this.trimmed(begin, end));
  }

  private trimmed(begin: number, end: number): [number, number] {
    let from = begin;
    let to = end;
    while (from < to && isSpace(this.source, from)) from++;
    while (to > from && isSpace(this.source, to - 1)) to--;
    return [from, to];
  }

  private codePoint(offset: number): number {
    return offset - (lastAtOrBelow(this.pairs.length, (i) => this.pairs[i] as number, offset - 1) + 1);
  }
}

export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(text.charAt(at)));
}

/** Lines end with LF, CRLF or CR. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const ending = /\r\n|\r|\n/g;
  let begin = 0;
  for (let match = ending.exec(text); match; match = ending.exec(text)) {
    lines.push({ begin, end: match.index });
    begin = ending.lastIndex;
  }
  lines.push({ begin, end: text.length });
  return lines;
}

/** Offsets of the first halves of surrogate pairs. */
function surrogatePairs(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) found.push(match.index);
  return found;
}

/** Index of the last of `size` ascending values that is at most `wanted`, or -1. */
function lastAtOrBelow(size: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
