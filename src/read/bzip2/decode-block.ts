import { BitReader } from './bit-reader.js';
import { readBlockHeader } from './block-header.js';
import { blockSum } from './block-sum.js';
import type { Block } from './find-blocks.js';
import { longestBlock } from './find-blocks.js';
import { InverseTransform } from './inverse-transform.js';
import { LastColumn } from './last-column.js';
import { mostSymbols, readAhead, readSymbols } from './read-symbols.js';
import { expandRuns } from './run-lengths.js';

/** Bytes of the largest block before its runs are expanded. */
const largestText = 900_000;

/** More than a block of text comes to; one of runs comes to 46 MB, and gets memory of its own. */
const usualOutput = 1 << 21;

/** What all blocks are decoded in, one after the other: made once, as it takes long to get memory from the system. */
class Workspace {
  input = new Uint8Array(1 << 19);
  readonly symbols = new Uint16Array(mostSymbols);
  readonly column = new LastColumn(largestText);
  readonly inverse = new InverseTransform(largestText);
}

let workspace: Workspace | undefined;

/**
 * Decodes blocks of bzip2, at whatever bit they begin
 * (https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf, 2.3).
 */
export class BlockDecoder {
  private readonly output = new Uint8Array(usualOutput);

  /**
   * The bytes of a block, valid until the next one is decoded; null where it is not whole, or corrupt. None is given
   * before the sum of all has been found right.
   */
  decode(block: Block): Uint8Array | null {
    const { state, length, shift } = block;
    if ((state !== 'whole' && state !== 'cut') || length > longestBlock) return null;
    workspace ??= new Workspace();
    const { symbols, column, inverse } = workspace;
    const reader = new BitReader(withZeros(block.bytes, workspace), shift);
    const header = readBlockHeader(reader);
    if (!header) return null;
    const symbolCount = readSymbols(reader, header, symbols);
    // The block must end where the next one begins.
    if (symbolCount < 0 || reader.bit !== shift + length) return null;
    const count = column.fill(symbols.subarray(0, symbolCount), header.bytes);
    if (header.row >= count) return null;
    const text = column.bytes.subarray(0, count);
    inverse.invert(text, column.counts, header.row);
    const bytes = expandRuns(text, this.output);
    return bytes && blockSum(bytes, bytes.length) === header.sum ? bytes : null;
  }
}

/** The bytes with zeros behind them, so that looking ahead stays inside. */
function withZeros(bytes: Uint8Array, workspace: Workspace): Uint8Array {
  const length = bytes.length + readAhead;
  if (workspace.input.length < length) workspace.input = new Uint8Array(2 * length);
  const input = workspace.input.subarray(0, length);
  input.set(bytes);
  input.fill(0, bytes.length);
  return input;
}
