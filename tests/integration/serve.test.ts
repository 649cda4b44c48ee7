/** The server as a program: things, documents, formats, and what it refuses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../serve/start.js';
import { ask, sendRaw, serve } from '../serve/start.js';
import { readWithJsonld, readWithN3 } from '../support/read-back.js';
import { root } from './program.js';

const films = join(root, 'tests/serve/films.nq');
let server: Running;
beforeAll(async () => {
  server = await serve([films]);
});
afterAll(async () => {
  await server.stop();
});

const get = (path: string, accept?: string, headers: Record<string, string> = {}) =>
  ask(server, path, { headers: { ...(accept === undefined ? {} : { accept }), ...headers } });

async function answered(running: Running, path: string): Promise<unknown[]> {
  const { status, headers, body } = await ask(running, path, { headers: { accept: 'text/turtle' } });
  return [status, headers.etag, body];
}

/** The statements of one graph of the file, as N-Triples. */
function triplesOf(...graphs: string[]): string {
  const lines = readFileSync(films, 'utf8').split('\n');
  const found = graphs.flatMap((graph) =>
    lines.filter((line) => line.endsWith(` <${graph}> .`)).map((line) => line.replace(` <${graph}> .`, ' .')),
  );
  return `${found.sort().join('\n')}\n`;
}

