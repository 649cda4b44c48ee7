import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { namedNode } from '../../rdf/terms.js';
import { prefixes, rdf } from '../../rdf/vocabulary.js';
import type { PathSource, PropertyPath } from '../path.js';
import { readPath, withPlainInverses } from '../path.js';
import { GraphIndex } from './graph-index.js';
import type { GraphTerm } from './terms.js';
import { termKey } from './terms.js';
import { Undecided } from './undecided.js';

const namespace = prefixes.sh as string;
/** readPath reads lists that are much longer than any path in earnest, but not endless ones. */
const longestPath = 100;

/** The shapes graph, read strictly: what may be read in more than one way is left to the engine. */
export class ShapesGraph implements PathSource {
  readonly index: GraphIndex;

  /** @throws Undecided */
  constructor(quads: readonly Quad[]) {
    if (quads.some(({ graph }) => graph.termType !== 'DefaultGraph'))
      throw new Undecided('shapes in named graphs');
    this.index = new GraphIndex(quads);
    if (!this.index.readable) throw new Undecided('a term that libraries read differently');
    if (this.index.hasProperty(`${namespace}parameter`)) throw new Undecided('constraint components');
    if (this.index.hasProperty(`${prefixes.owl}imports`)) throw new Undecided('imports');
  }

  /** The values of a SHACL property, given by its local name. */
  values(node: GraphTerm, name: string): readonly GraphTerm[] {
    return this.index.objects(node, namespace + name);
  }

  /** The nodes that have this node as the value of a SHACL property. */
  parents(node: GraphTerm, name: string): readonly GraphTerm[] {
    return this.index.subjects(namespace + name, node);
  }

  /** The local names of the SHACL properties that a node has. */
  names(node: GraphTerm): string[] {
    return this.index
      .predicates(node)
      .flatMap((predicate) => (predicate.startsWith(namespace) ? [predicate.slice(namespace.length)] : []));
  }

  /**
   * The members of an RDF list.
   *
   * @throws Undecided where it is none, or more than one
   */
  list(head: GraphTerm): GraphTerm[] {
    const members: GraphTerm[] = [];
    const seen = new Set<string>();
    for (let cell = head; termKey(cell) !== termKey(rdf.nil); ) {
      const first = this.index.objects(cell, rdf.first.value);
      const rest = this.index.objects(cell, rdf.rest.value);
      if (first.length !== 1 || rest.length !== 1 || seen.has(termKey(cell)))
        throw new Undecided('a list that is no list');
      seen.add(termKey(cell));
      members.push(first[0] as GraphTerm);
      cell = rest[0] as GraphTerm;
    }
    return members;
  }

  /**
   * The path of a property shape; null for a node shape.
   *
   * @throws Undecided where there are several, or one that says several things at once
   */
  path(shape: GraphTerm): PropertyPath | null {
    const [node, ...others] = this.values(shape, 'path');
    if (node === undefined) return null;
    const path =
      others.length === 0 && this.isPlainPath(node, { steps: longestPath }) ? readPath(node, this) : null;
    if (path === null) throw new Undecided('a path that is no path');
    return withPlainInverses(path);
  }

  *match(subject: Term, predicate?: NamedNode): Iterable<Pick<Quad, 'predicate' | 'object'>> {
    const node = subject as GraphTerm;
    for (const iri of predicate ? [predicate.value] : this.index.predicates(node))
      for (const object of this.index.objects(node, iri)) yield { predicate: namedNode(iri), object };
  }

  /** Whether each of its nodes says one thing only. */
  private isPlainPath(node: GraphTerm, left: { steps: number }): boolean {
    if (node.termType === 'NamedNode') return true;
    left.steps -= 1;
    if (node.termType === 'Literal' || left.steps < 0) return false;
    const predicates = this.index.predicates(node);
    const isList = predicates.length === 2 && predicates.includes(rdf.first.value);
    if (predicates.length !== 1 && !(isList && predicates.includes(rdf.rest.value))) return false;
    return predicates.every((predicate) => {
      const [object, ...others] = this.index.objects(node, predicate);
      return object !== undefined && others.length === 0 && this.isPlainPath(object, left);
    });
  }
}
