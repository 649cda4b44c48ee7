import type { SpanFinder } from '../../article/origin.js';
import { Origin } from '../../article/origin.js';
import type { Link, Text } from '../../article.js';
import { slice } from '../../article.js';
import { codes, isLineSpace } from './characters.js';

/** What most texts have neither links nor items in. */
const none: never[] = [];

/** Puts words together from stretches of the source, and remembers where each comes from. */
export class TextBuilder {
  private value = '';
  private readonly marks: number[] = [];
  private links: Link[] = none;
  /** Offsets at which items of a list begin. */
  private items: number[] = none;
  /** The last character so far; white space at the beginning is left out, so it is taken for some. */
  private last: number = codes.space;
  private first: number = codes.space;
  /** Where the source of the last stretch ended, if it was verbatim. */
  private verbatimEnd = -1;
  /** How far in the source the stretches so far begin, and whether one of them ended before that. */
  private latest = 0;
  private isOutOfOrder = false;
  /** Where the blanks behind the words so far stand, or -1: they are kept if more words follow on the line. */
  private blankBegin = -1;
  private blankEnd = -1;
  private isBlankMade = false;

  constructor(
    private readonly source: string,
    private readonly finder: SpanFinder,
  ) {}

  /** Whether the last character so far opens a bracket. */
  get isAfterBracket(): boolean {
    return this.last === codes.parenOpen;
  }

  /** UTF-16 length of the words so far. */
  get length(): number {
    this.keepBlank();
    return this.value.length;
  }

  /** Adds a stretch of the source as it stands; of spaces that meet, one is kept. */
  verbatim(begin: number, end: number): void {
    let from = begin;
    let to = end;
    if (this.isAfterSpace) while (from < to && isBlank(this.source.charCodeAt(from))) from++;
    while (to > from && isBlank(this.source.charCodeAt(to - 1))) to--;
    if (from < to) {
      if (this.blankBegin >= 0 && closesGap(this.source.charCodeAt(from))) this.blankBegin = -1;
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
    this.verbatimEnd = -1;
  }

  /** Begins a new line. */
  break(at: number): void {
    this.blankBegin = -1;
    if (this.last !== codes.newline && this.value !== '') this.appendMade('\n', at, at);
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
    if (this.links === none) this.links = [];
    this.links.push(
      to.target === undefined ? { begin, end, href: to.href as string } : { begin, end, target: to.target },
    );
  }

  /** The words, without white space at both ends; null where there are none. */
  finish(): Text | null {
    const [begin, end] = this.inkRange();
    if (begin >= end) return null;
    const { marks, value, finder } = this;
    const isWhole = begin === 0 && end === value.length;
    const links = isWhole ? this.links : this.links.filter((link) => link.begin >= begin && link.end <= end);
    if (marks.length === 3 && marks[2] === -1 && links.length === 0) {
      const from = (marks[1] as number) + begin;
      return { type: 'text', value: value.slice(begin, end), span: finder.span(from, from + end - begin) };
    }
    const origin = new Origin(finder, marks);
    const whole: Text = {
      type: 'text',
      value,
      span: origin.span(begin, end),
      ...(links.length > 0 ? { links } : {}),
      origin,
    };
    return isWhole ? whole : slice(whole, begin, end);
  }

  /** Where the words begin and end. Only few have white space at an end that is not known to be some. */
  private inkRange(): [number, number] {
    const { value, first, last } = this;
    const isPlain = first > 32 && first < 128 && last > 32 && last < 128;
    if (isPlain || value === '') return [0, value.length];
    return [value.length - value.trimStart().length, value.trimEnd().length];
  }

  /** The words, a text an item where they are a list; what is a note alone belongs to the item before it. */
  finishItems(): Text[] {
    const whole = this.finish();
    if (!whole) return [];
    if (this.items[0] !== 0) return [whole];
    const blank = this.value.length - this.value.trimStart().length;
    const cuts = this.items.filter((at) => !isNote(this.value, at)).map((at) => Math.max(0, at - blank));
    return cuts.flatMap((begin, i) => {
      const part = slice(whole, begin, Math.min(cuts[i + 1] ?? whole.value.length, whole.value.length));
      return part.value === '' ? [] : [part];
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
    else this.appendVerbatim(begin, this.source.slice(begin, this.blankEnd));
  }

  private setBlank(begin: number, end: number, isMade: boolean): void {
    this.blankBegin = begin;
    this.blankEnd = end;
    this.isBlankMade = isMade;
  }

  /** Of a run of spaces one is kept, as a reader sees it. */
  private appendCollapsed(begin: number, end: number): void {
    const text = this.source.slice(begin, end);
    let from = 0;
    for (let at = text.indexOf('  '); at >= 0; at = text.indexOf('  ', from)) {
      this.appendVerbatim(begin + from, text.slice(from, at + 1));
      from = at + 2;
      while (text.charCodeAt(from) === codes.space) from++;
    }
    this.appendVerbatim(begin + from, from === 0 ? text : text.slice(from));
  }

  private appendVerbatim(begin: number, text: string): void {
    if (begin !== this.verbatimEnd) this.marks.push(this.value.length, begin, -1);
    if (begin < this.latest) this.isOutOfOrder = true;
    else this.latest = begin;
    this.append(text);
    this.verbatimEnd = begin + text.length;
  }

  private appendMade(words: string, begin: number, end: number): void {
    this.marks.push(this.value.length, begin, end);
    if (end < this.latest) this.isOutOfOrder = true;
    if (begin > this.latest) this.latest = begin;
    this.append(words);
    this.verbatimEnd = -1;
  }

  private append(text: string): void {
    if (this.value === '') this.first = text.charCodeAt(0);
    this.value += text;
    this.last = text.charCodeAt(text.length - 1);
    if (this.last === codes.tab) this.last = codes.space;
  }
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
