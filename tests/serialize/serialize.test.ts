import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, serialize, toQuads } from '../../src/index.js';
import { literal, namedNode, quad } from '../../src/rdf/terms.js';
import { schema, xsd } from '../../src/rdf/vocabulary.js';
import type { Statement } from '../../src/statement.js';
import { film } from '../support/convert.js';
import { canonical, readWithJsonld, readWithN3, readWithOxigraph } from '../support/read-back.js';

const thing = namedNode('https://example.org/resource/X');
const page = namedNode('https://example.org/page/X');

const text = fc.string({ unit: 'binary', maxLength: 20 }).map((value) => value.toWellFormed());
const node = fc.oneof(
  fc.constantFrom(
    thing,
    page,
    namedNode('https://example.org/resource/X#part'),
    namedNode('https://example.org/resource/Ann_Lee'),
  ),
  fc
    .constantFrom('a', 'B-c', '9x', "O'Neil", 'a.b', '_', 'é', 'a%20b', '-')
    .map((name) => namedNode(`https://example.org/resource/${name}`)),
);
const predicate = fc.constantFrom(
  schema.name,
  schema.startDate,
  schema.position,
  schema.inLanguage,
  schema.value,
  namedNode('https://w3id.org/article2rdf/raw#key'),
  namedNode('https://w3id.org/article2rdf/award#work'),
  namedNode('https://example.com/own/term'),
  namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
);
const object = fc.oneof(
  node,
  text.map((value) => literal(value)),
  fc.tuple(text, fc.constantFrom('en', 'de', 'zh-Hant')).map(([value, language]) => literal(value, language)),
  fc.constantFrom(
    literal('5', xsd.integer),
    literal('05', xsd.integer),
    literal('99999999999999999999', xsd.integer),
    literal('1.50', xsd.decimal),
    literal('true', xsd.boolean),
    literal('1', xsd.boolean),
    literal('1996-11-02', xsd.date),
    literal('1996', xsd.gYear),
    literal('PT116M', xsd.duration),
  ),
);
const statements = fc.array(
  fc.tuple(node, predicate, object).map(([subject, property, value]): Statement => {
    const isType = property.value.endsWith('#type');
    return { subject, predicate: property, object: isType ? schema.Thing : value, rule: 'test' };
  }),
  { minLength: 1, maxLength: 25 },
);

describe('any graph, in every format, is read back as it was', () => {
  it.each(['turtle', 'ntriples', 'nquads', 'trig'] as const)('%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(statements, async (graph) => {
        const written = await serialize(graph, format);
        const expected = canonical(graph.map((s) => quad(s.subject, s.predicate, s.object)));
        expect(readWithN3(written, format)).toEqual(expected);
        expect(readWithOxigraph(written, format)).toEqual(expected);
        expect(await serialize(graph, format)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  it('jsonld', async () => {
    await fc.assert(
      fc.asyncProperty(statements, async (graph) => {
        const written = await serialize(graph, 'jsonld');
        expect(await readWithJsonld(written)).toEqual(
          canonical(graph.map((s) => quad(s.subject, s.predicate, s.object))),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('for people', () => {
  const article = film(
    ['Director: Ann Lee', 'Producer: Ann Lee, Bo Roe, Cy Poe, Di Moe'],
    '== Cast ==\n- Ann Lee as "Kim"\n\nA paragraph\nof two lines.\n',
  );

  it('Turtle declares the prefixes that it uses, and no other', async () => {
    const { write } = await convert(article);
    const turtle = write('turtle');
    const declared = [...turtle.matchAll(/^@prefix (\w+):/gm)].map(([, prefix]) => prefix as string);
    const body = turtle.replace(/^@prefix.*$/gm, '');
    expect(declared.length).toBeGreaterThan(3);
    for (const prefix of declared) expect(body, prefix).toMatch(new RegExp(`(^|[\\s^,])${prefix}:[A-Za-z_]`));
  });

  it('Turtle puts `a` first and parts under their whole', async () => {
    const { write } = await convert(article);
    const subjects = write('turtle')
      .split('\n')
      .filter((line) => /^\S+ a \S+ ;$/.test(line))
      .map((line) => line.split(' ')[0]);
    expect(subjects).toEqual([
      'thing:X',
      'part:cast-ann-lee',
      'thing:Ann_Lee',
      'thing:Bo_Roe',
      'thing:Cy_Poe',
      'thing:Di_Moe',
      'page:X',
      'section:Cast',
    ]);
  });

  it('Turtle writes lines as lines, and many objects one under the other', async () => {
    const turtle = (await convert(article)).write('turtle');
    expect(turtle).toContain('"""- Ann Lee as "Kim"\n\nA paragraph\nof two lines."""@en');
    expect(turtle).toContain(
      'schema:producer thing:Ann_Lee,\n    thing:Bo_Roe,\n    thing:Cy_Poe,\n    thing:Di_Moe ;',
    );
  });

  it('JSON-LD has the film at the top, its type first, and every thing once', async () => {
    const document = JSON.parse((await convert(article)).write('jsonld'));
    expect(Object.keys(document).slice(0, 4)).toEqual(['@context', '@type', '@id', 'name']);
    expect(document['@type']).toBe('Movie');
    expect(document.director).toEqual({
      '@type': 'Person',
      '@id': 'https://example.org/resource/Ann_Lee',
      name: 'Ann Lee',
    });
    expect(document.producer[0]).toEqual({ '@id': 'https://example.org/resource/Ann_Lee' });
    expect(document.producer).toHaveLength(4);
    expect(document.mainEntityOfPage.hasPart.name).toBe('Cast');
  });

  it('JSON-LD has the language of the article in its context', async () => {
    const { write, statements: graph } = await convert(article, { language: 'fr' });
    expect(JSON.parse(write('jsonld'))['@context'].name).toEqual({ '@id': 'schema:name', '@language': 'fr' });
    expect(await readWithJsonld(write('jsonld'))).toEqual(canonical(toQuads(graph)));
  });

  it('quads name the graph of the page', async () => {
    const { write } = await convert(article);
    for (const line of write('nquads').trimEnd().split('\n'))
      expect(line).toMatch(/ <https:\/\/example\.org\/page\/X> \.$/);
    expect(write('trig')).toContain('\npage:X {\n');
  });

  it('N-Triples are sorted, one line a statement', async () => {
    const sorted = (await convert(article)).write('ntriples').trimEnd().split('\n');
    expect(sorted).toEqual([...new Set(sorted)].sort());
  });

  it('nothing is written as nothing', async () => {
    expect(await serialize([], 'turtle')).toBe('');
    expect(await serialize([], 'jsonld')).toBe('{}\n');
  });
});

it('moves our vocabularies to another base, shapes and context with them', async () => {
  const settings = { vocabularyBase: 'https://vocab.example/' };
  const {
    write,
    report,
    statements: graph,
  } = await convert(film(['Editing: Ann Lee', 'Sound: loud']), { settings });
  expect(report?.conforms).toBe(true);
  expect(write('turtle')).toContain('@prefix film: <https://vocab.example/film#> .');
  for (const format of ['turtle', 'jsonld', 'nquads', 'trig'] as const)
    expect(write(format)).not.toContain('w3id.org');
  expect(await readWithJsonld(write('jsonld'))).toEqual(canonical(toQuads(graph)));
});
