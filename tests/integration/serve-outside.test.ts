/** Queries of strangers never make the store behind a server ask anyone: a listener waits for whoever would. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../serve/start.js';
import { serve } from '../serve/start.js';
import { article2rdf } from './program.js';
import type { RunningStore } from './stores/start-store.js';
import { startStore } from './stores/start-store.js';

const arrived: string[] = [];
const listener = createServer((request, response) => {
  arrived.push(`${request.method} ${request.url}`);
  const bindings = [{ s: { type: 'uri', value: 'http://x/leak' } }];
  response.setHeader('content-type', 'application/sparql-results+json');
  response.end(JSON.stringify({ head: { vars: ['s'] }, results: { bindings } }));
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/q`;
});
afterAll(() => listener.close());

const inside = '{ ?s ?p ?o }';
/** `@` stands for the listener. */
const spellings = [
  `SELECT * { SERVICE <@> ${inside} }`,
  `SELECT * { service<@>${inside} }`,
  `SELECT * { SeRvIcE SiLeNt <@> ${inside} }`,
  `SELECT * { ?a ?b ?c.SERVICE <@> ${inside} }`,
  `SELECT * { {}.SERVICE <@> ${inside} }`,
  `SELECT * { OPTIONAL { ?a ?b "x".SERVICE <@> ${inside} } }`,
  `SELECT * { OPTIONAL { ?a ?b 'x'.SERVICE <@> ${inside} } }`,
  `SELECT * { OPTIONAL { ?a ?b """x""".SERVICE <@> ${inside} } }`,
  `SELECT * { OPTIONAL { ?a ?b <http://x/>.SERVICE <@> ${inside} } }`,
  `SELECT * { OPTIONAL { ?a ?b 1.0 .SERVICE <@> ${inside} } }`,
  `SELECT * { OPTIONAL { ?a ?b [].SERVICE <@> ${inside} } }`,
  `SELECT * { \\u0053ERVICE <@> ${inside} }`,
  `SELECT * { \\U00000053\\u0045RVICE <@> ${inside} }`,
  `SELECT * { OPTIONAL { ?a ?b "\\u0022.SERVICE <@> ${inside} #" } }`,
  `SELECT * { OPTIONAL { ?a ?b '\\u0027.SERVICE <@> ${inside} #' } }`,
  `SELECT * { OPTIONAL { ?a ?b "x\\\\u0022 .SERVICE <@> ${inside} #" } }`,
  `SELECT * { # "\nSERVICE # "\n<@> ${inside} }`,
  `SELECT * { VALUES ?g { <@> } SERVICE ?g ${inside} }`,
  `SELECT * { BIND(IRI("@") AS ?g) SERVICE ?g ${inside} }`,
  `BASE <@> SELECT * { SERVICE <> ${inside} }`,
  `PREFIX q: <@> SELECT * { SERVICE q: ${inside} }`,
  `SELECT * { FILTER NOT EXISTS { SERVICE <@> ${inside} } }`,
  `SELECT (EXISTS { SERVICE <@> ${inside} } AS ?x) {}`,
  `SELECT * { { SELECT * { GRAPH ?g { SERVICE <@> ${inside} } } } }`,
  `CONSTRUCT ${inside} { SERVICE <@> ${inside} }`,
  `DESCRIBE ?s { SERVICE <@> ${inside} }`,
  `ASK { SERVICE <@> ${inside} }`,
  `SELECT * FROM <@> ${inside}`,
  'SELECT * FROM NAMED <@> { GRAPH ?g { ?s ?p ?o } }',
  'DESCRIBE ?s FROM <@> { ?s ?p ?o }',
  'PREFIX bif: <bif:> SELECT (bif:http_get("@") AS ?x) {}',
  'define get:soft "soft" SELECT * FROM <@> { ?s ?p ?o }',
  'LOAD <@>',
  `INSERT { ?s ?p ?o } WHERE { SERVICE <@> ${inside} }`,
];

describe.each(['fuseki', 'oxigraph'] as const)('over %s', (kind) => {
  let store: RunningStore;
  let server: Running;

  beforeAll(async () => {
    store = await startStore(kind);
    server = await serve(['--endpoint', store.endpoints.query]);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await store.stop();
  });

  it('the store itself would ask the listener', async () => {
    await store.ask(spellings[0]?.replaceAll('@', address) ?? '').catch(() => {});
    expect(arrived.splice(0).length).toBeGreaterThan(0);
  });

  it.each(spellings)('%s is refused, and nothing is asked', async (spelling) => {
    const query = spelling.replaceAll('@', address);
    const asForm = await fetch(`${server.url}sparql`, {
      method: 'POST',
      body: new URLSearchParams({ query }),
    });
    const asText = await fetch(`${server.url}sparql`, {
      method: 'POST',
      headers: { 'content-type': 'application/sparql-query' },
      body: query,
    });
    const asGet = await fetch(`${server.url}sparql?${new URLSearchParams({ query })}`);
    expect([asForm.status, asText.status, asGet.status]).toEqual([400, 400, 400]);
    expect(arrived).toEqual([]);
  });

  it('graphs of the protocol are not passed on', async () => {
    for (const parameter of ['default-graph-uri', 'named-graph-uri']) {
      const form = new URLSearchParams({ query: `SELECT * ${inside}`, [parameter]: address });
      const { status } = await fetch(`${server.url}sparql`, { method: 'POST', body: form });
      expect(status).toBe(400);
    }
    expect(arrived).toEqual([]);
  });

  it('all other queries are answered', async () => {
    const query =
      'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ("\\u00e9.SERVICE <x>" AS ?a) (xsd:integer("1") AS ?b) {}';
    const response = await fetch(`${server.url}sparql`, {
      method: 'POST',
      body: new URLSearchParams({ query }),
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('é.SERVICE <x>');
  });

  it('one’s own queries do not ask others either', () => {
    for (const spelling of spellings.slice(0, 6)) {
      const query = spelling.replaceAll('@', address);
      const { status, stderr } = article2rdf(['query', '--endpoint', store.endpoints.query, '-e', query]);
      expect([status, stderr.includes('SERVICE')]).toEqual([2, true]);
    }
    expect(arrived).toEqual([]);
  });
});
