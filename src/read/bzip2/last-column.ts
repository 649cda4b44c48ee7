/** How many bytes are written for a symbol, needed or not: a test of how many there are would take longer. */
const wordLength = 4;

/**
 * The last column of the Burrows-Wheeler transform of a block, made of symbols: 0 and 1 are the digits of how often the
 * front of a list of bytes is repeated, all others are places in that list, whose byte moves to the front.
 *
 * Most places are among the first sixteen. These are held in four words, the front lowest, and moved by masks: a
 * processor cannot foretell branches that depend on the place.
 */
export class LastColumn {
  /** Behind the last byte there is room for what is written too much. */
  readonly bytes: Uint8Array;
  /** How often each byte occurs in it. */
  readonly counts = new Int32Array(256);
  private readonly view: DataView;
  private readonly list = new Uint8Array(256);
  private readonly words = new DataView(this.list.buffer);

  /** @param most bytes of the longest column */
  constructor(private readonly most: number) {
    this.bytes = new Uint8Array(most + wordLength);
    this.view = new DataView(this.bytes.buffer);
  }

  /**
   * Fills the column.
   *
   * @param bytes those that occur in it, ascending: the list as it is at first
   * @returns its length; -1 where it is longer than it may be
   */
  fill(symbols: Uint16Array, bytes: Uint8Array): number {
    const { view, list, words, counts, most } = this;
    list.set(bytes);
    counts.fill(0);
    let weight = 1;
    let end = 0;
    let word0 = words.getInt32(0, true);
    let word1 = words.getInt32(4, true);
    let word2 = words.getInt32(8, true);
    let word3 = words.getInt32(12, true);
    for (let index = 0; index < symbols.length; index++) {
      const symbol = symbols[index] as number;
      // All bits for a digit, which leaves the front where it is; the digits are 1 and 2, the lowest first.
      const isDigit = (symbol - 2) >> 31;
      const place = (symbol - 1) & ~isDigit;
      const count = 1 + (((weight << symbol) - 1) & isDigit);
      weight = 1 + (((weight << 1) - 1) & isDigit);
      const begin = end;
      end += count;
      if (end > most) return -1;
      let byte: number;
      if (place < 16) {
        const from4 = (3 - place) >> 31;
        const from8 = (7 - place) >> 31;
        const from12 = (11 - place) >> 31;
        const low = word0 ^ ((word0 ^ word1) & from4);
        const high = word2 ^ ((word2 ^ word3) & from12);
        const shift = (place << 3) & 24;
        byte = ((low ^ ((low ^ high) & from8)) >>> shift) & 255;
        // Up to the place, all move by one.
        const mask = -1 >>> (24 - shift);
        word3 ^= (word3 ^ ((word3 << 8) | (word2 >>> 24))) & mask & from12;
        word2 ^= (word2 ^ ((word2 << 8) | (word1 >>> 24))) & (mask | from12) & from8;
        word1 ^= (word1 ^ ((word1 << 8) | (word0 >>> 24))) & (mask | from8) & from4;
        word0 ^= (word0 ^ ((word0 << 8) | byte)) & (mask | from4);
      } else {
        byte = list[place] as number;
        for (let to = place; to > 16; to--) list[to] = list[to - 1] as number;
        list[16] = word3 >>> 24;
        word3 = (word3 << 8) | (word2 >>> 24);
        word2 = (word2 << 8) | (word1 >>> 24);
        word1 = (word1 << 8) | (word0 >>> 24);
        word0 = (word0 << 8) | byte;
      }
      counts[byte] = (counts[byte] as number) + count;
      view.setInt32(begin, Math.imul(byte, 0x01010101));
      if (count > wordLength) this.bytes.fill(byte, begin + wordLength, end);
    }
    return end;
  }
}
