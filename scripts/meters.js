// @ts-check
/** Prints what the program comes to on articles: `npm run meters -- files, folders, dumps`, else those of ARTICLE_CORPUS. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const corpus = process.env.ARTICLE_CORPUS ?? '';
const inputs = given.length > 0 ? given : corpus === '' ? [join(root, 'articles')] : filesOf(corpus);

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(root, 'dist/cli.js'), '--quiet', '--json', 'coverage', ...inputs],
  { encoding: 'utf8', maxBuffer: 1 << 30 },
);
const records = stderr.split('\n').filter((line) => line.startsWith('{'));
const summary = records.map((line) => JSON.parse(line)).findLast(({ type }) => type === 'coverage');
if (!summary) throw new Error(stderr.slice(0, 2000));
const counts = Object.values(summary.counts);
const all = counts.flatMap((region) => Object.values(region)).reduce((sum, count) => sum + count, 0);
const lost = counts.reduce((sum, region) => sum + region.lost, 0);
const share = Math.floor((10_000 * (all - lost)) / Math.max(1, all)) / 100;
console.log(`conservation: ${share} % of ${all} characters of ${summary.articles} articles, ${lost} lost`);
if (lost > 0) console.log(`${stdout.split('\n').length - 1} places; article2rdf coverage prints them`);
process.exitCode = status ?? 1;

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:wiki|txt|xml\.bz2)$/.test(path))
    .sort()
    .map((path) => join(folder, path));
}
