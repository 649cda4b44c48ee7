/** Tables of a wiki's database, as mysqldump writes them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/problem.js';
import type { SqlRow } from '../../src/read/sql-rows.js';
import { SqlReader } from '../../src/read/sql-rows.js';
import type { TitleRow } from '../../src/read/sql-tables.js';
import { readSqlDump, sqlDumpAt, wikiOfDatabase } from '../../src/read/sql-tables.js';
import { growth, linear } from '../support/growth.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-sql-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const head = '-- MySQL dump 10.19\n--\n-- Host: db1    Database: dewiki\n-- ----\n';
const create = (table: string, ...columns: string[]): string =>
  `DROP TABLE IF EXISTS \`${table}\`;\nCREATE TABLE \`${table}\` (\n${columns.map((name) => `  \`${name}\` int NOT NULL,\n`).join('')}  PRIMARY KEY (\`${columns[0]}\`)\n) ENGINE=InnoDB;\n\n/*!40000 ALTER TABLE \`${table}\` DISABLE KEYS */;\n`;
const page = create('page', 'page_id', 'page_namespace', 'page_title', 'page_is_redirect');

async function read(
  text: string | Buffer,
  isCompressed = true,
): Promise<{ rows: TitleRow[]; problems: Problem[] }> {
  const path = join(folder, 'table.sql.gz');
  writeFileSync(path, isCompressed ? gzipSync(text) : text);
  const dump = await sqlDumpAt(path);
  if (!dump) throw new Error('no dump');
  const found = { rows: [] as TitleRow[], problems: [] as Problem[] };
  for await (const part of readSqlDump(dump)) {
    if ('rows' in part) found.rows.push(...part.rows);
    else found.problems.push(part.problem);
  }
  return found;
}

describe('rows', () => {
  it('are those of the columns that the table names', async () => {
    const text = `${head}${page}INSERT INTO \`page\` VALUES (1,0,'Bo_Roe',0),(2,1,'Bo_Roe',1);\nINSERT INTO \`page\` VALUES (3,0,'É',0);\n`;
    const rows = [
      { page: 1, namespace: 0, title: 'Bo_Roe', isRedirect: false },
      { page: 2, namespace: 1, title: 'Bo_Roe', isRedirect: true },
      { page: 3, namespace: 0, title: 'É', isRedirect: false },
    ];
    expect(await read(text)).toEqual({ rows, problems: [] });
    expect(await read(text, false)).toEqual({ rows, problems: [] });
    // Versions of MediaWiki differ in columns and their order.
    const other = create(
      'page',
      'page_title',
      'page_random',
      'page_id',
      'page_is_redirect',
      'page_namespace',
    );
    const one = `${head}${other}INSERT INTO \`page\` VALUES ('A',0.25,7,1,0);\n`;
    expect((await read(one)).rows).toEqual([{ page: 7, namespace: 0, title: 'A', isRedirect: true }]);
  });

  it('hold quotes, escapes, brackets and NULL', async () => {
    const redirect = create('redirect', 'rd_from', 'rd_namespace', 'rd_title', 'rd_interwiki', 'rd_fragment');
    const values = [
      "(1,0,'Rock_\\'n\\'_(roll),_\\\\o/','',NULL)",
      "(2,0,'A''B','','Life, \\\"later\\\" (x);')",
      "(3,0,'Elsewhere','fr','')",
    ];
    const { rows } = await read(`${head}${redirect}INSERT INTO \`redirect\` VALUES ${values.join(',')};\n`);
    expect(rows).toEqual([
      { redirect: 1, namespace: 0, title: "Rock_'n'_(roll),_\\o/", section: '' },
      { redirect: 2, namespace: 0, title: "A'B", section: 'Life, "later" (x);' },
    ]);
  });

  it('of properties are items and pages that tell pages apart', async () => {
    const props = create('page_props', 'pp_page', 'pp_propname', 'pp_value', 'pp_sortkey');
    const values =
      "(1,'wikibase_item','Q42',NULL),(2,'disambiguation','',NULL),(3,'defaultsort','Q7',1.5e3),(4,'wikibase_item','42',NULL)";
    const { rows } = await read(`${head}${props}INSERT INTO \`page_props\` VALUES ${values};\n`);
    expect(rows).toEqual([{ itemOf: 1, item: 42 }, { disambiguation: 2 }]);
  });

  it('are the same wherever a piece of the text ends', () => {
    const text = `${head}${page}INSERT INTO \`page\` VALUES (1,0,'A\\'\\\\',0),(22,0,'B''b',1);\nINSERT INTO \`page\` VALUES (3,0,NULL,0);\n`;
    const rowsOf = (size: number): SqlRow[] => {
      const reader = new SqlReader();
      const rows: SqlRow[] = [];
      for (let at = 0; at < text.length; at += size) rows.push(...reader.take(text.slice(at, at + size)));
      reader.end();
      return rows;
    };
    const whole = rowsOf(text.length);
    expect(whole.map(({ values }) => values)).toEqual([
      ['1', '0', "A'\\", '0'],
      ['22', '0', "B'b", '1'],
      ['3', '0', null, '0'],
    ]);
    for (let size = 1; size < 60; size++) expect([size, rowsOf(size)]).toEqual([size, whole]);
  });

  it('take time as their text is long', async () => {
    const run = (text: string): void => {
      const reader = new SqlReader();
      for (let at = 0; at < text.length; at += 4096)
        for (const _ of reader.take(text.slice(at, at + 4096))) {
        }
    };
    const rows = (count: number): string =>
      `${page}INSERT INTO \`page\` VALUES ${Array.from({ length: count }, (_, n) => `(${n},0,'T\\'${n}',0)`).join(',')};\n`;
    expect(await growth(run, rows, 64_000)).toBeLessThan(linear);
    const comments = (count: number): string => '-- a comment\n'.repeat(count);
    expect(await growth(run, comments, 64_000)).toBeLessThan(linear);
  });
});

