/** What lies in a folder of parts is of one run, of one plan, and of inputs as they are now. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { dump, hashes, lines } from './dump.js';
import { article2rdf, cli, temporaryFolder } from './program.js';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const run = (...args: string[]) => article2rdf(args, { cwd: folder });
const convert = [
  'convert',
  'dump.xml',
  '-o',
  'out',
  '--workers',
  '2',
  '--shard-size',
  '100K',
  '--no-validate',
];

beforeEach(() => {
  folder = temporaryFolder();
});

function begin(args: readonly string[]): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; stderr: string }>;
} {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, stderr })),
  );
  return { child, ended };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(5);
}

describe('two runs into one folder', () => {
  it.each<[string, string[]]>([
    ['of the same options', convert],
    ['of other options', [...convert, '--base', 'https://other.example/']],
    ['of a plan', ['work', '--plan', 'plan.ndjson', '-o', 'out']],
    ['that finishes', ['finish', '--plan', 'plan.ndjson', '-o', 'out']],
  ])('the second, %s, is told that the folder is in use, and harms nothing', async (_, second) => {
    writeFileSync(at('dump.xml'), dump(2000));
    expect(run('plan', 'dump.xml', '-o', 'plan.ndjson').status).toBe(0);
    const { child, ended } = begin(convert);
    await until(
      () => existsSync(at('out')) && readdirSync(at('out')).some((name) => /^part-.*\.json$/.test(name)),
    );
    const { status, stderr } = run(...second);
    expect(stderr).toMatch(new RegExp(`out: error: The folder is in use: process ${child.pid} `));
    expect(status).toBe(75);
    expect((await ended).code).toBe(0);
    const expected = hashes(at('out'));
    expect(Object.keys(expected)).toContain('_SUCCESS');
    expect(readdirSync(at('out')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(run(...convert.map((arg) => (arg === 'out' ? 'alone' : arg))).status).toBe(0);
    expect(hashes(at('alone'))).toEqual(expected);
  });

  it('what a killed run left is known to be nobody’s', async () => {
    writeFileSync(at('dump.xml'), dump(2000));
    const { child, ended } = begin(convert);
    await until(
      () => existsSync(at('out')) && readdirSync(at('out')).some((name) => /^part-.*\.json$/.test(name)),
    );
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(at('out'))).toContain('.in-use');
    expect(run(...convert).status).toBe(0);
    expect(readdirSync(at('out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each<[string, string]>([
    ['a process that has ended', JSON.stringify({ host: hostname(), pid: 4_000_000, key: 'x', begun: '1' })],
    [
      'another process of the same number',
      JSON.stringify({ host: hostname(), pid: process.pid, key: 'x', begun: '1' }),
    ],
    [
      'a machine that gives no sign of life',
      JSON.stringify({ host: 'elsewhere', pid: 1, key: 'x', begun: '1' }),
    ],
    ['one that was killed before it wrote', ''],
  ])('a mark of %s is removed', (_, text) => {
    writeFileSync(at('a.ndjson'), lines(3));
    mkdirSync(at('out'));
    writeFileSync(at('out', '.in-use'), text);
    writeFileSync(at('out', '.in-use.elsewhere.7'), text);
    expect(run('convert', 'a.ndjson', '-o', 'out').status).toBe(0);
    expect(readdirSync(at('out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('of one plan share the folder', async () => {
    writeFileSync(at('dump.xml'), dump(1000));
    expect(run('plan', 'dump.xml', '--shard-size', '100K', '--no-validate', '-o', 'plan.ndjson').status).toBe(
      0,
    );
    const half = readFileSync(at('plan.ndjson'), 'utf8').trim().split('\n').length >> 1;
    const first = begin(['work', '--plan', 'plan.ndjson', '--shard', `0-${half - 1}`, '-o', 'out']);
    const second = begin(['work', '--plan', 'plan.ndjson', '-o', 'out']);
    expect((await first.ended).code).toBe(0);
    expect((await second.ended).code).toBe(0);
    expect(run('finish', '--plan', 'plan.ndjson', '-o', 'out', '--verify').status).toBe(0);
  });
});

describe('an input that is not whole', () => {
  const whole = dump(300);
  it.each<[string, () => Buffer | string]>([
    ['a truncated export', () => whole.slice(0, whole.length * 0.7)],
    ['a truncated gzip', () => gzipSync(whole).subarray(0, gzipSync(whole).length / 2)],
    ['an export cut between pages', () => whole.slice(0, whole.lastIndexOf('</page>') + 8)],
  ])('%s: what was read stays, and is said to be a part', (_, content) => {
    writeFileSync(at('dump.xml'), content());
    const { status, stderr } = run('convert', 'dump.xml', '-o', 'out', '--no-validate');
    expect(stderr).toMatch(/out: error: The inputs were not whole: .* _SUCCESS was not written/);
    expect(status).toBe(65);
    const manifest = JSON.parse(readFileSync(at('out', '_manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ isInputWhole: false });
    expect(manifest.counts.articles).toBeGreaterThan(10);
    expect(existsSync(at('out', '_SUCCESS'))).toBe(false);
    expect(existsSync(at('out', 'part-00000.nq.gz'))).toBe(true);
  });

  it('rows whose last one is cut', () => {
    writeFileSync(at('a.ndjson'), lines(10).slice(0, -20));
    expect(run('convert', 'a.ndjson', '-o', 'out').status).toBe(65);
    expect(existsSync(at('out', '_SUCCESS'))).toBe(false);
    expect(existsSync(at('out', 'part-00000.nq.gz'))).toBe(true);
  });

  it('what is whole but has foreign bytes behind its end is read wholly', () => {
    writeFileSync(at('a.gz'), Buffer.concat([gzipSync(lines(3000)), Buffer.from('foreign')]));
    const { status, stderr } = run('convert', 'a.gz', '-o', 'out', '--no-validate');
    expect(stderr).toMatch(/a\.gz: error: From byte \d+ on it holds what is no gzip/);
    expect(stderr).toContain('3000 articles');
    expect(status).toBe(65);
  });
});

describe('an input that changed and kept its size', () => {
  /** The same length, other words, somewhere in the middle. */
  const change = (): void => {
    const text = readFileSync(at('dump.xml'), 'utf8');
    const begin = text.indexOf('<title>Film 600<');
    const at600 = text.indexOf('[[Ann Lee]]', begin);
    writeFileSync(at('dump.xml'), `${text.slice(0, at600)}[[Ann Loo]]${text.slice(at600 + 11)}`);
  };
  const allLines = (out: string): string =>
    readdirSync(at(out))
      .filter((name) => name.endsWith('.nq.gz'))
      .sort()
      .map((name) => gunzipSync(readFileSync(at(out, name))).toString())
      .join('');

  beforeEach(() => {
    writeFileSync(at('dump.xml'), dump(1000));
  });

  it('is converted anew where it changed', () => {
    expect(run(...convert).status).toBe(0);
    change();
    const { status, stderr } = run(...convert);
    expect(status).toBe(0);
    expect(stderr).toContain(
      'dump.xml: warning: It changed since parts were made from it; they are made again.',
    );
    expect(stderr).toMatch(/\d+ of \d+ parts are there already/);
    expect(allLines('out')).toContain('Ann_Loo');
    expect(run(...convert.map((arg) => (arg === 'out' ? 'alone' : arg))).status).toBe(0);
    expect(hashes(at('out'))).toEqual(hashes(at('alone')));
  });

  it('is noticed by finish --verify, and made again by work', () => {
    expect(run('plan', 'dump.xml', '--shard-size', '100K', '--no-validate', '-o', 'plan.ndjson').status).toBe(
      0,
    );
    const work = ['work', '--plan', 'plan.ndjson', '-o', 'out'];
    const finish = ['finish', '--plan', 'plan.ndjson', '-o', 'out', '--verify'];
    expect(run(...work).status).toBe(0);
    expect(run(...finish).status).toBe(0);
    change();
    const found = run(...finish);
    expect(found.status).toBe(75);
    expect(found.stdout).toMatch(/^\d+(?:-\d+)?\n$/);
    expect(existsSync(at('out', '_SUCCESS'))).toBe(false);
    expect(run(...work, '--shard', found.stdout.trim()).status).toBe(0);
    expect(run(...finish).status).toBe(0);
    expect(allLines('out')).toContain('Ann_Loo');
  });

  it('is not asked for by who finishes elsewhere, who is told so', () => {
    expect(run('plan', 'dump.xml', '--no-validate', '-o', 'plan.ndjson').status).toBe(0);
    expect(run('work', '--plan', 'plan.ndjson', '-o', 'out').status).toBe(0);
    const elsewhere = temporaryFolder();
    const { status, stderr } = article2rdf(
      ['finish', '--plan', at('plan.ndjson'), '-o', at('out'), '--verify'],
      { cwd: elsewhere },
    );
    expect(stderr).toMatch(/dump\.xml: warning: It cannot be read here/);
    expect(status).toBe(0);
  });
});

