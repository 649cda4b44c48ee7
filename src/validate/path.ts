/** SHACL property paths (https://www.w3.org/TR/shacl/#property-paths). */
import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { rdf } from '../rdf/vocabulary.js';

export type PropertyPath =
  | { readonly type: 'predicate'; readonly iri: string }
  | { readonly type: 'sequence' | 'alternative'; readonly paths: readonly PropertyPath[] }
  | { readonly type: 'inverse' | 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne'; readonly path: PropertyPath };

/** What paths are read from, such as an RDF/JS dataset. */
export interface PathSource {
  match(subject: Term, predicate?: NamedNode): Iterable<Pick<Quad, 'predicate' | 'object'>>;
}

const namespace = 'http://www.w3.org/ns/shacl#';
const unary = {
  inversePath: 'inverse',
  zeroOrMorePath: 'zeroOrMore',
  oneOrMorePath: 'oneOrMore',
  zeroOrOnePath: 'zeroOrOne',
} as const;
const deepest = 20;

/** Reads a path from the graph that describes it; null where it is none. */
export function readPath(node: Term, dataset: PathSource, depth = 0): PropertyPath | null {
  if (node.termType === 'NamedNode') return { type: 'predicate', iri: node.value };
  if (depth > deepest) return null;
  const several = (type: 'sequence' | 'alternative', head: Term): PropertyPath | null => {
    const paths = listItems(head, dataset).map((item) => readPath(item, dataset, depth + 1));
    return paths.every((path) => path !== null) && paths.length > 0 ? { type, paths } : null;
  };
  for (const { predicate, object } of dataset.match(node)) {
    if (predicate.equals(rdf.first)) return several('sequence', node);
    const name = predicate.value.startsWith(namespace) ? predicate.value.slice(namespace.length) : '';
    if (name === 'alternativePath') return several('alternative', object);
    if (name in unary) {
      const path = readPath(object, dataset, depth + 1);
      return path && { type: unary[name as keyof typeof unary], path };
    }
  }
  return null;
}

function listItems(head: Term, dataset: PathSource): Term[] {
  const items: Term[] = [];
  let rest: Term | undefined = head;
  while (rest && !rest.equals(rdf.nil) && items.length < 1000) {
    const first = objectOf(rest, rdf.first, dataset);
    if (first) items.push(first);
    rest = objectOf(rest, rdf.rest, dataset);
  }
  return items;
}

function objectOf(subject: Term, predicate: NamedNode, dataset: PathSource): Term | undefined {
  for (const { object } of dataset.match(subject, predicate)) return object;
  return undefined;
}

/** The same path with inverses of predicates alone, which is all that the engine walks. */
export function withPlainInverses(path: PropertyPath, isInverse = false): PropertyPath {
  switch (path.type) {
    case 'predicate':
      return isInverse ? { type: 'inverse', path } : path;
    case 'inverse':
      return withPlainInverses(path.path, !isInverse);
    case 'sequence':
    case 'alternative': {
      const paths = path.paths.map((part) => withPlainInverses(part, isInverse));
      return { type: path.type, paths: isInverse && path.type === 'sequence' ? paths.reverse() : paths };
    }
    default:
      return { type: path.type, path: withPlainInverses(path.path, isInverse) };
  }
}

const signs = { zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' } as const;

/** As SPARQL writes paths: `<p>`, `^<p>`, `<p>/<q>`, `<p>|<q>`, `<p>*`. */
export function sparqlPath(path: PropertyPath, name = (iri: string): string => `<${iri}>`): string {
  const inner = (part: PropertyPath): string => {
    const text = sparqlPath(part, name);
    return part.type === 'predicate' ? text : `(${text})`;
  };
  switch (path.type) {
    case 'predicate':
      return name(path.iri);
    case 'sequence':
      return path.paths.map(inner).join('/');
    case 'alternative':
      return path.paths.map(inner).join('|');
    case 'inverse':
      return `^${inner(path.path)}`;
    default:
      return inner(path.path) + signs[path.type];
  }
}

/** As SHACL writes paths in Turtle. */
export function turtlePath(path: PropertyPath): string {
  switch (path.type) {
    case 'predicate':
      return `<${path.iri}>`;
    case 'sequence':
      return `( ${path.paths.map(turtlePath).join(' ')} )`;
    case 'alternative':
      return `[ sh:alternativePath ( ${path.paths.map(turtlePath).join(' ')} ) ]`;
    default:
      return `[ sh:${path.type}Path ${turtlePath(path.path)} ]`;
  }
}
