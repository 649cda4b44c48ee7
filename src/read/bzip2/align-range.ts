import { open } from 'node:fs/promises';

/** What a stream begins with when it has a block: `BZh1` to `BZh9`, and the magic number of the block. */
const streamBegin = /BZh[1-9]1AY&SY/;
const mark = Buffer.from('1AY&SY');
const markLength = 10;

/** How far behind a cut the beginning of a stream is looked for, in bytes: streams of a multistream dump are shorter. */
const reach = 2 * 1024 * 1024;
const chunkSize = 1 << 18;

/** A range of bytes of a file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Moves both ends of a range to the beginning of the next stream, where one is near: streams of multistream dumps hold
 * whole pages, so no block is read twice for the end of a page. Both shards at a cut come to the same place, as it
 * depends on the file alone.
 *
 * @throws the file system's error
 */
export async function alignRange(path: string, { start, end }: ByteRange, size: number): Promise<ByteRange> {
  const file = await open(path);
  const aligned = async (cut: number): Promise<number> => {
    if (cut === 0 || cut >= size) return cut;
    let kept = Buffer.alloc(0);
    for (let at = cut; at < cut + reach; ) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkSize), 0, chunkSize, at);
      if (bytesRead === 0) break;
      const bytes = Buffer.concat([kept, buffer.subarray(0, bytesRead)]);
      const found = findStream(bytes);
      if (found >= 0) return at - kept.length + found;
      at += bytesRead;
      kept = Buffer.from(bytes.subarray(-markLength + 1));
    }
    return cut;
  };
  try {
    return { start: await aligned(start), end: await aligned(end) };
  } finally {
    await file.close();
  }
}

/** Index of the first beginning of a stream that lies wholly in the bytes, or -1. */
function findStream(bytes: Buffer): number {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    const begin = at - (markLength - mark.length);
    if (begin >= 0 && streamBegin.test(bytes.toString('latin1', begin, begin + markLength))) return begin;
  }
  return -1;
}
