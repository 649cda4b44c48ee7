/**
 * Patterns of the items of lists: `"{name}"[ ({writer})] – {length}`. A slot takes the words up to the next sign or word of the
 * pattern, and never a part of a link, of what is in brackets or of a quotation; `…` takes what is left. Of two slots side by side
 * the first takes a link, or what a template puts there, or one word.
 */
import type { Link, Text } from '../../article.js';
import { stretchesOf } from '../../article.js';
import { literalPattern } from '../../value/literal-pattern.js';

export class ItemPatternError extends Error {}

type Token =
  | { readonly is: 'slot'; readonly name: string }
  | { readonly is: 'rest' }
  /** The space between two slots. */
  | { readonly is: 'gap' }
  | { readonly is: 'sign'; readonly fits: RegExp; readonly finds: RegExp };

export interface ItemPattern {
  readonly tokens: readonly Token[];
  /** The names of its slots. */
  readonly slots: readonly string[];
}

/** Where a slot's words stand in an item. */
export interface Captured {
  readonly slot: string;
  readonly begin: number;
  readonly end: number;
}

export interface ItemMatch {
  readonly captures: readonly Captured[];
  /** What no slot holds, and is no sign of the pattern. */
  readonly rest: { readonly begin: number; readonly end: number } | null;
}

/** Signs that are written in several ways; a dash stands between spaces, or before digits. */
const signs: Readonly<Record<string, string>> = {
  '–': '(?:\\s+(?:[–—]\\s*|-\\s+)|(?<=["”)])[–—]\\s*)',
  '"': '["“”]',
  ':': '\\s*:\\s+',
  ';': '\\s*;\\s*',
  '.': '\\.\\s+',
  ',': '\\s*,\\s*',
  '(': '\\s*[([]\\s*',
  ')': '\\s*[)\\]]',
};

const written =
  /\{(?<slot>[a-z]\w*)\}|(?<rest>…)|(?<sign>[–":;.,()])|(?<word>[\p{L}\p{N}][\p{L}\p{N}.'’&/|-]*)|(?<space>\s+)|(?<other>.)/gu;

/** More ways to write an item than any pattern needs. */
const mostWays = 100;

/** The ways to write an item that a pattern stands for, the longest first: what is between square brackets may be missing. */
export function parseItemPattern(pattern: string): ItemPattern[] {
  const ways = waysOf(pattern);
  if (ways.length > mostWays) throw new ItemPatternError('Too much of it may be missing.');
  return ways.map(parseWay);
}

function waysOf(pattern: string): string[] {
  const open = pattern.indexOf('[');
  if (open < 0) return [pattern];
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '[') depth++;
    else if (pattern[at] === ']' && --depth === 0) {
      const [before, inside, behind] = [
        pattern.slice(0, open),
        pattern.slice(open + 1, at),
        pattern.slice(at + 1),
      ];
      const rest = waysOf(behind);
      return [...waysOf(inside), ''].flatMap((way) => rest.map((end) => before + way + end));
    }
  }
  throw new ItemPatternError('A bracket is never closed.');
}

function parseWay(pattern: string): ItemPattern {
  const tokens: Token[] = [];
  let sign = '';
  let isGap = false;
  const endSign = (): void => {
    if (sign !== '') tokens.push({ is: 'sign', fits: new RegExp(sign, 'uy'), finds: new RegExp(sign, 'ug') });
    else if (isGap) tokens.push({ is: 'gap' });
    sign = '';
    isGap = false;
  };
  for (const { groups = {} } of pattern.matchAll(written)) {
    const { slot, rest, space, other } = groups;
    if (other !== undefined) throw new ItemPatternError(`"${other}" means nothing in a pattern of items.`);
    if (space !== undefined) isGap = tokens.at(-1)?.is === 'slot';
    else if (slot === undefined && rest === undefined)
      sign += signOf(groups, tokens.length === 0 && sign === '');
    else {
      endSign();
      addSlot(tokens, slot);
    }
  }
  isGap = false;
  endSign();
  const slots = tokens.flatMap((token) => (token.is === 'slot' ? [token.name] : []));
  if (slots.length === 0) throw new ItemPatternError('A pattern of items needs a slot.');
  return { tokens, slots };
}

/** @param slot its name; absent for what is left */
function addSlot(tokens: Token[], slot: string | undefined): void {
  const before = tokens.at(-1)?.is;
  if (slot === undefined) {
    if (before === 'gap') tokens.pop();
    tokens.push({ is: 'rest' });
    return;
  }
  if (before === 'slot' || before === 'rest')
    throw new ItemPatternError('Between two slots something must tell where one ends.');
  tokens.push({ is: 'slot', name: slot });
}

function signOf({ sign, word }: Readonly<Record<string, string | undefined>>, isFirst: boolean): string {
  if (sign !== undefined) return signs[sign] as string;
  return `\\s*(?<![\\p{L}\\p{N}])${anyWord(word as string, isFirst)}(?![\\p{L}\\p{N}])\\s*`;
}

