import { createHash } from 'node:crypto';
import oxigraph from 'oxigraph';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/article.js';
import { convert } from '../../src/index.js';
import { convertRedirect, openWorkshop, writeStatements } from '../../src/pipeline.js';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { schema } from '../../src/rdf/vocabulary.js';
import type { Statement } from '../../src/statement.js';
import { film } from '../support/convert.js';
import { readWithJsonld, readWithN3, readWithOxigraph } from '../support/read-back.js';

const { workshop } = await openWorkshop({ validate: false });
if (!workshop) throw new Error('the mappings do not hold together');

const page = namedNode('https://example.org/page/X');
const thing = namedNode('https://example.org/resource/X');
const source = { name: '/home/ann/films/x.txt', text: '𝔛 is X, and X it is.\n', format: 'plain' } as const;
const at = (begin: number, end: number): Span => ({ begin, end, line: 1, column: begin + 1 });
const statements: Statement[] = [
  { subject: page, predicate: schema.mainEntity, object: thing, span: at(5, 6), rule: 'article/document' },
  {
    subject: thing,
    predicate: schema.name,
    object: literal('X', 'en'),
    span: at(5, 6),
    rule: 'article/title',
  },
  {
    subject: thing,
    predicate: schema.name,
    object: literal('X', 'en'),
    span: at(12, 13),
    rule: 'article/title',
  },
  {
    subject: thing,
    predicate: schema.alternateName,
    object: literal('𝔛', 'en'),
    span: at(0, 1),
    rule: 'article/title',
  },
  { subject: page, predicate: schema.inLanguage, object: literal('en'), rule: 'option/language' },
];
const write = (
  format: 'turtle' | 'ntriples' | 'nquads' | 'trig' | 'jsonld',
  provenance: 'none' | 'page' | 'span' | 'rdf12',
) => writeStatements(statements, format, workshop, { provenance, source });

