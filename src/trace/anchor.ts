/**
 * The words between the two ends of a span, told from the markup between them. It is read here by itself, and not by the
 * reader that made the statements, so that a mistake of the one is not the other's.
 */
import { decodeHTML } from 'entities/decode';
import type { TextFormat } from '../source.js';
import { cellLooksAt } from './cell-looks.js';
import { Elements, hasEntities, isWhole } from './elements.js';
import { marks } from './marks.js';
import { MergedCells } from './merged-cells.js';
import { percentDecoded } from './percent.js';
import { readPlainAnchor } from './plain-anchor.js';
import type { MarkupWords, Token } from './token.js';
import { wordsOf } from './words.js';

export function readAnchor(text: string, format: TextFormat, markup: MarkupWords): Token[] {
  if (format === 'plain') return readPlainAnchor(text);
  return new AnchorReader(text, markup).read();
}

/** What was opened and is not closed yet. */
type Open =
  /** `title`: a link that shows the title that it leads to. */
  | { readonly is: 'target' | 'title' | 'link' | 'file' }
  /** `from`: number of the tokens before it. */
  | { readonly is: 'template'; readonly name: string; readonly from: number };

/** How many words a template can have whose words are put in another order. */
const mostMoved = 2000;

/** Links that are no words of the page: pictures, categories, and the page in the languages whose codes they begin with. */
const notShown = /^\s*(?:file|image|category|(?<prefix>[a-z]{2,3}(?:-[a-z]{1,12})*|simple))\s*:/i;

class AnchorReader {
  private readonly tokens: Token[] = [];
  private readonly open: Open[] = [];
  /** Words until the next mark that parts words. */
  private run = '';
  private isHidden = false;
  private joins = false;
  /** Whether what is read is the caption of a table, which is no part of its rows. */
  private isCaption = false;
  private readonly merged = new MergedCells();
  /** Number of the tokens before the first bar outside of all that is opened; -1 where there is none, or a table. */
  private firstBar = -1;
  private isTable = false;
  /** Whether the words of a link to an address are read. */
  private isAddress = false;

  /** How many of each kind are open. */
  private readonly opened = { template: 0, target: 0, title: 0, link: 0, file: 0 };
  /** Where the last comment ends, or -1. */
  private readonly lastComment: number;
  private readonly elements: Elements;

  constructor(
    private readonly text: string,
    private readonly markup: MarkupWords,
  ) {
    this.lastComment = text.lastIndexOf('-->');
    this.elements = new Elements(text);
  }

  read(): Token[] {
    let at = 0;
    marks.lastIndex = 0;
    for (let match = marks.exec(this.text); match; match = marks.exec(this.text)) {
      this.run += this.text.slice(at, match.index);
      at = marks.lastIndex;
      at += this.mark(match[0], match.groups ?? {}, at);
      marks.lastIndex = at;
    }
    this.run += this.text.slice(at);
    this.flush(false);
    while (this.opened.template > 0) this.closeTemplate();
    return this.tokens;
  }

  /** @returns how many characters behind the mark belong to it */
  private mark(mark: string, groups: Readonly<Record<string, string | undefined>>, behind: number): number {
    if (groups.comment) return this.comment(mark, behind);
    if (groups.entity) this.entity(mark);
    else if (groups.name) return this.tag(mark, groups.name.toLowerCase(), behind);
    else if (groups.switch && mark !== mark.toUpperCase()) this.run += mark;
    else if (groups.switch || groups.quotes) this.split(mark, groups.switch !== undefined);
    else if (groups.open) this.template(behind);
    else if (groups.close) this.closeTemplate();
    else if (groups.link) this.link(behind);
    else if (groups.linkEnd) this.closeLink();
    else if (groups.address) this.address(mark);
    else if (groups.addressEnd) this.closeAddress(mark);
    else if (groups.date) this.date(mark);
    else if (groups.namedDate) this.date(mark.replace(/\p{L}+(?=\s*=)/gu, ''));
    else if (groups.bar) return this.bar(behind);
    else return this.cell(mark, behind);
    return 0;
  }

