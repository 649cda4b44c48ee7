/** What is kept of a user's own mappings. */
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MappingCache } from '../../src/read/mapping-cache.js';
import { temporaryFolder } from '../integration/program.js';

const files = (text: string) => [{ name: 'book.yaml', text }];

it('gives back what was made of the same files, and of no others', () => {
  const folder = join(temporaryFolder(), 'new', 'folder');
  const cache = new MappingCache(folder, files('kind: book'));
  expect(cache.read()).toBe(null);
  cache.write({ made: 1 });
  expect(new MappingCache(folder, files('kind: book')).read()).toEqual({ made: 1 });
  expect(new MappingCache(folder, files('kind: books')).read()).toBe(null);
  expect(new MappingCache(folder, [{ name: 'a.yaml', text: 'kind: book' }]).read()).toBe(null);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
});

it('keeps few', () => {
  const folder = temporaryFolder();
  for (let i = 0; i < 12; i++) {
    new MappingCache(folder, files(`kind: book${i}`)).write({ i });
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
  }
  expect(readdirSync(folder)).toHaveLength(8);
  expect(new MappingCache(folder, files('kind: book11')).read()).toEqual({ i: 11 });
});

it('does without a folder that cannot be read or written, and with a file that is broken', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const nowhere = new MappingCache(join(folder, 'file'), files('kind: book'));
  nowhere.write({ made: 1 });
  expect(nowhere.read()).toBe(null);
  const cache = new MappingCache(folder, files('kind: book'));
  cache.write({ made: 1 });
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"made":');
  expect(cache.read()).toBe(null);
});
