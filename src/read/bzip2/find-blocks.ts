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
  /**
   * `cut` where the file ends in it, `endless` where it is longer than a block can be, `lost` where there should be a
   * block, but no magic number is.
   */
  readonly state: 'whole' | 'cut' | 'endless' | 'lost';
}

/** A block holds 900,000 bytes, each in 20 bits at most, and its tables. */
export const longestBlock = 8 * 2_400_000;

/** Between the end of a stream and the first block of the next: magic number, sum, padding, `BZh9`. */
const longestBreak = magicBits + 32 + 7 + 32;

/**
 * Cuts compressed bytes into blocks, of one stream or of many. `range-end` stands before the first block that begins at
 * `end` or behind it.
 *
 * @param chunks the bytes of the file from `start` on
 * @param start where they begin in the file, in bytes
 */
export async function* findBlocks(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  end: number,
): AsyncGenerator<Block | 'range-end', void, undefined> {
  const finder = new BlockFinder(start, end);
  for await (const chunk of chunks) yield* finder.take(chunk);
  yield* finder.finish();
}

class BlockFinder {
  private readonly window = new Window();
  /** Bits of the window in which every magic number is known. */
  private seen = 0;
  /** Where the last magic number begins, and of which kind it is. */
  private last: Magic | null = null;
  private isInRange = true;

  constructor(
    private readonly start: number,
    private readonly end: number,
  ) {}

  *take(chunk: Uint8Array): Generator<Block | 'range-end'> {
    this.window.append(chunk);
    for (;;) {
      const magic = findMagic(this.window.bytes, this.seen);
      if (!magic) break;
      yield* this.blockBefore(magic.bit);
      this.last = magic;
      this.seen = magic.bit + magicBits;
      if (magic.kind === 'block') yield* this.rangeEndBefore(magic.bit);
    }
    this.seen = Math.max(this.seen, 8 * this.window.length - magicBits);
    if (this.last && this.seen - this.last.bit > longestBlock) {
      if (this.last.kind === 'block') yield this.block(this.seen, 'endless');
      else yield this.block(this.seen, 'lost');
      this.last = null;
    }
    if (this.last?.kind !== 'block') yield* this.rangeEndBefore(this.seen);
    this.forget();
  }

  *finish(): Generator<Block> {
    if (this.last?.kind === 'block') yield this.block(8 * this.window.length, 'cut');
  }

  private *blockBefore(bit: number): Generator<Block> {
    if (this.last?.kind === 'block') yield this.block(bit, 'whole');
    else if (this.last && bit - this.last.bit > longestBreak) yield this.block(bit, 'lost');
  }

  private *rangeEndBefore(bit: number): Generator<'range-end'> {
    if (!this.isInRange || 8 * (this.start + this.window.offset) + bit < 8 * this.end) return;
    this.isInRange = false;
    yield 'range-end';
  }

  private block(end: number, state: Block['state']): Block {
    const { bit } = this.last as Magic;
    return {
      bit: 8 * (this.start + this.window.offset) + bit,
      bytes: this.window.bytes.subarray(bit >>> 3, (end + 7) >>> 3),
      shift: bit & 7,
      length: end - bit,
      state,
    };
  }

  /** Lets go what lies before the last block, and what has been searched. */
  private forget(): void {
    const bytes = (this.last?.bit ?? this.seen) >>> 3;
    this.window.drop(bytes);
    this.seen -= 8 * bytes;
    if (this.last) this.last = { ...this.last, bit: this.last.bit - 8 * bytes };
  }
}
