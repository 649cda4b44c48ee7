/** Lines of wikitext to paragraphs, lists and tables. */
import type { Block, Item, Text } from '../../article.js';
import { linkOf, spanning } from '../../article.js';
import type { Units } from '../units.js';
import { holdsContents, nameAtGlance, readCall } from './call.js';
import { codes, isLineSpace, isListMark } from './characters.js';
import type { Page, Render, Stretch } from './page.js';
import { countUnknown } from './page.js';
import { readTable } from './table.js';
import { TextBuilder } from './text-builder.js';
import { kinds } from './tokens.js';
import { wordsOf } from './words.js';

/** How deep templates that hold parts of the page may stand in each other. */
const deepest = 10;

/** A line with all that begins on it: a template or table that goes on over many lines is part of one. */
interface Line {
  readonly begin: number;
  /** Before its line break. */
  readonly end: number;
  /** Behind its line break. */
  readonly next: number;
  /** Its first mark, and the first behind it. */
  readonly first: number;
  readonly last: number;
}

interface Term {
  readonly from: number;
  readonly level: number;
  readonly out: TextBuilder;
  /** Whether its first description is already with it. */
  readonly isWhole: boolean;
}

/** Reads the blocks of a stretch that begins at the beginning of a line. */
export function readBlocks(page: Page, stretch: Stretch, render: Render): Block[] {
  return new PageBlocks(page, render).read(stretch, 0);
}

class PageBlocks {
  private blocks: Block[] = [];
  private items: Item[] = [];
  private paragraph: { begin: number; end: number; token: number } | null = null;
  /** The term of a definition on the line before, which descriptions may follow. */
  private term: Term | null = null;

  constructor(
    private readonly page: Page,
    private readonly render: Render,
  ) {}

  read(stretch: Stretch, depth: number): Block[] {
    const { end } = stretch;
    for (let { begin, token } = stretch; begin < end; ) {
      const line = this.lineAt(begin, token, end);
      this.readLine(line, depth);
      begin = line.next;
      token = line.last;
      while (token < this.page.tokens.count && (this.page.tokens.begin[token] as number) < begin) token++;
    }
    this.finish();
    return this.blocks;
  }

  private lineAt(begin: number, first: number, stretchEnd: number): Line {
    const { tokens } = this.page;
    let token = first;
    while (token < tokens.count && (tokens.begin[token] as number) < stretchEnd) {
      if (tokens.kind[token] === kinds.newline) {
        const [end, next] = [tokens.begin[token] as number, tokens.end[token] as number];
        return { begin, end, next, first, last: token };
      }
      token = tokens.after(token);
    }
    return { begin, end: stretchEnd, next: stretchEnd, first, last: token };
  }

  private readLine(line: Line, depth: number): void {
    const { source, units, tokens } = this.page;
    let at = line.begin;
    while (at < line.end && isLineSpace(units[at] as number)) at++;
    if (at === line.end) {
      this.finish();
      return;
    }
    const code = units[at] as number;
    const open = this.tableOn(line);
    if (open >= 0) {
      this.finish();
      const table = readTable(this.page, open, this.render);
      if (table) this.blocks.push(table);
      const end = tokens.end[tokens.mate[open] as number] as number;
      const rest = { ...line, begin: end, first: (tokens.mate[open] as number) + 1 };
      if (rest.begin < rest.end) this.readLine(rest, depth);
    } else if (isListMark(code)) this.listLine(line, at);
    else if (code === codes.hyphen && source.startsWith('----', at)) this.finish();
    else if (!this.templateLine(line, depth)) this.paragraphLine(line);
  }

  /** The mark of a table that the line begins with, or -1. */
  private tableOn({ begin, first, last }: Line): number {
    const { units, tokens } = this.page;
    for (let token = first; token < last; token = tokens.after(token)) {
      const kind = tokens.kind[token];
      if (kind === kinds.tableOpen) return (tokens.mate[token] as number) > token ? token : -1;
      if (kind !== kinds.hidden || !isBlank(units, begin, tokens.begin[token] as number)) return -1;
    }
    return -1;
  }

  private listLine(line: Line, from: number): void {
    this.finishParagraph();
    const { units, locator } = this.page;
    let at = from;
    while (at < line.end && isListMark(units[at] as number)) at++;
    const words = { begin: at, end: line.end, token: this.tokenAt(line, at) };
    const mark = units[at - 1];
    const { term } = this;
    this.term = null;
    if (mark === codes.colon && term && !term.isWhole && this.describe(term, words, at - from)) {
      this.term = { ...term, isWhole: true };
      return;
    }
    const out = new TextBuilder(this.page);
    const level = at - from + (mark === codes.colon && term ? 1 : 0);
    if (mark === codes.semicolon) this.termLine(line, words, out);
    else this.render(words, out);
    const text = out.finish();
    if (!text) return;
    this.items.push({ type: 'item', span: locator.trimmedSpan(from, line.end), level, text });
    if (mark === codes.semicolon) this.term = { from, level, out, isWhole: false };
    else if (mark === codes.colon) this.term = term;
  }

