/** However a file is cut, each of its articles is read exactly once, in order. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/read/pieces.js';
import { ShardReader } from '../../src/read/shard-reader.js';
import type { ShardItem } from '../../src/read.js';
import { cutInput } from '../../src/read.js';
import type { Article } from './dump.js';
import {
  articles,
  articlesOf,
  bzip2,
  file,
  foot,
  hasBzip2,
  head,
  headerOf,
  page,
  problemsOf,
  readAll,
} from './dump.js';

const few = articles(6, 200);
const many = articles(60, 16_000);
const xml = (list: readonly Article[]): string =>
  head + list.map(({ title, text }) => page(title, text)).join('') + foot;
const ndjson = (list: readonly Article[]): string => list.map((item) => `${JSON.stringify(item)}\n`).join('');

async function expectCuts(path: string, list: readonly Article[], sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const items = await readAll(path, size);
    expect(problemsOf(items), `shards of ${size} bytes`).toEqual([]);
    expect(articlesOf(items), `shards of ${size} bytes`).toEqual(list);
  }
}

describe('uncompressed', () => {
  const sizes = [1, 2, 3, 5, 7, 64, 100, 1000, 1 << 20];
  it('an export', () => expectCuts(file('few.xml', xml(few)), few, sizes));
  it('an export of many chunks', () =>
    expectCuts(file('many.xml', xml(many)), many, [9973, 100_000, 1 << 30]));
  it('NDJSON', () => expectCuts(file('few.ndjson', ndjson(few)), few, sizes));
  it('NDJSON without a last line feed, with blank lines and those of Windows', async () => {
    const [first, ...others] = few.map((item) => JSON.stringify(item));
    const text = `${first}\r\n\n  \n${others.join('\r\n')}`;
    await expectCuts(file('windows.ndjson', text), few, [1, 3, 50, 1 << 20]);
  });
  it('several exports in one file', async () => {
    const text = xml(few.slice(0, 3)) + xml(few.slice(3));
    await expectCuts(file('several.xml', text), few, [1, 40, 1 << 20]);
  });
  it('pages without an export around them', async () => {
    const text = few.map(({ title, text }) => page(title, text)).join('');
    await expectCuts(file('pages.xml', text), few, [1, 40, 1 << 20]);
  });
});

describe('gzip', () => {
  it('an export, in one member and in many', async () => {
    await expectCuts(file('many.xml.gz', gzipSync(xml(many))), many, [100, 1 << 20]);
    const text = Buffer.from(xml(many));
    const members = [text.subarray(0, 5000), text.subarray(5000, 77_777), text.subarray(77_777)];
    await expectCuts(file('members.gz', Buffer.concat(members.map((part) => gzipSync(part)))), many, [
      1 << 20,
    ]);
  });
  it('NDJSON', () => expectCuts(file('many.ndjson.gz', gzipSync(ndjson(many))), many, [1 << 20]));
});

describe.skipIf(!hasBzip2)('bzip2', () => {
  const sizes = [997, 4999, 20_011, 60_000, 100_003, 1 << 20];
  it('of one stream', async () => {
    const bytes = bzip2(xml(many));
    const path = file('single.xml.bz2', bytes);
    expect((await headerOf(path)).compression).toBe('bzip2');
    await expectCuts(path, many, sizes);
  });
  it('of many streams, as Wikipedia has it', async () => {
    const streams = [
      head,
      ...groups(many, 7).map((group) => group.map(({ title, text }) => page(title, text)).join('')),
      foot,
    ];
    await expectCuts(file('multi.xml.bz2', Buffer.concat(streams.map((part) => bzip2(part)))), many, sizes);
  });
  it('cut wherever it can be', async () => {
    const path = file('tiny.xml.bz2', Buffer.concat(few.map(({ title, text }) => bzip2(page(title, text)))));
    await expectCuts(path, few, [1, 2, 3, 50]);
  });
  it('of streams that end anywhere in a page', async () => {
    const text = Buffer.from(xml(few));
    const parts = Array.from({ length: Math.ceil(text.length / 37) }, (_, index) =>
      bzip2(text.subarray(37 * index, 37 * (index + 1))),
    );
    await expectCuts(file('slices.xml.bz2', Buffer.concat(parts)), few, [1000, 1 << 20]);
  });
  it('NDJSON', () => expectCuts(file('many.ndjson.bz2', bzip2(ndjson(many))), many, sizes));
});

it('gives the same articles whatever the pieces that the bytes come in', async () => {
  const bytes = Buffer.from(xml(few));
  const header = await headerOf(file('pieces.xml', bytes));
  const read = async (pieces: readonly Piece[]): Promise<ShardItem[]> => {
    const reader = new ShardReader('x', { start: 0, header }, new Set([0]));
    const stream = (async function* () {
      yield* pieces;
    })();
    const items: ShardItem[] = [];
    for await (const item of reader.read(stream)) items.push(item);
    return items;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 200 }), async (cuts) => {
      const ends = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = ends.slice(1).map((end, index) => ({ bytes: bytes.subarray(ends[index], end) }));
      expect(articlesOf(await read(pieces))).toEqual(few);
    }),
    { numRuns: 50 },
  );
  expect(articlesOf(await read([...bytes].map((byte) => ({ bytes: Uint8Array.of(byte) }))))).toEqual(few);
});

describe('cutInput', () => {
  const mebibyte = 1024 * 1024;
  const header = (compression: 'none' | 'gzip' | 'bzip2', size: number) =>
    ({ kind: 'xml', compression, size }) as const;

  it('covers the file without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (size) => {
        for (const compression of ['none', 'bzip2'] as const) {
          const cuts = cutInput('x', header(compression, size));
          expect(cuts[0]?.start).toBe(0);
          expect(cuts.at(-1)?.end).toBe(size);
          expect(cuts.slice(1).map(({ start }) => start)).toEqual(cuts.slice(0, -1).map(({ end }) => end));
          expect(cuts.length).toBeLessThanOrEqual(1024);
        }
      }),
    );
  });

  it('makes shards of a size that follows from the file alone', () => {
    const count = (compression: 'none' | 'bzip2', size: number): number =>
      cutInput('x', header(compression, size)).length;
    expect(count('none', mebibyte)).toBe(1);
    expect(count('none', 10 * mebibyte)).toBe(10);
    expect(count('none', 100 * mebibyte)).toBe(16);
    expect(count('none', 1024 * mebibyte)).toBe(64);
    expect(count('bzip2', 2 * mebibyte)).toBe(2);
    expect(count('bzip2', 256 * mebibyte)).toBe(64);
    expect(count('bzip2', 20_000 * mebibyte)).toBe(1024);
  });

  it('leaves whole what can only be read from its beginning', () => {
    expect(cutInput('x', header('gzip', 1 << 30), { shardSize: 10 })).toEqual([{ start: 0, end: 1 << 30 }]);
    expect(cutInput('x', { kind: 'text', compression: 'none', size: 99 }, { shardSize: 10 })).toEqual([
      { start: 0, end: 99 },
    ]);
    expect(cutInput('-', header('none', 0))).toHaveLength(1);
  });
});

function groups<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
