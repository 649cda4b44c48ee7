/** Blocks of bzip2: where they begin, and what becomes of those that are damaged or cut off. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMagic } from '../../src/read/bzip2/find-magic.js';
import {
  articles,
  articlesOf,
  bzip2,
  file,
  foot,
  hasBzip2,
  head,
  page,
  problemsOf,
  readAll,
  sourcesOf,
} from './dump.js';

const block = '001100010100000101011001001001100101001101011001';
const endOfStream = '000101110111001001000101001110000101000010010000';

/** Bits as bytes, filled up with zeros. */
function bytesOf(bits: string): Uint8Array {
  const filled = bits.padEnd(8 * Math.ceil(bits.length / 8), '0');
  return Uint8Array.from({ length: filled.length / 8 }, (_, at) =>
    Number.parseInt(filled.slice(8 * at, 8 * at + 8), 2),
  );
}

describe('findMagic', () => {
  const bits = (length: number) =>
    fc.string({ unit: fc.constantFrom('0', '1'), minLength: 0, maxLength: length });
  it('finds a magic number at any bit, and none else', () => {
    fc.assert(
      fc.property(
        bits(99),
        fc.constantFrom(block, endOfStream, ''),
        bits(99),
        fc.nat(20),
        (before, magic, after, from) => {
          const all = before + magic + after;
          const found = [all.indexOf(block, from), all.indexOf(endOfStream, from)].filter((at) => at >= 0);
          const bit = found.length > 0 ? Math.min(...found) : undefined;
          expect(findMagic(bytesOf(all), from)?.bit).toBe(bit);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('tells which it is, and goes on from there', () => {
    const bytes = bytesOf(`101${endOfStream}${'1'.repeat(50)}${block}0${block}`);
    expect(findMagic(bytes, 0)).toEqual({ kind: 'end-of-stream', bit: 3 });
    expect(findMagic(bytes, 4)).toEqual({ kind: 'block', bit: 101 });
    expect(findMagic(bytes, 101)).toEqual({ kind: 'block', bit: 101 });
    expect(findMagic(bytes, 102)).toEqual({ kind: 'block', bit: 150 });
    expect(findMagic(bytes, 151)).toBeUndefined();
  });
  it('takes none that is not whole', () => {
    expect(findMagic(bytesOf(block).subarray(0, 5), 0)).toBeUndefined();
    expect(findMagic(new Uint8Array(0), 0)).toBeUndefined();
  });
});

describe.skipIf(!hasBzip2)('damage', () => {
  const list = articles(60, 16_000);
  const xml = head + list.map(({ title, text }) => page(title, text)).join('') + foot;
  const single = bzip2(xml);
  /** Where blocks begin, in bits. */
  const blocks: number[] = [];
  for (let at = findMagic(single, 0); at?.kind === 'block'; at = findMagic(single, at.bit + 1))
    blocks.push(at.bit);
  const byteOfBlock = (index: number): number => Math.floor((blocks[index] as number) / 8);
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] as number) ^ 0x10;
    return copy;
  };
  /** Titles whose page touches the bytes of the text. */
  const touching = (from: number, to: number): string[] => {
    let at = Buffer.byteLength(head);
    return list.flatMap(({ title, text }) => {
      const begin = at;
      at += Buffer.byteLength(page(title, text));
      return begin < to && at > from ? [title] : [];
    });
  };

  it('has enough blocks to be worth it', () => expect(blocks.length).toBeGreaterThan(4));

  it.each([1, 2])('in block %i of a single stream costs the articles that touch it', async (damaged) => {
    const at = byteOfBlock(damaged) + 5000;
    for (const size of [1 << 20, 50_000, 4999]) {
      const path = file('damaged.xml.bz2', flipped(single, at));
      const items = await readAll(path, size);
      const problems = problemsOf(items);
      expect(problems.filter(({ code }) => code === 'corrupt-block')).toEqual([
        {
          code: 'corrupt-block',
          severity: 'error',
          message: `The compressed block that begins at byte ${byteOfBlock(damaged)} is damaged; get the file again. Only the articles in that block were left out.`,
          place: { source: path },
        },
      ]);
      // A block of `-1` holds 100,000 bytes less 19.
      const lost = touching(damaged * 99_981, (damaged + 1) * 99_981);
      expect(lost.length).toBeGreaterThan(2);
      expect(articlesOf(items)).toEqual(list.filter(({ title }) => !lost.includes(title)));
      expect(
        problems.filter(({ code }) => code !== 'corrupt-block').map(({ code, place }) => [code, place]),
      ).toEqual([['lost-article', { source: `${path}#${lost[0]}` }]]);
    }
  });

  it('in a stream of many costs the articles of that stream', async () => {
    const streams = [head, ...list.slice(0, 6).map(({ title, text }) => page(title, text)), foot].map(
      (part) => bzip2(part),
    );
    const start = streams.slice(0, 3).reduce((sum, { length }) => sum + length, 0);
    const path = file('damaged-stream.xml.bz2', flipped(Buffer.concat(streams), start + 200));
    for (const size of [1 << 20, 3000]) {
      const items = await readAll(path, size);
      expect(
        problemsOf(items).map(({ code, message }) => [
          code,
          message.includes(`begins at byte ${start + 4} `),
        ]),
      ).toEqual([['corrupt-block', true]]);
      expect(articlesOf(items)).toEqual(list.slice(0, 6).filter((_, index) => index !== 2));
    }
  });

  it('in the magic number of a stream is told', async () => {
    const streams = [head, ...list.slice(0, 3).map(({ title, text }) => page(title, text)), foot].map(
      (part) => bzip2(part),
    );
    const start = streams.slice(0, 2).reduce((sum, { length }) => sum + length, 0);
    const path = file('damaged-magic.xml.bz2', flipped(Buffer.concat(streams), start + 5));
    const items = await readAll(path);
    expect(problemsOf(items).map(({ code }) => code)).toEqual(['corrupt-block']);
    expect(articlesOf(items)).toEqual([list[0], list[2]]);
  });

  it('in the first block costs what it holds, and what it says of the wiki', async () => {
    const path = file('damaged-first.xml.bz2', flipped(single, 5000));
    const items = await readAll(path);
    expect(problemsOf(items).map(({ code }) => code)).toEqual(['corrupt-block']);
    expect(articlesOf(items)).toEqual(list.slice(touching(0, 99_981).length));
    expect(sourcesOf(items)[0]).not.toHaveProperty('url');
  });

  it('gives what stands before the end of a file that is cut off', async () => {
    const last = blocks.length - 2;
    const path = file('cut.xml.bz2', single.subarray(0, byteOfBlock(last) + 9000));
    for (const size of [1 << 20, 5000]) {
      const items = await readAll(path, size);
      const lost = touching(last * 99_981, Number.POSITIVE_INFINITY);
      expect(articlesOf(items)).toEqual(list.slice(0, -lost.length));
      expect(
        problemsOf(items)
          .map(({ code }) => code)
          .sort(),
      ).toEqual(['lost-article', 'truncated']);
      expect(problemsOf(items).find(({ code }) => code === 'truncated')?.message).toBe(
        `It ends in the middle of the compressed block that begins at byte ${byteOfBlock(last)}; get the file again. All articles before that block were read.`,
      );
    }
  });

  it('is noticed where whole streams are missing at the end', async () => {
    const streams = [head, ...list.slice(0, 3).map(({ title, text }) => page(title, text))].map((part) =>
      bzip2(part),
    );
    const items = await readAll(file('short.xml.bz2', Buffer.concat(streams)));
    expect(articlesOf(items)).toEqual(list.slice(0, 3));
    expect(problemsOf(items).map(({ code, message }) => [code, message.includes('</mediawiki>')])).toEqual([
      ['truncated', true],
    ]);
  });
});
