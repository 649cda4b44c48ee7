/** The compiled check beside the engine that it stands for. */
import type { Quad } from '@rdfjs/types';
import { expect } from 'vitest';
import { compileShapes } from '../../src/validate/compiled/compile-shapes.js';
import { GraphIndex } from '../../src/validate/compiled/graph-index.js';
import { Engine } from '../../src/validate/engine.js';
import type { ValidationReport } from '../../src/validate/result.js';
import type { Triple } from '../../src/validate/triple.js';

/** Whether a graph conforms. */
export interface Answers {
  /** Null where the shapes were not compiled. */
  readonly compiled: boolean | null;
  /** `endless` where it follows a circle of subclasses or of shapes until its stack is full. */
  readonly engine: boolean | 'endless' | 'refuses';
}

/** Asks both about any graph; what the engine says of the failures that the check finds must be all that it says. */
export function bothChecks(shapes: readonly Quad[]): (triples: readonly Triple[]) => Promise<Answers> {
  const compiled = compileShapes(shapes);
  const engine = new Engine(shapes);
  return async (triples) => {
    const index = new GraphIndex(triples);
    const report = await engine
      .validate(triples)
      .catch((error) => (error instanceof RangeError ? ('endless' as const) : ('refuses' as const)));
    const failures = compiled?.failures(index) ?? null;
    if (failures !== null && typeof report !== 'string')
      expect(spelled(await engine.explain(triples, failures))).toEqual(spelled(report));
    return {
      compiled: compiled?.conforms(index) ?? null,
      engine: typeof report === 'string' ? report : report.conforms && report.results.length === 0,
    };
  };
}

/** A report without the classes that terms are of and the case of languages, which a store changes. */
function spelled(report: ValidationReport): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value) =>
      key === 'value' && value?.termType
        ? [value.termType, value.value, value.language?.toLowerCase(), value.datatype?.value]
        : value,
    ),
  );
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
