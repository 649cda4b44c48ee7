/** `query --endpoint` asks real stores, and gives what `query` gives of the same file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWithJsonld, readWithN3 } from '../support/read-back.js';
import { article2rdf, root, temporaryFolder } from './program.js';
import { graphsOf, putGraph } from './stores/graphs.js';
import type { RunningStore } from './stores/start-store.js';
import { startStore, storeKinds } from './stores/start-store.js';

const file = join(root, 'tests/cases/the-salt-ferry/graph.nq');
const graphs = graphsOf(readFileSync(file, 'utf8'));

/** Of values that no store rewrites. */
const select =
  'SELECT ?page ?film ?name ?year { GRAPH ?page { ?film a schema:Movie ; schema:name ?name . OPTIONAL { ?film schema:none ?year } } } ORDER BY ?film LIMIT 100';
const construct =
  'CONSTRUCT { ?thing schema:name ?name } WHERE { GRAPH ?page { ?thing schema:name ?name } } LIMIT 1000';

const ask = (store: RunningStore, ...args: string[]): ReturnType<typeof article2rdf> =>
  article2rdf(['query', '--endpoint', store.endpoints.query, ...args, '--limit', '1000']);

describe.each(storeKinds)('%s', (kind) => {
  let store: RunningStore;
  beforeAll(async () => {
    store = await startStore(kind);
    for (const [graph, ntriples] of graphs) expect(putGraph(store, graph, ntriples).status).toBeLessThan(300);
  }, 120_000);
  afterAll(() => store?.stop());

  it.each(['table', 'csv'])('answers SELECT as %s', (format) => {
    const here = article2rdf(['query', file, '-e', select, '-f', format]).stdout;
    expect(here).toContain('Salt Ferry');
    // Virtuoso puts quotation marks round every cell of CSV, and ends lines as Unix does.
    const cells = (text: string): string => text.replaceAll(/["\r]/g, '');
    expect(cells(ask(store, '-e', select, '-f', format).stdout)).toBe(cells(here));
  });

  it('answers SELECT as JSON and XML', () => {
    type Answer = { results: { bindings: Record<string, object>[] } };
    const bindings = (text: string): unknown => (JSON.parse(text) as Answer).results.bindings;
    const here = article2rdf(['query', file, '-e', select, '-f', 'json']);
    expect(bindings(ask(store, '-e', select, '-f', 'json').stdout)).toEqual(bindings(here.stdout));
    const xml = ask(store, '-e', select, '-f', 'xml');
    expect(xml.status).toBe(0);
    expect(xml.stdout).toMatch(/<literal xml:lang="en">The Salt Ferry<\/literal>/);
  });

  // Virtuoso 7.2.5 has forms of its own for these two.
  it.skipIf(kind === 'virtuoso')('answers SELECT as TSV', () => {
    const here = article2rdf(['query', file, '-e', select, '-f', 'tsv']);
    expect(ask(store, '-e', select, '-f', 'tsv')).toEqual(here);
  });

  it.skipIf(kind === 'virtuoso')('answers ASK', () => {
    const asked = (name: string): unknown =>
      JSON.parse(ask(store, '-e', `ASK { GRAPH ?g { ?s schema:name "${name}"@en } }`, '-f', 'json').stdout);
    expect(asked('The Salt Ferry')).toMatchObject({ boolean: true });
    expect(asked('Another')).toMatchObject({ boolean: false });
  });

  it('answers CONSTRUCT in each format', async () => {
    const here = readWithN3(
      article2rdf(['query', file, '-e', construct, '-f', 'ntriples']).stdout,
      'ntriples',
    );
    expect(here.length).toBeGreaterThan(5);
    for (const format of ['turtle', 'ntriples'] as const)
      expect(readWithN3(ask(store, '-e', construct, '-f', format).stdout, format)).toEqual(here);
    expect(await readWithJsonld(ask(store, '-e', construct, '-f', 'jsonld').stdout)).toEqual(here);
  });

  it('tells what is no query, without asking', () => {
    const { status, stdout, stderr } = ask(store, '-e', 'SELECT ?x { ?x');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error');
  });
});

it('fuseki: a password from a file or an environment variable opens, a wrong one is told', async () => {
  const store = await startStore('fuseki', { password: true });
  const secret = join(temporaryFolder(), 'secret');
  writeFileSync(secret, 'a password\n');
  const login = ['-e', 'ASK {}', '--auth', 'basic', '--user', 'loader'];
  expect(ask(store, ...login, '--secret-file', secret).status).toBe(0);
  process.env.TEST_SECRET = 'another';
  const { status, stdout, stderr } = ask(store, ...login, '--secret-env', 'TEST_SECRET');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('401');
  expect(stderr).not.toContain('another');
  await store.stop();
});
