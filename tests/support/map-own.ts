import type { Mappings } from '../../src/map/compile-mappings.js';
import type { Mapped } from '../../src/map.js';
import { mapArticle } from '../../src/map.js';
import { shorten } from '../../src/rdf/vocabulary.js';
import type { Source } from '../../src/source.js';
import { parse } from './parse.js';

/** Maps an article's text with the given mappings. */
export function mapOwn(text: string | Source, mappings: Mappings | null): Mapped {
  if (!mappings) throw new Error('the mappings have errors');
  const options = { base: 'https://example.org/', language: 'en', sourceName: 'test.txt' };
  return mapArticle(parse(text).article, mappings, options);
}

/** Statements of an article's own infobox as lines: `X#office-mayor schema:roleName Mayor (captain/groups/office/office)`. */
export function ruled(
  { statements, kind }: Mapped,
  mappings: Mappings | null,
  rules = new RegExp(`^${kind}/`),
): string[] {
  const short = (iri: string): string =>
    shorten(iri, mappings?.prefixes).replace(/^https:\/\/example\.org\/(?:resource|page)\//, '');
  return statements
    .filter(({ rule }) => rules.test(rule))
    .map(({ subject, predicate, object, rule }) => {
      const value = object.termType === 'NamedNode' ? short(object.value) : object.value;
      return `${short(subject.value)} ${short(predicate.value)} ${value} (${rule})`;
    });
}
