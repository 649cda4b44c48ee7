import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GzipFile, PartsFolder, partName } from '../../src/publish.js';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

it('is there as a whole or not at all, and is the same each time', async () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `<https://example.org/${i}> "é" .\n`);
  const write = async (name: string) => {
    const file = await GzipFile.create(at(name));
    for (const line of lines) await file.write(line);
    expect(readdirSync(folder)).not.toContain(name);
    return file.commit();
  };
  const written = await write('a.gz');
  const bytes = readFileSync(at('a.gz'));
  const content = lines.join('');
  expect(gunzipSync(bytes).toString()).toBe(content);
  expect(written).toEqual({
    name: 'a.gz',
    bytes: bytes.length,
    sha256: sha256(bytes),
    content: { bytes: Buffer.byteLength(content), sha256: sha256(content) },
  });
  await write('b.gz');
  expect(readFileSync(at('b.gz')).equals(bytes)).toBe(true);
  // No time stamp: RFC 1952, MTIME.
  expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  expect(readdirSync(folder)).toEqual(['a.gz', 'b.gz']);
});

it('holds texts of any length, whatever characters stand where its memory ends', async () => {
  const texts = Array.from(
    { length: 9 },
    (_, i) => 'x'.repeat(i) + '電影🎬é'.repeat(i % 3 === 0 ? 100_000 : 50),
  );
  const file = await GzipFile.create(at('a.gz'));
  for (const text of ['', ...texts, 'half a character: \ud83c']) await file.write(text);
  const { content } = await file.commit();
  const expected = Buffer.from(`${texts.join('')}half a character: \ufffd`);
  expect(gunzipSync(readFileSync(at('a.gz'))).equals(expected)).toBe(true);
  expect(content).toEqual({ bytes: expected.length, sha256: sha256(expected) });
});

it('can be empty', async () => {
  const file = await GzipFile.create(at('empty.gz'));
  expect((await file.commit()).content).toEqual({ bytes: 0, sha256: sha256('') });
  expect(gunzipSync(readFileSync(at('empty.gz'))).length).toBe(0);
});

it('leaves nothing where it is discarded, also after it was committed', async () => {
  const file = await GzipFile.create(at('a.gz'));
  await file.write('x'.repeat(1_000_000));
  await file.discard();
  expect(readdirSync(folder)).toEqual([]);
  const kept = await GzipFile.create(at('a.gz'));
  await kept.commit();
  await kept.discard();
  expect(readdirSync(folder)).toEqual(['a.gz']);
});

it('knows the files of parts, and those that were left half written, from all others', async () => {
  const names = [
    '.part-00000.nq.gz.1.tmp',
    '._manifest.json.2.tmp',
    '.notes.txt.1.tmp',
    'part-00000.nq.gz',
    'part-00001.json',
    'part-of-mine.txt',
    'film.nq',
  ];
  for (const name of names) writeFileSync(at(name), '');
  const parts = new PartsFolder(folder);
  expect(await parts.temporaryFiles()).toEqual(['._manifest.json.2.tmp', '.part-00000.nq.gz.1.tmp']);
  expect(await parts.partFiles()).toEqual(['part-00000.nq.gz', 'part-00001.json']);
  expect([partName(17), partName(1_234_567)]).toEqual(['part-00017', 'part-1234567']);
});
