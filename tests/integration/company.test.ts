/** A page gives the same bytes in any company: in any order, with any number of workers, whoever of them dies. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { anyPages } from '../support/any-pages.js';
import { random, shuffled } from '../support/random.js';
import { dumps } from './corpus.js';
import { dumpOf, hashes } from './dump.js';
import { article2rdf, childrenOf, cli, kill, temporaryFolder } from './program.js';

const options = ['--shard-size', '100K', '--no-validate', '-f', 'nquads'];

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

function convert(input: string, out: string, workers: number): void {
  const { status, stderr } = article2rdf(
    ['convert', input, '-o', out, '--workers', String(workers), ...options],
    { cwd: folder },
  );
  expect(status, stderr).toBe(0);
}

const partsOf = (out: string): Record<string, string> =>
  Object.fromEntries(Object.entries(hashes(join(folder, out))).filter(([name]) => name.startsWith('part-')));

/** All quads of a run, whatever the order of its pages. */
function quadsOf(out: string): string[] {
  return readdirSync(join(folder, out))
    .filter((name) => name.endsWith('.nq.gz'))
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, out, name)))
        .toString()
        .split('\n'),
    )
    .sort();
}

/** Runs with two workers, one of which dies twice: as often as a shard is tried again. */
async function convertWithDeaths(input: string, out: string, next: () => number): Promise<void> {
  const child = spawn(process.execPath, [cli, 'convert', input, '-o', out, '--workers', '2', ...options], {
    cwd: folder,
    stdio: 'ignore',
  });
  let code: number | null | undefined;
  child.once('close', (ended) => {
    code = ended;
  });
  for (let deaths = 0; code === undefined; ) {
    await setTimeout(100 + next() * 1200);
    const workers = childrenOf(child.pid as number);
    const worker = workers[Math.floor(next() * workers.length)];
    if (worker !== undefined && deaths++ < 2) kill(worker, 'SIGKILL');
  }
  expect(code).toBe(0);
}

describe('pages with very many marks', () => {
  const pages = anyPages(400, 3);
  const next = random(4);
  beforeEach(() => writeFileSync(join(folder, 'pages.xml'), dumpOf(pages)));

  it('with one worker, with two, and with workers that die', async () => {
    convert('pages.xml', 'one', 1);
    const expected = partsOf('one');
    expect(Object.keys(expected).length).toBeGreaterThan(5);
    convert('pages.xml', 'two', 2);
    expect(partsOf('two')).toEqual(expected);
    for (let run = 0; run < 4; run++) {
      await convertWithDeaths('pages.xml', `deaths${run}`, next);
      expect(partsOf(`deaths${run}`)).toEqual(expected);
    }
  });

  it('in another order', () => {
    convert('pages.xml', 'first', 1);
    const expected = quadsOf('first');
    for (let run = 0; run < 3; run++) {
      writeFileSync(join(folder, 'others.xml'), dumpOf(shuffled(pages, next)));
      convert('others.xml', `other${run}`, 1);
      expect(quadsOf(`other${run}`)).toEqual(expected);
    }
  });

  it('each part in a process of its own', () => {
    convert('pages.xml', 'whole', 1);
    const expected = partsOf('whole');
    const planned = article2rdf(['plan', 'pages.xml', '-o', 'plan.ndjson', ...options], { cwd: folder });
    expect(planned.status, planned.stderr).toBe(0);
    for (let shard = 0; shard < 8; shard++) {
      const args = ['work', '--plan', 'plan.ndjson', '--shard', String(shard), '-o', 'alone'];
      const { status, stderr } = article2rdf(args, { cwd: folder });
      expect(status, stderr).toBe(0);
    }
    const alone = partsOf('alone');
    expect(alone).toEqual(Object.fromEntries(Object.keys(alone).map((name) => [name, expected[name]])));
  });
});

describe.skipIf(dumps.length === 0)('pages of real exports', () => {
  it.each(dumps.slice(0, 2).map((path) => [basename(path), path]))('%s', async (_, path) => {
    const { stdout } = spawnSync('bzip2', ['-dc', path as string], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    const [head = ''] = stdout.split('<page>', 1);
    const pages = (stdout.match(/<page>.*?<\/page>/gs) ?? []).slice(0, 2000);
    const next = random(5);
    const write = (some: readonly string[]): void =>
      writeFileSync(join(folder, 'pages.xml'), `${head}${some.join('\n')}</mediawiki>\n`);
    write(pages);
    convert('pages.xml', 'one', 1);
    await convertWithDeaths('pages.xml', 'deaths', next);
    expect(partsOf('deaths')).toEqual(partsOf('one'));
    write(shuffled(pages, next));
    convert('pages.xml', 'other', 2);
    expect(quadsOf('other')).toEqual(quadsOf('one'));
  });
});
