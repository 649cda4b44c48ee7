import type { Article, Field } from '../article.js';
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
  return (
    draft.statements.some(({ predicate }) => own.some((property) => property?.equals(predicate))) &&
    draft.problems.every(({ severity }) => severity === 'info')
  );
}
