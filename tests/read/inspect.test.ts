/** What a file is follows from what is in it. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../src/read/package-files.js';
import { openTitles } from '../../src/read/titles-file.js';
import type { Container, ReadResult } from '../../src/read.js';
import { cutInput, inspectInput, readInputs, readShard, readSources } from '../../src/read.js';
import { guessFormat } from '../../src/source/guess-format.js';
import { articlesOf, bzip2, file, foot, hasBzip2, head, page, shard } from './dump.js';

const xml = head + page('A', 'x') + foot;
const ndjson = `${JSON.stringify({ title: 'A', text: 'x' })}\n`;
const none = new Uint8Array(0);

async function inputsOf(
  input: string,
  stdin: Uint8Array | string = none,
): Promise<(ReadResult | { container: Container })[]> {
  const results: (ReadResult | { container: Container })[] = [];
  for await (const result of readInputs([input], Readable.from([stdin]))) results.push(result);
  return results;
}

it('reads what an export says of its wiki', async () => {
  const inspected = await inspectInput(file('site.xml', xml));
  expect(inspected).toMatchObject({
    header: {
      kind: 'xml',
      compression: 'none',
      size: Buffer.byteLength(xml),
      site: {
        language: 'de',
        pageBase: 'https://wiki.example/wiki/',
        namespaces: { datei: 6, image: 6, file: 6, kategorie: 14, category: 14, 'user talk': 3, special: -1 },
      },
    },
  });
});

describe('finds out kind and compression whatever the name', () => {
  const kinds: [string, string, string][] = [
    ['an export', xml, 'xml'],
    [
      'an export with a declaration',
      `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!-- made by hand -->\n${xml}`,
      'xml',
    ],
    ['pages alone', page('A', 'x'), 'xml'],
    ['NDJSON', ndjson, 'ndjson'],
    ['NDJSON after blank lines', `\n\n  {"id": 1, "title": "A", "text": "x"}`, 'ndjson'],
    ['wikitext', "{{Infobox film}}\n'''A'''", 'text'],
    ['a template in quotes', '{"a"}', 'text'],
    ['prose', 'Plain words with <page> in them.', 'text'],
  ];
  it.each(kinds)('%s', async (_, text, kind) => {
    const expected = { header: { kind, compression: 'none' } };
    expect(await inspectInput(file('x.dat', text))).toMatchObject(expected);
    const zipped = { header: { kind, compression: 'gzip', size: gzipSync(text).length } };
    expect(await inspectInput(file('x.dat', gzipSync(text)))).toMatchObject(zipped);
  });
  it.skipIf(!hasBzip2).each(kinds)('%s, with bzip2', async (_, text, kind) => {
    expect(await inspectInput(file('x.dat', bzip2(text)))).toMatchObject({
      header: { kind, compression: 'bzip2' },
    });
  });
});

it('tells what it is not', async () => {
  const code = async (bytes: string | Uint8Array): Promise<string | undefined> => {
    const inspected = await inspectInput(file('x', bytes));
    return 'problem' in inspected ? inspected.problem.code : undefined;
  };
  expect(await code('<?xml version="1.0"?><rss><channel/></rss>')).toBe('unknown-format');
  expect(await code(gzipSync(xml).subarray(0, 12))).toBe('truncated');
  expect(await code(Buffer.concat([gzipSync('').subarray(0, 10), Buffer.alloc(50, 0xff)]))).toBe('corrupt');
  const archive = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
  expect(await inspectInput(file('x.7z', archive))).toMatchObject({
    problem: {
      code: 'unknown-compression',
      message: 'It is compressed as 7z, which is not read; unpack it, or give it as .bz2 or .gz.',
    },
  });
  expect(await code(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1]))).toBe('unknown-compression');
  expect(await code(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1]))).toBe('unknown-compression');
  expect(await inspectInput('/nowhere/at/all')).toMatchObject({ problem: { code: 'unreadable' } });
});

describe('guesses how an article is written', () => {
  it.each([
    ['= The Title =\n\nProse.', '', 'plain'],
    ['\ufeff= The Title =\r\nProse.', 'a.wiki', 'plain'],
    ["'''The Title''' is a film.", '', 'wikitext'],
    ['{{Infobox film\n| name = A\n}}\n', 'a.txt', 'wikitext'],
    ['{{Short description}}\nProse', '', 'wikitext'],
    ['See [[Another film|another]].', '', 'wikitext'],
    ['Just prose.', 'a.txt', 'plain'],
    ['Just prose.', 'a.wiki', 'wikitext'],
    ['Just prose.', 'a.WikiText.gz', 'wikitext'],
    ["= The Title =\n'''Bold'''", 'a.txt', 'plain'],
    ["= The Title =\n'''Bold'''", 'a.wikitext', 'wikitext'],
    ['== Section ==\nProse', '', 'plain'],
  ])('%j named %j', (text, name, format) => {
    expect(guessFormat(text, name)).toBe(format);
  });
});

describe('readInputs', () => {
  it('reads single articles, compressed or not, and names containers', async () => {
    const [plain] = await inputsOf(file('The_Film_(2001).wikitext', "'''A'''"));
    expect(plain).toMatchObject({
      source: { text: "'''A'''", format: 'wikitext', title: 'The Film (2001)', target: 'The_Film_(2001)' },
    });
    const [zipped] = await inputsOf(file('Some_Film.txt.gz', gzipSync('= Some Film =\n')));
    expect(zipped).toMatchObject({
      source: { text: '= Some Film =\n', format: 'plain', title: 'Some Film', target: 'Some_Film' },
    });
    const path = file('dump', gzipSync(xml));
    expect(await inputsOf(path)).toMatchObject([
      { container: { path, header: { kind: 'xml', compression: 'gzip' } } },
    ]);
  });

  it.each<[string, string | Buffer]>([
    ['an export', xml],
    ['NDJSON', ndjson],
    ['a compressed export', gzipSync(xml)],
    ...(hasBzip2 ? [['an export with bzip2', bzip2(xml)] satisfies [string, Buffer]] : []),
  ])('names %s on standard input, which is then read', async (_, bytes) => {
    const [input] = await inputsOf('-', bytes);
    const container = input && 'container' in input ? input.container : undefined;
    expect(container).toMatchObject({ path: '-', header: { size: 0 } });
    if (!container?.stream) return expect.unreachable();
    const { header, stream } = container;
    const [range, ...others] = cutInput('-', header);
    expect(others).toEqual([]);
    const items = [];
    const part = shard('-', header, range?.start ?? 0, range?.end ?? 0);
    for await (const item of readShard(part, { stream })) items.push(item);
    expect(articlesOf(items)).toEqual([{ title: 'A', text: 'x' }]);
  });

  it('reads single articles on standard input, compressed or not', async () => {
    for (const bytes of ['= A =\n', gzipSync('= A =\n'), Buffer.from('= A =\n')])
      expect(await inputsOf('-', bytes)).toEqual([
        { source: { name: '<stdin>', text: '= A =\n', format: 'plain' } },
      ]);
    expect(await inputsOf('-')).toMatchObject([{ problem: { code: 'empty-input' } }]);
  });

  it.skipIf(process.platform === 'win32')('reads a pipe, which gives its bytes only once', async () => {
    const path = file('pipe', '').replace(/pipe$/, 'fifo');
    spawnSync('mkfifo', [path]);
    const { spawn } = await import('node:child_process');
    spawn('sh', ['-c', `cat > "${path}"`], { stdio: ['pipe', 'ignore', 'ignore'] }).stdin.end(xml);
    const [input] = await inputsOf(path);
    if (!input || !('container' in input)) return expect.unreachable();
    const { header, stream } = input.container;
    if (!stream) return expect.unreachable();
    expect(cutInput(path, header)).toEqual([{ start: 0, end: Number.MAX_SAFE_INTEGER }]);
    const items = [];
    for await (const item of readShard(shard(path, header, 0, Number.MAX_SAFE_INTEGER), { stream }))
      items.push(item);
    expect(articlesOf(items)).toEqual([{ title: 'A', text: 'x' }]);
  });

  it.skipIf(process.platform === 'win32')(
    'refuses a pipe that nobody writes to',
    async () => {
      const path = file('idle', '').replace(/idle$/, 'idle-pipe');
      spawnSync('mkfifo', [path]);
      const [input] = await inputsOf(path);
      expect(input).toMatchObject({
        problem: { code: 'unreadable', message: expect.stringContaining('Nobody has opened') },
      });
    },
    30_000,
  );

  it.skipIf(process.platform === 'win32')(
    'neither waits for ever for a pipe of settings or titles that nobody writes to, nor reads it as empty',
    async () => {
      const path = file('idle', '').replace(/idle$/, 'idle-settings');
      spawnSync('mkfifo', [path]);
      expect(() => readTextFile(path)).toThrow('Nobody has opened this pipe');
      expect(openTitles(path)).toMatchObject({ problem: { code: 'unreadable' } });
      const { spawn } = await import('node:child_process');
      spawn('sh', ['-c', `(printf 'ki'; sleep 0.3; printf 'nd') > "${path}"`], { stdio: 'ignore' });
      expect(readTextFile(path).text).toBe('kind');
    },
    30_000,
  );

  it('is told from readSources, which takes single articles alone', async () => {
    const results: ReadResult[] = [];
    for await (const result of readSources([file('many.xml', xml)], Readable.from([]))) results.push(result);
    expect(results).toMatchObject([{ problem: { code: 'many-articles' } }]);
  });
});

it('reads a shard that is a single article', async () => {
  const path = file('Single_Film.txt', '= A =\n');
  const inspected = await inspectInput(path);
  if ('problem' in inspected) return expect.unreachable();
  const items = [];
  for await (const item of readShard(shard(path, inspected.header, 0, 6))) items.push(item);
  expect(items).toEqual([
    {
      source: {
        name: path,
        text: readFileSync(path, 'utf8'),
        format: 'plain',
        title: 'Single Film',
        isFileTitle: true,
      },
    },
  ]);
});
