/**
 * The query operation of the SPARQL 1.1 Protocol, requirement by requirement (https://www.w3.org/TR/sparql11-protocol/),
 * as W3C's tests of the protocol ask for it (https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/), and the
 * endpoint as rdflib's SPARQLStore sees it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Running } from '../serve/start.js';
import { ask, serve } from '../serve/start.js';
import { readWithJsonld, readWithN3 } from '../support/read-back.js';
import { root } from './program.js';

let server: Running;
beforeAll(async () => {
  server = await serve([join(root, 'tests/serve/films.nq'), '--query-rows', '15']);
});
afterAll(async () => {
  await server.stop();
});

const saltWind = 'https://example.org/page/Salt_Wind';
const wolf = 'https://example.org/page/100%25_Wolf';
const form = 'application/x-www-form-urlencoded';
const direct = 'application/sparql-query';
const parameters = (...pairs: [string, string][]): string => new URLSearchParams(pairs).toString();

const get = (query: string, accept?: string): Promise<Answer> =>
  ask(server, `/sparql?${query}`, { headers: accept === undefined ? {} : { accept } });
const post = (type: string | null, body: string | Uint8Array, query = '', accept?: string): Promise<Answer> =>
  ask(server, `/sparql${query === '' ? '' : `?${query}`}`, {
    method: 'POST',
    headers: {
      ...(type === null ? {} : { 'content-type': type }),
      ...(accept === undefined ? {} : { accept }),
    },
    body,
  });

describe('the three ways to ask', () => {
  const query = 'ASK {}';
  it.each<[string, () => Promise<Answer>]>([
    ['query_get', () => get(parameters(['query', query]))],
    ['query_post_form', () => post(form, parameters(['query', query]))],
    [
      'query_post_form with a character set',
      () => post(`${form}; charset=UTF-8`, parameters(['query', query])),
    ],
    ['query_post_direct', () => post(direct, query)],
    ['query_post_direct with a character set', () => post(`${direct}; charset="utf-8"`, query)],
  ])('%s', async (_, send) => {
    const { status, headers, body } = await send();
    expect([status, headers['content-type'], headers.vary]).toEqual([
      200,
      'application/sparql-results+json',
      'Accept',
    ]);
    expect(JSON.parse(body).boolean).toBe(true);
  });
});

/** Whether the default graph, and a named graph, hold what is said in the pages of Salt Wind and 100% Wolf. */
describe('the dataset', () => {
  const inDefault = (...names: string[]): string =>
    `ASK { ${names.map((name, i) => `?s${i} <https://schema.org/name> "${name}"@en .`).join(' ')} }`;
  const both = inDefault('Salt Wind', '100% Wolf');
  const onlyOne =
    'ASK { ?s <https://schema.org/name> "Salt Wind"@en FILTER NOT EXISTS { ?t <https://schema.org/name> "100% Wolf"@en } }';
  const named =
    'ASK { GRAPH ?g { ?s <https://schema.org/name> "Salt Wind"@en } FILTER NOT EXISTS { GRAPH ?h { ?t <https://schema.org/name> "100% Wolf"@en } } }';
  const mixed = `ASK { ?s <https://schema.org/name> "100% Wolf"@en . GRAPH <${saltWind}> { ?t <https://schema.org/name> "Salt Wind"@en } }`;
  const one: [string, string][] = [['default-graph-uri', saltWind]];
  const two: [string, string][] = [...one, ['default-graph-uri', wolf]];
  const name: [string, string][] = [['named-graph-uri', saltWind]];
  const full: [string, string][] = [
    ['default-graph-uri', wolf],
    ['named-graph-uri', saltWind],
  ];

  it.each<[string, string, [string, string][], boolean]>([
    ['of all graphs', both, [], true],
    ['query_dataset_default_graph', onlyOne, one, true],
    ['one graph holds no more', both, one, false],
    ['query_dataset_default_graphs', both, two, true],
    ['query_dataset_named_graphs', named, name, true],
    ['named graphs alone leave the default graph empty', both, name, false],
    ['query_dataset_full', mixed, full, true],
    [
      'the other way round',
      mixed,
      [
        ['default-graph-uri', saltWind],
        ['named-graph-uri', wolf],
      ],
      false,
    ],
    ['a graph that is not there', both, [['default-graph-uri', 'https://example.org/page/None']], false],
  ])('%s', async (_, query, graphs, expected) => {
    const answers = await Promise.all([
      get(parameters(['query', query], ...graphs)),
      post(form, parameters(['query', query], ...graphs)),
      post(direct, query, parameters(...graphs)),
    ]);
    for (const { status, body } of answers) {
      expect(status, body).toBe(200);
      expect(JSON.parse(body).boolean).toBe(expected);
    }
  });

  it('query_multiple_dataset: that of the protocol wins over that of the query', async () => {
    const query = `ASK FROM <${wolf}> { ?s <https://schema.org/name> "Salt Wind"@en }`;
    expect(JSON.parse((await get(parameters(['query', query]))).body).boolean).toBe(false);
    const { status, body } = await get(parameters(['query', query], ...one));
    expect([status, JSON.parse(body).boolean]).toEqual([200, true]);
  });
});

