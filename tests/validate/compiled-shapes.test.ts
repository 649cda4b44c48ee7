/** The compiled check says of every graph what the engine says, or leaves it to the engine. */
import { describe, expect, it, vi } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { compileShapes } from '../../src/validate/compiled/compile-shapes.js';
import { GraphIndex } from '../../src/validate/compiled/graph-index.js';
import { Engine } from '../../src/validate/engine.js';
import { Validator } from '../../src/validate.js';
import { bothChecks } from '../support/agreement.js';
import {
  caseGraphs,
  fullGraph,
  ownShapes,
  runAnyShapes,
  runChangedGraphs,
  runChangedShapes,
} from '../support/agreement-runs.js';
import { changeByFailure, failures } from './failures.js';

const prefixes = `@prefix ex: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const turtle = (text: string) => parseTurtleFamily(prefixes + text, 'turtle');

// A slow machine takes long over the many runs of each.
vi.setConfig({ testTimeout: 120_000 });

describe('our own shapes', () => {
  const ask = bothChecks(ownShapes);

  it('pass all cases but the one that is to have a warning, without the engine', async () => {
    const answers = await Promise.all([fullGraph, ...caseGraphs(Number.POSITIVE_INFINITY)].map(ask));
    expect(answers.filter(({ compiled, engine }) => compiled === true && engine === true)).toHaveLength(42);
    expect(answers.filter(({ compiled, engine }) => compiled === false && engine === false)).toHaveLength(1);
    expect(answers).toHaveLength(43);
  });

  it.each(failures)('fail the example of %s', async (...failure) => {
    expect(await ask(changeByFailure(fullGraph, failure))).toEqual({ compiled: false, engine: false });
  });
});

/** For each constraint, what `ex:a ex:p …` may be, and what it may not be by a hair. */
const boundaries: readonly (readonly [constraint: string, passes: string, fails: string])[] = [
  ['sh:class ex:C', 'ex:c', 'ex:d'],
  ['sh:class ex:Super', 'ex:c', 'ex:d'],
  ['sh:datatype xsd:integer', '1, "-07"^^xsd:integer', '1.0'],
  ['sh:datatype xsd:gYear', '"1999"^^xsd:gYear', '"99"^^xsd:gYear'],
  ['sh:nodeKind sh:BlankNodeOrLiteral', '"x", [ ]', 'ex:c'],
  ['sh:minCount 2', '1, 2', '1, 1'],
  ['sh:maxCount 2', '1, 2, 2', '1, 2, 3'],
  ['sh:minInclusive 2', '2, 2.0', '1.9'],
  ['sh:minExclusive 2', '2.1', '2'],
  ['sh:maxInclusive 2', '2, 2e0', '2.1'],
  ['sh:maxExclusive 2', '1.9', '2.0'],
  ['sh:minInclusive 2', '3', 'ex:c'],
  ['sh:minInclusive "2000-01-02"^^xsd:date', '"2000-01-02"^^xsd:date', '"2000-01-01"^^xsd:date'],
  ['sh:minInclusive "2000"^^xsd:gYear', '"2000"^^xsd:gYear', '"1999"^^xsd:gYear'],
  [
    'sh:minInclusive "2000-01-01T12:00:00+01:00"^^xsd:dateTime',
    '"2000-01-01T11:00:00Z"^^xsd:dateTime',
    // Nobody knows in which zone.
    '"2000-01-01T12:00:00"^^xsd:dateTime',
  ],
  ['sh:minLength 2', '"ab", "😀😀"', '"😀"'],
  ['sh:maxLength 2', '"ab", "a😀"', '"a😀b"'],
  ['sh:minInclusive "a"', '"b"', '"A"'],
  ['sh:datatype xsd:date', '"2012-02-29"^^xsd:date', '"2012-02-30"^^xsd:date'],
  ['sh:datatype xsd:hexBinary', '"ff"^^xsd:hexBinary', '"f"^^xsd:hexBinary'],
  ['sh:pattern "^a"', '"ab"', '"ba"'],
  ['sh:pattern "^a" ; sh:flags "i"', '"AB"', '"BA"'],
  ['sh:languageIn ( "en" "de" )', '"x"@en-GB', '"x"@fr-de'],
  ['sh:languageIn ( "en" )', '"x"@en', '"x"'],
  ['sh:uniqueLang true', '"x"@en, "x"@de', '"x"@en, "y"@en'],
  ['sh:equals ex:q', '1, 2', '1'],
  ['sh:equals ex:q', '1, 2', '1, 2, 3'],
  ['sh:disjoint ex:q', '3', '3, 2'],
  ['sh:lessThan ex:r', '4', '5'],
  ['sh:lessThanOrEquals ex:r', '5', '5.1'],
  ['sh:not [ sh:nodeKind sh:IRI ]', '1', 'ex:c'],
  ['sh:and ( [ sh:minLength 1 ] [ sh:maxLength 2 ] )', '"ab"', '"abc"'],
  ['sh:or ( [ sh:minLength 2 ] [ sh:datatype xsd:integer ] )', '1, "ab"', '"a"'],
  ['sh:xone ( [ sh:minLength 2 ] [ sh:datatype xsd:integer ] )', '1, "ab"', '10'],
  ['sh:node [ sh:class ex:C ]', 'ex:c', 'ex:d'],
  ['sh:property [ sh:path ex:q ; sh:minCount 1 ]', 'ex:c', 'ex:d'],
  ['sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 1', 'ex:c, ex:d', 'ex:d, ex:e'],
  ['sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMaxCount 0', 'ex:d, ex:e', 'ex:c'],
  ['sh:closed true', 'ex:d', 'ex:c'],
  [
    'sh:closed true ; sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ex:q )',
    'ex:c',
    'ex:a',
  ],
  ['sh:hasValue "x"@en', '"x"@en, 1', '"x", "x"@de'],
  ['sh:in ( 1 "x"@en ex:c )', '1, "x"@en, ex:c', '1.0'],
];

describe('is as strict as the engine about', () => {
  const known = `ex:a ex:q 1, 2 ; ex:r 5 . ex:c a ex:C ; ex:q 1 . ex:C rdfs:subClassOf ex:Super .`;

  it.each(boundaries)('%s', async (constraint, passes, fails) => {
    const ask = bothChecks(
      turtle(`ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; ${constraint} ] .`),
    );
    const answers = (values: string) => ask(turtle(`${known} ex:a ex:p ${values} .`));
    expect(await answers(passes)).toEqual({ compiled: true, engine: true });
    expect(await answers(fails)).toEqual({ compiled: false, engine: false });
  });

  it.each([
    ['ex:p', 2],
    ['[ sh:inversePath ex:p ]', 1],
    ['( ex:p ex:p )', 2],
    ['[ sh:alternativePath ( ex:p ex:q ) ]', 3],
    ['[ sh:zeroOrOnePath ex:p ]', 3],
    ['[ sh:oneOrMorePath ex:p ]', 4],
    ['[ sh:oneOrMorePath ex:q ]', 1],
    ['[ sh:zeroOrMorePath ex:q ]', 2],
  ])('the values along %s', async (path, count) => {
    const data = turtle(
      'ex:a ex:p ex:b, ex:c ; ex:q ex:d . ex:b ex:p ex:d, ex:c . ex:c ex:p ex:d . ex:d ex:p ex:a .',
    );
    for (const [bound, conforms] of [
      [`sh:minCount ${count} ; sh:maxCount ${count}`, true],
      [`sh:maxCount ${count - 1}`, false],
    ] as const) {
      const shapes = turtle(`ex:S sh:targetNode ex:a ; sh:property [ sh:path ${path} ; ${bound} ] .`);
      expect(await bothChecks(shapes)(data)).toEqual({ compiled: conforms, engine: conforms });
    }
  });

  it.each([
    ['sh:targetClass ex:C', 'ex:x a ex:C .'],
    ['sh:targetClass ex:Super', 'ex:x a ex:C . ex:C rdfs:subClassOf ex:Super .'],
    ['a rdfs:Class', 'ex:x a ex:S .'],
    ['sh:targetNode ex:x', ''],
    ['sh:targetSubjectsOf ex:q', 'ex:x ex:q 1 .'],
    ['sh:targetObjectsOf ex:q', 'ex:y ex:q ex:x .'],
  ])('the target %s', async (target, data) => {
    const ask = bothChecks(turtle(`ex:S ${target} ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .`));
    expect(await ask(turtle(data))).toEqual({ compiled: false, engine: false });
    expect(await ask(turtle(`${data} ex:x ex:p 1 .`))).toEqual({ compiled: true, engine: true });
  });
});

describe('agrees with the engine', () => {
  it('on changed graphs', async () => {
    const tally = await runChangedGraphs([fullGraph, ...caseGraphs(100)], 500);
    expect(tally.failing).toBeGreaterThan(200);
    expect(tally.conforming).toBeGreaterThan(60);
    // Terms that libraries read differently.
    expect(tally.leftToEngine).toBeLessThan(tally.conforming / 5);
    expect(tally.notCompiled + tally.refused).toBe(0);
  });

  it('on changed shapes', async () => {
    const tally = await runChangedShapes(40);
    expect(tally.failing).toBeGreaterThan(5);
    expect(tally.conforming).toBeGreaterThan(20);
    expect(tally.leftToEngine).toBe(0);
  });

  it('on any shapes', async () => {
    const tally = await runAnyShapes(60);
    expect(tally.failing).toBeGreaterThan(100);
    expect(tally.conforming).toBeGreaterThan(150);
    expect(tally.notCompiled).toBeLessThan(300);
  });
});

describe('leaves to the engine', () => {
  const shape = (text: string): string => `ex:S sh:targetNode ex:a ; ${text} .`;

  it.each([
    ['SPARQL', shape('sh:sparql [ sh:select "" ]')],
    ['what SHACL Core does not have', shape('sh:minCoun 1')],
    ['constraint components', `${shape('sh:class ex:C')} ex:Component sh:parameter [ sh:path ex:p ] .`],
    ['imports', `${shape('sh:class ex:C')} ex: <http://www.w3.org/2002/07/owl#imports> ex:other .`],
    ['recursive shapes', shape('sh:property [ sh:path ex:p ; sh:node ex:S ]')],
    ['counts in node shapes', shape('sh:minCount 1')],
    ['patterns that are none', shape('sh:pattern "("')],
    ['paths that are two', shape('sh:property [ sh:path ex:p, ex:q ; sh:minCount 1 ]')],
    ['lists that fork', `${shape('sh:in ex:list')} ex:list rdfs:label "" .`],
  ])('%s', (_, shapes) => {
    expect(compileShapes(turtle(shapes))).toBeNull();
    expect(compileShapes(turtle(shape('sh:class ex:C')))).not.toBeNull();
  });

  it.each([['quoted triples', 'sh:minCount 1', '<< ex:b ex:p ex:c >>']])(
    '%s',
    async (_, constraint, value) => {
      const shapes = turtle(shape(`sh:property [ sh:path ex:p ; ${constraint} ]`));
      const data = turtle(`ex:a ex:p ${value} .`);
      expect(await bothChecks(shapes)(data)).toEqual({ compiled: false, engine: true });
      expect(await new Validator(shapes).validateQuads(data)).toEqual({ conforms: true, results: [] });
    },
  );

  const [subject, predicate] = [namedNode('https://example.org/a'), namedNode('https://example.org/p')];

  it.each(['', '_:b', '"b"', '?b'])('the IRI <%s>', async (iri) => {
    const ask = bothChecks(turtle(shape('sh:property [ sh:path ex:p ; sh:minCount 1 ]')));
    const answers = await ask([{ subject, predicate, object: namedNode(iri) }]);
    expect(answers).toEqual({ compiled: false, engine: true });
  });

  it('a language that is spelled in two ways', async () => {
    const inLanguages = (...tags: string[]) =>
      tags.map((tag) => ({ subject, predicate, object: literal('colour', tag) }));
    const ask = bothChecks(turtle(shape('sh:property [ sh:path ex:p ; sh:uniqueLang true ]')));
    expect(await ask(inLanguages('en-GB', 'fr'))).toEqual({ compiled: true, engine: true });
    expect(await ask(inLanguages('en-GB', 'en-gb'))).toMatchObject({ compiled: false });
  });
});

