/** The RDF files that paths stand for. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Format, FormatName } from '../rdf/formats.js';
import { formatOfFile } from '../rdf/formats.js';

export interface RdfFile {
  readonly path: string;
  /** Unknown where its name tells none. */
  readonly format: Format | undefined;
  readonly isCompressed: boolean;
  /** Whether each line is a document of its own: the JSON-LD of parts. */
  readonly isLines: boolean;
}

/** Of several files of one name the first of these is read: what says most, and is read fastest. */
const preferred: readonly FormatName[] = ['nquads', 'trig', 'jsonld', 'ntriples', 'turtle'];

const endings = /(\.jsonl)?(\.gz)?$/i;

export function rdfFile(path: string, format?: Format): RdfFile {
  const [, lines, compressed] = endings.exec(path) ?? [];
  const isLines = lines !== undefined;
  const named = path.replace(endings, isLines ? '.jsonld' : '');
  return { path, format: format ?? formatOfFile(named), isCompressed: compressed !== undefined, isLines };
}

/**
 * The files of a path: itself, or all below a folder, sorted.
 *
 * @param format of a file whose name does not tell it
 * @throws the file system's error
 */
export async function allRdfFiles(path: string, format?: Format): Promise<RdfFile[]> {
  if (!(await stat(path)).isDirectory()) return [rdfFile(path, format)];
  const names = (await readdir(path, { recursive: true })).sort();
  return names.map((name) => rdfFile(join(path, name))).filter((file) => file.format !== undefined);
}

/** The same, but where a folder holds the same name in several formats, one of them: they say the same. */
export async function findRdfFiles(path: string, format?: Format): Promise<RdfFile[]> {
  const found = new Map<string, RdfFile>();
  for (const file of await allRdfFiles(path, format)) {
    const stem = file.path.replace(/\.gz$/i, '').replace(/\.[^./\\]*$/, '');
    const known = found.get(stem);
    if (!known || rank(file) < rank(known)) found.set(stem, file);
  }
  return [...found.values()];
}

/** Whether a file gives the same bytes each time that it is read, as a pipe does not. */
export async function canBeReadAgain({ path }: RdfFile): Promise<boolean> {
  return (await stat(path)).isFile();
}

function rank({ format }: RdfFile): number {
  return format ? preferred.indexOf(format.name) : preferred.length;
}
