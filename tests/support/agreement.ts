/** The compiled check beside the engine that it stands for. */
import type { Quad } from '@rdfjs/types';
import { compileShapes } from '../../src/validate/compiled/compile-shapes.js';
import { GraphIndex } from '../../src/validate/compiled/graph-index.js';
import { Engine } from '../../src/validate/engine.js';
import type { Triple } from '../../src/validate/triple.js';

/** Whether a graph conforms. */
export interface Answers {
  /** Null where the shapes were not compiled. */
  readonly compiled: boolean | null;
  /** `endless` where it follows a circle of subclasses or of shapes until its stack is full. */
  readonly engine: boolean | 'endless' | 'refuses';
}

/** Asks both about any graph. */
export function bothChecks(shapes: readonly Quad[]): (triples: readonly Triple[]) => Promise<Answers> {
  const compiled = compileShapes(shapes);
  const engine = new Engine(shapes);
  return async (triples) => ({
    compiled: compiled?.conforms(new GraphIndex(triples)) ?? null,
    engine: await engine.validate(triples).then(
      ({ conforms, results }) => conforms && results.length === 0,
      (error) => (error instanceof RangeError ? 'endless' : 'refuses'),
    ),
  });
}

/** How often both said what, over many graphs. */
export class Tally {
  conforming = 0;
  failing = 0;
  /** Conforming graphs that the compiled check left to the engine. */
  leftToEngine = 0;
  notCompiled = 0;
  endless = 0;
  refused = 0;

  /** @throws where the compiled check passes what the engine does not */
  add({ compiled, engine }: Answers): void {
    if (compiled === true && (engine === false || engine === 'refuses'))
      throw new Error(`the compiled check passes what the engine ${engine || 'fails'}`);
    if (engine === true) this.conforming += 1;
    else if (engine === false) this.failing += 1;
    else if (engine === 'endless') this.endless += 1;
    else this.refused += 1;
    if (compiled === null) this.notCompiled += 1;
    else if (engine === true && !compiled) this.leftToEngine += 1;
  }
}
