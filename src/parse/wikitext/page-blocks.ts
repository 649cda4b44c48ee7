/** Lines of wikitext to paragraphs, lists and tables. */
import type { Block, Item, Text } from '../../article.js';
import { linkOf, qualityOf, spanning } from '../../article.js';
import type { Units } from '../units.js';
import { holdsContents, nameAtGlance, readCall } from './call.js';
import { codes, isLineSpace, isListMark } from './characters.js';
import { enterCall, enterHidden } from './enter.js';
import { Holders } from './holders.js';
import { isLoneBox, readInfobox } from './infobox.js';
import type { Page, Render, Stretch } from './page.js';
import { countUnknown } from './page.js';
import { readTable } from './table.js';
import type { NamedAction } from './templates.js';
import { TextBuilder } from './text-builder.js';
import { kinds } from './tokens.js';
import { countUnshown } from './unshown.js';
import { wordsOf } from './words.js';

/** How deep templates that hold parts of the page may stand in each other. */
const deepest = 10;

/** What templates do that are no part of the paragraph around them. */
const apart: ReadonlySet<string> = new Set(['infobox', 'disambiguate', 'picture', 'describe', 'identify']);

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
        const end = tokens.begin[token] as number;
        return { begin, end, next: tokens.end[token] as number, first, last: token };
      }
      token = tokens.after(token);
    }
    return { begin, end: stretchEnd, next: stretchEnd, first, last: token };
  }

  private readLine(line: Line, depth: number): void {
    const { source, units } = this.page;
    const [at] = this.inkIn(line, line.begin, line.first);
    if (at === line.end) {
      // A line of comments is taken out with its line break.
      if (!this.holdsComment(line)) this.finish();
      return;
    }
    const code = units[at] as number;
    const open = this.tableOn(line);
    if (open >= 0) this.tableLine(line, open, depth);
    else if (isListMark(code)) this.listLine(line, at);
    else if (code === codes.hyphen && source.startsWith('----', at)) this.ruleLine(line, at);
    else if (!this.boxLine(line, at, depth) && !this.templateLine(line, depth)) this.paragraphLine(line);
  }

  /** Where the words of a line go on behind white space and comments, and the first mark there. */
  private inkIn({ end }: Line, from: number, first: number): [at: number, token: number] {
    const { units, tokens } = this.page;
    let at = from;
    let token = first;
    for (;;) {
      while (at < end && isLineSpace(units[at] as number)) at++;
      if (at >= end || tokens.kind[token] !== kinds.comment || tokens.begin[token] !== at) return [at, token];
      at = tokens.end[token++] as number;
    }
  }

  private holdsComment({ first, last }: Line): boolean {
    return first < last && this.page.tokens.kind[first] === kinds.comment;
  }

  private tableLine(line: Line, open: number, depth: number): void {
    this.finish();
    const { tokens } = this.page;
    const { outside, table } = readTable(this.page, open, this.render);
    for (const stretch of outside) {
      if (depth < deepest) this.readInside(stretch, depth);
      else this.paragraphBlock(stretch);
    }
    if (table) this.blocks.push(table);
    const close = tokens.mate[open] as number;
    const rest = { ...line, begin: tokens.end[close] as number, first: close + 1 };
    if (rest.begin < rest.end) this.readLine(rest, depth);
  }

  /** Reads blocks that stand inside something. */
  private readInside(stretch: Stretch, depth: number): void {
    for (const block of new PageBlocks(this.page, this.render).read(stretch, depth + 1))
      this.blocks.push(block);
  }

  /** `----`, drawn as a line; words may stand behind it. */
  private ruleLine(line: Line, from: number): void {
    this.finish();
    const { units } = this.page;
    let at = from;
    while (at < line.end && units[at] === codes.hyphen) at++;
    this.page.ledger?.hide(from, at, 'markup');
    if (!isBlank(units, at, line.end))
      this.paragraphLine({ ...line, begin: at, first: this.tokenAt(line, at) });
  }

  /** The mark of a table that the line begins with, or -1. */
  private tableOn({ begin, first, last }: Line): number {
    const { units, tokens } = this.page;
    for (let token = first; token < last; token = tokens.after(token)) {
      const kind = tokens.kind[token];
      if (kind === kinds.tableOpen) return (tokens.mate[token] as number) > token ? token : -1;
      const isHidden = kind === kinds.hidden || kind === kinds.comment;
      if (!isHidden || !isBlank(units, begin, tokens.begin[token] as number)) return -1;
    }
    return -1;
  }

  private listLine(line: Line, from: number): void {
    this.finishParagraph();
    const { locator } = this.page;
    const { depth, mark, words } = this.marksOf(line, from);
    const { term } = this;
    this.term = null;
    if (mark === codes.colon && term && !term.isWhole && this.describe(term, words, depth)) {
      this.term = { ...term, isWhole: true };
      return;
    }
    const out = new TextBuilder(this.page);
    const level = depth + (mark === codes.colon && term ? 1 : 0);
    const isTerm = mark === codes.semicolon && this.termLine(line, words, out);
    if (mark !== codes.semicolon) this.render(words, out);
    const text = out.finish();
    if (!text) return;
    const span = locator.trimmedSpan(from, line.end);
    this.items.push({ type: 'item', span, level, ...(isTerm ? { isTerm } : {}), text });
    if (mark === codes.semicolon) this.term = { from, level, out, isWhole: false };
    else if (mark === codes.colon) this.term = term;
  }

  /** The marks that an item begins with, between which comments may stand. */
  private marksOf(line: Line, from: number): { depth: number; mark: number; words: Stretch } {
    const { units, tokens } = this.page;
    let [at, token, depth, mark] = [from, this.tokenAt(line, from), 0, 0];
    for (; at < line.end; ) {
      if (isListMark(units[at] as number)) {
        mark = units[at++] as number;
        this.page.ledger?.hide(at - 1, at, 'markup');
        depth++;
      } else if (tokens.kind[token] === kinds.comment && tokens.begin[token] === at) {
        at = tokens.end[token++] as number;
      } else break;
    }
    return { depth, mark, words: { begin: at, end: line.end, token } };
  }

  /** `;term :description` @returns whether the term stands alone */
  private termLine(line: Line, words: Stretch, out: TextBuilder): boolean {
    const colon = this.colonIn(line, words);
    this.render({ ...words, end: colon }, out);
    if (colon === words.end) return true;
    this.page.ledger?.hide(colon, colon + 1, 'markup');
    out.made(' – ', colon, colon + 1);
    this.render({ begin: colon + 1, end: words.end, token: this.tokenAt(line, colon) }, out);
    return false;
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

  /** Where the first colon of a stretch stands that no mark or element holds, or its end. */
  private colonIn(line: Line, { begin, end, token: first }: Stretch): number {
    const { source, tokens } = this.page;
    const holders = new Holders(this.page);
    let from = begin;
    for (let token = first; from < end; token = tokens.after(token)) {
      const to = token < line.last ? Math.min(end, tokens.begin[token] as number) : end;
      const colon = holders.areOpen ? -1 : source.slice(from, to).search(/:(?!\/\/)/);
      if (colon >= 0) return from + colon;
      if (token >= line.last) break;
      holders.add(token);
      from = tokens.end[tokens.after(token) - 1] as number;
    }
    return end;
  }

  private tokenAt({ first, last }: Line, offset: number): number {
    let token = first;
    while (token < last && (this.page.tokens.begin[token] as number) < offset) token++;
    return token;
  }

  /** A line that begins with an infobox by any name; what stands behind it is a line of its own. @returns whether it is one */
  private boxLine(line: Line, at: number, depth: number): boolean {
    const { page } = this;
    const { tokens } = page;
    if (!page.found.isBeforeWords || depth > 0) return false;
    const token = this.tokenAt(line, at);
    const isCall = tokens.kind[token] === kinds.templateOpen && (tokens.mate[token] as number) > token;
    if (!isCall || tokens.begin[token] !== at || nameAtGlance(page, token)?.action) return false;
    const call = readCall(page, token);
    if (this.paragraph || !isLoneBox(page, call)) return false;
    enterCall(page, call);
    readInfobox(page, call, this.render);
    const rest = { ...line, begin: call.end, first: (tokens.mate[token] as number) + 1 };
    if (!isBlank(page.units, rest.begin, rest.end)) this.readLine(rest, depth);
    return true;
  }

  /** A line of nothing but templates, footnotes and comments. @returns whether it is one */
  private templateLine(line: Line, depth: number): boolean {
    const { units, tokens } = this.page;
    const calls: number[] = [];
    let from = line.begin;
    for (let token = line.first; token < line.last; token = tokens.after(token)) {
      const kind = tokens.kind[token];
      const isCall = kind === kinds.templateOpen && (tokens.mate[token] as number) > token;
      if (!isCall && !isUnseen(kind)) return false;
      if (!isBlank(units, from, tokens.begin[token] as number)) return false;
      if (isCall) calls.push(token);
      from = tokens.end[isCall ? (tokens.mate[token] as number) : token] as number;
    }
    if (!isBlank(units, from, line.end)) return false;
    if (tokens.kind[line.first] === kinds.switch && calls.length === 0) this.finish();
    for (const token of calls) this.call(token, depth, line);
    return true;
  }

  private call(token: number, depth: number, line: Line): void {
    const { tokens } = this.page;
    const named = nameAtGlance(this.page, token);
    const isAlone = token + 1 === tokens.mate[token];
    if (named?.action?.does === 'hide') enterHidden(this.page, token, named.name);
    else if (named?.action === null && isAlone) {
      // A paragraph is one stretch; what stands between its lines would become a part of it.
      this.finishParagraph();
      const call = readCall(this.page, token);
      this.page.ledger?.hide(call.begin, call.end, 'unknown-template');
      countUnknown(this.page, call);
    } else this.template(token, named, depth, line);
  }

  private template(token: number, named: NamedAction | null, depth: number, line: Line): void {
    const call = readCall(this.page, token, named);
    const does = call.action?.does;
    if (does === 'block' && depth < deepest) {
      enterCall(this.page, call);
      this.finish();
      for (const parameter of call.parameters) {
        if (!holdsContents(this.page, parameter)) continue;
        parameter.isUsed = true;
        this.readInside(parameter, depth);
      }
      countUnshown(this.page, call);
      return;
    }
    if (does === 'list') {
      this.listTemplate(token);
      return;
    }
    // Boxes, and what is not known, are no part of the paragraph around them.
    const isApart = does === undefined || apart.has(does);
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
    if (paragraph) this.paragraphBlock(paragraph);
  }

  private paragraphBlock(stretch: Stretch): void {
    const { found } = this.page;
    found.meetsDisambiguation = false;
    const text = wordsOf(this.page, stretch, this.render);
    if (!text) {
      if (found.meetsDisambiguation) found.isDisambiguation = true;
      return;
    }
    this.blocks.push({ type: 'paragraph', span: text.span, text });
    if (qualityOf(text)?.isWikitext !== true) found.isBeforeWords = false;
  }

  private finishList(): void {
    const { items } = this;
    this.items = [];
    this.term = null;
    const [first, last] = [items[0], items.at(-1)];
    if (first && last) this.blocks.push({ type: 'list', span: spanning(first, last), items });
  }
}

function isUnseen(kind: number | undefined): boolean {
  return kind === kinds.hidden || kind === kinds.comment || kind === kinds.switch;
}

function isBlank(units: Units, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (!isLineSpace(units[at] as number)) return false;
  return true;
}
