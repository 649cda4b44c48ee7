/** The full report, by rdf-validate-shacl. Loading it takes longer than a conforming article does. */
import type { DatasetCore, NamedNode, Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { sh } from '../rdf/vocabulary.js';
import type { Failure } from './compiled/compile-shapes.js';
import { exactValidators } from './exact-validators.js';
import { readPath, sparqlPath } from './path.js';
import { withPlainPaths } from './plain-paths.js';
import type { ResultSeverity, ValidationReport, ValidationResult } from './result.js';
import type { Triple } from './triple.js';

type EngineReport = Awaited<ReturnType<SHACLValidator['validate']>>;

export class Engine {
  private engine: SHACLValidator;

  constructor(private readonly shapes: readonly Quad[]) {
    this.engine = newEngine(shapes);
  }

  /** @throws what the engine throws, such as a RangeError where the subclasses of the data go round in a circle */
  async validate(triples: Iterable<Triple>): Promise<ValidationReport> {
    const data = storeOf(triples);
    return reportOf(await this.guarded(() => this.engine.validate(data)));
  }

  /**
   * Reports what is known to fail, and looks at nothing else.
   *
   * @param failures all nodes that do not conform, each with the shapes that are about it and that it fails
   * @throws what the engine throws
   */
  async explain(triples: Iterable<Triple>, failures: readonly Failure[]): Promise<ValidationReport> {
    const data = storeOf(triples);
    const report = await this.guarded(async () => {
      const { engine } = this;
      engine.$data = engine.factory.clownface({ dataset: data });
      engine.validationEngine.initReport();
      for (const { node, shape } of failures)
        engine.validateNodeAgainstShape(node as NamedNode, shape as NamedNode);
      return engine.validationEngine.getReport();
    });
    return reportOf(report);
  }

  private async guarded<T>(validate: () => Promise<T>): Promise<T> {
    try {
      return await validate();
    } catch (error) {
      // It does not know then how deep it was, and takes the results of all later graphs for details of others.
      this.engine = newEngine(this.shapes);
      throw error;
    }
  }
}

function storeOf(triples: Iterable<Triple>): DatasetCore {
  const data = new Store();
  for (const { subject, predicate, object } of triples)
    data.addQuad(subject as never, predicate as never, object as never);
  return data as unknown as DatasetCore;
}

function reportOf(report: EngineReport): ValidationReport {
  const results = report.results.map((result): ValidationResult => {
    const path = result.path;
    return {
      severity: severityOf(result.severity),
      ...(isOwnSeverity(result.severity) ? { ownSeverity: result.severity.value } : {}),
      focusNode: result.focusNode?.value ?? '',
      path: path ? readPath(path, result.dataset) : null,
      value: result.value,
      message:
        result.message.map(({ value }) => value).join(' ') ||
        `Fails ${result.sourceConstraintComponent?.value}`,
      constraint: result.sourceConstraintComponent?.value ?? '',
      shape: result.sourceShape?.termType === 'NamedNode' ? result.sourceShape.value : null,
    };
  });
  return { conforms: report.conforms, results: results.sort(byText) };
}

function newEngine(shapes: readonly Quad[]): SHACLValidator {
  // Nothing is bounded silently: by default the engine takes a node as conforming after 50 checks of one shape.
  const options = { maxNodeChecks: 100_000 } as ConstructorParameters<typeof SHACLValidator>[1];
  const dataset = new Store(withPlainPaths(shapes));
  const engine = new SHACLValidator(dataset as unknown as DatasetCore, options);
  // The engine copies shapes into an array and walks it for every question; the store has indexes.
  engine.$shapes = engine.factory.clownface({
    dataset: dataset as unknown as DatasetCore,
  });
  for (const [component, validator] of exactValidators)
    engine.validators.set(component, validator as Parameters<typeof engine.validators.set>[1]);
  // It looks for validators once, when it is made.
  const ShapesGraph = engine.shapesGraph.constructor as new (
    engine: SHACLValidator,
  ) => typeof engine.shapesGraph;
  engine.shapesGraph = new ShapesGraph(engine);
  return engine;
}

const severities: readonly ResultSeverity[] = ['violation', 'warning', 'info'];

function severityOf(term: Term | null): ResultSeverity {
  if (term?.value === sh.Warning.value) return 'warning';
  return term?.value === sh.Info.value ? 'info' : 'violation';
}

/** A shape may have a severity that SHACL does not know; it counts as a violation. */
function isOwnSeverity(term: Term | null): term is Term {
  return term !== null && ![sh.Violation, sh.Warning, sh.Info].some(({ value }) => value === term.value);
}

/** The engine's order depends on its data structures; ours on what the results say. */
function byText(a: ValidationResult, b: ValidationResult): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
  );
}

function key({ focusNode, path, value, shape, constraint, message }: ValidationResult): string {
  return [focusNode, path && sparqlPath(path), value?.value, shape, constraint, message].join('\n');
}
