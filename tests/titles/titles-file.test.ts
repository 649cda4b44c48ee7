/** The file of titles: what is put in is found again, redirects end where they should, and damage is noticed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BuiltTitles } from '../../src/batch/build-titles.js';
import { TitlesBuild } from '../../src/batch/build-titles.js';
import type { PageRecord } from '../../src/batch/title-records.js';
import { TitleLines } from '../../src/batch/title-records.js';
import type { TitleRow } from '../../src/read/sql-tables.js';
import type { TitlesFileReader } from '../../src/read/titles-file.js';
import { openTitles, TitlesFileError } from '../../src/read/titles-file.js';

let folder: string;
const opened: TitlesFileReader[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-titles-'));
});
afterEach(() => {
  for (const titles of opened.splice(0)) titles.close();
  rmSync(folder, { recursive: true });
});

const namespaces = { talk: 1, category: 14, kategorie: 14 };
const site = { wiki: 'de.wikipedia.org', language: 'de', namespaces };
const path = () => join(folder, 'wiki.titles');

/** Pages by title: null, or the title that a redirect leads to. */
type Pages = Readonly<Record<string, string | null>>;

function records(pages: Pages): PageRecord[] {
  return Object.entries(pages).map(([title, redirect], i) => ({
    title,
    namespace: 0,
    id: i + 1,
    redirect,
    isDisambiguation: title.endsWith('(name)'),
  }));
}

async function build(pages: Pages, rows: readonly TitleRow[] = []): Promise<BuiltTitles> {
  const hasTables = rows.length > 0;
  const made = new TitlesBuild(site, new Set([0]), 'dewiki', hasTables);
  const lines = new TitleLines(namespaces, new Set([0]), null, hasTables);
  await made.addLines(records(pages).flatMap((record) => lines.ofPage(record)));
  await made.addRows(rows);
  try {
    return await made.write(path());
  } finally {
    await made.discard();
  }
}

function open(): TitlesFileReader {
  const found = openTitles(path());
  if (!('titles' in found)) throw new Error(found.problem.message);
  opened.push(found.titles);
  return found.titles;
}

async function titlesOf(pages: Pages, rows: readonly TitleRow[] = []): Promise<TitlesFileReader> {
  await build(pages, rows);
  return open();
}

