/** Links of plain text: `[[Title|words]]` and `[words](address "title")`. */
import type { Article } from '../../article.js';
import { canonicalNamespaces } from '../../source/namespaces.js';
import type { Locator } from '../locator.js';
import type { Stretch } from './stretch.js';

const longestWords = 500;
const longestAddress = 2000;
const categoryNamespace = 14;
const fileNamespaces = new Set([6, -2]);
/** Brackets in brackets that the words of a link may have. */
const deepest = 3;

export type LinkTo = { readonly target: string } | { readonly href: string };

interface FoundLink {
  readonly words: Stretch;
  readonly end: number;
  /** Null where it leads to no page that can be told. */
  readonly to: LinkTo | null;
  /** What it is where it shows nothing. */
  readonly hidden: 'picture' | 'category' | null;
}

export class LinkReader {
  readonly categories: Article['categories'][number][] = [];
  /** How many pictures there are, and where the first begins. */
  readonly pictures = { count: 0, begin: -1 };
  /** The wiki that the first address of a page of a wiki leads to is taken for the article's own. */
  private host: string | null = null;

  constructor(private readonly locator: Locator) {}

  /** The link that begins with `[`, `[[` or `![` at an offset and ends before another. */
  linkAt(at: number, end: number): FoundLink | null {
    const { source } = this.locator;
    const isPicture = source.charAt(at) === '!';
    const open = isPicture ? at + 1 : at;
    const link = this.markdownLink(open, end) ?? this.wikiLink(open, end);
    if (!link) return null;
    const hidden = isPicture ? 'picture' : link.hidden;
    if (hidden === 'picture' && this.pictures.count++ === 0) this.pictures.begin = at;
    return { ...link, hidden };
  }

  private wikiLink(open: number, end: number): FoundLink | null {
    const { source } = this.locator;
    if (source.charAt(open + 1) !== '[') return null;
    const begin = open + 2;
    const inside = /^[^[\]\n]{1,1000}/.exec(
      source.slice(begin, Math.min(end, begin + longestWords * 2)),
    )?.[0];
    if (inside === undefined || !source.startsWith(']]', begin + inside.length)) return null;
    const close = begin + inside.length;
    const bar = inside.indexOf('|');
    const written = bar < 0 ? inside : inside.slice(0, bar);
    const words = {
      begin: bar < 0 ? begin + (written.startsWith(':') ? 1 : 0) : begin + bar + 1,
      end: close,
    };
    const prefix = /^\s*([^:]+?)\s*:/.exec(written)?.[1]?.toLowerCase();
    const namespace = prefix === undefined ? undefined : canonicalNamespaces[prefix];
    if (namespace !== undefined && fileNamespaces.has(namespace))
      return { words, end: close + 2, to: null, hidden: 'picture' };
    if (namespace === categoryNamespace) {
      const from = begin + written.indexOf(':') + 1;
      this.categories.push(this.locator.text(from, begin + written.length));
      return { words, end: close + 2, to: null, hidden: 'category' };
    }
    const target = titleOf(written);
    return { words, end: close + 2, to: target === null ? null : { target }, hidden: null };
  }

  private markdownLink(open: number, end: number): FoundLink | null {
    const { source } = this.locator;
    const close = closingBracket(source, open, Math.min(end, open + longestWords + longestAddress));
    if (close < 0 || source.charAt(close + 1) !== '(') return null;
    const found = /^\(<?((?:[^()\s<>\\]|\\[()_*]|\([^()\s]*\))*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/.exec(
      source.slice(close + 1, Math.min(end, close + 1 + longestAddress)),
    );
    if (!found) return null;
    const words = { begin: open + 1, end: close };
    const address = (found[1] as string).replace(/\\([()_*])/g, '$1');
    return { words, end: close + 1 + found[0].length, to: this.leadsTo(address), hidden: null };
  }

  /** An address of a page of the same wiki is its title. */
  private leadsTo(address: string): LinkTo | null {
    const page = /^(?:https?:\/\/([\w.-]+))?\/wiki\/([^?]+)$/.exec(address);
    if (!page) return /^https?:\/\/\S+$/.test(address) ? { href: address } : null;
    const [, host, path = ''] = page;
    if (host !== undefined) this.host ??= host;
    if (host !== undefined && host !== this.host) return { href: address };
    const target = titleOf(percentDecoded(path));
    return target === null ? { href: address } : { target };
  }
}

/**
 * The title that is written; null where it is none. `people:bo_roe`, in small letters, is the name of a page of another
 * sort of wiki, which is no title.
 */
function titleOf(written: string): string | null {
  const title = written
    .replace(/^\s*:/, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
  if (title === '' || title.startsWith('#') || /[<>[\]{}|\n]/.test(title)) return null;
  if (/^(?:[a-z0-9_.-]+:)+[a-z0-9_.-]*$/.test(written.trim())) return null;
  const prefix = /^([^:]+):/.exec(title)?.[1]?.toLowerCase();
  return prefix !== undefined && canonicalNamespaces[prefix] !== undefined ? null : title;
}

function percentDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where the bracket that opens at an offset is closed; -1 where it is not. */
function closingBracket(source: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const character = source.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') {
      if (++depth > deepest) return -1;
    } else if (character === ']' && --depth === 0) return at;
    else if (character === '\n' || character === '\r') return -1;
  }
  return -1;
}
