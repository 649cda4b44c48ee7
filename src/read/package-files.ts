/** The files of settings: those of the package, and a user's own. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeContexts } from '../rdf/merge-contexts.js';
import type { TextFile } from '../source.js';
import { readPipe } from './open-pipe.js';

/** Where mappings/, shapes/ and vocab/ lie, for the compiled code and for the source alike. */
export const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The package's mappings as `npm run build` parsed and checked them, with the index of their kinds, so that no start has to
 * parse or compile them all; null where the code runs from its source.
 */
export function readBuiltMappings(): unknown {
  const text = readBuiltFile('mappings.json');
  return text === null ? null : JSON.parse(text);
}

/** The package's shapes of articles of all kinds in the same way, as JSON text of packed triples. */
export function readBuiltShapes(): string | null {
  return readBuiltFile('shapes.json');
}

/** Those of a kind, with those of the kinds that it is a sort of; null where the package has no such kind. */
export function readBuiltKindShapes(kind: string): string | null {
  return /^[a-z][a-z0-9-]*$/.test(kind) ? readBuiltFile(`kind-shapes/${kind}.json`) : null;
}

/** The kind that a file of shapes is made for: `film` for shapes/kinds/film.ttl; null of all others. */
export function kindOfShapeFile(name: string): string | null {
  return /(?:^|[\\/])kinds[\\/]([a-z][a-z0-9-]*)\.ttl$/.exec(name)?.[1] ?? null;
}

/** When the package was built, as a number that another build does not have; 0 where the code runs from its source. */
export function whenBuilt(): number {
  return statSync(builtFile('mappings.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function builtFile(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

function readBuiltFile(name: string): string | null {
  const path = builtFile(name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

export function readMappingFiles(): TextFile[] {
  return filesBelow(join(packageFolder, 'mappings'), /\.ya?ml$/, packageFolder);
}

/**
 * A user's own mappings.
 *
 * @throws the file system's error where the folder cannot be read
 */
export function readMappingFolder(folder: string): TextFile[] {
  return filesBelow(folder, /\.ya?ml$/, '.');
}

export function readShapeFiles(): TextFile[] {
  return filesBelow(join(packageFolder, 'shapes'), /\.ttl$/, packageFolder);
}

export function readVocabularyFiles(): TextFile[] {
  return filesBelow(join(packageFolder, 'vocab'), /\.ttl$/, packageFolder);
}

/** The queries that come with the package. */
export function readQueryFiles(): TextFile[] {
  return filesBelow(join(packageFolder, 'queries'), /\.rq$/, packageFolder);
}

/** What the page of an explanation looks like, and how it answers. */
export function readPageFiles(): { readonly style: string; readonly script: string } {
  const read = (name: string): string => readFileSync(join(packageFolder, 'page', name), 'utf8');
  return { style: read('colours.css') + read('explanation.css'), script: read('explanation.js') };
}

/** In which order and which tables the pages of the server show facts: page/site/facts.json. */
export function readPageFacts(): unknown {
  return JSON.parse(readFileSync(join(packageFolder, 'page', 'site', 'facts.json'), 'utf8'));
}

/** Outlines of the land of the earth, as points of polygons in degrees: `longitude,latitude` with blanks between. */
export function readWorldOutlines(): readonly string[] {
  return JSON.parse(readFileSync(join(packageFolder, 'page', 'site', 'world.json'), 'utf8')) as string[];
}

/** The table of units of measure, in YAML. */
export function readUnitsFile(): string {
  return readFileSync(join(packageFolder, 'mappings', 'values', 'units.yaml'), 'utf8');
}

/** The context of vocab/context.jsonld, which is written by hand. */
export function readBaseContext(): unknown {
  return contextIn(join(packageFolder, 'vocab', 'context.jsonld'));
}

/** The whole context: what is written by hand, what is made of the mappings of kinds, in the order of their names, and
 * what is only stated where it is asked for. */
export function readContext(): unknown {
  const built = readBuiltFile('context.json');
  if (built !== null) return JSON.parse(built);
  const folder = join(packageFolder, 'vocab', 'contexts');
  const ofKinds = existsSync(folder) ? readdirSync(folder).sort() : [];
  return mergeContexts([
    readBaseContext() as object,
    ...ofKinds.map((name) => contextIn(join(folder, name)) as object),
    // Behind all others, so that these stand as they do where nobody asks for more.
    contextIn(join(packageFolder, 'vocab', 'options.jsonld')) as object,
  ] as Record<string, unknown>[]);
}

function contextIn(path: string): unknown {
  return (JSON.parse(readFileSync(path, 'utf8')) as { '@context': unknown })['@context'];
}

export function readPackageVersion(): string {
  const text = readFileSync(join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/**
 * One file that the user names, as UTF-8.
 *
 * @throws the file system's error
 */
export function readTextFile(path: string): TextFile {
  return { name: path, text: textOf(path) };
}

function textOf(path: string): string {
  return statSync(path).isFIFO() ? readPipe(path).toString('utf8') : readFileSync(path, 'utf8');
}

/** Files below a folder, sorted by path, so that no file system decides an order. */
function filesBelow(folder: string, pattern: RegExp, namesFrom: string): TextFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => join(folder, path));
  return paths.map((path) => ({ name: relative(namesFrom, path), text: textOf(path) }));
}
