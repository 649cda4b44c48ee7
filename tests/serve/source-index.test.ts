/** Texts are found by their hash, else by their page; nothing is told of where they lie. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '../../src/problem.js';
import { SourceIndex } from '../../src/serve/source-index.js';

const lantern = '= The Lantern =\n\nThe Lantern is a 1998 film.\n';
const page = 'https://films.example/page/The_Lantern';
const ndjson = `${JSON.stringify({ title: 'AC/DC', text: "'''AC/DC''' is a band.", format: 'wikitext' })}\n`;
let folder: string;
const index = new SourceIndex('https://films.example/');
const problems: Problem[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-sources-'));
  writeFileSync(join(folder, 'lantern.txt'), lantern);
  writeFileSync(join(folder, 'many.ndjson'), ndjson);
  const inputs = ['lantern.txt', 'many.ndjson', 'missing.txt'].map((name) => join(folder, name));
  await index.read(inputs, (problem) => problems.push(problem));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('finds a text by its hash, whatever the page', () => {
  const hash = createHash('sha256').update(lantern).digest('hex');
  expect(index.find('https://films.example/page/Another', hash)?.text).toBe(lantern);
});

it('finds a text by its page where the hash is another, or none is known', () => {
  for (const hash of ['0'.repeat(64), undefined]) expect(index.find(page, hash)?.text).toBe(lantern);
  expect(index.find('https://films.example/page/Another')).toBeNull();
});

it('names files without their folders', () => {
  expect(index.find(page)?.name).toBe('lantern.txt');
  expect(index.find('https://films.example/page/AC%2FDC')).toMatchObject({
    name: 'many.ndjson#AC/DC',
    title: 'AC/DC',
    text: "'''AC/DC''' is a band.",
  });
});

it('tells what cannot be read, and reads the rest', () => {
  expect(index.size).toBe(2);
  expect(problems.map(({ place }) => place.source)).toEqual([join(folder, 'missing.txt')]);
});
