/** Chains that are followed at a time. */
const lanes = 8;

/** Chains that a block is cut into: so many that the last ones, which are followed one by one, are short. */
const mostChains = 1024;

/** Bytes of a block for which one more chain is worth it. */
const leastChain = 512;

/** Where a chain begins is marked by a negative link. */
const mark = 0x80000000 | 0;

/**
 * Inverts the Burrows-Wheeler transform of blocks of up to `size` bytes.
 *
 * The text is a chain of links from row to row, each of them far from the one before, so that following it is waiting
 * for memory. So the chain is entered at many rows, several of its parts are followed at the same time, each until it
 * comes to where another was entered, and at last they are put together. What is entered where the text does not pass
 * costs no more: the chains share no row.
 */
export class InverseTransform {
  /** By row: the next row, and in the lowest 8 bits the byte that stands first in this one. */
  private readonly links: Int32Array;
  /** What was read along the chains: a region for each lane, and one for the rest of all. */
  private readonly read: Uint8Array;
  private readonly laneSize: number;
  /** By chain: where it was entered, its bytes in `read`, and the chain that follows. */
  private readonly entries = new Int32Array(mostChains + lanes);
  private readonly begins = new Int32Array(mostChains + lanes);
  private readonly ends = new Int32Array(mostChains + lanes);
  private readonly followers = new Int32Array(mostChains + lanes);
  private chainCount = 0;

  constructor(size: number) {
    this.links = new Int32Array(size);
    this.laneSize = Math.ceil(size / lanes) + 1;
    this.read = new Uint8Array(lanes * this.laneSize + size);
  }

  /**
   * Replaces a last column by its text.
   *
   * @param counts how often each byte occurs in it
   * @param row the row that is the text
   */
  invert(column: Uint8Array, counts: Int32Array, row: number): void {
    this.link(column, counts);
    this.enterChains(column.length, row);
    this.followChains();
    this.join(column);
  }

  /** Links the rows by sorting the last column. */
  private link(column: Uint8Array, counts: Int32Array): void {
    const { links } = this;
    const places = new Int32Array(256);
    for (let byte = 0; byte < 255; byte++)
      places[byte + 1] = (places[byte] as number) + (counts[byte] as number);
    for (let row = 0; row < column.length; row++) {
      const byte = column[row] as number;
      const place = places[byte] as number;
      places[byte] = place + 1;
      links[place] = (row << 8) | byte;
    }
  }

  private enterChains(length: number, row: number): void {
    const count = Math.min(mostChains, 1 + Math.floor(length / leastChain));
    this.chainCount = 0;
    this.enter(row);
    for (let index = 1; index < count; index++) this.enter(Math.floor((index * length) / count));
  }

  private enter(row: number): void {
    const link = this.links[row] as number;
    if (link < 0) return;
    this.entries[this.chainCount] = link;
    this.links[row] = mark | this.chainCount;
    this.chainCount++;
  }

  private followChains(): void {
    const chains = new Int32Array(lanes);
    const rows = new Int32Array(lanes);
    const steps = this.chainCount < lanes ? 0 : this.followSideBySide(chains, rows);
    let end = lanes * this.laneSize;
    if (steps > 0) {
      for (const [lane, chain] of chains.entries()) {
        if (chain < 0) continue;
        const rest = this.chainCount++;
        this.ends[chain] = lane * this.laneSize + steps;
        this.followers[chain] = rest;
        end = this.followAlone(rest, this.links[rows[lane] as number] as number, end);
      }
    } else {
      for (let chain = 0; chain < this.chainCount; chain++)
        end = this.followAlone(chain, this.entries[chain] as number, end);
    }
  }

