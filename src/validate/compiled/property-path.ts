/** Property paths (https://www.w3.org/TR/shacl/#property-paths) as functions from a node to its value nodes. */
import type { PropertyPath } from '../path.js';
import type { GraphIndex } from './graph-index.js';
import type { GraphTerm } from './terms.js';
import { TermSet } from './terms.js';
import { Undecided } from './undecided.js';

/** The value nodes of a node, each once. */
export type Walk = (node: GraphTerm, graph: GraphIndex) => readonly GraphTerm[];

/** @throws Undecided for inverses of anything but a predicate */
export function compilePath(path: PropertyPath): Walk {
  switch (path.type) {
    case 'predicate': {
      const { iri } = path;
      return (node, graph) => graph.objects(node, iri);
    }
    case 'inverse': {
      if (path.path.type !== 'predicate') throw new Undecided('the inverse of a path that is no predicate');
      const { iri } = path.path;
      return (node, graph) => graph.subjects(iri, node);
    }
    case 'sequence': {
      const steps = path.paths.map(compilePath);
      return (node, graph) =>
        steps.reduce<readonly GraphTerm[]>((nodes, step) => union(nodes, step, graph), [node]);
    }
    case 'alternative': {
      const walks = path.paths.map(compilePath);
      return (node, graph) => new TermSet(walks.flatMap((walk) => walk(node, graph))).toArray();
    }
    case 'zeroOrOne': {
      const walk = compilePath(path.path);
      return (node, graph) => new TermSet([node, ...walk(node, graph)]).toArray();
    }
    case 'zeroOrMore':
      return closure(compilePath(path.path), true);
    case 'oneOrMore':
      return closure(compilePath(path.path), false);
  }
}

function union(nodes: readonly GraphTerm[], walk: Walk, graph: GraphIndex): GraphTerm[] {
  const found = new TermSet();
  for (const node of nodes) for (const value of walk(node, graph)) found.add(value);
  return found.toArray();
}

function closure(walk: Walk, withStart: boolean): Walk {
  return (start, graph) => {
    const found = new TermSet(withStart ? [start] : []);
    const open: GraphTerm[] = [start];
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (const value of walk(node, graph)) if (found.add(value)) open.push(value);
    return found.toArray();
  };
}
