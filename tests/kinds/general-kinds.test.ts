/** Which kind an article without a box is of that tells of a notion, a material, a practice or another thing in general. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { classify } from '../../src/map/classify.js';
import { mappings } from '../support/convert.js';
import { parse } from '../support/parse.js';

const file = readFileSync(join(import.meta.dirname, 'general-kinds.yaml'), 'utf8');
const articles = Object.entries(parseYaml(file) as Record<string, Record<string, string>>).flatMap(
  ([kind, texts]) => Object.entries(texts).map(([title, text]) => ({ kind, title, text })),
);

it.each(articles)('$title: $kind', async ({ kind, title, text }) => {
  const { article } = parse(`= ${title} =\n\n${text}\n`);
  expect(classify(article, await mappings()).kind?.name ?? 'none').toBe(kind);
});
