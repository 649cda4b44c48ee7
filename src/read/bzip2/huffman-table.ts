/** Longest code, in bits. */
export const longestCode = 20;

/** Codes up to this length, in bits, are found in one step; few are longer. */
export const lookupBits = 11;

/** A Huffman code as tables. Entries are `symbol << 5 | length of its code`; 0 stands for none. */
export interface HuffmanTable {
  /** By the next `lookupBits` bits. */
  readonly lookup: Uint16Array;
  /** The entries of longer codes, in the order of the codes. */
  readonly long: Uint16Array;
  /** By length: behind its last code. */
  readonly behind: Int32Array;
  /** By length: index in `long` of the entry of code 0, were it of that length. */
  readonly offset: Int32Array;
}

/**
 * Numbers the codes as bzip2 does: by length, then by symbol. Where lengths ask for more codes than there are, what
 * is too much is never met.
 */
export function huffmanTable(lengths: Uint8Array): HuffmanTable {
  const lookup = new Uint16Array(1 << lookupBits);
  const long = new Uint16Array(lengths.length);
  const behind = new Int32Array(longestCode + 1);
  const offset = new Int32Array(longestCode + 1);
  let [code, longCount] = [0, 0];
  for (let length = 1; length <= longestCode; length++) {
    code <<= 1;
    offset[length] = longCount - code;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      const entry = (symbol << 5) | length;
      const free = lookupBits - length;
      if (free >= 0) lookup.fill(entry, code << free, (code + 1) << free);
      else long[longCount++] = entry;
      code++;
    }
    behind[length] = code;
  }
  return { lookup, long, behind, offset };
}

/** The entry of a code that is longer than `lookupBits`; 0 where the bits begin with no code. */
export function longEntry({ long, behind, offset }: HuffmanTable, bits: number): number {
  for (let length = lookupBits + 1; length <= longestCode; length++) {
    const code = bits >>> (longestCode - length);
    if (code < (behind[length] as number)) return long[(offset[length] as number) + code] ?? 0;
  }
  return 0;
}
