import { createHash } from 'node:crypto';
import { readContext, readMappingFiles, readShapeFiles } from '../read/package-files.js';
import type { TextFile } from '../source.js';

/**
 * SHA-256 over the package's mappings, shapes and context and the user's own: whoever works off a plan with others
 * would make other parts.
 */
export function settingsHash(own: readonly TextFile[]): string {
  const hash = createHash('sha256').update(JSON.stringify(readContext()));
  for (const { text } of [...readMappingFiles(), ...readShapeFiles(), ...own])
    hash.update(`${text.length}\n`).update(text);
  return hash.digest('hex');
}
