/**
 * Statements against SHACL shapes (https://www.w3.org/TR/shacl/): a compiled check where they conform, as nearly all
 * do, and rdf-validate-shacl's report where they do not.
 */
import type { Quad } from '@rdfjs/types';
import type { Span } from './article.js';
import { entry } from './entry.js';
import type { Place } from './problem.js';
import type { Statement } from './statement.js';
import type { CompiledShapes } from './validate/compiled/compile-shapes.js';
import { compileShapes } from './validate/compiled/compile-shapes.js';
import { GraphIndex } from './validate/compiled/graph-index.js';
import type { Engine } from './validate/engine.js';
import type { ValidationReport, ValidationResult } from './validate/result.js';
import type { Triple } from './validate/triple.js';

export type { ResultSeverity, ValidationReport, ValidationResult } from './validate/result.js';

/** The shapes of kinds, which are wanted only where an article says its kind. */
export interface ShapesOfKinds {
  /** By which a page says its kind. */
  readonly property: string;
  readonly shapesOf: (kind: string) => readonly Quad[];
}

/** To open an engine for the shapes of a kind takes longer than to check many articles; each holds some megabytes. */
const mostEngines = 32;

/** Shapes, ready to check many articles. */
export class Validator {
  private readonly compiled: CompiledShapes | null;
  private readonly ofKinds = new Map<string, OfKind>();
  private readonly engines = new Map<string, Promise<Engine>>();

  /** @param shapes the quads of one or more shapes graphs, for articles of all kinds */
  constructor(
    private readonly shapes: readonly Quad[],
    private readonly kinds: ShapesOfKinds | null = null,
  ) {
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
    const kinds = this.kindsIn(triples);
    const index = new GraphIndex(triples);
    const all = [this.compiled, ...kinds.map((kind) => this.ofKind(kind).compiled)];
    if (all.every((compiled) => compiled?.conforms(index))) return { conforms: true, results: [] };
    const failures = all.map((compiled) => compiled?.failures(index) ?? null);
    const engine = await this.engineFor(kinds);
    return failures.every((known) => known !== null)
      ? engine.explain(triples, failures.flat())
      : engine.validate(triples);
  }

  /** The kinds that pages say they are of. */
  private kindsIn(triples: readonly Triple[]): string[] {
    const { kinds } = this;
    if (!kinds) return [];
    const said = new Set<string>();
    for (const { predicate, object } of triples)
      if (predicate.value === kinds.property) said.add(object.value);
    return [...said].sort();
  }

  private ofKind(kind: string): OfKind {
    return entry(this.ofKinds, kind, () => {
      const shapes = this.kinds?.shapesOf(kind) ?? [];
      return { shapes, compiled: compileShapes(shapes, this.shapes) };
    });
  }

  private engineFor(kinds: readonly string[]): Promise<Engine> {
    const key = kinds.join(' ');
    if (this.engines.size >= mostEngines && !this.engines.has(key)) this.engines.clear();
    return entry(this.engines, key, async () => {
      const shapes = [...this.shapes, ...kinds.flatMap((kind) => this.ofKind(kind).shapes)];
      const { Engine } = await import('./validate/engine.js');
      return new Engine(shapes);
    });
  }
}

interface OfKind {
  readonly shapes: readonly Quad[];
  readonly compiled: CompiledShapes | null;
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
