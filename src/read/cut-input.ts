import type { ShardHeader } from '../shard.js';

const mebibyte = 1024 * 1024;

/** About as many shards as give a handful of workers even work, and of a large file no more than this. */
const [fewShards, manyShards] = [16, 1024];

export interface CutOptions {
  /** Bytes of the stored file in a shard; by default it follows from the size of the file. */
  readonly shardSize?: number;
}

/**
 * Cuts an input into ranges of bytes, by arithmetic alone: the same file gives the same ranges everywhere. What can be
 * read from its beginning only (gzip, standard input, a single article) stays whole.
 */
export function cutInput(
  src: string,
  header: ShardHeader,
  { shardSize }: CutOptions = {},
): { readonly start: number; readonly end: number }[] {
  const { size, kind, compression } = header;
  // Of a stream the size is not known.
  if (src === '-' || size === 0) return [{ start: 0, end: Number.MAX_SAFE_INTEGER }];
  if (kind === 'text' || compression === 'gzip') return [{ start: 0, end: size }];
  const step = Math.max(1, Math.floor(shardSize ?? defaultShardSize(size, compression === 'bzip2')));
  const count = Math.ceil(size / step);
  return Array.from({ length: count }, (_, index) => ({
    start: index * step,
    end: Math.min(size, (index + 1) * step),
  }));
}

/**
 * A shard reads on to the end of its last article, which of bzip2 takes a block of about 250 KiB: so it is many blocks
 * long.
 */
function defaultShardSize(size: number, isCompressed: boolean): number {
  const [least, most] = isCompressed ? [mebibyte, 4 * mebibyte] : [mebibyte, 16 * mebibyte];
  const even = Math.min(most, Math.max(least, Math.ceil(size / fewShards)));
  return Math.max(even, Math.ceil(size / manyShards));
}
