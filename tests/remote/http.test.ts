import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { RemoteRequest } from '../../src/remote/http.js';
import { HttpClient } from '../../src/remote/http.js';
import { serve } from './faulty-server.js';

const limits = { seconds: 5, mostBytes: 1000 } as const;

const get = (url: string, more: Partial<RemoteRequest> = {}): RemoteRequest => ({
  method: 'GET',
  url,
  ...limits,
  ...more,
});

it('gives what a server answers, errors among it', async () => {
  const { origin, received } = await serve((_, response) => {
    response.writeHead(503, { 'retry-after': '7' }).end('später');
  });
  const answer = await new HttpClient().send(get(`${origin}/x?y=1`, { headers: { accept: 'text/csv' } }));
  expect(answer).toMatchObject({ status: 503, text: 'später', isCut: false });
  expect(answer.headers.get('retry-after')).toBe('7');
  expect(received).toMatchObject([{ method: 'GET', url: '/x?y=1', headers: { accept: 'text/csv' } }]);
  expect(received[0]?.headers.authorization).toBeUndefined();
});

it('sends text, bytes and streams', async () => {
  const { origin, received } = await serve((_, response) => response.end());
  const client = new HttpClient();
  const bytes = new TextEncoder().encode('bütes');
  async function* stream() {
    yield bytes.subarray(0, 2);
    yield bytes.subarray(2);
  }
  for (const body of ['täxt', bytes, stream])
    await client.send(get(origin, { method: 'POST', body, headers: { 'content-type': 'text/plain' } }));
  expect(received.map(({ body }) => body)).toEqual(['täxt', 'bütes', 'bütes']);
});

it('says who asks with basic and bearer', async () => {
  const { origin, received } = await serve((_, response) => response.end());
  await new HttpClient({ scheme: 'basic', user: 'Käthe', password: 'p:w' }).send(get(origin));
  await new HttpClient({ scheme: 'bearer', token: 'abc.def' }).send(get(origin));
  expect(received.map(({ headers }) => headers.authorization)).toEqual([
    `Basic ${Buffer.from('Käthe:p:w').toString('base64')}`,
    'Bearer abc.def',
  ]);
});

it('answers a digest challenge, counts on in its session, and takes a new one when that has run out', async () => {
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const { origin, received } = await serve(({ headers, method, url }, response, n) => {
    const nonce = n < 4 ? 'first' : 'second';
    const given = Object.fromEntries(
      [...(headers.authorization ?? '').matchAll(/(\w+)="?([^",]*)"?/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const a1 = md5('dba:SPARQL:dba');
    const wanted = md5(`${a1}:${nonce}:${given.nc}:${given.cnonce}:auth:${md5(`${method}:${url}`)}`);
    if (given.response === wanted) response.end('in');
    else
      response
        .writeHead(401, {
          'www-authenticate': `Digest realm="SPARQL", domain="/", nonce="${nonce}", opaque="o", stale="false", qop="auth", algorithm="MD5"`,
        })
        .end();
  });
  const client = new HttpClient({ scheme: 'digest', user: 'dba', password: 'dba' });
  for (const path of ['/a?graph=x', '/b', '/c']) {
    expect(await client.send(get(origin + path, { method: 'POST', body: 'data' }))).toMatchObject({
      status: 200,
    });
  }
  const counts = received.map(({ headers }) => /nc=(\d+)/.exec(headers.authorization ?? '')?.[1]);
  expect(counts).toEqual([undefined, '00000001', '00000002', '00000003', '00000001']);
  const wrong = new HttpClient({ scheme: 'digest', user: 'dba', password: 'wrong' });
  expect(await wrong.send(get(origin))).toMatchObject({ status: 401 });
});

it('says so where a server wants no digest', async () => {
  const { origin } = await serve((_, response) =>
    response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
  );
  const client = new HttpClient({ scheme: 'digest', user: 'a', password: 'b' });
  await expect(client.send(get(origin))).rejects.toMatchObject({
    failure: 'no-challenge',
    message: expect.stringContaining('it offers basic'),
  });
});

it('follows no redirect, and tells where it leads', async () => {
  const elsewhere = await serve((_, response) => response.end());
  const { origin } = await serve((_, response) =>
    response.writeHead(307, { location: `${elsewhere.origin}/there` }).end(),
  );
  const client = new HttpClient({ scheme: 'basic', user: 'a', password: 'b' });
  await expect(client.send(get(origin))).rejects.toMatchObject({
    failure: 'redirected',
    message: expect.stringContaining(`${elsewhere.origin}/there`),
  });
  expect(elsewhere.received).toEqual([]);
});

it('keeps its credentials from other hosts', async () => {
  const [one, other] = [await serve((_, r) => r.end()), await serve((_, r) => r.end())];
  const client = new HttpClient({ scheme: 'bearer', token: 'secret' });
  await client.send(get(one.origin));
  await expect(client.send(get(other.origin))).rejects.toThrow('credentials');
  expect(other.received).toEqual([]);
});

it('reads no more than it is to', async () => {
  const { origin } = await serve((_, response) => response.end('x'.repeat(100_000)));
  const client = new HttpClient();
  await expect(client.send(get(origin))).rejects.toMatchObject({ failure: 'too-large' });
  const cut = await client.send(get(origin, { beyond: 'cut' }));
  expect(cut.isCut).toBe(true);
  expect(cut.bytes.length).toBe(1000);
});

it('waits no longer than it is to, for the head and for the rest', async () => {
  const silent = await serve(() => {});
  const slow = await serve((_, response) => response.write('a'));
  for (const { origin } of [silent, slow])
    await expect(new HttpClient().send(get(origin, { seconds: 0.1 }))).rejects.toMatchObject({
      failure: 'timeout',
    });
});

it('gives up where it is asked to', async () => {
  const { origin } = await serve(() => {});
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  const request = get(origin, { signal: controller.signal });
  await expect(new HttpClient().send(request)).rejects.toMatchObject({ failure: 'cancelled' });
  await expect(new HttpClient().send(request)).rejects.toMatchObject({ failure: 'cancelled' });
});

it('knows a broken connection from nobody there', async () => {
  const broken = await serve((_, response) => response.destroy());
  const broke = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '50' }).write('half');
    setTimeout(() => response.destroy(), 20);
  });
  for (const { origin } of [broken, broke])
    await expect(new HttpClient().send(get(origin))).rejects.toMatchObject({ failure: 'reset' });
  await expect(new HttpClient().send(get('http://127.0.0.1:1/'))).rejects.toMatchObject({
    failure: 'unreachable',
  });
  await expect(new HttpClient().send(get('http://no-such-host.invalid/'))).rejects.toMatchObject({
    failure: 'unreachable',
  });
});
