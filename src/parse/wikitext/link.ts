/** Links: to pages of the wiki, to files and categories, and to addresses elsewhere. */
import { canonicalNamespaces, categoryNamespace } from '../../source/namespaces.js';
import type { Units } from '../units.js';
import { addressEnd } from './address.js';
import { isBar, writtenIn } from './call.js';
import { codes } from './characters.js';
import { decoded } from './entities.js';
import type { Page, Render, Stretch } from './page.js';
import { enterMark } from './page.js';
import { readTranslation } from './page-facts.js';
import { readPicture } from './picture.js';
import type { TextBuilder } from './text-builder.js';
import { isTitle, normalTitle, withoutEscapes } from './title.js';
import { kinds } from './tokens.js';
import { wordsAs } from './words.js';

/** MediaWiki's numbers of namespaces. */
const fileNamespace = 6;
const mediaNamespace = -2;

const longestTitle = 600;

/** Shows what a link says. @returns where the words behind it begin */
export function showLink(page: Page, open: number, out: TextBuilder, render: Render): number {
  const { tokens } = page;
  const close = tokens.mate[open] as number;
  return tokens.kind[open] === kinds.linkOpen
    ? showWikiLink(page, open, close, out, render)
    : showExternalLink(page, open, close, out, render);
}

function showWikiLink(page: Page, open: number, close: number, out: TextBuilder, render: Render): number {
  const { source, units, tokens } = page;
  const begin = tokens.end[open] as number;
  const closeBegin = tokens.begin[close] as number;
  const closeEnd = tokens.end[close] as number;
  const bar = firstBar(page, open, close);
  const targetEnd = bar < 0 ? closeBegin : (tokens.begin[bar] as number);
  const isPlain = isPlainTitle(units, begin, targetEnd);
  enterLink(page, open, close);
  if (!isPlain && addressEnd(source, begin) >= 0) {
    showAddress(page, { begin, end: closeBegin, token: open + 1 }, targetEnd, out, render);
    return closeEnd;
  }
  const { target, kind } = isPlain
    ? { kind: 'page', target: source.slice(begin, targetEnd) }
    : targetIn(page, begin, targetEnd);

  if (kind === 'picture') {
    readPicture(page, { open, close, targetEnd }, render);
    return closeEnd;
  }
  const label = bar < 0 ? null : { begin: tokens.end[bar] as number, end: closeBegin, token: bar + 1 };
  if (kind === 'category') {
    page.ledger?.hide(begin, closeBegin, 'category');
    addCategory(page, target as string, behindColon(page, begin, targetEnd));
    return closeEnd;
  }
  if (kind === 'translation') {
    page.ledger?.hide(begin, closeBegin, 'language-link');
    readTranslation(page, begin, behindColon(page, begin, targetEnd));
    return closeEnd;
  }
  const colon = units[begin] === codes.colon ? 1 : 0;
  const named = { begin: begin + colon, end: targetEnd, token: open + 1 };
  const all = !label ? named : label.begin < label.end ? label : withoutContext(source, named);
  if (label) {
    page.ledger?.hide(begin, targetEnd, 'link-target');
    enterMark(page, bar);
  }
  const words = inkOf(units, all);
  // White space at the ends of a link is none of its words.
  if (words.begin > all.begin) out.verbatim(all.begin, words.begin);
  const from = out.length;
  const decoded = label || isPlain ? null : withoutEscapes(source.slice(words.begin, words.end));
  showWords(page, words, decoded, close, out, render);
  const end = all.end === words.end ? withTrail(units, closeEnd) : closeEnd;
  if (end > closeEnd) out.verbatim(closeEnd, end);
  if (target) out.link(from, { target });
  if (all.end > words.end) out.verbatim(words.end, all.end);
  return end;
}

/** Where the title of a target stands behind the name of its namespace or wiki. */
function behindColon({ source, units }: Page, begin: number, end: number): Stretch {
  return inkOf(units, { begin: source.indexOf(':', begin) + 1, end, token: 0 });
}

/** The marks around a link: its brackets, and a colon that opens it. */
function enterLink(page: Page, open: number, close: number): void {
  const begin = page.tokens.end[open] as number;
  for (const token of [open, close]) enterMark(page, token);
  if (page.units[begin] === codes.colon) page.ledger?.hide(begin, begin + 1, 'markup');
}

/** Shows the words of a link, or those that its title stands for. */
function showWords(
  { ledger }: Page,
  words: Stretch,
  decoded: string | null,
  close: number,
  out: TextBuilder,
  render: Render,
): void {
  if (decoded !== null) {
    ledger?.reword(words.begin, words.end);
    out.made(decoded, words.begin, words.end);
  } else if (words.token === close) out.verbatim(words.begin, words.end);
  else render(words, out);
}

/** The name of a category as it is written, unless it stands there in other characters. */
function addCategory(page: Page, name: string, { begin, end }: Stretch): void {
  if (page.source.slice(begin, end) !== name) page.ledger?.reword(begin, end);
  const text = wordsAs(page, name, begin, end);
  if (text.value !== '') page.found.categories.push(text);
}

/**
 * The words of a link with an empty label: its title without namespace and without what tells it from others of its
 * name, in parentheses or behind a comma (https://en.wikipedia.org/wiki/Help:Pipe_trick).
 */
