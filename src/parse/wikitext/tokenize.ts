/**
 * Finds the marks of wikitext in one pass, and which belong together.
 *
 * Time is linear whatever the source: every search for an end starts where the last one of its sort stopped, and each
 * open mark is closed or given up once. What stays open is no mark but words. A heading closes everything, so what is
 * broken costs its own section at most. A comment that is never closed ends with its line; MediaWiki shows nothing behind it.
 *
 * Comments are no part of a line: what stands behind one at the beginning of a line begins it.
 */
import type { Units } from '../units.js';
import { unitsOf } from '../units.js';
import { addressEnd } from './address.js';
import { codes } from './characters.js';
import type { Search } from './search.js';
import { ClosingTagSearch, searchFootnoteEnds, searchFootnotes, searchFor } from './search.js';
import type { TagKind } from './tags.js';
import { tagNameAt, tags } from './tags.js';
import type { TokenKind } from './tokens.js';
import { kinds, Tokens, tagMates } from './tokens.js';

/** Longest tag with its attributes, and longest name of an entity. */
const longestTag = 4000;
const longestEntity = 34;

/** Which UTF-16 units may begin a mark. */
const isSpecial = new Uint8Array(1 << 16);
for (const character of "\n\r!&'<=[]_{|}") isSpecial[character.charCodeAt(0)] = 1;

/** An opening mark that was never closed. */
export interface Unclosed {
  readonly begin: number;
  readonly what: 'template' | 'table' | 'link' | 'comment';
}

/** A tag of a known name. */
interface Tag {
  /** In lower case, and as it is written. */
  readonly name: string;
  readonly written: string;
  readonly kind: TagKind;
  readonly begin: number;
  readonly end: number;
  /** Whether it closes an element, or is one of its own. */
  readonly isWhole: boolean;
}

export interface Tokenized {
  /** Null where there are more of them than any page has. */
  readonly tokens: Tokens | null;
  /** The first of them; there may be as many as the source has characters. */
  readonly unclosed: readonly Unclosed[];
}

/** More marks than a page of 2 MiB can hold, the most that MediaWiki takes; it bounds the memory. */
const mostMarks = 1_100_000;

/** How many unclosed marks are told. */
const mostUnclosed = 20;

export function tokenize(source: string, units: Units = unitsOf(source)): Tokenized {
  return new Tokenizer(source, units).run();
}

/**
 * Offset of the next character that may begin a mark. Most of the time goes into this loop, so four are looked at a
 * turn; behind the last character the column has zeros for them.
 */
function nextSpecial(units: Units, from: number, length: number): number {
  for (let at = from; at < length; at += 4) {
    if (isSpecial[units[at] as number] !== 0) return at;
    if (isSpecial[units[at + 1] as number] !== 0) return at + 1;
    if (isSpecial[units[at + 2] as number] !== 0) return at + 2;
    if (isSpecial[units[at + 3] as number] !== 0) return at + 3;
  }
  return length;
}

class Tokenizer {
  private readonly tokens: Tokens;
  private readonly unclosed: Unclosed[] = [];
  /** Indices of the marks that are open. */
  private readonly open: number[] = [];
  /** How many of the open marks are templates, and how many are tables. */
  private openTemplates = 0;
  private openTables = 0;
  /** Where the last single bracket stands that is no mark and open, or -1. */
  private single = -1;
  private readonly commentEnds: Search;
  private readonly headingCommentEnds: Search;
  private readonly tagEnds: Search;
  private readonly closingTags: ClosingTagSearch;
  private readonly footnotes: Search;
  private readonly laterFootnotes: Search;
  private readonly outerEnds: Search;
  /** Where the line of the last heading ends: nothing that begins in it goes on behind it. */
  private headingEnd = -1;

  constructor(
    private readonly source: string,
    private readonly units: Units,
  ) {
    this.tokens = Tokens.take(source.length);
    this.commentEnds = searchFor(source, '-->');
    this.headingCommentEnds = searchFor(source, '-->');
    this.tagEnds = searchFor(source, '>');
    this.closingTags = new ClosingTagSearch(source);
    this.footnotes = searchFootnotes(source);
    this.laterFootnotes = searchFootnotes(source);
    this.outerEnds = searchFootnoteEnds(source);
  }