it('counts a repeated triple once, in long lists too', () => {
  const compiled = compileShapes(
    turtle('ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCount 40 ; sh:maxCount 40 ] .'),
  );
  const values = Array.from({ length: 40 }, (_, index) => `ex:a ex:p "${index}"@en , ${index} .`);
  expect(compiled?.conforms(new GraphIndex(turtle(values.slice(0, 20).join('\n'))))).toBe(true);
  expect(compiled?.conforms(new GraphIndex(turtle([...values, ...values].slice(20, 60).join('\n'))))).toBe(
    false,
  );
  expect(
    compiled?.conforms(new GraphIndex(turtle([...values.slice(0, 20), ...values.slice(0, 20)].join('\n')))),
  ).toBe(true);
});

describe('classes that are subclasses of each other', () => {
  const shapes = turtle('ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .');
  const circle = 'ex:C rdfs:subClassOf ex:D . ex:D rdfs:subClassOf ex:C . ex:a a ex:D .';

  it('are passed', async () => {
    const validator = new Validator(shapes);
    expect((await validator.validateQuads(turtle(`${circle} ex:a ex:p 1 .`))).conforms).toBe(true);
  });

  it('are too much for the engine, which is only asked of what fails', async () => {
    await expect(new Engine(shapes).validate(turtle(circle))).rejects.toThrow(RangeError);
    const validator = new Validator(shapes);
    const { results } = await validator.validateQuads(turtle(circle));
    expect(results.map(({ focusNode }) => focusNode)).toEqual(['https://example.org/a']);
  });
});