  /** `;term :description` */
  private termLine(line: Line, words: Stretch, out: TextBuilder): void {
    const colon = this.colonIn(line, words);
    this.render({ ...words, end: colon }, out);
    if (colon === words.end) return;
    out.made(' – ', colon, colon + 1);
    this.render({ begin: colon + 1, end: words.end, token: this.tokenAt(line, colon) }, out);
  }

  /** A description on the line behind a term that is a link belongs to it: `;[[A]]`, `:B`. */
  private describe({ from, level, out }: Term, words: Stretch, depth: number): boolean {
    const { locator } = this.page;
    const text = out.finish();
    if (!text || !linkOf(text) || depth !== level || this.items.length === 0) return false;
    out.made(' – ', words.begin - 1, words.begin);
    this.render(words, out);
    this.items.pop();
    const whole = out.finish() as Text;
    this.items.push({ type: 'item', span: locator.trimmedSpan(from, words.end), level, text: whole });
    return true;
  }

  /** Where the first colon of a stretch stands that no mark holds, or its end. */
  private colonIn(line: Line, { begin, end, token: first }: Stretch): number {
    const { source, tokens } = this.page;
    let from = begin;
    for (let token = first; from < end; token = tokens.after(token)) {
      const to = token < line.last ? Math.min(end, tokens.begin[token] as number) : end;
      const colon = source.slice(from, to).search(/:(?!\/\/)/);
      if (colon >= 0) return from + colon;
      if (token >= line.last) break;
      from = tokens.end[tokens.after(token) - 1] as number;
    }
    return end;
  }

  private tokenAt({ first, last }: Line, offset: number): number {
    let token = first;
    while (token < last && (this.page.tokens.begin[token] as number) < offset) token++;
    return token;
  }

  /** A line of nothing but templates, footnotes and comments. @returns whether it is one */
  private templateLine(line: Line, depth: number): boolean {
    const { units, tokens } = this.page;
    const calls: number[] = [];
    let from = line.begin;
    for (let token = line.first; token < line.last; token = tokens.after(token)) {
      const kind = tokens.kind[token];
      const isCall = kind === kinds.templateOpen && (tokens.mate[token] as number) > token;
      if (!isCall && kind !== kinds.hidden) return false;
      if (!isBlank(units, from, tokens.begin[token] as number)) return false;
      if (isCall) calls.push(token);
      from = tokens.end[isCall ? (tokens.mate[token] as number) : token] as number;
    }
    if (!isBlank(units, from, line.end)) return false;
    for (const token of calls) {
      const named = nameAtGlance(this.page, token);
      const isAlone = token + 1 === tokens.mate[token];
      if (named?.action?.does === 'hide') continue;
      if (named?.action === null && isAlone) {
        // A paragraph is one stretch; what stands between its lines would become a part of it.
        this.finishParagraph();
        countUnknown(this.page.found, named.name, tokens.begin[token] as number);
      } else this.template(token, depth, line);
    }
    return true;
  }

  private template(token: number, depth: number, line: Line): void {
    const call = readCall(this.page, token);
    const does = call.action?.does;
    if (does === 'block' && depth < deepest) {
      this.finish();
      for (const parameter of call.parameters) {
        if (!holdsContents(this.page, parameter)) continue;
        for (const block of new PageBlocks(this.page, this.render).read(parameter, depth + 1))
          this.blocks.push(block);
      }
      return;
    }
    if (does === 'list') {
      this.listTemplate(token);
      return;
    }
    // Boxes, and what is not known, are no part of the paragraph around them.
    const isApart = does === undefined || does === 'infobox' || does === 'disambiguate' || does === 'picture';
    if (isApart) this.finishParagraph();
    this.paragraphLine({ ...line, begin: call.begin, end: call.end, first: token });
    if (isApart) this.finishParagraph();
  }

  private listTemplate(token: number): void {
    this.finish();
    const { tokens } = this.page;
    const out = new TextBuilder(this.page);
    const end = tokens.end[tokens.mate[token] as number] as number;
    this.render({ begin: tokens.begin[token] as number, end, token }, out);
    for (const text of out.finishItems()) this.items.push({ type: 'item', span: text.span, level: 1, text });
    this.finish();
  }

  private paragraphLine(line: Line): void {
    this.finishList();
    this.paragraph ??= { begin: line.begin, end: line.end, token: line.first };
    this.paragraph.end = line.end;
  }

  private finish(): void {
    this.finishParagraph();
    this.finishList();
  }

  private finishParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (!paragraph) return;
    const text = wordsOf(this.page, paragraph, this.render);
    if (text) this.blocks.push({ type: 'paragraph', span: text.span, text });
  }

  private finishList(): void {
    const { items } = this;
    this.items = [];
    this.term = null;
    const [first, last] = [items[0], items.at(-1)];
    if (first && last) this.blocks.push({ type: 'list', span: spanning(first, last), items });
  }
}

function isBlank(units: Units, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (!isLineSpace(units[at] as number)) return false;
  return true;
}
