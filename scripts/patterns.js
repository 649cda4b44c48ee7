// @ts-check
/**
 * Prints in how many articles each pattern of sentences reads something, and how many statements, the rarest first:
 * `npm run patterns -- files, folders`. With `--show RULE` it prints instead what the pattern of that name states and from
 * which words, so that its facts can be read.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

/** @type {typeof import('../src/index.js')} */
const { convert } = await import(new URL('../dist/index.js', import.meta.url).href);

const { values, positionals } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true });
if (positionals.length === 0) throw new Error('Name the articles: npm run patterns -- FILES OR FOLDERS');

/** @type {Map<string, { articles: Set<string>, statements: number }>} */
const patterns = new Map();
for (const path of positionals.flatMap(filesOf)) {
  const text = readFileSync(path, 'utf8');
  const name = basename(path);
  const { statements } = await convert({ name, text }, { sourceName: name, settings: { validate: false } });
  const characters = [...text];
  for (const { subject, predicate, object, span, rule } of statements) {
    if (!rule.includes('/sentences/') || !span) continue;
    const counts = patterns.get(rule) ?? { articles: new Set(), statements: 0 };
    patterns.set(rule, counts);
    counts.articles.add(name);
    counts.statements++;
    if (rule.endsWith(`/${values.show}`)) {
      const words = characters.slice(span.begin, span.end).join('').replace(/\s+/g, ' ');
      console.log([name, subject.value, predicate.value, object.value, words].join('\t'));
    }
  }
}
if (values.show === undefined) {
  const rows = [...patterns].sort(([a, x], [b, y]) => x.articles.size - y.articles.size || (a < b ? -1 : 1));
  for (const [rule, { articles, statements }] of rows)
    console.log(
      `${String(articles.size).padStart(4)} articles ${String(statements).padStart(6)} statements  ${rule}`,
    );
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((file) => /\.(?:wiki|txt)$/.test(file))
    .sort()
    .map((file) => join(path, file));
}