  run(): Tokenized {
    const { units } = this;
    const { length } = this.source;
    let at = nextSpecial(units, this.startLine(0), length);
    while (at < length && this.tokens.count <= mostMarks) {
      at = nextSpecial(units, this.mark(units[at] as number, at), length);
    }
    if (this.tokens.count > mostMarks) return { tokens: null, unclosed: [] };
    this.closeAll(length);
    return { tokens: this.tokens, unclosed: this.unclosed };
  }

  /** Reads the mark that may begin at an offset. @returns where to go on */
  private mark(code: number, at: number): number {
    switch (code) {
      case codes.newline:
        return this.newline(at, at + 1);
      case codes.carriageReturn:
        return this.newline(at, this.units[at + 1] === codes.newline ? at + 2 : at + 1);
      case codes.bar:
        return this.bar(at);
      case codes.apostrophe:
        return this.quotes(at);
      case codes.open:
        return this.bracketOpen(at);
      case codes.close:
        return this.bracketClose(at);
      case codes.braceOpen:
        return this.braceOpen(at);
      case codes.braceClose:
        return this.braceClose(at);
      case codes.less:
        return this.tag(at);
      case codes.ampersand:
        return this.entity(at);
      case codes.equals:
        return this.openTemplates > 0 ? this.add(kinds.equals, at, at + 1) : at + 1;
      case codes.bang:
        return this.openTables > 0 && this.units[at + 1] === codes.bang
          ? this.add(kinds.cellBreak, at, at + 2)
          : at + 1;
      default:
        return this.switch(at);
    }
  }

  /** The address of a page elsewhere and its words stand on one line. */
  private newline(at: number, end: number): number {
    const { tokens, open } = this;
    while (open.length > 0 && tokens.kind[open.at(-1) as number] === kinds.externalOpen) open.pop();
    if (at === this.headingEnd) this.closeAll(at);
    tokens.add(kinds.newline, at, end);
    return this.startLine(end);
  }

  /** Marks that only count at the beginning of a line: headings, and those of tables. @returns where to go on */
  private startLine(begin: number): number {
    const { units } = this;
    let at = this.comments(begin);
    if (units[at] === codes.equals) this.heading(at);
    // A table may be indented.
    for (let code = units[at]; code === codes.space || code === codes.colon || code === codes.tab; ) {
      at = this.comments(at + 1);
      code = units[at];
    }
    if (units[at] === codes.braceOpen) {
      const end = this.barEnd(at + 1);
      if (end > 0) {
        this.openTables++;
        return this.push(kinds.tableOpen, at, end);
      }
    }
    return this.openTables > 0 ? this.startTableLine(at) : at;
  }

  /** The first bar of a line is by itself, whatever stands behind it: `|| a` is a cell that begins with a bar. */
  private startTableLine(at: number): number {
    const { units, tokens, open } = this;
    const end = this.barEnd(at);
    if (end > 0 && units[end] === codes.braceClose && units[end + 1] !== codes.braceClose)
      return this.closeTable(at, end + 1);
    if (isCallOpen(tokens.kind[open.at(-1) as number])) return at;
    if (units[at] === codes.bar) return this.add(kinds.pipe, at, end);
    return units[at] === codes.bang ? at + 1 : at;
  }

  /** Where the bar that begins at an offset ends, or 0 if none does. */
  private barEnd(at: number): number {
    if (this.units[at] === codes.bar) return at + 1;
    return this.isMadeBar(at) ? at + 5 : 0;
  }

  private isMadeBar(at: number): boolean {
    return this.units[at + 2] === codes.bang && this.source.startsWith('{{!}}', at);
  }

  private comments(from: number): number {
    let at = from;
    while (this.units[at] === codes.less && this.source.startsWith('<!--', at)) at = this.comment(at);
    return at;
  }

  private comment(at: number): number {
    const end = this.commentEnds.find(at + 4);
    if (end >= 0) return this.add(kinds.comment, at, end + 3);
    const lineEnd = this.lineEnd(at);
    this.tell(this.tokens.add(kinds.comment, at, lineEnd), 'comment');
    return lineEnd;
  }

