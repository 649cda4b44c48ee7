import Bzip2 from '@foxglove/wasm-bz2';
import type { Block } from './find-blocks.js';
import { magicBits } from './find-magic.js';

/** Makes the bytes of a block; null where it is corrupt. */
export type DecodeBlock = (block: Block) => Uint8Array | null;

const header = Buffer.from('BZh9');
const endOfStream = Buffer.from([0x17, 0x72, 0x45, 0x38, 0x50, 0x90]);

/** What a block of text comes to; and what 900,000 bytes come to where every five stand for a run of 259. */
const outputSizes = [2_000_000, 46_620_000];

let loading: Promise<Bzip2> | undefined;

/** Loads the decompressor, once: libbzip2 itself, which checks every block's sum. */
export async function openBlockDecoder(): Promise<DecodeBlock> {
  loading ??= Bzip2.init();
  const bzip2 = await loading;
  return (block) => {
    const isBlock = block.state === 'whole' || block.state === 'cut';
    return isBlock ? decodeStream(bzip2, streamOf(block)) : null;
  };
}

function decodeStream(bzip2: Bzip2, stream: Uint8Array): Uint8Array | null {
  for (const size of outputSizes) {
    try {
      return bzip2.decompress(stream, size);
    } catch (error) {
      if (!(error as Error).message.includes('OUTBUFF_FULL')) return null;
    }
  }
  return null;
}

/** A stream of this block alone: its bits moved to where a byte begins, and the end of a stream behind them. */
function streamOf({ bytes, shift, length }: Block): Uint8Array {
  const whole = length >>> 3;
  const stream = Buffer.alloc(header.length + whole + 1 + endOfStream.length + 4 + 1);
  header.copy(stream);
  for (let index = 0; index <= whole; index++) {
    const word = ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
    stream[header.length + index] = word >>> (8 - shift);
  }
  const end = header.length + whole;
  const used = length & 7;
  stream[end] = (stream[end] as number) & (0xff00 >>> used);
  // The sum of a stream of one block is the sum of that block, which stands behind its magic number.
  const sum = stream.subarray(header.length + magicBits / 8, header.length + magicBits / 8 + 4);
  for (const [index, byte] of [...endOfStream, ...sum].entries()) {
    const at = end + index;
    stream[at] = (stream[at] as number) | (byte >>> used);
    stream[at + 1] = (byte << (8 - used)) & 0xff;
  }
  return stream;
}
