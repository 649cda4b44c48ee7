import type { Problem } from '../problem.js';
import { defaultVocabularyBase, rdf, rdfs, shorten } from '../rdf/vocabulary.js';
import type { TurtleFile } from './finding.js';
import { finding } from './finding.js';
import type { Terms } from './terms.js';

/** Every term of ours has a label and a comment in English; properties have a domain and a range, classes a parent. */
export function* lintVocabularies(files: readonly TurtleFile[], terms: Terms): Generator<Problem> {
  for (const file of files) {
    const own = new Set(
      file.quads.filter(({ predicate }) => predicate.equals(rdf.type)).map(({ subject }) => subject.value),
    );
    for (const iri of own) if (iri.startsWith(defaultVocabularyBase)) yield* lintTerm(iri, file, terms);
  }
}

function* lintTerm(iri: string, file: TurtleFile, terms: Terms): Generator<Problem> {
  const facts = file.quads.filter(({ subject }) => subject.value === iri);
  const has = (predicate: { readonly value: string }): boolean =>
    facts.some((fact) => fact.predicate.value === predicate.value);
  const inEnglish = (predicate: { readonly value: string }): boolean =>
    facts.some(
      ({ predicate: p, object }) =>
        p.value === predicate.value && 'language' in object && object.language === 'en',
    );
  const wanted = [
    ...(inEnglish(rdfs.label) ? [] : ['an rdfs:label in English']),
    ...(inEnglish(rdfs.comment) ? [] : ['an rdfs:comment in English']),
    ...(terms.hasProperty(iri) && !has(rdfs.domain) ? ['an rdfs:domain'] : []),
    ...(terms.hasProperty(iri) && !has(rdfs.range) ? ['an rdfs:range'] : []),
    ...(terms.hasClass(iri) && !has(rdfs.subClassOf) ? ['an rdfs:subClassOf'] : []),
  ];
  const name = shorten(iri);
  if (wanted.length > 0)
    yield finding('term-incomplete', `${name} has no ${wanted.join(', no ')}.`, file, name);
}