  private heading(begin: number): void {
    const lineEnd = this.headingLineEnd(begin);
    const words = withoutComments(this.source.slice(begin, lineEnd));
    if (words.length < 3 || !words.endsWith('=')) return;
    this.closeAll(begin);
    this.headingEnd = lineEnd;
    this.tokens.add(kinds.heading, begin, lineEnd);
  }

  /** A comment takes the line breaks in it away. */
  private headingLineEnd(begin: number): number {
    const { source } = this;
    for (let from = begin; ; ) {
      const end = this.lineEnd(from);
      const open = openComment(source.slice(from, end));
      const close = open < 0 ? -1 : this.headingCommentEnds.find(end);
      if (close < 0) return end;
      from = close + 3;
    }
  }

  private lineEnd(from: number): number {
    const { units } = this;
    const { length } = this.source;
    let at = from;
    while (at < length && units[at] !== codes.newline && units[at] !== codes.carriageReturn) at++;
    return at;
  }

  /** A bar parts what a template, a link or a table holds. */
  private bar(at: number): number {
    if (this.open.length === 0) return at + 1;
    return this.openTables > 0 && this.units[at + 1] === codes.bar
      ? this.add(kinds.cellBreak, at, at + 2)
      : this.add(kinds.pipe, at, at + 1);
  }

  private quotes(at: number): number {
    let end = at + 1;
    while (this.units[end] === codes.apostrophe) end++;
    if (end - at > 1) this.tokens.add(kinds.quotes, at, end);
    return end;
  }

  private bracketOpen(at: number): number {
    if (this.units[at + 1] === codes.open) return this.push(kinds.linkOpen, at, at + 2);
    const end = addressEnd(this.source, at + 1);
    if (end < 0) {
      this.single = at;
      return at + 1;
    }
    this.push(kinds.externalOpen, at, at + 1);
    // An address of IPv6 has brackets of its own.
    return at + 2 + this.source.slice(at + 1, end).lastIndexOf(']');
  }

  private bracketClose(at: number): number {
    const { tokens, open } = this;
    const top = open.at(-1);
    const isDouble = this.units[at + 1] === codes.close;
    const kind = top === undefined ? -1 : (tokens.kind[top] as number);
    if (kind === kinds.externalOpen) return this.closeTop(kinds.externalClose, at, at + 1);
    if (!isDouble) {
      this.single = -1;
      return at + 1;
    }
    if (kind !== kinds.linkOpen) return at + 2;
    // Of three, the first closes a single bracket among the link's words.
    const isOfThree =
      this.units[at + 2] === codes.close && this.single >= (tokens.end[top as number] as number);
    const begin = isOfThree ? at + 1 : at;
    return this.closeTop(kinds.linkClose, begin, begin + 2);
  }

  private braceOpen(at: number): number {
    return this.units[at + 1] === codes.braceOpen ? this.openTemplate(at) : at + 1;
  }

  /** Of an odd number of braces, the first is a word: `{{{x}}` is `{` and a template. */
  private openTemplate(at: number): number {
    let end = at;
    while (this.units[end] === codes.braceOpen) end++;
    if (end - at === 3 && !this.isMadeBar(at + 1)) {
      this.openTemplates++;
      return this.push(kinds.argumentOpen, at, end);
    }
    let from = at + ((end - at) % 2);
    for (; from < end && this.tokens.count <= mostMarks; from += 2) {
      if (this.isMadeBar(from)) return this.add(kinds.madeBar, from, from + 5);
      this.openTemplates++;
      this.push(kinds.templateOpen, from, from + 2);
    }
    return end;
  }

  /** What was opened inside a template and not closed there is given up. */
  private braceClose(at: number): number {
    const { tokens, open } = this;
    if (this.units[at + 1] !== codes.braceClose) return at + 1;
    if (this.openTemplates === 0) return at + 2;
    while (!isCallOpen(tokens.kind[open.at(-1) as number])) this.giveUp();
    this.openTemplates--;
    const top = open.at(-1) as number;
    if (tokens.kind[top] === kinds.argumentOpen) {
      if (this.units[at + 2] === codes.braceClose) return this.closeTop(kinds.argumentClose, at, at + 3);
      // `{{{x}}` is `{` and a template.
      tokens.kind[top] = kinds.templateOpen;
      tokens.begin[top] = (tokens.begin[top] as number) + 1;
    }
    return this.closeTop(kinds.templateClose, at, at + 2);
  }

