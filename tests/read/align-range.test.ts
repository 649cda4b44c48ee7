/** Where cuts of a bzip2 file come to lie. */
import { beforeAll, describe, expect, it } from 'vitest';
import { alignRange } from '../../src/read/bzip2/align-range.js';
import { file } from './dump.js';

/** Streams of 400 bytes behind each other, as far as their beginnings tell, and what looks like one and is none. */
const stream = Buffer.concat([Buffer.from('BZh91AY&SY'), Buffer.alloc(390, 'x')]);
const decoy = Buffer.concat([Buffer.from('..1AY&SY..BZh'), Buffer.alloc(87, 'y')]);

let path: string;
let size: number;
beforeAll(() => {
  const bytes = Buffer.concat([stream, stream, decoy, stream, Buffer.alloc(3_000_000, 'z'), stream]);
  path = file('a.bz2', bytes);
  size = bytes.length;
});

describe('a cut', () => {
  it.each([
    ['at the beginning of the file stays', 0, 0],
    ['inside a stream goes to the next one', 1, 400],
    ['at the beginning of a stream stays', 400, 400],
    ['one byte behind it goes on', 401, 900],
    ['before what only looks like a stream passes over it', 790, 900],
    ['with no stream near stays, to be made at a block', 901, 901],
    ['near a far stream reaches it', 2_000_000, 3_001_300],
  ])('%s', async (_, cut, expected) => {
    expect(await alignRange(path, { start: cut, end: size }, size)).toEqual({ start: expected, end: size });
    expect((await alignRange(path, { start: 0, end: cut }, size)).end).toBe(expected);
  });
});