function withoutContext(source: string, { begin, end, token }: Stretch): Stretch {
  const title = source.slice(begin, Math.min(end, begin + longestTitle));
  const from = title.indexOf(':') + 1;
  const rest = title.slice(from);
  const words = /^(.*\S)\s*\([^()]*\)\s*$/s.exec(rest)?.[1] ?? /^([^,]*[^\s,])\s*, /.exec(rest)?.[1] ?? rest;
  return { begin: begin + from, end: begin + from + words.length, token };
}

/** A stretch without the blanks at its ends. */
function inkOf(units: Units, stretch: Stretch): Stretch {
  const { begin, end, token } = stretch;
  let [from, to] = [begin, end];
  while (from < to && units[from] === codes.space) from++;
  while (to > from && units[to - 1] === codes.space) to--;
  return from === begin && to === end ? stretch : { begin: from, end: to, token };
}

interface Target {
  readonly kind: 'page' | 'picture' | 'category' | 'translation';
  /** The title, where it is one of the same wiki. */
  readonly target: string | null;
}

/** Whether a link's target is a title as it stands, as most are: without marks, escapes, colons, steps and blanks. */
function isPlainTitle(units: Units, begin: number, end: number): boolean {
  if (end - begin > longestTitle || units[begin] === codes.dot) return false;
  let before = 32;
  for (let at = begin; at < end; at++) {
    const code = units[at] as number;
    if (code < 128 ? unusual[code] === 1 || (code === 32 && before === 32) : mayBeUnusual(code)) return false;
    if (code === codes.slash && (at === begin || before === codes.dot || units[at + 1] === codes.dot))
      return false;
    before = code;
  }
  return before !== 32 && before !== codes.slash;
}

const unusual = new Uint8Array(128).fill(1, 0, 32);
for (const character of '#%&:<>[]_{|}~\x7f') unusual[character.charCodeAt(0)] = 1;

/** Whether a character may be a blank, a control, a mark of direction or one that no title holds. */
function mayBeUnusual(code: number): boolean {
  if (code < 0x1680) return code <= 0xa0;
  // Dashes and quotation marks stand between blanks and marks of direction.
  if (code >= 0x2010 && code <= 0x2027) return false;
  return code <= 0x205f
    ? code < 0x1700 || code === 0x180e || code >= 0x2000
    : code === 0x3000 || code === 0xfffd;
}

function targetIn(page: Page, begin: number, end: number): Target {
  return readTarget(page, writtenIn(page, { begin, end: Math.min(end, begin + longestTitle), token: 0 }));
}

function readTarget({ site, templates }: Page, written: string): Target {
  const isShown = written.startsWith(':');
  // A line break in a title makes it none.
  if (written.includes('\n')) return { kind: 'page', target: null };
  const title = normalTitle(isShown ? written.slice(1) : written);
  const colon = title.indexOf(':');
  if (colon > 0) {
    const prefix = title.slice(0, colon).trim().toLowerCase();
    const namespace = site?.namespaces[prefix] ?? canonicalNamespaces[prefix];
    if (namespace === mediaNamespace) return { kind: 'page', target: null };
    if (!isShown && namespace === fileNamespace) return { kind: 'picture', target: null };
    if (!isShown && namespace === categoryNamespace)
      return { kind: 'category', target: title.slice(colon + 1).trim() };
    if (templates.languages.has(prefix)) return { kind: isShown ? 'page' : 'translation', target: null };
    if (templates.interwiki.has(prefix)) return { kind: 'page', target: null };
  }
  return { kind: 'page', target: isTitle(title) ? title : null };
}

/** Letters right behind a link belong to its words: `[[actor]]s`. */
function withTrail(units: Units, from: number): number {
  let at = from;
  while (isSmallLetter(units[at] as number)) at++;
  return at;
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function firstBar(page: Page, open: number, close: number): number {
  const { tokens } = page;
  for (let token = open + 1; token < close; token = tokens.after(token))
    if (isBar(page, token) || tokens.kind[token] === kinds.madeBar) return token;
  return -1;
}

function showExternalLink(page: Page, open: number, close: number, out: TextBuilder, render: Render): number {
  const { tokens } = page;
  for (const token of [open, close]) enterMark(page, token);
  const stretch = { begin: tokens.end[open] as number, end: tokens.begin[close] as number, token: open + 1 };
  showAddress(page, stretch, stretch.end, out, render);
  return tokens.end[close] as number;
}

/**
 * Shows an address with its words behind it; without any, the address is shown.
 *
 * @param most where the address ends at the latest; a bar may stand there
 */
function showAddress(
  { source, units, tokens, ledger }: Page,
  { begin, end, token: first }: Stretch,
  most: number,
  out: TextBuilder,
  render: Render,
): void {
  const addressed = Math.min(addressEnd(source, begin), most);
  const from = out.length;
  let label = addressed === most && most < end ? most + 1 : addressed;
  while (label < end && (units[label] as number) <= codes.space) label++;
  if (label === end) out.verbatim(begin, addressed);
  else {
    ledger?.hide(begin, label, 'link-address');
    let token = first;
    while (token < tokens.count && (tokens.begin[token] as number) < label) token++;
    render({ begin: label, end, token }, out);
  }
  out.link(from, { href: decoded(source.slice(begin, addressed)) });
}
