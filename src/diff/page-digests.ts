import { createHash } from 'node:crypto';

/** Words of 32 bits in an entry: two of its page's hash, four of digests. */
const entryWords = 6;

/**
 * For each page what two exports differ in: the digests of one's statements less those of the other's, as vectors of four
 * words. Zero where both say the same. A page takes 24 bytes in a table that is at most three quarters full, so that ten
 * million of them fit into memory; pages are known by 64 bits of their SHA-256, and two that share these are looked at
 * once more than needed.
 */
export class PageDigests {
  private capacity = 1 << 12;
  private words = new Uint32Array(this.capacity * entryWords);
  /** Pages of either export. */
  size = 0;

  add(page: string, digest: Buffer, sign: 1 | -1): void {
    if (this.size * 4 >= this.capacity * 3) this.grow();
    const [high, low] = keyOf(page);
    const at = this.find(high, low);
    if (this.words[at] === 0) {
      this.size++;
      this.words[at] = high;
      this.words[at + 1] = low;
    }
    for (let i = 0; i < 4; i++) {
      const word = at + 2 + i;
      this.words[word] = (this.words[word] as number) + sign * digest.readUInt32LE(4 * i);
    }
  }

  /** How many pages differ. */
  differing(): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at += entryWords) if (this.differsAt(at)) count++;
    return count;
  }

  /** Whether the exports say different things of a page. */
  differs(page: string): boolean {
    return this.differsAt(this.find(...keyOf(page)));
  }

  private differsAt(at: number): boolean {
    for (let i = 2; i < entryWords; i++) if (this.words[at + i] !== 0) return true;
    return false;
  }

  /** Where a page's entry is, or is to be. */
  private find(high: number, low: number): number {
    const mask = this.capacity - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = slot * entryWords;
      if (this.words[at] === 0 || (this.words[at] === high && this.words[at + 1] === low)) return at;
    }
  }

  private grow(): void {
    const old = this.words;
    this.capacity *= 2;
    this.words = new Uint32Array(this.capacity * entryWords);
    for (let at = 0; at < old.length; at += entryWords) {
      if (old[at] !== 0)
        this.words.set(
          old.subarray(at, at + entryWords),
          this.find(old[at] as number, old[at + 1] as number),
        );
    }
  }
}

/** The first word is never zero, as that marks an entry that is free. */
function keyOf(page: string): [high: number, low: number] {
  const hash = createHash('sha256').update(page).digest();
  return [hash.readUInt32LE(0) || 1, hash.readUInt32LE(4)];
}
