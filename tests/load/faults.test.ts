/** Faults that no real store gives when asked: what a load does about them. */
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import type { RefusedStatement } from '../../src/load/loadable.js';
import { prepare } from '../../src/load/loadable.js';
import { Store } from '../../src/load/store.js';
import type { StoreName, StoreProfile } from '../../src/load/store-profiles.js';
import { addressesOf, profileNamed } from '../../src/load/store-profiles.js';
import { StoreWriter } from '../../src/load/store-writer.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { HttpClient } from '../../src/remote/http.js';
import { RetryingClient, usualPolicy } from '../../src/remote/retry.js';
import type { Answer } from '../remote/faulty-server.js';
import { serve } from '../remote/faulty-server.js';

const page = 'https://example.org/page/A';

function articleOf(count: number) {
  const lines = Array.from({ length: count }, (_, n) => `<urn:s> <urn:p> "${n}" <${page}> .\n`);
  const quads = parseTurtleFamily(lines.join(''), 'nquads');
  const { article } = prepare({ file: 'a.nq', quads, lines: quads.map((_, n) => n + 1) });
  if (!article) throw new Error('no article');
  return article;
}

async function writerTo(name: StoreName, answer: Answer, mostStatements = 1000) {
  const server = await serve(answer);
  const profile = profileNamed(name) as StoreProfile;
  const client = new RetryingClient(new HttpClient(), { policy: usualPolicy, wait: async () => {} });
  const refused: RefusedStatement[] = [];
  const store = new Store(profile, addressesOf(profile, server.origin), client);
  const writer = new StoreWriter(store, { mostStatements, mostBytes: 1_000_000 }, (one) => refused.push(one));
  return { writer, refused, received: server.received };
}

const taken = (response: ServerResponse): unknown => response.writeHead(204).end();

it('cuts what it sends between statements, within the limit', async () => {
  const { writer, received } = await writerTo('oxigraph', (_, response) => taken(response), 40);
  await writer.append([articleOf(100)]);
  expect(received.map(({ body }) => body.split('\n').length - 1)).toEqual([40, 40, 20]);
  expect(new Set(received.map(({ method, url }) => `${method} ${url}`))).toEqual(new Set(['POST /store']));
  expect(received[0]?.body.split('\n')[0]).toBe(`<urn:s> <urn:p> "0" <${page}> .`);
});

it('halves what is refused until the statements are left that are, and sends all others', async () => {
  const bad = ['"17"', '"18"', '"99"'];
  const kept = new Set<string>();
  const { writer, refused, received } = await writerTo('oxigraph', ({ body }, response) => {
    if (bad.some((literal) => body.includes(literal))) response.writeHead(400).end('Invalid literal');
    else {
      for (const line of body.split('\n').filter(Boolean)) kept.add(line);
      taken(response);
    }
  });
  await writer.append([articleOf(100)]);
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
    [18, 'Invalid literal'],
    [19, 'Invalid literal'],
    [100, 'Invalid literal'],
  ]);
  expect(kept.size).toBe(97);
  expect(received.length).toBeLessThan(60);
});

it('splits what is too large, and refuses what is too large alone', async () => {
  const { writer, refused } = await writerTo('oxigraph', ({ body }, response) =>
    body.length > 1000 ? response.writeHead(413).end() : taken(response),
  );
  await writer.append([articleOf(100)]);
  expect(refused).toEqual([]);
});

it('stops where a store takes nothing at all', async () => {
  const { writer, received } = await writerTo('oxigraph', (_, response) => response.writeHead(400).end('no'));
  await expect(writer.append([articleOf(1000)])).rejects.toMatchObject({
    problem: { code: 'store-refused', message: expect.stringContaining('refuses every statement') },
  });
  expect(received.length).toBeLessThan(100);
});

it.each([
  [401, 'not-authorized'],
  [403, 'not-authorized'],
  [404, 'wrong-endpoint'],
  [405, 'wrong-endpoint'],
  [503, 'store-gone'],
])('ends with %i as %s', async (status, code) => {
  const { writer } = await writerTo('fuseki', (_, response) => response.writeHead(status).end());
  await expect(writer.append([articleOf(1)])).rejects.toMatchObject({ problem: { code } });
});

it('sends again what broke off, and nothing is left out', async () => {
  const bodies: string[] = [];
  const { writer } = await writerTo(
    'fuseki',
    ({ body }, response, n) => {
      if (n % 2 === 1) response.destroy();
      else {
        bodies.push(body);
        taken(response);
      }
    },
    30,
  );
  await writer.append([articleOf(90)]);
  expect(bodies.join('').split('\n').filter(Boolean).length).toBe(90);
});

it('takes the 500 of Virtuoso for what it is: a refusal where it says so, a fault otherwise', async () => {
  const refusal =
    '<h3>Error 22023</h3><xmp>The POST request for graph <urn:g> is rejected: the submitted resource is of unsupported type</xmp>';
  const { writer, refused, received } = await writerTo('virtuoso', ({ body }, response, n) => {
    if (n === 1) response.writeHead(500).end('<h3>Error 40001</h3>deadlock');
    else if (body.includes('"5"')) response.writeHead(500).end(refusal);
    else taken(response);
  });
  await writer.append([articleOf(8)]);
  expect(refused.map(({ line }) => line)).toEqual([6]);
  expect(received[0]?.body).toBe(received[1]?.body);
  expect(received[0]?.url).toBe(`/sparql-graph-crud-auth?graph=${encodeURIComponent(page)}`);
});

it('drops no graph of another article, whatever a store answers', async () => {
  const row = (g: string) => ({ g: { type: 'uri', value: g } });
  const hostile = [
    `${page}#char=1,2`,
    'https://example.org/page/B',
    `${page}B#char=1,2`,
    `${page}#char=1,2> ; CLEAR ALL ; #`,
  ];
  let asked = 0;
  const { writer, received } = await writerTo('fuseki', ({ url }, response) => {
    if (!url.endsWith('/query')) taken(response);
    else {
      const bindings = asked++ === 0 ? hostile.map(row) : [];
      response.writeHead(200, { 'content-type': 'application/sparql-results+json' });
      response.end(JSON.stringify({ head: { vars: ['g'] }, results: { bindings } }));
    }
  });
  await writer.replace([articleOf(3)]);
  const updates = received.filter(({ url }) => url.endsWith('/update')).map(({ body }) => body);
  expect(updates).toEqual([`DROP SILENT GRAPH <${page}#char=1,2>`]);
  expect(received.at(-1)).toMatchObject({ method: 'PUT', url: `/data?graph=${encodeURIComponent(page)}` });
});

it.each([
  '<!DOCTYPE html><html><body><h1>Log in</h1></body></html>',
  '\n<HTML><head><title>Welcome</title></head></HTML>',
])('takes a page that is answered for no store: %s', async (page) => {
  for (const name of ['oxigraph', 'fuseki', 'virtuoso'] as const) {
    const { writer } = await writerTo(name, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    );
    for (const write of [writer.append([articleOf(3)]), writer.replace([articleOf(3)])])
      await expect(write).rejects.toMatchObject({ problem: { code: 'wrong-endpoint' } });
  }
});