  /** Where a template is shown as it stands, so is its entity. */
  private entity(mark: string): void {
    const character = decodeHTML(mark);
    if (this.isHidden) this.hide(mark);
    if (/\s/.test(character)) this.flush(false);
    this.run += character;
  }

  /** One that is never closed is read as words. */
  private comment(mark: string, behind: number): number {
    const end = behind > this.lastComment ? -1 : this.text.indexOf('-->', behind) + 3;
    const inside = end < 0 ? '' : this.text.slice(behind, end);
    if (this.isHidden) this.hide(mark + inside);
    else this.flush(true);
    return inside.length;
  }

  /** A mark that leads to no words, and parts those on both its sides or not. */
  private split(mark: string, parts: boolean): void {
    if (this.isHidden) this.hide(mark);
    else this.flush(!parts);
  }

  private tag(mark: string, name: string, behind: number): number {
    const role = this.markup.tagRole(name);
    if (role === null) {
      this.run += '<';
      return 1 - mark.length;
    }
    const element = role === 'parts' || role === 'joins' ? null : this.elements.behind(mark, name, behind);
    const parts = role === 'parts' || (name === 'ref' && element === null && !isWhole(mark));
    const { holds, length } = element ?? { holds: '', length: 0 };
    this.split(this.isHidden ? mark + this.text.slice(behind, behind + length) : mark, parts);
    if (role === 'quotes' && !this.isHidden) this.run += hasEntities.test(name) ? decodeHTML(holds) : holds;
    return length;
  }

  private template(behind: number): void {
    this.flush(true);
    const name = /^[^{}|[\]<>]{0,100}/.exec(this.text.slice(behind, behind + 100))?.[0] ?? '';
    this.begin({ is: 'template', name, from: this.tokens.length });
  }

  private closeTemplate(): void {
    this.flush(true);
    const index = this.open.findLastIndex(({ is }) => is === 'template');
    const closed = this.open[index];
    if (closed?.is !== 'template') this.closeEarlier();
    else {
      this.end(index, this.open.length - index);
      const given = (): readonly string[] => this.spelledFrom(closed.from);
      const words = this.markup.templateWords(closed.name, given);
      if (words !== null) this.add([...wordsOf(words), ...given()]);
    }
    this.update();
  }

  /** The template began before the text: what stands between its first bar and its end is more of its parameters. */
  private closeEarlier(): void {
    if (this.firstBar < 0) return;
    for (let i = this.firstBar; i < this.tokens.length; i++) {
      const token = this.tokens[i] as Token;
      if ('word' in token) this.tokens[i] = { ...token, isHidden: true };
    }
    this.firstBar = this.tokens.length;
  }

  private meetBar(): void {
    if (this.firstBar < 0 && this.open.length === 0 && !this.isTable) this.firstBar = this.tokens.length;
  }

  private link(behind: number): void {
    const inside = this.text.slice(behind, behind + 1000);
    const hasTarget = /^(?:[^[\]|{}]|\{\{\{?[^{}]{0,200}\}\}\}?)*\|/.test(inside);
    const special = notShown.exec(inside);
    const prefix = special?.groups?.prefix?.toLowerCase();
    const isFile = special !== null && (prefix === undefined || this.markup.isLanguage(prefix));
    this.flush(true);
    this.begin({ is: isFile ? 'file' : hasTarget ? 'target' : 'title' });
  }

  private closeLink(): void {
    this.flush(true);
    const index = this.open.findLastIndex(({ is }) => is !== 'template');
    if (index >= 0) this.end(index, 1);
  }

  private address(mark: string): void {
    this.isAddress = true;
    this.hide(mark);
  }

  private closeAddress(mark: string): void {
    if (this.isAddress) this.flush(true);
    else this.run += mark;
    this.isAddress = false;
  }

  /** What stands between a bar and an equals sign is the name of a parameter. */
  private bar(behind: number): number {
    this.flush(true);
    this.meetBar();
    if (this.open.at(-1)?.is === 'target') {
      this.end(this.open.length - 1, 1);
      this.begin({ is: 'link' });
    }
    return this.parameterName(behind);
  }

