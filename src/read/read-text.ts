import { basename } from 'node:path';
import type { Problem } from '../problem.js';
import type { ShardHeader } from '../shard.js';
import type { Source } from '../source.js';
import { decode } from './decode.js';
import { piecesOf } from './pieces.js';
import { refused } from './refused.js';
import { splitText } from './split-text.js';
import { unreadable } from './unreadable.js';

/** Largest article that is taken, in bytes: a string cannot hold much more. */
const largestInput = 400 * 1024 * 1024;

/** Reads a file of one article, or of few, as a whole. */
export async function readText(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  { compression, format }: Pick<ShardHeader, 'compression' | 'format'>,
  about: Pick<Source, 'title' | 'isFileTitle' | 'target'>,
): Promise<({ readonly source: Source } | { readonly problem: Problem })[]> {
  const parts: Uint8Array[] = [];
  const more: { readonly problem: Problem }[] = [];
  let size = 0;
  try {
    const range = { name, start: 0, end: Number.MAX_SAFE_INTEGER, chunks };
    for await (const piece of piecesOf(range, compression)) {
      if ('foreign' in piece) more.push({ problem: piece.foreign });
      if ('gap' in piece && piece.gap) return [{ problem: piece.gap }];
      if (!('bytes' in piece)) continue;
      size += piece.bytes.length;
      if (size > largestInput)
        return [refused('too-large', { source: name }, `It is larger than ${largestInput} bytes; split it.`)];
      parts.push(Uint8Array.from(piece.bytes));
    }
  } catch (error) {
    return [{ problem: unreadable(name, error) }];
  }
  const decoded = decode(Buffer.concat(parts, size));
  if ('text' in decoded) {
    const source = { name, text: decoded.text, ...(format ? { format } : {}), ...about };
    return [...splitText(source).map((one) => ({ source: one })), ...more];
  }
  const { code, line, message } = decoded;
  return [refused(code, { source: name, ...(line ? { line } : {}) }, message)];
}

/** The title that a file's name gives. */
export function titleOfPath(path: string): string {
  return withoutExtensions(basename(path)).replaceAll('_', ' ');
}

/** A path without what tells how the file is written and compressed. */
export function withoutExtensions(path: string): string {
  return path.replace(/(?<=[^/\\])\.(?:gz|bz2)$/i, '').replace(/(?<=[^/\\])\.[^./\\]*$/, '');
}
