/** What rows say of their article besides its text: title, address, language and wiki. */
import { addressLanguage, databaseLanguage, wikiLanguage } from '../../rdf/wiki-languages.js';
import type { Revision } from '../../source.js';
import { revisionOf } from '../revision.js';
import type { Row } from './row-text.js';
import { at, filled, isRow } from './row-text.js';

/** Where the title stands. */
const titles = ['title', 'name', 'page_title', 'displaytitle'];

export function rowTitle(row: Row): { readonly field: string; readonly value: unknown } {
  const field = titles.find((name) => row[name] !== undefined && row[name] !== null) ?? 'title';
  return { field, value: row[field] };
}

/** Where the address stands. */
const addresses = ['url', 'canonicalurl', 'fullurl', 'page_url'];

export function rowAddress(row: Row): { readonly field: string; readonly value: unknown } | null {
  const field = addresses.find((name) => row[name] !== undefined && row[name] !== null);
  return field === undefined ? null : { field, value: row[field] };
}

/** Where the language stands, as a code or as an object that holds one. */
const languages = [
  'lang',
  'language',
  'in_language',
  'inLanguage',
  'language_code',
  'lang_code',
  'pagelanguage',
];

/** Names of a code in an object. */
const codes = ['identifier', 'code', 'tag', 'lang'];

/** Where the wiki's database is named. */
const wikis = ['wiki', 'wiki_id', 'wikiid', 'wikiname', 'dbname', 'is_part_of', 'project'];

export interface RowLanguage {
  /** The field that tells it. */
  readonly field: string;
  /** Null where what stands there is no language. */
  readonly tag: string | null;
}

/** Its own language, else that of its wiki, else that of its address; null where it says none. */
export function rowLanguage(row: Row, address: string | undefined): RowLanguage | null {
  for (const field of languages) {
    const value = row[field];
    if (value === undefined || value === null || value === '') continue;
    const code = isRow(value) ? codes.map((name) => value[name]).find(filled) : value;
    return { field, tag: filled(code) ? wikiLanguage(code) : null };
  }
  const wiki = rowWiki(row);
  const ofWiki = wiki === null ? null : databaseLanguage(wiki);
  if (ofWiki !== null) return { field: 'wiki', tag: ofWiki };
  const ofAddress = address === undefined ? null : addressLanguage(address);
  return ofAddress === null ? null : { field: 'url', tag: ofAddress };
}

/** The name of the wiki's database, such as `dewiki`; null where it is not named. */
export function rowWiki(row: Row): string | null {
  for (const field of wikis) {
    const value = row[field];
    const name = isRow(value) ? value.identifier : value;
    if (filled(name)) return name.trim();
  }
  return null;
}

/** Where the number of the page, that of its revision and its time stand. */
const pages = ['pageid', 'page_id', 'curid'];
const revisions = [
  'revisions.0.revid',
  'revid',
  'rev_id',
  'revision_id',
  'lastrevid',
  'latest.id',
  'version.identifier',
];
const times = ['revisions.0.timestamp', 'latest.timestamp', 'timestamp', 'date_modified'];

/** The revision that a row holds. Other sources' `id` may be any number, and is that of a page in an answer of the wiki alone. */
export function rowRevision(row: Row): { readonly revision?: Revision } {
  const first = (paths: readonly string[]): unknown =>
    paths.map((path) => at(row, path)).find((value) => value !== undefined && value !== null);
  return revisionOf({ page: first(pages), id: first(revisions), time: first(times) });
}

/** Fields that tell these, and so are read. */
export const contextFields: readonly string[] = [...titles, ...addresses, ...languages, ...wikis];

/** The number of the namespace; undefined where it is not told. */
export function rowNamespace(row: Row): number | undefined {
  const told = [row.ns, row.namespace, row.namespace_id, row.page_namespace, at(row, 'namespace.identifier')];
  return told.find((value): value is number => typeof value === 'number' && Number.isInteger(value));
}
