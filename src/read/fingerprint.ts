/** What exports are, by their bytes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { filesAt } from './read-exports.js';

export interface Fingerprint {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * The files that paths are or hold, in the order in which they are read, none twice.
 *
 * @throws the file system's error, with the path as its `path`
 */
export async function fingerprintExports(paths: readonly string[]): Promise<Fingerprint[]> {
  const files = new Set<string>();
  for (const path of paths) for (const file of await filesAt(path)) files.add(file);
  const fingerprints: Fingerprint[] = [];
  for (const path of files) {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    fingerprints.push({ path, bytes, sha256: hash.digest('hex') });
  }
  return fingerprints;
}
