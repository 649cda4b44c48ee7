/**
 * Which kinds are taken for which, over first paragraphs of one's own: `KIND_LEADS=file.ndjson npx vitest run tests/kinds`. Each line
 * is an object with `text`, perhaps `title`, and the right `kind` (null where it is none of those that are known).
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kindOfSentence } from './kind-of-sentence.js';

interface Row {
  readonly text: string;
  readonly title?: string;
  readonly kind: string | null;
}

const file = process.env.KIND_LEADS;

it.skipIf(!file)('takes no paragraph for another kind than its own', async () => {
  const rows = readFileSync(file as string, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const counts: Record<string, Record<string, number>> = {};
  const wrong: string[] = [];
  for (const { text, title, kind } of rows) {
    const found = await kindOfSentence(text, title);
    const [said, seen] = [kind ?? 'none', found ?? 'none'];
    const row = counts[said] ?? {};
    counts[said] = { ...row, [seen]: (row[seen] ?? 0) + 1 };
    if (found !== null && found !== kind) wrong.push(`${said} taken for ${seen}: ${text.slice(0, 100)}`);
  }
  console.table(counts);
  expect(wrong).toEqual([]);
});
