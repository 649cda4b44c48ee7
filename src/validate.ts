/** Statements against SHACL shapes (https://www.w3.org/TR/shacl/), by rdf-validate-shacl. */
import type { DatasetCore, Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import type { Span } from './article.js';
import type { Place } from './problem.js';
import { quad } from './rdf/terms.js';
import { sh } from './rdf/vocabulary.js';
import type { Statement } from './statement.js';
import type { PropertyPath } from './validate/path.js';
import { readPath, sparqlPath } from './validate/path.js';

export type ResultSeverity = 'violation' | 'warning' | 'info';

export interface ValidationResult {
  readonly severity: ResultSeverity;
  /** IRI of the node that does not conform. */
  readonly focusNode: string;
  /** The property path; null where the node itself is at fault. */
  readonly path: PropertyPath | null;
  /** The value at fault. */
  readonly value: Term | null;
  readonly message: string;
  /** IRI of the constraint component, such as sh:MinCountConstraintComponent. */
  readonly constraint: string;
  /** IRI of the shape; null where it has none. */
  readonly shape: string | null;
  /** Where the statement at fault was read. */
  readonly place?: Place;
  /** What read it. */
  readonly rule?: string;
}

export interface ValidationReport {
  /** As SHACL defines it: true where there is no result of any severity. */
  readonly conforms: boolean;
  readonly results: readonly ValidationResult[];
}

/** Shapes, ready to check many articles. */
export class Validator {
  private readonly engine: SHACLValidator;

  /** @param shapes the quads of one or more shapes graphs */
  constructor(shapes: readonly Quad[]) {
    // Nothing is bounded silently: by default the engine takes a node as conforming after 50 checks of one shape.
    const options = { maxNodeChecks: 100_000 } as ConstructorParameters<typeof SHACLValidator>[1];
    this.engine = new SHACLValidator(new Store([...shapes]) as unknown as DatasetCore, options);
    // The engine copies shapes into an array and walks it for every question; the store has indexes.
    this.engine.$shapes = this.engine.factory.clownface({
      dataset: new Store([...shapes]) as unknown as DatasetCore,
    });
  }

  /**
   * Checks statements.
   *
   * @param sourceName what places call the source
   */
  async validate(statements: readonly Statement[], sourceName: string): Promise<ValidationReport> {
    const report = await this.validateQuads(
      statements.map(({ subject, predicate, object }) => quad(subject, predicate, object)),
    );
    if (report.conforms) return report;
    const results = report.results.map((result) => ({
      ...result,
      ...origin(result, statements, sourceName),
    }));
    return { ...report, results: results.sort(byPlace) };
  }

  /** Checks the triples of any quads, whatever graphs they are in. */
  async validateQuads(quads: Iterable<Quad>): Promise<ValidationReport> {
    const data = new Store();
    for (const { subject, predicate, object } of quads)
      data.addQuad(subject as never, predicate as never, object as never);
    const report = await this.engine.validate(data as unknown as DatasetCore);
    const results = report.results.map((result): ValidationResult => {
      const path = result.path;
      return {
        severity: severityOf(result.severity),
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
}

const severities: readonly ResultSeverity[] = ['violation', 'warning', 'info'];

function severityOf(term: Term | null): ResultSeverity {
  if (term?.value === sh.Warning.value) return 'warning';
  return term?.value === sh.Info.value ? 'info' : 'violation';
}

/** In the order of the article. */
function byPlace({ place: a }: ValidationResult, { place: b }: ValidationResult): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
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

/** The statement that a result is about: the value at the path, else the path, else the node's first statement. */
function origin(
  { focusNode, path, value }: ValidationResult,
  statements: readonly Statement[],
  source: string,
): { place: Place; rule?: string } {
  const about = statements.filter(({ subject }) => subject.value === focusNode);
  const onPath = about.filter(({ predicate }) => path?.type === 'predicate' && path.iri === predicate.value);
  const found =
    onPath.find(({ object, span }) => span && value?.equals(object)) ??
    onPath.find(({ span }) => span) ??
    about.find(({ span }) => span) ??
    statements.find(({ object, span }) => span && object.value === focusNode);
  if (!found) return { place: { source } };
  const { line, column } = found.span as Span;
  return { place: { source, line, column }, rule: found.rule };
}
