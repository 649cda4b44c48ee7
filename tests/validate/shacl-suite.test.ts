/**
 * W3C's test suite of SHACL Core (https://w3c.github.io/data-shapes/data-shapes-test-suite/), where the environment
 * variable SHACL_SUITE names the folder that holds its `core` folder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Quad, Term } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { compileShapes } from '../../src/validate/compiled/compile-shapes.js';
import { bothChecks, Tally } from '../support/agreement.js';

interface SuiteTest {
  readonly name: string;
  readonly data: readonly Quad[];
  readonly shapes: readonly Quad[];
  readonly conforms: boolean;
}

const folder = process.env.SHACL_SUITE ?? '';

const files = (at: string): string[] =>
  readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ttl'))
    .sort()
    .map((path) => join(at, path));

/** Their paths are two paths at once. */
const notCompiled = ['path/path-strange-001', 'path/path-strange-002'];
/** Most tests fail on purpose; without one of their triples some conform. Larger graphs take the engine long. */
const largestChanged = 100;

function read(path: string): Quad[] {
  return parseTurtleFamily(`@base <${pathToFileURL(path).href}> .\n${readFileSync(path, 'utf8')}`, 'turtle');
}

function testsIn(path: string): SuiteTest[] {
  const quads = read(path);
  const object = (subject: Term | undefined, name: string): Term | undefined =>
    quads.find((quad) => quad.subject.equals(subject) && quad.predicate.value.endsWith(name))?.object;
  const graph = (action: Term | undefined, name: string): Quad[] =>
    read(fileURLToPath((object(action, name) as Term).value));
  return quads
    .filter(({ object }) => object.value === 'http://www.w3.org/ns/shacl-test#Validate')
    .map(({ subject }) => {
      const action = object(subject, '#action');
      return {
        name: subject.value.replace(/^.*\/core\//, ''),
        data: graph(action, '#dataGraph'),
        shapes: graph(action, '#shapesGraph'),
        conforms: object(object(subject, '#result'), '#conforms')?.value === 'true',
      };
    });
}

describe.skipIf(folder === '')('the SHACL Core test suite', () => {
  const tests = folder === '' ? [] : files(join(folder, 'core')).flatMap(testsIn);

  it('is whole, and compiles but for what is known', () => {
    expect(tests).toHaveLength(98);
    const left = tests.filter(({ shapes }) => compileShapes(shapes) === null).map(({ name }) => name);
    expect(left).toEqual(notCompiled);
  });

  it.each(tests)('$name', async ({ data, shapes, conforms }) => {
    const { compiled, engine } = await bothChecks(shapes)(data);
    expect(engine).toBe(conforms);
    if (compiled !== null) expect(compiled).toBe(conforms);
  });

  it('says the same of what is left of a graph without any one of its triples', async () => {
    const tally = new Tally();
    for (const { data, shapes } of tests.filter(({ data }) => data.length <= largestChanged)) {
      const ask = bothChecks(shapes);
      const changeable = data.filter(({ subject, predicate }) => isOfExample(subject, predicate));
      for (const left of changeable) tally.add(await ask(data.filter((quad) => quad !== left)));
    }
    expect(tally.conforming).toBeGreaterThan(50);
    expect(tally.failing).toBeGreaterThan(400);
    expect(tally).toMatchObject({ leftToEngine: 0, endless: 0, refused: 0 });
  }, 120_000);
});

/** Not of the manifest, nor of a shape or an expected report. */
function isOfExample(subject: Term, predicate: Term): boolean {
  return subject.termType === 'NamedNode' && !/\/(?:test-manifest|shacl)#/.test(predicate.value);
}
