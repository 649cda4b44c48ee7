/** Questions to files and to real stores, asked by the program. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dump } from './dump.js';
import { article2rdf, root, temporaryFolder } from './program.js';
import { putGraph } from './stores/graphs.js';
import { startStore, storeKinds } from './stores/start-store.js';

const article = join(root, 'articles/comrades-almost-a-love-story.txt');

/** A folder with an export of the article in each of the formats. */
function exported(...options: string[]): string {
  const folder = temporaryFolder();
  const { status, stderr } = article2rdf(['convert', article, '-o', folder, ...options]);
  expect(status, stderr).toBe(0);
  return folder;
}

const cast = `position  actor              character
────────  ─────────────────  ────────────────────────
1         Leon Lai           Lai Siu-gwan
2         Maggie Cheung      Lee Kiu
3         Eric Tsang         Au Yeung-pao
4         Kristy Yang        Fong Siu-ting
5         Christopher Doyle  Jeremy
6         Joe Cheung         Yan
7         Len Berdick        U.S. Immigration Officer
8         Michelle Gabriel   Cabbage
9         Irene Tsu          Rosie
`;

describe('an export of an article', () => {
  it.each(['turtle', 'ntriples', 'nquads', 'trig', 'jsonld', 'turtle,jsonld,nquads'])(
    'answers from %s',
    (format) => {
      const folder = exported('-f', format);
      const { status, stdout, stderr } = article2rdf(['query', folder, '--named', 'cast']);
      expect([status, stderr]).toEqual([0, '9 rows\n']);
      expect(stdout).toBe(cast);
    },
  );

  it('answers in every format of results', () => {
    const folder = exported('-f', 'nquads');
    const ask = (query: string, ...options: string[]): string => {
      const { status, stdout, stderr } = article2rdf(['query', folder, '--query', query, ...options]);
      expect(status, stderr).toBe(0);
      return stdout;
    };
    const director = 'SELECT ?n { ?f schema:director/schema:name ?n }';
    expect(ask(director, '-f', 'csv')).toBe('n\r\nPeter Chan\r\n');
    expect(ask(director, '-f', 'tsv')).toBe('?n\n"Peter Chan"@en\n');
    expect(JSON.parse(ask(director, '-f', 'json')).results.bindings).toEqual([
      { n: { type: 'literal', value: 'Peter Chan', 'xml:lang': 'en' } },
    ]);
    expect(ask(director, '-f', 'xml')).toContain('<literal xml:lang="en">Peter Chan</literal>');
    expect(ask('ASK { ?f schema:director ?d }')).toBe('true\n');
    const film = '<https://example.org/resource/Comrades:_Almost_a_Love_Story>';
    const chan = '<https://example.org/resource/Peter_Chan>';
    const graph = 'CONSTRUCT WHERE { ?f schema:director ?d }';
    expect(ask(graph)).toBe(`@prefix schema: <https://schema.org/> .\n\n${film} schema:director ${chan} .\n`);
    expect(ask(graph, '-f', 'ntriples')).toBe(`${film} <https://schema.org/director> ${chan} .\n`);
    expect(JSON.parse(ask(graph, '-f', 'jsonld'))).toHaveLength(1);
  });

  it('tells what is wrong, with an exit code for each', () => {
    const folder = exported('-f', 'nquads');
    const ask = (...args: string[]): [number | null, string] => {
      const { status, stderr } = article2rdf(['query', folder, ...args]);
      return [status, stderr];
    };
    expect(ask('--query', 'SELECT ?n {\n  ?f schema:name ?n')).toEqual([
      2,
      expect.stringMatching(
        /^--query:2:20: error: The end of the query is not expected here; .*malformed-query/,
      ),
    ]);
    expect(ask('--query', 'SELECT * { ?f my:name ?n }')).toEqual([
      2,
      expect.stringMatching(/^--query:1:15: error: The prefix my: is not declared/),
    ]);
    expect(ask('--query', 'CLEAR ALL')[0]).toBe(2);
    expect(ask('--query', 'ASK {}', '-f', 'turtle')[0]).toBe(2);
    expect(ask('--named', 'nothing')).toEqual([2, expect.stringContaining('there are awards, cast,')]);
    expect(ask()).toEqual([2, expect.stringContaining('there is no query')]);
    expect(ask('--named', 'cast', '--query', 'ASK {}')[0]).toBe(2);
    expect(article2rdf(['query', '/no/such', '--named', 'cast']).status).toBe(74);
    const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }';
    expect(ask('--query', endless, '--time-limit', '0.5')).toEqual([
      75,
      expect.stringContaining('longer than 0.5 seconds'),
    ]);
    expect(ask('--named', 'cast', '--limit', '2')).toEqual([
      0,
      expect.stringContaining('There are more solutions than are printed: --limit is 2.'),
    ]);
  });

  it('asks where statements were read', () => {
    const folder = exported('-f', 'nquads', '--provenance', 'span');
    const { stdout } = article2rdf(['query', folder, '--named', 'provenance', '-f', 'csv']);
    expect(stdout).toMatch(/^https:\/\/schema\.org\/director,Peter Chan,\d+,\d+,Peter Chan\r$/m);
  });

  it('takes the query from a file and from standard input', () => {
    const folder = exported('-f', 'turtle');
    const query = 'SELECT ?n { ?f film:editor/schema:name ?n } ORDER BY ?n';
    writeFileSync(join(folder, 'editors.rq'), query);
    const file = article2rdf(['query', folder, '--file', join(folder, 'editors.rq'), '-f', 'csv']);
    expect(file.stdout).toBe('n\r\nChan Ki-hop\r\nKwong Chi-Leung\r\n');
    const input = article2rdf(['query', folder, '--file', '-', '-f', 'csv'], { input: query });
    expect(input.stdout).toBe(file.stdout);
  });
});