it('a manifest takes no part of another plan', () => {
  writeFileSync(at('a.ndjson'), lines(5));
  expect(run('plan', 'a.ndjson', '-o', 'one.ndjson').status).toBe(0);
  expect(run('plan', 'a.ndjson', '--base', 'https://other.example/', '-o', 'two.ndjson').status).toBe(0);
  expect(run('work', '--plan', 'one.ndjson', '-o', 'out').status).toBe(0);
  const { status } = run('finish', '--plan', 'two.ndjson', '-o', 'out');
  expect(status).toBe(75);
  expect(existsSync(at('out', '_SUCCESS'))).toBe(false);
});

describe('what is no file', () => {
  it.skipIf(process.platform === 'win32')('a pipe cannot be divided, which is said', async () => {
    const { spawnSync } = await import('node:child_process');
    spawnSync('mkfifo', [at('pipe')]);
    const feeder = spawn('sh', ['-c', `printf '= A =\\n' > '${at('pipe')}'`], { stdio: 'ignore' });
    const { status, stderr } = run('plan', 'pipe');
    feeder.kill();
    expect(stderr).toMatch(/pipe: error: It is no file: what it gives can be read only once/);
    expect(status).toBe(65);
  });
});

describe('pages of two wikis', () => {
  const row = (host: string, text: string): string =>
    `${JSON.stringify({ title: 'Salt', text, url: `https://${host}/wiki/Salt` })}\n`;
  const rows =
    row('de.wiki.example', "'''Salt''' ist ein Film.") + row('en.wiki.example', "'''Salt''' is a 2001 film.");

  it('have IRIs of their own where the base names the wiki', () => {
    appendFileSync(at('a.ndjson'), rows);
    const { status, stdout } = run('convert', 'a.ndjson', '--stdout', '--base', 'https://{wiki}/');
    expect(status).toBe(0);
    expect(stdout).toContain('<https://de.wiki.example/resource/Salt> <https://schema.org/name> "Salt"@de');
    expect(stdout).toContain('<https://en.wiki.example/resource/Salt> <https://schema.org/name> "Salt"@en');
    expect(stdout).not.toContain('{');
    const parts = run('convert', 'a.ndjson', '-o', 'out', '--base', 'https://data.example/{lang}');
    expect(parts.status).toBe(0);
    const quads = gunzipSync(readFileSync(at('out', 'part-00000.nq.gz'))).toString();
    expect(quads).toContain('<https://data.example/de/page/Salt>');
    expect(quads).toContain('<https://data.example/en/page/Salt>');
    const piped = article2rdf(['pipe', '--base', 'https://{wiki}/'], { input: rows });
    expect(piped.status).toBe(0);
    expect(piped.stdout).toContain('<https://de.wiki.example/page/Salt>');
  });

  it('are told with the option where it does not', () => {
    appendFileSync(at('a.ndjson'), rows);
    const { status, stderr } = run('convert', 'a.ndjson', '--stdout');
    expect(stderr).toMatch(
      /a\.ndjson#Salt: error: .* With \{wiki\} in --base, such as --base https:\/\/\{wiki\}\//,
    );
    expect(status).toBe(65);
  });

  it('an article of no known wiki has none', () => {
    writeFileSync(at('a.txt'), '= A =\n\nA is a 2001 film.\n');
    const { status, stderr } = run('convert', 'a.txt', '--stdout', '--base', 'https://{wiki}/');
    expect(stderr).toMatch(/a\.txt: error: Nothing says which wiki it is of/);
    expect(status).toBe(65);
    expect(run('convert', 'a.txt', '--stdout', '--base', 'https://{other}/').status).toBe(2);
  });
});
