import type { SpanFinder } from '../../article/origin.js';
import { Origin } from '../../article/origin.js';
import type { Link, Text } from '../../article.js';
import { slice } from '../../article.js';

/** Puts words together from stretches of the source, and remembers where each comes from. */
export class TextBuilder {
  /** UTF-16 length of the words so far. */
  length = 0;
  private value = '';
  private readonly marks: number[] = [];
  private readonly links: Link[] = [];
  /** Offsets at which items of a list begin. */
  private readonly items: number[] = [];
  /** The last character so far; white space at the beginning is left out, so it is taken for some. */
  private last = 32;
  /** Where the source of the last stretch ended, if it was verbatim. */
  private verbatimEnd = -1;

  constructor(
    private readonly source: string,
    private readonly finder: SpanFinder,
  ) {}

  /** Whether the last character so far opens a bracket. */
  get isAfterBracket(): boolean {
    return this.last === 40;
  }

  /** Adds a stretch of the source as it stands; of spaces that meet, one is kept. */
  verbatim(begin: number, end: number): void {
    let from = begin;
    if (this.last === 32 || this.last === 10) {
      while (from < end && isBlank(this.source.charCodeAt(from))) from++;
    }
    if (from >= end) return;
    if (from !== this.verbatimEnd) this.marks.push(this.length, from, -1);
    this.append(this.source.slice(from, end));
    this.verbatimEnd = end;
  }

  /** Adds words that a stretch of the source stands for. */
  made(words: string, begin: number, end: number): void {
    const isAfterSpace = this.last === 32 || this.last === 10;
    const text = isAfterSpace && words.startsWith(' ') ? words.trimStart() : words;
    if (text === '') return;
    this.marks.push(this.length, begin, end);
    this.append(text);
    this.verbatimEnd = -1;
  }

  /** Begins a new line. */
  break(at: number): void {
    if (this.last === 10 || this.length === 0) return;
    this.marks.push(this.length, at, at);
    this.append('\n');
    this.verbatimEnd = -1;
  }

  /** Begins a new item of a list. */
  item(at: number): void {
    this.break(at);
    if (this.items.at(-1) !== this.length) this.items.push(this.length);
  }

  /** Makes a link of the words since an offset. */
  link(begin: number, to: Pick<Link, 'target' | 'href'>): void {
    if (begin < this.length) this.links.push({ begin, end: this.length, ...to });
  }

  /** The words, without white space at both ends; null where there are none. */
  finish(): Text | null {
    const end = this.value.trimEnd().length;
    const begin = this.value.length - this.value.trimStart().length;
    if (begin >= end) return null;
    const { marks, value, finder } = this;
    const links = this.links.filter((link) => link.begin >= begin && link.end <= end);
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
    return begin === 0 && end === value.length ? whole : slice(whole, begin, end);
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

  private append(text: string): void {
    this.value += text;
    this.length += text.length;
    this.last = text.charCodeAt(text.length - 1);
    if (this.last === 9) this.last = 32;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Whether a line is nothing but words in parentheses. */
function isNote(value: string, at: number): boolean {
  const end = value.indexOf('\n', at);
  return at > 0 && /^\([^()]*\)\s*$/.test(value.slice(at, end < 0 ? value.length : end));
}
