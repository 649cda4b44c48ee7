import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Problem } from '../../src/problem.js';
import type { EmbeddedStore, EmbeddedStoreOptions } from '../../src/store/embedded-store.js';
import { openEmbeddedStore } from '../../src/store/embedded-store.js';
import type { SparqlRequest } from '../../src/store/sparql-service.js';
import { folderOf } from './folder.js';

const all = 'SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o';

/** Four triples in two graphs, one of them in both, and one in none. */
const quads = `<http://x/a> <http://x/p> "1" <http://x/g> .
<http://x/a> <http://x/p> "1" <http://x/h> .
<http://x/b> <http://x/p> "2" <http://x/h> .
<http://x/c> <http://x/p> "3" .
`;

/** Goes through a thousand million solutions. */
const endless =
  'SELECT (SUM(?a * ?i) AS ?n) { VALUES ?a { 1 2 3 4 5 6 7 8 9 0 } VALUES ?b { 1 2 3 4 5 6 7 8 9 0 } VALUES ?c { 1 2 3 4 5 6 7 8 9 0 } VALUES ?d { 1 2 3 4 5 6 7 8 9 0 } VALUES ?e { 1 2 3 4 5 6 7 8 9 0 } VALUES ?f { 1 2 3 4 5 6 7 8 9 0 } VALUES ?g { 1 2 3 4 5 6 7 8 9 0 } VALUES ?h { 1 2 3 4 5 6 7 8 9 0 } VALUES ?i { 1 2 3 4 5 6 7 8 9 0 } }';

async function open(paths: readonly string[], options: EmbeddedStoreOptions = {}): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore(paths, options);
  onTestFinished(() => store.close());
  return store;
}

const opened = (text: string, options?: EmbeddedStoreOptions): Promise<EmbeddedStore> =>
  open([join(folderOf({ 'data.nq': text }), 'data.nq')], options);

const request = (query: string, rest: Partial<SparqlRequest> = {}): SparqlRequest => ({
  query,
  results: 'csv',
  graphs: 'ntriples',
  limits: { seconds: 20, rows: 1000 },
  ...rest,
});

async function csv(
  store: EmbeddedStore,
  query: string,
  rest: Partial<SparqlRequest> = {},
): Promise<string[]> {
  return (await store.query(request(query, rest))).body.trim().split('\r\n').slice(1);
}

