/** Shapes with paths that the engine walks: it throws where the inverse of anything but a predicate is meant. */
import type { BlankNode, NamedNode, Quad, Term } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { grouped } from '../entry.js';
import { prefixes, rdf } from '../rdf/vocabulary.js';
import type { PathSource, PropertyPath } from './path.js';
import { readPath, withPlainInverses } from './path.js';

const { blankNode, namedNode, quad } = DataFactory;

const shacl = prefixes.sh as string;

/** The same shapes; a path that holds such an inverse is written anew. */
export function withPlainPaths(shapes: readonly Quad[]): Quad[] {
  const inverse = `${shacl}inversePath`;
  const isSimple = shapes.every(
    ({ predicate, object }) => predicate.value !== inverse || object.termType === 'NamedNode',
  );
  if (isSimple) return [...shapes];
  const source = indexOf(shapes);
  const added: Quad[] = [];
  const kept = shapes.map((one) => {
    if (one.predicate.value !== `${shacl}path` || one.object.termType !== 'BlankNode') return one;
    const path = readPath(one.object, source);
    if (path === null) return one;
    return quad(
      one.subject as never,
      one.predicate as never,
      write(withPlainInverses(path), added) as never,
    ) as Quad;
  });
  return [...kept, ...added];
}

function indexOf(shapes: readonly Quad[]): PathSource {
  const bySubject = grouped(shapes, ({ subject }) => `${subject.termType} ${subject.value}`);
  return {
    match: (subject: Term, predicate?: NamedNode) =>
      (bySubject.get(`${subject.termType} ${subject.value}`) ?? []).filter(
        (one) => predicate === undefined || one.predicate.value === predicate.value,
      ),
  };
}

function write(path: PropertyPath, added: Quad[]): NamedNode | BlankNode {
  if (path.type === 'predicate') return namedNode(path.iri) as NamedNode;
  if (path.type === 'sequence') return writeList(path.paths, added);
  const node = blankNode();
  const object = 'paths' in path ? writeList(path.paths, added) : write(path.path, added);
  const property = namedNode(`${shacl}${path.type}Path`);
  added.push(quad(node, property, object as never) as Quad);
  return node as BlankNode;
}

function writeList(paths: readonly PropertyPath[], added: Quad[]): NamedNode | BlankNode {
  return paths.reduceRight<NamedNode | BlankNode>((rest, path) => {
    const cell = blankNode();
    added.push(quad(cell, rdf.first as never, write(path, added) as never) as Quad);
    added.push(quad(cell, rdf.rest as never, rest as never) as Quad);
    return cell as BlankNode;
  }, rdf.nil);
}
