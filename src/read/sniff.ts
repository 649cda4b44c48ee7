import type { Compression, InputKind } from '../shard.js';
import { withoutProlog } from './forms/markup-forms.js';

/** How a file is compressed, by its first bytes (RFC 1952, 2.3.1; bzip2's `BZh`, level and magic number). */
export function sniffCompression(bytes: Uint8Array): Compression {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  return /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/.test(Buffer.from(bytes.subarray(0, 10)).toString('latin1'))
    ? 'bzip2'
    : 'none';
}

/** Ways of compressing that are not read, by their first bytes. */
const others: Readonly<Record<string, string>> = {
  '377abcaf271c': '7z',
  fd377a585a00: 'xz',
  '28b52ffd': 'zstd',
  '04224d18': 'lz4',
  '4c5a4950': 'lzip',
};

/** The name of a way of compressing that is not read; null where it is none that is known. */
export function sniffOtherCompression(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 6)).toString('hex');
  return Object.entries(others).find(([magic]) => head.startsWith(magic))?.[1] ?? null;
}

/** What a decompressed beginning is the beginning of. What is none of what is read is told by `unreadForm`. */
export function sniffKind(head: string): InputKind {
  const text = withoutProlog(head.replace(/^[\ufeff\s]+/, ''));
  if (/^<(?:mediawiki|page)[\s>]/.test(text)) return 'xml';
  return /^\{[ \t]*"[^"\\\n]{0,99}"[ \t]*:/.test(text) ? 'ndjson' : 'text';
}
