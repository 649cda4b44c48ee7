import type { PropertyPath } from '../path.js';
import type { GraphIndex } from './graph-index.js';
import type { ShapesGraph } from './shapes-graph.js';
import type { GraphTerm } from './terms.js';
import { Undecided } from './undecided.js';

/** Whether a node conforms to a shape. */
export type ShapeCheck = (node: GraphTerm, graph: GraphIndex) => boolean;

/**
 * Whether the value nodes of a focus node satisfy a constraint.
 *
 * @throws Undecided
 */
export type Check = (focusNode: GraphTerm, valueNodes: readonly GraphTerm[], graph: GraphIndex) => boolean;

/** The shape that a constraint belongs to. */
export interface ShapeContext {
  readonly shapes: ShapesGraph;
  readonly node: GraphTerm;
  /** Null for node shapes, whose value node is the focus node. */
  readonly path: PropertyPath | null;
  /** @param path the path to check along instead of the shape's own */
  readonly compileShape: (node: GraphTerm, path?: PropertyPath) => ShapeCheck;
}

/**
 * Compiles a constraint of a shape; there is one for each value of the parameter.
 *
 * @throws Undecided where the compiled check could differ from the engine's
 */
export type CompileConstraint = (value: GraphTerm, shape: ShapeContext) => Check;

/** By the local name of the parameter. */
export type ConstraintTable = Readonly<Record<string, CompileConstraint>>;

export const satisfied: Check = () => true;

/** A check of each value node by itself. */
export function forEachValue(test: (valueNode: GraphTerm, graph: GraphIndex) => boolean): Check {
  return (_, valueNodes, graph) => {
    for (const valueNode of valueNodes) if (!test(valueNode, graph)) return false;
    return true;
  };
}

export function iriOf(value: GraphTerm): string {
  if (value.termType !== 'NamedNode') throw new Undecided(`${value.value} where an IRI is expected`);
  return value.value;
}

/** For constraints that SHACL knows in property shapes only. */
export function inPropertyShape(compile: CompileConstraint): CompileConstraint {
  return (value, shape) => {
    if (shape.path === null) throw new Undecided('a constraint of property shapes in a node shape');
    return compile(value, shape);
  };
}
