import type { Span, Text } from '../article.js';
import type { Units } from './units.js';
import { surrogatePairs, unitsOf } from './units.js';

/** As many lines are gone on one by one; to a line farther away there is a shorter way. */
const fewLines = 8;

/** A line of the source: UTF-16 offsets of its text without the line ending. */
export interface Line {
  readonly begin: number;
  readonly end: number;
  /** Offset of its first character that is seen, or its end. */
  readonly ink?: number;
}

const [opening, closing, lineFeed] = [0x5b, 0x5d, 0x0a];

/** Longest title that a link leads to and what marks it, in UTF-16 units. */
const longestTarget = 1000;

/**
 * Where the mark of a link stands that opens before its words, and where that ends which closes behind them; -1 if there is
 * none.
 */
const linkMarks: readonly {
  readonly openIn: (before: string) => number;
  readonly closeIn: (behind: string) => number;
}[] = [
  {
    openIn(before) {
      const at = before.lastIndexOf('[[');
      const open = at > 0 && before.charAt(at - 1) === '[' ? at - 1 : at;
      return open < 0 || before.includes(']]', open + 2) ? -1 : open;
    },
    closeIn(behind) {
      const close = markupEnd(behind);
      return behind.startsWith(']]', close) ? close + 2 : -1;
    },
  },
  {
    openIn(before) {
      const open = before.lastIndexOf('[');
      return open >= 0 && before.indexOf(']', open) < 0 && /^\[\S+\s/.test(before.slice(open)) ? open : -1;
    },
    closeIn: (behind) => (behind.startsWith(']') ? 1 : -1),
  },
  {
    openIn(before) {
      const open = before.lastIndexOf('{{');
      const bar = before.lastIndexOf('|');
      return open < 0 || bar < open || before.includes('}}', open) || /[{}]/.test(before.slice(bar))
        ? -1
        : open;
    },
    closeIn: (behind) => (/^[^{}]*\}\}/.exec(behind)?.[0] ?? '').length || -1,
  },
];

/** Where the marks end that close behind the last word of a link and inside of it: of italics, templates and tags. */
function markupEnd(behind: string): number {
  const marks = /'{2,}|\s|<\/[a-z]+>|\|[^[\]{}]*\}\}|\}\}|\}-/iy;
  let end = 0;
  while (marks.test(behind)) end = marks.lastIndex;
  return end;
}

/**
 * Knows where every character of a source stands. Readers work with UTF-16 offsets, as strings do; spans count
 * code points, as RFC 5147 does (https://www.rfc-editor.org/rfc/rfc5147#section-2.1.1).
 */
export class Locator {
  /** Offsets at which lines begin. */
  private readonly begins: readonly number[];
  /** Offsets of the first halves of surrogate pairs. */
  private readonly pairs: readonly number[];
  private known: readonly Line[] | null = null;
  private lastLine = 0;

  constructor(
    readonly source: string,
    units: Units = unitsOf(source),
    /** The line of its file that the source begins in. */
    private readonly firstLine = 1,
  ) {
    this.begins = lineBegins(source);
    this.pairs = surrogatePairs(units);
  }

  get lines(): readonly Line[] {
    this.known ??= this.begins.map((begin, i) => {
      const end = this.lineEnd(begin, this.begins[i + 1]);
      return { begin, end, ink: firstInk(this.source, { begin, end }) };
    });
    return this.known;
  }

  /** Span of `source.slice(begin, end)`. */
  span(begin: number, end: number): Span {
    const line = this.lineAt(begin);
    const at = this.codePoint(begin);
    const lineBegin = this.codePoint(this.begins[line] as number);
    return { begin: at, end: this.codePoint(end), line: line + this.firstLine, column: at - lineBegin + 1 };
  }

  /**
   * Span of the link, `[[target|words]]`, `[address words]` or `{{template|address|words}}`, around
   * `source.slice(begin, end)`; its own where there is none.
   */
  linkSpan(begin: number, end: number): Span {
    const { source } = this;
    const open = this.plainLink(begin, end);
    if (open >= 0) return this.span(open, end + 2);
    const near = source.slice(Math.max(0, begin - longestTarget), begin);
    const before = near.slice(near.lastIndexOf('\n') + 1);
    const [behind = ''] = source.slice(end, end + longestTarget).split('\n', 1);
    // Letters right behind a link belong to its words: `[[Compact disc|CD]]s`.
    const opened = /\]\]\p{Ll}+$/u.test(source.slice(Math.max(begin, end - longestTarget), end))
      ? before.lastIndexOf('[[')
      : -1;
    if (opened >= 0) return this.span(begin - before.length + opened, end);
    for (const { openIn, closeIn } of linkMarks) {
      const close = closeIn(behind);
      const open = close < 0 ? -1 : openIn(before);
      if (open >= 0) return this.span(begin - before.length + open, end + close);
    }
    return this.span(begin, end);
  }

  /**
   * Where the link opens of which all of the words stand between two offsets: `[[words]]` or `[[target|words]]`, as nearly all
   * are written; -1 where it is not so plain.
   */
  private plainLink(begin: number, end: number): number {
    const { source } = this;
    if (source.charCodeAt(end) !== closing || source.charCodeAt(end + 1) !== closing) return -1;
    // Letters right behind a link belong to its words.
    const inside = source.indexOf(']', begin);
    if (inside < end) return -1;
    const first = Math.max(1, begin - longestTarget + 1);
    for (let at = begin - 1; at >= first; at--) {
      const code = source.charCodeAt(at);
      if (code === opening)
        return source.charCodeAt(at - 1) === opening && source.charCodeAt(at - 2) !== opening ? at - 1 : -1;
      if (code === closing || code === lineFeed) return -1;
    }
    return -1;
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

  /** The line of an offset, from 0. Most are asked for in the order of the source, so those behind the last are tried. */
  private lineAt(offset: number): number {
    const { begins } = this;
    const isBegun = (line: number): boolean => line < begins.length && (begins[line] as number) <= offset;
    let line = this.lastLine;
    if (!isBegun(line) || isBegun(line + fewLines)) line = countUpTo(begins, offset) - 1;
    else while (isBegun(line + 1)) line++;
    this.lastLine = line;
    return line;
  }

  private lineEnd(begin: number, next: number | undefined): number {
    if (next === undefined) return this.source.length;
    const isPair = next - 2 >= begin && this.source.startsWith('\r\n', next - 2);
    return next - (isPair ? 2 : 1);
  }

  private codePoint(offset: number): number {
    return this.pairs.length === 0 ? offset : offset - countUpTo(this.pairs, offset - 1);
  }
}

export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(text.charAt(at)));
}

/** Offset of the first character that is seen, or the line's end. */
export function firstInk(text: string, line: Line): number {
  if (line.ink !== undefined) return line.ink;
  let at = line.begin;
  while (at < line.end && (isSpace(text, at) || isUnseen(text, at))) at++;
  return at;
}

/** A mark of direction, or a space without width. */
function isUnseen(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x200b && (code <= 0x200f || code === 0x2060 || code === 0xfeff);
}

/** Lines end with LF, CRLF or CR. */
function lineBegins(text: string): number[] {
  const begins = [0];
  if (text.includes('\r')) {
    for (const { index, 0: ending } of text.matchAll(/\r\n|\r|\n/g)) begins.push(index + ending.length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) begins.push(at + 1);
  }
  return begins;
}

/** How many of ascending values are at most `wanted`. */
function countUpTo(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
