/** What a page of an export says before its text. */
import { decode } from './decode.js';
import { readPageContent } from './page-content.js';
import { redirectTarget } from './page-item.js';
import { unescaped } from './usual-page.js';

export interface PageHead {
  readonly title: string;
  /** Null where exports before 0.6 do not give it. */
  readonly namespace: number | null;
  readonly id: number | null;
  /** Title that it leads to, with `#` and a section where it leads into one; null where it has a text of its own. */
  readonly redirect: string | null;
}

/** How much is looked at for what stands before the text, and how much of the text of a redirect. */
const [longestHead, longestRedirect] = [8192, 4096];

const usualHead =
  /^<page>\s*<title>([^<>]*)<\/title>\s*<ns>(-?\d{1,9})<\/ns>\s*<id>(\d{1,15})<\/id>\s*(?:<redirect title="([^<>"\n\t]*)" ?\/>)?/;

/** Null of a page that cannot be read. */
export function readPageHead(bytes: Buffer): PageHead | null {
  const text = bytes.toString('utf8', 0, longestHead);
  const match = usualHead.exec(text);
  if (!match) return readUnusual(bytes);
  const [, title = '', namespace, id, redirect] = match;
  const [plainTitle, plainRedirect] = [unescaped(title), redirect === undefined ? '' : unescaped(redirect)];
  if (plainTitle === null || plainRedirect === null) return readUnusual(bytes);
  return {
    title: plainTitle.replace(/\s+/g, ' ').trim(),
    namespace: Number(namespace),
    id: Number(id),
    redirect: redirect === undefined ? null : redirectTarget(plainRedirect, textOf(text)),
  };
}

/** The beginning of the text; a redirect's stands right behind what is said of the page. */
function textOf(page: string): string {
  const tag = page.indexOf('<text');
  const begin = tag < 0 ? 0 : page.indexOf('>', tag) + 1;
  if (begin === 0) return '';
  return unescaped(page.slice(begin, begin + longestRedirect).split('<', 1)[0] ?? '') ?? '';
}

function readUnusual(bytes: Buffer): PageHead | null {
  const decoded = decode(bytes);
  const content = 'text' in decoded ? readPageContent(decoded.text) : null;
  if (!content || 'line' in content || !('text' in decoded)) return null;
  // The first one is the page's; that of its revision follows.
  const id = /<id>\s*(\d{1,15})\s*<\/id>/.exec(decoded.text)?.[1];
  const { title, namespace = null, redirect, text } = content;
  return {
    title,
    namespace,
    id: id === undefined ? null : Number(id),
    redirect: redirect === undefined ? null : redirectTarget(redirect, text),
  };
}
