/** Wikipedia's own tables of titles, as its dumps of databases have them. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Problem } from '../problem.js';
import { databaseLanguage } from '../rdf/wiki-languages.js';
import { GzipError, gunzip } from './gunzip.js';
import { refused } from './refused.js';
import { SqlError, SqlReader } from './sql-rows.js';
import { unreadable } from './unreadable.js';

/** What a row of a table says. Titles are without their namespace, with `_` between words. */
export type TitleRow =
  | {
      readonly page: number;
      readonly namespace: number;
      readonly title: string;
      readonly isRedirect: boolean;
    }
  | {
      readonly redirect: number;
      readonly namespace: number;
      readonly title: string;
      readonly section: string;
    }
  | { readonly disambiguation: number }
  | { readonly itemOf: number; readonly item: number }
  /** A link from an item of Wikidata to a page of a wiki, by its title with its namespace. */
  | { readonly site: string; readonly fullTitle: string; readonly item: number };

export interface SqlDump {
  readonly path: string;
  readonly isCompressed: boolean;
  /** Bytes of the file. */
  readonly size: number;
  /** Name of the wiki's database, such as `dewiki`; null where the dump does not say it. */
  readonly database: string | null;
}

type Get = (column: string) => string | null;

const tables: Readonly<Record<string, (get: Get) => TitleRow | null>> = {
  page: (get) => {
    const [page, namespace] = [numberOf(get('page_id')), numberOf(get('page_namespace'))];
    const title = textOf(get('page_title'));
    if (page === null || namespace === null || title === null) return null;
    return { page, namespace, title, isRedirect: get('page_is_redirect') === '1' };
  },
  redirect: (get) => {
    const [redirect, namespace] = [numberOf(get('rd_from')), numberOf(get('rd_namespace'))];
    const title = textOf(get('rd_title'));
    // It may lead to another wiki.
    if (redirect === null || namespace === null || title === null || get('rd_interwiki')) return null;
    return { redirect, namespace, title, section: textOf(get('rd_fragment')) ?? '' };
  },
  page_props: (get) => {
    const page = numberOf(get('pp_page'));
    if (page === null) return null;
    if (get('pp_propname') === 'disambiguation') return { disambiguation: page };
    const item = get('pp_propname') === 'wikibase_item' ? itemNumber(get('pp_value')) : null;
    return item === null ? null : { itemOf: page, item };
  },
  wb_items_per_site: (get) => {
    const [item, site] = [numberOf(get('ips_item_id')), get('ips_site_id')];
    const fullTitle = textOf(get('ips_site_page'));
    return item === null || site === null || fullTitle === null ? null : { site, fullTitle, item };
  },
};

/** How much of a file tells whether it is a dump of a database. */
const headLength = 1 << 15;

/**
 * Looks whether a file is a dump of a database.
 *
 * @returns null where it is something else
 * @throws the file system's error
 */
export async function sqlDumpAt(path: string): Promise<SqlDump | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    const stored = buffer.subarray(0, bytesRead);
    const isCompressed = stored[0] === 0x1f && stored[1] === 0x8b;
    const head = (isCompressed ? await unpackedHead(stored) : stored).toString('latin1');
    if (!/^(?:--|\/\*|CREATE TABLE|INSERT INTO|DROP TABLE)/i.test(head.trimStart())) return null;
    if (!/(?:CREATE TABLE|INSERT INTO|DROP TABLE)[^`]{0,30}`/i.test(head)) return null;
    const { size } = await file.stat();
    return { path, isCompressed, size, database: /^-- .*\bDatabase: (\w{1,64})/m.exec(head)?.[1] ?? null };
  } finally {
    await file.close();
  }
}

async function unpackedHead(stored: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  try {
    for await (const part of gunzip(once(stored), headLength)) parts.push(Buffer.from(part));
  } catch (error) {
    // The head is cut off, of course.
    if (!(error instanceof GzipError)) throw error;
  }
  return Buffer.concat(parts);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const pieceLength = 1 << 18;

/** Reads the tables of titles of a dump; of a file that cannot be read to its end, a problem comes last. */
export async function* readSqlDump(
  { path, isCompressed }: SqlDump,
  onProgress: (bytes: number) => void = () => {},
): AsyncGenerator<{ readonly rows: readonly TitleRow[] } | { readonly problem: Problem }> {
  const stored = createReadStream(path, { highWaterMark: pieceLength });
  const reader = new SqlReader();
  let isKnown = false;
  try {
    for await (const piece of isCompressed ? gunzip(stored, pieceLength) : stored) {
      const read = [...rowsOf((piece as Buffer).toString('latin1'), reader)];
      isKnown ||= read.length > 0;
      onProgress(stored.bytesRead);
      yield { rows: read.filter((row) => row !== null) };
    }
    reader.end();
    if (isKnown) return;
    const message = `It holds no rows of the tables ${Object.keys(tables).join(', ')}.`;
    yield refused('unknown-table', { source: path }, message);
  } catch (error) {
    yield { problem: problemOf(path, error) };
  } finally {
    stored.destroy();
  }
}

/** The rows of known tables; null of one that says nothing of titles. */
function* rowsOf(text: string, reader: SqlReader): Generator<TitleRow | null> {
  for (const { table, values } of reader.take(text)) {
    const read = Object.hasOwn(tables, table) ? tables[table] : undefined;
    if (!read) continue;
    const columns = reader.columnsOf(table);
    if (!columns) throw new SqlError(`No CREATE TABLE says what the columns of ${table} are.`, 1);
    yield read((name) => {
      const at = columns.indexOf(name);
      return at < 0 ? null : (values[at] ?? null);
    });
  }
}

function problemOf(source: string, error: unknown): Problem {
  if (error instanceof SqlError)
    return refused('invalid-sql', { source, line: error.line }, error.message).problem;
  if (!(error instanceof GzipError)) return unreadable(source, error);
  const message = 'Its compressed data are cut short or damaged; get the file again.';
  return refused('corrupt', { source }, message).problem;
}

/** The host of the Wikipedia whose database it is; its name for other wikis. */
export function wikiOfDatabase(database: string): string {
  const code = /^([a-z_]{2,})wiki$/.exec(database)?.[1];
  return code === undefined || databaseLanguage(database) === null
    ? database
    : `${code.replaceAll('_', '-')}.wikipedia.org`;
}

function numberOf(value: string | null): number | null {
  return value !== null && /^-?\d{1,15}$/.test(value) ? Number(value) : null;
}

function itemNumber(value: string | null): number | null {
  return value !== null && /^Q\d{1,15}$/.test(value) ? Number(value.slice(1)) : null;
}

/** What is no UTF-8 is no title. */
function textOf(value: string | null): string | null {
  if (value === null || !/[\x80-\xff]/.test(value)) return value;
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? null : text;
}
