#!/usr/bin/env node
// @ts-check
/**
 * Measures `titles` on a dump of many short pages and redirects, and looks titles up in what it makes:
 * `node bench/titles.js [pages] [redirects]`. The files are written into the folder for temporary files, and removed.
 */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { chanceFrom, generateDump, head, pageElement } from './generate.js';
import { peakMemory } from './processes.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');
const [pages = 2_000_000, redirects = 1_000_000] = process.argv.slice(2).map(Number);

/** Characters of a page's text: a dump of as many whole ones would take some hours to write. */
const textLength = 700;

/** @param {number} n */
const title = (n) => `${words(n)} (${n})`;
/** @param {number} n */
const redirectTitle = (n) => `${words(n * 7 + 3)}, also ${n}`;

const syllables = [
  'sal',
  'ter',
  'mor',
  'ke',
  'lin',
  'da',
  'ros',
  'ven',
  'hol',
  'my',
  'ra',
  'tun',
  'bek',
  'sor',
  'il',
  'gra',
];

/** @param {number} n */
function words(n) {
  const chance = chanceFrom(n);
  const word = () => {
    const parts = Array.from(
      { length: 2 + Math.floor(chance() * 2) },
      () => syllables[Math.floor(chance() * 16)],
    );
    const joined = parts.join('');
    return joined[0]?.toUpperCase() + joined.slice(1);
  };
  return `${word()} ${word()}`;
}

/**
 * Where a redirect leads: to a page mostly; of a hundred, five to the redirect before, one to the one behind in a circle of
 * two, ten into a section, two out of the dump.
 *
 * @param {number} n
 */
function targetOf(n) {
  const turn = n % 100;
  if (turn >= 90 && turn < 95) return redirectTitle(n - 1);
  if (turn === 95 && n + 1 < redirects) return redirectTitle(n + 1);
  if (turn === 96) return redirectTitle(n - 1);
  const page = Math.floor((n * 2_654_435_761) % pages);
  if (turn < 10) return `${title(page)}#Life`;
  return turn < 12 ? `Unwritten ${n}` : title(page);
}

function* dump() {
  yield head;
  const texts = generateDump(join(root, 'tests', 'cases'))
    .pages.map((page) => {
      const text = />([^<]*)<\/text>/.exec(page)?.[1] ?? '';
      return text
        .slice(0, textLength)
        .replace(/&[^;]*$/, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    })
    .filter((text) => text.length > 200);
  let batch = '';
  for (let n = 0, redirect = 0, id = 1; n < pages; n++, id++) {
    batch += pageElement(
      id,
      title(n),
      n % 50 === 0
        ? `May be:\n* [[${title(n + 1)}]]\n\n{{disambiguation}}`
        : /** @type {string} */ (texts[n % texts.length]),
    );
    for (; redirect < ((n + 1) / pages) * redirects; redirect++) {
      id++;
      const target = targetOf(redirect);
      batch += pageElement(id, redirectTitle(redirect), `#REDIRECT [[${target}]]`, target.split('#')[0]);
    }
    if (batch.length < 1 << 20) continue;
    yield batch;
    batch = '';
  }
  yield `${batch}</mediawiki>\n`;
}

/** Wikidata items of all pages, as the table page_props. */
function* pageProps() {
  yield '-- MySQL dump 10.19\n--\n-- Host: x    Database: examplewiki\nCREATE TABLE `page_props` (\n  `pp_page` int NOT NULL,\n  `pp_propname` varbinary(60) NOT NULL,\n  `pp_value` blob NOT NULL,\n  `pp_sortkey` float\n);\n';
  const all = pages + redirects;
  for (let from = 1; from <= all; from += 10_000) {
    const rows = Array.from(
      { length: Math.min(10_000, all - from + 1) },
      (_, i) => `(${from + i},'wikibase_item','Q${(from + i) * 3}',NULL)`,
    );
    yield `INSERT INTO \`page_props\` VALUES ${rows.join(',')};\n`;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'article2rdf-titles-'));
/** @param {string} name */
const path = (name) => join(folder, name);
/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`);
/** @param {string} file */
const megabytes = (file) => (statSync(file).size / 1e6).toFixed(1);

try {
  await pipeline(dump, createWriteStream(path('dump.xml')));
  await pipeline(pageProps, createGzip({ level: 1 }), createWriteStream(path('page_props.sql.gz')));
  say(`dump of ${pages} pages and ${redirects} redirects: ${megabytes(path('dump.xml'))} MB`);
  await measured('reading its articles alone', process.execPath, [
    fileURLToPath(import.meta.url).replace('titles.js', 'read-dump.js'),
    path('dump.xml'),
  ]);
  const files = [];
  for (const workers of [1, availableParallelism()]) {
    const file = path(`${workers}.titles`);
    await measured(`titles, ${workers} workers`, process.execPath, [
      cli,
      '-q',
      'titles',
      path('dump.xml'),
      '-o',
      file,
      '--workers',
      String(workers),
    ]);
    files.push(file);
  }
  const hashes = new Set(files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')));
  say(
    `${megabytes(/** @type {string} */ (files[0]))} MB; ${hashes.size === 1 ? 'the same' : 'DIFFERENT'} for any number of workers`,
  );
  await measured('titles with items', process.execPath, [
    cli,
    '-q',
    'titles',
    path('dump.xml'),
    path('page_props.sql.gz'),
    '-o',
    path('items.titles'),
  ]);
  say(`${megabytes(path('items.titles'))} MB with the items of all`);
  await lookUp(path('items.titles'));
} finally {
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} what
 * @param {string} command
 * @param {readonly string[]} args
 */
async function measured(what, command, args) {
  const begin = performance.now();
  const peak = await peakMemory(command, args);
  say(
    `${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s, at most ${(peak / 1e6).toFixed(0)} MB of memory`,
  );
}

/** @param {string} file */
async function lookUp(file) {
  /** @type {typeof import('../src/read/titles-file.js')} */
  const { openTitles } = await import(new URL('../dist/read/titles-file.js', import.meta.url).href);
  let begin = performance.now();
  const opened = openTitles(file);
  if (!('titles' in opened)) throw new Error(opened.problem.message);
  say(`opened in ${(performance.now() - begin).toFixed(1)} ms`);
  const chance = chanceFrom(1);
  const some = Array.from({ length: 300_000 }, () =>
    chance() < 0.67 ? title(Math.floor(chance() * pages)) : redirectTitle(Math.floor(chance() * redirects)),
  );
  begin = performance.now();
  let found = 0;
  for (const one of some) if (opened.titles.endOf(one) !== null) found++;
  const seconds = (performance.now() - begin) / 1000;
  say(
    `${Math.round(some.length / seconds)} lookups a second at random, ${found} of ${some.length} with an end`,
  );
  opened.titles.close();
}
