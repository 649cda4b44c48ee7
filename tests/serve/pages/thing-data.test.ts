import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Site } from '../../../src/serve/handler.js';
import { Questions } from '../../../src/serve/pages/questions.js';
import { loadThing } from '../../../src/serve/pages/thing-data.js';
import { openEmbeddedStore } from '../../../src/store/embedded-store.js';

const [resource, page, schema] = [
  'https://example.org/resource/',
  'https://example.org/page/',
  'https://schema.org/',
];

it('holds counts of what leads to a thing, and of each property no more than a page shows', async () => {
  const films = Array.from({ length: 3000 }, (_, i) => {
    const graph = `<${page}Film_${i}> .`;
    return `<${resource}Film_${i}> <${schema}director> <${resource}Ann_Lee> ${graph}
<${resource}Film_${i}#cast> <${schema}actor> <${resource}Ann_Lee> ${graph}
<${resource}Ann_Lee> <${schema}name> "Ann Lee"@en ${graph}
`;
  });
  const own = `<${resource}Ann_Lee#award> <${schema}winner> <${resource}Ann_Lee> <${page}Ann_Lee> .\n`;
  const file = join(mkdtempSync(join(tmpdir(), 'thing-')), 'films.nq');
  writeFileSync(file, films.join('') + own);
  const store = await openEmbeddedStore([file]);
  const questions = new Questions({ own: store } as unknown as Site, new AbortController().signal);
  const data = await loadThing(questions, {
    segment: 'Ann_Lee',
    thing: `${resource}Ann_Lee`,
    page: `${page}Ann_Lee`,
  });
  await store.close();
  expect([...data.incomingCounts].sort()).toEqual([
    [`${schema}actor`, 3000],
    [`${schema}director`, 3000],
  ]);
  expect(data.isCountCut).toBe(false);
  const shown = (property: string): number =>
    data.incoming.filter(({ predicate }) => predicate === schema + property).length;
  expect([shown('actor'), shown('director')]).toEqual([100, 100]);
  expect(data.incoming.every(({ graphs }) => graphs.length === 1)).toBe(true);
  expect(data.facts.get(`${resource}Ann_Lee`)?.map(({ object }) => object.value)).toEqual(['Ann Lee']);
  expect([...data.facts.keys()]).toContain(`${resource}Ann_Lee#award`);
});
