/** What real triple stores do with our exports. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { RunningStore } from './stores/start-store.js';
import { startStore, storeKinds } from './stores/start-store.js';

/** By a client that is not ours. @returns the status of HTTP */
function put(store: RunningStore, graph: string, ntriples: string, password?: string): number {
  const { credentials, endpoints } = store;
  const login = credentials
    ? [`--${credentials.scheme}`, '--user', `${credentials.user}:${password ?? credentials.password}`]
    : [];
  const url = `${endpoints.gsp}?${new URLSearchParams({ graph })}`;
  const args = ['-sS', '-o', '/dev/null', '-w', '%{http_code}', '-X', 'PUT', ...login];
  return Number(
    execFileSync('curl', [...args, '-H', 'Content-Type: application/n-triples', '--data-binary', '@-', url], {
      encoding: 'utf8',
      input: ntriples,
    }),
  );
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
    expect(put(store, 'http://a.example/g', triple(1) + triple(2))).toBeLessThan(300);
    expect(await count(store)).toBe(2);
    await store.kill();
    await expect(store.ask('ASK {}')).rejects.toThrow('fetch failed');
    await store.restart();
    expect(await count(store)).toBe(2);
    await store.stop();
    await expect(store.ask('ASK {}')).rejects.toThrow('fetch failed');
    expect(existsSync(store.folder)).toBe(false);
  });
});

it.each(['virtuoso', 'fuseki'] as const)('%s refuses a wrong password', async (kind) => {
  const store = await startStore(kind, { password: true });
  expect(put(store, 'http://a.example/g', triple(1), 'another')).toBe(401);
  expect(await count(store)).toBe(0);
  expect(put(store, 'http://a.example/g', triple(1))).toBeLessThan(300);
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
