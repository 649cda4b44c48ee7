import { namespaceOf } from '../source/namespaces.js';
import { pageUrl } from '../source/page-url.js';
import type { Site, Source } from '../source.js';
import { decode } from './decode.js';
import type { PageContent } from './page-content.js';
import { readPageContent } from './page-content.js';
import { refused } from './refused.js';
import type { ShardItem } from './shard-item.js';
import { longestTitle } from './title-register.js';
import { readUsualPage } from './usual-page.js';

/** What is known of a page before it is read. */
export interface PageContext {
  /** What messages call the file. */
  readonly file: string;
  /** Where the page begins, in words. */
  readonly where: string;
  readonly site?: Site;
  /** The namespaces that are asked for. */
  readonly namespaces: ReadonlySet<number>;
}

/** Makes an item of a page, which is given as it stands in the export. */
export type PageReader = (bytes: Buffer, context: PageContext) => ShardItem;

/** What becomes of a page of an export. */
export function pageItem(bytes: Buffer, context: PageContext): ShardItem {
  const { file, where, namespaces } = context;
  const elsewhere = titleElsewhere(bytes, namespaces);
  if (elsewhere !== null) return { left: 'namespace', title: elsewhere };
  const problem = (title: string, code: string, message: string): ShardItem =>
    refused(code, { source: title === '' ? file : `${file}#${title}` }, message);
  const decoded = decode(bytes);
  if (!('text' in decoded)) {
    const line = decoded.line === undefined ? '' : ` (line ${decoded.line} of the page)`;
    const message = `The page that begins at ${where} was left out: ${decoded.message}${line}`;
    return problem(roughTitle(bytes), decoded.code, message);
  }
  const content = readUsualPage(decoded.text) ?? readPageContent(decoded.text);
  if ('line' in content) {
    const message = `The page that begins at ${where} was left out: line ${content.line} of it is no valid XML (${content.message}).`;
    return problem(roughTitle(bytes), 'invalid-xml', message);
  }
  if (content.title === '' || content.title.length > longestTitle) {
    const message = `The page that begins at ${where} was left out: it has no title, or one of more than ${longestTitle} characters.`;
    return problem('', 'no-title', message);
  }
  return itemOf(content, context);
}

function itemOf(content: PageContent, { file, site, namespaces }: PageContext): ShardItem {
  const { title, text, model = 'wikitext', format = 'text/x-wiki' } = content;
  // Exports before 0.6 give the namespace in the title alone.
  const namespace = content.namespace ?? namespaceOf(title, site?.namespaces);
  if (!namespaces.has(namespace)) return { left: 'namespace', title };
  if (content.redirect !== undefined)
    return { redirect: { title, target: redirectTarget(content.redirect, text) } };
  if (model !== 'wikitext' || format !== 'text/x-wiki') return { left: 'model', title };
  if (text.trim() === '') return { left: 'empty', title };
  const source: Source = {
    name: `${file}#${title}`,
    text,
    format: 'wikitext',
    title,
    ...(site?.language === undefined ? {} : { language: site.language }),
    ...(site?.pageBase === undefined ? {} : { url: pageUrl(site.pageBase, title) }),
    ...(site?.wiki === undefined ? {} : { wiki: site.wiki }),
    ...(site === undefined ? {} : { site }),
    ...(content.revision === undefined ? {} : { revision: content.revision }),
  };
  return { source };
}

/** The title of a page whose first lines say that it is of no namespace asked for; the page need not be read. */
function titleElsewhere(bytes: Buffer, namespaces: ReadonlySet<number>): string | null {
  const head = bytes.toString('utf8', 0, 2048);
  const [, title, namespace] =
    /^<page>\s*<title>([^<>&\ufffd]{1,300})<\/title>\s*<ns>(-?\d{1,9})<\/ns>/.exec(head) ?? [];
  return title === undefined || namespaces.has(Number(namespace)) ? null : title;
}

/**
 * Where a redirect leads, with `#` and the section where it leads into one. The element gives the title alone, and in
 * exports before 0.7 not even that; the page's first link gives the whole.
 */
export function redirectTarget(title: string, text: string): string {
  const link = /\[\[:?([^[\]|#\n]{0,255})(#[^[\]|\n]{1,255})?/.exec(text.slice(0, 1000));
  const [, linked = '', section = ''] = link ?? [];
  return `${title === '' ? linked.trim() : title}${section.trim()}`;
}

/** The title of a page that cannot be read as a whole. */
export function roughTitle(bytes: Buffer): string {
  const head = bytes.subarray(0, 4096).toString('utf8');
  const title = /<title>([^<]{1,500})<\/title>/.exec(head)?.[1]?.trim() ?? '';
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#039': "'" };
  return title.replace(/&([a-z]+|#039);/g, (entity, name: string) => entities[name] ?? entity);
}
