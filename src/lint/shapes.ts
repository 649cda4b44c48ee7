import type { Quad } from '@rdfjs/types';
import type { Mappings } from '../map/compile-mappings.js';
import { emittedTerms, statableTerms } from '../map/emits.js';
import type { Problem } from '../problem.js';
import { prefixes, shorten } from '../rdf/vocabulary.js';
import { emits as provenance } from '../serialize/provenance.js';
import { constraintTerms, shaclTerms } from '../validate/shacl-terms.js';
import type { TurtleFile } from './finding.js';
import { finding } from './finding.js';
import type { Terms } from './terms.js';

const sh = prefixes.sh as string;

/**
 * Every class that is emitted is one that a shape names, every path and class of a shape can occur, every term of SHACL exists, and
 * every constraint says in words what it wants.
 */
export function* lintShapes(
  files: readonly TurtleFile[],
  mappings: Mappings,
  terms: Terms,
): Generator<Problem> {
  const emitted = emittedTerms(mappings);
  const classes = new Set([...emitted.classes, ...provenance.classes.map(({ value }) => value)]);
  const properties = new Set([
    ...statableTerms(mappings).properties,
    ...provenance.properties.map(({ value }) => value),
  ]);
  const quads = files.flatMap((file) => file.quads);
  const targets = new Set([...objectsOf(quads, 'targetClass'), ...objectsOf(quads, 'class')]);
  for (const iri of classes) {
    if (!targets.has(iri))
      yield finding(
        'class-without-shape',
        `${shorten(iri, mappings.prefixes)} is emitted, and no shape names it.`,
        'shapes',
      );
  }
  for (const file of files) {
    const short = (iri: string): string => shorten(iri, mappings.prefixes);
    for (const iri of shaclNames(file.quads)) {
      if (!shaclTerms.has(iri.slice(sh.length)))
        yield finding('unknown-shacl-term', `${short(iri)} is no term of SHACL.`, file, short(iri));
    }
    for (const iri of paths(file.quads)) {
      if (!properties.has(iri))
        yield finding(
          'unreachable-path',
          `No mapping emits ${short(iri)}, so its shape checks nothing.`,
          file,
          short(iri),
        );
    }
    for (const iri of [...objectsOf(file.quads, 'targetClass'), ...objectsOf(file.quads, 'class')]) {
      if (!terms.hasClass(iri))
        yield finding(
          'undeclared-term',
          `${short(iri)} is no class of schema.org or vocab/.`,
          file,
          short(iri),
        );
    }
    yield* withoutMessage(file);
  }
}

function* withoutMessage(file: TurtleFile): Generator<Problem> {
  const shapes = new Set(
    file.quads
      .filter(({ object }) => [`${sh}NodeShape`, `${sh}PropertyShape`].includes(object.value))
      .map(({ subject }) => subject.value),
  );
  for (const shape of shapes) {
    const facts = file.quads.filter(({ subject }) => subject.value === shape);
    const constrains = facts.some(({ predicate }) => constraintTerms.has(predicate.value.slice(sh.length)));
    const speaks = facts.some(({ predicate }) => predicate.value === `${sh}message`);
    if (constrains && !speaks)
      yield finding('shape-without-message', `${shorten(shape)} has no sh:message.`, file, shorten(shape));
  }
}

function objectsOf(quads: readonly Quad[], term: string): string[] {
  return quads.filter(({ predicate }) => predicate.value === sh + term).map(({ object }) => object.value);
}

function shaclNames(quads: readonly Quad[]): Set<string> {
  const names = quads.flatMap(({ predicate, object }) => [
    predicate.value,
    object.termType === 'NamedNode' ? object.value : '',
  ]);
  return new Set(names.filter((iri) => iri.startsWith(sh)));
}

/** The properties in all paths, those inside inverse paths, sequences and alternatives included. */
function paths(quads: readonly Quad[]): Set<string> {
  const found = new Set<string>();
  const waiting = quads
    .filter(({ predicate }) =>
      [`${sh}path`, `${sh}lessThan`, `${sh}lessThanOrEquals`].includes(predicate.value),
    )
    .map(({ object }) => object);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.termType === 'NamedNode' && !node.value.startsWith(prefixes.rdf as string))
      found.add(node.value);
    else if (node.termType === 'BlankNode') {
      for (const { subject, object } of quads) if (subject.equals(node)) waiting.push(object);
    }
  }
  return found;
}
