/** Which nodes a shape is about (https://www.w3.org/TR/shacl/#targets). */
import { rdfs } from '../../rdf/vocabulary.js';
import { iriOf } from './constraint.js';
import type { GraphIndex } from './graph-index.js';
import type { ShapesGraph } from './shapes-graph.js';
import type { GraphTerm } from './terms.js';

/** The nodes of a graph that a shape is about; a node may be named more than once. */
export type Target = (graph: GraphIndex) => readonly GraphTerm[];

const targets: Readonly<Record<string, (value: GraphTerm) => Target>> = {
  targetClass: (value) => {
    const classIri = iriOf(value);
    return (graph) => graph.instancesOf(classIri);
  },
  targetNode: (value) => {
    const nodes = [value];
    return () => nodes;
  },
  targetSubjectsOf: (value) => {
    const predicate = iriOf(value);
    return (graph) => graph.subjectsOf(predicate);
  },
  targetObjectsOf: (value) => {
    const predicate = iriOf(value);
    return (graph) => graph.objectsOf(predicate);
  },
};

export const targetNames: readonly string[] = Object.keys(targets);

/** The targets that a node of the shapes graph has, if any; a shape that is a class has its instances too. */
export function compileTargets(node: GraphTerm, shapes: ShapesGraph): Target[] {
  const declared = Object.entries(targets).flatMap(([name, compile]) =>
    shapes.values(node, name).map(compile),
  );
  if (!shapes.index.isInstance(node, rdfs.Class.value)) return declared;
  const classIri = iriOf(node);
  return [...declared, (graph) => graph.instancesOf(classIri)];
}