describe('what is wrong', () => {
  const problemOf = async (text: string | Buffer): Promise<unknown[]> => {
    const [problem] = (await read(text)).problems;
    return [problem?.code, problem?.place.line];
  };
  const insert = `${head}${page}INSERT INTO \`page\` VALUES (1,0,'A',0)`;
  const line = insert.split('\n').length;

  it('is told with its line', async () => {
    expect(await problemOf(`${insert},\n(2,0,zzz!,0);\n`)).toEqual(['invalid-sql', line + 1]);
    expect(await problemOf(`${insert} nonsense;\n`)).toEqual(['invalid-sql', line]);
    expect(await problemOf(`${insert},(2,0,'A`)).toEqual(['invalid-sql', line]);
    expect(await problemOf(`${insert},(2,0,'${'A'.repeat(3_000_000)}',0);\n`)).toEqual(['invalid-sql', line]);
  });

  it('is a table without columns, or one that says nothing of titles', async () => {
    expect(
      await problemOf(`${head}DROP TABLE \`page\`;\nINSERT INTO \`page\` VALUES (1,0,'A',0);\n`),
    ).toEqual(['invalid-sql', 1]);
    const other = `${head}${create('user', 'user_id')}INSERT INTO \`user\` VALUES (1);\n`;
    expect((await read(other)).problems).toMatchObject([{ code: 'unknown-table' }]);
  });

  it('is a file that was cut short', async () => {
    const path = join(folder, 'cut.sql.gz');
    const whole = gzipSync(`${insert};\n${'-- comment\n'.repeat(5000)}`, { level: 1 });
    writeFileSync(path, whole.subarray(0, whole.length - 20));
    const dump = await sqlDumpAt(path);
    const problems: string[] = [];
    if (dump)
      for await (const part of readSqlDump(dump)) if ('problem' in part) problems.push(part.problem.code);
    expect(problems).toEqual(['corrupt']);
  });
});

it('tells dumps of databases from other files, and whose they are', async () => {
  const at = async (text: string): Promise<unknown> => {
    writeFileSync(join(folder, 'file'), text);
    return (await sqlDumpAt(join(folder, 'file')))?.database;
  };
  expect(await at(`${head}${page}`)).toBe('dewiki');
  expect(await at(page)).toBe(null);
  expect(await at('= Salt =\n\nINSERT INTO `page` is SQL.')).toBe(undefined);
  expect(await at('<mediawiki>')).toBe(undefined);
  expect(['dewiki', 'zh_yuewiki', 'commonswiki', 'dewikibooks'].map(wikiOfDatabase)).toEqual([
    'de.wikipedia.org',
    'zh-yue.wikipedia.org',
    'commonswiki',
    'dewikibooks',
  ]);
});
