/** What an endpoint may answer that no real one can be made to; the real ones are asked in tests/integration. */
import { describe, expect, it } from 'vitest';
import { remoteEndpoint } from '../../src/store/remote-endpoint.js';
import type { SparqlRequest } from '../../src/store/sparql-service.js';
import { serve } from '../remote/faulty-server.js';

const request = (query: string, rest: Partial<SparqlRequest> = {}): SparqlRequest => ({
  query,
  results: 'csv',
  graphs: 'turtle',
  limits: { seconds: 5, rows: 2 },
  ...rest,
});

const select = 'SELECT ?a { ?a ?b ?c }';
const json = 'application/sparql-results+json';

describe('a request', () => {
  it('is a POST of the query, one row more than wanted, and of the graphs', async () => {
    const { origin, received } = await serve((_, response) => {
      const bindings = ['1', '2', '3'].map((value) => ({ a: { type: 'literal', value } }));
      const body = JSON.stringify({ head: { vars: ['a'] }, results: { bindings } });
      response.setHeader('content-type', `${json}; charset=utf-8`).end(body);
    });
    const service = remoteEndpoint(`${origin}/sparql`, {
      credentials: { scheme: 'basic', user: 'ann', password: 'secret' },
    });
    const datasets = { defaultGraphs: ['http://x/g', 'http://x/h'], namedGraphs: ['http://x/n'] };
    const answer = await service.query(request(select, datasets));
    expect(answer).toEqual({ form: 'select', mediaType: 'text/csv', body: 'a\r\n1\r\n2\r\n', isCut: true });
    const [{ method, url, headers, body }] = received as [(typeof received)[number]];
    expect([method, url, headers.accept]).toEqual(['POST', '/sparql', json]);
    expect(headers.authorization).toBe(`Basic ${Buffer.from('ann:secret').toString('base64')}`);
    const parameters = new URLSearchParams(body);
    expect(parameters.get('query')).toBe(`${select}\nLIMIT 3\n`);
    expect(parameters.getAll('default-graph-uri')).toEqual(['http://x/g', 'http://x/h']);
    expect(parameters.getAll('named-graph-uri')).toEqual(['http://x/n']);
  });

  it.each(['CLEAR ALL', 'ASK { SERVICE <http://x/> {} }'])('is not sent where it is %s', async (query) => {
    const { origin, received } = await serve((_, response) => response.end());
    const answer = remoteEndpoint(origin).query(request(query));
    await expect(answer).rejects.toMatchObject({ failure: 'malformed' });
    expect(received).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([
    [
      'half of it',
      select,
      '{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri","value":"http://x/',
    ],
    ['nothing', select, ''],
    ['an error', select, '{"error":"Out of memory"}'],
    ['a page', select, '<html></html>'],
    ['a list', select, '[]'],
    ['rows that are none', select, '{"head":{"vars":["a"]},"results":{"bindings":[1]}}'],
    ['terms that are none', select, '{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"value":1}}]}}'],
    ['no solutions', select, '{"head":{"vars":["a"]},"results":{}}'],
    ['what ASK would give', select, '{"head":{},"boolean":true}'],
    ['what SELECT would give', 'ASK {}', '{"head":{"vars":[]},"results":{"bindings":[]}}'],
    ['null', 'ASK {}', 'null'],
    ['half a graph', 'CONSTRUCT WHERE { ?s ?p ?o }', '<http://x/a> <http://x/p> "1" .\n<http://x/b> <http'],
    ['an error in a graph', 'DESCRIBE <http://x/a>', '<http://x/a> <http://x/p> "1" .\nERROR: timeout'],
  ])('that is %s is none, though the status is 200', async (_, query, body) => {
    const { origin } = await serve((_, response) => {
      const type = /^(?:SELECT|ASK)/.test(query) ? json : 'application/n-triples';
      response.setHeader('content-type', type).end(body);
    });
    for (const results of ['json', 'csv', 'tsv', 'xml'] as const)
      await expect(remoteEndpoint(origin).query(request(query, { results }))).rejects.toMatchObject({
        failure: 'unavailable',
      });
  });

  it('of a graph is the same text whatever order the endpoint has', async () => {
    const lines = ['<http://x/b> <http://x/p> "2" .', '<http://x/a> <http://x/p> "1" .'];
    const { origin } = await serve((_, response, n) => {
      const text = n === 1 ? lines : [...lines.toReversed(), lines[0]];
      response.setHeader('content-type', 'application/n-triples').end(`${text.join('\n')}\n`);
    });
    const ask = (): Promise<unknown> => remoteEndpoint(origin).query(request('CONSTRUCT WHERE { ?s ?p ?o }'));
    const expected = '<http://x/a> <http://x/p> "1" .\n\n<http://x/b> <http://x/p> "2" .\n';
    expect(await ask()).toEqual({
      form: 'construct',
      mediaType: 'text/turtle',
      body: expected,
      isCut: false,
    });
    const one = await serve((_, response) =>
      response.setHeader('content-type', 'text/turtle').end('<http://x/a> a 1'),
    );
    await expect(remoteEndpoint(one.origin).query(request('DESCRIBE <http://x/a>'))).rejects.toMatchObject({
      failure: 'unavailable',
    });
    expect(await ask()).toMatchObject({ body: expected });
  });

  it.each([
    [400, 'malformed', /does not take the query. It says: Lexical error/],
    [401, 'refused', /who asks/],
    [404, 'unavailable', /404/],
    [408, 'timeout', /gave the query up/],
    [429, 'busy', /try again/],
    [500, 'unavailable', /500/],
    [503, 'busy', /try again/],
    [302, 'unavailable', /redirects are not followed/],
  ])('of %i is told as %s', async (status, failure, message) => {
    const { origin } = await serve((_, response) => {
      response.writeHead(status, { 'content-type': 'text/plain', location: 'http://elsewhere.example/' });
      response.end('Lexical error');
    });
    const answer = remoteEndpoint(origin).query(request(select));
    await expect(answer).rejects.toMatchObject({ failure, message: expect.stringMatching(message) });
  });

  it('that is a page, too long or late is refused', async () => {
    const page = await serve((_, response) => response.setHeader('content-type', 'text/html').end('<html>'));
    await expect(remoteEndpoint(page.origin).query(request(select))).rejects.toMatchObject({
      failure: 'unavailable',
      message: expect.stringContaining('may be no SPARQL endpoint'),
    });
    const long = await serve((_, response) => {
      response.setHeader('content-type', 'text/csv').end(`a\r\n${'x'.repeat(5000)}\r\n`);
    });
    const bounded = remoteEndpoint(long.origin, { mostBytes: 1000 });
    await expect(bounded.query(request(select))).rejects.toMatchObject({ failure: 'too-large' });
    const late = await serve(() => {});
    const limits = { seconds: 0.2, rows: 1 };
    await expect(remoteEndpoint(late.origin).query(request(select, { limits }))).rejects.toMatchObject({
      failure: 'timeout',
    });
    const controller = new AbortController();
    const given = remoteEndpoint(late.origin).query(request(select, { signal: controller.signal }));
    controller.abort();
    await expect(given).rejects.toMatchObject({ failure: 'cancelled' });
  });
});
