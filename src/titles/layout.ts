/**
 * How a file of titles is laid out: a mark, blocks of titles in the order of their bytes, blocks of the titles outside that
 * redirects lead to, where each redirect ends, an index of the blocks, what the file says of itself, and a footer. It is
 * never changed once it is written. All numbers have their lowest byte first, and all parts have checksums.
 *
 * A title has a number: that of its block times the length of blocks, and its place in the block.
 */
export const mark = Buffer.from('article2rdf titles 1\n');

const sizes = { offset: 8, number: 4, hash: 32 } as const;

/** For each block: where it begins, its checksum, how many redirects there are before it, where its first key begins. */
export interface BlockIndex {
  /** One more than there are blocks. */
  readonly offsets: Float64Array;
  readonly sums: Uint32Array;
  readonly redirectsBefore: Uint32Array;
  /** One more than there are blocks. */
  readonly keyOffsets: Uint32Array;
  /** Checksums of the ends of redirects, so many at a time as a page has. */
  readonly endSums: Uint32Array;
  readonly keys: Buffer;
}

/** How many ends of redirects have a checksum together. */
export const endsInPage = 256;

export function endPages(redirects: number): number {
  return Math.ceil(redirects / endsInPage);
}

export interface Footer {
  /** Blocks of titles; those of titles outside follow. */
  readonly blocks: number;
  readonly outsideBlocks: number;
  readonly redirects: number;
  readonly endsOffset: number;
  readonly indexOffset: number;
  readonly metaOffset: number;
  /** Of the whole file. */
  readonly size: number;
  /** SHA-256 of index and meta. */
  readonly indexHash: Buffer;
  /** SHA-256 of all before the footer. */
  readonly contentHash: Buffer;
}

export const footerLength = mark.length + 7 * sizes.offset + 2 * sizes.hash;

export function writeFooter(footer: Footer): Buffer {
  const bytes = Buffer.alloc(footerLength);
  let at = 0;
  for (const number of numbersOf(footer)) at = bytes.writeDoubleLE(number, at);
  at += footer.indexHash.copy(bytes, at);
  at += footer.contentHash.copy(bytes, at);
  mark.copy(bytes, at);
  return bytes;
}

/** Null where the bytes are no footer. */
export function readFooter(bytes: Buffer): Footer | null {
  if (bytes.length !== footerLength || !bytes.subarray(-mark.length).equals(mark)) return null;
  const at = (index: number): number => bytes.readDoubleLE(index * sizes.offset);
  const hashes = bytes.subarray(7 * sizes.offset, footerLength - mark.length);
  const footer: Footer = {
    blocks: at(0),
    outsideBlocks: at(1),
    redirects: at(2),
    endsOffset: at(3),
    indexOffset: at(4),
    metaOffset: at(5),
    size: at(6),
    indexHash: Buffer.from(hashes.subarray(0, sizes.hash)),
    contentHash: Buffer.from(hashes.subarray(sizes.hash)),
  };
  return numbersOf(footer).every((number) => Number.isSafeInteger(number) && number >= 0) ? footer : null;
}

function numbersOf(footer: Footer): number[] {
  const { blocks, outsideBlocks, redirects, endsOffset, indexOffset, metaOffset, size } = footer;
  return [blocks, outsideBlocks, redirects, endsOffset, indexOffset, metaOffset, size];
}

export function writeIndex({ keys, ...index }: BlockIndex): Buffer {
  const { offsets, sums, redirectsBefore, keyOffsets, endSums } = index;
  const parts = [offsets, sums, redirectsBefore, keyOffsets, endSums].map((array) => {
    const bytes = Buffer.alloc(array.length * array.BYTES_PER_ELEMENT);
    const isOffset = array instanceof Float64Array;
    for (let i = 0; i < array.length; i++) {
      const number = array[i] as number;
      if (isOffset) bytes.writeDoubleLE(number, i * sizes.offset);
      else bytes.writeUInt32LE(number, i * sizes.number);
    }
    return bytes;
  });
  return Buffer.concat([...parts, keys]);
}

/** Null where the bytes are no index of so many blocks and redirects. */
export function readIndex(bytes: Buffer, blocks: number, redirects: number): BlockIndex | null {
  let at = 0;
  const array = <T extends Float64Array | Uint32Array>(into: T): T => {
    const isOffset = into instanceof Float64Array;
    for (let i = 0; i < into.length; i++) {
      into[i] = isOffset ? bytes.readDoubleLE(at) : bytes.readUInt32LE(at);
      at += into.BYTES_PER_ELEMENT;
    }
    return into;
  };
  const numbers = 3 * blocks + 1 + endPages(redirects);
  if (bytes.length < (blocks + 1) * sizes.offset + numbers * sizes.number) return null;
  const offsets = array(new Float64Array(blocks + 1));
  const sums = array(new Uint32Array(blocks));
  const redirectsBefore = array(new Uint32Array(blocks));
  const keyOffsets = array(new Uint32Array(blocks + 1));
  const endSums = array(new Uint32Array(endPages(redirects)));
  const keys = bytes.subarray(at);
  const index = { offsets, sums, redirectsBefore, keyOffsets, endSums, keys };
  return keyOffsets[blocks] === keys.length ? index : null;
}
