/** The server while much is asked of it: bounded runs of autocannon, on this machine alone. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../serve/start.js';
import { ask, serve } from '../serve/start.js';

const films = 2000;
/** Joins everything with everything three times: no store ends that. */
const endless =
  'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) = 1) }';
const endlessPath = `/sparql?query=${encodeURIComponent(endless)}`;
const quick = `/sparql?query=${encodeURIComponent('SELECT * { <https://example.org/resource/Film_7> ?p ?o }')}`;
const seconds = 8;
const threads = 2;

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-serve-'));
  writeFileSync(join(folder, 'films.nq'), Array.from({ length: films }, (_, i) => film(i)).join(''));
  server = await serve([folder, '--query-timeout', String(seconds), '--query-threads', String(threads)]);
});
afterAll(async () => {
  if (server.process.exitCode === null) await server.stop();
  rmSync(folder, { recursive: true });
});

function film(i: number): string {
  const thing = `<https://example.org/resource/Film_${i}>`;
  const page = `<https://example.org/page/Film_${i}>`;
  const director = `<https://example.org/resource/Director_${i % 50}>`;
  const schema = (name: string): string => `<https://schema.org/${name}>`;
  const a = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
  return [
    [page, a, schema('Article')],
    [page, schema('mainEntity'), thing],
    [thing, a, schema('Movie')],
    [thing, schema('name'), `"Film ${i}"@en`],
    [thing, schema('director'), director],
    [director, a, schema('Person')],
    [director, schema('name'), `"Director ${i % 50}"@en`],
  ]
    .map((terms) => `${terms.join(' ')} ${page} .\n`)
    .join('');
}

/** Bytes of memory that the server holds. */
function memory(): number {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8')) ?? [];
  return 1024 * Number(kilobytes);
}

async function load(
  path: string,
  accept: string,
  connections = 10,
  duration = 4,
): Promise<autocannon.Result> {
  return autocannon({ url: `${server.url.slice(0, -1)}${path}`, connections, duration, headers: { accept } });
}

describe('while a slow query runs', () => {
  it.each([
    ['things', '/resource/Film_7', '*/*', '3xx'],
    ['documents', '/page/Film_7', 'text/turtle', '2xx'],
    ['pages', '/page/Film_7', 'text/html', '2xx'],
  ] as const)('%s are answered', async (_, path, accept, kind) => {
    const slow = ask(server, endlessPath);
    await wait(200);
    const result = await load(path, accept);
    const { status, headers } = await slow;
    // Machines that do other things too are slow; one that waits for the slow query gives nothing.
    expect(result[kind]).toBeGreaterThan(10);
    expect([result.errors, result.timeouts, result['4xx'], result['5xx']]).toEqual([0, 0, 0, 0]);
    expect(result.latency.p97_5).toBeLessThan(4000);
    expect([status, Number(headers['retry-after']) > 0]).toEqual([503, true]);
  });

  it('queries are answered', async () => {
    const slow = ask(server, endlessPath);
    await wait(200);
    const result = await load(quick, 'text/csv', 4, 4);
    expect((await slow).status).toBe(503);
    expect(result['2xx']).toBeGreaterThan(10);
    expect([result.errors, result['4xx'], result['5xx']]).toEqual([0, 0, 0]);
    expect(result.latency.p97_5).toBeLessThan(4000);
  });
});

it('a client that goes away frees its query', async () => {
  const aborted = (): number => server.requests().filter(({ isAborted }) => isAborted).length;
  const before = aborted();
  // As many at once as there are threads.
  for (let i = 0; i < 3; i++) {
    const sockets = Array.from({ length: threads }, () => connect(server.port, '127.0.0.1'));
    for (const socket of sockets) socket.write(`GET ${endlessPath} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await wait(200);
    const closed = sockets.map((socket) => once(socket, 'close'));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
    const begun = performance.now();
    const { status } = await ask(server, quick);
    expect(status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(1000 * (seconds - 1));
  }
  expect(aborted() - before).toBe(3 * threads);
});

it('too many slow queries are turned away, and none waits for ever', async () => {
  const begun = performance.now();
  const answers = await Promise.all(Array.from({ length: 22 }, () => ask(server, endlessPath)));
  expect(answers.map(({ status }) => status).every((status) => status === 503)).toBe(true);
  expect(answers.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(70_000);
  expect((await ask(server, quick)).status).toBe(200);
});

it('memory is bounded', async () => {
  await load('/page/Film_7', 'text/turtle', 20, 3);
  const before = memory();
  await load('/page/Film_7', 'text/turtle', 20, 8);
  await load(quick, 'application/sparql-results+json', 4, 4);
  expect(memory() - before).toBeLessThan(150 * 1024 * 1024);
});

it('connections that say nothing take nothing from others', async () => {
  const idle = Array.from({ length: 300 }, () => connect(server.port, '127.0.0.1').on('error', () => {}));
  await wait(300);
  expect((await ask(server, '/page/Film_7', { headers: { accept: 'text/turtle' } })).status).toBe(200);
  for (const socket of idle) socket.destroy();
});

it('ends in order with a query running', async () => {
  const slow = ask(server, endlessPath).catch(() => null);
  await wait(200);
  const begun = performance.now();
  const code = await server.stop('SIGINT');
  expect(code).toBe(130);
  expect(performance.now() - begun).toBeLessThan(8000);
  await slow;
});