  private closeTable(at: number, end: number): number {
    const { tokens, open } = this;
    while (tokens.kind[open.at(-1) as number] !== kinds.tableOpen) this.giveUp();
    this.openTables--;
    return this.closeTop(kinds.tableClose, at, end);
  }

  private tag(at: number): number {
    const { source, units } = this;
    if (source.startsWith('<!--', at)) return this.comment(at);
    const isClosing = units[at + 1] === codes.slash;
    const written = tagNameAt(source, at + (isClosing ? 2 : 1));
    const name = tags.has(written) ? written : written.toLowerCase();
    const kind = tags.get(name);
    if (kind === undefined) return at + 1;
    const close = this.tagEnds.find(at);
    if (close < 0 || close - at > longestTag) return at + 1;
    const next = source.indexOf('<', at + 1);
    if (next >= 0 && next < close) return at + 1;
    const isWhole = isClosing || units[close - 1] === codes.slash;
    return this.element({ name, written, kind, begin: at, end: close + 1, isWhole });
  }

  private element(tag: Tag): number {
    const { name, kind, begin } = tag;
    const holds = kind === 'hidden' || kind === 'verbatim' || kind === 'pictures';
    if (!holds) return this.add(kinds.tag, begin, tag.end, tagMates[kind]);
    let close = tag.isWhole ? -1 : this.closingTags.find(tag, tag.end);
    if (tag.isWhole || (name === 'references' && close < 0)) return this.add(kinds.hidden, begin, tag.end);
    if (close >= 0 && name === 'ref' && this.holdsFootnote(tag.end, close)) close = this.outerEnd(close);
    if (close < 0) return this.unclosedElement(tag);
    const closed = this.tagEnds.find(close);
    const end = closed < 0 ? this.source.length : closed + 1;
    if (this.crossesHeading(begin, end)) return this.unclosedElement(tag);
    if (kind === 'hidden') return this.add(kinds.hidden, begin, end);
    return kind === 'verbatim'
      ? this.add(kinds.verbatim, begin, end, tag.end)
      : this.add(kinds.pictures, begin, end);
  }

  /** Whether another footnote begins before the first has ended, which was then never closed. Few hold any tag. */
  private holdsFootnote(begin: number, end: number): boolean {
    if (this.source.indexOf('<', begin) === end) return false;
    const next = this.footnotes.find(begin);
    return next >= 0 && next < end;
  }

  /** Where the footnote ends that holds another, which ends at an offset: where the next tag of a footnote closes one; or -1. */
  private outerEnd(innerEnd: number): number {
    const end = this.outerEnds.find(innerEnd + 1);
    const next = this.laterFootnotes.find(innerEnd + 1);
    return next >= 0 && next < end ? -1 : end;
  }

  /** The words behind a footnote's open end are shown, apart from those before it. */
  private unclosedElement({ name, begin, end }: Tag): number {
    return name === 'ref'
      ? this.add(kinds.tag, begin, end, tagMates.break)
      : this.add(kinds.hidden, begin, end);
  }

  private crossesHeading(begin: number, end: number): boolean {
    return begin < this.headingEnd && end > this.headingEnd;
  }

  private entity(at: number): number {
    for (let end = at + 1; end < at + longestEntity; end++) {
      const code = this.units[end] as number;
      if (code === codes.semicolon) return end > at + 1 ? this.add(kinds.entity, at, end + 1) : end;
      const isName =
        (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) || code === codes.hash;
      if (!isName) return end;
    }
    return at + 1;
  }

  private switch(at: number): number {
    if (this.units[at + 1] !== codes.underscore) return at + 1;
    const name = /^__[A-Z]{3,30}__/.exec(this.source.slice(at, at + 40));
    return name ? this.add(kinds.switch, at, at + name[0].length) : at + 2;
  }

  private add(kind: TokenKind, begin: number, end: number, mate = -1): number {
    this.tokens.add(kind, begin, end, mate);
    return end;
  }

  private push(kind: TokenKind, begin: number, end: number): number {
    this.open.push(this.tokens.add(kind, begin, end));
    return end;
  }

