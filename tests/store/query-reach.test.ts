import { describe, expect, it } from 'vitest';
import { reachOf, withoutEscapes } from '../../src/store/query-reach.js';

describe('SERVICE is found', () => {
  it.each([
    'SELECT * { SERVICE <http://x/> { ?s ?p ?o } }',
    'SELECT * { Service Silent <http://x/> { ?s ?p ?o } }',
    'SELECT * {service<http://x/>{}}',
    'SELECT * { ?s ?p ?o.SERVICE <http://x/> { ?a ?b ?c } }',
    'SELECT * { {}.SERVICE <http://x/> {} }',
    'SELECT * { ?s ?p "x".SERVICE <http://x/> {} }',
    "SELECT * { ?s ?p '''x'''.SERVICE <http://x/> {} }",
    'SELECT * { ?s ?p 1 .SERVICE <http://x/> {} }',
    'SELECT * { ?s ?p _:b .SERVICE <http://x/> {} }',
    'SELECT * { ?s ?p (1 2).SERVICE <http://x/> {} }',
    'SELECT * { ?s ?p [].SERVICE <http://x/> {} }',
    'SELECT * { ?s ?p <http://x/>.SERVICE <http://x/> {} }',
    'SELECT * { #\nSERVICE#\n<http://x/> {} }',
    'SELECT * { ?s ?p "#".SERVICE#"\n<http://x/> {} }',
    'SELECT * { VALUES ?g { <http://x/> } SERVICE ?g { ?s ?p ?o } }',
    'PREFIX : <http://x/> ASK { SERVICE :service {} }',
    'BASE <http://x/> ASK { SERVICE <> {} }',
    'ASK { FILTER EXISTS { SERVICE <http://x/> {} } }',
    'ASK { FILTER(1 = 2 || NOT EXISTS { { SERVICE <http://x/> {} } }) }',
    'SELECT (EXISTS { SERVICE <http://x/> {} } AS ?x) {}',
    'SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://x/> {} })',
    'SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://x/> {} })',
    'SELECT * { OPTIONAL { MINUS { GRAPH ?g { { SELECT * { SERVICE <http://x/> {} } } } } } }',
    'CONSTRUCT { ?s ?p ?o } { { ?s ?p ?o } UNION { SERVICE <http://x/> { ?s ?p ?o } } }',
    'DESCRIBE ?s { SERVICE <http://x/> { ?s ?p ?o } }',
    'SELECT * { BIND(EXISTS { SERVICE <http://x/> {} } AS ?x) }',
  ])('in %s', async (query) => {
    expect((await reachOf(query)).asksService).toBe(true);
  });

  it.each([
    `PREFIX service: <http://service/> # SERVICE
      SELECT ?service { ?service service:SERVICE "SERVICE", 'a \\' SERVICE', """ " SERVICE "" """@service, <http://x/SERVICE> }`,
    'SELECT * { ?s ?p "a\\u0022.SERVICE <http://x/> {} #" }',
    'SELECT ?SERVICE { ?SERVICE ?p "}.SERVICE <http://x/> {}" }',
  ])('and not in %s', async (query) => {
    expect((await reachOf(query)).asksService).toBe(false);
  });

  it.each([
    'SELECT * { \\u0053ERVICE <http://x/> {} }',
    'define get:soft "soft" SELECT * FROM <http://x/> {}',
    `SELECT * ${'{'.repeat(20_000)}`,
    'SELECT * { SERVICE }',
    'SELECT * { ?s ?p _:b.SERVICE <http://x/> {} }',
  ])('and what cannot be parsed is refused: %.60s', async (query) => {
    await expect(reachOf(query)).rejects.toMatchObject({ failure: 'malformed' });
  });
});

describe('what else reaches out is found', () => {
  it.each([
    ['LOAD <http://x/>', true],
    ['INSERT DATA { <http://x/> <http://x/> 1 }', true],
    ['', true],
    ['ASK {}', false],
  ])('an update: %j', async (query, isUpdate) => {
    expect((await reachOf(query)).isUpdate).toBe(isUpdate);
  });

  it.each([
    ['SELECT * FROM <http://x/> { ?s ?p ?o }', true],
    ['ASK FROM NAMED <http://x/> { GRAPH ?g { ?s ?p ?o } }', true],
    ['SELECT * { GRAPH <http://x/> { ?s ?p ?o } }', false],
  ])('graphs of its own: %s', async (query, choosesGraphs) => {
    expect((await reachOf(query)).choosesGraphs).toBe(choosesGraphs);
  });

  it.each<[string, string[]]>([
    ['PREFIX bif: <bif:> SELECT (bif:http_get("http://x/") AS ?x) {}', ['bif:http_get']],
    ['SELECT * { FILTER(<java:java.lang.System.exit>(0)) }', ['java:java.lang.System.exit']],
    ['PREFIX j: <java:> SELECT * { ?s j:x.Y ?o }', ['java:x.Y']],
    ['SELECT * { ?s <\\u006aava:x.Y>/<http://x/p> ?o }', ['java:x.Y']],
    ['PREFIX f: <http://x/f#> SELECT (COUNT(f:g(?s)) AS ?n) { ?s ?p ?o }', ['http://x/f#g']],
    ['PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ASK { FILTER(xsd:integer("1") + ABS(1) > 1) }', []],
  ])('code: %s', async (query, extensions) => {
    expect((await reachOf(query)).extensions).toEqual(extensions);
  });
});

describe('escapes of code points', () => {
  it('of letters and digits are written out', () => {
    expect(withoutEscapes('ASK { ?s <http://x/\\u00E9\\U00000031> "\\u0053\\n\\"" }')).toBe(
      'ASK { ?s <http://x/é1> "S\\n\\"" }',
    );
  });

  it.each([
    '"\\u0022.SERVICE <http://x/> {} #"',
    '"\\\\u0041"',
    '"\\u000A"',
    '<http://x/\\u003e>',
    '"\\U00110000"',
  ])('of anything else are refused: %s', (term) => {
    expect(() => withoutEscapes(`ASK { ?s ?p ${term} }`)).toThrow(/read in more than one way/);
  });
});
