import type { Article, Field } from '../article.js';
import { article as articleTerms, rawProperty } from '../rdf/vocabulary.js';
import type { FieldMapping, Mappings } from './compile-mappings.js';
import { Draft } from './draft.js';
import { mapValues } from './field-values.js';

const settings = { base: 'https://example.org/', language: 'en', sourceName: 'field' };

/** Whether a mapping reads all that a field says, and keeps none of it as it stands. */
export function readsAs(mapping: FieldMapping, field: Field, article: Article, mappings: Mappings): boolean {
  const draft = new Draft({ ...article, lead: [], sections: [] }, null, mappings, settings);
  mapValues({ draft, mapping, subject: draft.thing, rule: 'field' }, field);
  // A period may be stated as a beginning and an end alone.
  const { start, end } = mapping.options;
  const own = [mapping.property, start, end];
  const stated = draft.statements.filter(({ predicate }) =>
    own.some((property) => property?.equals(predicate)),
  );
  const pattern = mapping.bounds?.pattern;
  return (
    stated.length > 0 &&
    (!pattern ||
      (!isKept(draft) &&
        stated.every(({ object }) => object.termType !== 'Literal' || pattern.test(object.value)))) &&
    draft.problems.every(({ severity }) => severity === 'info')
  );
}

const rawNamespace = rawProperty('').value;

/** Whether anything of a field is kept as it stands. */
function isKept({ statements }: Draft): boolean {
  return statements.some(
    ({ predicate }) => predicate.equals(articleTerms.unread) || predicate.value.startsWith(rawNamespace),
  );
}
