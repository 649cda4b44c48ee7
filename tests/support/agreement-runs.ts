/** Many graphs and many shapes, each asked of the compiled check and of the engine; seeded, so always the same ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { bothChecks, Tally } from './agreement.js';
import { anyGraph, anyShapes } from './any-shapes.js';
import { anyChange, changeGraph } from './mutate-graph.js';

const tests = join(import.meta.dirname, '..');
const turtle = (path: string): Quad[] => parseTurtleFamily(readFileSync(path, 'utf8'), 'turtle');

const shapeFiles = readdirSync(join(tests, '../shapes'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ttl'))
  .sort();
const shapesOf = (names: readonly string[]): Quad[] =>
  names.flatMap((name) => turtle(join(tests, '../shapes', name)));

export const ownShapes: readonly Quad[] = shapesOf(shapeFiles);

/** Those that a page about a film is held to. */
const filmShapes = shapesOf(shapeFiles.filter((name) => !/^kinds.(?!film\.)/.test(name)));

/** A graph in which every property of these occurs. */
export const fullGraph: readonly Quad[] = turtle(join(tests, 'validate/valid.ttl'));

/** The graphs of the cases that are not larger than this. */
export function caseGraphs(mostTriples: number): readonly Quad[][] {
  return readdirSync(join(tests, 'cases'))
    .sort()
    .map((slug) => parseTurtleFamily(readFileSync(join(tests, 'cases', slug, 'graph.nq'), 'utf8'), 'nquads'))
    .filter(({ length }) => length <= mostTriples);
}

/** Changed graphs against our own shapes. */
export async function runChangedGraphs(graphs: readonly (readonly Quad[])[], runs: number): Promise<Tally> {
  const tally = new Tally();
  const ask = bothChecks(ownShapes);
  const changed = fc.asyncProperty(
    fc.constantFrom(...graphs),
    fc.array(anyChange, { minLength: 1, maxLength: 3 }),
    async (graph, changes) => tally.add(await ask(changes.reduce(changeGraph, [...graph]))),
  );
  await assertInParts(changed, 1, runs);
  return tally;
}

/** Changed shapes of ours against that graph. */
export async function runChangedShapes(runs: number): Promise<Tally> {
  const tally = new Tally();
  const changed = fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 2 }), async (changes) =>
    tally.add(await bothChecks(changes.reduce(changeGraph, [...filmShapes]))(fullGraph)),
  );
  await assertInParts(changed, 2, runs);
  return tally;
}

/** What was made in a run is kept until its assertion ends, so many runs are asserted some at a time. */
async function assertInParts<T>(property: fc.IAsyncProperty<T>, seed: number, runs: number): Promise<void> {
  const part = 100;
  for (let done = 0; done < runs; done += part)
    await fc.assert(property, { seed: seed + done, numRuns: Math.min(part, runs - done) });
}

/** Shapes of all kinds against graphs of all kinds. */
export async function runAnyShapes(runs: number, seed = 3): Promise<Tally> {
  const tally = new Tally();
  const any = fc.asyncProperty(
    anyShapes,
    fc.array(anyGraph, { minLength: 6, maxLength: 6 }),
    async (shapes, graphs) => {
      const ask = bothChecks(parseTurtleFamily(shapes, 'turtle'));
      for (const graph of graphs) tally.add(await ask(parseTurtleFamily(graph, 'turtle')));
    },
  );
  await assertInParts(any, seed, runs);
  return tally;
}