describe('links', () => {
  const ends = async (pages: Pages, ...titles: string[]) => {
    const found = await titlesOf(pages);
    return titles.map((title) => found.endOf(title)?.title ?? null);
  };

  it('end at the page of their title, however it is written', async () => {
    const written = ['Salt road', 'salt_road', ' Salt  road_', ':Salt road', 'Salt Road'];
    expect(await ends({ 'Salt road': null }, ...written)).toEqual([
      'Salt road',
      'Salt road',
      'Salt road',
      'Salt road',
      null,
    ]);
    expect(await ends({ 'E\u0301va': null }, '\u00e9va')).toEqual(['\u00c9va']);
  });

  it('end where redirects end, one behind the other', async () => {
    const pages = { D: 'C', C: 'B', B: 'A', A: null };
    expect(await ends(pages, 'A', 'B', 'C', 'D')).toEqual(['A', 'A', 'A', 'A']);
  });

  it('end nowhere in a circle, which is reported with all that leads into it', async () => {
    const { counts, circles } = await build({ A: 'B', B: 'A', C: 'A', D: 'D', E: null });
    expect(circles).toEqual(['A', 'B', 'C', 'D']);
    expect(counts).toMatchObject({ titles: 5, redirects: 4, circles: 4, double: 4 });
    expect(['A', 'B', 'C', 'D'].map((title) => open().endOf(title))).toEqual([null, null, null, null]);
  });

  it('keep the title of a redirect into a section, at which other redirects end', async () => {
    const pages = { Page: null, Part: 'Page#Life', Short: 'Part' };
    expect(await ends(pages, 'Part', 'Short')).toEqual([null, 'Part']);
  });

  it('end at the title of a page that is not here, but not in another namespace', async () => {
    const pages = { A: 'Far away', B: 'Far away', C: 'Kategorie:Far', D: 'category:Far' };
    expect(await ends(pages, 'A', 'B', 'C', 'D', 'Far away')).toEqual([
      'Far away',
      'Far away',
      null,
      null,
      null,
    ]);
  });

  it('to a page that tells pages apart are known by it, behind a redirect too', async () => {
    const titles = await titlesOf({ 'Roe (name)': null, Roe: 'Roe (name)', 'Bo Roe': null });
    expect(['Roe', 'Roe (name)', 'Bo Roe'].map((title) => titles.endOf(title)?.isAmbiguous)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('are as a simple reading of the same pages finds them', async () => {
    const name = fc.string({
      unit: fc.constantFrom('A', 'B', 'é', '😀', '\uffee'),
      minLength: 1,
      maxLength: 3,
    });
    const simple = (pages: Pages, title: string): string | null => {
      const met = new Set<string>();
      for (let at = title; ; ) {
        const to = pages[at];
        if (to === undefined) return at === title ? null : at;
        if (to === null) return at;
        if (met.has(at)) return null;
        met.add(at);
        at = to;
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, fc.option(name, { freq: 1 }), {
          maxKeys: 400,
          noNullPrototype: true,
          size: 'max',
        }),
        async (drawn) => {
          const pages = Object.fromEntries(
            Object.entries(drawn).map(([key, to]) => [upper(key), to === null ? null : upper(to)]),
          );
          const titles = await titlesOf(pages);
          for (const title of Object.keys(pages))
            expect([title, titles.endOf(title)?.title ?? null]).toEqual([title, simple(pages, title)]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

function upper(title: string): string {
  return title.startsWith('é') ? `É${title.slice(1)}` : title;
}

describe('the file', () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, n) => [`Title ${n}`, n % 3 === 1 ? `Title ${(n * 7) % 1000}` : null]),
  );

  it('is the same in whatever order its pages come', async () => {
    await build(many);
    const first = readFileSync(path());
    const made = new TitlesBuild(site, new Set([0]), 'dewiki', false);
    const lines = new TitleLines(namespaces, new Set([0]), null, false);
    const all = records(many).flatMap((record) => lines.ofPage(record));
    await Promise.all([made.addLines(all.slice(500).reverse()), made.addLines(all.slice(0, 500))]);
    await made.write(path());
    expect(readFileSync(path()).equals(first)).toBe(true);
    expect(readdirSync(folder)).toEqual(['wiki.titles']);
  });

  it('finds each of many titles and none between them', async () => {
    const titles = await titlesOf(many);
    for (const title of Object.keys(many)) {
      if (many[title] === null) expect(titles.endOf(title)?.title).toBe(title);
      expect(titles.endOf(`${title}a`)).toBe(null);
    }
    expect(['', '#', 'A'.repeat(2000), 'Title', 'Zz', 'A'].map((title) => titles.endOf(title))).toEqual(
      Array(6).fill(null),
    );
  });

  it('tells each cut and each changed byte, and gives no wrong answer', async () => {
    await build(many);
    const whole = readFileSync(path());
    const right = open();
    const expected = Object.keys(many).map((title) => right.endOf(title)?.title ?? null);
    const answers = (bytes: Buffer): string => {
      writeFileSync(path(), bytes);
      const found = openTitles(path());
      if ('problem' in found) {
        expect(found.problem).toMatchObject({ code: 'titles-invalid', severity: 'error' });
        expect(found.problem.message).toContain('article2rdf titles');
        return 'told';
      }
      opened.push(found.titles);
      try {
        const given = Object.keys(many).map((title) => found.titles.endOf(title)?.title ?? null);
        return given.every((title, i) => title === expected[i]) ? 'right' : 'wrong';
      } catch (error) {
        expect(error).toBeInstanceOf(TitlesFileError);
        return 'told';
      }
    };
    for (const length of [0, 10, 100, whole.length - 1000, whole.length - 1])
      expect(answers(whole.subarray(0, length))).toBe('told');
    for (let at = 0; at < whole.length; at += 97) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 0x55;
      expect([at, answers(changed)]).not.toEqual([at, 'wrong']);
    }
  });
});

it('of articles that were converted have their kinds, behind redirects too', async () => {
  const made = new TitlesBuild(site, new Set([0]), null, false);
  const lines = new TitleLines(namespaces, new Set([0]), null, false);
  const pages = { 'Salt Road': null, 'Bo Roe': 'Salt Road', Stone: null };
  await made.addLines(records(pages).flatMap((record) => lines.ofPage(record)));
  await made.addKinds([
    { title: 'Salt_Road', kind: 'film' },
    { title: 'Bo_Roe', kind: 'person' },
  ]);
  expect((await made.write(path())).counts).toMatchObject({ titles: 3, kinds: 1 });
  const titles = open();
  expect(['Salt Road', 'Bo Roe', 'Stone'].map((title) => titles.endOf(title)?.kind)).toEqual([
    'film',
    'film',
    undefined,
  ]);
});

describe('tables', () => {
  const rows: TitleRow[] = [
    { page: 1, namespace: 0, title: 'Robert_Roe', isRedirect: false },
    { page: 2, namespace: 0, title: 'Bo_Roe', isRedirect: true },
    { page: 3, namespace: 0, title: 'Roe', isRedirect: false },
    { page: 4, namespace: 1, title: 'Roe', isRedirect: false },
    { redirect: 2, namespace: 0, title: 'Robert_Roe', section: '' },
    { disambiguation: 3 },
    { itemOf: 1, item: 42 },
    { itemOf: 99, item: 43 },
  ];

  it('give titles, redirects, pages that tell pages apart, and items by the ids of pages', async () => {
    const { counts } = await build({}, rows);
    expect(counts).toMatchObject({ titles: 3, redirects: 1, disambiguations: 1, items: 1 });
    const titles = open();
    expect(titles.endOf('Bo Roe')).toEqual({ title: 'Robert Roe', isAmbiguous: false });
    expect(titles.endOf('Roe')).toEqual({ title: 'Roe', isAmbiguous: true });
    expect(titles.elsewhere('Robert Roe')).toEqual({
      wikidata: 'http://www.wikidata.org/entity/Q42',
      dbpedia: 'http://de.dbpedia.org/resource/Robert_Roe',
    });
    expect(titles.elsewhere('Bo Roe')).toEqual({ wikidata: null, dbpedia: null });
  });

  it('say the same in any order, and beside an export', async () => {
    await build({}, rows);
    const first = readFileSync(path());
    await build({}, [...rows].reverse());
    expect(readFileSync(path()).equals(first)).toBe(true);
    const pages = { 'Robert Roe': null, 'Bo Roe': 'Robert Roe' };
    await build(pages, [{ itemOf: 1, item: 42 }]);
    expect(open().elsewhere('Robert Roe').wikidata).toBe('http://www.wikidata.org/entity/Q42');
    expect(open().endOf('Bo Roe')?.title).toBe('Robert Roe');
  });

  it('know items by links to this wiki alone', async () => {
    const titles = await titlesOf({ Salt: null, Stone: null }, [
      { site: 'dewiki', fullTitle: 'Salt', item: 7 },
      { site: 'enwiki', fullTitle: 'Stone', item: 8 },
      { site: 'dewiki', fullTitle: 'Kategorie:Stone', item: 9 },
    ]);
    expect(['Salt', 'Stone'].map((title) => titles.elsewhere(title).wikidata)).toEqual([
      'http://www.wikidata.org/entity/Q7',
      null,
    ]);
    expect(titles.meta.counts.titles).toBe(2);
  });
});
