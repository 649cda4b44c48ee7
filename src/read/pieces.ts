/** The bytes of an input, decompressed. */
import type { Problem } from '../problem.js';
import type { Compression } from '../shard.js';
import { BlockDecoder } from './bzip2/decode-block.js';
import type { Block } from './bzip2/find-blocks.js';
import { findBlocks } from './bzip2/find-blocks.js';
import { GzipError, gunzip } from './gunzip.js';

/** Most bytes that are handed on at a time. */
const slice = 1 << 20;

/** A part of an input, in order. Its bytes are valid until the next piece is asked for. */
export type Piece =
  | { readonly bytes: Uint8Array }
  /** What follows lies behind the range: articles may end there, but none that begins there is of the range. */
  | { readonly rangeEnd: true }
  /** Bytes are missing here. The problem is there where the range holds them, so that it is told once. */
  | { readonly gap: Problem | null }
  /** Nothing more comes, and nothing is missing; but the file goes on with something else. */
  | { readonly foreign: Problem };

/** Bytes of a file as it is stored. */
export interface StoredRange {
  /** What messages call the file. */
  readonly name: string;
  /** First byte of the range. */
  readonly start: number;
  /** Behind its last byte; the chunks may go on behind it. */
  readonly end: number;
  /** The file from `start` on. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export function piecesOf(range: StoredRange, compression: Compression): AsyncGenerator<Piece> {
  if (compression === 'bzip2') return bzip2Pieces(range);
  return compression === 'gzip' ? gzipPieces(range) : plainPieces(range);
}

async function* plainPieces({ start, end, chunks }: StoredRange): AsyncGenerator<Piece> {
  let left = end - start;
  let isInRange = true;
  for await (const chunk of chunks) {
    if (left > 0) yield { bytes: chunk.subarray(0, left) };
    if (chunk.length > left) {
      if (isInRange) yield { rangeEnd: true };
      isInRange = false;
      yield { bytes: chunk.subarray(left) };
    }
    left = Math.max(0, left - chunk.length);
  }
}

async function* gzipPieces({ name, chunks }: StoredRange): AsyncGenerator<Piece> {
  try {
    for await (const bytes of gunzip(chunks, 1 << 18)) yield { bytes };
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    if (error.what === 'foreign') yield { foreign: foreignBytes(name, error.at) };
    else yield { gap: gzipProblem(name, error.what) };
  }
}

function foreignBytes(source: string, at: number): Problem {
  const message = `From byte ${at} on it holds what is no gzip; all that was compressed before that was read. Get the file again if more should be in it.`;
  return { code: 'foreign-bytes', severity: 'error', message, place: { source } };
}

function gzipProblem(source: string, what: 'cut' | 'damaged'): Problem {
  const message =
    what === 'cut'
      ? 'It ends in the middle of its compressed data; get the file again. All articles before the end were read.'
      : 'Its compressed data are damaged, and gzip cannot be read on behind that; get the file again. Articles just before the damage may be damaged too.';
  return {
    code: what === 'cut' ? 'truncated' : 'corrupt',
    severity: 'error',
    message,
    place: { source },
  };
}

async function* bzip2Pieces({ name, start, end, chunks }: StoredRange): AsyncGenerator<Piece> {
  const decoder = new BlockDecoder();
  let isInRange = true;
  for await (const block of findBlocks(chunks, start, end)) {
    if (block === 'range-end') {
      isInRange = false;
      yield { rangeEnd: true };
      continue;
    }
    const bytes = decoder.decode(block);
    if (!bytes) yield { gap: isInRange ? bzip2Problem(name, block) : null };
    // A block of runs comes to 46 MB.
    else for (let at = 0; at < bytes.length; at += slice) yield { bytes: bytes.subarray(at, at + slice) };
  }
}

function bzip2Problem(source: string, { bit, state }: Block): Problem {
  const at = Math.floor(bit / 8);
  const isCut = state === 'cut';
  const message = isCut
    ? `It ends in the middle of the compressed block that begins at byte ${at}; get the file again. All articles before that block were read.`
    : `The compressed block that begins at byte ${at} is damaged; get the file again. Only the articles in that block were left out.`;
  return { code: isCut ? 'truncated' : 'corrupt-block', severity: 'error', message, place: { source } };
}
