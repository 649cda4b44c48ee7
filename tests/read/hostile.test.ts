/** Inputs made to take all memory or time: each gives a problem, and what is readable is read. */
import { createReadStream } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { ShardItem } from '../../src/read.js';
import { readShard } from '../../src/read.js';
import {
  bzip2,
  file,
  foot,
  hasBzip2,
  head,
  headerOf,
  page,
  problemsOf,
  readAll,
  shard,
  sourcesOf,
} from './dump.js';

const mebibyte = 1024 * 1024;
const titles = (items: readonly ShardItem[]): (string | undefined)[] =>
  sourcesOf(items).map(({ title }) => title);
const told = (items: readonly ShardItem[]): [string, string | undefined][] =>
  problemsOf(items).map(({ code, place }) => [code, place.source.split('#')[1]]);

it('passes over a page that is too large, and reads what follows', async () => {
  const [begin = '', end = ''] = page('Large', '%').split('%');
  const parts = [head, page('Before', 'a'), begin, 'x'.repeat(33 * mebibyte), end, page('After', 'b'), foot];
  const path = file('large.xml', parts.join(''));
  for (const size of [undefined, 5 * mebibyte]) {
    const items = await readAll(path, size);
    expect(titles(items)).toEqual(['Before', 'After']);
    expect(told(items)).toEqual([['too-large', 'Large']]);
  }
  expect(problemsOf(await readAll(path))[0]?.message).toBe(
    `The page that begins at byte ${Buffer.byteLength(head + page('Before', 'a')) + 2} was left out: it is larger than 33554432 bytes.`,
  );
});

it('passes over a page that is too large and never ends', async () => {
  const [begin = ''] = page('Large', '%').split('%');
  const items = await readAll(
    file('endless.xml', head + begin + 'x'.repeat(33 * mebibyte) + page('After', 'b') + foot),
  );
  expect(titles(items)).toEqual(['After']);
  expect(told(items)).toEqual([['too-large', 'Large']]);
});

it('passes over a line that is too large', async () => {
  const line = (title: string, text: string): string => `${JSON.stringify({ title, text })}\n`;
  const path = file('large.ndjson', line('A', 'x') + line('B', 'x'.repeat(33 * mebibyte)) + line('C', 'x'));
  const items = await readAll(path);
  expect(titles(items)).toEqual(['A', 'C']);
  expect(problemsOf(items).map(({ code }) => code)).toEqual(['too-large']);
});

it('gives up a file of gzip that unpacks to no end', async () => {
  const zeros = gzipSync(Buffer.alloc(64 * mebibyte));
  const [begin = ''] = page('Bomb', '%').split('%');
  const parts = [gzipSync(head + page('Before', 'a') + begin), ...Array.from({ length: 17 }, () => zeros)];
  const items = await readAll(file('bomb.xml.gz', Buffer.concat([...parts, gzipSync(foot)])));
  expect(titles(items)).toEqual(['Before']);
  expect(problemsOf(items)).toMatchObject([
    {
      code: 'no-article-end',
      message:
        'No article has ended in 1073741824 bytes; what follows was left out. Look at what the file holds.',
    },
  ]);
});

it.skipIf(!hasBzip2)('reads on behind blocks that unpack to a thousand times their size', async () => {
  const zeros = bzip2(Buffer.alloc(100 * mebibyte));
  expect(zeros.length).toBeLessThan(2000);
  const [begin = '', end = ''] = page('Bomb', '%').split('%');
  const parts = [head + page('Before', 'a') + begin, end + page('After', 'b') + foot].map((part) =>
    bzip2(part),
  );
  const items = await readAll(
    file(
      'bomb.xml.bz2',
      Buffer.concat([parts[0] ?? '', zeros, parts[1] ?? ''].map((part) => Buffer.from(part))),
    ),
  );
  expect(titles(items)).toEqual(['Before', 'After']);
  expect(told(items)).toEqual([['too-large', 'Bomb']]);
});

it.skipIf(!hasBzip2)('reads no further behind a shard than its last article needs', async () => {
  const parts = [
    head + page('A', 'x') + page('B', 'y').slice(0, 100),
    page('B', 'y').slice(100) + page('C', 'z'),
  ];
  const [first = Buffer.of(), second = Buffer.of()] = parts.map((part) => bzip2(part));
  const header = await headerOf(file('first.bz2', first));
  let taken = 0;
  const read = async (...chunks: Buffer[]): Promise<ShardItem[]> => {
    taken = 0;
    const stream = (async function* () {
      for (const chunk of chunks) {
        taken++;
        yield chunk;
      }
    })();
    const items: ShardItem[] = [];
    for await (const item of readShard(shard('-', header, 0, first.length), { stream })) items.push(item);
    return items;
  };
  const garbage = Array.from({ length: 100 }, () => Buffer.alloc(mebibyte / 4, 0x55));
  expect(titles(await read(first, second, ...garbage))).toEqual(['A', 'B']);
  expect(taken).toBe(2);
  // Where no block follows at all, the search ends as soon as one would have had to.
  const items = await read(first, ...garbage);
  expect(titles(items)).toEqual(['A']);
  expect(told(items)).toEqual([['lost-article', 'B']]);
  expect(taken).toBeLessThan(12);
});

it('reads no faster than its items are taken, and stops when told', async () => {
  const path = file(
    'slow.xml',
    head + Array.from({ length: 2000 }, (_, n) => page(`P${n}`, 'x'.repeat(2000))).join('') + foot,
  );
  const header = await headerOf(path);
  let read = 0;
  const abort = new AbortController();
  const items = readShard(shard(path, header, 0, header.size), {
    signal: abort.signal,
    onProgress: (bytes) => {
      read = bytes;
    },
  });
  expect((await items.next()).value).toMatchObject({ source: { title: 'P0' } });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(read).toBeLessThan(mebibyte);
  abort.abort(new Error('enough'));
  await expect(items.next()).rejects.toThrow('enough');
});

it('gives all that a damaged gzip file holds before the damage', async () => {
  const whole = gzipSync(
    head + Array.from({ length: 300 }, (_, n) => page(`P${n}`, `${n * n}`.repeat(200))).join('') + foot,
  );
  const cut = await readAll(file('cut.xml.gz', whole.subarray(0, whole.length - 400)));
  expect(titles(cut).length).toBeGreaterThan(100);
  expect(told(cut)[0]?.[0]).toBe('truncated');
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, whole.length - 400, whole.length - 300);
  const items = await readAll(file('damaged.xml.gz', damaged));
  expect(titles(items).slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, n) => `P${n}`));
  expect(told(items)[0]?.[0]).toBe('corrupt');
});

it('closes the file when its reader has enough', async () => {
  const path = file('enough.xml', head + page('A', 'x') + page('B', 'x') + foot);
  const stream = createReadStream(path);
  const header = await headerOf(path);
  for await (const item of readShard(shard('-', header, 0, header.size), { stream })) {
    expect(item).toMatchObject({ source: { title: 'A' } });
    break;
  }
  expect(stream.destroyed).toBe(true);
});
