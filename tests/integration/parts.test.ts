/** Inputs of many articles: the same parts whoever makes them, and in whatever order. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { dump, hashes, lines } from './dump.js';
import { article2rdf, temporaryFolder } from './program.js';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const run = (args: string, options: { input?: string; env?: NodeJS.ProcessEnv } = {}) =>
  article2rdf(args.split(' '), { cwd: folder, ...options });
const content = (out: string, extension = 'nq'): string =>
  readdirSync(at(out))
    .filter((name) => name.endsWith(`.${extension}.gz`))
    .sort()
    .map((name) => gunzipSync(readFileSync(at(out, name))).toString())
    .join('');
const withoutPlan = (out: string) => {
  const { '_plan.ndjson': _, ...rest } = hashes(at(out));
  return rest;
};

const pages = 300;
const conversion = '--shard-size 40K --redirects';

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('dump.xml'), dump(pages));
});

it('convert makes what plan, work and finish make', () => {
  const converted = run(`convert dump.xml -o out --workers 2 ${conversion}`);
  expect([converted.status, converted.stdout]).toEqual([0, '']);
  expect(converted.stderr).toMatch(/^300 articles \(.*\), \d+ statements, 300 of 300 conform/m);
  expect(converted.stderr).toMatch(/^no articles: 30 by namespace, 30 redirects as names$/m);
  const manifest = JSON.parse(readFileSync(at('out/_manifest.json'), 'utf8'));
  expect(manifest.counts).toMatchObject({
    articles: pages,
    redirects: { mapped: 30 },
    left: { namespace: 30 },
  });
  expect(manifest.parts.length).toBeGreaterThan(5);
  expect(statSync(at('out/_SUCCESS')).size).toBe(0);

  expect(run(`plan dump.xml -o plan.ndjson ${conversion}`).status).toBe(0);
  expect(readFileSync(at('plan.ndjson'), 'utf8')).toBe(readFileSync(at('out/_plan.ndjson'), 'utf8'));
  const last = manifest.parts.length - 1;
  // Every second one first, as a cluster would do them in any order.
  expect(run(`work --plan plan.ndjson --shard 1,3,${last} -o parts`).status).toBe(0);
  const early = run('finish --plan plan.ndjson -o parts');
  expect([early.status, early.stdout]).toEqual([75, last === 5 ? '0,2,4\n' : `0,2,4-${last - 1}\n`]);
  expect(run(`work --plan plan.ndjson --shard ${early.stdout.trim()} -o parts`).status).toBe(0);
  const finished = run('finish --plan plan.ndjson -o parts --verify');
  expect([finished.status, finished.stdout]).toEqual([0, '']);
  expect(withoutPlan('parts')).toEqual(withoutPlan('out'));

  // What is there is not made again.
  const times = () => readdirSync(at('parts')).map((name) => [name, statSync(at('parts', name)).mtimeMs]);
  const before = times();
  const again = run('work --plan plan.ndjson -o parts --workers 2');
  expect(again.stderr).toBe(`${last + 1} of ${last + 1} parts are there already\n`);
  expect(times()).toEqual(before);
});

it('gives the same articles however it is divided and compressed, and on standard output', () => {
  run(`convert dump.xml -o out ${conversion}`);
  const expected = content('out');
  const quads = expected.split('\n').length - 1;
  const sidecars = JSON.parse(readFileSync(at('out/_manifest.json'), 'utf8'));
  expect(sidecars.counts.statements).toBe(quads);
  for (const [compressor, extension] of [
    ['bzip2', 'bz2'],
    ['gzip', 'gz'],
  ] as const) {
    const { stdout } = spawnSync(compressor, ['-c', at('dump.xml')], { maxBuffer: 1 << 28 });
    writeFileSync(at(`dump.xml.${extension}`), stdout);
    const { status } = run(
      `convert dump.xml.${extension} -o ${extension} --redirects --shard-size 5K --workers 2`,
    );
    expect(status).toBe(0);
    expect(content(extension)).toBe(expected);
  }
  const stdout = run('convert dump.xml --stdout -f nquads --redirects');
  expect([stdout.status, stdout.stdout]).toEqual([0, expected]);
  const piped = run('convert - -o piped --redirects', { input: dump(pages) });
  expect(piped.status).toBe(0);
  expect(content('piped')).toBe(expected);
});

it('converts articles one by one and containers in parts, in one run', () => {
  writeFileSync(at('good.txt'), '= Good =\n\nGood\n- Director: Ann Lee\n\nGood is a 2001 film.\n');
  writeFileSync(at('films.ndjson'), lines(40));
  const { status, stderr } = run('convert films.ndjson good.txt -o out -f nquads,jsonld');
  expect(status).toBe(0);
  expect(stderr).toMatch(/^1 article .*\n.*\nwrote out\/good.nq, out\/good.jsonld$/m);
  expect(stderr).toMatch(/^40 articles \(40 film\)/m);
  const documents = content('out', 'jsonl').trimEnd().split('\n');
  expect(documents.map((line) => JSON.parse(line).name)).toEqual(
    Array.from({ length: 40 }, (_, n) => `Film ${n}`),
  );
});

it('makes again what other options would change, and removes what they do not make', () => {
  run(`convert dump.xml -o out -f nquads,ntriples ${conversion}`);
  const { status, stderr } = run(
    `convert dump.xml -o out -f ntriples --base https://films.example/ ${conversion}`,
  );
  expect(status).toBe(0);
  expect(stderr).not.toContain('already');
  expect(stderr).toMatch(/^removed \d+ files of parts that another plan made$/m);
  run(`convert dump.xml -o fresh -f ntriples --base https://films.example/ ${conversion}`);
  expect(hashes(at('out'))).toEqual(hashes(at('fresh')));
});

it('keeps bad articles out, tells them, and goes on', () => {
  writeFileSync(
    at('films.ndjson'),
    `${lines(30)}{ "title": "Broken"\n${lines(32).split('\n').slice(30).join('\n')}`,
  );
  const { status, stderr } = run('convert films.ndjson -o out --shard-size 1K');
  expect(stderr).toMatch(/films\.ndjson.*: error: .*is no JSON/);
  expect(stderr).toMatch(/^32 articles/m);
  expect(status).toBe(65);
  expect(statSync(at('out/_SUCCESS')).isFile()).toBe(true);
  expect(content('out', 'problems.ndjson')).toContain('"code":"invalid-json"');
});

it('tells pages that two inputs hold', () => {
  writeFileSync(at('a.ndjson'), lines(20));
  writeFileSync(at('b.ndjson'), lines(3));
  const { stderr } = run('convert a.ndjson b.ndjson -o out');
  expect(stderr).toMatch(
    /warning: Statements of <https:\/\/example\.org\/page\/Film_2> are in the parts of shards 0 and 1/,
  );
  expect(JSON.parse(readFileSync(at('out/_manifest.json'), 'utf8')).duplicates.pages).toBe(3);
});

describe('plans', () => {
  it.each([
    ['SLURM_ARRAY_TASK_ID', 0],
    ['JOB_COMPLETION_INDEX', 0],
    ['AWS_BATCH_JOB_ARRAY_INDEX', 0],
    ['PBS_ARRAY_INDEX', 0],
    ['SGE_TASK_ID', 1],
    ['PARALLEL_SEQ', 1],
  ])('%s names the shard, from %i', (name, first) => {
    run(`plan dump.xml -o plan.ndjson --no-validate ${conversion}`);
    const { status } = run('work --plan plan.ndjson --shard auto -o out', {
      env: { [name]: String(first + 1) },
    });
    expect(status).toBe(0);
    expect(readdirSync(at('out')).filter((file) => file.endsWith('.json'))).toEqual(['part-00001.json']);
    const outside = run('work --plan plan.ndjson --shard auto -o out', { env: { [name]: '1000' } });
    expect([outside.status, outside.stderr]).toEqual([2, expect.stringContaining(`${name} is 1000`)]);
  });

  it('are refused where there is none, where it is broken, and where inputs or settings are others', () => {
    expect(run('work --plan plan.ndjson').status).toBe(74);
    writeFileSync(at('plan.ndjson'), '{}\n');
    expect(run('finish --plan plan.ndjson')).toMatchObject({
      status: 65,
      stderr: expect.stringMatching(/^plan\.ndjson:1: error: This is no plan/),
    });
    expect(run('plan missing.xml dump.xml -o plan.ndjson')).toMatchObject({
      status: 74,
      stderr: expect.stringMatching(/^missing\.xml: error: There is no such file/),
    });
    run(`plan dump.xml -o plan.ndjson ${conversion}`);
    expect(run('work --plan plan.ndjson --shard auto')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^error: --shard auto: none of SLURM_ARRAY_TASK_ID/),
    });
    expect(run('work --plan plan.ndjson --shard 999').status).toBe(2);
    const plan = readFileSync(at('plan.ndjson'), 'utf8');
    writeFileSync(at('plan.ndjson'), plan.replaceAll(/"settings":"..../g, '"settings":"0000'));
    expect(run('work --plan plan.ndjson -o out')).toMatchObject({
      status: 65,
      stderr: expect.stringMatching(/The plan was made by .* make it again/),
    });
    writeFileSync(at('plan.ndjson'), plan);
    writeFileSync(at('dump.xml'), dump(pages + 1));
    expect(run('work --plan plan.ndjson -o out')).toMatchObject({
      status: 74,
      stderr: expect.stringMatching(/dump\.xml: error: It has \d+ bytes, but had \d+/),
    });
    expect(readdirSync(at('out'))).toEqual([]);
  });

  it('are of whole folders of articles too', () => {
    mkdirSync(at('films'));
    for (const name of ['a', 'b'])
      writeFileSync(at('films', `${name}.txt`), `= ${name} =\n\nIt is a 2001 film.\n`);
    expect(run('plan films -o plan.ndjson').stderr).toMatch(/^2 inputs, \d+ bytes, 2 shards\n$/);
    expect(run('work --plan plan.ndjson -o out').status).toBe(0);
    expect(run('finish --plan plan.ndjson -o out').status).toBe(0);
    expect(content('out')).toContain('<https://example.org/page/A>');
  });

  it('know parts that are broken, and parts of others', () => {
    run(`plan dump.xml -o plan.ndjson --no-validate ${conversion}`);
    run('work --plan plan.ndjson -o out');
    const path = at('out/part-00002.nq.gz');
    const bytes = readFileSync(path);
    bytes[100] = (bytes[100] as number) ^ 1;
    writeFileSync(path, bytes);
    expect(run('finish --plan plan.ndjson -o out').status).toBe(0);
    expect(run('finish --plan plan.ndjson -o out --verify')).toMatchObject({ status: 75, stdout: '2\n' });
    expect(readdirSync(at('out'))).not.toContain('_SUCCESS');
    renameSync(path, at('out/part-00999.nq.gz'));
    expect(run('work --plan plan.ndjson -o out').stderr).toMatch(/parts are there already/);
    const strays = run('finish --plan plan.ndjson -o out');
    expect(strays.status).toBe(65);
    expect(strays.stderr).toMatch(/files of parts that are not of this plan: part-00999\.nq\.gz\./);
  });
});

describe('messages', () => {
  it('are none with --quiet, and JSON with --json', () => {
    expect(run(`-q convert dump.xml -o out ${conversion}`)).toEqual({ status: 0, stdout: '', stderr: '' });
    const { stderr } = run(`--json convert dump.xml -o out ${conversion}`);
    const records = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ type }) => type)).toEqual(['resumed', 'summary']);
    expect(records[1]).toMatchObject({ articles: pages, conforming: pages, folder: 'out' });
  });

  it.each([
    ['convert dump.xml --workers 0', /Give a number from 1 to/],
    ['convert dump.xml --shard-size 3X', /Give a number of bytes such as/],
    ['convert dump.xml --namespaces a', /Give numbers such as 0,14/],
    ['plan', /missing required argument 'inputs'/],
    ['work', /required option '--plan <file>'/],
    ['pipe -f turtle', /pipe writes nquads or jsonld/],
  ])('exit with 2 for %s', (args, message) => {
    const { status, stderr } = run(args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it('tell that one address or report suits no container', () => {
    for (const [option, message] of [
      ['--url https://wiki.example/x', /--url is the address of one article/],
      ['--report r.json', /It holds many articles, whose results no report holds/],
    ] as const) {
      const { status, stderr } = run(`convert dump.xml -o out ${option}`);
      expect([status, stderr]).toEqual([65, expect.stringMatching(message)]);
    }
  });
});
