/** What is compressed: all that can be unpacked is, whatever stands behind it. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { GzipError, gunzip } from '../../src/read/gunzip.js';
import { readSources } from '../../src/read.js';
import { file, foot, head, page, problemsOf, readAll, sourcesOf } from './dump.js';

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function unpack(bytes: Uint8Array, length = 7): Promise<{ text: string; error?: string }> {
  let text = '';
  try {
    for await (const content of gunzip(pieces(bytes, length), 1 << 12)) text += content.toString('latin1');
    return { text };
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    return { text, error: `${error.what}${error.at > 0 ? ` ${error.at}` : ''}` };
  }
}

const words = Array.from({ length: 3000 }, (_, i) => `word ${i * i}`).join(' ');
const packed = gzipSync(words);
const named = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3]),
  Buffer.from('name\0comment\0'),
  Buffer.from([0, 0]),
  packed.subarray(10),
]);
const damaged = Buffer.from(packed);
damaged[packed.length - 6] = (damaged[packed.length - 6] as number) ^ 1;

it.each<[string, Uint8Array, { text: string; error?: string }]>([
  ['one member', packed, { text: words }],
  ['two members', Buffer.concat([packed, gzipSync('more')]), { text: `${words}more` }],
  ['an empty member', gzipSync(''), { text: '' }],
  ['a header with all that it may hold', named, { text: words }],
  ['zeros behind the end', Buffer.concat([packed, Buffer.alloc(1000)]), { text: words }],
  [
    'foreign bytes',
    Buffer.concat([packed, Buffer.from('foreign')]),
    { text: words, error: `foreign ${packed.length}` },
  ],
  [
    'foreign bytes behind zeros',
    Buffer.concat([packed, Buffer.alloc(9), Buffer.from('x')]),
    { text: words, error: `foreign ${packed.length}` },
  ],
  [
    'half a magic number',
    Buffer.concat([packed, Buffer.from([0x1f, 1])]),
    { text: words, error: `foreign ${packed.length}` },
  ],
  ['a cut trailer', packed.subarray(0, -3), { text: words, error: 'cut' }],
  ['a cut header', Buffer.concat([packed, packed.subarray(0, 5)]), { text: words, error: 'cut' }],
  ['a wrong checksum', damaged, { text: words, error: 'damaged' }],
  ['no gzip', Buffer.from('words'), { text: '', error: 'damaged' }],
])('%s', async (_, bytes, expected) => {
  for (const length of [1, 7, 1 << 20]) expect(await unpack(bytes, length)).toEqual(expected);
});

it('gives what stands before data that end in the middle', async () => {
  const { text, error } = await unpack(packed.subarray(0, packed.length / 2));
  expect(error).toBe('cut');
  expect(words.startsWith(text)).toBe(true);
  expect(text.length).toBeGreaterThan(words.length / 3);
});

it('holds little of what becomes much', async () => {
  const zeros = gzipSync(Buffer.alloc(200_000_000));
  let most = 0;
  for await (const content of gunzip(pieces(zeros, 1 << 20), 1 << 18)) most = Math.max(most, content.length);
  expect(most).toBeLessThanOrEqual(1 << 18);
});

describe('files with foreign bytes behind their end', () => {
  const behind = (text: string): Buffer => Buffer.concat([gzipSync(text), Buffer.from('foreign bytes')]);
  const lines = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ title: `A ${i}`, text: `x ${i}` }));
  it.each<[string, Buffer]>([
    ['rows', behind(`${lines.join('\n')}\n`)],
    ['rows without a last line feed', behind(lines.join('\n'))],
    ['an export', behind(head + lines.map((_, i) => page(`A ${i}`, 'x')).join('') + foot)],
  ])('%s', async (_, bytes) => {
    const items = await readAll(file('behind.gz', bytes));
    expect(sourcesOf(items)).toHaveLength(3000);
    expect(problemsOf(items)).toMatchObject([{ code: 'foreign-bytes', severity: 'error' }]);
  });
  it('an article', async () => {
    const found = [];
    for await (const result of readSources([file('a.txt.gz', behind('= A =\n'))], pieces(packed, 1)))
      found.push(result);
    expect(found).toMatchObject([{ source: { text: '= A =\n' } }, { problem: { code: 'foreign-bytes' } }]);
  });
});
