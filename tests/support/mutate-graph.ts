/** Small changes to a graph, each told by numbers, so that a failing one can be repeated and made smaller. */
import factory from '@rdfjs/data-model';
import type { NamedNode, Quad } from '@rdfjs/types';
import fc from 'fast-check';

export interface Change {
  readonly kind: keyof typeof changes;
  readonly at: number;
  readonly other: number;
}

const xsd = (name: string): NamedNode => factory.namedNode(`http://www.w3.org/2001/XMLSchema#${name}`);
const rdfType = factory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const subClassOf = factory.namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf');
const langString = factory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#langString');

const datatypes: readonly NamedNode[] = [
  ...['string', 'integer', 'decimal', 'double', 'boolean', 'date', 'dateTime', 'gYear'].map(xsd),
  ...['gYearMonth', 'duration', 'anyURI', 'token', 'byte'].map(xsd),
  factory.namedNode('https://example.org/datatype'),
  langString,
];
const languages = ['en', 'EN', 'en-US', 'en-us', 'de', 'zh-Hant', 'x', 'not a tag', 'constructor', 'en--ltr'];
const extremes = [
  factory.literal(''),
  factory.literal('', 'en'),
  factory.literal('x'.repeat(10_000)),
  factory.literal('😀\n"\\'),
  ...['0', '-1', '+1', '1', '007', '9007199254740993', '1e3', ' 1', '1.5', '', '9'.repeat(400)].map((form) =>
    factory.literal(form, xsd('integer')),
  ),
  ...['0.0', '-0.5', '1.', '.5', 'NaN', '1e3'].map((form) => factory.literal(form, xsd('decimal'))),
  ...['INF', '-INF', 'NaN', '1e400'].map((form) => factory.literal(form, xsd('double'))),
  ...['2024-02-30', '2024-13-01', '1999-12-31', '-0001-01-01', '12024-01-01', '2024-01-01Z'].map((form) =>
    factory.literal(form, xsd('date')),
  ),
  ...['2024', '0000', '1799', '99999', '24'].map((form) => factory.literal(form, xsd('gYear'))),
  ...['2024-01', '2024-13'].map((form) => factory.literal(form, xsd('gYearMonth'))),
  ...['PT0M', 'P', 'PT90M', 'P1Y2M3DT4H5M6.7S', '-PT1H', 'PT'].map((form) =>
    factory.literal(form, xsd('duration')),
  ),
  factory.namedNode('relative'),
  factory.namedNode(''),
  factory.namedNode('_:b'),
  factory.namedNode('ftp://example.org/'),
];

const pick = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;
const asLiteral = ({ object }: Quad, datatype: NamedNode) => factory.literal(object.value, datatype);

/** What becomes of one triple; `graph` and `other` give what else it may become. */
const changes = {
  drop: () => [],
  repeat: (it) => [it, it],
  addObject: (it, graph, other) => [it, withObject(it, pick(graph, other).object)],
  setObject: (it, graph, other) => [withObject(it, pick(graph, other).object)],
  addExtreme: (it, _, other) => [it, withObject(it, pick(extremes, other))],
  setExtreme: (it, _, other) => [withObject(it, pick(extremes, other))],
  setDatatype: (it, _, other) => [withObject(it, asLiteral(it, pick(datatypes, other)))],
  setLanguage: (it, _, other) => [withObject(it, factory.literal(it.object.value, pick(languages, other)))],
  addLanguage: (it, _, other) => [
    it,
    withObject(it, factory.literal(it.object.value, pick(languages, other))),
  ],
  setPredicate: (it, graph, other) => [factory.quad(it.subject, pick(graph, other).predicate, it.object)],
  addPredicate: (it, graph, other) => [it, factory.quad(it.subject, pick(graph, other).predicate, it.object)],
  setSubject: (it, graph, other) => [factory.quad(pick(graph, other).subject, it.predicate, it.object)],
  toIri: (it) => [withObject(it, factory.namedNode(`urn:x:${it.object.value}`))],
  toLiteral: (it) => [withObject(it, factory.literal(it.object.value))],
  toBlank: (it) => [withObject(it, factory.blankNode('b'))],
  blankSubject: (it) => [factory.quad(factory.blankNode('s'), it.predicate, it.object)],
  invert: (it) =>
    it.object.termType === 'Literal' ? [it] : [factory.quad(it.object, it.predicate, it.subject as never)],
  setType: (it, graph, other) => [it, factory.quad(it.subject, rdfType, pick(typesIn(graph), other))],
  addSubclass: (it, graph, other) => [
    it,
    factory.quad(pick(typesIn(graph), other) as never, subClassOf, pick(typesIn(graph), other >> 4)),
  ],
  subclassed: (it, graph, other) => {
    if (!it.predicate.equals(rdfType)) return [it];
    const named = factory.namedNode(`urn:class:${other % 3}`);
    return [
      withObject(it, named),
      factory.quad(named, subClassOf, pick([it.object, pick(typesIn(graph), other)], other)),
    ];
  },
} satisfies Record<string, (it: Quad, graph: readonly Quad[], other: number) => Quad[]>;

function withObject({ subject, predicate }: Quad, object: Quad['object']): Quad {
  return factory.quad(subject, predicate, object) as Quad;
}

function typesIn(graph: readonly Quad[]): Quad['object'][] {
  const types = graph.flatMap(({ predicate, object }) => (predicate.equals(rdfType) ? [object] : []));
  return types.length > 0 ? types : [factory.namedNode('urn:class')];
}

export const anyChange: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...(Object.keys(changes) as Change['kind'][])),
  at: fc.nat(10_000),
  other: fc.nat(10_000),
});

export function changeGraph(graph: readonly Quad[], { kind, at, other }: Change): Quad[] {
  if (graph.length === 0) return [];
  const index = at % graph.length;
  const become = changes[kind](graph[index] as Quad, graph, other) as Quad[];
  return [...graph.slice(0, index), ...become, ...graph.slice(index + 1)];
}
