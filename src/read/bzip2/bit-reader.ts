/** Reads numbers of bits, the most significant first. Behind the end of its bytes it reads zeros. */
export class BitReader {
  /**
   * @param bytes what is read
   * @param bit where the next bit is, from the beginning of the bytes
   */
  constructor(
    readonly bytes: Uint8Array,
    public bit: number,
  ) {}

  /** @param count 1 to 24 */
  read(count: number): number {
    const { bytes, bit } = this;
    const at = bit >>> 3;
    this.bit = bit + count;
    const word =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
    return (word << (bit & 7)) >>> (32 - count);
  }
}
