// @ts-check
/** Pages of MediaWiki exports, and larger exports made of them (https://www.mediawiki.org/wiki/Help:Export). */
import { spawn } from 'node:child_process';
import { createReadStream, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

/**
 * @typedef {object} Dump
 * @property {string} name
 * @property {string} head what stands before the first page
 * @property {readonly string[]} pages the `<page>` elements as they stand, none nested
 * @property {boolean} isWhole false where the dump goes on behind these pages
 */

/**
 * Reads a dump up to a number of characters of XML.
 *
 * @param {string} path `.xml`, `.xml.gz` or `.xml.bz2`
 * @param {string} name
 * @param {number} most characters
 * @returns {Promise<Dump>}
 * @throws {Error} where there are no pages
 */
export async function readDump(path, name, most) {
  let head = '';
  let rest = '';
  let read = 0;
  /** @type {string[]} */
  const pages = [];
  for await (const chunk of decompressed(path)) {
    rest += chunk;
    read += chunk.length;
    const parts = rest.split('</page>');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const begin = part.indexOf('<page>');
      if (pages.length === 0) head = part.slice(0, begin).trimEnd();
      pages.push(`  ${part.slice(begin)}</page>\n`);
    }
    if (read > most) return { name, head, pages, isWhole: false };
  }
  if (pages.length === 0) throw new Error(`${path} has no pages: give a MediaWiki export`);
  return { name, head, pages, isWhole: true };
}

/**
 * @param {string} path
 * @returns {AsyncGenerator<string>}
 */
async function* decompressed(path) {
  const unpacker = path.endsWith('.bz2')
    ? spawn('bzip2', ['-dc', path], { stdio: ['ignore', 'pipe', 'inherit'] })
    : null;
  const stored = unpacker?.stdout ?? createReadStream(path);
  const text = (path.endsWith('.gz') ? stored.pipe(createGunzip()) : stored).setEncoding('utf8');
  try {
    for await (const chunk of text) yield/** @type {string} */ (chunk);
  } finally {
    unpacker?.kill();
  }
}

/**
 * The articles of a dump: pages of the main namespace that are no redirects.
 *
 * @param {Dump} dump
 * @param {number} most bytes of wikitext
 * @returns {{ title: string, text: string, bytes: number }[]}
 */
export function articlesOf({ pages }, most) {
  const articles = [];
  let sum = 0;
  for (const page of pages) {
    if (!/<ns>0<\/ns>/.test(page) || /<redirect /.test(page)) continue;
    const title = unescaped(/<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '');
    const text = unescaped(/<text[^>]*>([^<]*)<\/text>/.exec(page)?.[1] ?? '');
    const bytes = Buffer.byteLength(text);
    sum += bytes;
    if (sum > most && articles.length > 0) break;
    articles.push({ title, text, bytes });
  }
  return articles;
}

const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
]);

/** @param {string} xml */
function unescaped(xml) {
  return xml.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities.get(entity) ?? entity);
}

/**
 * The pages of several dumps as one; of pages with the same title, the first.
 *
 * @param {readonly Dump[]} dumps at least one; the head of the first is that of all
 * @returns {Pick<Dump, 'head' | 'pages'>}
 */
export function combined(dumps) {
  const pages = dumps.flatMap((dump) => dump.pages);
  const byTitle = new Map(pages.toReversed().map((page) => [/<title>[^<]*/.exec(page)?.[0], page]));
  return { head: dumps[0]?.head ?? '', pages: [...byTitle.values()].reverse() };
}

/** Pages in a stream of bzip2, as Wikimedia's dumps have them. */
export const pagesPerStream = 100;

/**
 * Writes a dump of at least a size as Wikimedia does: the head as one bzip2 stream, then streams of 100 pages each.
 * The pages are the given ones over and over; from the second time on their titles say which copy they are.
 *
 * @param {string} path
 * @param {Pick<Dump, 'head' | 'pages'>} dump
 * @param {number} least size of the XML, in bytes
 * @returns {Promise<{ pages: number, xmlBytes: number, storedBytes: number }>}
 */
export async function writeReplicated(path, { head, pages }, least) {
  const file = openSync(path, 'w');
  let xmlBytes = await appendStream(file, `${head}\n`);
  let written = 0;
  for (; xmlBytes < least; written += pagesPerStream) {
    const batch = Array.from({ length: pagesPerStream }, (_, i) => copyOf(pages, written + i));
    xmlBytes += await appendStream(file, batch.join(''));
  }
  xmlBytes += await appendStream(file, '</mediawiki>\n');
  const handle = await open(path);
  const { size } = await handle.stat();
  await handle.close();
  return { pages: written, xmlBytes, storedBytes: size };
}

/**
 * @param {readonly string[]} pages
 * @param {number} index of the page in a dump that repeats the pages without end
 */
export function copyOf(pages, index) {
  const page = pages[index % pages.length] ?? '';
  const copy = Math.floor(index / pages.length) + 1;
  return copy === 1 ? page : page.replace('</title>', ` (copy ${copy})</title>`);
}

/**
 * @param {number} file descriptor
 * @param {string} xml
 * @returns {Promise<number>} bytes of the XML
 */
async function appendStream(file, xml) {
  const child = spawn('bzip2', ['-9', '-c'], { stdio: ['pipe', file, 'inherit'] });
  child.stdin?.end(xml);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`bzip2 ended with ${code}`);
  return Buffer.byteLength(xml);
}
