#!/usr/bin/env node
// Writes what is mechanical of vocab/, shapes/, mappings/ and docs/: see src/generate.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { generatedFiles, generatedFolders } = await import('../dist/generate/package-files.js');
const { readBaseContext, readMappingFiles, readTextFile } = await import('../dist/read/package-files.js');

const { files, problems } = generatedFiles(
  readMappingFiles(),
  readBaseContext(),
  readTextFile(join(root, 'docs/data/parameter-uses.tsv')),
);
for (const { place, message } of problems)
  console.error(`${place.source}${place.line ? `:${place.line}` : ''}: ${message}`);
if (problems.length > 0) process.exit(1);

const names = new Set(files.map(({ name }) => name));
for (const folder of generatedFolders) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder)))
    if (!names.has(`${folder}/${name}`)) rmSync(join(root, folder, name));
}
for (const { name, text } of files) {
  const path = join(root, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  writeFileSync(path, text);
  console.log(name);
}