describe('a thing', () => {
  it.each([
    ['/resource/Salt_Wind', '/page/Salt_Wind'],
    ['/resource/Oona_Brandt', '/page/Oona_Brandt'],
    ['/resource/Am%C3%A9lie', '/page/Am%C3%A9lie'],
    ['/resource/Am%c3%a9lie', '/page/Am%C3%A9lie'],
    ['/resource/100%25_Wolf', '/page/100%25_Wolf'],
    ['/resource/Salt_Wind?utm=1', '/page/Salt_Wind'],
  ])('%s sends on to %s', async (path, location) => {
    const { status, headers } = await get(path, 'text/turtle');
    expect([status, headers.location]).toEqual([303, location]);
    expect(headers.link).toContain(`<${location}>; rel="describedby"`);
  });

  it.each(['/resource/Nobody', '/resource/..', '/resource/Salt_Wind/x'])('%s is not known', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it.each([
    ['/resource/salt_wind', null],
    ['/resource/salt%20_Wind', '/resource/Salt_Wind'],
    ['/page/amélie'.replace('é', '%C3%A9'), '/page/Am%C3%A9lie'],
    ['/resource/100%25%20Wolf', '/resource/100%25_Wolf'],
  ])('%s is %s, written otherwise', async (path, location) => {
    const { status, headers } = await get(path, 'text/turtle');
    expect([status, headers.location ?? null]).toEqual([location === null ? 404 : 302, location]);
  });

  it.each(['/resource/%E9', '/resource/%', '/page/%zz', '/page/%ED%A0%80'])(
    '%s is no address',
    async (path) => {
      expect((await get(path)).status).toBe(400);
    },
  );
});

describe('a document', () => {
  it.each([
    ['text/turtle', 'text/turtle; charset=utf-8', 'ttl'],
    ['application/ld+json', 'application/ld+json', 'jsonld'],
    ['application/n-triples', 'application/n-triples', 'nt'],
    ['application/n-triples;q=0.2, text/turtle;q=0.1, */*;q=0', 'application/n-triples', 'nt'],
    ['text/html;q=0.1, application/ld+json', 'application/ld+json', 'jsonld'],
  ])('comes for %s as %s', async (accept, type, extension) => {
    const { status, headers } = await get('/page/Salt_Wind', accept);
    expect([status, headers['content-type'], headers.vary]).toEqual([200, type, 'Accept']);
    expect(headers['content-location']).toBe(`/page/Salt_Wind.${extension}`);
    expect(headers.link).toContain('</page/Salt_Wind.ttl>; rel="alternate"; type="text/turtle"');
    expect(headers.link).toContain('</.well-known/void>; rel="describedby"');
    expect(headers.etag).toMatch(/^"[\w-]{27}"$/);
    const same = await get(`/page/Salt_Wind.${extension}`, 'text/html');
    expect([same.status, same.headers['content-type'], same.headers.etag]).toEqual([200, type, headers.etag]);
  });

  it('says the same in all formats: what its graph holds', async () => {
    const expected = triplesOf('https://example.org/page/Salt_Wind');
    const bodies = await Promise.all(
      ['nt', 'ttl', 'jsonld'].map(async (extension) => (await get(`/page/Salt_Wind.${extension}`)).body),
    );
    const [ntriples, turtle, jsonld] = bodies as [string, string, string];
    expect(ntriples).toBe(expected);
    expect(readWithN3(turtle, 'turtle')).toEqual(readWithN3(expected, 'ntriples'));
    expect(await readWithJsonld(jsonld)).toEqual(readWithN3(expected, 'ntriples'));
    expect((await get('/page/Salt_Wind', 'application/ld+json')).headers.link).toContain(
      '<http://www.w3.org/ns/json-ld#compacted>; rel="profile"',
    );
  });

  it('is compressed as a page, for who takes that, and as data is not', async () => {
    const [plain, zipped, data] = await Promise.all([
      get('/page/Salt_Wind', 'text/html'),
      get('/page/Salt_Wind', 'text/html', { 'accept-encoding': 'gzip' }),
      get('/page/Salt_Wind', 'text/turtle', { 'accept-encoding': 'gzip' }),
    ]);
    for (const { headers } of [plain, zipped]) expect(headers.vary).toBe('Accept, Accept-Encoding');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(data.headers['content-encoding']).toBeUndefined();
    const [whole, part] = [plain, zipped].map(({ headers }) => Number(headers['content-length']));
    expect(part).toBeLessThan((whole as number) / 2);
    expect(zipped.headers.etag).not.toBe(plain.headers.etag);
    const again = { 'accept-encoding': 'gzip', 'if-none-match': zipped.headers.etag as string };
    expect((await get('/page/Salt_Wind', 'text/html', again)).status).toBe(304);
  });

  it('holds the graphs of its stretches too, and not their description', async () => {
    expect((await get('/page/Night_Ferry.nt')).body).toBe(
      `<https://example.org/page/Night_Ferry> <https://schema.org/mainEntity> <https://example.org/resource/Night_Ferry> .
<https://example.org/resource/Night_Ferry> <https://schema.org/name> "Night Ferry"@en .
`,
    );
  });

  it('of a thing without a page of its own is what is said of it, and what points at it', async () => {
    expect((await get('/page/Oona_Brandt.nt')).body).toBe(
      `<https://example.org/resource/100%25_Wolf> <https://schema.org/director> <https://example.org/resource/Oona_Brandt> .
<https://example.org/resource/Oona_Brandt> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Person> .
<https://example.org/resource/Oona_Brandt> <https://schema.org/name> "Oona Brandt"@en .
<https://example.org/resource/Salt_Wind> <https://schema.org/director> <https://example.org/resource/Oona_Brandt> .
`,
    );
  });

  it('may have a name that looks like that of a format', async () => {
    const { headers, body } = await get('/page/notes.ttl', 'application/n-triples');
    expect(headers['content-type']).toBe('application/n-triples');
    expect(body).toBe(triplesOf('https://example.org/page/notes.ttl'));
    expect((await get('/page/notes.ttl.nt')).body).toBe(body);
    expect((await get('/page/nothing.ttl')).status).toBe(404);
  });

  it('is not acceptable in other formats, and tells in which it is', async () => {
    const { status, headers, body } = await get('/page/Salt_Wind', 'application/rdf+xml, text/turtle;q=0');
    expect([status, headers.vary]).toEqual([406, 'Accept']);
    expect(body).toContain('\ntext/turtle /page/Salt_Wind.ttl\n');
  });

  it('of nothing is not found in any format', async () => {
    for (const accept of ['text/html', 'text/turtle', 'application/ld+json'])
      expect((await get('/page/Nobody', accept)).status).toBe(404);
  });

  it('need not come again where nothing changed', async () => {
    const { headers } = await get('/page/Salt_Wind', 'text/turtle');
    const etag = headers.etag as string;
    for (const condition of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await get('/page/Salt_Wind', 'text/turtle', { 'if-none-match': condition });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
    }
    const other = await get('/page/Salt_Wind', 'application/ld+json', { 'if-none-match': etag });
    expect(other.status).toBe(200);
    expect(other.headers.etag).not.toBe(etag);
  });
});

describe('methods', () => {
  it('HEAD has the headers of GET and no body', async () => {
    const headers = { accept: 'text/turtle' };
    const [head, got] = await Promise.all(
      ['HEAD', 'GET'].map((method) => ask(server, '/page/Salt_Wind', { method, headers })),
    );
    expect([head?.status, head?.body]).toEqual([200, '']);
    for (const name of ['etag', 'content-length', 'content-type', 'link', 'vary'])
      expect(head?.headers[name]).toBe(got?.headers[name]);
  });

  it('OPTIONS tells what may be done, from other sites too', async () => {
    const { status, headers } = await ask(server, '/sparql', {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example', 'access-control-request-method': 'POST' },
    });
    expect([status, headers.allow]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-methods']).toContain('POST');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect((await get('/page/Salt_Wind', 'text/turtle')).headers['access-control-allow-origin']).toBe('*');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])('%s is none', async (method) => {
    const { status, headers } = await ask(server, '/page/Salt_Wind', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });

  it('POST is for queries alone', async () => {
    const { status, headers } = await ask(server, '/page/Salt_Wind', { method: 'POST', body: 'x' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

describe('every answer', () => {
  it.each(['/', '/page/Salt_Wind', '/resource/Nobody', '/sparql?query=x', '/.well-known/void'])(
    '%s is safe to show',
    async (path) => {
      const { headers } = await get(path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );
});

describe('the description of the data', () => {
  it('counts classes and properties', async () => {
    const { status, headers, body } = await get('/.well-known/void', 'text/turtle');
    expect([status, headers['content-type']]).toEqual([200, 'text/turtle; charset=utf-8']);
    const quads = new Parser().parse(body);
    const value = (subject: string, property: string): string[] =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(property))
        .map(({ object }) => object.value);
    const dataset = 'https://example.org/.well-known/void#dataset';
    // A line each, as none is in two graphs.
    expect(value(dataset, 'void#triples')).toEqual(['20']);
    expect(value(dataset, 'void#documents')).toEqual(['5']);
    expect(value(dataset, 'void#sparqlEndpoint')).toEqual(['https://example.org/sparql']);
    const movies =
      quads.find(({ object }) => object.value === 'https://schema.org/Movie')?.subject.value ?? '';
    expect(value(movies, 'void#entities')).toEqual(['1']);
    const directors = quads.find(({ object }) => object.value === 'https://schema.org/director')?.subject
      .value;
    expect(value(directors ?? '', 'void#triples')).toEqual(['2']);
    for (const accept of ['application/ld+json', 'application/n-triples', '*/*'])
      expect((await get('/.well-known/void', accept)).status).toBe(200);
  });
});

describe('hostile requests', () => {
  const raw = (text: string | Uint8Array) => sendRaw(server, text);
  const status = (received: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1]);
  const head = `Host: localhost\r\nConnection: close\r\n`;

  it.each([
    ['a huge header', `GET / HTTP/1.1\r\n${head}X: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
    ['a huge address', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${head}\r\n`, 414],
    ['a path upwards', `GET /../../../../etc/passwd HTTP/1.1\r\n${head}\r\n`, 404],
    ['an encoded path upwards', `GET /assets/..%2f..%2fpackage.json HTTP/1.1\r\n${head}\r\n`, 404],
    ['a path upwards below pages', `GET /page/..%2f..%2fpackage.json HTTP/1.1\r\n${head}\r\n`, 404],
    ['line breaks in a path', `GET /resource/a%0d%0aSet-Cookie:%20a HTTP/1.1\r\n${head}\r\n`, 404],
    ['a zero byte in a path', `GET /resource/a%00 HTTP/1.1\r\n${head}\r\n`, 404],
    ['a method that is none', `G@T / HTTP/1.1\r\n${head}\r\n`, 400],
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['another host', 'GET /page/Salt_Wind HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
    ['two hosts', `GET / HTTP/1.1\r\n${head}Host: localhost\r\n\r\n`, 400],
    ['two hosts, the second in capitals', `GET / HTTP/1.1\r\n${head}HOST: evil.example\r\n\r\n`, 400],
    [
      'a whole address of another host',
      `GET http://evil.example/page/Salt_Wind.nt HTTP/1.1\r\n${head}\r\n`,
      400,
    ],
    ['a whole address of this host', `GET http://LOCALHOST/page/Salt_Wind.nt HTTP/1.1\r\n${head}\r\n`, 200],
    ['a whole address with a user', `GET http://localhost@evil.example/ HTTP/1.1\r\n${head}\r\n`, 400],
    [
      'a host that begins well',
      'GET / HTTP/1.1\r\nHost: localhost.evil.example\r\nConnection: close\r\n\r\n',
      421,
    ],
    [
      'two lengths',
      `POST /sparql HTTP/1.1\r\n${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`,
      400,
    ],
    [
      'a length and chunks',
      `POST /sparql HTTP/1.1\r\n${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['an address that is none', `GET foo HTTP/1.1\r\n${head}\r\n`, 400],
    [
      'a body that is too long',
      `POST /sparql HTTP/1.1\r\n${head}Content-Type: application/sparql-query\r\nContent-Length: 2000000\r\n\r\n`,
      413,
    ],
    [
      'a body that is compressed',
      `POST /sparql HTTP/1.1\r\n${head}Content-Type: application/sparql-query\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx`,
      415,
    ],
  ])('%s is answered as it should be', async (_, text, expected) => {
    const received = await raw(text);
    expect(status(received)).toBe(expected);
    expect(received.split('\r\n\r\n', 1)[0]?.toLowerCase()).not.toContain('set-cookie');
  });

  it('a body that goes on and on is cut', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    const received = await raw(
      `POST /sparql HTTP/1.1\r\n${head}Content-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}`,
    );
    expect(status(received)).toBe(413);
  });

  it('the log cannot be broken, and tells no queries', async () => {
    await raw(`GET /\u009b31m"\\x?secret=1 HTTP/1.1\r\n${head}\r\n`);
    await get('/resource/a%0Ab?secret=2');
    expect(
      server.lines.filter((line) => !/^(?:loaded|listening) /.test(line)).every((line) => JSON.parse(line)),
    ).toBe(true);
    const text = server.lines.join('\n');
    expect(text).not.toContain('secret');
    expect(text).not.toMatch(/[\u0080-\u009f]/);
  });

  it('a client that sends its headers slowly is let go', async () => {
    const begun = Date.now();
    const received = await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: `);
    expect(status(received)).toBe(408);
    expect(Date.now() - begun).toBeLessThan(20_000);
  });

  it('it goes on', async () => {
    expect((await get('/page/Salt_Wind.nt')).status).toBe(200);
    expect(server.requests().filter(({ error }) => error !== undefined)).toEqual([]);
    expect(server.requests().filter(({ status }) => status >= 500)).toEqual([]);
  });
});

describe('a server', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('ends in order at %s', async (signal, code) => {
    const other = await serve([films]);
    expect((await ask(other, '/page/Salt_Wind.nt')).status).toBe(200);
    expect(await other.stop(signal)).toBe(code);
    await expect(ask(other, '/')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('answers by the names that it is given, and keeps other sites out where it is told to', async () => {
    const other = await serve([films, '--host-name', 'films.example', '--no-cors']);
    const headers = { host: 'Films.example:8080', accept: 'text/turtle' };
    const { status, headers: given } = await ask(other, '/page/Salt_Wind', { headers });
    expect([status, given['access-control-allow-origin']]).toEqual([200, undefined]);
    expect((await ask(other, '/', { headers: { host: 'other.example' } })).status).toBe(421);
    await other.stop();
  });

  it('answers under the path of its base', async () => {
    const other = await serve([films, '--base', 'https://example.org/page/']);
    expect((await ask(other, '/page/Salt_Wind.nt')).status).toBe(404);
    await other.stop();
  });

  it('answers for what another endpoint holds', async () => {
    const other = await serve(['--endpoint', `${server.url}sparql`]);
    for (const path of [
      '/page/Salt_Wind.nt',
      '/page/Oona_Brandt.ttl',
      '/page/Night_Ferry.jsonld',
      '/resource/Nobody',
    ])
      expect(await answered(other, path)).toEqual(await answered(server, path));
    const wrong = await ask(other, '/sparql?query=ASK%20%7B');
    expect([wrong.status, wrong.body.includes(server.url)]).toEqual([400, false]);
    expect((await ask(other, '/page/Salt_Wind', { headers: { accept: 'text/html' } })).status).toBe(200);
    await other.stop();
  });

  it('tells that another endpoint is not there', async () => {
    const other = await serve(['--endpoint', 'http://127.0.0.1:9/sparql']);
    expect(other.lines.join('\n')).toContain('[endpoint-silent]');
    const { status, headers, body } = await ask(other, '/page/Salt_Wind.nt');
    expect([status, headers['retry-after']]).toEqual([502, '10']);
    expect(body).not.toContain('127.0.0.1');
    expect(await other.stop()).toBe(143);
  });

  it('tells what it cannot do', async () => {
    await expect(serve([join(root, 'nowhere.nq')])).rejects.toThrow(/it ended with 74/);
    await expect(serve([])).rejects.toThrow(/it ended with 2/);
    await expect(serve([films, '--port', String(server.port)])).rejects.toThrow(
      /it ended with 74.*cannot-listen/s,
    );
    await expect(serve([films, '--base', 'nonsense'])).rejects.toThrow(/it ended with 2/);
  });
});