describe('formats', () => {
  const select = 'SELECT ?name { ?s <https://schema.org/name> ?name } ORDER BY ?name LIMIT 2';
  it.each([
    ['application/sparql-results+json', 'application/sparql-results+json', /"value":\s?"100% Wolf"/],
    ['application/json', 'application/sparql-results+json', /"bindings"/],
    [
      'application/sparql-results+xml',
      'application/sparql-results+xml',
      /<sparql xmlns="http:\/\/www.w3.org\/2005\/sparql-results#">/,
    ],
    ['text/csv', 'text/csv; charset=utf-8', /^name\r\n100% Wolf\r\nAmélie\r\n$/],
    [
      'text/tab-separated-values',
      'text/tab-separated-values; charset=utf-8',
      /^\?name\n"100% Wolf"@en\n"Amélie"@fr\n$/,
    ],
    ['text/csv;q=0.5, application/sparql-results+xml;q=0.6', 'application/sparql-results+xml', /<sparql/],
    ['*/*', 'application/sparql-results+json', /bindings/],
  ])('query_content_type_select: %s', async (accept, type, content) => {
    const { status, headers, body } = await get(parameters(['query', select]), accept);
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(body).toMatch(content);
  });

  it.each([
    ['application/sparql-results+json', 'application/sparql-results+json', /"boolean":\s?true/],
    ['application/sparql-results+xml', 'application/sparql-results+xml', /<boolean>true<\/boolean>/],
  ])('query_content_type_ask: %s', async (accept, type, content) => {
    const { headers, body } = await get(parameters(['query', 'ASK {}']), accept);
    expect(headers['content-type']).toBe(type);
    expect(body).toMatch(content);
  });

  it.each([
    [
      'query_content_type_construct',
      'CONSTRUCT { ?s <https://schema.org/name> ?o } { ?s <https://schema.org/name> ?o FILTER (?o = "Salt Wind"@en) }',
    ],
    ['query_content_type_describe', 'DESCRIBE <https://example.org/resource/Salt_Wind>'],
  ])('%s', async (_, query) => {
    const line = '<https://example.org/resource/Salt_Wind> "https://schema.org/name" "Salt Wind"@en';
    const found = async (accept: string): Promise<Answer> => get(parameters(['query', query]), accept);
    const [turtle, ntriples, jsonld] = await Promise.all(
      ['text/turtle', 'application/n-triples', 'application/ld+json'].map(found),
    );
    expect(turtle?.headers['content-type']).toBe('text/turtle; charset=utf-8');
    expect(ntriples?.headers['content-type']).toBe('application/n-triples');
    expect(jsonld?.headers['content-type']).toBe('application/ld+json');
    const lines = readWithN3(turtle?.body ?? '', 'turtle');
    expect(lines.join('\n')).toContain(
      line
        .replaceAll('"https://schema.org/name"', '<https://schema.org/name>')
        .replace('"Salt Wind"@en', '"Salt Wind"@en'),
    );
    expect(readWithN3(ntriples?.body ?? '', 'ntriples')).toEqual(lines);
    expect(await readWithJsonld(jsonld?.body ?? '')).toEqual(lines);
  });

  it('that are not there are told', async () => {
    const { status, body } = await get(parameters(['query', select]), 'image/png');
    expect(status).toBe(406);
    expect(body).toContain('text/csv');
    expect((await get(parameters(['query', select]), 'text/turtle')).status).toBe(406);
  });
});

