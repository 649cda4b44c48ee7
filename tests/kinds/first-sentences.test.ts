/** Which kind a page's first sentence makes it, of the twelve that mappings were tried on first, and films. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { kindOfSentence } from './kind-of-sentence.js';

const file = readFileSync(join(import.meta.dirname, 'first-sentences.yaml'), 'utf8');
const sentences = parse(file) as Readonly<Record<string, readonly string[]>>;
const cases = Object.entries(sentences).flatMap(([kind, texts]) =>
  texts.map((text) => [kind, text] as const),
);

it.each(cases)('%s: %s', async (kind, text) => {
  expect((await kindOfSentence(text)) ?? 'none').toBe(kind);
});
