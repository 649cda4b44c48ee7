/** The compiled check says of every graph what the engine says, or leaves it to the engine. */
import { describe, expect, it } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { compileShapes } from '../../src/validate/compiled/compile-shapes.js';
import { GraphIndex } from '../../src/validate/compiled/graph-index.js';
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

describe('our own shapes', () => {
  const ask = bothChecks(ownShapes);

  it('pass all cases but the one that is to have a warning, without the engine', async () => {
    const answers = await Promise.all([fullGraph, ...caseGraphs(Number.POSITIVE_INFINITY)].map(ask));
    expect(answers.filter(({ compiled, engine }) => compiled === true && engine === true)).toHaveLength(8);
    expect(answers.filter(({ compiled, engine }) => compiled === false && engine === false)).toHaveLength(1);
    expect(answers).toHaveLength(9);
  });

  it.each(failures)('fail the example of %s', async (...failure) => {
    expect(await ask(changeByFailure(fullGraph, failure))).toEqual({ compiled: false, engine: false });
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
    [
      'inverses of sequences',
      shape('sh:property [ sh:path [ sh:inversePath ( ex:p ex:q ) ] ; sh:minCount 1 ]'),
    ],
  ])('%s', (_, shapes) => {
    expect(compileShapes(turtle(shapes))).toBeNull();
    expect(compileShapes(turtle(shape('sh:class ex:C')))).not.toBeNull();
  });

  it.each([
    ['the order of strings', 'sh:minInclusive "a"', '"b"'],
    ['lexical forms that it does not know', 'sh:datatype xsd:hexBinary', '"ff"^^xsd:hexBinary'],
    ['quoted triples', 'sh:minCount 1', '<< ex:b ex:p ex:c >>'],
  ])('%s', async (_, constraint, value) => {
    const shapes = turtle(shape(`sh:property [ sh:path ex:p ; ${constraint} ]`));
    const data = turtle(`ex:a ex:p ${value} .`);
    expect(await bothChecks(shapes)(data)).toEqual({ compiled: false, engine: true });
    expect(await new Validator(shapes).validateQuads(data)).toEqual({ conforms: true, results: [] });
  });

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

  it('are too much for the engine, which is right again for the next graph', async () => {
    const validator = new Validator(shapes);
    await expect(validator.validateQuads(turtle(circle))).rejects.toThrow(RangeError);
    const { results } = await validator.validateQuads(turtle('ex:a a ex:C .'));
    expect(results.map(({ focusNode }) => focusNode)).toEqual(['https://example.org/a']);
  });
});