  private closeTop(kind: TokenKind, begin: number, end: number): number {
    const opening = this.open.pop() as number;
    const closing = this.tokens.add(kind, begin, end);
    this.tokens.mate[opening] = closing;
    this.tokens.mate[closing] = opening;
    return end;
  }

  private giveUp(): void {
    this.forget(this.open.pop() as number);
  }

  private forget(index: number): void {
    const kind = this.tokens.kind[index];
    if (isCallOpen(kind)) this.openTemplates--;
    if (kind === kinds.tableOpen) this.openTables--;
    const what = isCallOpen(kind) ? 'template' : kind === kinds.tableOpen ? 'table' : 'link';
    if (kind !== kinds.externalOpen) this.tell(index, what);
  }

  private tell(index: number, what: Unclosed['what']): void {
    if (this.unclosed.length >= mostUnclosed) return;
    this.unclosed.push({ begin: this.tokens.begin[index] as number, what });
  }

  /** A table that was not closed ends here; everything else that is open is given up. */
  private closeAll(at: number): void {
    const { tokens, open } = this;
    if (this.openTemplates > 0) this.takeBack();
    while (open.length > 0) {
      const top = open.at(-1) as number;
      if (tokens.kind[top] !== kinds.tableOpen) {
        this.giveUp();
        continue;
      }
      this.openTables--;
      this.tell(top, 'table');
      this.closeTop(kinds.tableClose, at, at);
    }
  }

  /**
   * When a template in a box is not closed, it takes the `}}` of the box, which stays open. Where such a mark begins a
   * line and no parameter follows, it is given back to the box, and the template in it is given up instead.
   */
  private takeBack(): void {
    const { tokens, open } = this;
    const place = open.findIndex((index) => tokens.kind[index] === kinds.templateOpen);
    const box = open[place] as number;
    if (!this.beginsLine(tokens.begin[box] as number)) return;
    let inner = box + 1;
    while (inner < tokens.count && !this.isLastOfBox(inner)) inner = tokens.after(inner);
    if (inner >= tokens.count) return;
    const close = tokens.mate[inner] as number;
    tokens.mate[inner] = -1;
    tokens.mate[box] = close;
    tokens.mate[close] = box;
    this.openTemplates--;
    this.tell(inner, 'template');
    const isInside = (index: number): boolean => index >= box && index < close;
    for (const index of open.filter(isInside)) if (index !== box) this.forget(index);
    const left = open.filter((index) => !isInside(index));
    open.splice(0, open.length, ...left);
  }

  /** Whether a template ends at the beginning of a line, and neither a parameter nor the end of another follows. */
  private isLastOfBox(index: number): boolean {
    const { source, tokens } = this;
    const close = tokens.mate[index] as number;
    if (tokens.kind[index] !== kinds.templateOpen || close < index) return false;
    if (!this.beginsLine(tokens.begin[close] as number)) return false;
    const end = tokens.end[close] as number;
    return !/^\s*(?:<!--.*?-->\s*)?[|}]/s.test(source.slice(end, end + 200));
  }

  private beginsLine(at: number): boolean {
    const before = this.units[at - 1];
    return at === 0 || before === codes.newline || before === codes.carriageReturn;
  }
}

function isCallOpen(kind: number | undefined): boolean {
  return kind === kinds.templateOpen || kind === kinds.argumentOpen;
}

/** A line up to its last word that is no comment. */
export function withoutComments(line: string): string {
  if (!line.includes('<!--')) return line.trimEnd();
  let end = 0;
  for (let from = 0; ; ) {
    const open = line.indexOf('<!--', from);
    const words = line.slice(from, open < 0 ? line.length : open).trimEnd();
    if (words !== '') end = from + words.length;
    const close = open < 0 ? -1 : line.indexOf('-->', open + 4);
    if (close < 0) return line.slice(0, end);
    from = close + 3;
  }
}

/** Where the comment begins that a line does not close, or -1. */
function openComment(line: string): number {
  for (let open = line.indexOf('<!--'); open >= 0; ) {
    const close = line.indexOf('-->', open + 4);
    if (close < 0) return open;
    open = line.indexOf('<!--', close + 3);
  }
  return -1;
}
