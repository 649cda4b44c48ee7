/**
 * The words between the two ends of a span, told from the markup between them. It is read here by itself, and not by the
 * reader that made the statements, so that a mistake of the one is not the other's.
 */
import { decodeHTML } from 'entities/decode';
import type { TextFormat } from '../source.js';
import { cellLooks, marks } from './marks.js';
import { readPlainAnchor } from './plain-anchor.js';
import type { MarkupWords, Token } from './token.js';
import { wordsOf } from './words.js';

export function readAnchor(text: string, format: TextFormat, markup: MarkupWords): Token[] {
  if (format === 'plain') return readPlainAnchor(text);
  return new AnchorReader(text, markup).read();
}

/** What was opened and is not closed yet. */
type Open =
  | { readonly is: 'target' | 'link' | 'file' }
  /** `words`: what its name adds, null where nothing; `from`: number of the tokens before it. */
  | { readonly is: 'template'; readonly words: string | null; readonly from: number };

/** How many words a template, or the merged cells of a table, can have whose words are put in another order. */
const mostMoved = 2000;

class AnchorReader {
  private readonly tokens: Token[] = [];
  private readonly open: Open[] = [];
  /** Words until the next mark that parts words. */
  private run = '';
  private isHidden = false;
  private joins = false;
  /** Whether what is read is the caption of a table, which is no part of its rows. */
  private isCaption = false;
  /** Words of the cells that are merged over others, and whether those that are read are of such a cell. */
  private readonly merged: string[] = [];
  private mergedSet: { readonly length: number; readonly added: ReadonlySet<string> } = {
    length: 0,
    added: new Set(),
  };
  private isMerged = false;
  /** Number of the tokens before the first bar outside of all that is opened; -1 where there is none, or a table. */
  private firstBar = -1;
  private isTable = false;

  /** How many of each kind are open. */
  private readonly opened = { template: 0, target: 0, link: 0, file: 0 };
  /** Where the last comment ends, or -1. */
  private readonly lastComment: number;

  constructor(
    private readonly text: string,
    private readonly markup: MarkupWords,
  ) {
    this.lastComment = text.lastIndexOf('-->');
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
    else if (groups.dropped || groups.parting || groups.joining) this.tag(mark, groups.parting !== undefined);
    else if (groups.open) this.template(behind);
    else if (groups.close) this.closeTemplate();
    else if (groups.link) this.link(behind);
    else if (groups.linkEnd) this.closeLink();
    else if (groups.address) this.hide(mark);
    else if (groups.date) this.date(mark);
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

  private tag(mark: string, parts: boolean): void {
    if (this.isHidden) this.hide(mark);
    else this.flush(!parts);
  }

  private template(behind: number): void {
    this.flush(true);
    const name = /^[^{}|[\]<>]{0,100}/.exec(this.text.slice(behind, behind + 100))?.[0] ?? '';
    this.begin({ is: 'template', words: this.markup.templateWords(name), from: this.tokens.length });
  }

  private closeTemplate(): void {
    this.flush(true);
    const index = this.open.findLastIndex(({ is }) => is === 'template');
    const closed = this.open[index];
    if (closed?.is !== 'template') this.closeEarlier();
    else {
      this.end(index, this.open.length - index);
      if (closed.words !== null) this.add([...wordsOf(closed.words), ...this.spelledFrom(closed.from)]);
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
    const hasTarget = /^[^[\]|{}]*\|/.test(inside);
    const isFile = /^\s*(?:file|image)\s*:/i.test(inside);
    this.flush(true);
    this.begin({ is: isFile ? 'file' : hasTarget ? 'target' : 'link' });
  }

  private closeLink(): void {
    this.flush(true);
    const index = this.open.findLastIndex(({ is }) => is !== 'template');
    if (index >= 0) this.end(index, 1);
  }

  /** What stands between a bar and an equals sign is the name of a parameter. */
  private bar(behind: number): number {
    this.flush(true);
    this.meetBar();
    if (this.open.at(-1)?.is === 'target') {
      this.end(this.open.length - 1, 1);
      this.begin({ is: 'link' });
    }
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
    if (mark.endsWith('\n|')) this.meetBar();
    this.isCaption = mark.endsWith('+');
    this.update();
    if (this.merged.length > 0) {
      if (this.mergedSet.length !== this.merged.length)
        this.mergedSet = { length: this.merged.length, added: new Set(this.merged) };
      this.tokens.push(this.mergedSet);
    }
    const line = /^[^\n]*/.exec(this.text.slice(behind, behind + 2000))?.[0] ?? '';
    const looks = /(?:\{\||\|-)$/.test(mark) ? line : (cellLooks.exec(line)?.[0] ?? '');
    this.isMerged = false;
    this.hide(looks);
    this.isMerged = /(?:row|col)span/i.test(looks);
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
    if (words.length > 0) this.tokens.push({ added: new Set(words) });
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
    this.isHidden = this.isCaption || this.open.length > this.opened.link;
  }

  /** @param joins whether what comes next may go on with the last word */
  private flush(joins: boolean): void {
    const words = wordsOf(this.run);
    const begins = /^[\p{L}\p{N}\p{M}\p{Cf}]/u.test(this.run);
    const ends = /[\p{L}\p{N}\p{M}\p{Cf}]$/u.test(this.run);
    for (const [i, word] of words.entries()) this.push(word, this.isHidden, i === 0 && begins && this.joins);
    this.joins = joins && (this.run === '' ? this.joins : ends);
    this.run = '';
  }

  private push(word: string, isHidden: boolean, joins: boolean): void {
    this.tokens.push({ word, isHidden, joins });
    if (this.isMerged && this.merged.length < mostMoved) this.merged.push(word);
  }
}