it('asks the parts of a dump, where a name is the same in all articles', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'films.xml'), dump(200));
  const parts = join(folder, 'parts');
  const args = ['convert', join(folder, 'films.xml'), '-f', 'nquads', '-o', parts, '--shard-size', '32K'];
  expect(article2rdf(args).status).toBe(0);
  expect(readdirSync(parts).filter((name) => name.endsWith('.nq.gz')).length).toBeGreaterThan(1);
  const query =
    'SELECT ?name (COUNT(*) AS ?films) { ?film schema:director/schema:name ?name } GROUP BY ?name ORDER BY ?name';
  const { stdout } = article2rdf(['query', parts, '--query', query, '-f', 'csv']);
  // 200 films by six people in turn: the first two have one more.
  expect(stdout).toBe(
    'name,films\r\nAnn Lee,34\r\nBo Roe,34\r\nCy Poe,33\r\nDi Moe,33\r\nÉva Kő,33\r\n李安,33\r\n',
  );
});

describe.each(storeKinds)('a store of %s', (kind) => {
  it('answers as the files do', async () => {
    const folder = exported('-f', 'ntriples');
    const [name] = readdirSync(folder);
    const file = join(folder, name as string);
    const store = await startStore(kind);
    const page = 'https://example.org/page/Comrades:_Almost_a_Love_Story';
    expect(putGraph(store, page, readFileSync(file, 'utf8')).status).toBeLessThan(300);
    // Fuseki's and Oxigraph's default graphs are empty, so the graph is named.
    const query = `SELECT ?role ?name FROM <${page}> { VALUES (?role ?p) { ("d" schema:director) ("e" film:editor) } ?f ?p ?a . ?a schema:name ?n BIND(STR(?n) AS ?name) } ORDER BY ?role ?name`;
    const remote = article2rdf(['query', '--endpoint', store.endpoints.query, '-e', query]);
    expect(remote).toEqual({ ...article2rdf(['query', file, '-e', query.replace(/FROM <[^>]*>/, '')]) });
    const graph = `CONSTRUCT { ?f schema:director ?d } FROM <${page}> { ?f schema:director ?d }`;
    const there = article2rdf(['query', '--endpoint', store.endpoints.query, '-e', graph]);
    expect(there.stdout).toBe(article2rdf(['query', file, '-e', graph.replace(/FROM <[^>]*>/, '')]).stdout);
    // No row is left away without a word: Virtuoso's endpoint gives 10,000 at most.
    const many = Array.from({ length: 10_050 }, (_, n) => `<http://x/s> <http://x/p> "${n}" .\n`);
    expect(putGraph(store, 'http://x/g', many.join('')).status).toBeLessThan(300);
    const rows = article2rdf([
      'query',
      ...['--endpoint', store.endpoints.query, '-f', 'csv', '-e'],
      'SELECT ?o FROM <http://x/g> { ?s ?p ?o }',
    ]);
    expect(rows.status, rows.stderr).toBe(0);
    const isWhole = rows.stdout.trim().split('\n').length === 10_051;
    expect(rows.stderr.includes('There are more solutions'), rows.stderr).toBe(!isWhole);
    const wrong = article2rdf(['query', '--endpoint', store.endpoints.query, '-e', 'SELECT * { ?s']);
    expect(wrong.status, wrong.stderr).toBe(2);
    await store.stop();
    const gone = article2rdf(['query', '--endpoint', store.endpoints.query, '-e', query]);
    expect([gone.status, gone.stderr]).toEqual([74, expect.stringContaining('nobody listens')]);
  });
});
