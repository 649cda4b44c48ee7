#!/usr/bin/env node
// Compiles the code, and parses mappings and shapes once so that no start of the program has to.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(dirname(typescript), 'bin', 'tsc'), '--project', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);

const { readMappingFiles, readShapeFiles } = await import('../dist/read/package-files.js');
const { parseMappingFiles } = await import('../dist/map/parse-mapping-files.js');
const problems = [];
const { compileMappings } = await import('../dist/map/compile-mappings.js');
const mappings = parseMappingFiles(readMappingFiles(), problems);
if (problems.length === 0) problems.push(...compileMappings(mappings).problems);
for (const { place, message } of problems)
  console.error(`${place.source}${place.line ? `:${place.line}` : ''}: ${message}`);
if (problems.length > 0) process.exit(1);
writeFileSync(join(root, 'dist', 'mappings.json'), JSON.stringify(mappings));

const { parseTurtleFamily } = await import('../dist/rdf/parse-rdf.js');
const { packTriples } = await import('../dist/rdf/packed-triples.js');
const shapes = readShapeFiles().flatMap(({ text }) => parseTurtleFamily(text, 'turtle'));
writeFileSync(join(root, 'dist', 'shapes.json'), JSON.stringify(packTriples(shapes)));
