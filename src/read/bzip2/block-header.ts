import type { BitReader } from './bit-reader.js';
import { magicBits } from './find-magic.js';
import type { HuffmanTable } from './huffman-table.js';
import { huffmanTable, longestCode } from './huffman-table.js';

/** What a block says before its symbols. */
export interface BlockHeader {
  readonly sum: number;
  /** The row of the Burrows-Wheeler transform that is the text. */
  readonly row: number;
  /** The bytes that occur in it, ascending. */
  readonly bytes: Uint8Array;
  readonly tables: readonly HuffmanTable[];
  /** Which table each group of symbols is written with. */
  readonly selectors: Uint8Array;
}

/** As many groups as a block of 900,000 bytes can have, and what programs add by rounding up. */
const mostSelectors = 18_002;

/**
 * Reads up to where the symbols begin; null where what is read cannot be. Blocks that are randomised, as none has been
 * since bzip2 0.9.5 of 1999, are refused.
 */
export function readBlockHeader(reader: BitReader): BlockHeader | null {
  reader.bit += magicBits;
  const sum = ((reader.read(16) << 16) | reader.read(16)) >>> 0;
  const isRandomised = reader.read(1) === 1;
  const row = reader.read(24);
  const bytes = readBytesInUse(reader);
  const tableCount = reader.read(3);
  if (isRandomised || bytes.length === 0 || tableCount < 2 || tableCount > 6) return null;
  const selectors = readSelectors(reader, tableCount);
  if (!selectors) return null;
  const tables: HuffmanTable[] = [];
  for (let count = 0; count < tableCount; count++) {
    const lengths = readLengths(reader, bytes.length + 2);
    if (!lengths) return null;
    tables.push(huffmanTable(lengths));
  }
  return { sum, row, bytes, tables, selectors };
}

/** Sixteen bits tell in which sixteenths there are bytes, and sixteen for each of these, which. */
function readBytesInUse(reader: BitReader): Uint8Array {
  const bytes: number[] = [];
  const sixteenths = reader.read(16);
  for (let high = 0; high < 16; high++) {
    if (((sixteenths << high) & 0x8000) === 0) continue;
    const used = reader.read(16);
    for (let low = 0; low < 16; low++) if (((used << low) & 0x8000) !== 0) bytes.push(16 * high + low);
  }
  return Uint8Array.from(bytes);
}

/** The tables' numbers, moved to front, each as so many ones and a zero. */
function readSelectors(reader: BitReader, tableCount: number): Uint8Array | null {
  const count = reader.read(15);
  if (count === 0) return null;
  const selectors = new Uint8Array(Math.min(count, mostSelectors));
  const recent = Uint8Array.from({ length: tableCount }, (_, index) => index);
  for (let index = 0; index < count; index++) {
    let place = 0;
    while (reader.read(1) === 1) if (++place === tableCount) return null;
    const selector = recent[place] as number;
    recent.copyWithin(1, 0, place);
    recent[0] = selector;
    if (index < selectors.length) selectors[index] = selector;
  }
  return selectors;
}

/** The first length in five bits, and each from the one before: `10` is one more, `11` one less, `0` enough. */
function readLengths(reader: BitReader, symbolCount: number): Uint8Array | null {
  const lengths = new Uint8Array(symbolCount);
  let length = reader.read(5);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    for (;;) {
      if (length < 1 || length > longestCode) return null;
      if (reader.read(1) === 0) break;
      length += reader.read(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return lengths;
}
