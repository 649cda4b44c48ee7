import type { SpanFinder } from '../../article/origin.js';
import { Origin } from '../../article/origin.js';
import type { Link, Quality, Reference, Span, Text } from '../../article.js';
import { slice } from '../../article.js';
import type { Units } from '../units.js';
import { codes, isLineSpace } from './characters.js';

/** What most texts have neither links nor items in. */
const none: never[] = [];

/** Every text with a link comes by here, so there is no spreading of what may be absent. */
function textOf(
  value: string,
  span: Span,
  links: readonly Link[],
  qualities: readonly Quality[],
  origin: Origin,
): Text {
  if (qualities.length === 0)
    return links.length === 0
      ? { type: 'text', value, span, origin }
      : { type: 'text', value, span, links, origin };
  return links.length === 0
    ? { type: 'text', value, span, qualities, origin }
    : { type: 'text', value, span, links, qualities, origin };
}

/** A text with what is cited in it, whose offsets count from before its beginning. */
function withReferences(text: Text, references: readonly Reference[], begin: number): Text {
  const moved = references.map((one) => ({
    ...one,
    at: Math.min(Math.max(0, one.at - begin), text.value.length),
  }));
  return { ...text, references: moved };
}

/** What the words are taken from. */
interface SourceText {
  readonly source: string;
  readonly units: Units;
  readonly locator: SpanFinder;
}

/** Puts words together from stretches of the source, and remembers where each comes from. */
export class TextBuilder {
  /** The words so far, without those of the stretch that may still go on. */
  private value = '';
  /** UTF-16 length of the words so far, with those of that stretch. */
  private size = 0;
  /** Where in the source the last stretch of its own words begins and ends; -1 behind words that were made. */
  private runBegin = -1;
  private runEnd = -1;
  private readonly marks: number[] = [];
  private links: Link[] = none;
  private qualities: Quality[] = none;
  /** What is cited behind the words so far. */
  private references: Reference[] = none;
  /** Offsets at which items of a list begin. */
  private items: number[] = none;
  /** The last character so far; white space at the beginning is left out, so it is taken for some. */
  private last: number = codes.space;
  private first: number = codes.space;
  /** How far in the source the stretches so far begin, and whether one of them ended before that. */
  private latest = 0;
  private isOutOfOrder = false;
  /** Where the blanks behind the words so far stand, or -1: they are kept if more words follow on the line. */
  private blankBegin = -1;
  private blankEnd = -1;
  private isBlankMade = false;

  /** Whether a line of the source is one of the words, too. */
  keepsLines = false;

  constructor(private readonly page: SourceText) {}

  /** Whether the last character so far opens a bracket. */
  get isAfterBracket(): boolean {
    return this.last === codes.parenOpen;
  }

  /** UTF-16 length of the words so far. */
  get length(): number {
    this.keepBlank();
    return this.size;
  }

  /** Adds a stretch of the source as it stands; of spaces that meet, one is kept. */
  verbatim(begin: number, end: number): void {
    const { units } = this.page;
    let from = begin;
    let to = end;
    if (this.isAfterSpace) while (from < to && isBlank(units[from] as number)) from++;
    while (to > from && isBlank(units[to - 1] as number)) to--;
    if (from < to) {
      if (this.blankBegin >= 0 && closesGap(units[from] as number)) this.blankBegin = -1;
      this.keepBlank();
      this.appendCollapsed(from, to);
    }
    if (to < end && from < end) this.setBlank(to, to + 1, false);
  }

  /** Adds words that a stretch of the source stands for. */
  made(words: string, begin: number, end: number): void {
    const text = this.isAfterSpace && words.startsWith(' ') ? words.trimStart() : words;
    if (text === '') return;
    if (text === ' ') {
      this.setBlank(begin, end, true);
      return;
    }
    this.keepBlank();
    this.appendMade(text, begin, end);
  }