  private parameterName(behind: number): number {
    const name = /^\s*[\p{L}\p{N}_ -]{1,40}=/u.exec(this.text.slice(behind, behind + 60))?.[0] ?? '';
    this.hide(name);
    return name.length;
  }

  /**
   * A mark of tables. What stands between it and a single bar says how a cell looks; behind the mark of a row or table
   * there is nothing else.
   */
  private cell(mark: string, behind: number): number {
    const isInside = this.opened.template > 0;
    this.flush(isInside);
    if (isInside) return 0;
    this.isTable ||= mark.endsWith('{|');
    if (mark.endsWith('\n|')) {
      this.meetBar();
      // Outside of a table it divides parameters of a template that begins before the text.
      if (!this.isTable) return this.parameterName(behind);
    }
    this.isCaption = mark.endsWith('+');
    this.update();
    const { before } = this.merged;
    if (before) this.tokens.push(before);
    if (mark.endsWith('{|')) this.merged.openTable();
    const isCell = !/(?:\{\||\|-)$/.test(mark);
    const line = /^[^\n]*/.exec(this.text.slice(behind, behind + 2000))?.[0] ?? '';
    const looks = isCell ? cellLooksAt(this.text, behind) : line;
    this.merged.beginCell(null);
    this.hide(looks);
    if (mark.endsWith('|}')) this.merged.closeTable();
    else this.merged.beginCell(isCell ? looks : null);
    return looks.length;
  }

  private date(mark: string): void {
    const words = wordsOf(mark);
    const numbers = words.map((word) => word.replace(/^0+(?=\d)/, ''));
    const months = numbers.flatMap((word) =>
      /^\d\d?$/.test(word) ? this.markup.monthNames(Number(word)) : [],
    );
    this.hide(mark);
    this.add([...words, ...numbers, ...months.flatMap(wordsOf)]);
  }

  private add(words: readonly string[]): void {
    if (words.length === 0) return;
    this.tokens.push({ added: new Set(words) });
    this.merged.take(words);
  }

  /** The words of the tokens from a number on, unless there are too many. */
  private spelledFrom(from: number): string[] {
    const words: string[] = [];
    for (const token of this.tokens.slice(from, from + mostMoved)) {
      if ('word' in token) words.push(token.word);
      else words.push(...token.added);
      if (words.length >= mostMoved) return [];
    }
    return words;
  }

  private hide(text: string): void {
    this.flush(true);
    for (const word of wordsOf(text)) this.push(word, true, true);
  }

  private begin(open: Open): void {
    this.open.push(open);
    this.opened[open.is]++;
    this.update();
  }

  private end(index: number, count: number): void {
    for (const { is } of this.open.splice(index, count)) this.opened[is]--;
    this.update();
  }

  private update(): void {
    this.isHidden = this.isCaption || this.open.length > this.opened.link + this.opened.title;
  }

  /** @param joins whether what comes next may go on with the last word */
  private flush(joins: boolean): void {
    this.pushDecoded();
    const words = wordsOf(this.run);
    const begins = /^[\p{L}\p{N}\p{M}\p{Cf}]/u.test(this.run);
    const ends = /[\p{L}\p{N}\p{M}\p{Cf}]$/u.test(this.run);
    for (const [i, word] of words.entries()) this.push(word, this.isHidden, i === 0 && begins && this.joins);
    // What is hidden may be shown or not: words that are seen may go on with it, or with what stands before it.
    const goesOn = this.run === '' ? this.joins : ends || (this.isHidden && this.joins);
    this.joins = joins && goesOn;
    this.run = '';
  }

  /** A title is shown with its escapes decoded or, where that makes none, as it stands. */
  private pushDecoded(): void {
    const top = this.open.at(-1)?.is;
    if ((top !== 'target' && top !== 'title') || !this.run.includes('%')) return;
    const decoded = percentDecoded(this.run);
    if (decoded === this.run) return;
    for (const word of [...wordsOf(this.run), ...wordsOf(decoded)]) this.push(word, true, false);
    this.run = '';
  }

  private push(word: string, isHidden: boolean, joins: boolean): void {
    this.tokens.push({ word, isHidden, joins });
    this.merged.take([word]);
  }
}
