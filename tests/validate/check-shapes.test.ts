/** What is wrong with shapes of one's own is said once, with its line, before anything is checked. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/problem.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { parseShapes } from '../../src/validate/parse-shapes.js';
import { Validator } from '../../src/validate.js';

const head = `@prefix ex: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:S a sh:NodeShape ; sh:targetClass ex:C .
`;
const line = 8;

function problemsOf(text: string): Problem[] {
  const problems: Problem[] = [];
  parseShapes([{ name: 'own.ttl', text }], problems);
  return problems;
}

it.each([
  ['owl:imports', '<> owl:imports <http://127.0.0.1/x> .', /nothing is ever fetched/i],
  ['a pattern', 'ex:S sh:property [ sh:path ex:p ; sh:pattern "(" ] .', /"\(": It is no regular expression/],
  ['a pattern of another language', 'ex:S sh:pattern "(?i)x" .', /no regular expression/],
  ['flags', 'ex:S sh:pattern "x" ; sh:flags "g" .', /is no flag/],
  ['no path', 'ex:S sh:property [ sh:minCount 1 ] .', /there is no sh:path/],
  ['two paths', 'ex:S sh:property [ sh:path ex:p, ex:q ] .', /has several/],
  ['a literal for a path', 'ex:S sh:property [ sh:path "p" ] .', /no property path/],
  ['a blank path', 'ex:S sh:property [ sh:path [ ] ] .', /no property path/],
  ['a count that is none', 'ex:S sh:property [ sh:path ex:p ; sh:minCount "one" ] .', /"one" is no count/],
  ['a count below nothing', 'ex:S sh:property [ sh:path ex:p ; sh:maxCount -1 ] .', /"-1" is no count/],
  ['two counts', 'ex:S sh:property [ sh:path ex:p ; sh:maxCount 1, 2 ] .', /has several/],
  ['a count in a node shape', 'ex:S sh:minCount 1 .', /in property shapes alone/],
  ['an order in a node shape', 'ex:S sh:lessThan ex:p .', /in property shapes alone/],
  ['a circular list', 'ex:S sh:in ex:l . ex:l rdf:first 1 ; rdf:rest ex:l .', /round in a circle/],
  ['no list', 'ex:S sh:or "a" .', /no list/],
  ['a shape that leads back to itself', 'ex:S sh:node ex:T . ex:T sh:not ex:S .', /leads back to itself/],
  ['a shape within itself', 'ex:S sh:property [ sh:path ex:p ; sh:node ex:S ] .', /leads back to itself/],
  ['SPARQL', 'ex:S sh:sparql [ sh:select "SELECT $this {}" ] .', /extensions, which are not run/],
  ['a node kind', 'ex:S sh:nodeKind sh:Thing .', /is no node kind/],
  ['a class in quotation marks', 'ex:S sh:class "C" .', /is no IRI/],
  ['neither true nor false', 'ex:S sh:closed "yes" .', /neither true nor false/],
  ['a bound that is none', 'ex:S sh:minInclusive ex:p .', /is no literal/],
])('%s is an error with its line', (_, text, message) => {
  const errors = problemsOf(head + text).filter(({ severity }) => severity === 'error');
  expect(
    errors.some((problem) => message.test(problem.message)),
    JSON.stringify(errors),
  ).toBe(true);
  expect(new Set(errors.map(({ code }) => /^shapes-(?:invalid|unsupported)$/.test(code)))).toEqual(
    new Set([true]),
  );
  // The place of a cycle is the shape that it leads back to.
  expect([line, line - 1]).toContain(errors[0]?.place.line);
});

it.each([
  [
    'a term of SHACL that does not exist',
    `${head}ex:S sh:property [ sh:path ex:p ; sh:mincount 1 ] .`,
    'unknown-shacl-term',
    8,
  ],
  [
    'no target',
    '@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:S> a sh:NodeShape ; sh:class <urn:C> .',
    'shapes-without-target',
    undefined,
  ],
  ['nothing at all', '', 'shapes-without-target', undefined],
])('%s is a warning', (_, text, code, at) => {
  expect(
    problemsOf(text).map((problem) => [problem.code, problem.severity, problem.place.line]),
  ).toContainEqual([code, 'warning', at]);
});

it.each([
  'ex:S sh:property [ sh:path [ sh:inversePath ( ex:a ex:b ) ] ; sh:minCount 0 ] .',
  'ex:S sh:property [ sh:path ( ex:a [ sh:zeroOrMorePath ex:b ] ) ; sh:maxCount 1 ] .',
  'ex:S sh:pattern "a.b" ; sh:flags "q" .',
  'ex:S sh:pattern "^\\\\p{Lu}\\\\i\\\\c*$" ; sh:flags "i" .',
  'ex:S sh:or ( [ sh:class ex:C ] [ sh:nodeKind sh:Literal ] ) ; sh:severity ex:Grave .',
  'ex:C a rdfs:Class, sh:NodeShape .',
])('nothing is wrong with %s', (text) => {
  expect(problemsOf(head + text)).toEqual([]);
});

describe('what conforms', () => {
  const results = async (shape: string, data: string) => {
    const problems: Problem[] = [];
    const validator = new Validator(parseShapes([{ name: 'own.ttl', text: head + shape }], problems));
    expect(problems).toEqual([]);
    return (await validator.validateQuads(parseTurtleFamily(head + data, 'turtle'))).results;
  };

  it.each([
    [
      'sh:property [ sh:path ex:p ; sh:datatype xsd:date ]',
      '"2012-02-29"^^xsd:date',
      '"2012-02-30"^^xsd:date',
    ],
    [
      'sh:property [ sh:path ex:p ; sh:maxLength 2 ]',
      '"\u{1f600}\u{1f600}"',
      '"\u{1f600}\u{1f600}\u{1f600}"',
    ],
    ['sh:property [ sh:path ex:p ; sh:pattern "^.$" ]', '"\u{1f600}"', '"ab"'],
    ['sh:property [ sh:path ex:p ; sh:maxExclusive "a" ]', '"A"', '"b"'],
    [
      'sh:property [ sh:path ex:p ; sh:minInclusive "1800"^^xsd:gYear ]',
      '"12000"^^xsd:gYear',
      '"-0044"^^xsd:gYear',
    ],
    [
      'sh:property [ sh:path ex:p ; sh:minInclusive 9007199254740993 ]',
      '9007199254740993',
      '9007199254740992',
    ],
    ['sh:property [ sh:path ex:p ; sh:maxInclusive 1 ]', '"-INF"^^xsd:double', '"INF"^^xsd:double'],
    ['sh:property [ sh:path ex:p ; sh:minExclusive 0.3 ]', '0.30000000000000001', '0.3'],
    ['sh:property [ sh:path ex:p ; sh:languageIn ( "en" ) ]', '"a"@en-GB', '"a"@eng'],
    ['sh:property [ sh:path ex:p ; sh:lessThan ex:q ]', '"PT59M"^^xsd:duration', '"PT2H"^^xsd:duration'],
    [
      'sh:property [ sh:path [ sh:inversePath ( ex:a ex:b ) ] ; sh:maxCount 0 ]',
      '1',
      '1 . ex:y ex:a ex:z . ex:z ex:b ex:x',
    ],
    ['sh:property [ sh:path ex:p ; sh:pattern "^(a+)+$" ]', '"aaa"', `"${'a'.repeat(40)}x"`],
  ])('%s: %s, and not %s', async (shape, passes, fails) => {
    const data = (value: string) => `ex:x a ex:C ; ex:q "PT1H"^^xsd:duration ; ex:p ${value} .`;
    expect(await results(`ex:S ${shape} .`, data(passes))).toEqual([]);
    expect(await results(`ex:S ${shape} .`, data(fails))).toHaveLength(1);
  });

  it('and a severity of one’s own is kept', async () => {
    const [result] = await results(
      'ex:S sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:severity ex:Grave ] .',
      'ex:x a ex:C .',
    );
    expect([result?.severity, result?.ownSeverity]).toEqual(['violation', 'https://example.org/Grave']);
  });
});

it('of RDF, IRIs are absolute', () => {
  for (const text of [
    '<a> <urn:p> 1 .',
    '<urn:a> <urn:p> <#b> .',
    '@base <x/> . <a> <urn:p> 1 .',
    '<urn:a> <urn:p> "1"^^<t> .',
  ])
    expect(() => parseTurtleFamily(text, 'turtle')).toThrow(/no absolute IRI/);
  expect(parseTurtleFamily('@base <https://example.org/> . <a> <p> <#b> .', 'turtle')).toHaveLength(1);
});

it('a result says which languages are asked for', async () => {
  const text = `${head}ex:S sh:property [ sh:path ex:p ; sh:languageIn ( "en" "de" ) ] .`;
  const validator = new Validator(parseShapes([{ name: 'own.ttl', text }], []));
  const data = parseTurtleFamily(
    '@prefix ex: <https://example.org/> . ex:a a ex:C ; ex:p "x"@fr .',
    'turtle',
  );
  const { results } = await validator.validateQuads(data);
  expect(results.map(({ message }) => message)).toEqual(['Language is none of en, de']);
});