  /**
   * Shows a template. Where it shows its parameters in another order than the source has them, its words stand for all
   * of it, so that the words of a part are never before those of the whole.
   */
  shown(begin: number, end: number, show: () => void): void {
    this.keepBlank();
    const { latest } = this;
    const first = this.marks.length;
    show();
    if (!this.isOutOfOrder) return;
    this.isOutOfOrder = false;
    this.marks.splice(first, this.marks.length, this.marks[first] as number, begin, end);
    this.latest = Math.max(latest, begin);
    this.endRun();
  }

  /** Begins a new line. */
  break(at: number): void {
    this.blankBegin = -1;
    if (this.last !== codes.newline && this.size > 0) this.appendMade('\n', at, at);
  }

  /** Begins a new item of a list. */
  item(at: number): void {
    this.break(at);
    if (this.items === none) this.items = [];
    if (this.items.at(-1) !== this.length) this.items.push(this.length);
  }

  /** Makes a link of the words since an offset. */
  link(begin: number, to: Pick<Link, 'target' | 'href'>): void {
    const end = this.length;
    if (begin >= end) return;
    const link =
      to.target === undefined ? { begin, end, href: to.href as string } : { begin, end, target: to.target };
    if (this.links === none) this.links = [link];
    else this.links.push(link);
  }

  /**
   * Says something of the words since an offset. What is said of a part of them already is more exact, and stays; so no
   * two stretches meet.
   */
  quality(begin: number, says: Omit<Quality, 'begin' | 'end'>): void {
    const end = this.length;
    if (begin >= end) return;
    if (this.qualities === none) this.qualities = [];
    let first = this.qualities.length;
    while (first > 0 && (this.qualities[first - 1] as Quality).begin >= begin) first--;
    let from = begin;
    for (const inner of this.qualities.splice(first)) {
      if (from < inner.begin) this.qualities.push({ begin: from, end: inner.begin, ...says });
      this.qualities.push({ ...says, ...inner });
      from = inner.end;
    }
    if (from < end) this.qualities.push({ begin: from, end, ...says });
  }

  /** Notes that sources are cited behind the words so far. */
  cite(reference: Omit<Reference, 'at'>): void {
    if (this.references === none) this.references = [];
    this.references.push({ ...reference, at: this.size });
  }

  /** What is cited where there are no words. */
  get cited(): readonly Reference[] {
    return this.references.map((one) => ({ ...one, at: 0 }));
  }

  /** The words, without white space at both ends; null where there are none. */
  finish(): Text | null {
    const [begin, end] = this.inkRange();
    if (begin >= end) return null;
    const text = this.finished(begin, end);
    return this.references.length === 0 ? text : withReferences(text, this.references, begin);
  }

  private finished(begin: number, end: number): Text {
    const { marks, qualities } = this;
    const { source, locator } = this.page;
    const isWhole = begin === 0 && end === this.size;
    const links = isWhole ? this.links : this.links.filter((link) => link.begin >= begin && link.end <= end);
    if (marks.length === 3 && marks[2] === -1 && links.length === 0 && qualities.length === 0) {
      const from = (marks[1] as number) + begin;
      const to = from + end - begin;
      return { type: 'text', value: source.slice(from, to), span: locator.span(from, to) };
    }
    const origin = new Origin(locator, marks);
    const value = this.words();
    const span = origin.span(begin, end);
    const whole = textOf(value, span, links, qualities, origin);
    return isWhole ? whole : slice(whole, begin, end);
  }

  /** Where the words begin and end. Only few have white space at an end that is not known to be some. */
  private inkRange(): [number, number] {
    const { first, last, size } = this;
    const isPlain = first > 32 && first < 128 && last > 32 && last < 128;
    if (isPlain || size === 0) return [0, size];
    const words = this.words();
    return [size - words.trimStart().length, words.trimEnd().length];
  }

