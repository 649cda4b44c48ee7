import type { BitReader } from './bit-reader.js';
import type { BlockHeader } from './block-header.js';
import type { HuffmanTable } from './huffman-table.js';
import { longEntry, longestCode, lookupBits } from './huffman-table.js';

/** Symbols that are written with one table. */
const groupLength = 50;

/** Bytes that must be there behind a block: a group of the longest codes, and a word. */
export const readAhead = (groupLength * longestCode) / 8 + 4;

/** How many symbols a block has at most, with the last group filled up. */
export const mostSymbols = 18_002 * groupLength;

/**
 * Reads the Huffman codes of a block up to its end.
 *
 * @param symbols is filled with them, without the end; there is room for `mostSymbols`
 * @returns how many there are, or -1 where they cannot be read
 */
export function readSymbols(
  reader: BitReader,
  { bytes, tables, selectors }: BlockHeader,
  symbols: Uint16Array,
): number {
  const { bytes: input } = reader;
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  const last = 8 * (input.length - readAhead);
  const endOfBlock = bytes.length + 1;
  let { bit } = reader;
  let count = 0;
  for (let group = 0; group < selectors.length && bit <= last; group++) {
    const table = tables[selectors[group] as number] as HuffmanTable;
    const { lookup } = table;
    for (const end = count + groupLength; count < end; count++) {
      // 25 of these bits are known.
      const bits = view.getInt32(bit >>> 3) << (bit & 7);
      let entry = lookup[bits >>> (32 - lookupBits)] as number;
      if (entry === 0) {
        entry = longEntry(table, bits >>> (32 - longestCode));
        if (entry === 0) return -1;
      }
      bit += entry & 31;
      const symbol = entry >>> 5;
      symbols[count] = symbol;
      if (symbol === endOfBlock) {
        reader.bit = bit;
        return count;
      }
    }
  }
  return -1;
}
