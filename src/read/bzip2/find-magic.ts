/**
 * Finds where bzip2 blocks begin. A block begins with 48 bits, the digits of π, at any bit; a stream ends with those of
 * √π (https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf, 2.2.3 and 2.2.4).
 */

/** Bits of a magic number. */
export const magicBits = 48;

export type MagicKind = 'block' | 'end-of-stream';

export interface Magic {
  readonly kind: MagicKind;
  /** Where it begins, in bits from the beginning of the bytes. */
  readonly bit: number;
}

const blockMagic = [0x314159, 0x265359] as const;
const endMagic = [0x177245, 0x385090] as const;

/**
 * Wherever a magic number begins in a byte, the five bytes behind that one lie inside it. Of the four pairs of
 * neighbours among them, one begins at every fourth byte: so only every fourth is looked at, and only there is a table
 * asked whether its pair occurs in a magic number at all.
 */
const pairs = tableOfPairs();

function tableOfPairs(): Uint8Array {
  const table = new Uint8Array(1 << 16);
  for (const [high, low] of [blockMagic, endMagic]) {
    for (let shift = 0; shift < 8; shift++) {
      const bits = ((BigInt(high) << 24n) | BigInt(low)) << BigInt(8 - shift);
      for (let pair = 1; pair <= 4; pair++) table[Number((bits >> BigInt(40 - 8 * pair)) & 0xffffn)] = 1;
    }
  }
  return table;
}

/** The first magic number that begins at the bit or behind it and lies wholly in the bytes. */
export function findMagic(bytes: Uint8Array, fromBit: number): Magic | undefined {
  const last = bytes.length - 1;
  for (let at = (fromBit >>> 3) + 1; at < last; at += 4) {
    if (pairs[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] === 0) continue;
    const found = magicAround(bytes, at, fromBit);
    if (found) return found;
  }
  return undefined;
}

/** The magic number that begins one to four bytes before. */
function magicAround(bytes: Uint8Array, at: number, fromBit: number): Magic | undefined {
  const first = Math.max(fromBit, 8 * (at - 4));
  const behind = Math.min(8 * at, 8 * bytes.length - magicBits + 1);
  for (let bit = first; bit < behind; bit++) {
    const high = bits24(bytes, bit);
    if (high !== blockMagic[0] && high !== endMagic[0]) continue;
    const low = bits24(bytes, bit + 24);
    if (high === blockMagic[0] && low === blockMagic[1]) return { kind: 'block', bit };
    if (high === endMagic[0] && low === endMagic[1]) return { kind: 'end-of-stream', bit };
  }
  return undefined;
}

function bits24(bytes: Uint8Array, bit: number): number {
  const at = bit >>> 3;
  const byte = (index: number): number => bytes[index] ?? 0;
  const word = (byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3);
  return (word << (bit & 7)) >>> 8;
}
