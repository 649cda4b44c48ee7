/** Objects of statements in a line, for examples and for the tables of the tests. */
import { shorten } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';

/**
 * A thing by its title, a literal by its words with its language where that is not the article's, and a part in braces
 * by what it holds besides type and name: `{currency JPY; value 5000000}`.
 */
export function shortObject(
  object: Statement['object'],
  all: readonly Statement[],
  language: string,
): string {
  if (object.termType === 'Literal') {
    const tag = object.language !== '' && object.language !== language ? `@${object.language}` : '';
    return object.value + tag;
  }
  if (!object.value.includes('#') || !object.value.includes('/resource/')) return shortName(object.value);
  const held = all
    .filter(
      ({ subject, predicate }) => subject.value === object.value && !/#type$|\/name$/.test(predicate.value),
    )
    .map((one) => {
      const value =
        one.object.termType === 'Literal'
          ? shortObject(one.object, all, language)
          : shortName(one.object.value);
      return `${shorten(one.predicate.value).replace(/^.*:/, '')} ${value}`;
    });
  return `{${[...new Set(held)].sort().join('; ')}}`;
}

/** The title of a thing or page of examples. */
export function shortName(iri: string): string {
  return shorten(iri).replace(/^https:\/\/example\.org\/(?:resource|page)\//, '');
}