describe('what is wrong', () => {
  const ok = parameters(['query', 'ASK {}']);
  it.each<[string, number, () => Promise<Answer>]>([
    ['bad_query_method', 405, () => ask(server, `/sparql?${ok}`, { method: 'PUT' })],
    ['bad_multiple_queries', 400, () => get(parameters(['query', 'ASK {}'], ['query', 'SELECT * {}']))],
    [
      'bad_multiple_queries in a form',
      400,
      () => post(form, parameters(['query', 'ASK {}'], ['query', 'ASK {}'])),
    ],
    ['bad_query_wrong_media_type', 415, () => post('text/plain', 'ASK {}')],
    ['bad_query_missing_form_type', 415, () => post(null, ok)],
    ['bad_query_missing_direct_type', 415, () => post(null, 'ASK {}')],
    ['bad_query_non_utf8', 415, () => post(`${direct}; charset=UTF-16`, Buffer.from('ASK {}', 'utf16le'))],
    ['a body that is no UTF-8', 400, () => post(direct, Buffer.from('ASK { ?s ?p "\xe9" }', 'latin1'))],
    ['a form that is no UTF-8', 400, () => post(form, 'query=ASK%20%7B%20%3Fs%20%3Fp%20%22%E9%22%20%7D')],
    ['an address that is no UTF-8', 400, () => get('query=ASK%7B%3Fs%20%3Fp%20%22%E9%22%7D')],
    ['bad_query_syntax', 400, () => get(parameters(['query', 'ASK {']))],
    ['an empty query', 400, () => get('query=')],
    ['a form without a query', 400, () => post(form, 'a=b')],
    ['an empty body', 400, () => post(direct, '')],
    ['a query in two places', 400, () => post(direct, 'ASK {}', ok)],
    ['a graph that is no IRI', 400, () => get(`${ok}&default-graph-uri=x`)],
    [
      'a query that asks another endpoint',
      400,
      () => post(direct, 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }'),
    ],
    ['an update in the address', 403, () => get(parameters(['update', 'CLEAR ALL']))],
    ['an update in a form', 403, () => post(form, parameters(['update', 'CLEAR ALL']))],
    ['an update as a body', 403, () => post('application/sparql-update', 'CLEAR ALL')],
    ['an update for a query', 400, () => post(direct, 'CLEAR ALL')],
    ['an update beside a query', 403, () => post(form, `${ok}&${parameters(['update', 'CLEAR ALL'])}`)],
  ])('%s is %i', async (_, expected, send) => {
    const { status, headers, body } = await send();
    expect([status, headers['content-type']]).toEqual([expected, 'text/plain; charset=utf-8']);
    expect(body.trim()).not.toBe('');
    expect(JSON.parse((await get(parameters(['query', 'ASK { ?s ?p ?o }']))).body).boolean).toBe(true);
  });

  it('of a query is told with its place', async () => {
    const { body } = await get(parameters(['query', 'SELECT *\n{ ?s ?p }']));
    expect(body).toMatch(/2\D+\d/);
  });
});

it('cuts results at the limit, and says so', async () => {
  const all = await get(parameters(['query', 'SELECT * { ?s ?p ?o }']), 'text/csv');
  expect(all.body.trimEnd().split('\r\n')).toHaveLength(16);
  expect(all.headers['x-sparql-maxrows']).toBe('15');
  const few = await get(parameters(['query', 'SELECT * { ?s ?p ?o } LIMIT 15']), 'text/csv');
  expect(few.headers['x-sparql-maxrows']).toBeUndefined();
});

it('describes itself to programs', async () => {
  for (const accept of ['text/turtle', 'application/n-triples', 'application/ld+json']) {
    const { status, headers } = await ask(server, '/sparql', { headers: { accept } });
    expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, accept]);
  }
  const { body } = await ask(server, '/sparql', { headers: { accept: 'text/turtle' } });
  const sd = 'http://www.w3.org/ns/sparql-service-description#';
  const quads = new Parser().parse(body);
  const objects = (property: string): string[] =>
    quads.filter(({ predicate }) => predicate.value === sd + property).map(({ object }) => object.value);
  expect(objects('endpoint')).toEqual(['https://example.org/sparql']);
  expect(objects('supportedLanguage')).toEqual([`${sd}SPARQL11Query`]);
  expect(objects('resultFormat')).toContain('http://www.w3.org/ns/formats/SPARQL_Results_JSON');
});

const python = process.env.PYTHON ?? '';
describe.skipIf(python === '')('rdflib', () => {
  it.each(['GET', 'POST', 'POST_FORM'])('asks by %s', (method) => {
    const script = join(root, 'tests/integration/serve_rdflib.py');
    const { stdout, stderr, status } = spawnSync(python, [script, `${server.url}sparql`, method], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      names: ['100% Wolf', 'Amélie', 'Night Ferry', 'Oona Brandt', 'Salt Wind', 'notes.ttl'],
      languages: ['en', 'fr'],
      ask: true,
      triples: [
        'https://example.org/resource/100%25_Wolf https://schema.org/director',
        'https://example.org/resource/Salt_Wind https://schema.org/director',
      ],
      graph: ['Oona Brandt', 'Salt Wind'],
      constructed: 6,
      bound: ['Amélie'],
    });
  });
});
