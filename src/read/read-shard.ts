import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Problem } from '../problem.js';
import type { Shard } from '../shard.js';
import type { Source } from '../source.js';
import { alignRange } from './bzip2/align-range.js';
import type { InputHash } from './input-range.js';
import type { PageReader } from './page-item.js';
import { piecesOf } from './pieces.js';
import { readText, titleOfPath } from './read-text.js';
import type { ShardItem } from './shard-item.js';
import { ShardReader } from './shard-reader.js';
import { unreadable } from './unreadable.js';

export interface ReadShardOptions {
  /** Namespaces whose pages are articles; that of articles proper is 0. */
  readonly namespaces?: ReadonlySet<number>;
  /** What the input gives, where it can be read only once, such as standard input; see `Container`. */
  readonly stream?: AsyncIterable<Uint8Array>;
  /** The base of an article's IRIs, where it is another for each wiki or language; null where it is not known. */
  readonly baseOf?: (source: Source) => string | null;
  /** What becomes of a page of an export; by default it is read as a whole. */
  readonly readPage?: PageReader;
  /** What is read is added to it. */
  readonly hash?: InputHash;
  /** Told how many bytes of the shard's range have been read, as it is stored. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

const chunkSize = 1 << 18;
const articlesProper: ReadonlySet<number> = new Set([0]);

/**
 * Reads the articles of a shard, in the order of the file. It reads no faster than its items are taken, and holds one
 * article, or one compressed block, at a time.
 *
 * @throws the signal's reason where it is aborted; never because of what is in the file
 */
export async function* readShard(shard: Shard, options: ReadShardOptions = {}): AsyncGenerator<ShardItem> {
  const name = shard.src === '-' ? '<stdin>' : shard.src;
  try {
    const changed = options.stream ? null : await changeOf(shard, name);
    if (changed) yield { problem: changed };
    else if (shard.header.kind === 'text') {
      const title = shard.src === '-' ? {} : { title: titleOfPath(shard.src), isFileTitle: true };
      yield* await readText(name, chunksOf(shard, options), shard.header, title);
    } else {
      const aligned = await alignedShard(shard, options);
      const { start, end } = aligned;
      if (start >= end) return;
      const range = { name, start, end, chunks: chunksOf(aligned, options) };
      const { namespaces = articlesProper, baseOf, readPage } = options;
      const reader = new ShardReader(name, aligned, namespaces, baseOf, readPage);
      for await (const item of reader.read(piecesOf(range, shard.header.compression))) {
        options.signal?.throwIfAborted();
        yield item;
      }
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    yield { problem: unreadable(name, error) };
  }
}

/** The shard with its cuts at beginnings of streams, where the file has streams that can be entered. */
async function alignedShard(shard: Shard, { stream }: ReadShardOptions): Promise<Shard> {
  const { src, header } = shard;
  if (stream || header.compression !== 'bzip2') return shard;
  return { ...shard, ...(await alignRange(src, shard, header.size)) };
}

async function changeOf({ src, header }: Shard, source: string): Promise<Problem | null> {
  const { size } = await stat(src);
  if (size === header.size) return null;
  const message = `It has ${size} bytes, but had ${header.size} when it was divided; divide it again.`;
  return { code: 'input-changed', severity: 'error', message, place: { source } };
}

/** The file from where the shard begins. */
async function* chunksOf(
  { src, start, end }: Shard,
  { stream, signal, onProgress, hash }: ReadShardOptions,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  hash?.begin(start);
  const chunks = stream ?? createReadStream(src, { start, highWaterMark: chunkSize });
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    hash?.add(chunk as Uint8Array);
    yield chunk as Uint8Array;
    read += chunk.length;
    onProgress?.(Math.min(read, end - start));
  }
}
