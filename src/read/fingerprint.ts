/** What exports are, by their bytes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { RdfFile } from './rdf-files.js';
import { findRdfFiles } from './rdf-files.js';

export interface Fingerprint {
  readonly file: RdfFile;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * The files that paths are or hold, in the order in which they are read, none twice.
 *
 * @throws the file system's error, with the path as its `path`
 */
export async function fingerprintExports(paths: readonly string[]): Promise<Fingerprint[]> {
  const files = new Map<string, RdfFile>();
  for (const path of paths) for (const file of await findRdfFiles(path)) files.set(file.path, file);
  const fingerprints: Fingerprint[] = [];
  for (const file of files.values()) {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(file.path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    fingerprints.push({ file, bytes, sha256: hash.digest('hex') });
  }
  return fingerprints;
}