describe('loading', () => {
  it('reads every format, compressed and not, from folders', async () => {
    const triple = (n: number): string => `<http://x/${n}> <http://x/p> "${n}"`;
    const json = (n: number): string => `{"@id":"http://x/${n}","http://x/p":"${n}"}`;
    const folder = folderOf({
      'a.ttl': `@prefix x: <http://x/> . x:1 x:p "1" .`,
      'b.nt': `${triple(2)} .\n`,
      'c.nq': `${triple(3)} <http://x/g> .`,
      'd.trig': `<http://x/g> { ${triple(4)} }`,
      'e.jsonld': json(5),
      'f.jsonl': `${json(6)}\n\n${json(7)}\n`,
      'part-00000.nq.gz': Buffer.concat([
        gzipSync(`${triple(8)} <http://x/g> .\n`),
        gzipSync(`${triple(9)} <http://x/g> .\n`),
      ]),
      'g.ttl.gz': gzipSync(`${triple(10)} .`),
      '_manifest.json': '{}',
      'notes.txt': 'no RDF',
    });
    const problems: Problem[] = [];
    const store = await open([folder], { onProblem: (problem) => problems.push(problem) });
    expect(problems).toEqual([]);
    const found = await csv(store, 'SELECT ?o { ?s ?p ?o }');
    expect(found.map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(store.size.files).toBe(8);
    const named = await csv(store, 'SELECT ?o { GRAPH <http://x/g> { ?s ?p ?o } }');
    expect(named.map(Number).sort((a, b) => a - b)).toEqual([3, 4, 8, 9]);
  });

  it('leaves out a line that is wrong, tells it, and loads the rest', async () => {
    const good = (n: number): string => `<http://x/${n}> <http://x/p> "${n}" .`;
    const folder = folderOf({
      'a.nq': [good(1), '<http://x/2> <http://x/p> "2 .', good(3), 'nonsense', good(5)].join('\n'),
      'b.ttl': '<http://x/6> <http://x/p> "6" .\n<http://x/7> x:p "7" .',
      'c.jsonld': '{"@context":"http://elsewhere.example/context","name":"never fetched"}',
      'd.nq': good(8),
    });
    const problems: Problem[] = [];
    const store = await open([folder, '/no/such/file.nq'], {
      onProblem: (problem) => problems.push(problem),
    });
    expect(await csv(store, all.replace('?s ?p ?o', '?o'))).toEqual(['1', '3', '5', '8']);
    const places = problems.map(({ code, place }) => [
      code,
      place.source.replace(`${folder}/`, ''),
      place.line,
    ]);
    expect(places).toEqual([
      ['rdf-syntax', 'a.nq', 2],
      ['rdf-syntax', 'a.nq', 4],
      ['rdf-syntax', 'b.ttl', 2],
      ['rdf-syntax', 'c.jsonld', undefined],
      ['unreadable', '/no/such/file.nq', undefined],
    ]);
  });

  it('keeps a blank node the same in all of its file, and its graphs, and apart from those of others', async () => {
    // More than is parsed at once stands between the two lines.
    const filler = `<http://x/f> <http://x/q> "${'x'.repeat(1 << 20)}" .\n`;
    const folder = folderOf({
      'a.nq': `_:n <http://x/p> "1" <http://x/g> .\n${filler}_:n <http://x/p> "2" <http://x/h> .\n`,
      'b.nq': '_:n <http://x/p> "3" .\n',
    });
    const store = await open([folder]);
    const both = 'SELECT ?a ?b { ?n <http://x/p> ?a, ?b FILTER(?a < ?b) }';
    expect(await csv(store, both)).toEqual(['1,2']);
    expect(await csv(store, 'SELECT ?a { ?n <http://x/p> "2" GRAPH <http://x/g> { ?n ?p ?a } }')).toEqual([
      '1',
    ]);
  });
});

describe('the default graph', () => {
  it('is the merge of all graphs, each triple once', async () => {
    const store = await opened(quads);
    expect(await csv(store, 'SELECT ?o { ?s ?p ?o } ORDER BY ?o')).toEqual(['1', '2', '3']);
    expect(await csv(store, 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).toEqual(['3']);
    expect(await csv(store, 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }')).toEqual(['3']);
  });

  it('is what the query, or before that the request, names', async () => {
    const store = await opened(quads);
    const one = 'SELECT ?o FROM <http://x/g> { ?s ?p ?o } ORDER BY ?o';
    expect(await csv(store, one)).toEqual(['1']);
    expect(await csv(store, one, { defaultGraphs: ['http://x/h'] })).toEqual(['1', '2']);
    expect(await csv(store, 'SELECT ?o { ?s ?p ?o }', { namedGraphs: ['http://x/h'] })).toEqual([]);
    const named = 'SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o';
    expect(await csv(store, named, { namedGraphs: ['http://x/h'] })).toEqual([
      'http://x/h,1',
      'http://x/h,2',
    ]);
  });
});

describe('limits', () => {
  it('cuts solutions and triples, and says so', async () => {
    const store = await opened(quads);
    const limits = { seconds: 20, rows: 2 };
    const select = await store.query(request('SELECT ?o { ?s ?p ?o } ORDER BY ?o', { limits }));
    expect(select).toMatchObject({ body: 'o\r\n1\r\n2\r\n', isCut: true });
    const exactly = await store.query(request('SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 2', { limits }));
    expect(exactly).toMatchObject({ body: 'o\r\n1\r\n2\r\n', isCut: false });
    const graph = await store.query(request('CONSTRUCT { ?s <http://x/q> ?o } { ?s ?p ?o }', { limits }));
    expect(graph.body.trim().split('\n')).toHaveLength(2);
    expect(graph.isCut).toBe(true);
    const short = await store.query(request('CONSTRUCT WHERE { ?s ?p ?o }', { limits }));
    expect([short.body.trim().split('\n').length, short.isCut]).toEqual([2, true]);
  });

  it('does not say that a graph is cut of which many solutions give the same triple, nor hide that one is', async () => {
    const store = await opened(quads);
    const same = 'CONSTRUCT { <http://x/s> <http://x/p> "same" } { ?s ?p ?o }';
    const same3 = await store.query(request(same, { limits: { seconds: 20, rows: 3 } }));
    expect(same3).toMatchObject({ body: '<http://x/s> <http://x/p> "same" .\n', isCut: false });
    // Which triples the third solution gives is not known.
    const same2 = await store.query(request(same, { limits: { seconds: 20, rows: 2 } }));
    expect(same2.isCut).toBe(true);
  });

  it('gives a query up that does not end, and answers the next', { timeout: 60_000 }, async () => {
    const store = await opened(quads);
    const before = process.hrtime.bigint();
    const limits = { seconds: 0.5, rows: 10 };
    await expect(store.query(request(endless, { limits }))).rejects.toMatchObject({ failure: 'timeout' });
    const seconds = Number(process.hrtime.bigint() - before) / 1e9;
    expect(seconds).toBeGreaterThan(0.45);
    // The query would go on for minutes.
    expect(seconds).toBeLessThan(10);
    expect(await csv(store, 'SELECT ?o { ?s ?p ?o } ORDER BY ?o')).toEqual(['1', '2', '3']);
  });

  it('gives a query up when who asked is gone, and answers who waits', { timeout: 60_000 }, async () => {
    const store = await opened(quads);
    const controller = new AbortController();
    const running = store.query(request(endless, { signal: controller.signal }));
    const waiting = csv(store, 'SELECT ?o { ?s ?p "2" . ?s ?p ?o }');
    const gone = new AbortController();
    const cancelled = store.query(request(all, { signal: gone.signal }));
    gone.abort();
    await expect(cancelled).rejects.toMatchObject({ failure: 'cancelled' });
    controller.abort();
    await expect(running).rejects.toMatchObject({ failure: 'cancelled' });
    expect(await waiting).toEqual(['2']);
  });

  it('refuses when too many wait, and tells who has waited too long that it is busy', {
    timeout: 20_000,
  }, async () => {
    const store = await opened(quads, { mostWaiting: 1 });
    const running = store.query(request(endless, { limits: { seconds: 2, rows: 10 } }));
    const waiting = store.query(request(all, { limits: { seconds: 0.2, rows: 10 } }));
    await expect(store.query(request(all))).rejects.toMatchObject({ failure: 'busy' });
    await expect(waiting).rejects.toMatchObject({ failure: 'busy' });
    await expect(running).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('outlives a query that breaks the memory it works in', { timeout: 60_000 }, async () => {
    const store = await opened(quads);
    const long = `SELECT (1${'+1'.repeat(50_000)} AS ?n) {}`;
    await expect(store.query(request(long))).rejects.toMatchObject({ failure: 'too-large' });
    expect(await csv(store, 'SELECT ?o { ?s ?p ?o } ORDER BY ?o')).toEqual(['1', '2', '3']);
    const deep = `SELECT * ${'{'.repeat(5000)}${'}'.repeat(5000)}`;
    await expect(store.query(request(deep))).rejects.toMatchObject({ failure: 'malformed' });
  });

  it('gives a query no more memory than it may have', { timeout: 60_000 }, async () => {
    const free = await opened(quads);
    const store = await opened(quads, { mostBytes: free.size.bytes + 32 * 1024 ** 2 });
    const growing = Array.from(
      { length: 12 },
      (_, i) => `BIND(REPLACE(?b${i}, "a", "aaaaaaaaaa") AS ?b${i + 1})`,
    );
    const query = `SELECT (STRLEN(?b12) AS ?n) { BIND("aaaa" AS ?b0) ${growing.join(' ')} }`;
    await expect(store.query(request(query))).rejects.toMatchObject({ failure: 'too-large' });
    expect(await csv(store, 'SELECT ?o { ?s ?p ?o } ORDER BY ?o')).toEqual(['1', '2', '3']);
    await expect(opened(quads, { mostBytes: 2 * 1024 ** 2 })).rejects.toMatchObject({ failure: 'too-large' });
  });

  it('ends who still asks when it is closed', async () => {
    const store = await opened(quads);
    const running = store.query(request(endless));
    const ended = expect(running).rejects.toMatchObject({ failure: 'unavailable' });
    await store.close();
    await ended;
    await expect(store.query(request(all))).rejects.toMatchObject({ failure: 'unavailable' });
  });
});

describe('what is no query', () => {
  it.each([
    ['SELECT * { ?s ?p ?o', { line: 1, column: 20 }, /end of the query is not expected/],
    ['SELECT *\nWHERE { ?s x:p ?o }', { line: 2, column: 12 }, /prefix x: is not declared/],
    ['INSERT DATA { <a:a> <a:b> <a:c> }', undefined, /update/],
    ['SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }', undefined, /nothing is ever fetched/],
    ['', undefined, /begins with SELECT/],
  ])('is told: %s', async (query, position, message) => {
    const store = await opened(quads);
    const error = await store.query(request(query)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ failure: 'malformed', message: expect.stringMatching(message) });
    expect((error as { position?: unknown }).position).toEqual(position);
  });
});

describe('formats', () => {
  it('writes the same graph the same way', async () => {
    const store = await opened(
      `<http://x/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Person> .
<http://x/b> <https://schema.org/name> "B \\"\\n"@en .
<http://x/a> <https://schema.org/position> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
`,
    );
    const ask = async (graphs: SparqlRequest['graphs']): Promise<string> =>
      (await store.query(request('CONSTRUCT WHERE { ?s ?p ?o }', { graphs }))).body;
    expect(await ask('turtle')).toBe(`@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<http://x/a> schema:position "1"^^xsd:integer .

<http://x/b> a schema:Person ;
  schema:name "B \\"\\n"@en .
`);
    expect(JSON.parse(await ask('jsonld'))).toEqual([
      {
        '@id': 'http://x/a',
        'https://schema.org/position': [
          { '@value': '1', '@type': 'http://www.w3.org/2001/XMLSchema#integer' },
        ],
      },
      {
        '@id': 'http://x/b',
        '@type': ['https://schema.org/Person'],
        'https://schema.org/name': [{ '@value': 'B "\n', '@language': 'en' }],
      },
    ]);
    expect(
      await ask('ntriples'),
    ).toBe(`<http://x/a> <https://schema.org/position> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://x/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Person> .
<http://x/b> <https://schema.org/name> "B \\"\\n"@en .
`);
  });

  it('writes CSV and TSV as they are specified', async () => {
    const store = await opened('<http://x/a> <http://x/p> "a,\\"b\\"\\tc\\nd"@en .\n');
    const ask = (results: SparqlRequest['results']): Promise<string> =>
      store.query(request('SELECT ?o ?none { ?s ?p ?o }', { results })).then(({ body }) => body);
    // https://www.w3.org/TR/sparql11-results-csv-tsv/
    expect(await ask('csv')).toBe('o,none\r\n"a,""b""\tc\nd",\r\n');
    expect(await ask('tsv')).toBe('?o\t?none\n"a,\\"b\\"\\tc\\nd"@en\t\n');
  });

  it('answers ASK in JSON where CSV is asked for, which has no form of it', async () => {
    const store = await opened(quads);
    const answer = await store.query(request('ASK { ?s ?p "2" }'));
    expect(answer).toMatchObject({ form: 'ask', mediaType: 'application/sparql-results+json' });
    expect(JSON.parse(answer.body)).toMatchObject({ boolean: true });
  });
});
