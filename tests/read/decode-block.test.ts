/** Blocks of bzip2, of the real program and of an enemy. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockDecoder } from '../../src/read/bzip2/decode-block.js';
import type { Block } from '../../src/read/bzip2/find-blocks.js';
import { findBlocks } from '../../src/read/bzip2/find-blocks.js';
import { magicBits } from '../../src/read/bzip2/find-magic.js';
import { bzip2, hasBzip2 } from './dump.js';

const decoder = new BlockDecoder();

async function blocksOf(stream: Uint8Array): Promise<Block[]> {
  const chunks = (async function* () {
    yield stream;
  })();
  const blocks: Block[] = [];
  for await (const block of findBlocks(chunks, 0, Number.POSITIVE_INFINITY))
    if (block !== 'range-end') blocks.push({ ...block, bytes: Uint8Array.from(block.bytes) });
  return blocks;
}

/** What a stream decompresses to, with `corrupt` for each block that is refused. */
async function decoded(stream: Uint8Array): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const block of await blocksOf(stream)) parts.push(Buffer.from(decoder.decode(block) ?? 'corrupt'));
  return Buffer.concat(parts);
}

/** The same numbers every time, from 0 up to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.skipIf(!hasBzip2)('what bzip2 compresses is read', () => {
  const expectSame = async (bytes: Buffer, level: number): Promise<void> => {
    expect((await decoded(bzip2(bytes, level))).equals(bytes)).toBe(true);
  };
  const next = random(1);
  const inputs: Record<string, Buffer> = {
    'a single byte': Buffer.from('a'),
    'every byte': Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    'noise, which does not compress': Buffer.from(Array.from({ length: 200_000 }, () => 256 * next())),
    // Codes of up to 17 bits.
    'bytes of which some are very rare': Buffer.from(
      Array.from({ length: 300_000 }, () => Math.min(255, -20 * Math.log(1 - next()))),
    ),
    'the same again and again, of which the rows make many circles': Buffer.from('abcdefg'.repeat(30_000)),
    'two bytes in turn': Buffer.from('ab'.repeat(500_000)),
    zeros: Buffer.alloc(3_000_000),
    'runs around the longest that are written as one': Buffer.from(
      Array.from({ length: 600 }, (_, length) => String.fromCharCode(97 + (length % 3)).repeat(length)).join(
        '',
      ),
    ),
    'runs of three to five': Buffer.from(
      Array.from({ length: 50_000 }, () => 'abc'.charAt(3 * next()).repeat(3 + 3 * next())).join(''),
    ),
  };
  for (const [name, bytes] of Object.entries(inputs)) {
    it(name, async () => {
      for (const level of [1, 5, 9]) await expectSame(bytes, level);
    });
  }

  it('any bytes, at every level', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.string({ unit: fc.constantFrom(...'aab \n'), maxLength: 2000 }).map((text) => Buffer.from(text)),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.nat(3000))
        .map(([bytes, count]) => Buffer.concat(Array.from({ length: count }, () => bytes))),
      fc.tuple(fc.nat(255), fc.nat(600)).map(([byte, count]) => Buffer.alloc(count, byte)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (pieces, level) => expectSame(Buffer.concat(pieces), level),
      ),
      { numRuns: 150 },
    );
  });

  it('the block that comes to most', async () => {
    const [block] = await blocksOf(bzip2(Buffer.alloc(50_000_000, 0x61), 9));
    const bytes = decoder.decode(block as Block);
    // 900,000 bytes less 19, of which five stand for the 255 that bzip2 writes as one run, and at most for 259.
    expect(bytes?.length).toBe(255 * Math.ceil(899_981 / 5));
    expect(bytes?.every((byte) => byte === 0x61)).toBe(true);
  });
});

describe.skipIf(!hasBzip2)('what is damaged is never taken for what it was', () => {
  const text = Buffer.from(
    Array.from({ length: 300 }, (_, n) => `${n % 7} of ${n * n}${'-'.repeat(n % 9)}\n`).join(''),
  );
  const flipped = (block: Block, bits: readonly number[]): Block => {
    const bytes = Uint8Array.from(block.bytes);
    for (const bit of bits) {
      const at = (block.shift + bit) >>> 3;
      bytes[at] = (bytes[at] as number) ^ (0x80 >>> ((block.shift + bit) & 7));
    }
    return { ...block, bytes };
  };

  it('by any single bit', async () => {
    const [block] = (await blocksOf(bzip2(text))) as [Block];
    expect(block.length).toBeGreaterThan(5000);
    let unharmed = 0;
    for (let bit = magicBits; bit < block.length; bit++) {
      const bytes = decoder.decode(flipped(block, [bit]));
      if (bytes === null) continue;
      unharmed++;
      if (!text.equals(bytes)) expect.fail(`bit ${bit} makes other bytes`);
    }
    // There are tables of which not every code is used.
    expect(unharmed).toBeLessThan(200);
    expect(decoder.decode(block)?.length).toBe(text.length);
  });

  it('by many bits, by bytes that are missing, and by bytes that are too many', async () => {
    const [block] = (await blocksOf(bzip2(text))) as [Block];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: magicBits, max: block.length - 1 }), { maxLength: 20 }),
        fc.integer({ min: -200, max: 200 }),
        (bits, more) => {
          const { bytes } = flipped(block, bits);
          const length = block.length + more;
          const padded = Buffer.concat([bytes, Buffer.alloc(30, 0x5a)]);
          const changed = { ...block, bytes: padded.subarray(0, (block.shift + length + 7) >>> 3), length };
          const result = decoder.decode(changed);
          expect(result === null || (more === 0 && text.equals(result))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('where it is not whole', async () => {
    const [block] = (await blocksOf(bzip2(text))) as [Block];
    for (const state of ['endless', 'lost'] as const) expect(decoder.decode({ ...block, state })).toBeNull();
  });
});

describe('what no program writes is refused', () => {
  /** A block of the bits given; spaces are for the reader alone. */
  const blockOf = (...parts: string[]): Block => {
    const bits = '0'.repeat(magicBits) + parts.join('').replaceAll(' ', '');
    const filled = bits.padEnd(8 * Math.ceil(bits.length / 8), '0');
    const bytes = Uint8Array.from({ length: filled.length / 8 }, (_, at) =>
      Number.parseInt(filled.slice(8 * at, 8 * at + 8), 2),
    );
    return { bit: 0, bytes, shift: 0, length: bits.length, state: 'whole' };
  };
  const binary = (value: number, width: number): string => value.toString(2).padStart(width, '0');
  // CRC-32 of `a`, as bzip2 has it.
  const sum = binary(0x19939b6b, 32);
  const isPlain = '0';
  const row = (index: number): string => binary(index, 24);
  const onlyA = `${binary(1 << 9, 16)} ${binary(1 << 14, 16)}`;
  const twoTables = '010';
  const oneSelector = `${binary(1, 15)} 0`;
  // Symbols 0, 1 and the end of the block: codes 0, 10 and 11.
  const table = '00001 0 100 0';
  const rest = `${twoTables} ${oneSelector} ${table} ${table}`;

  it('but for what differs it is right', () => {
    expect(decoder.decode(blockOf(sum, isPlain, row(0), onlyA, rest, '0 11'))).toEqual(Uint8Array.of(0x61));
  });
  it.each([
    ['a sum that is another', blockOf(binary(1, 32), isPlain, row(0), onlyA, rest, '0 11')],
    ['the flag of blocks that are randomised', blockOf(sum, '1', row(0), onlyA, rest, '0 11')],
    ['a row that there is not', blockOf(sum, isPlain, row(1), onlyA, rest, '0 11')],
    ['no bytes in use', blockOf(sum, isPlain, row(0), binary(0, 16), rest, '0 11')],
    ['nothing before the end', blockOf(sum, isPlain, row(0), onlyA, rest, '11')],
    ['bits behind its end', blockOf(sum, isPlain, row(0), onlyA, rest, '0 11 0')],
    ['no end', blockOf(sum, isPlain, row(0), onlyA, rest, '0')],
    ['more symbols than selectors', blockOf(sum, isPlain, row(0), onlyA, rest, '0'.repeat(51), '11')],
    ['one table', blockOf(sum, isPlain, row(0), onlyA, '001', oneSelector, table, '0 11')],
    ['seven tables', blockOf(sum, isPlain, row(0), onlyA, '111', oneSelector, table.repeat(7), '0 11')],
    ['no selector', blockOf(sum, isPlain, row(0), onlyA, twoTables, binary(0, 15), table, table, '0 11')],
    [
      'a selector of no table',
      blockOf(sum, isPlain, row(0), onlyA, twoTables, binary(1, 15), '110', table, table, '0 11'),
    ],
    [
      'a code of no bits',
      blockOf(sum, isPlain, row(0), onlyA, twoTables, oneSelector, '00000 0 100 0', table, '0 11'),
    ],
    [
      'a code of 21 bits',
      blockOf(sum, isPlain, row(0), onlyA, twoTables, oneSelector, '10100 100 0 0', table, '0 11'),
    ],
    [
      'lengths of codes that go up and down without end',
      blockOf(sum, isPlain, row(0), onlyA, twoTables, oneSelector, '00001', '1011'.repeat(1_000_000)),
    ],
    [
      'bits that are no code',
      blockOf(sum, isPlain, row(0), onlyA, twoTables, oneSelector, '00010 0 0 0', table, '11 11'),
    ],
    ['a run that is too long', blockOf(sum, isPlain, row(0), onlyA, rest, '10'.repeat(40), '11')],
    ['nothing at all', blockOf()],
  ])('%s', (_, block) => {
    expect(decoder.decode(block)).toBeNull();
  });

  it('reads tables that ask for more codes than there are, as bzip2 does', () => {
    // Lengths 1, 2, 1: the codes 0 and 1 leave none for the symbol of two bits.
    const crowded = '00001 0 100 110';
    const block = blockOf(sum, isPlain, row(0), onlyA, twoTables, oneSelector, crowded, table, '0 1');
    expect(decoder.decode(block)).toEqual(Uint8Array.of(0x61));
  });
});