describe('a graph for each place', () => {
  const quads = write('nquads', 'span').trimEnd().split('\n');
  const having = (part: string): string[] => quads.filter((line) => line.includes(part));

  it('holds what was read there, once for each place', () => {
    expect(having('schema.org/name> "X"')).toEqual([
      '<https://example.org/resource/X> <https://schema.org/name> "X"@en <https://example.org/page/X#char=12,13> .',
      '<https://example.org/resource/X> <https://schema.org/name> "X"@en <https://example.org/page/X#char=5,6> .',
    ]);
    expect(having('schema.org/inLanguage>')).toEqual([
      '<https://example.org/page/X> <https://schema.org/inLanguage> "en" <https://example.org/page/X> .',
    ]);
  });

  it('describes each place in the graph of the page, counted in code points', () => {
    const about = having('<https://example.org/page/X#char=0,1> <').filter((line) =>
      line.startsWith('<https://example.org/page/X#'),
    );
    expect(about.map((line) => line.replace(/^<[^>]*> <[^>]*[#/](\w+)> /, '$1 '))).toEqual([
      'anchorOf "𝔛" <https://example.org/page/X> .',
      'beginIndex "0"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> <https://example.org/page/X> .',
      'endIndex "1"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> <https://example.org/page/X> .',
      'referenceContext <https://example.org/page/X#char=0,> <https://example.org/page/X> .',
      'type <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#RFC5147String> <https://example.org/page/X> .',
      'wasDerivedFrom <https://example.org/page/X> <https://example.org/page/X> .',
      'rule "article/title" <https://example.org/page/X> .',
    ]);
    expect(having('#char=5,6> <https://w3id.org/article2rdf/article#rule>')).toHaveLength(2);
  });

  it('says what the source is, and not where it lies', () => {
    expect(having('schema.org/name> "x.txt"')).toHaveLength(1);
    expect(quads.join()).not.toContain('/home/ann');
    const hash = createHash('sha256').update(source.text).digest('hex');
    expect(having(`schema.org/sha256> "${hash}"`)).toHaveLength(1);
    expect(having('endIndex> "21"')).toHaveLength(1);
  });

  it('is the same dataset in N-Quads, TriG and JSON-LD', async () => {
    const expected = readWithN3(write('nquads', 'span'), 'nquads', true);
    expect(readWithOxigraph(write('nquads', 'span'), 'nquads', true)).toEqual(expected);
    expect(readWithN3(write('trig', 'span'), 'trig', true)).toEqual(expected);
    expect(await readWithJsonld(write('jsonld', 'span'), true)).toEqual(expected);
  });

  it('answers where each statement was read', () => {
    const store = new oxigraph.Store();
    store.load(write('nquads', 'span'), { format: 'application/n-quads' });
    const query = `PREFIX schema: <https://schema.org/>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      SELECT ?text ?begin WHERE {
        ?page schema:mainEntity ?film .
        GRAPH ?span { ?film ?property ?value }
        ?span nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?text ; prov:wasDerivedFrom ?page .
      } ORDER BY ?begin`;
    const rows = store.query(query, { use_default_graph_as_union: true }) as Map<string, { value: string }>[];
    expect(rows.map((row) => `${row.get('begin')?.value} ${row.get('text')?.value}`)).toEqual([
      '0 𝔛',
      '5 X',
      '12 X',
    ]);
  });
});

describe('annotations', () => {
  it('name each reading of a statement', () => {
    const turtle = write('turtle', 'rdf12');
    expect(turtle.match(/~ <https:\/\/example.org\/page\/X#reading=[0-9a-f]{16}> \{\| /g)).toHaveLength(5);
    expect(turtle).toContain('{| article:rule "option/language" |}');
    expect(turtle).not.toMatch(/_:|\[/);
    expect(write('turtle', 'rdf12')).toBe(turtle);
    for (const format of ['turtle', 'trig'] as const)
      expect(readWithOxigraph(write(format, 'rdf12'), format, true)).toEqual(
        readWithN3(write(format, 'rdf12'), format, true),
      );
  });
});

describe('formats and modes', () => {
  it('say the page where they cannot say the words', () => {
    expect(write('turtle', 'span')).toBe(write('turtle', 'page'));
    expect(write('ntriples', 'rdf12')).toBe(write('ntriples', 'page'));
    expect(write('jsonld', 'rdf12')).toBe(write('jsonld', 'page'));
  });

  it('say nothing where nothing is wanted', async () => {
    expect(write('nquads', 'none')).toBe(write('ntriples', 'page'));
    expect(readWithN3(write('trig', 'none'), 'trig', true)).toEqual(
      readWithN3(write('nquads', 'none'), 'nquads', true),
    );
    const options = { url: 'https://wiki.example/X', generatedAt: '2025-01-31T12:00:00Z' };
    const { write: writeFilm } = await convert(film(['Director: Ann Lee']), options);
    expect(writeFilm('turtle')).toContain('prov:wasDerivedFrom <https://wiki.example/X>');
    expect(writeFilm('turtle')).toContain('prov:generatedAtTime "2025-01-31T12:00:00Z"^^xsd:dateTime');
    expect(writeFilm('turtle', 'none')).not.toContain('prov:');
  });

  it('moves our terms with our vocabularies', async () => {
    const settings = { vocabularyBase: 'https://terms.example/', validate: false };
    const { write: writeFilm } = await convert(film(['Director: Ann Lee']), { settings });
    for (const [format, mode] of [
      ['nquads', 'span'],
      ['trig', 'rdf12'],
    ] as const) {
      expect(writeFilm(format, mode)).toContain('https://terms.example/article#');
      expect(writeFilm(format, mode)).not.toContain('w3id.org');
    }
  });

  it('put a redirect, which has no words, into the graph of its page', () => {
    const redirect = { title: 'Y', target: 'X' };
    const mapped = convertRedirect(redirect, { base: 'https://example.org/', language: 'en' });
    const as = (provenance: 'page' | 'span') =>
      writeStatements(mapped.statements, 'nquads', workshop, { page: mapped.page, provenance });
    expect(as('span')).toBe(as('page'));
  });
});
