import type { Problem } from '../problem.js';
import type { Site, Source } from '../source.js';
import { decode } from './decode.js';
import type { PageContent } from './page-content.js';
import { readPageContent } from './page-content.js';
import { pageUrl } from './page-url.js';
import type { ShardItem } from './shard-item.js';

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

/** What becomes of a page of an export. */
export function pageItem(bytes: Buffer, context: PageContext): ShardItem {
  const { file, where } = context;
  const problem = (title: string, code: string, message: string): { problem: Problem } => {
    const source = title === '' ? file : `${file}#${title}`;
    return { problem: { code, severity: 'error', message, place: { source } } };
  };
  const decoded = decode(bytes);
  if (!('text' in decoded)) {
    const line = decoded.line === undefined ? '' : ` (line ${decoded.line} of the page)`;
    const message = `The page that begins at ${where} was left out: ${decoded.message}${line}`;
    return problem(roughTitle(bytes), decoded.code, message);
  }
  const content = readPageContent(decoded.text);
  if ('line' in content) {
    const message = `The page that begins at ${where} was left out: line ${content.line} of it is no valid XML (${content.message}).`;
    return problem(roughTitle(bytes), 'invalid-xml', message);
  }
  if (content.title === '')
    return problem('', 'no-title', `The page that begins at ${where} was left out: it has no title.`);
  return itemOf(content, context);
}

function itemOf(content: PageContent, { file, site, namespaces }: PageContext): ShardItem {
  const { title, text, model = 'wikitext', format = 'text/x-wiki' } = content;
  const namespace = content.namespace ?? namespaceOf(title, site);
  if (!namespaces.has(namespace)) return { left: 'namespace', title };
  const target = content.redirect === '' ? redirectTarget(text) : content.redirect;
  if (target !== undefined) return { redirect: { title, target } };
  if (model !== 'wikitext' || format !== 'text/x-wiki') return { left: 'model', title };
  if (text.trim() === '') return { left: 'empty', title };
  const source: Source = {
    name: `${file}#${title}`,
    text,
    format: 'wikitext',
    title,
    ...(site?.language === undefined ? {} : { language: site.language }),
    ...(site?.pageBase === undefined ? {} : { url: pageUrl(site.pageBase, title) }),
    ...(site === undefined ? {} : { site }),
  };
  return { source };
}

/** Exports before 0.6 give the namespace in the title alone. */
function namespaceOf(title: string, site: Site | undefined): number {
  const colon = title.indexOf(':');
  const name = title.slice(0, Math.max(0, colon)).trim().toLowerCase();
  return (site && Object.hasOwn(site.namespaces, name) && site.namespaces[name]) || 0;
}

/** Exports before 0.7 say that a page is a redirect, but not to where: its first link does. */
function redirectTarget(text: string): string {
  return /\[\[:?([^[\]|#\n]{1,255})/.exec(text.slice(0, 1000))?.[1]?.trim() ?? '';
}

/** The title of a page that cannot be read as a whole. */
export function roughTitle(bytes: Buffer): string {
  const head = bytes.subarray(0, 4096).toString('utf8');
  const title = /<title>([^<]{1,500})<\/title>/.exec(head)?.[1]?.trim() ?? '';
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#039': "'" };
  return title.replace(/&([a-z]+|#039);/g, (entity, name: string) => entities[name] ?? entity);
}
