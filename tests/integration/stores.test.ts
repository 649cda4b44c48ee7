/** What real triple stores do with our exports. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { articles, dumps } from './corpus.js';
import { article2rdf, root, temporaryFolder } from './program.js';
import { getGraph, graphsOf, putGraph } from './stores/graphs.js';
import { literals } from './stores/literals.js';
import { triplesOf } from './stores/ntriples.js';
import { rewritten, rewrittenLine } from './stores/rewriting.js';
import type { RunningStore } from './stores/start-store.js';
import { startStore, storeKinds } from './stores/start-store.js';

/** All of a folder as N-Quads, under a base of its own: the same film is there in more than one rendering. */
function converted(folder: string, base: string): string {
  const out = temporaryFolder();
  const inputs = readdirSync(folder).map((name) => join(folder, name));
  const { status, stderr } = article2rdf([
    'convert',
    ...inputs,
    '-f',
    'nquads',
    '--base',
    base,
    '-o',
    out,
    '--quiet',
  ]);
  expect(status, stderr).toBe(0);
  const files = readdirSync(out, { recursive: true }) as string[];
  return files
    .filter((name) => /\.nq(\.gz)?$/.test(name))
    .map((name) => readFileSync(join(out, name)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
    .join('');
}

const triple = (n: number): string => `<http://a.example/s${n}> <http://a.example/p> "${n}" .\n`;
const count = async (store: RunningStore): Promise<number> => {
  const { results } = await store.ask('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://a.example/p> ?o } }');
  return Number(results?.bindings[0]?.n?.value);
};

describe.each(storeKinds)('%s', (kind) => {
  it('keeps over a kill what it said that it took, and leaves nothing behind', async () => {
    const store = await startStore(kind);
    expect(await count(store)).toBe(0);
    expect(putGraph(store, 'http://a.example/g', triple(1) + triple(2)).status).toBeLessThan(300);
    expect(await count(store)).toBe(2);
    await store.kill();
    await expect(store.ask('ASK {}')).rejects.toThrow('fetch failed');
    await store.restart();
    expect(await count(store)).toBe(2);
    await store.stop();
    await expect(store.ask('ASK {}')).rejects.toThrow('fetch failed');
    expect(existsSync(store.folder)).toBe(false);
  });

  it('rewrites literals as docs/stores/ tells, and no others', async () => {
    const store = await startStore(kind);
    const lines = literals.map(([given], n) => `<http://a.example/${n}> <http://a.example/p> ${given} .`);
    expect(putGraph(store, 'http://a.example/g', `${lines.join('\n')}\n`).status).toBeLessThan(300);
    const kept = literals.map(
      ([given, changes], n) => `<http://a.example/${n}> <http://a.example/p> ${changes[kind] ?? given} .`,
    );
    expect(triplesOf(getGraph(store, 'http://a.example/g').body)).toEqual(triplesOf(kept.join('\n')));
    expect(lines.map((line) => rewrittenLine(kind, line)).sort()).toEqual(triplesOf(kept.join('\n')));
    await store.stop();
  });

  it('gives back every graph of the cases, and of real articles where they are', async () => {
    const store = await startStore(kind);
    const exports = readdirSync(join(root, 'tests/cases'))
      .flatMap((slug) => ['graph.nq', 'graph.span.nq'].map((name) => join(root, 'tests/cases', slug, name)))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'));
    expect(exports.length).toBeGreaterThan(10);
    for (const [n, path] of [...articles.slice(0, 1), ...dumps.slice(0, 1)].entries())
      exports.push(converted(path, `https://corpus${n}.example/`));
    for (const [graph, ntriples] of graphsOf(exports.join(''))) {
      expect(putGraph(store, graph, ntriples).status, graph).toBeLessThan(300);
      const back = triplesOf(getGraph(store, graph).body);
      expect(back, graph).toEqual(triplesOf(ntriples, (triple) => rewritten(kind, triple)));
    }
    await store.stop();
  });
});

it.each(['virtuoso', 'fuseki'] as const)('%s refuses a wrong password', async (kind) => {
  const store = await startStore(kind, { password: true });
  expect(putGraph(store, 'http://a.example/g', triple(1), 'another').status).toBe(401);
  expect(await count(store)).toBe(0);
  expect(putGraph(store, 'http://a.example/g', triple(1)).status).toBeLessThan(300);
  expect(await count(store)).toBe(1);
  await store.stop();
});

it('a test that is killed leaves neither a server nor its folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article2rdf-'));
  const keep = join(import.meta.dirname, 'stores/keep.sh');
  const script = `const options = { detached: true, stdio: ['pipe', 'inherit', 'inherit'] };
    require('node:child_process').spawn('sh', process.argv.slice(1), options).stdin.write('start\\n');`;
  const server = ['sh', '-c', 'echo $$; exec sleep 600'];
  const test = spawn(process.execPath, ['-e', script, keep, folder, ...server], { stdio: 'pipe' });
  const log = join(folder, 'server.log');
  await vi.waitUntil(() => existsSync(log) && readFileSync(log, 'utf8').endsWith('\n'), 10_000);
  const pid = Number(readFileSync(log, 'utf8'));
  expect(process.kill(pid, 0)).toBe(true);
  test.kill('SIGKILL');
  await vi.waitUntil(() => !existsSync(folder), 10_000);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
