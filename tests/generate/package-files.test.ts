/** The files that are made of mappings are those that the mappings make now: `npm run generate` writes them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedFiles, generatedFolders } from '../../src/generate/package-files.js';
import {
  packageFolder,
  readBaseContext,
  readMappingFiles,
  readTextFile,
} from '../../src/read/package-files.js';
import type { Context } from '../../src/serialize/writer.js';
import { expectGolden } from '../support/golden.js';

const { files, problems } = generatedFiles(
  readMappingFiles(),
  readBaseContext() as Context,
  readTextFile(join(packageFolder, 'docs/data/parameter-uses.tsv')),
);

it('needs mappings without an error', () => {
  expect(problems).toEqual([]);
});

it.each(files.map(({ name, text }) => [name, text] as const))('%s is current', (name, text) => {
  expectGolden(join(packageFolder, name), text);
});

it('leaves no file of a kind or a family that is gone', () => {
  const names = new Set(files.map(({ name }) => name));
  const found = generatedFolders
    .filter((folder) => existsSync(join(packageFolder, folder)))
    .flatMap((folder) => readdirSync(join(packageFolder, folder)).map((name) => `${folder}/${name}`));
  expect(found.filter((name) => !name.endsWith('.changed') && !names.has(name))).toEqual([]);
});
