/** Small shapes graphs of any constraints along any paths, and small graphs for them, as Turtle. */
import fc from 'fast-check';

const prefixes = `@prefix ex: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const oneOf = (...items: string[]): fc.Arbitrary<string> => fc.constantFrom(...items);
const join = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(' '));
const several = (item: fc.Arbitrary<string>, minLength: number, maxLength: number, separator: string) =>
  fc.array(item, { minLength, maxLength }).map((items) => items.join(separator));

const node = oneOf('ex:a', 'ex:b', 'ex:c', '_:n');
const anyClass = oneOf('ex:C', 'ex:D', 'ex:E');
const predicate = oneOf('ex:p', 'ex:p', 'ex:q', 'ex:r');
const anyLiteral = oneOf(
  ...[
    '0',
    '1',
    '2',
    '-1',
    '1.5',
    '1.0',
    '2e0',
    'true',
    '"1"',
    '"x"',
    '"xyz"',
    '"x"@en',
    '"y"@en',
    '"x"@de',
    '"x"@en-GB',
  ],
  ...[
    '"2020-01-01"^^xsd:date',
    '"2021-02-30"^^xsd:date',
    '"2020"^^xsd:gYear',
    '"one"^^xsd:integer',
    '"x"^^ex:type',
  ],
  ...['"2020-01-01T00:00:00"^^xsd:dateTime', '"2020-01-01T00:00:00Z"^^xsd:dateTime', '"P1D"^^xsd:duration'],
);
const term = fc.oneof(
  { weight: 2, arbitrary: oneOf('ex:a', 'ex:b', 'ex:c') },
  { weight: 2, arbitrary: anyLiteral },
);

const { path } = fc.letrec<{ path: string }>((tie) => ({
  path: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    predicate,
    join('[ sh:inversePath', predicate, ']'),
    join('[ sh:inversePath', oneOf('( ex:p )', 'ex:p', 'ex:q', 'ex:r'), ']'),
    join('( ', several(tie('path'), 1, 2, ' '), ' )'),
    join('[ sh:alternativePath (', several(tie('path'), 1, 2, ' '), ') ]'),
    join('[', oneOf('sh:zeroOrMorePath', 'sh:oneOrMorePath', 'sh:zeroOrOnePath'), tie('path'), ']'),
  ),
}));

const count = oneOf('0', '1', '2', '3');
const simple = fc.oneof(
  join('sh:class', anyClass),
  join(
    'sh:datatype',
    oneOf('xsd:integer', 'xsd:string', 'rdf:langString', 'xsd:date', 'xsd:decimal', 'ex:type'),
  ),
  join(
    'sh:nodeKind',
    oneOf(
      'sh:IRI',
      'sh:Literal',
      'sh:BlankNode',
      'sh:BlankNodeOrIRI',
      'sh:IRIOrLiteral',
      'sh:BlankNodeOrLiteral',
    ),
  ),
  join(oneOf('sh:minInclusive', 'sh:minExclusive', 'sh:maxInclusive', 'sh:maxExclusive'), anyLiteral),
  join(oneOf('sh:minLength', 'sh:maxLength'), count),
  join(
    'sh:pattern',
    oneOf('"^x"', '"1"', '"[a-z]$"', '"X"', '"("'),
    oneOf('', '', '; sh:flags "i"', '; sh:flags "g"', '; sh:flags "i", "s"'),
  ),
  join('sh:languageIn (', several(oneOf('"en"', '"de"', '"EN"'), 0, 2, ' '), ')'),
  join('sh:equals', predicate),
  join('sh:disjoint', predicate),
  join('sh:hasValue', term),
  join('sh:in (', several(term, 0, 4, ' '), ')'),
  join(
    'sh:closed',
    oneOf('true', 'true', 'false', '"1"^^xsd:boolean'),
    oneOf('', '; sh:ignoredProperties ( rdf:type )', '; sh:ignoredProperties ( ex:p ex:q )'),
  ),
  oneOf(
    'sh:deactivated true',
    'sh:deactivated false',
    'sh:severity sh:Warning',
    'sh:severity sh:Info',
    'sh:message "No."',
    'sh:sparql [ ]',
  ),
);
const alongPath = fc.oneof(
  join(oneOf('sh:minCount', 'sh:maxCount'), count),
  join(oneOf('sh:minCount', 'sh:maxCount'), count),
  oneOf('sh:uniqueLang true', 'sh:uniqueLang false'),
  join(oneOf('sh:lessThan', 'sh:lessThanOrEquals'), predicate),
);

type Tied = { nodeShape: string; propertyShape: string; nested: string };

/** What nodes or values are to be, and shapes that refer to shapes; `ex:S` and `ex:T` may make circles. */
const { nodeShape, propertyShape, nested } = fc.letrec<Tied>((tie) => {
  const shape = fc.oneof(
    { depthSize: 'small' },
    { weight: 3, arbitrary: tie('nodeShape') },
    { weight: 3, arbitrary: tie('propertyShape') },
    { weight: 1, arbitrary: oneOf('ex:T', 'ex:T', 'ex:T', 'ex:S') },
  );
  const qualified = join(
    'sh:qualifiedValueShape',
    shape,
    ';',
    oneOf('sh:qualifiedMinCount', 'sh:qualifiedMaxCount'),
    count,
    oneOf('', '; sh:qualifiedValueShapesDisjoint true'),
  );
  return {
    nested: fc.oneof(
      join('sh:not', shape),
      join(oneOf('sh:and', 'sh:or', 'sh:xone'), '(', several(shape, 0, 2, ' '), ')'),
      join('sh:node', shape),
      join('sh:property', tie('propertyShape')),
      join('sh:property', tie('propertyShape')),
    ),
    nodeShape: join(
      '[',
      several(fc.oneof({ depthSize: 'small' }, simple, simple, tie('nested')), 1, 2, ' ; '),
      ']',
    ),
    propertyShape: join(
      '[ sh:path',
      path,
      ';',
      several(
        fc.oneof({ depthSize: 'small' }, alongPath, simple, alongPath, tie('nested'), qualified),
        1,
        2,
        ' ; ',
      ),
      ']',
    ),
  };
});
const target = fc.oneof(
  join('sh:targetClass', anyClass),
  join('sh:targetNode', term),
  join('sh:targetSubjectsOf', predicate),
  join('sh:targetObjectsOf', predicate),
  oneOf('a rdfs:Class', 'a ex:Meta', 'a sh:NodeShape'),
);
const statements = fc.oneof(
  simple,
  nested,
  nested,
  join('sh:property', propertyShape),
  join('sh:property', nodeShape),
);

export const anyShapes: fc.Arbitrary<string> = fc
  .record({
    first: join('ex:S', target, ';', several(statements, 1, 3, ' ; '), '.'),
    second: fc.option(join('ex:T', several(fc.oneof(target, statements), 1, 3, ' ; '), '.'), { nil: '' }),
    third: fc.option(
      join('ex:P', target, '; sh:path', path, ';', several(fc.oneof(alongPath, simple), 1, 2, ' ; '), '.'),
      { nil: '' },
    ),
    meta: oneOf('', '', 'ex:Meta rdfs:subClassOf rdfs:Class .'),
  })
  .map(({ first, second, third, meta }) => [prefixes, first, second, third, meta].join('\n'));

const triple = fc.oneof(
  { weight: 4, arbitrary: join(node, predicate, fc.oneof(node, anyLiteral), '.') },
  { weight: 2, arbitrary: join(node, 'a', fc.oneof(anyClass, oneOf('ex:S')), '.') },
  { weight: 1, arbitrary: join(anyClass, 'rdfs:subClassOf', oneOf('ex:C', 'ex:S'), '.') },
);

export const anyGraph: fc.Arbitrary<string> = several(triple, 0, 9, '\n').map((text) => `${prefixes}${text}`);