/** `runner-up|second` is either; a hyphen may be a space, and what an item begins with may be a capital. */
function anyWord(words: string, isFirst: boolean): string {
  const ways = words.split('|').map((word) => {
    const quoted = literalPattern(word).replaceAll('-', '[-‐–\\s]');
    const first = word.charAt(0);
    return isFirst && first !== first.toUpperCase()
      ? `[${first}${first.toUpperCase()}]${quoted.slice(1)}`
      : quoted;
  });
  return ways.length === 1 ? (ways[0] as string) : `(?:${ways.join('|')})`;
}

/** Longer than any item that is a row of a table in other clothes, in UTF-16 units. */
const longestItem = 600;

/** What of a text may hold no sign of a pattern. */
type Closed = readonly Pick<Link, 'begin' | 'end'>[];

/**
 * What the slots of a pattern take of an item, if all of the item is what the pattern says.
 *
 * @param isOfTemplate whether signs count only if a template puts them between its parameters
 */
export function fitItem(pattern: ItemPattern, text: Text, isOfTemplate = false): ItemMatch | null {
  if (text.value.length > longestItem) return null;
  const closed = isOfTemplate ? [...stretchesOf(text)].filter(({ isOwn }) => isOwn) : (text.links ?? []);
  return new Fitting(text, closed, isOfTemplate).fit(pattern.tokens);
}

class Fitting {
  private readonly captures: Captured[] = [];
  private rest: ItemMatch['rest'] = null;
  private at = 0;

  constructor(
    private readonly text: Text,
    private readonly closed: Closed,
    private readonly isOfTemplate: boolean,
  ) {}

  fit(tokens: readonly Token[]): ItemMatch | null {
    for (const [index, token] of tokens.entries()) if (!this.take(token, tokens[index + 1])) return null;
    const { captures, rest, at, text } = this;
    return text.value.slice(at).trim() === '' ? { captures, rest } : null;
  }

  private take(token: Token, next: Token | undefined): boolean {
    const { value, links = [] } = this.text;
    const { at } = this;
    if (token.is === 'sign') return this.moveTo(signEnd(token.fits, value, at));
    if (token.is === 'slot' && next?.is === 'rest') {
      // The words of a slot with anything behind it are a link.
      const end = links.find(({ begin }) => begin === at)?.end ?? -1;
      if (end > at) this.captures.push({ slot: token.name, begin: at, end });
      return this.moveTo(end);
    }
    if (token.is === 'gap') {
      const [{ length }] = /^[ \u00a0]*/.exec(value.slice(at)) as unknown as [string];
      return length > 0 && this.moveTo(at + length);
    }
    const end =
      next?.is === 'sign' ? this.firstSign(next.finds) : next?.is === 'gap' ? this.firstGap() : value.length;
    if (end < 0) return false;
    if (token.is === 'rest') this.rest = { begin: at, end };
    else if (value.slice(at, end).trim() === '') return false;
    else this.captures.push({ slot: token.name, begin: at, end });
    return this.moveTo(end);
  }

  /** Where the words end that a slot takes before another; -1 where there are none. */
  private firstGap(): number {
    const { value } = this.text;
    const inside = this.closed.find(({ begin, end }) => begin === this.at && end > begin);
    if (inside) return inside.end;
    // Words that a template shows in another order than they stand in are not told apart.
    if (this.isOfTemplate && this.closed.length > 0) return -1;
    const space = value.slice(this.at).search(/[ \u00a0]/);
    return space > 0 ? this.at + space : -1;
  }

  private moveTo(end: number): boolean {
    if (end >= 0) this.at = end;
    return end >= 0;
  }

  /** Where a sign stands first outside of what is closed, of brackets and of quotations that begin behind; -1 if nowhere. */
  private firstSign(finds: RegExp): number {
    const { value } = this.text;
    let sign = this.at;
    let brackets = 0;
    let isQuoted = false;
    for (let at = this.at; at < value.length; at++) {
      const inside = this.closed.find(({ begin, end }) => begin <= at && at < end);
      if (inside) {
        at = inside.end - 1;
        continue;
      }
      if (sign <= this.at || sign < at) {
        sign = signBegin(finds, value, Math.max(at, this.at + 1));
        if (sign < 0) return -1;
      }
      if (sign === at && brackets === 0 && !isQuoted) return at;
      const char = value.charAt(at);
      if ('([)]'.includes(char)) brackets = Math.max(0, brackets + ('(['.includes(char) ? 1 : -1));
      else if ('"“”'.includes(char)) isQuoted = !isQuoted && char !== '”';
    }
    return -1;
  }
}

function signEnd(fits: RegExp, value: string, at: number): number {
  fits.lastIndex = at;
  return fits.test(value) ? fits.lastIndex : -1;
}

/** Where a sign begins at a place or behind it; -1 if nowhere. */
function signBegin(finds: RegExp, value: string, from: number): number {
  finds.lastIndex = from;
  return finds.exec(value)?.index ?? -1;
}
