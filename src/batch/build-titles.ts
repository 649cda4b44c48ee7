import { SortedLines } from '../publish/sorted-lines.js';
import { TitlesFile } from '../publish/titles-file.js';
import type { PageKind } from '../read/page-kinds.js';
import type { TitleRow } from '../read/sql-tables.js';
import type { TitlesCounts, TitlesMeta } from '../titles/entry.js';
import { byTitle, entryOf, Groups, TitleLines } from './title-records.js';

export interface BuiltTitles {
  readonly counts: TitlesCounts;
  /** Titles of redirects that end in a circle, some of many. */
  readonly circles: readonly string[];
  /** Pages that were left out, as they have no title that a page can have. */
  readonly refused: number;
}

/**
 * Makes a file of titles of what is added to it, in any order. It holds some MB, and four bytes for each redirect; the rest
 * waits in temporary files (TMPDIR). Its methods throw the file system's errors.
 */
export class TitlesBuild {
  private readonly byPage = new SortedLines();
  private readonly byTitle = new SortedLines();
  private readonly lines: TitleLines;
  private adding: Promise<void> = Promise.resolve();

  /**
   * @param wanted numbers of the namespaces whose titles are kept
   * @param database name of the wiki's database, by which Wikidata knows it
   */
  constructor(
    private readonly site: TitlesMeta['site'],
    wanted: ReadonlySet<number>,
    database: string | null,
    private readonly hasTables: boolean,
  ) {
    this.lines = new TitleLines(site.namespaces, wanted, database, hasTables);
  }

  /** Adds lines of pages. */
  async addLines(lines: readonly string[]): Promise<void> {
    // Several may add at a time, and the lines take one after the other.
    this.adding = this.adding.then(() => (this.hasTables ? this.byPage : this.byTitle).add(lines));
    await this.adding;
  }

  async addRows(rows: readonly TitleRow[]): Promise<void> {
    await this.byPage.add(rows.flatMap((row) => this.lines.ofRow(row)));
    const links = rows.map((row) => this.lines.ofSitelink(row)).filter((line) => line !== null);
    if (links.length > 0) await this.byTitle.add(links);
  }

  async addKinds(kinds: readonly PageKind[]): Promise<void> {
    await this.byTitle.add(kinds.map((kind) => this.lines.ofKind(kind)).filter((line) => line !== null));
  }

  async write(path: string): Promise<BuiltTitles> {
    const file = await TitlesFile.create(path);
    try {
      const groups = new Groups();
      await this.joinPages();
      for await (const lines of this.byTitle.sorted()) await file.add(entries(groups.take(lines)));
      await file.add(entries(groups.end()));
      return { ...(await file.commit(this.site)), refused: this.lines.refused };
    } finally {
      await file.discard();
    }
  }

  async discard(): Promise<void> {
    await this.byPage.discard();
    await this.byTitle.discard();
  }

  /** Adds what is known by page to what is known by title. */
  private async joinPages(): Promise<void> {
    const { byTitle: lines } = this;
    const groups = new Groups();
    for await (const batch of this.byPage.sorted())
      await lines.add([...groups.take(batch)].flatMap((group) => [...byTitle(group)]));
    await lines.add([...groups.end()].flatMap((group) => [...byTitle(group)]));
  }
}

function* entries(groups: Iterable<Parameters<typeof entryOf>[0]>) {
  for (const group of groups) yield entryOf(group);
}
