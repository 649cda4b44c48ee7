import type { Quad } from '@rdfjs/types';
import type { PropertyPath } from '../path.js';
import { sparqlPath } from '../path.js';
import type { Check, ConstraintTable, ShapeCheck, ShapeContext } from './constraint.js';
import { cardinality } from './constraints/cardinality.js';
import { logical } from './constraints/logical.js';
import { other } from './constraints/other.js';
import { propertyPair } from './constraints/property-pair.js';
import { shapeBased } from './constraints/shape-based.js';
import { stringBased } from './constraints/string-based.js';
import { valueRange } from './constraints/value-range.js';
import { valueType } from './constraints/value-type.js';
import type { GraphIndex } from './graph-index.js';
import { compilePath } from './property-path.js';
import { ShapesGraph } from './shapes-graph.js';
import type { Target } from './targets.js';
import { compileTargets, targetNames } from './targets.js';
import type { GraphTerm } from './terms.js';
import { termKey } from './terms.js';
import { Undecided } from './undecided.js';

const constraints: ConstraintTable = {
  ...valueType,
  ...cardinality,
  ...valueRange,
  ...stringBased,
  ...propertyPair,
  ...logical,
  ...shapeBased,
  ...other,
};

/** Properties of shapes that are no constraints by themselves. */
const others: ReadonlySet<string> = new Set([
  ...targetNames,
  ...['path', 'deactivated', 'severity', 'message', 'name', 'description', 'order', 'group', 'defaultValue'],
  ...['flags', 'ignoredProperties', 'qualifiedValueShape', 'qualifiedValueShapesDisjoint'],
]);

/** A shape, by its node in the shapes graph, with the nodes that it is about and what it asks of each. */
interface TargetedShape {
  readonly shape: GraphTerm;
  readonly target: Target;
  readonly conforms: ShapeCheck;
}

/** A node that does not conform to a shape that is about it. */
export interface Failure {
  readonly node: GraphTerm;
  readonly shape: GraphTerm;
}

/** Shapes as functions, for the one question that most graphs are done with. */
export class CompiledShapes {
  constructor(private readonly shapes: readonly TargetedShape[]) {}

  /** True only where a graph conforms; false where it does not, and where only the engine can tell. */
  conforms(graph: GraphIndex): boolean {
    if (!graph.readable) return false;
    try {
      return this.shapes.every(({ target, conforms }) => {
        for (const node of target(graph)) if (!conforms(node, graph)) return false;
        return true;
      });
    } catch (error) {
      if (error instanceof Undecided) return false;
      throw error;
    }
  }

  /** Each node once a shape that it fails; null where only the engine can tell. */
  failures(graph: GraphIndex): Failure[] | null {
    if (!graph.readable) return null;
    const found = new Map<string, Failure>();
    try {
      for (const { shape, target, conforms } of this.shapes)
        for (const node of target(graph))
          if (!conforms(node, graph)) found.set(`${termKey(shape)} ${termKey(node)}`, { node, shape });
    } catch (error) {
      if (error instanceof Undecided) return null;
      throw error;
    }
    return [...found.values()];
  }
}

/** Compiles a shapes graph; null where it holds anything that the compiled check could read otherwise than the engine. */
export function compileShapes(quads: readonly Quad[], others: readonly Quad[] = []): CompiledShapes | null {
  try {
    const shapes = new ShapesGraph(others.length === 0 ? quads : [...others, ...quads]);
    const compiler = new ShapeCompiler(shapes);
    const own = new Set(quads.map(({ subject }) => subject.value));
    return new CompiledShapes(
      shapes.index
        .allSubjects()
        .filter(({ value }) => own.has(value))
        .flatMap((node) =>
          compileTargets(node, shapes).map((target) => ({
            shape: node,
            target,
            conforms: compiler.compile(node),
          })),
        ),
    );
  } catch (error) {
    if (error instanceof Undecided) return null;
    throw error;
  }
}

class ShapeCompiler {
  private readonly compiled = new Map<string, ShapeCheck>();
  private readonly open = new Set<string>();

  constructor(private readonly shapes: ShapesGraph) {}

  /** @throws Undecided */
  compile(node: GraphTerm, path?: PropertyPath): ShapeCheck {
    // The engine knows shapes by the text of their name alone.
    if (node.termType === 'Literal' || (node.termType === 'NamedNode') !== node.value.includes(':'))
      throw new Undecided(`a shape named ${node.value}`);
    const key = path === undefined ? node.value : `${node.value} ${sparqlPath(path)}`;
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    if (this.open.has(key)) throw new Undecided('a recursive shape');
    this.open.add(key);
    const check = this.compileNew(node, path);
    this.open.delete(key);
    this.compiled.set(key, check);
    return check;
  }

  private compileNew(node: GraphTerm, givenPath?: PropertyPath): ShapeCheck {
    const { shapes } = this;
    const deactivated = shapes.values(node, 'deactivated');
    if (deactivated.length === 1 && deactivated[0]?.value === 'true') return () => true;
    const path = givenPath ?? shapes.path(node);
    const context: ShapeContext = {
      shapes,
      node,
      path,
      compileShape: (inner, innerPath) => this.compile(inner, innerPath),
    };
    const checks = shapes.names(node).flatMap((name) => this.compileConstraints(name, context));
    const walk = path === null ? null : compilePath(path);
    return (focusNode, graph) => {
      const valueNodes = walk === null ? [focusNode] : walk(focusNode, graph);
      for (const check of checks) if (!check(focusNode, valueNodes, graph)) return false;
      return true;
    };
  }

  private compileConstraints(name: string, context: ShapeContext): Check[] {
    if (others.has(name)) return [];
    const compile = Object.hasOwn(constraints, name) ? constraints[name] : undefined;
    if (compile === undefined) throw new Undecided(`sh:${name}`);
    return this.shapes.values(context.node, name).map((value) => compile(value, context));
  }
}
