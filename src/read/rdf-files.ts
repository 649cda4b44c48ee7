/** Files of RDF, compressed or not, alone or in folders. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Format } from '../rdf/formats.js';
import { formatOfFile } from '../rdf/formats.js';

/** The format that a file's name tells, or undefined. JSON-LD a line is the format of parts alone. */
export function formatOfRdfFile(path: string): Format | undefined {
  return formatOfFile(path.replace(/\.gz$/i, '').replace(/\.jsonl$/i, '.jsonld'));
}

/** Whether each line of a file is a document of JSON-LD. */
export function isJsonLines(path: string): boolean {
  return /\.jsonl(?:\.gz)?$/i.test(path);
}

/**
 * The file itself, or a folder's files of RDF in the order of their names.
 *
 * @throws the file system's error
 */
export async function rdfFilesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).sort().filter((name) => formatOfRdfFile(name) !== undefined);
  return names.map((name) => join(path, name));
}

/** A file's text in pieces; of gzip (https://www.rfc-editor.org/rfc/rfc1952), all members. */
export async function* chunksOf(file: string): AsyncGenerator<string> {
  const stored = createReadStream(file, { highWaterMark: 1 << 18 });
  const content = /\.gz$/i.test(file)
    ? pipeline(stored, createGunzip({ chunkSize: 1 << 18 }), () => {})
    : stored;
  for await (const chunk of content.setEncoding('utf8')) yield chunk as string;
}

/** The lines of a text in pieces, without their ends. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    if (lines.length === 1) rest.push(chunk);
    else {
      yield rest.join('') + lines[0];
      rest = [lines.pop() as string];
      for (let i = 1; i < lines.length; i++) yield lines[i] as string;
    }
  }
  if (rest.join('') !== '') yield rest.join('');
}
