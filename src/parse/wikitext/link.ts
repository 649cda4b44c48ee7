/** Links: to pages of the wiki, to files and categories, and to addresses elsewhere. */
import { canonicalNamespaces } from '../../source/namespaces.js';
import type { Units } from '../units.js';
import { isBar, writtenIn } from './call.js';
import { codes } from './characters.js';
import { decoded } from './entities.js';
import type { Page, Render, Stretch } from './page.js';
import { countPicture } from './page.js';
import { TextBuilder } from './text-builder.js';
import { kinds } from './tokens.js';

/** MediaWiki's numbers of namespaces. */
const fileNamespaces = new Set([6, -2]);
const categoryNamespace = 14;

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
  const { target, kind } = isPlainTitle(units, begin, targetEnd)
    ? { kind: 'page', target: source.slice(begin, targetEnd) }
    : targetIn(page, begin, targetEnd);

  if (kind === 'picture') {
    countPicture(page.found, begin);
    return closeEnd;
  }
  const label = bar < 0 ? null : { begin: tokens.end[bar] as number, end: closeBegin, token: bar + 1 };
  if (kind === 'category') {
    const colon = source.indexOf(':', begin) + 1;
    const name = new TextBuilder(page);
    name.verbatim(colon, targetEnd);
    const text = name.finish();
    if (text) page.found.categories.push(text);
    return closeEnd;
  }
  if (kind === 'translation') return closeEnd;
  const colon = units[begin] === codes.colon ? 1 : 0;
  const all =
    label && label.begin < label.end ? label : { begin: begin + colon, end: targetEnd, token: open + 1 };
  const words = inkOf(units, all);
  // White space at the ends of a link is none of its words.
  if (words.begin > all.begin) out.verbatim(all.begin, words.begin);
  const from = out.length;
  if (words.token === close) out.verbatim(words.begin, words.end);
  else render(words, out);
  const end = words.end === all.end ? withTrail(units, closeEnd) : closeEnd;
  if (end > closeEnd) out.verbatim(closeEnd, end);
  if (target) out.link(from, { target });
  if (all.end > words.end) out.verbatim(words.end, all.end);
  return end;
}

/** A stretch without the blanks at its ends. */
function inkOf(units: Units, { begin, end, token }: Stretch): Stretch {
  let [from, to] = [begin, end];
  while (from < to && units[from] === codes.space) from++;
  while (to > from && units[to - 1] === codes.space) to--;
  return { begin: from, end: to, token };
}

interface Target {
  readonly kind: 'page' | 'picture' | 'category' | 'translation';
  /** The title, where it is one of the same wiki. */
  readonly target: string | null;
}

/** Whether a link's target is a title as it stands, as most are: without marks, colons and unusual blanks. */
function isPlainTitle(units: Units, begin: number, end: number): boolean {
  if (end - begin > longestTitle) return false;
  let before = 32;
  for (let at = begin; at < end; at++) {
    const code = units[at] as number;
    if (code < 128 ? unusual[code] === 1 || (code === 32 && before === 32) : code === 0xa0) return false;
    before = code;
  }
  return before !== 32;
}

const unusual = new Uint8Array(128).fill(1, 0, 32);
for (const character of '#&:<>[]_{|}\x7f') unusual[character.charCodeAt(0)] = 1;

function targetIn(page: Page, begin: number, end: number): Target {
  return readTarget(page, writtenIn(page, { begin, end: Math.min(end, begin + longestTitle), token: 0 }));
}

function readTarget({ site, templates }: Page, written: string): Target {
  const isShown = written.startsWith(':');
  const title = normalTitle(isShown ? written.slice(1) : written);
  const colon = title.indexOf(':');
  if (colon > 0) {
    const prefix = title.slice(0, colon).trim().toLowerCase();
    const namespace = site?.namespaces[prefix] ?? canonicalNamespaces[prefix];
    if (!isShown && namespace !== undefined && fileNamespaces.has(namespace))
      return { kind: 'picture', target: null };
    if (!isShown && namespace === categoryNamespace) return { kind: 'category', target: null };
    if (templates.languages.has(prefix)) return { kind: isShown ? 'page' : 'translation', target: null };
    if (templates.interwiki.has(prefix)) return { kind: 'page', target: null };
  }
  const isTitle = title !== '' && !title.startsWith('#') && !notInTitles.test(title);
  return { kind: 'page', target: isTitle ? title : null };
}

const notInTitles = /[<>[\]{}|\n]/;

/** A title with single spaces; most have nothing else already. */
function normalTitle(written: string): string {
  const text = written.includes('&') ? decoded(written) : written;
  return unusualBlank.test(text) ? text.replace(/[\s_]+/g, ' ').trim() : text;
}

const unusualBlank = /_|[^\S ]| {2}|^ | $/;

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
  for (let token = open + 1; token < close; token = tokens.after(token)) if (isBar(page, token)) return token;
  return -1;
}

function showExternalLink(page: Page, open: number, close: number, out: TextBuilder, render: Render): number {
  const { source, units, tokens } = page;
  const begin = tokens.end[open] as number;
  const end = tokens.begin[close] as number;
  const address = /^[^\s<>"[\]]*/.exec(source.slice(begin, Math.min(end, begin + 2000)))?.[0] ?? '';
  const from = out.length;
  let label = begin + address.length;
  while (label < end && (units[label] as number) <= 32) label++;
  if (label === end) out.verbatim(begin, end);
  else {
    let token = open + 1;
    while (token < close && (tokens.begin[token] as number) < label) token++;
    render({ begin: label, end, token }, out);
  }
  out.link(from, { href: address });
  return tokens.end[close] as number;
}
