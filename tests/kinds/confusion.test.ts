/**
 * Which kinds are taken for which, over first paragraphs: `KIND_LEADS=file.ndjson npx vitest run tests/kinds`. Each line is an object
 * with `text`, `title` and the right `kind` ("none" if it is none of those that are known); a title of leads.tsv needs no kind.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindOfSentence, kindsOfSentence } from './kind-of-sentence.js';

interface Row {
  readonly text: string;
  readonly title: string;
  readonly kind?: string;
}

const file = process.env.KIND_LEADS;
/** Titles of articles, and what each is about, by reading. */
const known = new Map(
  readFileSync(join(import.meta.dirname, 'leads.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string]),
);

it.skipIf(!file)('takes no paragraph for another kind than its own', { timeout: 120_000 }, async () => {
  const counts: Record<string, Record<string, number>> = {};
  const wrong: string[] = [];
  for (const line of readFileSync(file as string, 'utf8')
    .trim()
    .split('\n')) {
    const row = JSON.parse(line) as Row;
    const right = row.kind ?? known.get(row.title);
    if (right === undefined) continue;
    const text = row.text.replace(/^= .* =\n+/, '');
    const found = await kindsOfSentence(text, row.title);
    const seen = found.includes(right) ? right : ((await kindOfSentence(text, row.title)) ?? 'none');
    counts[right] = { ...counts[right], [seen]: (counts[right]?.[seen] ?? 0) + 1 };
    if (seen !== 'none' && seen !== right) wrong.push(`${row.title}, ${right}, is taken for ${seen}`);
  }
  console.table(counts);
  expect(wrong).toEqual([]);
  const rows = Object.entries(counts).filter(([kind]) => kind !== 'none');
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const all = sum(rows.flatMap(([, row]) => Object.values(row)));
  // Precision comes first; but a check that knows no kind at all would pass the lines above.
  expect(sum(rows.map(([kind, row]) => row[kind] ?? 0)) / all).toBeGreaterThan(0.75);
});
