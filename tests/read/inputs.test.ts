import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decode } from '../../src/read/decode.js';
import type { ReadResult } from '../../src/read.js';
import { readSources } from '../../src/read.js';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-'));
  mkdirSync(at('sub', 'deep'), { recursive: true });
  writeFileSync(at('b.txt'), '= B =\n');
  writeFileSync(at('a_(film).txt'), '= A =\n');
  writeFileSync(at('sub', 'c.TXT'), '= C =\n');
  writeFileSync(at('sub', 'deep', 'd.text'), '= D =\n');
  writeFileSync(at('sub', 'e.md'), '= E =\n');
  symlinkSync(folder, at('sub', 'loop'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(...inputs: string[]): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readSources(inputs, Readable.from(['= From ', 'stdin =\n'])))
    results.push(result);
  return results;
}
const targets = (results: readonly ReadResult[]): (string | undefined)[] =>
  results.map((result) => ('source' in result ? result.source.target : result.problem.code));

it('reads files, folders, patterns and standard input, in order', async () => {
  expect(targets(await read(at('b.txt')))).toEqual(['b']);
  expect(targets(await read(folder))).toEqual(['a_(film)', 'b', 'sub/c', 'sub/deep/d']);
  expect(targets(await read(`${folder}/*.txt`))).toEqual(['a_(film)', 'b']);
  const [stdin] = await read('-');
  expect(stdin).toEqual({ source: { name: '<stdin>', text: '= From stdin =\n', format: 'plain' } });
});

it('takes a path that looks like a pattern for a path where it exists', async () => {
  expect(targets(await read(at('a_(film).txt')))).toEqual(['a_(film)']);
});

it('gives the name of a file as a title to fall back on', async () => {
  const [result] = await read(at('a_(film).txt'));
  expect(result && 'source' in result && result.source.title).toBe('a (film)');
});

it('tells what cannot be read, and reads the rest', async () => {
  mkdirSync(at('empty'), { recursive: true });
  expect(targets(await read(at('missing.txt'), at('b.txt'), at('empty'), at('no*.txt')))).toEqual([
    'unreadable',
    'b',
    'no-input',
    'no-input',
  ]);
  const [problem] = await read(at('missing.txt'));
  expect(problem).toEqual({
    problem: {
      code: 'unreadable',
      severity: 'error',
      message: 'There is no such file or folder; check the path.',
      place: { source: at('missing.txt') },
    },
  });
});

it.skipIf(process.getuid?.() === 0)('tells where permission is missing', async () => {
  writeFileSync(at('secret.txt'), '= S =');
  chmodSync(at('secret.txt'), 0);
  expect(targets(await read(at('secret.txt')))).toEqual(['unreadable']);
  rmSync(at('secret.txt'));
});

it('decodes UTF-8 strictly', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  expect(decode(Buffer.from('\ufeffä'))).toEqual({ text: '\ufeffä' });
  expect(decode(bytes())).toMatchObject({ code: 'empty-input' });
  expect(decode(Buffer.from(' \n\t'))).toMatchObject({ code: 'empty-input' });
  expect(decode(bytes(0x61, 0, 0x62))).toMatchObject({
    code: 'not-text',
    message: expect.stringContaining('byte 1'),
  });
  expect(decode(bytes(0xff, 0xfe, 0x61, 0))).toMatchObject({
    code: 'not-utf8',
    message: expect.stringContaining('UTF-16'),
  });
  expect(decode(Buffer.concat([Buffer.from('ä\nb\n'), bytes(0xc3, 0x28)]))).toMatchObject({
    code: 'not-utf8',
    line: 3,
    message: expect.stringContaining('byte 5'),
  });
  expect(decode(bytes(0x61, 0xc3))).toMatchObject({ code: 'not-utf8', line: 1 });
});
