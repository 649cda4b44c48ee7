import { Window } from '../window.js';
import type { Magic } from './find-magic.js';
import { findMagic, magicBits } from './find-magic.js';

/** The compressed bits of a block, from its magic number to the next one. */
export interface Block {
  /** Where it begins in the file, in bits. */
  readonly bit: number;
  /** Bytes that hold it; valid until the next block is asked for. */
  readonly bytes: Uint8Array;
  /** Where it begins in them, 0 to 7. */
  readonly shift: number;
  /** In bits. */
  readonly length: number;
  /** `cut` where the file ends in it, `endless` where it is longer than a block can be. */
  readonly state: 'whole' | 'cut' | 'endless';
}

/** A block holds 900,000 bytes, each in 20 bits at most, and its tables. */
const longestBlock = 2_400_000;

/**
 * Cuts compressed bytes into blocks, of one stream or of many: what stands between streams is passed over.
 *
 * @param chunks the bytes of the file from `start` on
 * @param start where they begin in the file, in bytes
 */
export async function* findBlocks(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
): AsyncGenerator<Block, void, undefined> {
  const window = new Window();
  let begin: number | undefined;
  /** Bits of the window in which every magic number is known. */
  let seen = 0;
  const blockTo = (end: number, state: Block['state']): Block => {
    const from = begin as number;
    return {
      bit: 8 * (start + window.offset) + from,
      bytes: window.bytes.subarray(from >>> 3, (end + 7) >>> 3),
      shift: from & 7,
      length: end - from,
      state,
    };
  };
  for await (const chunk of chunks) {
    window.append(chunk);
    for (let magic: Magic | undefined; ; ) {
      magic = findMagic(window.bytes, seen);
      if (!magic) break;
      if (begin !== undefined) yield blockTo(magic.bit, 'whole');
      begin = magic.kind === 'block' ? magic.bit : undefined;
      seen = magic.bit + magicBits;
    }
    seen = Math.max(seen, 8 * (window.length - magicBits / 8));
    if (begin !== undefined && seen - begin > 8 * longestBlock) {
      yield blockTo(seen, 'endless');
      begin = undefined;
    }
    const done = (begin ?? seen) >>> 3;
    window.drop(done);
    seen -= 8 * done;
    if (begin !== undefined) begin -= 8 * done;
  }
  if (begin !== undefined) yield blockTo(8 * window.length, 'cut');
}
