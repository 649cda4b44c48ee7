/** Whatever ends a run, the same command again gives what an undisturbed one gives. */
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { random } from '../support/random.js';
import { dump, hashes } from './dump.js';
import { article2rdf, childrenOf, cli, kill, temporaryFolder } from './program.js';

const pages = 1000;
const command = [
  'convert',
  'dump.xml',
  '-o',
  'out',
  '--workers',
  '2',
  '--shard-size',
  '50K',
  '--no-validate',
];
const content = dump(pages);

let folder: string;
let expected: Record<string, string>;
/** Milliseconds that an undisturbed run takes. */
let duration: number;
const at = (...names: string[]): string => join(folder, ...names);
const run = () => article2rdf(command, { cwd: folder });

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

function begin(args: readonly string[] = command): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; signal: string | null; stderr: string }>;
} {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<{ code: number | null; signal: string | null; stderr: string }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, stderr })),
  );
  return { child, ended };
}

/** Waits until something holds; it does in the end, or the test takes too long. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(5);
}

const partsDone = (): number =>
  existsSync(at('out')) ? readdirSync(at('out')).filter((name) => /^part-\d+\.json$/.test(name)).length : 0;
const temporaryFiles = (): string[] =>
  existsSync(at('out')) ? readdirSync(at('out')).filter((name) => name.endsWith('.tmp')) : [];

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('dump.xml'), content);
});

describe('a run that is killed', () => {
  const moments = Array.from({ length: 20 }, (_, index) => index);
  const next = random(20_260_101);
  const shares = moments.map(() => next());

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'article2rdf-'));
    writeFileSync(at('dump.xml'), content);
    const begun = process.hrtime.bigint();
    expect(run().status).toBe(0);
    duration = Number(process.hrtime.bigint() - begun) / 1e6;
    expected = hashes(at('out'));
    expect(Object.keys(expected).length).toBeGreaterThan(40);
    rmSync(folder, { recursive: true });
  });

  it.each(moments)('moment %i: goes on, and gives what an undisturbed run gives', async (index) => {
    const { child, ended } = begin();
    await setTimeout((shares[index] as number) * duration);
    const workers = childrenOf(child.pid as number);
    if (index % 2 === 0) {
      kill(child.pid as number, 'SIGKILL');
      await ended;
      await until(() => !workers.some(isAlive));
      // Half a file is never seen: what has its name is whole.
      const names = existsSync(at('out')) ? Object.entries(hashes(at('out'))) : [];
      // A killed run leaves its mark of the folder behind, which the next one takes for what it is.
      const isLeft = (name: string): boolean => name.endsWith('.tmp') || name === '.in-use';
      const wrong = names.filter(([name, hash]) => !isLeft(name) && expected[name] !== hash);
      expect(wrong).toEqual([]);
      expect(run().status).toBe(0);
    } else {
      const [worker] = workers;
      if (worker !== undefined) kill(worker, 'SIGKILL');
      const { code, stderr } = await ended;
      expect([code, stderr]).toEqual([0, expect.stringMatching(/^1000 articles /m)]);
    }
    expect(hashes(at('out'))).toEqual(expected);
  });
});

describe('a worker that dies', () => {
  it('is replaced, and its shard begun anew', async () => {
    const { child, ended } = begin();
    await until(() => partsDone() > 1);
    kill(childrenOf(child.pid as number)[0] as number, 'SIGKILL');
    const { code, stderr } = await ended;
    expect(stderr).toMatch(
      /warning: A worker ended without a word \(killed by SIGKILL\) at shard \d+; another takes it over/,
    );
    expect(code).toBe(0);
  });

  it('again and again is told with its shard, and the same command goes on later', async () => {
    const { child, ended } = begin([...command.slice(0, -3), '--shard-size', '500K', '--no-validate']);
    let hasEnded = false;
    const result = ended.then((value) => {
      hasEnded = true;
      return value;
    });
    while (!hasEnded) {
      for (const pid of childrenOf(child.pid as number)) kill(pid, 'SIGKILL');
      await setTimeout(20);
    }
    const { code, stderr } = await result;
    expect(code).toBe(75);
    expect(stderr).toMatch(
      /error: Shard 0 \(bytes 0 to 512000\) could not be converted: its worker died 3 times/,
    );
    expect(existsSync(at('out/_SUCCESS'))).toBe(false);
    expect(run().status).toBe(0);
  });
});

describe('a run that is stopped', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: leaves no half file, and says how to go on', async (signal, code) => {
    const { child, ended } = begin();
    await until(() => partsDone() > 1 && temporaryFiles().length > 0);
    const workers = childrenOf(child.pid as number);
    kill(child.pid as number, signal);
    const result = await ended;
    expect(result.code).toBe(code);
    expect(result.stderr).toContain('Stopped. The parts that are done stay; the same command again goes on');
    expect(workers.filter(isAlive)).toEqual([]);
    expect(temporaryFiles()).toEqual([]);
    expect(existsSync(at('out/_SUCCESS'))).toBe(false);
    const again = run();
    expect(again.stderr).toMatch(/^\d+ of \d+ parts are there already$/m);
    expect(again.status).toBe(0);
  });

  it('stops in order where a terminal sends its signal to all processes', async () => {
    const child = spawn(process.execPath, [cli, ...command], {
      cwd: folder,
      stdio: 'ignore',
      detached: true,
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await until(() => partsDone() > 1 && temporaryFiles().length > 0);
    kill(-(child.pid as number), 'SIGINT');
    expect(await ended).toBe(130);
    expect(temporaryFiles()).toEqual([]);
  });

  it('stops where it works alone', async () => {
    article2rdf(['plan', 'dump.xml', '-o', 'plan.ndjson', '--shard-size', '50K', '--no-validate'], {
      cwd: folder,
    });
    const { child, ended } = begin(['work', '--plan', 'plan.ndjson', '-o', 'out']);
    await until(() => partsDone() > 0 && temporaryFiles().length > 0);
    kill(child.pid as number, 'SIGTERM');
    expect((await ended).code).toBe(143);
    expect(temporaryFiles()).toEqual([]);
  });
});

describe('a disk that is full', () => {
  it('is told, and once there is room the same command goes on', () => {
    expect(run().status).toBe(0);
    const whole = hashes(at('out'));
    rmSync(at('out'), { recursive: true });
    mkdirSync(at('out'));
    const mount = (options: string): void => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at('out')]);
    };
    mount('size=96k');
    onTestFinished(() => {
      execFileSync('umount', [at('out')]);
    });
    const { status, stderr } = run();
    expect(stderr).toMatch(/^out\/part-\d{5}: error: It could not be written\. The disk is full/m);
    expect(status).toBe(74);
    expect(temporaryFiles()).toEqual([]);
    expect(partsDone()).toBeGreaterThan(0);
    mount('remount,size=64m');
    const again = run();
    expect(again.stderr).toMatch(/^\d+ of \d+ parts are there already$/m);
    expect(again.status).toBe(0);
    expect(hashes(at('out'))).toEqual(whole);
  });
});
