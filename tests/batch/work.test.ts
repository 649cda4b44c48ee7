import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inspectFolder, unfinish, writeManifest } from '../../src/batch/finish.js';
import { finishedPart, workShard } from '../../src/batch/work.js';
import type { Workshop } from '../../src/pipeline.js';
import { openWorkshop } from '../../src/pipeline.js';
import type { Problem } from '../../src/problem.js';
import { PartsFolder } from '../../src/publish.js';
import type { ShardItem } from '../../src/read.js';
import type { Shard } from '../../src/shard.js';
import { readWithN3 } from '../support/read-back.js';
import { film, items, planOf } from './shards.js';

let workshop: Workshop;
let folder: PartsFolder;
const at = (name: string): string => join(folder.path, name);
const content = (name: string): string => gunzipSync(readFileSync(at(name))).toString();

beforeAll(async () => {
  workshop = (await openWorkshop()).workshop as Workshop;
});
beforeEach(() => {
  folder = new PartsFolder(mkdtempSync(join(tmpdir(), 'article2rdf-')));
});
afterEach(() => rmSync(folder.path, { recursive: true }));

const unreadable: Problem = { code: 'unreadable', severity: 'error', message: 'x', place: { source: 'x' } };
const invalid: Problem = {
  code: 'invalid-json',
  severity: 'error',
  message: 'x',
  place: { source: 'x', line: 2 },
};

const mixed = (): AsyncGenerator<ShardItem> =>
  items(
    film('Salt Road', '- Colour process: Technicolor\n'),
    { problem: invalid },
    { redirect: { title: 'Salt Way', target: 'Salt Road' } },
    { redirect: { title: 'Salt Cast', target: 'Salt Road#Cast' } },
    { left: 'namespace', title: 'Talk:Salt Road' },
    film('Quiet Harbour', '- Runtime: long\n'),
  );

async function work(shard: Shard, given: AsyncIterable<ShardItem> = mixed()) {
  return workShard(shard, workshop, folder, given);
}

