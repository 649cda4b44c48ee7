#!/usr/bin/env node
// @ts-check
// Measures this project against what one would use instead, and writes bench/RESULTS.md and bench/results.svg.
//
//   npm run bench                            on a dump that is generated
//   npm run bench -- a.xml.bz2 b.xml.bz2     on MediaWiki dumps; or BENCH_DUMPS="a.xml.bz2 b.xml.bz2"
//
// It takes some minutes, and up to 3 GB in the folder for temporary files. BENCH_MB says how large the dump for whole
// runs is at least, in MB of XML (64 unless told).
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { articlesOf, readDump } from './corpus.js';
import { generateDump } from './generate.js';
import { convertibleOf } from './in-process.js';
import { describeMachine } from './machine.js';
import { drawReport, writeReport } from './report.js';
import { rowsOfDump, rowsOfReading, rowsOfValidation, stagesOf } from './rows.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const casesFolder = join(root, 'tests', 'cases');
/** As much of a dump is looked at: characters of XML, and bytes of wikitext. */
const mostRead = 64e6;
const mostArticles = 16e6;

const given = process.argv.slice(2);
const paths = given.length > 0 ? given : (process.env.BENCH_DUMPS ?? '').split(/\s+/).filter(Boolean);
const least = Number(process.env.BENCH_MB ?? 64) * 1e6;
const nameOf = (/** @type {string} */ path) => basename(path).replace(/\.xml(\.\w+)?$/, '');
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

const dumps =
  paths.length > 0
    ? await Promise.all(paths.map((path) => readDump(path, nameOf(path), mostRead)))
    : [generateDump(casesFolder)];
const corpora = [];
for (const dump of dumps)
  corpora.push({ dump, articles: await convertibleOf(articlesOf(dump, mostArticles)) });
const shapes = readdirSync(join(root, 'shapes'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ttl'))
  .map((name) => readFileSync(join(root, 'shapes', name), 'utf8'))
  .join('\n');
const example = readFileSync(join(casesFolder, 'comrades-almost-a-love-story', 'article.txt'), 'utf8');
const temporary = mkdtempSync(join(tmpdir(), 'article2rdf-bench-'));

// What else runs takes from both sides of a ratio, but not at the same time.
const [load = 0] = loadavg();
if (load > 0.5) say(`This machine is busy (load ${load.toFixed(1)}): the numbers will vary.`);

/** @type {import('./report.js').Measured[]} */
const measured = [];
/** @param {Promise<import('./report.js').Measured>} measuring */
async function keep(measuring) {
  const found = await measuring;
  measured.push(found);
  for (const { what, ours, theirs, ratio } of found.rows)
    say(`  ${what}: ${ours} to ${theirs}, ${ratio.toFixed(2)}`);
}

try {
  for (const { dump, articles } of corpora) {
    say(`Articles of ${dump.name} …`);
    await keep(rowsOfReading(dump.name, articles, shapes));
  }
  say('Validation …');
  await keep(rowsOfValidation(example, shapes));
  say('Stages …');
  const stages = await stagesOf(corpora.flatMap(({ articles }) => articles));
  say('Whole dumps …');
  await keep(rowsOfDump(dumps, least, temporary));
  const results = { machine: describeMachine(), corpora, measured, stages };
  writeFileSync(new URL('results.svg', import.meta.url), drawReport(results));
  const method = readFileSync(new URL('method.md', import.meta.url), 'utf8');
  writeFileSync(new URL('RESULTS.md', import.meta.url), writeReport(results, method));
  say('Wrote bench/RESULTS.md and bench/results.svg.');
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
