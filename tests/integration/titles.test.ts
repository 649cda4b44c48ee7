/** Titles of a wiki as a user makes and uses them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { article2rdf, cli, temporaryFolder } from './program.js';

interface Page {
  readonly title: string;
  readonly text: string;
  readonly redirect?: string;
}

const siteinfo = (host: string): string =>
  `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo><sitename>W</sitename><base>https://${host}/wiki/Main_Page</base><case>first-letter</case><namespaces><namespace key="0" case="first-letter" /></namespaces></siteinfo>\n`;

function dumpOf(pages: readonly Page[], host = 'en.wikipedia.org'): string {
  const written = pages.map(
    ({ title, text, redirect }, i) =>
      `<page><title>${title}</title><ns>0</ns><id>${i + 1}</id>${redirect === undefined ? '' : `<redirect title="${redirect}" />`}<revision><id>9</id><model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">${text}</text></revision></page>\n`,
  );
  return `${siteinfo(host)}${written.join('')}</mediawiki>\n`;
}

const redirect = (title: string, to: string): Page => ({
  title,
  text: `#REDIRECT [[${to}]]`,
  redirect: to.split('#')[0] as string,
});

const film = (title: string, director: string): Page => ({
  title,
  text: `{{Infobox film\n| name = ${title}\n| director = ${director}\n| producer = [[Roe (name)|Jim Roe]]\n}}\n'''''${title}''''' is a 2012 film.\n`,
});

const pages: Page[] = [
  { title: 'Robert Roe', text: "'''Robert Roe''' (born 1950) is a director.\n" },
  redirect('Bo Roe', 'Robert Roe'),
  redirect('B. Roe', 'Bo Roe'),
  redirect('Early Roe', 'Robert Roe#Early life'),
  redirect('Ring A', 'Ring B'),
  redirect('Ring B', 'Ring A'),
  { title: 'Roe (name)', text: "'''Roe''' may be:\n* [[Robert Roe]]\n\n{{disambiguation}}\n" },
  film('Salt Road', '[[B. Roe|Roe]]'),
  ...Array.from({ length: 60 }, (_, n) => film(`Salt Road ${n}`, '[[Bo Roe]]')),
];

const props = `-- MySQL dump 10.19\n--\n-- Host: x    Database: enwiki\nCREATE TABLE \`page_props\` (\n  \`pp_page\` int NOT NULL,\n  \`pp_propname\` varbinary(60) NOT NULL,\n  \`pp_value\` blob NOT NULL\n);\nINSERT INTO \`page_props\` VALUES (1,'wikibase_item','Q42'),(8,'wikibase_item','Q77');\n`;

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const parts = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.nq.gz'))
    .sort()
    .map((name) => gunzipSync(readFileSync(join(folder, name))).toString())
    .join('');

it('are the same for any number of processes, and so is what is converted with them', () => {
  const cwd = folderWith({ 'dump.xml': dumpOf(pages), 'page_props.sql.gz': gzipSync(props) });
  for (const workers of ['1', '2']) {
    const args = ['dump.xml', 'page_props.sql.gz', '-o', `${workers}.titles`, '--workers', workers];
    const { status, stderr } = article2rdf(['titles', ...args], { cwd });
    expect([status, stderr]).toEqual([0, expect.stringContaining('5 redirects and 1 disambiguation page')]);
    expect(stderr).toContain('"Ring A" leads in a circle');
    expect(stderr).toContain('2 Wikidata items');
  }
  expect(readFileSync(join(cwd, '1.titles')).equals(readFileSync(join(cwd, '2.titles')))).toBe(true);
  const convert = (out: string, ...more: string[]): string => {
    const args = ['convert', 'dump.xml', '-o', out, '--shard-size', '4K', '--provenance', 'span', ...more];
    const { status, stderr } = article2rdf(args, { cwd });
    expect([status, stderr]).toEqual([0, expect.stringContaining('62 of 62 conform')]);
    return parts(join(cwd, out));
  };
  const quads = convert('one', '--titles', '1.titles', '--workers', '1');
  expect(convert('two', '--titles', '2.titles', '--workers', '2')).toBe(quads);
  const about = (title: string): string => `<https://example.org/resource/${title}>`;
  expect(quads).toContain(`${about('Salt_Road')} <https://schema.org/director> ${about('Robert_Roe')}`);
  expect(quads).toContain(
    `${about('Salt_Road')} <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q77>`,
  );
  expect(quads).not.toContain(`<https://schema.org/director> ${about('Bo_Roe')}`);
  const traced = article2rdf(['--json', 'trace', 'one'], { cwd });
  expect(JSON.parse(traced.stderr.trimEnd().split('\n').at(-1) as string)).toMatchObject({ failures: 0 });

  const kinds = article2rdf(['titles', 'dump.xml', 'one', '-o', 'kinds.titles'], { cwd });
  expect([kinds.status, kinds.stderr]).toEqual([
    0,
    expect.stringContaining('of 62 titles the kind of article is known'),
  ]);

  // Without titles nothing of this is there, and another program that hands on lines gets the same.
  expect(convert('none')).not.toContain('owl#sameAs');
  const lines = pages
    .filter(({ redirect }) => redirect === undefined)
    .map(({ title, text }) => ({
      title,
      text,
      format: 'wikitext',
      lang: 'en',
      url: `https://en.wikipedia.org/wiki/${title.replaceAll(' ', '_')}`,
    }));
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const piped = article2rdf(['pipe', '--titles', '1.titles'], { cwd, input });
  const plain = (text: string): string[] =>
    text.split('\n').filter((line) => / <https:\/\/schema\.org\/(?:director|producer)> |owl#/.test(line));
  const whole = article2rdf(['convert', 'dump.xml', '--titles', '1.titles', '-f', 'nquads', '--stdout'], {
    cwd,
  });
  expect(plain(piped.stdout).length).toBeGreaterThan(100);
  expect(plain(piped.stdout)).toEqual(plain(whole.stdout));
});

it('say which page a name without a link names, the same for any number of processes', () => {
  const person = (title: string): Page => ({
    title,
    text: `{{Infobox person\n| name = ${title}\n| birth_date = 1950\n}}\n'''${title}''' (born 1950) is a film director.\n`,
  });
  const ours = [
    person('Robert Roe'),
    person('Ann Lee'),
    person('Ann Lee (singer)'),
    redirect('Bo Roe', 'Robert Roe'),
    ...['Robert Roe', 'Bo Roe', 'Ann Lee', 'Salt Road'].map((name, n) => film(`Salt Road ${n}`, name)),
    film('Salt Road', '[[Robert Roe]]'),
  ];
  const cwd = folderWith({ 'dump.xml': dumpOf(ours) });
  const convert = (out: string, ...more: string[]): string => {
    const args = ['convert', 'dump.xml', '-o', out, '--shard-size', '1K', '--provenance', 'span', ...more];
    expect(article2rdf(args, { cwd })).toMatchObject({ status: 0 });
    return parts(join(cwd, out));
  };
  const before = convert('first');
  const made = article2rdf(['titles', 'dump.xml', 'first', '-o', 'w.titles'], { cwd });
  expect(made.status).toBe(0);
  const quads = convert('one', '--titles', 'w.titles', '--workers', '1');
  expect(convert('two', '--titles', 'w.titles', '--workers', '2')).toBe(quads);
  const named = quads.split('\n').filter((line) => / <[^>]*#nameLink> /.test(line));
  expect(
    named.map((line) => line.replace(/^<[^>]*page\/|> <[^>]*resource\/|> <[^>]*> \.$/g, ' ')).sort(),
  ).toEqual([
    expect.stringMatching(/Salt_Road_0.* Robert_Roe /),
    expect.stringMatching(/Salt_Road_1.* Robert_Roe /),
  ]);
  const directors = quads.split('\n').filter((line) => line.includes('schema.org/director>'));
  expect(directors.map((line) => /resource\/([^>]+)> <[^>]*> \.$/.exec(line)?.[1]).sort()).toEqual([
    'Robert_Roe',
    'Robert_Roe',
    'Robert_Roe',
    'Salt_Road_2#person-ann-lee',
    'Salt_Road_3#person-salt-road',
  ]);
  const traced = article2rdf(['--json', 'trace', 'one'], { cwd });
  expect(JSON.parse(traced.stderr.trimEnd().split('\n').at(-1) as string)).toMatchObject({ failures: 0 });
  const without = convert('none', '--titles', 'w.titles', '--no-name-links');
  expect(without).not.toContain('#nameLink');
  const director = (text: string) => text.split('\n').filter((line) => line.includes('schema.org/director>'));
  expect(director(without)).toEqual(director(before));
});

it('are made from tables alone', () => {
  const page = `-- MySQL dump 10.19\n--\n-- Host: x    Database: enwiki\nCREATE TABLE \`page\` (\n  \`page_id\` int,\n  \`page_namespace\` int,\n  \`page_title\` varbinary(255),\n  \`page_is_redirect\` tinyint\n);\nINSERT INTO \`page\` VALUES (1,0,'Robert_Roe',0),(2,0,'Bo_Roe',1);\n`;
  const to = `CREATE TABLE \`redirect\` (\n  \`rd_from\` int,\n  \`rd_namespace\` int,\n  \`rd_title\` varbinary(255),\n  \`rd_interwiki\` varbinary(32),\n  \`rd_fragment\` varbinary(255)\n);\nINSERT INTO \`redirect\` VALUES (2,0,'Robert_Roe','','');\n`;
  const cwd = folderWith({
    'page.sql': page,
    'redirect.sql': to,
    'props.sql.gz': gzipSync(props),
    'dump.xml': dumpOf([film('Salt Road', '[[Bo Roe]]')]),
  });
  const made = article2rdf(['titles', 'page.sql', 'redirect.sql', 'props.sql.gz', '-o', 'w.titles'], { cwd });
  expect([made.status, made.stderr]).toEqual([0, expect.stringContaining('2 titles, of which 1 redirect')]);
  const { stdout } = article2rdf(
    ['convert', 'dump.xml', '--titles', 'w.titles', '-f', 'nquads', '--stdout'],
    { cwd },
  );
  expect(stdout).toContain('<https://schema.org/director> <https://example.org/resource/Robert_Roe>');
});

it('are refused if they are of several wikis, no titles, or broken, and warned of if they are of another wiki', () => {
  const cwd = folderWith({
    'en.xml': dumpOf(pages),
    'de.xml': dumpOf(pages, 'de.wikipedia.org'),
    'bad.sql': `${props.trimEnd().slice(0, -20)}`,
    'film.txt': '= Salt =\n\nSalt is a 2012 film.\n',
  });
  const run = (...args: string[]) => article2rdf(args, { cwd });
  const both = run('titles', 'en.xml', 'de.xml', '-o', 'w.titles');
  expect([both.status, both.stderr]).toEqual([65, expect.stringContaining('[other-wiki]')]);
  const bad = run('titles', 'en.xml', 'bad.sql', '-o', 'w.titles');
  expect([bad.status, bad.stderr]).toEqual([65, expect.stringContaining('bad.sql:9: error:')]);
  const text = run('titles', 'film.txt', '-o', 'w.titles');
  expect([text.status, text.stderr]).toEqual([65, expect.stringContaining('[unknown-format]')]);
  const own = run('titles', 'en.xml', '-o', 'en.xml');
  expect([own.status, own.stderr]).toEqual([2, expect.stringContaining('[replaces-input]')]);
  expect(readdirSync(cwd).sort()).toEqual(['bad.sql', 'de.xml', 'en.xml', 'film.txt']);

  expect(run('titles', 'de.xml', '-o', 'de.titles').status).toBe(0);
  const foreign = run('convert', 'en.xml', '--titles', 'de.titles', '-f', 'nquads', '--stdout');
  expect(foreign.stderr.match(/\[other-titles\]/g)).toHaveLength(1);
  expect(foreign.stdout).not.toContain('owl#sameAs');
  expect(run('convert', 'en.xml', '--titles', 'none.titles').status).toBe(74);
  expect(run('convert', 'en.xml', '--titles', 'film.txt').stderr).toContain('no file of titles');
  const whole = readFileSync(join(cwd, 'de.titles'));
  writeFileSync(join(cwd, 'cut.titles'), whole.subarray(0, whole.length - 9));
  const cut = run('convert', 'film.txt', '--titles', 'cut.titles');
  expect([cut.status, cut.stderr]).toEqual([
    2,
    expect.stringContaining('cut.titles: error: It is a file of titles that was cut short.'),
  ]);
  const changed = Buffer.from(whole);
  changed.fill(0x7a, 30, 90);
  writeFileSync(join(cwd, 'changed.titles'), changed);
  for (const workers of ['1', '2']) {
    const damaged = run('convert', 'de.xml', '--titles', 'changed.titles', '-o', 'out', '--workers', workers);
    expect(damaged.stderr).toContain('changed.titles: error: It is a file of titles that is damaged.');
    expect(damaged.status).toBe(2);
  }
  const single = run('convert', 'film.txt', '--titles', 'changed.titles', '--stdout', '-f', 'turtle');
  expect([single.status, single.stderr]).toEqual([2, expect.stringContaining('[titles-invalid]')]);
});

it('are there as a whole or not at all, however a run ends', async () => {
  const many = Array.from({ length: 30_000 }, (_, n) => ({ title: `Salt ${n}`, text: 'Salt.' }));
  const cwd = folderWith({ 'dump.xml': dumpOf(many) });
  const args = [cli, 'titles', 'dump.xml', '-o', 'w.titles', '--workers', '1'];
  const begin = () => spawn(process.execPath, args, { cwd, stdio: 'ignore' });
  /** What stands under the final name after each run. A fast run may have put it there before the signal came. */
  const left: Buffer[] = [];
  for (const [delay, signal] of [
    [300, 'SIGKILL'],
    [700, 'SIGKILL'],
    [500, 'SIGTERM'],
  ] as const) {
    const child = begin();
    const ended = once(child, 'close');
    await setTimeout(delay);
    child.kill(signal);
    await ended;
    if (readdirSync(cwd).includes('w.titles')) {
      left.push(readFileSync(join(cwd, 'w.titles')));
      rmSync(join(cwd, 'w.titles'));
    }
  }
  const whole = article2rdf(args.slice(1), { cwd });
  expect([whole.status, whole.stderr]).toEqual([0, expect.stringContaining('30000 titles')]);
  const expected = readFileSync(join(cwd, 'w.titles'));
  for (const file of left) expect(file.equals(expected)).toBe(true);
}, 60_000);