describe('a part', () => {
  it('holds the statements of its articles, and beside them what was counted and found', async () => {
    const [shard] = planOf(1) as [Shard];
    const told: Problem[] = [];
    const pages: boolean[] = [];
    const worked = await workShard(shard, workshop, folder, mixed(), {
      onProblem: (problem) => told.push(problem),
      onPage: (isConverted) => pages.push(isConverted),
    });
    expect(readdirSync(folder.path)).toEqual([
      'part-00000.json',
      'part-00000.nq.gz',
      'part-00000.problems.ndjson.gz',
      'part-00000.titles.gz',
    ]);
    const quads = content('part-00000.nq.gz').trimEnd().split('\n');
    expect([...new Set(quads.map((quad) => / (<\S+>) \.$/.exec(quad)?.[1]))].sort()).toEqual([
      '<https://example.org/page/Quiet_Harbour>',
      '<https://example.org/page/Salt_Road>',
      '<https://example.org/page/Salt_Way>',
    ]);
    const sidecar = JSON.parse(readFileSync(at('part-00000.json'), 'utf8'));
    expect(worked).toEqual({ sidecar });
    expect(await finishedPart(shard, folder)).toEqual(sidecar);
    expect(sidecar.counts).toMatchObject({
      articles: 2,
      kinds: { film: 2 },
      statements: quads.length,
      validated: 2,
      conforming: 2,
      redirects: { mapped: 1, counted: 1 },
      left: { namespace: 1 },
      problems: {
        error: { 'invalid-json': 1 },
        warning: { 'unread-value': 1 },
        info: { 'unmapped-field': 1 },
      },
      about: { 'unmapped-field': { 'Colour process': 1 } },
    });
    const records = content('part-00000.problems.ndjson.gz')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records[0]).toEqual({ type: 'problem', ...invalid });
    expect(records.map(({ code }) => code)).toEqual(['invalid-json', 'unread-value']);
    expect(told.map(({ code }) => code)).toEqual(['unmapped-field', 'invalid-json', 'unread-value']);
    expect(pages).toEqual([true, false, false, false, false, true]);
    expect(content('part-00000.titles.gz')).toBe(
      ['Salt_Road', 'Salt_Way', 'Quiet_Harbour']
        .map((title) => `https://example.org/page/${title}\n`)
        .join(''),
    );
  });

  it('has a file for each format, JSON-LD with a document a line', async () => {
    const [shard] = planOf(1, { formats: ['nquads', 'jsonld', 'turtle'], redirects: false }) as [Shard];
    await work(shard);
    expect(readdirSync(folder.path)).toEqual(
      expect.arrayContaining(['part-00000.jsonl.gz', 'part-00000.nq.gz', 'part-00000.ttl.gz']),
    );
    const documents = content('part-00000.jsonl.gz')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents.map((document) => document['@id'])).toEqual([
      'https://example.org/resource/Salt_Road',
      'https://example.org/resource/Quiet_Harbour',
    ]);
    const triples = readWithN3(content('part-00000.ttl.gz'), 'turtle');
    expect(triples).toHaveLength(readWithN3(content('part-00000.nq.gz'), 'nquads').length);
  });

  it('has the language of its articles where no option says another', async () => {
    const french: ShardItem = {
      source: { ...(film('Route') as { source: object }).source, language: 'fr' } as never,
    };
    await work(planOf(1)[0] as Shard, items(french));
    expect(content('part-00000.nq.gz')).toContain('<https://schema.org/name> "Route"@fr');
    await work(planOf(1, { lang: 'de' })[0] as Shard, items(french));
    expect(content('part-00000.nq.gz')).toContain('<https://schema.org/name> "Route"@de');
  });

  it('is not published where its input cannot be read to the end', async () => {
    const worked = await work(planOf(1)[0] as Shard, items(film('Salt Road'), { problem: unreadable }));
    expect(worked).toEqual({ failure: unreadable });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('is not published where it is stopped', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const worked = await workShard(planOf(1)[0] as Shard, workshop, folder, mixed(), {
      signal,
      onPage: () => controller.abort(),
    });
    expect(worked).toEqual({ aborted: true });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('is done again where its sidecar is of another shard or options, or a file is missing or of another size', async () => {
    const [shard] = planOf(1) as [Shard];
    const other = planOf(1, { base: 'https://films.example/' })[0] as Shard;
    expect(await finishedPart(shard, folder)).toBeNull();
    await work(shard);
    expect(await finishedPart(other, folder)).toBeNull();
    writeFileSync(at('part-00000.nq.gz'), 'x');
    expect(await finishedPart(shard, folder)).toBeNull();
    await work(shard);
    rmSync(at('part-00000.titles.gz'));
    expect(await finishedPart(shard, folder)).toBeNull();
    await work(shard);
    writeFileSync(at('part-00000.json'), '{ "shard": 0, ');
    expect(await finishedPart(shard, folder)).toBeNull();
  });

  it('has the same bytes each time', async () => {
    const [shard] = planOf(1) as [Shard];
    await work(shard);
    const read = () =>
      readdirSync(folder.path).map((name) => [name, readFileSync(at(name)).toString('base64')]);
    const first = read();
    rmSync(at('part-00000.json'));
    await work(shard);
    expect(read()).toEqual(first);
  });
});

describe('all parts', () => {
  const plan = planOf(3);
  const workAll = async (shards: readonly Shard[] = plan) => {
    for (const shard of shards) await work(shard, items(film(`Film ${shard.id}`)));
  };

  it('are missing, strange, or whole', async () => {
    expect(await inspectFolder(plan, folder)).toEqual({ missing: [0, 1, 2], strays: [], gone: [] });
    await workAll([plan[1] as Shard]);
    expect(await inspectFolder(plan, folder)).toEqual({ missing: [0, 2], strays: [], gone: [] });
    await workAll();
    expect(await inspectFolder(plan, folder)).toEqual({ missing: [], strays: [], gone: [] });
    await workAll([planOf(4)[3] as Shard]);
    writeFileSync(at('part-00000.ttl.gz'), '');
    expect(await inspectFolder(plan, folder)).toEqual({
      missing: [],
      strays: [
        'part-00000.ttl.gz',
        ...['json', 'nq.gz', 'problems.ndjson.gz', 'titles.gz'].map((end) => `part-00003.${end}`),
      ],
      gone: [],
    });
  });

  it('are read where they are to be verified', async () => {
    await workAll();
    const bytes = readFileSync(at('part-00001.nq.gz'));
    bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
    writeFileSync(at('part-00001.nq.gz'), bytes);
    expect((await inspectFolder(plan, folder)).missing).toEqual([]);
    expect((await inspectFolder(plan, folder, true)).missing).toEqual([1]);
  });

  it('have a manifest, which goes where they are no longer whole', async () => {
    await workAll();
    writeFileSync(at('.part-00000.nq.gz.1.tmp'), 'left by a killed process');
    const manifest = await writeManifest(plan, folder);
    expect(existsSync(at('_SUCCESS'))).toBe(true);
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(JSON.parse(readFileSync(at('_manifest.json'), 'utf8'))).toEqual(manifest);
    expect(manifest).toMatchObject({
      version: '1.2.3',
      inputs: [{ src: 'films.ndjson', bytes: 300, parts: 3 }],
      counts: { articles: 3, kinds: { film: 3 } },
      duplicates: { pages: 0, first: [] },
      parts: [{ shard: 0 }, { shard: 1 }, { shard: 2 }],
    });
    await unfinish(folder);
    expect(existsSync(at('_SUCCESS')) || existsSync(at('_manifest.json'))).toBe(false);
  });

  it('tell the pages that are there more than once', async () => {
    await work(plan[0] as Shard, items(film('A'), film('B')));
    await work(plan[1] as Shard, items(film('C'), film('a'), film('D')));
    await work(plan[2] as Shard, items(film('A'), film('D'), film('E')));
    const { duplicates } = await writeManifest(plan, folder);
    expect(duplicates).toEqual({
      pages: 2,
      first: [
        { page: 'https://example.org/page/A', shards: [0, 1, 2] },
        { page: 'https://example.org/page/D', shards: [1, 2] },
      ],
    });
  });
});
