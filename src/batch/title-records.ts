/**
 * What is known of titles as lines that are sorted: what comes first says what a line is about, and all lines about one
 * thing stand together then, whatever said them and in whatever order.
 */
import type { PageKind } from '../read/page-kinds.js';
import type { TitleRow } from '../read/sql-tables.js';
import { namespaceOf } from '../source/namespaces.js';
import type { TitleEntry, TitleRedirect } from '../titles/entry.js';
import type { Namespaces } from '../titles/key.js';
import { keyIn, titleKey } from '../titles/key.js';

/** A page as an export has it. */
export interface PageRecord {
  readonly title: string;
  readonly namespace: number;
  readonly id: number;
  /** With `#` and the section where it leads into one. */
  readonly redirect: string | null;
  readonly isDisambiguation: boolean;
}

/** In UTF-16 units; longer headings are cut. */
const longestSection = 300;

/** The lines of pages, which are by title unless there are rows too, and those of rows, which are by page id. */
export class TitleLines {
  /** Titles that are none, of pages that are left out. */
  refused = 0;

  /**
   * @param namespaces names by which titles begin
   * @param wanted numbers of the namespaces that are kept
   * @param site name by which Wikidata knows the wiki
   */
  constructor(
    private readonly namespaces: Namespaces,
    private readonly wanted: ReadonlySet<number>,
    private readonly site: string | null,
    private readonly hasTables: boolean,
  ) {}

  ofPage({ title, namespace, id, redirect, isDisambiguation }: PageRecord): string[] {
    if (!this.wanted.has(namespace)) return [];
    const key = titleKey(title, this.namespaces);
    if (key === null) {
      this.refused++;
      return [];
    }
    const facts = [`k${redirect === null ? '-' : 'r'}${key}`];
    if (redirect !== null) facts.push(`r${this.written(redirect)}`);
    if (isDisambiguation) facts.push('d');
    const about = padded(id);
    return this.hasTables ? facts.map((fact) => `${about}\t${fact}`) : [...byTitle({ about, facts })];
  }

  ofRow(row: TitleRow): string[] {
    if ('page' in row) {
      if (!this.wanted.has(row.namespace)) return [];
      const key = keyIn(row.namespace, row.title, this.namespaces);
      if (key === null) this.refused++;
      return key === null ? [] : [`${padded(row.page)}\tk${row.isRedirect ? 'r' : '-'}${key}`];
    }
    if ('redirect' in row) {
      const key = keyIn(row.namespace, row.title, this.namespaces);
      return key === null ? [] : [`${padded(row.redirect)}\tr${key}\t${sectionOf(row.section)}`];
    }
    if ('disambiguation' in row) return [`${padded(row.disambiguation)}\td`];
    return 'itemOf' in row ? [`${padded(row.itemOf)}\tw${row.item}`] : [];
  }

  /** The line of a link from an item to a title of this wiki, by the title. */
  ofSitelink(row: TitleRow): string | null {
    if (!('site' in row) || row.site !== this.site) return null;
    const key = titleKey(row.fullTitle, this.namespaces);
    const isWanted = key !== null && this.wanted.has(namespaceOf(key, this.namespaces));
    return isWanted ? `${key}\tw${row.item}` : null;
  }

  /** The line of a page whose article was converted, by its title; null where it is not kept. */
  ofKind({ title, kind }: PageKind): string | null {
    const key = titleKey(title, this.namespaces);
    return key !== null && this.wanted.has(namespaceOf(key, this.namespaces)) ? `${key}\tc${kind}` : null;
  }

  private written(target: string): string {
    const hash = target.indexOf('#');
    const title = hash < 0 ? target : target.slice(0, hash);
    return `${titleKey(title, this.namespaces) ?? ''}\t${hash < 0 ? '' : sectionOf(target.slice(hash + 1))}`;
  }
}

function sectionOf(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/[\s_\u0000-\u001f\u007f]+/gu, ' ')
    .trim()
    .slice(0, longestSection)
    .toWellFormed();
}

/** As long as every other, so that the order of lines is that of numbers. */
function padded(id: number): string {
  return String(id).padStart(15, '0');
}

/** Lines that begin with the same words before the first tab. */
export interface Group {
  readonly about: string;
  readonly facts: readonly string[];
}

/** Groups of sorted lines, which may go on from one batch to the next. */
export class Groups {
  private about: string | null = null;
  private facts: string[] = [];

  *take(lines: readonly string[]): Generator<Group> {
    for (const line of lines) {
      const tab = line.indexOf('\t');
      if (tab < 0) continue;
      const about = line.slice(0, tab);
      if (about !== this.about) {
        yield* this.end();
        this.about = about;
      }
      this.facts.push(line.slice(tab + 1));
    }
  }

  *end(): Generator<Group> {
    if (this.about !== null) yield { about: this.about, facts: this.facts };
    this.about = null;
    this.facts = [];
  }
}

/** What is said of a page by its id, as lines by its title. Of an id without a title nothing is known. */
export function* byTitle({ about, facts }: Group): Generator<string> {
  const keys = facts.filter((fact) => fact.startsWith('k')).map((fact) => fact.slice(2));
  const target = facts.find((fact) => /^r[^\t]/.test(fact)) ?? 'r\t';
  const others = facts.filter((fact) => fact.startsWith('d') || fact.startsWith('w'));
  for (const key of new Set(keys)) {
    yield `${key}\t${facts.includes(`k-${key}`) ? 'p' : target}\t${Number(about)}`;
    for (const fact of others) yield `${key}\t${fact}`;
  }
}

/** What all lines about a title say together. A page with a text of its own outweighs a redirect. */
export function entryOf({ about: key, facts }: Group): TitleEntry {
  const pages = facts.filter((fact) => fact.startsWith('p\t'));
  const redirects = facts.filter((fact) => fact.startsWith('r'));
  const page = pages[0] ?? redirects.find((fact) => /^r[^\t]/.test(fact)) ?? redirects[0];
  const [target = '', section = '', redirectId] =
    page === undefined || page === pages[0] ? [] : page.slice(1).split('\t');
  const id = redirectId ?? page?.slice(2);
  const redirect: TitleRedirect | null = redirectId === undefined ? null : { target, section };
  const item = facts.find((fact) => fact.startsWith('w'));
  const kind = facts.find((fact) => fact.startsWith('c'));
  return {
    key,
    pageId: id === undefined ? null : Number(id),
    item: item === undefined ? null : Number(item.slice(1)),
    isDisambiguation: redirect === null && facts.includes('d'),
    kind: redirect !== null || kind === undefined ? null : kind.slice(1),
    redirect,
  };
}
