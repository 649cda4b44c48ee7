/**
 * Statements against SHACL shapes (https://www.w3.org/TR/shacl/): a compiled check where they conform, as nearly all
 * do, and rdf-validate-shacl's report where they do not.
 */
import type { Quad } from '@rdfjs/types';
import type { Span } from './article.js';
import type { Place } from './problem.js';
import type { Statement } from './statement.js';
import type { CompiledShapes } from './validate/compiled/compile-shapes.js';
import { compileShapes } from './validate/compiled/compile-shapes.js';
import { GraphIndex } from './validate/compiled/graph-index.js';
import type { Engine } from './validate/engine.js';
import type { ValidationReport, ValidationResult } from './validate/result.js';
import type { Triple } from './validate/triple.js';

export type { ResultSeverity, ValidationReport, ValidationResult } from './validate/result.js';

/** Shapes, ready to check many articles. */
export class Validator {
  private readonly compiled: CompiledShapes | null;
  private engine: Promise<Engine> | undefined;

  /** @param shapes the quads of one or more shapes graphs */
  constructor(private readonly shapes: readonly Quad[]) {
    this.compiled = compileShapes(shapes);
  }

  /**
   * Checks statements.
   *
   * @param sourceName what places call the source
   */
  async validate(statements: readonly Statement[], sourceName: string): Promise<ValidationReport> {
    const report = await this.validateQuads(statements);
    if (report.conforms) return report;
    const results = report.results.map((result) => ({
      ...result,
      ...origin(result, statements, sourceName),
    }));
    return { ...report, results: results.sort(byPlace) };
  }

  /** Checks the triples of any quads, whatever graphs they are in. */
  async validateQuads(quads: Iterable<Triple>): Promise<ValidationReport> {
    const triples = [...quads];
    if (this.compiled?.conforms(new GraphIndex(triples))) return { conforms: true, results: [] };
    this.engine ??= import('./validate/engine.js').then(({ Engine }) => new Engine(this.shapes));
    return (await this.engine).validate(triples);
  }
}

/** In the order of the article. */
function byPlace({ place: a }: ValidationResult, { place: b }: ValidationResult): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
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