  /** Follows chains in all lanes until there is none left for one of them. Returns the number of steps. */
  private followSideBySide(chains: Int32Array, rows: Int32Array): number {
    const { links, read, laneSize, entries, begins, ends, followers, chainCount } = this;
    let nextChain = 0;
    const enter = (lane: number, step: number): number => {
      const chain = nextChain++;
      chains[lane] = chain;
      begins[chain] = lane * laneSize + step;
      return entries[chain] as number;
    };
    for (let lane = 0; lane < lanes; lane++) {
      const link = enter(lane, 0);
      read[lane * laneSize] = link;
      rows[lane] = link >>> 8;
    }
    for (let step = 1, isOut = false; ; step++) {
      step = this.followToEnd(rows, step);
      for (let lane = 0; lane < lanes; lane++) {
        let link = links[rows[lane] as number] as number;
        if (link < 0) {
          const chain = chains[lane] as number;
          ends[chain] = lane * laneSize + step;
          followers[chain] = link & ~mark;
          if (nextChain === chainCount) {
            isOut = true;
            chains[lane] = -1;
            continue;
          }
          link = enter(lane, step);
        }
        read[lane * laneSize + step] = link;
        rows[lane] = link >>> 8;
      }
      if (isOut) return step + 1;
    }
  }

  /** Follows the chains of all lanes up to the step at which the first of them ends. */
  private followToEnd(rows: Int32Array, from: number): number {
    const { links, read, laneSize } = this;
    let step = from;
    let row0 = rows[0] as number;
    let row1 = rows[1] as number;
    let row2 = rows[2] as number;
    let row3 = rows[3] as number;
    let row4 = rows[4] as number;
    let row5 = rows[5] as number;
    let row6 = rows[6] as number;
    let row7 = rows[7] as number;
    const region1 = laneSize;
    const region2 = 2 * laneSize;
    const region3 = 3 * laneSize;
    const region4 = 4 * laneSize;
    const region5 = 5 * laneSize;
    const region6 = 6 * laneSize;
    const region7 = 7 * laneSize;
    for (; ; step++) {
      const link0 = links[row0] as number;
      const link1 = links[row1] as number;
      const link2 = links[row2] as number;
      const link3 = links[row3] as number;
      const link4 = links[row4] as number;
      const link5 = links[row5] as number;
      const link6 = links[row6] as number;
      const link7 = links[row7] as number;
      if ((link0 | link1 | link2 | link3 | link4 | link5 | link6 | link7) < 0) break;
      read[step] = link0;
      read[region1 + step] = link1;
      read[region2 + step] = link2;
      read[region3 + step] = link3;
      read[region4 + step] = link4;
      read[region5 + step] = link5;
      read[region6 + step] = link6;
      read[region7 + step] = link7;
      row0 = link0 >>> 8;
      row1 = link1 >>> 8;
      row2 = link2 >>> 8;
      row3 = link3 >>> 8;
      row4 = link4 >>> 8;
      row5 = link5 >>> 8;
      row6 = link6 >>> 8;
      row7 = link7 >>> 8;
    }
    rows[0] = row0;
    rows[1] = row1;
    rows[2] = row2;
    rows[3] = row3;
    rows[4] = row4;
    rows[5] = row5;
    rows[6] = row6;
    rows[7] = row7;
    return step;
  }

  /** Follows a chain to its end. Returns where the next one may be put. */
  private followAlone(chain: number, first: number, begin: number): number {
    const { links, read } = this;
    let at = begin;
    let link = first;
    for (; link >= 0; link = links[link >>> 8] as number) read[at++] = link;
    this.begins[chain] = begin;
    this.ends[chain] = at;
    this.followers[chain] = link & ~mark;
    return at;
  }

  private join(text: Uint8Array): void {
    let chain = 0;
    let end = 0;
    do {
      const part = this.read.subarray(this.begins[chain], this.ends[chain]);
      text.set(part, end);
      end += part.length;
      chain = this.followers[chain] as number;
    } while (chain !== 0);
    // A text that is a repetition passes the same rows again.
    for (; end < text.length; end *= 2) text.copyWithin(end, 0, end);
  }
}