  /** The words, a text an item where they are a list; what is a note alone belongs to the item before it. */
  finishItems(): Text[] {
    const whole = this.finish();
    if (!whole) return [];
    if (this.items[0] !== 0) return [whole];
    const words = this.words();
    const blank = words.length - words.trimStart().length;
    const cuts = this.items.filter((at) => !isNote(words, at)).map((at) => Math.max(0, at - blank));
    return cuts.flatMap((begin, i) => {
      const part = slice(whole, begin, Math.min(cuts[i + 1] ?? whole.value.length, whole.value.length));
      if (part.value === '') return [];
      // A reference stands behind the words before it: between two items it is that of the first.
      const [low, high] = [begin, cuts[i + 1] ?? Number.POSITIVE_INFINITY];
      const own = (whole.references ?? []).filter(({ at }) => at > low && at <= high);
      return [own.length === 0 ? part : withReferences(part, own, begin)];
    });
  }

  private get isAfterSpace(): boolean {
    return this.blankBegin >= 0 || this.last === codes.space || this.last === codes.newline;
  }

  private keepBlank(): void {
    const begin = this.blankBegin;
    if (begin < 0) return;
    this.blankBegin = -1;
    if (this.isBlankMade) this.appendMade(' ', begin, this.blankEnd);
    else this.appendVerbatim(begin, this.blankEnd);
  }

  private setBlank(begin: number, end: number, isMade: boolean): void {
    this.blankBegin = begin;
    this.blankEnd = end;
    this.isBlankMade = isMade;
  }

  /** Of a run of spaces one is kept, as a reader sees it. */
  private appendCollapsed(begin: number, end: number): void {
    const { units } = this.page;
    let from = begin;
    for (let at = secondSpace(units, from, end); at < end; at = secondSpace(units, from, end)) {
      this.appendVerbatim(from, at);
      from = at + 1;
      while (units[from] === codes.space) from++;
    }
    this.appendVerbatim(from, end);
  }

  private appendVerbatim(begin: number, end: number): void {
    const { units } = this.page;
    if (begin !== this.runEnd) {
      this.endRun();
      this.marks.push(this.size, begin, -1);
      this.runBegin = begin;
    }
    if (begin < this.latest) this.isOutOfOrder = true;
    else this.latest = begin;
    if (this.size === 0) this.first = units[begin] as number;
    this.size += end - begin;
    this.runEnd = end;
    this.setLast(units[end - 1] as number);
  }

  private appendMade(words: string, begin: number, end: number): void {
    this.endRun();
    this.marks.push(this.size, begin, end);
    if (end < this.latest) this.isOutOfOrder = true;
    if (begin > this.latest) this.latest = begin;
    if (this.size === 0) this.first = words.charCodeAt(0);
    this.size += words.length;
    this.value += words;
    this.setLast(words.charCodeAt(words.length - 1));
  }

  private setLast(code: number): void {
    this.last = code === codes.tab ? codes.space : code;
  }

  private words(): string {
    if (this.runBegin < this.runEnd) this.value += this.page.source.slice(this.runBegin, this.runEnd);
    this.runBegin = this.runEnd;
    return this.value;
  }

  private endRun(): void {
    this.words();
    this.runEnd = -1;
    this.runBegin = -1;
  }
}

/**
 * Where the second of the first two spaces in a row stands, or the end. Every other unit is looked at, with its
 * neighbours, and all in one comparison: to ask at each space what stands beside it costs more than all else here.
 */
function secondSpace(units: Units, begin: number, end: number): number {
  for (let at = begin + 1; at < end; at += 2) {
    const before = (units[at - 1] as number) ^ codes.space;
    const here = (units[at] as number) ^ codes.space;
    const behind = (units[at + 1] as number) ^ codes.space;
    if ((here | Math.imul(before, behind)) !== 0) continue;
    if (before === 0) return at;
    if (at + 1 < end) return at + 1;
  }
  return end;
}

/** Signs before which no blank stands; what stood there was left out. */
function closesGap(code: number): boolean {
  return code === codes.comma || code === codes.semicolon || code === codes.parenClose;
}

function isBlank(code: number): boolean {
  return isLineSpace(code) || code === codes.newline;
}

/** Whether a line is nothing but words in parentheses. */
function isNote(value: string, at: number): boolean {
  const end = value.indexOf('\n', at);
  return at > 0 && /^\([^()]*\)\s*$/.test(value.slice(at, end < 0 ? value.length : end));
}
