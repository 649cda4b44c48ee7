import { open, stat } from 'node:fs/promises';
import type { Problem } from '../problem.js';
import type { Compression, ShardHeader } from '../shard.js';
import { guessFormat } from '../source/guess-format.js';
import { formMessage, unreadForm } from './forms/unread-form.js';
import { piecesOf } from './pieces.js';
import { refused } from './refused.js';
import { readSiteInfo } from './site-info.js';
import { sniffCompression, sniffKind, sniffOtherCompression } from './sniff.js';
import { unreadable } from './unreadable.js';

export type Inspected = { readonly header: ShardHeader } | { readonly problem: Problem };

/** How much of a stored file is looked at: more than the longest block of bzip2 is likely to be. */
export const inspectedBytes = 1_250_000;

/** How much of its decompressed beginning is: more than what an export says of its wiki. */
const headLength = 1 << 16;

/** Finds out what a file is from its content. It must be a regular file, which can be read twice. */
export async function inspectInput(path: string): Promise<Inspected> {
  try {
    // To open a pipe that nobody writes to would never end.
    const found = await stat(path);
    const { size } = found;
    if (!found.isFile()) return refused('no-file', { source: path }, notAgain);
    const file = await open(path);
    try {
      const looked = Math.min(size, inspectedBytes);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(looked), 0, looked, 0);
      return await inspectBytes(path, buffer.subarray(0, bytesRead), size);
    } finally {
      await file.close();
    }
  } catch (error) {
    return { problem: unreadable(path, error) };
  }
}

const notAgain = 'It is no file: what it gives can be read only once. Write it to a file first.';

/**
 * Finds out what an input is from its first bytes.
 *
 * @param name what messages call it
 * @param size of the whole, in bytes; 0 where it is not known
 */
export async function inspectBytes(name: string, bytes: Uint8Array, size: number): Promise<Inspected> {
  const other = sniffOtherCompression(bytes);
  if (other !== null) {
    const message = `It is compressed as ${other}, which is not read; unpack it, or give it as .bz2 or .gz.`;
    return refused('unknown-compression', { source: name }, message);
  }
  const compression = sniffCompression(bytes);
  const { content, problem } = await headOf(name, bytes, compression);
  const head = content.toString('utf8');
  const kind = problem ? kindOfDamaged(head) : sniffKind(head);
  if (kind === null) return { problem: problem as Problem };
  const form = kind === 'xml' ? null : unreadForm(content, head, name);
  if (form) return refused('unknown-format', { source: name }, formMessage(form));
  return {
    header: {
      kind,
      compression,
      size,
      ...(kind === 'xml' ? { site: readSiteInfo(head) } : {}),
      ...(kind === 'text' ? { format: guessFormat(head, name) } : {}),
    },
  };
}

/** What is damaged at its beginning is known for an export by the pages that follow; what they are of is lost. */
function kindOfDamaged(head: string): 'xml' | null {
  return /<page>\s*<title>/.test(head) ? 'xml' : null;
}

async function headOf(
  name: string,
  bytes: Uint8Array,
  compression: Compression,
): Promise<{ readonly content: Buffer; readonly problem: Problem | null }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const chunks = (async function* () {
    yield bytes;
  })();
  const range = { name, start: 0, end: Number.MAX_SAFE_INTEGER, chunks };
  let problem: Problem | null = null;
  for await (const piece of piecesOf(range, compression)) {
    if ('gap' in piece && length === 0) problem ??= piece.gap;
    if (!('bytes' in piece)) continue;
    parts.push(Uint8Array.from(piece.bytes.subarray(0, headLength - length)));
    length += parts.at(-1)?.length ?? 0;
    if (length >= headLength) break;
  }
  return { content: Buffer.concat(parts), problem };
}
